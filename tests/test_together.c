/* Several players: in turns, and with buzzers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "quiz.h"

enum { SECOND = 1000 };

static struct question questions[PACK_DRAW];

/* Questions of 20 s and 300 points each. */
static void fill(int n)
{
	for (int i = 0; i < n; i++) {
		questions[i] = make(1, 3);
		questions[i].time_s = 20;
	}
}

static void turns(const char *mode, int nplayers, int n)
{
	fill(n);
	start_together(mode, PARTY_TURNS, nplayers, questions, n, 1, NULL);
}

static void buzzers(const char *mode, int nplayers, int n, uint64_t seed)
{
	fill(n);
	start_together(mode, PARTY_BUZZERS, nplayers, questions, n, seed, NULL);
}

/* ---- in turns ---- */

static void each_turn_waits_until_its_player_is_ready(void **state)
{
	(void)state;
	turns("climb", 2, 4);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(game.phase, PHASE_WAITING);
		assert_int_equal(game.turn, i % 2);
		assert_false(game_tick(&game, game.asked_ms + 1000 * SECOND));
		game_ready(&game, game.asked_ms + 2000 * SECOND);
		assert_int_equal(game_left_ms(&game, game.asked_ms), 20 * SECOND);
		play_on(right_one());
	}
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game.players[0].score, game.players[1].score);
	assert_int_equal(game.players[0].total_ms, 2 * 3 * SECOND);
}

static void all_players_get_as_many_questions(void **state)
{
	(void)state;
	for (int nplayers = 2; nplayers <= GAME_PLAYERS; nplayers++)
		for (int n = nplayers; n <= 60; n++) {
			turns("climb", nplayers, n);
			do {
				game_ready(&game, game.asked_ms);
			} while (play_on(game.at % 3 ? right_one() : wrong_one()));
			for (int i = 0; i < nplayers; i++)
				assert_int_equal(game.players[i].asked, n / nplayers);
			assert_int_equal(game_answers(&game), n / nplayers * nplayers);
		}
}

static void with_fewer_questions_than_players_the_first_get_them(void **state)
{
	(void)state;
	turns("climb", 5, 3);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(game.turn, i);
		game_ready(&game, game.asked_ms);
		assert_int_equal(play_on(right_one()), i < 2);
	}
	assert_int_equal(game.players[4].asked, 0);
}

static void in_one_take_the_others_go_on(void **state)
{
	/* Who is asked, and whether they know: the second is out at once, then the first. */
	static const struct {
		int player;
		bool right;
	} rows[] = {{0, true}, {1, false}, {2, true}, {0, false}, {2, true}, {2, true}, {2, true}};

	(void)state;
	turns("one-take", 3, 12);
	for (int i = 0; i < 7; i++) {
		assert_int_equal(game.phase, PHASE_WAITING);
		assert_int_equal(game.turn, rows[i].player);
		game_ready(&game, game.asked_ms);
		assert_int_equal(play_on(rows[i].right ? right_one() : wrong_one()), i < 6);
	}
	assert_int_equal(game.players[2].asked, 4);
	assert_int_equal(game_place(&game, 2), 1);
	assert_int_equal(game_place(&game, 0), 2);
	assert_int_equal(game_place(&game, 1), 3);
}

static void one_take_is_over_with_the_last_player(void **state)
{
	(void)state;
	turns("one-take", 2, 12);
	game_ready(&game, 0);
	assert_true(play_on(wrong_one()));
	game_ready(&game, game.asked_ms);
	assert_false(play_on(wrong_one()));
	assert_int_equal(game.at, 1);
}

static void one_player_can_have_more_time_or_all_of_it(void **state)
{
	static const int more[] = {0, 50, -1};

	(void)state;
	fill(6);
	start_together("climb", PARTY_TURNS, 3, questions, 6, 1, more);
	for (int i = 0; i < 6; i++) {
		static const int64_t left[] = {20 * SECOND, 30 * SECOND, -1};
		game_ready(&game, game.asked_ms);
		assert_int_equal(game_left_ms(&game, game.asked_ms), left[i % 3]);
		assert_int_equal(game_has(&game, LIFELINE_TIME), i % 3 < 2);
		play_on(right_one());
	}
	/* 3 s of 20 and of 30: 60 x 17 / 20, 60 x 27 / 30; without a clock nothing. */
	assert_int_equal(game.asked[0].speed, 51);
	assert_int_equal(game.asked[1].speed, 54);
	assert_int_equal(game.asked[2].speed, 0);
}

