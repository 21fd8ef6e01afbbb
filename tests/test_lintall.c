/* Rules over packs: where they speak, where they keep silent, and the arithmetic under them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "chance.h"
#include "lint.h"

static struct library packs;
static char folder[] = "/tmp/lintallXXXXXX";
static char *text; /* of the pack in the making */
static size_t ntext;
static FILE *out;

static void begin_pack(const char *head)
{
	out = open_memstream(&text, &ntext);
	fprintf(out, "title = Test\n%s\n", head);
}

static void end_pack(const char *name)
{
	char path[100];
	FILE *f;

	fclose(out);
	snprintf(path, sizeof path, "%s/%s.ini", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fwrite(text, 1, ntext, f);
	fclose(f);
	free(text);
	packs.keeps_texts = true;
	assert_non_null(library_add(&packs, path));
	unlink(path);
}

static int count_code(const char *code)
{
	int n = 0;

	for (int i = 0; i < packs.n; i++)
		for (int k = 0; k < packs.entries[i].diag.n; k++)
			n += strcmp(packs.entries[i].diag.findings[k].code, code) == 0;
	return n;
}

static const struct finding *find_code(const char *code)
{
	for (int i = 0; i < packs.n; i++)
		for (int k = 0; k < packs.entries[i].diag.n; k++)
			if (strcmp(packs.entries[i].diag.findings[k].code, code) == 0)
				return &packs.entries[i].diag.findings[k];
	return NULL;
}

static void lint(void)
{
	for (int i = 0; i < packs.n; i++)
		assert_int_equal(packs.entries[i].diag.errors, 0);
	lint_library(&packs);
}

static int clean_up(void **state)
{
	(void)state;
	library_finish(&packs);
	return 0;
}

/* ---- chance ---- */

static void assert_close(double is, double should)
{
	if (fabs(is - should) > 1e-9 + 1e-6 * should)
		fail_msg("%.12g, not %.12g", is, should);
}

static void the_tails_of_a_binomial_are_exact(void **state)
{
	const struct trials coins = {10, 0.5}, quarter = {20, 0.25};

	(void)state;
	assert_close(chance_at_least(&coins, 1, 8), 56.0 / 1024);
	assert_close(chance_at_least(&coins, 1, 10), 1.0 / 1024);
	assert_close(chance_at_most(&coins, 1, 2), 56.0 / 1024);
	assert_close(chance_at_least(&coins, 1, 0), 1);
	assert_close(chance_at_least(&coins, 1, 11), 0);
	assert_close(chance_at_most(&coins, 1, -1), 0);
	assert_close(chance_at_most(&coins, 1, 10), 1);
	assert_close(chance_expected(&quarter, 1), 5);
	/* 1 - sum over k < 10 of C(20, k) 3^(20-k) / 4^20 */
	assert_close(chance_at_least(&quarter, 1, 10), 0.013864416943);
}

static void trials_of_different_chances_sum_to_the_poisson_binomial(void **state)
{
	/* By hand: of two coins and a throw of one in four, 2 or more is 1/4 + 1/2 * 1/4. */
	const struct trials mixed[] = {{2, 0.5}, {1, 0.25}};

	(void)state;
	assert_close(chance_at_least(mixed, 2, 3), 1.0 / 16);
	assert_close(chance_at_least(mixed, 2, 2), 3.0 / 8);
	assert_close(chance_at_most(mixed, 2, 0), 3.0 / 16);
}

static void many_trials_are_near_the_normal_distribution(void **state)
{
	const struct trials exact = {1000, 0.25}, many = {1001, 0.25};

	(void)state;
	for (int k = 200; k <= 300; k += 10)
		assert_true(fabs(chance_at_least(&exact, 1, k) - chance_at_least(&many, 1, k)) <
			    0.01);
}

static void chi_square_is_as_in_the_tables(void **state)
{
	(void)state;
	assert_true(fabs(chance_chi_square(3.841459, 1) - 0.05) < 1e-6);
	assert_true(fabs(chance_chi_square(5.991465, 2) - 0.05) < 1e-6);
	assert_true(fabs(chance_chi_square(7.814728, 3) - 0.05) < 1e-6);
	assert_true(fabs(chance_chi_square(16.266236, 3) - 0.001) < 1e-7);
	assert_true(fabs(chance_chi_square(18.467, 4) - 0.001) < 1e-6);
	assert_true(fabs(chance_chi_square(37.652, 25) - 0.05) < 1e-5);
	assert_close(chance_chi_square(0, 3), 1);
}

/* ---- over a pack ---- */

/* A question with a right answer in a place, of equally long choices. */
static void ask(int number, int place, int choices, const char *more)
{
	fprintf(out, "[question]\nask = Matter %c%c\n", 'A' + number / 26, 'A' + number % 26);
	for (int i = 0; i < choices; i++)
		fprintf(out, "%s = %c%c%c\n", i == place ? "right" : "wrong", 'a' + number / 26,
			'a' + number % 26, 'a' + i);
	fprintf(out, "%s\n", more);
}

static void a_favourite_place_is_told_where_the_order_is_kept(void **state)
{
	(void)state;
	begin_pack("shuffle = no");
	for (int i = 0; i < 20; i++)
		ask(i, i < 14 ? 1 : i % 4, 4, "");
	end_pack("a");
	lint();
	assert_int_equal(count_code("W631"), 1);
	assert_string_equal(find_code("W631")->message,
			    "the right answer stands in place 2 in 15 of 20 questions that keep "
			    "their order; about 5 would be chance");
}

static void a_favourite_place_does_not_matter_where_choices_are_shuffled(void **state)
{
	(void)state;
	begin_pack("");
	for (int i = 0; i < 20; i++)
		ask(i, 1, 4, "");
	end_pack("a");
	lint();
	assert_null(find_code("W631"));
}

static void places_by_chance_or_too_few_are_not_told(void **state)
{
	(void)state;
	begin_pack("shuffle = no");
	for (int i = 0; i < 20; i++)
		ask(i, i < 5 ? 1 : i % 4, 4, ""); /* 9 of 20: p = 0.13 */
	end_pack("a");
	begin_pack("shuffle = no");
	for (int i = 0; i < 19; i++)
		ask(i, 1, 4, "");
	end_pack("b");
	lint();
	assert_null(find_code("W631"));
}

static void a_code_in_the_head_silences_a_rule_over_the_pack(void **state)
{
	(void)state;
	begin_pack("shuffle = no\nlint-ignore = w631");
	for (int i = 0; i < 20; i++)
		ask(i, 1, 4, i == 0 ? "lint-ignore = N000" : "");
	end_pack("a");
	lint();
	assert_null(find_code("W631"));
}

static void ask_long(int number, bool longest)
{
	fprintf(out,
		"[question]\nask = Matter %d\nright = is%s\nwrong = ab, cd\nwrong = de, f\n"
		"wrong = gh, j\n",
		number, longest ? " by far the longest" : "");
}

static void right_answers_that_are_longest_too_often_are_told(void **state)
{
	(void)state;
	begin_pack("");
	for (int i = 0; i < 20; i++)
		ask_long(i, i < 14);
	end_pack("a");
	lint();
	assert_int_equal(count_code("W632"), 1);
	assert_string_equal(find_code("W632")->message,
			    "the right answer is the longest in 14 of 20 questions; about 5 would "
			    "be chance");
}

static void right_answers_that_are_longest_now_and_then_are_not_told(void **state)
{
	(void)state;
	begin_pack("");
	for (int i = 0; i < 20; i++)
		ask_long(i, i < 11); /* p = 0.0039 */
	end_pack("a");
	begin_pack("");
	for (int i = 0; i < 9; i++)
		ask_long(i, true);
	end_pack("b");
	lint();
	assert_null(find_code("W632"));
}

static void statements(int n, int trues)
{
	begin_pack("");
	for (int i = 0; i < n; i++)
		fprintf(out, "[question]\nask = Matter %d is so\nanswer = %s\n", i,
			i < trues ? "true" : "false");
}

static void statements_that_are_mostly_true_are_told(void **state)
{
	(void)state;
	statements(20, 17); /* 2 * 1351 / 2^20 = 0.0026 */
	end_pack("a");
	lint();
	assert_string_equal(find_code("N633")->message,
			    "17 of 20 statements are true; about 10 would be chance");
}

static void statements_that_are_mostly_false_are_told(void **state)
{
	(void)state;
	statements(10, 0);
	end_pack("a");
	lint();
	assert_string_equal(find_code("N633")->message,
			    "10 of 10 statements are false; about 5 would be chance");
}

static void statements_of_both_kinds_are_not_told(void **state)
{
	(void)state;
	statements(20, 15); /* 2 * 21700 / 2^20 = 0.041 */
	end_pack("a");
	statements(9, 9);
	end_pack("b");
	lint();
	assert_null(find_code("N633"));
}

static void numbers(int n, int extremes, const char *unit)
{
	begin_pack("");
	for (int i = 0; i < n; i++)
		fprintf(out,
			"[question]\nask = How many of %d\n%s = 1,%03d%s\n%s = 2,500%s\n"
			"wrong = 900.5%s\nwrong = 7%s\n",
			i, i < extremes ? "wrong" : "right", i, unit,
			i < extremes ? "right" : "wrong", unit, unit, unit);
}

static void right_numbers_that_are_never_outermost_are_told(void **state)
{
	(void)state;
	numbers(12, 0, " km");
	end_pack("a");
	lint();
	assert_string_equal(find_code("N634")->message,
			    "the right number is the smallest or the largest in 0 of 12 questions; "
			    "about 6 would be chance");
}

static void right_numbers_that_are_always_outermost_are_told(void **state)
{
	(void)state;
	numbers(12, 12, "");
	end_pack("a");
	lint();
	assert_int_equal(count_code("N634"), 1);
}

static void right_numbers_anywhere_are_not_told(void **state)
{
	(void)state;
	numbers(12, 4, "");
	end_pack("a");
	lint();
	assert_null(find_code("N634"));
}

static void questions_that_rounds_leave_out_are_told(void **state)
{
	(void)state;
	begin_pack("");
	ask(0, 0, 3, "");
	ask(1, 0, 3, "[topic One]");
	ask(2, 0, 3, "[topic Two]");
	ask(3, 0, 3, "");
	end_pack("a");
	lint();
	assert_int_equal(count_code("N635"), 1);
	assert_string_equal(find_code("N635")->message,
			    "2 questions have no topic: a game in rounds leaves them out");
	assert_int_equal(find_code("N635")->second.line, 4);
}

static void one_topic_makes_no_rounds(void **state)
{
	(void)state;
	begin_pack("");
	ask(0, 0, 3, "[topic One]");
	ask(1, 0, 3, "");
	end_pack("a");
	begin_pack("");
	ask(0, 0, 3, "");
	end_pack("b");
	lint();
	assert_null(find_code("N635"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, clean_up)
	const struct CMUnitTest tests[] = {
		TEST(the_tails_of_a_binomial_are_exact),
		TEST(trials_of_different_chances_sum_to_the_poisson_binomial),
		TEST(many_trials_are_near_the_normal_distribution),
		TEST(chi_square_is_as_in_the_tables),
		TEST(a_favourite_place_is_told_where_the_order_is_kept),
		TEST(a_favourite_place_does_not_matter_where_choices_are_shuffled),
		TEST(places_by_chance_or_too_few_are_not_told),
		TEST(a_code_in_the_head_silences_a_rule_over_the_pack),
		TEST(right_answers_that_are_longest_too_often_are_told),
		TEST(right_answers_that_are_longest_now_and_then_are_not_told),
		TEST(statements_that_are_mostly_true_are_told),
		TEST(statements_that_are_mostly_false_are_told),
		TEST(statements_of_both_kinds_are_not_told),
		TEST(right_numbers_that_are_never_outermost_are_told),
		TEST(right_numbers_that_are_always_outermost_are_told),
		TEST(right_numbers_anywhere_are_not_told),
		TEST(questions_that_rounds_leave_out_are_told),
		TEST(one_topic_makes_no_rounds),
	};
	int status;

	if (!mkdtemp(folder))
		return 1;
	status = cmocka_run_group_tests(tests, NULL, NULL);
	rmdir(folder);
	return status;
}
