#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <json-c/json.h>

#include "keptrows.h"

static char *output;
static size_t size;

static FILE *begin(void)
{
	free(output);
	output = NULL;
	return open_memstream(&output, &size);
}

/* One row with this text and a number, as it is written. */
static const char *write_one(enum sheet_format format, const char *text)
{
	const struct cell row[] = {{.name = "name", .text = text},
				   {.name = "points", .number = -7}};
	FILE *out = begin();
	struct sheet s;

	sheet_begin(&s, out, format, row, 2);
	sheet_row(&s, row, 2);
	sheet_end(&s);
	fclose(out);
	return output;
}

static void a_csv_has_a_header_and_ends_its_lines_as_the_rfc_has_it(void **state)
{
	(void)state;
	assert_string_equal(write_one(SHEET_CSV, "Mina"), "name,points\r\nMina,-7\r\n");
	assert_string_equal(write_one(SHEET_CSV, ""), "name,points\r\n,-7\r\n");
}

static void what_would_break_a_row_is_quoted(void **state)
{
	(void)state;
	assert_string_equal(write_one(SHEET_CSV, "a,b"), "name,points\r\n\"a,b\",-7\r\n");
	assert_string_equal(write_one(SHEET_CSV, "\"Jo\""), "name,points\r\n\"\"\"Jo\"\"\",-7\r\n");
	assert_string_equal(write_one(SHEET_CSV, "a\nb"), "name,points\r\na b,-7\r\n");
	assert_string_equal(write_one(SHEET_CSV, "a;b"), "name,points\r\na;b,-7\r\n");
}

static void a_text_never_becomes_a_formula_and_a_number_stays_one(void **state)
{
	static const char *const texts[] = {"=1+1", "+1",  "-1",  "@SUM(A1)",
					    "＝1",  "＋1", "－1", "＠1"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		char expected[64];

		snprintf(expected, sizeof(expected), "name,points\r\n'%s,-7\r\n", texts[i]);
		assert_string_equal(write_one(SHEET_CSV, texts[i]), expected);
	}
	assert_string_equal(write_one(SHEET_CSV, "=HYPERLINK(\"x\",1)"),
			    "name,points\r\n\"'=HYPERLINK(\"\"x\"\",1)\",-7\r\n");
	assert_string_equal(write_one(SHEET_CSV, "1=1"), "name,points\r\n1=1,-7\r\n");
}

static void nothing_steers_a_terminal(void **state)
{
	(void)state;
	for (int format = SHEET_CSV; format <= SHEET_JSON; format++) {
		write_one((enum sheet_format)format, "a\x1b[31m\xc2\x9b"
						     "1m\u202eb\x7f\xff");
		assert_null(strpbrk(output, "\x1b\x7f\xff"));
		assert_null(strstr(output, "\xc2\x9b"));
		assert_null(strstr(output, "\u202e"));
		assert_non_null(strstr(output, "a\ufffd[31m\ufffd1m\ufffdb\ufffd\ufffd"));
	}
}

static void json_reads_back_whatever_is_in_it(void **state)
{
	static const char *const texts[] = {"",           "\"",   "\\", "/",  "a\\\"b",   "日本語",
					    "\U0001f600", "{[]}", "'",  "=1", "</script>"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		json_object *all = json_tokener_parse(write_one(SHEET_JSON, texts[i])), *name;

		assert_non_null(all);
		json_object *row = json_object_array_get_idx(all, 0);
		assert_true(json_object_object_get_ex(row, "name", &name));
		assert_string_equal(json_object_get_string(name), texts[i]);
		json_object_put(all);
	}
}

static void where_nothing_is_kept_there_is_a_header_or_an_empty_list(void **state)
{
	FILE *out;

	(void)state;
	out = begin();
	assert_true(keptrows_games(NULL, out, SHEET_CSV, NULL));
	fclose(out);
	assert_int_equal(strncmp(output, "game,begun,ended,", 17), 0);
	assert_string_equal(output + strlen(output) - 9, "time_ms\r\n");
	out = begin();
	assert_true(keptrows_answers(NULL, out, SHEET_JSON, NULL));
	fclose(out);
	assert_string_equal(output, "[\n]\n");
}

static void a_pack_is_one_of_a_list(void **state)
{
	(void)state;
	assert_true(keptrows_concerns("one two three", NULL));
	assert_true(keptrows_concerns("one two three", "two"));
	assert_true(keptrows_concerns("one", "one"));
	assert_false(keptrows_concerns("one two three", "tw"));
	assert_false(keptrows_concerns("xab abx", "ab"));
	assert_true(keptrows_concerns("xab ab", "ab"));
	assert_false(keptrows_concerns("", "one"));
	assert_false(keptrows_concerns("one", ""));
}

static void a_pack_named_after_its_file_may_have_blanks(void **state)
{
	(void)state;
	assert_true(keptrows_concerns("12 monkeys", "12 monkeys"));
	assert_true(keptrows_concerns("a packs b", "packs"));
}

static void packs_too_many_to_be_listed_lose_no_game(void **state)
{
	(void)state;
	assert_true(keptrows_concerns("/40 0123456789abcdef", "one"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_csv_has_a_header_and_ends_its_lines_as_the_rfc_has_it),
		cmocka_unit_test(what_would_break_a_row_is_quoted),
		cmocka_unit_test(a_text_never_becomes_a_formula_and_a_number_stays_one),
		cmocka_unit_test(nothing_steers_a_terminal),
		cmocka_unit_test(json_reads_back_whatever_is_in_it),
		cmocka_unit_test(where_nothing_is_kept_there_is_a_header_or_an_empty_list),
		cmocka_unit_test(a_pack_is_one_of_a_list),
		cmocka_unit_test(a_pack_named_after_its_file_may_have_blanks),
		cmocka_unit_test(packs_too_many_to_be_listed_lose_no_game),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	free(output);
	return failed;
}