static void a_streak_is_a_players_own(void **state)
{
	(void)state;
	turns("climb", 2, 8);
	for (int i = 0; i < 8; i++) {
		game_ready(&game, game.asked_ms);
		play_on(i % 2 ? wrong_one() : right_one());
		assert_int_equal(game.asked[i].streak, i == 4 || i == 6 ? 50 : 0);
	}
	assert_int_equal(game.players[0].best_streak, 4);
	assert_int_equal(game.players[1].best_streak, 0);
}

static void equals_have_the_same_place(void **state)
{
	static const struct player players[] = {
		{.score = 500, .right = 2, .asked = 2, .total_ms = 9000},
		{.score = 700, .right = 2, .asked = 2, .total_ms = 9000},
		{.score = 500, .right = 2, .asked = 2, .total_ms = 9000},
		{.score = 500, .right = 2, .asked = 2, .total_ms = 8000},
		{.score = 500, .right = 3, .asked = 2, .total_ms = 9999},
	};
	static const int places[] = {3, 1, 3, 3, 2}; /* time decides nothing */

	(void)state;
	turns("climb", 5, 10);
	memcpy(game.players, players, sizeof players);
	for (int i = 0; i < 5; i++)
		assert_int_equal(game_place(&game, i), places[i]);
}

static void somebody_has_scored_with_the_first_right_answer(void **state)
{
	(void)state;
	turns("climb", 2, 4);
	assert_false(game_scored(&game));
	game_ready(&game, 0);
	play_on(wrong_one());
	assert_false(game_scored(&game));
	game_ready(&game, game.asked_ms);
	play_on(right_one());
	assert_true(game_scored(&game));
}

static void who_was_not_asked_comes_last(void **state)
{
	(void)state;
	turns("climb", 4, 2);
	for (int i = 0; i < 2; i++) {
		game_ready(&game, game.asked_ms);
		play_on(wrong_one());
	}
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game_place(&game, 0), 1);
	assert_int_equal(game_place(&game, 1), 1);
	assert_int_equal(game_place(&game, 2), 3);
	assert_int_equal(game_place(&game, 3), 3);
	buzzers("climb", 3, 1, 1); /* a question is everybody's there */
	assert_int_equal(game_place(&game, 2), 1);
}

/* ---- with buzzers ---- */

static void nobody_sees_the_first_question_before_all_are_ready(void **state)
{
	(void)state;
	buzzers("climb", 3, 2, 1);
	assert_int_equal(game.phase, PHASE_WAITING);
	assert_int_equal(game.turn, -1);
	assert_false(game_may_buzz(&game, 0));
	game_ready(&game, 5000);
	assert_int_equal(game_left_ms(&game, 5000), 20 * SECOND);
	game_buzz(&game, 1, 6000);
	game_answer(&game, right_one(), 7000);
	assert_true(game_next(&game, 9000));
	assert_int_equal(game.phase, PHASE_ASKING);
}

static void the_first_press_takes_the_turn(void **state)
{
	(void)state;
	buzzers("climb", 3, 2, 1);
	game_ready(&game, 0);
	assert_int_equal(game_buzz(&game, 1 << 1, 4000), 1);
	for (int i = 0; i < 3; i++)
		assert_false(game_may_buzz(&game, i));
	assert_int_equal(game_asked(&game)->tied, 0);
	assert_int_equal(game_answer(&game, right_one(), 8000), OUTCOME_RIGHT);
	/* It took the time to the press, and 300 x 16 / (5 x 20) is for that. */
	assert_int_equal(game_asked(&game)->took_ms, 4000);
	assert_int_equal(game_points(game_asked(&game)), 348);
	assert_int_equal(game.players[1].score, 348);
	assert_int_equal(game.players[1].asked, 1);
	assert_int_equal(game.players[0].asked, 0);
}

