/* Packs made from other formats: what one question leaves for the next, places, and long files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "convert.h"
#include "decode.h"

static struct diag diag;
static struct pack *pack;

/* The bytes are its own. */
static void import(const char *format, char *bytes, size_t n)
{
	struct ini_text text;
	char *own;

	diag_init(&diag, "test");
	if (decode_open(&text, &own, bytes, n, &diag))
		pack = import_read(import_find(format), &text);
	ini_close(&text);
	free(own);
	free(bytes);
}

static int clean_up(void **state)
{
	(void)state;
	pack_drop(pack);
	pack = NULL;
	diag_finish(&diag);
	return 0;
}

static void write_choices(FILE *out, int question, int n)
{
	fprintf(out, "Which is %d? {=right\n", question);
	for (int i = 1; i < n; i++)
		fprintf(out, "~wrong %d\n", i);
	fputs("}\n\n", out);
}

static void a_question_with_all_the_choices_there_may_be_comes_after_another(void **state)
{
	size_t n;
	char *s;
	FILE *out = open_memstream(&s, &n);

	(void)state;
	for (int i = 0; i < 3; i++)
		write_choices(out, i, PACK_CHOICES + (i == 2));
	fclose(out);
	import("gift", s, n);
	assert_non_null(pack);
	assert_int_equal(pack->nquestions, 2);
	assert_int_equal(pack->questions[1].nchoices, PACK_CHOICES);
	assert_int_equal(diag.errors, 1);
	assert_non_null(strstr(diag.findings[0].message, "more than 26 choices"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(
			a_question_with_all_the_choices_there_may_be_comes_after_another, clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
