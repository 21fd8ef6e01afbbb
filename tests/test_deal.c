#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "quiz.h"
#include "rng.h"

static void one_of_several_right_ones_is_drawn_each_time(void **state)
{
	struct question q = make(3, 4);
	int drawn[3] = {0};

	(void)state;
	q.pick = PICK_ONE;
	q.show = 4;
	for (uint64_t seed = 0; seed < 3000; seed++) {
		start_one(q, seed);
		assert_int_equal(game_asked(&game)->nshown, 4);
		assert_int_equal(__builtin_popcount(game_asked(&game)->right), 1);
		for (int i = 0; i < 3; i++)
			drawn[i] += is_shown(i);
	}
	assert_true(chi_square(drawn, 3) < 13.8);
}

static void wrong_ones_are_drawn_from_a_pool(void **state)
{
	struct question q = make(1, 25);
	int drawn[25] = {0};

	(void)state;
	q.show = 4;
	for (uint64_t seed = 0; seed < 5000; seed++) {
		start_one(q, seed);
		assert_true(is_shown(0));
		for (int i = 0; i < 25; i++)
			drawn[i] += is_shown(i + 1);
	}
	assert_true(chi_square(drawn, 25) < 51.2);
}

static void pick_all_shows_every_right_one_and_a_wrong_one(void **state)
{
	static const struct {
		int nright, nwrong, show, nshown;
	} rows[] = {
		{3, 9, 5, 5}, {3, 9, 2, 4}, {3, 0, 6, 3}, {5, 5, 3, 6}, {6, 3, 6, 6}, {2, 1, 6, 3},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct question q = make(rows[i].nright, rows[i].nwrong);

		q.pick = PICK_ALL;
		q.show = (uint8_t)rows[i].show;
		start_one(q, i);
		assert_int_equal(game_asked(&game)->nshown, rows[i].nshown);
		assert_int_equal(game_asked(&game)->need, rows[i].nright);
		for (int k = 0; k < rows[i].nright; k++)
			assert_true(is_shown(k));
	}
}

static void pick_any_shows_both_kinds_in_changing_numbers(void **state)
{
	struct question q = make(4, 4);
	int counts[5] = {0};

	(void)state;
	q.pick = PICK_ANY;
	q.show = 3;
	for (uint64_t seed = 0; seed < 500; seed++) {
		start_one(q, seed);
		assert_int_equal(game_asked(&game)->nshown, 3);
		assert_int_equal(game_asked(&game)->need, 1);
		counts[__builtin_popcount(game_asked(&game)->right)]++;
	}
	assert_int_equal(counts[0] + counts[3], 0);
	assert_true(counts[1] > 100 && counts[2] > 100);
}

static void the_right_answer_is_at_each_place_equally_often(void **state)
{
	(void)state;
	for (uint8_t show = 2; show <= PACK_SHOWN; show++) {
		/* One in a thousand, for 1 to 5 degrees of freedom. */
		static const double limits[] = {10.8, 13.8, 16.3, 18.5, 20.5};
		struct question q = make(1, 11);
		int at[PACK_SHOWN] = {0};

		q.show = show;
		for (uint64_t seed = 0; seed < 6000; seed++) {
			start_one(q, seed);
			at[__builtin_ctz(game_asked(&game)->right)]++;
		}
		assert_true(chi_square(at, show) < limits[show - 2]);
	}
}

static void within_one_game_the_right_answers_are_spread_too(void **state)
{
	static struct question questions[PACK_DRAW];
	int at[4] = {0}, pairs[16] = {0};

	(void)state;
	for (int i = 0; i < PACK_DRAW; i++)
		questions[i] = make(1, 3);
	for (uint64_t seed = 0; seed < 50; seed++) {
		start(questions, PACK_DRAW, seed);
		for (int i = 0; i < PACK_DRAW; i++)
			at[__builtin_ctz(game.asked[i].right)]++;
		for (int i = 0; i < PACK_DRAW; i += 2)
			pairs[__builtin_ctz(game.asked[i].right) * 4 +
			      __builtin_ctz(game.asked[i + 1].right)]++;
	}
	assert_true(chi_square(at, 4) < 16.3);
	assert_true(chi_square(pairs, 16) < 37.7);
}

