/*
 * What play shows about questions: a made-up class of 60 players, whose figures were worked
 * elsewhere and by other ways (Pearson's correlation on the raw lists; Wilson's interval as the
 * roots of (p - x)^2 n = z^2 x (1 - x)).
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "stats.h"

enum { PLAYERS = 60, QUESTIONS = 6 };

static struct stats *stats;
static const struct stats_question *questions;
static int nquestions;

static int set_up(void **state)
{
	(void)state;
	stats = stats_create();
	return !stats;
}

static int clean_up(void **state)
{
	(void)state;
	stats_destroy(stats);
	return 0;
}

static unsigned lot;

static int percent(void)
{
	lot = (lot * 1103515245u + 12345u) & 0x7fffffff;
	return (int)((lot >> 16) % 100);
}

/* Question 3 has the wrong answer marked: the more somebody knows, the less often it is chosen. */
static void ask_the_class(void)
{
	static const char *const ids[] = {"q0", "q1", "q2", "q3", "q4", "q5"};

	lot = 7;
	for (int p = 0; p < PLAYERS; p++) {
		int able = p * 100 / PLAYERS;

		for (int q = 0; q < QUESTIONS; q++) {
			int r = percent(), ms = 1000 + 50 * percent();
			const int bounds[] = {90,         able,          50,
					      100 - able, 30 + able / 2, able / 2 + 20};
			bool late = q == 5 && r >= 97, right = !late && r < bounds[q];
			struct stats_answer a = {.game = p + 1,
						 .pack = "class",
						 .question = ids[q],
						 .chosen = late              ? ""
							   : right           ? "a"
							   : q == 3 || r % 3 ? "b"
									     : "c",
						 .right = right,
						 .late = late,
						 .took_ms = ms};
			assert_true(stats_add(stats, &a));
		}
	}
	assert_true(stats_count(stats, &questions, &nquestions));
	assert_int_equal(nquestions, QUESTIONS);
}

static void assert_near(double a, double b)
{
	if (isnan(b) ? !isnan(a) : !(fabs(a - b) < 1e-6))
		fail_msg("%.9f is not %.9f", a, b);
}

static void figures_are_those_worked_by_hand(void **state)
{
	static const struct {
		int asked, right, late;
		double share, low, high, discrimination, median, lower, upper;
		struct {
			int n;
			double separation;
		} choice[3];
	} known[QUESTIONS] = {
		{60,
		 57,
		 0,
		 0.950000,
		 0.862995,
		 0.982850,
		 0.280443,
		 3650.00,
		 2587.50,
		 4700.00,
		 {{57, 0.280443}, {2, -0.146881}, {1, -0.271484}}},
		{60,
		 30,
		 0,
		 0.500000,
		 0.377350,
		 0.622650,
		 0.227831,
		 3100.00,
		 2087.50,
		 4662.50,
		 {{30, 0.227831}, {24, -0.292322}, {6, 0.097642}}},
		{60,
		 28,
		 0,
		 0.466667,
		 0.346279,
		 0.591066,
		 -0.034849,
		 3900.00,
		 2400.00,
		 4812.50,
		 {{28, -0.034849}, {25, -0.132243}, {7, 0.257249}}},
		{60,
		 30,
		 0,
		 0.500000,
		 0.377350,
		 0.622650,
		 -0.164276,
		 3625.00,
		 2550.00,
		 4500.00,
		 {{30, -0.164276}, {30, 0.164276}, {0, NAN}}},
		{60,
		 29,
		 0,
		 0.483333,
		 0.361750,
		 0.606922,
		 0.170951,
		 3550.00,
		 2025.00,
		 5175.00,
		 {{29, 0.170951}, {25, 0.061694}, {6, -0.386146}}},
		{60,
		 28,
		 2,
		 0.466667,
		 0.346279,
		 0.591066,
		 0.151298,
		 3900.00,
		 2037.50,
		 4700.00,
		 {{28, 0.159127}, {19, -0.035794}, {11, -0.159981}}},
	};
	static const char *const ids[] = {"a", "b", "c"};

	(void)state;
	ask_the_class();
	for (int q = 0; q < QUESTIONS; q++) {
		const struct stats_question *f = &questions[q];

		assert_int_equal(f->asked, known[q].asked);
		assert_int_equal(f->right, known[q].right);
		assert_int_equal(f->late, known[q].late);
		assert_near(f->share, (double)known[q].right / known[q].asked);
		assert_near(f->low, known[q].low);
		assert_near(f->high, known[q].high);
		assert_near(f->discrimination, known[q].discrimination);
		assert_near(f->median_ms, known[q].median);
		assert_near(f->low_ms, known[q].lower);
		assert_near(f->high_ms, known[q].upper);
		for (int i = 0; i < 3; i++) {
			const struct stats_choice *c = stats_choice(f, ids[i]);

			assert_int_equal(c ? c->n : 0, known[q].choice[i].n);
			if (!c)
				continue;
			assert_near(c->separation, known[q].choice[i].separation);
			assert_near(c->pull, (double)c->n / f->answered);
		}
	}
}

