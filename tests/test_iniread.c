/* The reader: what plain libinih does to prose must not happen here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "iniread.h"

struct heard {
	char *log; /* "[header]" and "key=value" lines, each ended with U+0001 */
	size_t n, room;
	int last_line, last_column;
	const struct ini_text *text;
};

static void note(struct heard *h, const char *s, size_t n)
{
	if (h->n + n + 1 > h->room) {
		h->room = 2 * (h->n + n + 1);
		h->log = realloc(h->log, h->room);
		assert_non_null(h->log);
	}
	memcpy(h->log + h->n, s, n);
	h->n += n;
	h->log[h->n] = '\0';
}

static int know_key(void *ctx, const char *name, size_t n)
{
	(void)ctx;
	return (n == 1 && *name == 'k') || (n == 5 && memcmp(name, "wrong", 5) == 0) ? 1 : -1;
}

static const char *know_nearest(void *ctx, const char *name, size_t n)
{
	(void)ctx;
	return n == 5 && memcmp(name, "wrnog", 5) == 0 ? "wrong" : NULL;
}

static bool know_header(void *ctx, const char *words, size_t n)
{
	(void)ctx;
	return n == 8 && memcmp(words, "question", 8) == 0;
}

static bool is_name(const char *s, size_t n, const char *name)
{
	return n == strlen(name) && memcmp(s, name, n) == 0;
}

static bool hear_section(void *ctx, const char *words, size_t n, struct textpos at)
{
	(void)at;
	note(ctx, "[", 1);
	note(ctx, words, n);
	note(ctx, "]\1", 2);
	return !is_name(words, n, "enough");
}

static bool hear_value(void *ctx, const struct ini_value *v)
{
	struct heard *h = ctx;
	struct place place = ini_place(h->text, v->at);

	assert_int_equal(v->s[v->n], 0);
	assert_int_equal(v->name[v->nname], 0);
	h->last_line = place.line;
	h->last_column = place.column;
	note(h, v->name, v->nname);
	note(h, "=", 1);
	note(h, v->s, v->n);
	note(h, "\1", 1);
	return !is_name(v->s, v->n, "enough");
}

static struct diag diag;
static struct heard heard;

static void hear(const char *bytes, size_t n)
{
	struct ini_text text;
	struct ini_events events = {&heard,       know_key,   know_nearest, know_header,
				    hear_section, hear_value, NULL};

	diag_finish(&diag);
	diag_init(&diag, "test.ini");
	heard.n = 0;
	heard.text = &text;
	note(&heard, "", 0);
	if (ini_open(&text, bytes, n, &diag))
		ini_read(&text, &events);
	ini_close(&text);
}

static void expect(const char *text, const char *log)
{
	/* A copy of the exact size, so that a sanitizer sees a step beyond its end. */
	size_t n = strlen(text);
	char *copy = malloc(n ? n : 1);

	assert_non_null(copy);
	memcpy(copy, text, n);
	hear(copy, n);
	free(copy);
	assert_string_equal(heard.log, log);
}

static void expect_code(const char *code, int line, int column)
{
	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.findings[0].code, code);
	assert_int_equal(diag.findings[0].at.line, line);
	assert_int_equal(diag.findings[0].at.column, column);
}

static void a_line_of_any_length_counts_as_one_line(void **state)
{
	(void)state;
	for (int n = 40; n < 420; n++) {
		char text[1000], value[500];
		memset(value, 'v', sizeof value);
		snprintf(text, sizeof text, "k = %.*s\nk = end", n, value);
		hear(text, strlen(text));
		assert_int_equal(heard.last_line, 2);
		assert_int_equal(heard.last_column, 5);
		assert_int_equal(diag.n, 0);
	}
}

static void a_long_line_is_neither_cut_nor_read_as_two(void **state)
{
	(void)state;
	for (int n = 150; n < 260; n++) {
		char text[1000], log[1000], x[500];
		memset(x, 'x', sizeof x);
		snprintf(text, sizeof text, "k = %.*s right = B ; tail", n, x);
		snprintf(log, sizeof log, "k=%.*s right = B ; tail\1", n, x);
		expect(text, log);
	}
}