static void the_clock_stands_still_during_a_turn(void **state)
{
	(void)state;
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	game_buzz(&game, 1, 15000);
	assert_int_equal(game_left_ms(&game, 19999), 5000);
	assert_int_equal(game_answer(&game, wrong_one(), 19000), OUTCOME_WRONG);
	assert_int_equal(game.phase, PHASE_ASKING);
	assert_int_equal(game_left_ms(&game, 19000), 5000);
	assert_false(game_tick(&game, 23999));
	assert_true(game_tick(&game, 24000));
	assert_int_equal(game_asked(&game)->outcome, OUTCOME_LATE);
	assert_int_equal(game_asked(&game)->player, -1);
	assert_int_equal(game.players[0].asked, 1);
	assert_int_equal(game.players[1].asked, 0);
}

static void a_wrong_answer_frees_the_question_without_that_choice(void **state)
{
	uint32_t wrong;

	(void)state;
	buzzers("climb", 3, 1, 1);
	game_ready(&game, 0);
	game_buzz(&game, 1 << 2, 1000);
	wrong = wrong_one();
	game_answer(&game, wrong, 2000);
	assert_int_equal(game_asked(&game)->removed, wrong);
	assert_false(game_may_buzz(&game, 2));
	assert_true(game_may_buzz(&game, 0) && game_may_buzz(&game, 1));
	assert_int_equal(game_buzz(&game, 1 << 0, 3000), 0);
	assert_false(game_allows(&game, &(struct move){OP_ANSWER, wrong, 3500}));
	assert_int_equal(game_answer(&game, right_one(), 4000), OUTCOME_RIGHT);
	assert_int_equal(game_asked(&game)->ntries, 1);
	assert_int_equal(game_asked(&game)->tries[0].player, 2);
	assert_int_equal(game_asked(&game)->tries[0].chosen, wrong);
	assert_int_equal(game_asked(&game)->tries[0].took_ms, 1000);
	assert_int_equal(game_asked(&game)->player, 0);
	assert_int_equal(game_asked(&game)->took_ms, 2000); /* without the second of the first */
}

static void five_seconds_are_a_turns_and_more_for_who_has_more(void **state)
{
	static const int more[] = {0, 100, -1};
	static const int64_t ends_ms[] = {5000, 10000, -1};

	(void)state;
	fill(1);
	for (int i = 0; i < 3; i++) {
		start_together("climb", PARTY_BUZZERS, 3, questions, 1, 1, more);
		game_ready(&game, 0);
		game_buzz(&game, 1u << i, 1000);
		assert_int_equal(game_turn_left_ms(&game, 1000), ends_ms[i]);
		assert_false(game_tick(&game, 1000 + ends_ms[i] - 1));
		if (ends_ms[i] > 0) {
			assert_true(game_tick(&game, 1000 + ends_ms[i]));
			assert_int_equal(game.phase, PHASE_ASKING);
			assert_int_equal(game.turn, -1);
			assert_int_equal(game_asked(&game)->tries[0].chosen, 0);
			assert_int_equal(game_asked(&game)->removed, 0);
		}
	}
	game.options.clock_percent = CLOCK_DOUBLE;
	game.options.seats[2].more_percent = 0;
	assert_int_equal(game_turn_left_ms(&game, 1000), 10000);
	game.options.clock_percent = CLOCK_OFF;
	assert_int_equal(game_turn_left_ms(&game, 1000), -1);
}

static void an_answer_counts_to_the_end_of_the_turn_and_not_beyond(void **state)
{
	(void)state;
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	game_buzz(&game, 1, 1000);
	assert_int_equal(game_answer(&game, right_one(), 6000), OUTCOME_RIGHT);
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	game_buzz(&game, 1, 1000);
	assert_int_equal(game_answer(&game, right_one(), 6001), OUTCOME_LATE);
	assert_int_equal(game.phase, PHASE_ASKING);
	assert_true(game_may_buzz(&game, 1));
}

static void a_pause_stops_the_turn_and_the_clock(void **state)
{
	(void)state;
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	game_buzz(&game, 1, 3000);
	game_pause(&game, 7999);
	assert_int_equal(game_turn_left_ms(&game, 1000000), 1);
	assert_int_equal(game_left_ms(&game, 1000000), 17000);
	game_resume(&game, 1000000);
	assert_false(game_tick(&game, 1000000));
	assert_true(game_tick(&game, 1000001));
	assert_int_equal(game_left_ms(&game, 1000001), 17000);
	assert_int_equal(game_asked(&game)->tries[0].took_ms, 3000);
}

