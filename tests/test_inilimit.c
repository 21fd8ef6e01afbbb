/*
 * The reader on a libinih with another INI_MAX_LINE: what the system has is left aside for a
 * stand-in that takes lines as short, or as long, as the test says. It knows of inih's ways those
 * that could hurt: it trims, folds indented lines, ends a value at a comment, and takes what
 * does not end in a newline for a line that was cut.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <ini.h>

#include "iniread.h"
#include "utf8.h"

enum { VALUE = 2000 };

static int limit; /* bytes of a line, its newline and its NUL */
static bool deaf; /* takes no line at all */
static struct diag diag;

static char *trim(char *s)
{
	char *end = s + strlen(s);

	while (end > s && strchr(" \t\r\n", end[-1]))
		*--end = '\0';
	return s + strspn(s, " \t\r\n");
}

int ini_parse_stream(ini_reader reader, void *stream, ini_handler handler, void *user)
{
	char line[2048], name[50] = "", *s, *comment, *equals;

	while (reader(line, limit, stream)) {
		size_t n = strlen(line);
		assert_true(n > 0 && n < (size_t)limit - 1);
		assert_int_equal(line[n - 1], '\n');
		assert_int_equal(utf8_bad(line, n), n);
		for (size_t i = 0; i + 1 < n; i++)
			assert_true((unsigned char)line[i] >= 0x1e || line[i] == '\t');
		s = trim(line);
		comment = strstr(s, " ;");
		if (*s == ';' || *s == '#' || *s == '[')
			continue;
		if (deaf)
			continue;
		if (comment)
			*comment = '\0';
		if (s > line && *name) {
			handler(user, "", name, s);
			continue;
		}
		equals = strpbrk(s, "=:");
		assert_non_null(equals);
		*equals = '\0';
		snprintf(name, sizeof name, "%s", s);
		handler(user, "", name, trim(equals + 1));
	}
	return 0;
}

static char got[2 * VALUE];
static int line;

static int know_key(void *ctx, const char *name, size_t n)
{
	(void)ctx;
	return n == 3 && memcmp(name, "key", n) == 0 ? 0 : -1;
}

static const char *know_nearest(void *ctx, const char *name, size_t n)
{
	(void)ctx, (void)name, (void)n;
	return NULL;
}

static bool know_header(void *ctx, const char *words, size_t n)
{
	(void)ctx, (void)words, (void)n;
	return false;
}

static bool hear_section(void *ctx, const char *words, size_t n, struct textpos at)
{
	(void)ctx, (void)words, (void)n, (void)at;
	return true;
}

static bool hear_value(void *ctx, const struct ini_value *v)
{
	(void)ctx;
	assert_int_equal(v->key, 0);
	assert_string_equal(v->name, "key");
	assert_true(strlen(got) + v->n + 2 < sizeof got);
	strcat(got, v->s);
	strcat(got, "\n");
	line = v->at.line;
	return true;
}

static void read_with(int bytes, const char *text)
{
	const struct ini_events events = {NULL,         know_key,   know_nearest, know_header,
					  hear_section, hear_value, NULL};
	struct ini_text t;

	limit = bytes;
	got[0] = '\0';
	diag_finish(&diag);
	diag_init(&diag, "test.ini");
	assert_true(ini_open(&t, text, strlen(text), &diag));
	ini_read(&t, &events);
	ini_close(&t);
}

static void a_value_of_any_length_arrives_whole_at_any_limit(void **state)
{
	static const int limits[] = {64, 65, 66, 67, 80, 100, 200, 1024};
	static const char bits[] = "a ; b = [c] # 日本 | ä; ";
	char text[VALUE + 100], value[VALUE + sizeof bits];
	size_t made = 0;

	(void)state;
	while (made + sizeof bits < VALUE) {
		memcpy(value + made, bits, sizeof bits - 1);
		made += sizeof bits - 1;
	}
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		for (size_t n = 1; n < made; n++) {
			char expected[VALUE + 20];
			if (value[n - 1] == ' ' || ((unsigned char)value[n] & 0xc0) == 0x80)
				continue;
			snprintf(text, sizeof text, "key = %.*s\nkey = end", (int)n, value);
			snprintf(expected, sizeof expected, "%.*s\nend\n", (int)n, value);
			read_with(limits[i], text);
			assert_string_equal(got, expected);
			assert_int_equal(diag.n, 0);
			assert_int_equal(line, 2);
		}
}

static void lines_fold_alike_at_any_limit(void **state)
{
	(void)state;
	for (int bytes = 64; bytes < 300; bytes++) {
		read_with(bytes, "key = one; two\n  three = 3; and a good deal of text behind it, "
				 "more than a short line holds\n  | ; four\nkey = five\n");
		assert_string_equal(got, "one; two three = 3; and a good deal of text behind it, "
					 "more than a short line holds\n ; four\nfive\n");
		assert_int_equal(line, 4);
	}
}

static void no_control_byte_reaches_inih(void **state)
{
	(void)state;
	read_with(64, "key = a\001b\rc\td\n");
	assert_string_equal(got, "a?b?c\td\n");
	assert_int_equal(diag.n, 1);
}

static void a_line_that_inih_does_not_take_is_said(void **state)
{
	(void)state;
	deaf = true;
	read_with(200, "key = one\nkey = two\n");
	deaf = false;
	assert_int_equal(diag.n, 2);
	assert_string_equal(diag.findings[1].code, "E116");
	assert_int_equal(diag.findings[1].at.line, 2);
	diag_finish(&diag);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_value_of_any_length_arrives_whole_at_any_limit),
		cmocka_unit_test(lines_fold_alike_at_any_limit),
		cmocka_unit_test(no_control_byte_reaches_inih),
		cmocka_unit_test(a_line_that_inih_does_not_take_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