static void a_semicolon_is_text(void **state)
{
	(void)state;
	expect("a = what; really ; yes", "a=what; really ; yes\1");
	expect("a = ; all of it", "a=; all of it\1");
	expect("a = # and ; and = and : and \"quotes\" 'too'",
	       "a=# and ; and = and : and \"quotes\" 'too'\1");
}

static void an_indented_key_is_that_key(void **state)
{
	(void)state;
	expect("k = a\n  wrong = Sydney", "k=a\1wrong=Sydney\1");
	expect("k = a\n  WRONG = Sydney", "k=a\1wrong=Sydney\1");
	expect("k = a\n  and b = c", "k=a and b = c\1");
	expect("k = a\n  other = c", "k=a other = c\1");
	expect("k = a\n  [question]\n  k = b", "k=a\1[question]\1k=b\1");
	expect("k = a\n  [sic] b", "k=a [sic] b\1");
}

static void an_indented_misspelt_key_is_text_and_said(void **state)
{
	(void)state;
	expect("k = a\n  wrnog = Sydney", "k=a wrnog = Sydney\1");
	expect_code("W404", 2, 3);
}

static void a_long_header_arrives_whole(void **state)
{
	char text[200], log[200], name[121];

	(void)state;
	memset(name, 'n', 120);
	name[120] = '\0';
	snprintf(text, sizeof text, "[%s]\nk = a", name);
	snprintf(log, sizeof log, "[%s]\1k=a\1", name);
	expect(text, log);
	assert_int_equal(diag.n, 0);
	expect("[topic a[1] = \"b\"; c]", "[topic a[1] = \"b\"; c]\1");
}

static void two_headers_in_a_row_are_two(void **state)
{
	(void)state;
	expect("[question]\n[question]\n[empty]\n", "[question]\1[question]\1[empty]\1");
}

static void a_colon_in_a_key_does_not_split_it(void **state)
{
	(void)state;
	expect("k = a\n12:30 = lunch\nk = b", "k=a\1k=b\1");
	expect_code("E110", 2, 1);
}

static void a_colon_after_a_known_key_is_an_error_with_its_fix(void **state)
{
	(void)state;
	expect("k: a = b", "k=a = b\1");
	expect_code("E117", 1, 2);
	assert_string_equal(diag.findings[0].help, "type: k = a = b");
}

static void a_nul_byte_loses_nothing_in_silence(void **state)
{
	(void)state;
	hear("k = a\0b\nk = c", 13);
	expect_code("E108", 1, 6);
	assert_int_equal(heard.last_line, 2);
}

static void bytes_that_are_not_utf8_have_their_place(void **state)
{
	(void)state;
	hear("k = a\nk = \xc3\xa4\xe9!\n", 15);
	expect_code("E107", 2, 6);
}

static void utf16_is_decoded_with_a_note(void **state)
{
	static const char little[] = "\xff\xfek\0=\0\xe4\0\x3d\xd8\x00\xde\n\0[\0q\0]\0";
	static const char big[] = "\xfe\xff\0k\0=\0\xe4\xd8\x3d\xde\x00\0\n\0[\0q\0]";
	static const char unmarked[] = "k\0=\0a\0\n\0[\0q\0]\0";

	(void)state;
	hear(little, sizeof little - 1);
	assert_string_equal(heard.log, "k=\xc3\xa4\xf0\x9f\x98\x80\1[q]\1");
	expect_code("N502", 0, 0);
	hear(big, sizeof big - 1);
	assert_string_equal(heard.log, "k=\xc3\xa4\xf0\x9f\x98\x80\1[q]\1");
	hear(unmarked, sizeof unmarked - 1);
	assert_string_equal(heard.log, "k=a\1[q]\1");
}

static void a_byte_order_mark_is_left_out_with_a_note(void **state)
{
	(void)state;
	expect("\xef\xbb\xbfk = a", "k=a\1");
	expect_code("N501", 0, 0);
	expect("\xef\xbb\xbf[question]\nk = a", "[question]\1k=a\1");
}

