/* The example of a kiosk's file: it has every key with its default, and so has its page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk.h"

enum { ROOM = 65536 };

static char *text_read(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = calloc(1, ROOM);

	assert_non_null(in);
	assert_non_null(text);
	assert_in_range(fread(text, 1, ROOM - 1, in), 1, ROOM - 2);
	fclose(in);
	return text;
}

static void the_example_has_every_key_with_its_default(void **state)
{
	char *text = text_read(SOURCE "/engine/dist/kiosk.ini");
	char wants[256], value[256], line[600];
	const char *key;

	(void)state;
	for (int i = 0; (key = kiosk_key(i, wants, value)); i++) {
		snprintf(line, sizeof line, "\n;%s = %s%s", key, value, *value ? "\n" : "");
		if (!strstr(text, line))
			fail_msg("the example has no line%s", line);
	}
	free(text);
}

static void the_page_has_every_key(void **state)
{
	char *text = text_read(SOURCE "/engine/dist/man/stairwell-kiosk.5");
	char wants[256], value[256], word[64];
	const char *key;

	(void)state;
	for (int i = 0; (key = kiosk_key(i, wants, value)); i++) {
		snprintf(word, sizeof word, " %s\n", key);
		char *at = strstr(text, word);
		snprintf(word, sizeof word, " %s ,", key);
		if (!at && !strstr(text, word))
			fail_msg("stairwell-kiosk(5) has no key %s", key);
	}
	free(text);
}

/* Every line with a key, as if its `;` was taken away. */
static void nothing_in_the_example_is_wrong(void **state)
{
	char *text = text_read(SOURCE "/engine/dist/kiosk.ini"), path[] = "/tmp/stairwell-XXXXXX";
	FILE *out = fdopen(mkstemp(path), "w");
	struct kiosk k, plain = kiosk_default();
	struct diag d;

	(void)state;
	assert_non_null(out);
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		fprintf(out, "%s\n", line[0] == ';' && line[1] != ' ' ? line + 1 : line);
	fclose(out);
	diag_init(&d, path);
	assert_true(kiosk_read(&k, path, &d));
	for (int i = 0; i < d.n; i++)
		print_error("%d: %s\n", d.findings[i].at.line, d.findings[i].message);
	assert_int_equal(d.n, 0);
	assert_int_equal(k.idle_ms, plain.idle_ms);
	assert_memory_equal(&k.set, &plain.set, sizeof plain.set);
	assert_string_equal(k.title, "The Town Museum");
	diag_finish(&d);
	remove(path);
	free(text);
}

/* Nothing on the screen says it. */
static void each_page_says_how_staff_open_theirs(void **state)
{
	static const char *const paths[] = {SOURCE "/README.md", SOURCE "/engine/dist/kiosk.ini",
					    SOURCE "/engine/dist/man/stairwell-kiosk.5"};

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		char *text = text_read(paths[i]);
		if (!strstr(text, "3 seconds") || !strstr(text, "Ctrl+Alt+O"))
			fail_msg("%s says nothing of it", paths[i]);
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_example_has_every_key_with_its_default),
		cmocka_unit_test(the_page_has_every_key),
		cmocka_unit_test(nothing_in_the_example_is_wrong),
		cmocka_unit_test(each_page_says_how_staff_open_theirs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
