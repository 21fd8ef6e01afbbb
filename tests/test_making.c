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
#include "packkeys.h"
#include "packmeant.h"
#include "packwrite.h"

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

static void a_choice_in_which_nothing_can_be_seen_is_empty(void **state)
{
	char *s = strdup("Which? {=right ~\xC2\xAD}\n\nWhat? {=this ~that#\xE2\x80\x8B}\n");

	(void)state;
	import("gift", s, strlen(s));
	assert_int_equal(diag.errors, 1);
	assert_string_equal(diag.findings[0].code, "E702");
	assert_int_equal(pack->nquestions, 1);
	assert_null(pack->questions[0].choices[1].because.s);
}

static void a_topic_that_cannot_come_along_is_told_with_its_line(void **state)
{
	size_t n;
	char *s;
	FILE *out = open_memstream(&s, &n);

	(void)state;
	fputs("Which is one? {=a ~b}\n\n\n$CATEGORY: ", out);
	for (int i = 0; i < 300; i++)
		fputc('x', out);
	fputs("\n\nWhich is two? {=a ~b}\n", out);
	fclose(out);
	import("gift", s, n);
	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.findings[0].code, "W714");
	assert_int_equal(diag.findings[0].at.line, 4);
}

/* It would take minutes, were lines counted from the start for each. */
static void many_questions_that_are_not_closed_are_told_with_their_lines(void **state)
{
	enum { MANY = 200000 };
	size_t n;
	char *s;
	FILE *out = open_memstream(&s, &n);

	(void)state;
	for (int i = 0; i < MANY; i++)
		fprintf(out, "Which is\nnumber %d? {\n\t=a\n\t~b\n\n", i);
	fputs("Which is right? {=a ~b}\n", out);
	fclose(out);
	import("gift", s, n);
	assert_non_null(pack);
	assert_int_equal(pack->nquestions, MANY + 1);
	for (int i = 0; i < diag.n; i++)
		assert_int_equal(diag.findings[i].at.line, 5 * i + 2);
	assert_int_equal(pack->questions[MANY].line, 5 * MANY + 1);
}

/* It would take hours, were what comes after it looked for at each of them. */
static void blank_lines_below_a_title_are_read_once(void **state)
{
	enum { MANY = 2000000 };
	char *s = malloc(MANY + 100), *p = stpcpy(s, "::Title::");

	(void)state;
	memset(p, '\n', MANY);
	p = stpcpy(p + MANY, "{ 1 + 1?\n=a ~b}\n\nAnd { =c\n");
	memset(p, '\n', 9);
	p = stpcpy(p + 9, "~d }\n");
	import("gift", s, (size_t)(p - s));
	assert_non_null(pack);
	assert_int_equal(pack->nquestions, 2);
}

static const char with_id[] = "// [id:q-0123456789abcdef]\n"
			      "Which? {=a ~b}\n\n"
			      "Which? {=a ~b}\n";

/* What packwrite makes of it, read again, is the same. */
static void an_id_that_looks_derived_stays_with_its_question(void **state)
{
	static const char *const formats[] = {"gift", "moodle"};
	size_t n;
	char *s;
	FILE *out = open_memstream(&s, &n);

	(void)state;
	import("gift", strdup(with_id), sizeof with_id - 1);
	assert_int_equal(pack->nquestions, 2);
	assert_false(pack->questions[1].id_given);
	pack->title.s = "T";
	packwrite(out, pack);
	fclose(out);
	pack_drop(pack);
	pack = pack_read(s, n, "again.ini", &diag);
	free(s);
	assert_non_null(pack);
	assert_int_equal(diag.errors, 0);
	assert_int_equal(pack->nquestions, 2);
	assert_true(pack->questions[0].id_given);
	assert_false(pack->questions[1].id_given);
	for (int i = 0; i < 2; i++) {
		out = open_memstream(&s, &n);
		export_find(formats[i])->write(out, pack, &diag);
		fclose(out);
		assert_non_null(strstr(s, "q-0123456789abcdef"));
		assert_null(strstr(s, pack->questions[1].id));
		free(s);
	}
}

/* As where IDs were added to a pack and one of its questions came to it again. */
static void a_question_whose_derived_id_another_was_given_is_there_already(void **state)
{
	static const char plain[] = "title = T\n[question]\nask = Which?\nright = a\nwrong = b\n";
	char *s, *id;
	int n;

	(void)state;
	diag_init(&diag, "test");
	pack = pack_read(plain, sizeof plain - 1, "t.ini", &diag);
	assert_non_null(pack);
	id = strdup(pack->questions[0].id);
	pack_drop(pack);
	pack = NULL;
	diag_finish(&diag);
	n = asprintf(&s, "// [id:%s]\nWhich? {=a ~b}\n\nWhich? {=a ~b}\n", id);
	free(id);
	import("gift", s, (size_t)n);
	assert_int_equal(pack->nquestions, 1);
	assert_int_equal(diag.errors, 1);
	assert_string_equal(diag.findings[0].code, "E706");
}