static void when_all_have_tried_the_question_is_over(void **state)
{
	(void)state;
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	game_buzz(&game, 2, 1000);
	game_tick(&game, 6000);
	game_buzz(&game, 1, 7000);
	assert_int_equal(game_answer(&game, wrong_one(), 8000), OUTCOME_WRONG);
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_int_equal(game_asked(&game)->player, 0);
	assert_int_equal(game_asked(&game)->ntries, 1);
	assert_int_equal(game.players[0].asked, 1);
	assert_int_equal(game.players[1].asked, 1);
	assert_false(game_next(&game, 9000));
}

static void the_last_one_who_says_nothing_is_late(void **state)
{
	(void)state;
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	game_buzz(&game, 3, 1000);
	game_tick(&game, 6000);
	game_buzz(&game, 3u & ~(1u << game_asked(&game)->tries[0].player), 7000);
	assert_true(game_tick(&game, 12000));
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_int_equal(game_asked(&game)->outcome, OUTCOME_LATE);
	assert_int_equal(game_asked(&game)->took_ms, 2000);
}

static void nothing_is_given_away_when_only_the_right_one_is_left(void **state)
{
	struct question q = make(1, 1);

	(void)state;
	q.statement = true;
	q.time_s = 20;
	start_together("climb", PARTY_BUZZERS, 4, &q, 1, 1, NULL);
	game_ready(&game, 0);
	game_buzz(&game, 4, 1000);
	assert_int_equal(game_answer(&game, wrong_one(), 2000), OUTCOME_WRONG);
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_int_equal(game_asked(&game)->player, 2);
	assert_int_equal(game_asked(&game)->ntries, 0);
}

static void of_several_right_ones_the_wrong_set_takes_nothing_away(void **state)
{
	struct question q = make(2, 2);

	(void)state;
	q.time_s = 20;
	start_together("climb", PARTY_BUZZERS, 2, &q, 1, 1, NULL);
	game_ready(&game, 0);
	game_buzz(&game, 1, 1000);
	game_answer(&game, wrong_one() | (right_one() & -right_one()), 2000);
	assert_int_equal(game_asked(&game)->removed, 0);
	game_buzz(&game, 2, 3000);
	assert_int_equal(game_answer(&game, right_one(), 4000), OUTCOME_RIGHT);
}

static void a_question_nobody_wants_can_be_skipped(void **state)
{
	(void)state;
	buzzers("climb", 2, 2, 1);
	game_ready(&game, 0);
	game_skip(&game, 4000);
	assert_int_equal(game_asked(&game)->outcome, OUTCOME_LATE);
	assert_int_equal(game_asked(&game)->player, -1);
	assert_int_equal(game_asked(&game)->took_ms, 4000);
	assert_int_equal(game.players[0].asked + game.players[1].asked, 0);
	assert_true(game_next(&game, 5000));
	game_buzz(&game, 1, 6000);
	assert_false(game_allows(&game, &(struct move){OP_SKIP, 0, 6000}));
}

static void in_one_take_who_was_wrong_presses_no_more(void **state)
{
	(void)state;
	buzzers("one-take", 3, 5, 1);
	game_ready(&game, 0);
	game_buzz(&game, 1, 1000);
	game_answer(&game, wrong_one(), 2000);
	game_buzz(&game, 2, 3000);
	game_answer(&game, right_one(), 4000);
	assert_true(game_next(&game, 5000));
	assert_false(game_may_buzz(&game, 0));
	game_buzz(&game, 2, 6000);
	game_answer(&game, wrong_one(), 7000);
	assert_int_equal(game.phase, PHASE_ASKING);
	assert_true(game_tick(&game, 60000)); /* nobody pressed: that ends nobody's game */
	assert_true(game_next(&game, 61000));
	assert_false(game_may_buzz(&game, 1));
	game_buzz(&game, 4, 62000);
	game_answer(&game, wrong_one(), 63000);
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_false(game_next(&game, 64000));
	assert_int_equal(game.at, 2);
}

static void a_press_after_the_time_ends_the_question(void **state)
{
	(void)state;
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	assert_int_equal(game_buzz(&game, 1, 20001), -1);
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_int_equal(game_asked(&game)->outcome, OUTCOME_LATE);
	assert_int_equal(game_asked(&game)->player, -1);
	buzzers("climb", 2, 1, 1);
	game_ready(&game, 0);
	assert_int_equal(game_buzz(&game, 1, 20000), 0);
	assert_int_equal(game_answer(&game, right_one(), 24000), OUTCOME_RIGHT);
	assert_int_equal(game_asked(&game)->speed, 0);
}

