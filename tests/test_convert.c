/* Packs from and to other formats: what comes along, what is said of the rest. */
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
#include "packwrite.h"

static struct diag diag;
static struct pack *pack;

static void import(const char *format, const char *bytes, size_t n)
{
	struct ini_text text;
	char *own;

	pack_drop(pack);
	pack = NULL;
	diag_finish(&diag);
	diag_init(&diag, "test");
	if (decode_open(&text, &own, bytes, n, &diag))
		pack = import_read(import_find(format), &text);
	ini_close(&text);
	free(own);
}

static void import_text(const char *format, const char *text)
{
	import(format, text, strlen(text));
}

/* What writing it in a format gives, to be freed. */
static char *exported(const char *format)
{
	char *s = NULL;
	size_t n;
	FILE *out = open_memstream(&s, &n);

	export_find(format)->write(out, pack, &diag);
	fclose(out);
	return s;
}

static int clean_up(void **state)
{
	(void)state;
	pack_drop(pack);
	pack = NULL;
	diag_finish(&diag);
	return 0;
}

static const char aiken[] = "What is the capital\n"
			    "of Peru?\n"
			    "A. Lima\n"
			    "b) Quito\n"
			    "ANSWER: a\n"
			    "\n"
			    "Which have no coast?\n"
			    "A. Bolivia\n"
			    "B. Chile\n"
			    "C. Paraguay\n"
			    "ANSWER: A, C\n";

static void aiken_comes_along(void **state)
{
	(void)state;
	import_text("aiken", aiken);
	assert_non_null(pack);
	assert_int_equal(pack->nquestions, 2);
	assert_string_equal(pack->questions[0].ask.s, "What is the capital\nof Peru?");
	assert_string_equal(pack->questions[0].choices[1].text.s, "Quito");
	assert_true(pack->questions[0].choices[0].right);
	assert_int_equal(pack->questions[1].nright, 2);
	assert_int_equal(diag.errors, 0);
}

static void a_question_that_cannot_come_along_is_named_and_the_next_one_comes(void **state)
{
	(void)state;
	import_text("aiken", "One?\nA. a\nB. b\nTwo?\nA. c\nB. d\nANSWER: B\nThree?\nA. e\nB. f\n"
			     "ANSWER: D\n");
	assert_int_equal(pack->nquestions, 1);
	assert_string_equal(pack->questions[0].ask.s, "Two?");
	assert_int_equal(diag.errors, 2);
	assert_int_equal(diag.findings[0].at.line, 4);
	assert_int_equal(diag.findings[1].at.line, 11);
}

static void a_question_that_was_there_before_is_named_with_its_line(void **state)
{
	(void)state;
	import_text("aiken", "One?\nA. a\nB. b\nANSWER: A\n\nOne?\nA. a\nB. c\nANSWER: A\n");
	assert_int_equal(pack->nquestions, 1);
	assert_string_equal(diag.findings[0].code, "E706");
	assert_int_equal(diag.findings[0].at.line, 6);
	assert_non_null(strstr(diag.findings[0].message, "line 1 "));
}

static void right_answers_that_do_not_fit_on_a_screen_with_a_wrong_one_are_told(void **state)
{
	(void)state;
	import_text("aiken", "One?\nA. a\nB. b\nC. c\nD. d\nE. e\nF. f\nG. g\nANSWER: ABCDEF\n");
	assert_null(pack);
	assert_string_equal(diag.findings[0].code, "E702");
}

static void bytes_of_windows_1252_are_read_and_told(void **state)
{
	static const char old[] = "Caf\xe9?\nA. 5 \x80\nB. no\nANSWER: A\n";

	(void)state;
	import("aiken", old, sizeof old - 1);
	assert_string_equal(pack->questions[0].ask.s, "Caf\xc3\xa9?");
	assert_string_equal(pack->questions[0].choices[0].text.s, "5 \xe2\x82\xac");
	assert_int_equal(diag.notes, 1);
	assert_string_equal(diag.findings[0].code, "N721");
}

static void what_aiken_cannot_hold_is_told(void **state)
{
	char *s;

	(void)state;
	import_text("aiken", aiken);
	s = exported("aiken");
	assert_string_equal(s, "What is the capital of Peru?\nA. Quito\nB. Lima\nANSWER: B\n\n");
	free(s);
	assert_int_equal(diag.warnings, 1);
	assert_string_equal(diag.findings[diag.n - 1].code, "N752");
}

static void a_formula_is_kept_from_a_spreadsheet_and_comes_back(void **state)
{
	char *s;

	(void)state;
	import_text("csv", "Question,Right,Wrong,Wrong\n'=SUM(A1),@a,-5,\"'=1,x\"\n");
	assert_string_equal(pack->questions[0].ask.s, "=SUM(A1)");
	assert_string_equal(pack->questions[0].choices[2].text.s, "=1,x");
	s = exported("csv");
	assert_non_null(strstr(s, "\n'=SUM(A1),"));
	assert_non_null(strstr(s, ",'@a,"));
	assert_non_null(strstr(s, ",-5,"));
	assert_non_null(strstr(s, ",\"'=1,x\","));
	import_text("csv", s);
	assert_string_equal(pack->questions[0].ask.s, "=SUM(A1)");
	free(s);
}