static void every_kind_of_line_end_is_one(void **state)
{
	(void)state;
	expect("k = a\r\n  b\r\n[q]\r\nk = c\r\n", "k=a b\1[q]\1k=c\1");
	assert_int_equal(diag.n, 0);
	expect("k = a\r  b\r[q]\rk = c\r", "k=a b\1[q]\1k=c\1");
	assert_int_equal(heard.last_line, 4);
	expect_code("N503", 0, 0);
	expect("k = a\rb\nk = c", "k=a?b\1k=c\1");
	expect_code("E108", 1, 6);
}

static void continuations_fold_and_bars_begin_lines(void **state)
{
	(void)state;
	expect("k = a  b \n   c  d  \n\te", "k=a  b c  d e\1");
	expect("k = a\n |  two\n |\n  |x\n y", "k=a\n  two\n\nx y\1");
	expect("k =\n  a", "k=a\1");
	expect("k =\n  |  a", "k=  a\1");
	expect("k = a\n\n  b", "k=a b\1");
	expect("k =", "k=\1");
	expect("k=", "k=\1");
}

static void a_comment_is_a_whole_line(void **state)
{
	(void)state;
	expect("# a\n; b\nk = c ; d\n# e = f\n; [g]\n", "k=c ; d\1");
	assert_int_equal(diag.n, 0);
	expect("k = c\n    # d\n    e", "k=c e\1");
	expect_code("W405", 2, 5);
}

static void keys_fold_case_and_underscores(void **state)
{
	(void)state;
	expect("Lint_IGNORE = a\nX-1.de = b", "lint-ignore=a\1x-1.de=b\1");
}

static void all_mistakes_are_said_in_one_run(void **state)
{
	(void)state;
	expect("no equals\nk = a\n= b\nk = c\n[open\nk = d\n", "k=a\1k=c\1[open]\1k=d\1");
	assert_int_equal(diag.errors, 3);
	assert_int_equal(diag.findings[0].at.line, 1);
	assert_int_equal(diag.findings[1].at.line, 3);
	assert_int_equal(diag.findings[2].at.line, 5);
}

static void lines_in_a_row_without_a_key_are_one_mistake(void **state)
{
	(void)state;
	expect("one\ntwo\n  three\nk = a\nfour\n", "k=a\1");
	assert_int_equal(diag.errors, 2);
}

static void limits_hold_to_the_byte(void **state)
{
	char *text = malloc(INI_VALUE + 100);
	char key[100];

	(void)state;
	assert_non_null(text);
	memcpy(text, "k = ", 4);
	memset(text + 4, ';', INI_VALUE + 1);
	hear(text, 4 + INI_VALUE);
	assert_int_equal(diag.n, 0);
	assert_int_equal(heard.n, 2 + INI_VALUE + 1);
	hear(text, 4 + INI_VALUE + 1);
	expect_code("E115", 1, 1);
	free(text);
	snprintf(key, sizeof key, "%040d = a", 7);
	hear(key, strlen(key));
	assert_int_equal(diag.n, 0);
	snprintf(key, sizeof key, "%041d = a", 7);
	hear(key, strlen(key));
	expect_code("E111", 1, 1);
}

static void an_excerpt_shows_the_lines_around(void **state)
{
	const struct finding *f;

	(void)state;
	expect("k = before\nk = \x01\x1b\nk = after\n", "k=before\1k=??\1k=after\1");
	f = &diag.findings[0];
	assert_int_equal(f->nexcerpt, 3);
	assert_int_equal(f->first_line, 1);
	assert_string_equal(f->excerpt[0], "k = before");
	assert_string_equal(f->excerpt[1], "k = \xef\xbf\xbd\xef\xbf\xbd");
	assert_string_equal(f->excerpt[2], "k = after");
}