static void a_tie_is_decided_by_a_fair_lot_of_the_seed(void **state)
{
	(void)state;
	for (unsigned tied = 1; tied < 256; tied++) {
		/* One in ten thousand, for 1 to 7 degrees of freedom. */
		static const double limits[] = {15.1, 18.4, 21.1, 23.5, 25.7, 27.9, 29.9};
		int n = __builtin_popcount(tied), won[GAME_PLAYERS] = {0}, counts[GAME_PLAYERS];
		if (n < 2 || (n < 8 && tied % 16 != 5))
			continue;
		for (uint64_t seed = 0; seed < 4000; seed++) {
			buzzers("climb", 8, 1, seed);
			game_ready(&game, 0);
			int first = game_buzz(&game, tied, 1000);
			assert_true(tied >> first & 1);
			assert_int_equal(game_asked(&game)->tied, tied);
			assert_int_equal(game.turn, first);
			won[first]++;
			if (seed % 100)
				continue;
			buzzers("climb", 8, 1, seed);
			game_ready(&game, 7);
			assert_int_equal(game_buzz(&game, tied, 3000), first);
		}
		n = 0;
		for (int i = 0; i < GAME_PLAYERS; i++)
			if (tied >> i & 1)
				counts[n++] = won[i];
		assert_true(chi_square(counts, n) < limits[n - 2]);
	}
}

static void ties_of_one_game_are_lots_of_their_own(void **state)
{
	int won[4] = {0}, pairs[16] = {0}, before = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 100; seed++) {
		buzzers("climb", 4, 40, seed);
		game_ready(&game, 0);
		for (int i = 0; i < 40; i++) {
			int64_t at_ms = game.asked_ms + 1000;
			int first = game_buzz(&game, 15, at_ms);
			won[first]++;
			pairs[before * 4 + first] += i % 2;
			before = first;
			game_answer(&game, right_one(), at_ms);
			game_next(&game, at_ms);
		}
	}
	assert_true(chi_square(won, 4) < 21.1);
	assert_true(chi_square(pairs, 16) < 44.3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_turn_waits_until_its_player_is_ready),
		cmocka_unit_test(all_players_get_as_many_questions),
		cmocka_unit_test(with_fewer_questions_than_players_the_first_get_them),
		cmocka_unit_test(in_one_take_the_others_go_on),
		cmocka_unit_test(one_take_is_over_with_the_last_player),
		cmocka_unit_test(one_player_can_have_more_time_or_all_of_it),
		cmocka_unit_test(a_streak_is_a_players_own),
		cmocka_unit_test(equals_have_the_same_place),
		cmocka_unit_test(somebody_has_scored_with_the_first_right_answer),
		cmocka_unit_test(who_was_not_asked_comes_last),
		cmocka_unit_test(nobody_sees_the_first_question_before_all_are_ready),
		cmocka_unit_test(the_first_press_takes_the_turn),
		cmocka_unit_test(the_clock_stands_still_during_a_turn),
		cmocka_unit_test(a_wrong_answer_frees_the_question_without_that_choice),
		cmocka_unit_test(five_seconds_are_a_turns_and_more_for_who_has_more),
		cmocka_unit_test(an_answer_counts_to_the_end_of_the_turn_and_not_beyond),
		cmocka_unit_test(a_pause_stops_the_turn_and_the_clock),
		cmocka_unit_test(when_all_have_tried_the_question_is_over),
		cmocka_unit_test(the_last_one_who_says_nothing_is_late),
		cmocka_unit_test(nothing_is_given_away_when_only_the_right_one_is_left),
		cmocka_unit_test(of_several_right_ones_the_wrong_set_takes_nothing_away),
		cmocka_unit_test(a_question_nobody_wants_can_be_skipped),
		cmocka_unit_test(in_one_take_who_was_wrong_presses_no_more),
		cmocka_unit_test(a_press_after_the_time_ends_the_question),
		cmocka_unit_test(a_tie_is_decided_by_a_fair_lot_of_the_seed),
		cmocka_unit_test(ties_of_one_game_are_lots_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