static void points_go_to_moodle_where_they_are_given_and_come_back_there_alone(void **state)
{
	char *s;

	(void)state;
	import_text("csv", "Question,Right,Wrong,Wrong,Points\nOne?,a,b,c,250\nTwo?,a,b,c,\n"
			   "Three?,a,b,c,100\n");
	s = exported("moodle");
	for (int i = 0; i < diag.n; i++)
		assert_null(strstr(diag.findings[i].message, "the points"));
	import_text("moodle", s);
	assert_int_equal(pack->questions[0].points, 250);
	assert_int_equal(pack->questions[1].points, -1);
	assert_int_equal(pack->questions[2].points, 100);
	free(s);
}

static void each_question_without_its_picture_is_told_at_its_line(void **state)
{
	int found;

	(void)state;
	import_text("aiken", "One?\nA. a\nB. b\nANSWER: A\n\nTwo?\nA. c\nB. d\nANSWER: A\n");
	pack->questions[0].image = pack->questions[1].image = "x.png";
	found = diag.n;
	free(exported("moodle"));
	assert_string_equal(diag.findings[found].code, "W755");
	assert_int_equal(diag.findings[found].at.line, 1);
	assert_string_equal(diag.findings[found + 1].code, "W755");
	assert_int_equal(diag.findings[found + 1].at.line, 6);
}

static void a_letter_behind_answer_is_one_before_it_is_a_text(void **state)
{
	(void)state;
	import_text("aiken", "Which is a vowel?\nA. c\nB. b\nC. a\nANSWER: C\n");
	assert_true(pack->questions[0].choices[2].right);
	assert_int_equal(pack->questions[0].nright, 1);
}

static void a_right_answer_is_not_always_the_first(void **state)
{
	char aiken_text[4096] = "", *s;
	int at[3] = {0};

	(void)state;
	for (int i = 0; i < 60; i++)
		sprintf(aiken_text + strlen(aiken_text),
			"Which is %d?\nA. yes%d\nB. no\nC. never\nANSWER: A\n\n", i, i);
	import_text("aiken", aiken_text);
	s = exported("aiken");
	for (const char *key = s; (key = strstr(key, "ANSWER: ")); key++)
		at[key[8] - 'A']++;
	for (int i = 0; i < 3; i++)
		assert_in_range(at[i], 10, 30);
	free(s);
	for (int i = 0; i < 60; i++)
		pack->questions[i].shuffle = SHUFFLE_NO;
	s = exported("aiken");
	assert_null(strstr(s, "ANSWER: B"));
	free(s);
}

/* What was written is read again, to the letter. */
static void a_pack_that_is_written_is_the_same_when_read(void **state)
{
	struct pack *again;
	char *s = NULL;
	size_t n;
	FILE *out = open_memstream(&s, &n);

	(void)state;
	import_text("aiken", aiken);
	pack->title.s = "Title";
	packwrite(out, pack);
	fclose(out);
	again = pack_read(s, n, "again.ini", &diag);
	assert_non_null(again);
	assert_int_equal(again->nquestions, 2);
	assert_string_equal(again->questions[0].ask.s, pack->questions[0].ask.s);
	assert_string_equal(again->questions[1].choices[2].text.s, "Paraguay");
	assert_int_equal(again->questions[1].pick, PICK_ALL);
	pack_drop(again);
	free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(aiken_comes_along, clean_up),
		cmocka_unit_test_teardown(
			a_question_that_cannot_come_along_is_named_and_the_next_one_comes,
			clean_up),
		cmocka_unit_test_teardown(a_question_that_was_there_before_is_named_with_its_line,
					  clean_up),
		cmocka_unit_test_teardown(
			right_answers_that_do_not_fit_on_a_screen_with_a_wrong_one_are_told,
			clean_up),
		cmocka_unit_test_teardown(bytes_of_windows_1252_are_read_and_told, clean_up),
		cmocka_unit_test_teardown(what_aiken_cannot_hold_is_told, clean_up),
		cmocka_unit_test_teardown(a_formula_is_kept_from_a_spreadsheet_and_comes_back,
					  clean_up),
		cmocka_unit_test_teardown(
			points_go_to_moodle_where_they_are_given_and_come_back_there_alone,
			clean_up),
		cmocka_unit_test_teardown(each_question_without_its_picture_is_told_at_its_line,
					  clean_up),
		cmocka_unit_test_teardown(a_letter_behind_answer_is_one_before_it_is_a_text,
					  clean_up),
		cmocka_unit_test_teardown(a_right_answer_is_not_always_the_first, clean_up),
		cmocka_unit_test_teardown(a_pack_that_is_written_is_the_same_when_read, clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