static void what_is_no_file_is_refused_at_once(void **state)
{
	static const struct {
		const char *path, *code;
	} paths[] = {{"/tmp", "E103"},
		     {"/dev/null", "E103"},
		     {"/nowhere/at/all", "E101"},
		     /* its first page is nobody's */
		     {"/proc/self/mem", "E102"}};
	char fifo[] = "/tmp/fifoXXXXXX";
	size_t n;

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		diag_finish(&diag);
		diag_init(&diag, paths[i].path);
		assert_null(ini_load(paths[i].path, &n, &diag));
		expect_code(paths[i].code, 0, 0);
	}
	assert_non_null(mkdtemp(fifo));
	rmdir(fifo);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	diag_finish(&diag);
	diag_init(&diag, fifo);
	assert_null(ini_load(fifo, &n, &diag));
	expect_code("E103", 0, 0);
	unlink(fifo);
}

/* A small random stream of our own: the same values on every machine. */
static uint32_t draw(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)(*seed >> 4) * n >> 28);
}

static size_t make_value(uint32_t *seed, char *out, size_t length)
{
	static const char *const bits[] = {
		";",
		" ;",
		"#",
		" # ",
		"=",
		":",
		" = ",
		"\"",
		"'",
		"[",
		"]",
		"[question]",
		"|",
		"\\",
		"\\n",
		"%",
		"a",
		"B",
		"right = x",
		"wrong = y",
		"  ",
		"\t",
		"\xc3\xa4",
		"\xe6\x97\xa5",
		"\xf0\x9f\x98\x80",
		"\xe2\x80\xae",
		"\xcc\x81",
		"word",
		"0",
		"\xef\xbb\xbf",
		"\xc2\xa0",
		"; tail",
		"${x}",
		"<b>",
	};
	size_t n = 0;

	while (n < length) {
		const char *bit = bits[draw(seed, sizeof bits / sizeof *bits)];
		size_t size = strlen(bit);
		if (n + size > length) {
			out[n++] = 'z';
			continue;
		}
		memcpy(out + n, bit, size);
		n += size;
	}
	while (n > 0 && strchr(" \t", out[n - 1]))
		out[--n] = '.';
	if (n > 0 && strchr(" \t", out[0]))
		out[0] = '.';
	return n;
}

static void what_was_written_is_read_to_the_byte(void **state)
{
	static const size_t edges[] = {1,   2,   48,  49,  50,  51,  62,  63,  64,  65,
				       128, 190, 191, 192, 193, 194, 195, 196, 197, 198,
				       199, 200, 201, 202, 203, 256, 390, 400, 600, 601};
	enum { MANY = 6000, LONGEST = 100 << 10 };
	char *text = malloc(LONGEST + 64), *log = malloc(LONGEST + 64);
	uint32_t seed = 1;

	(void)state;
	assert_non_null(text);
	assert_non_null(log);
	for (int i = 0; i < MANY; i++) {
		size_t length = i % 1000 == 999 ? LONGEST
				: i % 2         ? edges[draw(&seed, sizeof edges / sizeof *edges)]
						: draw(&seed, 700);
		size_t n = make_value(&seed, text + 4, length);
		memcpy(text, "k = ", 4);
		memcpy(log, "k=", 2);
		memcpy(log + 2, text + 4, n);
		memcpy(log + 2 + n, "\1k=end\1", 8);
		memcpy(text + 4 + n, "\r\nk = end\n", 11);
		hear(text, 4 + n + 10);
		assert_string_equal(heard.log, log);
		assert_int_equal(diag.n, 0);
		assert_int_equal(heard.last_line, 2);
	}
	free(text);
	free(log);
}

static void a_control_character_is_said_and_not_handed_on(void **state)
{
	(void)state;
	expect("k = a\x7f", "k=a\x7f\1");
	expect_code("E108", 1, 6);
	expect("k = a\tb\x1e;\x1f", "k=a\tb?;?\1");
	expect_code("E108", 1, 8);
}

static void a_mistake_in_a_comment_is_a_warning(void **state)
{
	(void)state;
	expect("# M\xfcller\nk = a\n", "k=a\1");
	expect_code("W408", 1, 4);
	assert_int_equal(diag.errors, 0);
	expect("; \x07\nk = a\n", "k=a\1");
	expect_code("W408", 1, 3);
	assert_int_equal(diag.errors, 0);
}