static void a_wrong_key_is_found_and_only_that_one(void **state)
{
	(void)state;
	ask_the_class();
	for (int q = 0; q < QUESTIONS; q++) {
		const struct stats_choice *key = stats_wrong_key(&questions[q], "a");

		if (q == 3)
			assert_string_equal(key->id, "b");
		else
			assert_null(key);
	}
	assert_false(questions[0].separates_nobody);
	assert_true(questions[2].separates_nobody);
}

static void answer(int64_t game, const char *question, const char *chosen, bool right)
{
	struct stats_answer a = {.game = game,
				 .pack = "pack",
				 .question = question,
				 .chosen = chosen,
				 .right = right,
				 .took_ms = 1000};

	assert_true(stats_add(stats, &a));
}

static void no_figure_is_told_below_its_number_of_answers(void **state)
{
	(void)state;
	for (int i = 0; i < STATS_FLAG - 1; i++) {
		answer(i, "one", i % 2 ? "a" : "b", i % 2);
		answer(i, "two", "a", i % 2);
		if (i < STATS_SHARE - 1)
			answer(i, "few", "a", true);
	}
	assert_true(stats_count(stats, &questions, &nquestions));
	assert_string_equal(questions[0].id, "one");
	assert_true(isnan(questions[0].discrimination));
	assert_false(questions[0].separates_nobody);
	assert_false(isnan(questions[0].median_ms));
	assert_string_equal(questions[2].id, "few");
	assert_true(isnan(questions[2].median_ms));
}

static void a_question_all_alone_in_its_game_separates_nothing(void **state)
{
	(void)state;
	for (int i = 0; i < 100; i++)
		answer(i, "one", i % 2 ? "a" : "b", i % 2);
	assert_true(stats_count(stats, &questions, &nquestions));
	assert_true(isnan(questions[0].discrimination));
	assert_near(questions[0].share, 0.5);
}

static void a_choice_is_idle_once_its_pull_is_surely_below_a_twentieth(void **state)
{
	(void)state;
	for (int i = 0; i < 72; i++)
		answer(i, "72", "a", true);
	for (int i = 0; i < 73; i++)
		answer(i, "73", i == 0 ? "b" : "a", true);
	for (int i = 0; i < 200; i++)
		answer(i, "200", i < 2 ? "b" : "a", true);
	assert_true(stats_count(stats, &questions, &nquestions));
	assert_false(stats_is_idle(&questions[0], NULL)); /* 0 of 72: below 5.07 % */
	assert_true(stats_is_idle(&questions[1], NULL));  /* 0 of 73: below 5.00 % */
	assert_false(stats_is_idle(&questions[1], stats_choice(&questions[1], "b")));
	assert_true(stats_is_idle(&questions[2], stats_choice(&questions[2], "b")));
}

static void several_choices_of_one_answer_all_count(void **state)
{
	(void)state;
	for (int i = 0; i < 20; i++)
		answer(i, "one", i % 4 ? "aa bb" : "bb", i % 4);
	assert_true(stats_count(stats, &questions, &nquestions));
	assert_int_equal(stats_choice(&questions[0], "aa")->n, 15);
	assert_int_equal(stats_choice(&questions[0], "bb")->n, 20);
	assert_null(stats_choice(&questions[0], "b"));
}

static void games_are_left_after_their_last_answer(void **state)
{
	(void)state;
	answer(1, "one", "a", true);
	answer(2, "one", "a", true);
	answer(1, "two", "a", true);
	answer(2, "two", "a", true);
	answer(3, "one", "b", false);
	assert_true(stats_left(stats, 3));
	assert_true(stats_left(stats, 1));
	assert_true(stats_left(stats, 99));
	assert_true(stats_count(stats, &questions, &nquestions));
	assert_int_equal(questions[0].left, 1);
	assert_int_equal(questions[1].left, 1);
}

/* In hot seat each player's other answers are their own. */
static void players_of_one_game_are_told_apart(void **state)
{
	(void)state;
	for (int i = 0; i < 40; i++)
		for (int p = 0; p < 2; p++) {
			struct stats_answer a = {.game = i,
						 .player = p,
						 .pack = "pack",
						 .question = p ? "one" : "two",
						 .chosen = "a",
						 .right = i % 2};
			assert_true(stats_add(stats, &a));
		}
	assert_true(stats_count(stats, &questions, &nquestions));
	assert_true(isnan(questions[0].discrimination));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, clean_up)
	const struct CMUnitTest tests[] = {
		TEST(figures_are_those_worked_by_hand),
		TEST(a_wrong_key_is_found_and_only_that_one),
		TEST(no_figure_is_told_below_its_number_of_answers),
		TEST(a_question_all_alone_in_its_game_separates_nothing),
		TEST(a_choice_is_idle_once_its_pull_is_surely_below_a_twentieth),
		TEST(several_choices_of_one_answer_all_count),
		TEST(games_are_left_after_their_last_answer),
		TEST(players_of_one_game_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