static void a_row_after_a_million_others_comes_along(void **state)
{
	static const char head[] = "question,right,wrong\n", last[] = "Which?,a,b\n";
	enum { MANY = 1000100 };
	char *s = malloc(sizeof head + 2 * MANY + sizeof last), *p = stpcpy(s, head);

	(void)state;
	for (int i = 0; i < MANY; i++)
		p = stpcpy(p, ",\n");
	p = stpcpy(p, last);
	import("csv", s, (size_t)(p - s));
	assert_non_null(pack);
	assert_int_equal(pack->questions[0].line, MANY + 2);
}

static void a_question_after_a_million_others_is_told(void **state)
{
	struct ini_text text;
	struct making m;

	(void)state;
	diag_init(&diag, "test");
	assert_true(ini_open(&text, "Which?\n", 7, &diag));
	assert_true(making_init(&m, &text));
	m.pack->nquestions = PACK_QUESTIONS;
	making_begin(&m, 0);
	m.q.ask.s = "Which?";
	making_statement(&m, true);
	assert_false(making_end(&m));
	m.pack->nquestions = 0;
	assert_null(making_finish(&m));
	ini_close(&text);
	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.findings[0].code, "E204");
}

static void columns_beyond_those_that_are_read_are_told(void **state)
{
	size_t n;
	char *s;
	FILE *out = open_memstream(&s, &n);

	(void)state;
	fputs("question,right,wrong\nWhich?,a,b", out);
	for (int i = 0; i < 500; i++)
		fputc(',', out);
	fputs("here\n", out);
	fclose(out);
	import("csv", s, n);
	assert_non_null(pack);
	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.findings[0].code, "W714");
	assert_int_equal(diag.findings[0].at.line, 2);
	assert_non_null(strstr(diag.findings[0].message, "first 60 columns"));
}

static void a_time_without_end_is_none(void **state)
{
	static const char table[] = "question,right,wrong,time\n"
				    "Which?,a,b,1:9223372036854775807\n"
				    "What?,a,b,1:30\n";

	(void)state;
	import("csv", strdup(table), sizeof table - 1);
	assert_non_null(pack);
	assert_int_equal(pack->questions[0].time_s, -1);
	assert_int_equal(pack->questions[1].time_s, 90);
	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.findings[0].code, "W714");
}

static void a_statement_is_true_in_any_language_of_any_format(void **state)
{
	static const char *const words[][2] = {
		{"WAHR", "Falsch"}, {"cierto", "falso"}, {"Juist", "onjuist"}, {"prawda", "fałsz"}};

	(void)state;
	for (int i = 0; i < 8; i++) {
		const char *word = words[i / 2][i % 2];
		char *s;
		int n = asprintf(&s, "One is one. {%s}\n", word);
		import("gift", s, (size_t)n);
		assert_non_null(pack);
		assert_true(pack->questions[0].statement);
		assert_int_equal(pack->questions[0].choices[0].right, i % 2 == 0);
		clean_up(state);
		n = asprintf(&s, "question,right\nOne is one.,%s\n", word);
		import("csv", s, (size_t)n);
		assert_non_null(pack);
		assert_true(pack->questions[0].statement);
		assert_int_equal(pack->questions[0].choices[0].right, i % 2 == 0);
		clean_up(state);
		assert_string_equal(meant_value(KEY_ANSWER, word, strlen(word)),
				    i % 2 == 0 ? "true" : "false");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_choice_in_which_nothing_can_be_seen_is_empty, clean_up),
		cmocka_unit_test_teardown(a_topic_that_cannot_come_along_is_told_with_its_line,
					  clean_up),
		cmocka_unit_test_teardown(blank_lines_below_a_title_are_read_once, clean_up),
		cmocka_unit_test_teardown(an_id_that_looks_derived_stays_with_its_question,
					  clean_up),
		cmocka_unit_test_teardown(
			a_question_whose_derived_id_another_was_given_is_there_already, clean_up),
		cmocka_unit_test_teardown(a_row_after_a_million_others_comes_along, clean_up),
		cmocka_unit_test_teardown(a_question_after_a_million_others_is_told, clean_up),
		cmocka_unit_test_teardown(columns_beyond_those_that_are_read_are_told, clean_up),
		cmocka_unit_test_teardown(a_time_without_end_is_none, clean_up),
		cmocka_unit_test_teardown(a_statement_is_true_in_any_language_of_any_format,
					  clean_up),
		cmocka_unit_test_teardown(
			many_questions_that_are_not_closed_are_told_with_their_lines, clean_up),
		cmocka_unit_test_teardown(
			a_question_with_all_the_choices_there_may_be_comes_after_another, clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