static void shuffle_no_keeps_the_order_of_the_file(void **state)
{
	struct question q = make(1, 9);

	(void)state;
	q.shuffle = SHUFFLE_NO;
	for (uint64_t seed = 0; seed < 100; seed++) {
		start_one(q, seed);
		for (int i = 1; i < game_asked(&game)->nshown; i++)
			assert_true(game_asked(&game)->shown[i - 1] < game_asked(&game)->shown[i]);
	}
}

static void keep_last_keeps_only_the_last(void **state)
{
	struct question q = make(1, 4);
	int first[4] = {0};

	(void)state;
	q.shuffle = SHUFFLE_KEEP_LAST;
	for (uint64_t seed = 0; seed < 400; seed++) {
		start_one(q, seed);
		assert_int_equal(game_asked(&game)->shown[4], 4);
		first[game_asked(&game)->shown[0]]++;
	}
	assert_true(chi_square(first, 4) < 16.3);
}

static void all_of_the_above_stays_last_by_itself(void **state)
{
	struct choice choices[] = {{.right = true}, {.last = true}, {0}, {0}};
	struct question q = make(1, 3);
	int first[4] = {0};

	(void)state;
	q.choices = choices;
	for (uint64_t seed = 0; seed < 300; seed++) {
		start_one(q, seed);
		assert_int_equal(game_asked(&game)->shown[3], 1);
		first[game_asked(&game)->shown[0]]++;
	}
	assert_true(first[0] > 50 && first[2] > 50 && first[3] > 50);
}

static void a_statement_is_true_or_false_in_that_order(void **state)
{
	struct question q = make(1, 1);

	(void)state;
	q.statement = true;
	for (uint64_t seed = 0; seed < 50; seed++) {
		start_one(q, seed);
		assert_int_equal(game_asked(&game)->shown[0], 0);
		assert_int_equal(game_asked(&game)->shown[1], 1);
		assert_int_equal(game_asked(&game)->right, 1);
	}
}

static void the_same_seed_is_the_same_quiz(void **state)
{
	static struct question questions[20];
	static struct game first;
	int moved = 0;

	(void)state;
	for (int i = 0; i < 20; i++)
		questions[i] = make(1, 9);
	start(questions, 20, 77);
	first = game;
	start(questions, 20, 77);
	assert_memory_equal(first.asked, game.asked, sizeof(game.asked));
	start(questions, 20, 78);
	for (int i = 0; i < 20; i++)
		moved += memcmp(first.asked[i].shown, game.asked[i].shown, PACK_SHOWN) != 0;
	assert_true(moved > 15);
}

static void a_change_of_one_question_moves_no_other(void **state)
{
	static struct question questions[20];
	static struct game before;

	(void)state;
	for (int i = 0; i < 20; i++)
		questions[i] = make(1, 9);
	start(questions, 20, 5);
	before = game;
	questions[4] = make(2, 3);
	start(questions, 20, 5);
	for (int i = 0; i < 20; i++)
		if (i != 4)
			assert_memory_equal(&before.asked[i], &game.asked[i], sizeof(struct asked));
}