static void a_header_and_an_empty_line_end_a_row_of_mistakes(void **state)
{
	(void)state;
	expect("one\ntwo\n[q]\nthree\n\nfour\nfive\n", "[q]\1");
	assert_int_equal(diag.n, 3);
	assert_int_equal(diag.findings[1].at.line, 4);
	assert_int_equal(diag.findings[2].at.line, 6);
}

static void a_header_ends_where_the_next_bracket_opens(void **state)
{
	(void)state;
	expect("[q] ; see [1]\n[a [b] c]\n[d ]]\n", "[q]\1[a [b] c]\1[d ]]\1");
	expect_code("E113", 1, 5);
}

static void nothing_is_read_beyond_what_the_caller_wants(void **state)
{
	(void)state;
	expect("k = enough\nno key\nk = a\n[q]\n", "k=enough\1");
	expect("k = enough\n[q]\nk = a\n", "k=enough\1");
	expect("k = enough\n  wrong = a\n[q]\n", "k=enough\1");
	expect("[enough\nk = a\nno key", "[enough]\1");
	assert_int_equal(diag.n, 0);
}

static void an_indented_key_with_a_colon_is_text_and_said(void **state)
{
	(void)state;
	expect("k = a\n  wrong: b\n  note: c\n", "k=a wrong: b note: c\1");
	expect_code("W404", 2, 3);
	assert_string_equal(diag.findings[0].help,
			    "for a key, type: wrong = b; for text, begin the line with |");
}

static int clean_up(void **state)
{
	(void)state;
	free(heard.log);
	diag_finish(&diag);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_of_any_length_counts_as_one_line),
		cmocka_unit_test(a_long_line_is_neither_cut_nor_read_as_two),
		cmocka_unit_test(a_semicolon_is_text),
		cmocka_unit_test(an_indented_key_is_that_key),
		cmocka_unit_test(an_indented_misspelt_key_is_text_and_said),
		cmocka_unit_test(a_long_header_arrives_whole),
		cmocka_unit_test(two_headers_in_a_row_are_two),
		cmocka_unit_test(a_colon_in_a_key_does_not_split_it),
		cmocka_unit_test(a_colon_after_a_known_key_is_an_error_with_its_fix),
		cmocka_unit_test(a_nul_byte_loses_nothing_in_silence),
		cmocka_unit_test(bytes_that_are_not_utf8_have_their_place),
		cmocka_unit_test(utf16_is_decoded_with_a_note),
		cmocka_unit_test(a_byte_order_mark_is_left_out_with_a_note),
		cmocka_unit_test(every_kind_of_line_end_is_one),
		cmocka_unit_test(continuations_fold_and_bars_begin_lines),
		cmocka_unit_test(a_comment_is_a_whole_line),
		cmocka_unit_test(keys_fold_case_and_underscores),
		cmocka_unit_test(all_mistakes_are_said_in_one_run),
		cmocka_unit_test(lines_in_a_row_without_a_key_are_one_mistake),
		cmocka_unit_test(limits_hold_to_the_byte),
		cmocka_unit_test(an_excerpt_shows_the_lines_around),
		cmocka_unit_test(what_is_no_file_is_refused_at_once),
		cmocka_unit_test(what_was_written_is_read_to_the_byte),
		cmocka_unit_test(a_control_character_is_said_and_not_handed_on),
		cmocka_unit_test(a_mistake_in_a_comment_is_a_warning),
		cmocka_unit_test(a_header_and_an_empty_line_end_a_row_of_mistakes),
		cmocka_unit_test(a_header_ends_where_the_next_bracket_opens),
		cmocka_unit_test(nothing_is_read_beyond_what_the_caller_wants),
		cmocka_unit_test(an_indented_key_with_a_colon_is_text_and_said),
	};

	return cmocka_run_group_tests(tests, NULL, clean_up);
}