static void nothing_odd_is_ever_dealt_and_scores_add_up(void **state)
{
	enum { QUESTIONS = 12 };
	struct rng r;

	(void)state;
	rng_init(&r, 2024);
	for (uint64_t seed = 0; seed < 5000; seed++) {
		struct choice choices[QUESTIONS][PACK_CHOICES] = {0};
		struct question questions[QUESTIONS] = {0};
		int64_t now_ms = 0, took_ms = 0;
		int score = 0, right = 0;

		for (int i = 0; i < QUESTIONS; i++) {
			struct question *q = &questions[i];

			*q = make(1, 1);
			q->nright = 1 + (int)rng_below(&r, PACK_RIGHT);
			q->nchoices = q->nright + (int)rng_below(&r, PACK_CHOICES + 1 - PACK_RIGHT);
			q->pick = (uint8_t)rng_below(&r, 3);
			if (q->nchoices == 1 || q->pick != PICK_ALL) /* as in any pack */
				q->nchoices += q->nchoices == q->nright;
			q->choices = choices[i];
			for (int k = 0; k < q->nchoices; k++) {
				choices[i][k].right = k < q->nright;
				choices[i][k].last = rng_below(&r, 10) == 0;
			}
			rng_shuffle(&r, choices[i], (uint32_t)q->nchoices, sizeof(struct choice));
			q->show = (uint8_t)(2 + rng_below(&r, 5));
			q->shuffle = (uint8_t)rng_below(&r, 3);
			q->level = (uint8_t)rng_below(&r, 6);
			q->points = (int)rng_below(&r, 500) - 100;
			q->time_s = (int)rng_below(&r, 30) - 1;
		}
		start(questions, QUESTIONS, seed);
		do {
			const struct question *q = game_question(&game);
			const struct asked *a = game_asked(&game);
			uint32_t seen = 0, chosen = 0;

			assert_true(a->nshown >= 2 && a->nshown <= PACK_SHOWN);
			assert_true(a->nshown <= q->nchoices);
			for (int k = 0; k < a->nshown; k++) {
				assert_true(a->shown[k] < q->nchoices);
				assert_false(seen >> a->shown[k] & 1);
				seen |= UINT32_C(1) << a->shown[k];
				assert_int_equal(a->right >> k & 1, game_choice(&game, k)->right);
			}
			assert_true(a->right != 0 && a->right >> a->nshown == 0);
			if (q->nright < q->nchoices && (q->pick != PICK_ALL || q->nright < 6))
				assert_true(wrong_one() != 0);
			if (q->pick == PICK_ALL)
				assert_int_equal(__builtin_popcount(a->right), q->nright);

			now_ms = game.asked_ms + rng_below(&r, 40000);
			if (a->need > 1)
				chosen = 1 + rng_below(&r, all_shown());
			else
				chosen = UINT32_C(1) << rng_below(&r, a->nshown);
			if (rng_below(&r, 3) == 0)
				chosen = right_one();
			if (!game_tick(&game, now_ms))
				game_answer(&game, chosen, now_ms);
			assert_true(a->speed <= a->base / 5);
			score += a->base + a->speed + a->streak;
			right += a->outcome == OUTCOME_RIGHT;
			took_ms += a->took_ms;
		} while (game_next(&game, now_ms));
		assert_int_equal(game.players[0].score, score);
		assert_int_equal(game.players[0].right, right);
		assert_int_equal(game.players[0].floor, right);
		assert_int_equal(game.players[0].total_ms, took_ms);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_of_several_right_ones_is_drawn_each_time),
		cmocka_unit_test(wrong_ones_are_drawn_from_a_pool),
		cmocka_unit_test(pick_all_shows_every_right_one_and_a_wrong_one),
		cmocka_unit_test(pick_any_shows_both_kinds_in_changing_numbers),
		cmocka_unit_test(the_right_answer_is_at_each_place_equally_often),
		cmocka_unit_test(within_one_game_the_right_answers_are_spread_too),
		cmocka_unit_test(shuffle_no_keeps_the_order_of_the_file),
		cmocka_unit_test(keep_last_keeps_only_the_last),
		cmocka_unit_test(all_of_the_above_stays_last_by_itself),
		cmocka_unit_test(a_statement_is_true_or_false_in_that_order),
		cmocka_unit_test(the_same_seed_is_the_same_quiz),
		cmocka_unit_test(a_change_of_one_question_moves_no_other),
		cmocka_unit_test(nothing_odd_is_ever_dealt_and_scores_add_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
