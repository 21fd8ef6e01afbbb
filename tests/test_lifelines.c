/* The lifelines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "quiz.h"
#include "rng.h"

static struct question questions[60];

static struct question *fill(int n)
{
	for (int i = 0; i < n; i++) {
		questions[i] = make(1, 3);
		questions[i].time_s = 20;
	}
	return questions;
}

static void fifty_leaves_one_wrong_choice(void **state)
{
	static const struct {
		int nright, nwrong, pick;
		bool can;
	} rows[] = {
		{1, 1, PICK_ONE, false}, {1, 2, PICK_ONE, true}, {1, 3, PICK_ONE, true},
		{1, 4, PICK_ONE, true},  {1, 5, PICK_ONE, true}, {2, 2, PICK_ALL, true},
		{2, 1, PICK_ALL, false}, {3, 3, PICK_ALL, true}, {6, 2, PICK_ALL, false},
		{2, 4, PICK_ANY, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (uint64_t seed = 0; seed < 50; seed++) {
			struct question q = make(rows[i].nright, rows[i].nwrong);
			const struct asked *a;
			q.pick = (uint8_t)rows[i].pick;
			start_one(q, seed);
			a = game_asked(&game);
			assert_int_equal(game_can(&game, LIFELINE_FIFTY), rows[i].can);
			if (!rows[i].can)
				continue;
			game_help(&game, LIFELINE_FIFTY, 1000);
			assert_int_equal(a->removed & a->right, 0);
			assert_int_equal(__builtin_popcount(all_shown() & ~a->right & ~a->removed),
					 1);
			assert_false(game_can(&game, LIFELINE_FIFTY));
			assert_true(game_has(&game, LIFELINE_FIFTY));
			assert_false(game_allows(
				&game, &(struct move){OP_ANSWER, a->removed & -a->removed, 2000}));
			assert_int_equal(game_answer(&game, right_one(), 2000), OUTCOME_RIGHT);
		}
}

static void a_statement_has_no_fifty(void **state)
{
	struct question q = make(1, 1);

	(void)state;
	q.statement = true;
	start_one(q, 1);
	assert_false(game_has(&game, LIFELINE_FIFTY));
}

static void which_wrong_one_stays_is_a_fair_lot(void **state)
{
	struct question q = make(1, 3);
	int left[3] = {0};

	(void)state;
	for (uint64_t seed = 0; seed < 3000; seed++) {
		start_one(q, seed);
		game_help(&game, LIFELINE_FIFTY, 0);
		uint32_t wrong =
			all_shown() & ~game_asked(&game)->right & ~game_asked(&game)->removed;
		left[game_asked(&game)->shown[__builtin_ctz(wrong)] - 1]++;
	}
	assert_true(chi_square(left, 3) < 13.8);
}

static void a_swap_brings_one_of_the_round_that_was_not_in_the_deck(void **state)
{
	struct pack a = {.title = {.s = "A"}, .questions = fill(60), .nquestions = 20},
		    b = {.title = {.s = "B"}, .questions = questions + 20, .nquestions = 20};
	const struct pack *packs[] = {&a, &b};

	(void)state;
	for (uint64_t seed = 0; seed < 200; seed++) {
		struct game_options o = {.mode = game_mode("rounds"),
					 .seed = seed,
					 .clock_percent = CLOCK_STANDARD,
					 .nplayers = 3};
		struct deck d;
		deck_deal(&d, &(struct deal){.packs = packs,
					     .npacks = 2,
					     .mode = o.mode,
					     .seed = seed,
					     .nplayers = 3});
		game_start(&game, &d, &o, 0);
		do {
			int round = game.deck.item[game.at].round;
			game_ready(&game, game.asked_ms);
			if (game_can(&game, LIFELINE_SWAP)) {
				game_help(&game, LIFELINE_SWAP, game.asked_ms + 7000);
				assert_int_equal(game_left_ms(&game, game.asked_ms), 20000);
				assert_int_equal(game.deck.item[game.at].round, round);
				assert_ptr_equal(game.deck.rounds[round], &game_pack(&game)->title);
				for (int i = 0; i < d.n; i++)
					assert_false(d.item[i].pack == game_pack(&game) &&
						     d.item[i].question ==
							     game.deck.item[game.at].question);
				assert_false(game_can(&game, LIFELINE_SWAP));
				assert_true(game_has(&game, LIFELINE_SWAP));
			}
		} while (play_on(right_one()));
		for (int i = 0; i < 3; i++) /* each found one, though all did in one round */
			assert_true(game.players[i].used >> LIFELINE_SWAP & 1);
	}
}

static void where_nothing_is_spare_there_is_no_swap(void **state)
{
	(void)state;
	start_as("climb", fill(5), 5, 1, CLOCK_STANDARD);
	assert_int_equal(game.deck.nspare, 0);
	assert_false(game_has(&game, LIFELINE_SWAP));
}

static void more_time_is_twenty_seconds_once(void **state)
{
	(void)state;
	start_as("climb", fill(5), 5, 1, CLOCK_STANDARD);
	game_help(&game, LIFELINE_TIME, 15000);
	assert_int_equal(game_left_ms(&game, 15000), 25000);
	assert_false(game_can(&game, LIFELINE_TIME));
	assert_false(game_tick(&game, 39999));
	assert_int_equal(game_answer(&game, right_one(), 40000), OUTCOME_RIGHT);
	assert_int_equal(game_asked(&game)->speed, 0);
	game_next(&game, 50000);
	assert_false(game_can(&game, LIFELINE_TIME));
	assert_int_equal(game_left_ms(&game, 50000), 20000);
	start_as("climb", questions, 5, 1, CLOCK_OFF);
	assert_false(game_has(&game, LIFELINE_TIME));
}

static void more_time_never_scores_more_for_an_answer_that_was_in_time(void **state)
{
	struct rng r;

	(void)state;
	rng_init(&r, 5);
	fill(20);
	for (uint64_t seed = 0; seed < 2000; seed++) {
		int64_t took_ms[20];
		bool right[20];
		int score[2] = {0}, helped = (int)rng_below(&r, 20);
		for (int i = 0; i < 20; i++) {
			took_ms[i] = rng_below(&r, 20001);
			right[i] = rng_below(&r, 4) > 0;
			questions[i].points = (int)rng_below(&r, 1000);
		}
		for (int with = 0; with < 2; with++) {
			start_as("climb", questions, 20, seed, CLOCK_STANDARD);
			for (int i = 0; i < 20; i++) {
				int64_t at_ms = game.asked_ms + took_ms[i];
				if (with && i == helped)
					game_help(&game, LIFELINE_TIME,
						  game.asked_ms +
							  rng_below(&r, (uint32_t)took_ms[i] + 1));
				game_answer(&game, right[i] ? right_one() : wrong_one(), at_ms);
				game_next(&game, at_ms);
			}
			score[with] = game.players[0].score;
		}
		assert_int_equal(score[0], score[1]);
	}
}

static void a_hint_is_free_and_there_for_each_question(void **state)
{
	(void)state;
	fill(3);
	for (int i = 0; i < 3; i++)
		questions[i].hint.s = i == 1 ? NULL : "Think";
	start_as("one-take", questions, 3, 1, CLOCK_STANDARD);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(game_can(&game, LIFELINE_HINT), i != 1);
		if (i == 1) {
			play_on(right_one());
			continue;
		}
		game_help(&game, LIFELINE_HINT, game.asked_ms);
		assert_false(game_can(&game, LIFELINE_HINT));
		assert_true(game_has(&game, LIFELINE_HINT));
		play_on(right_one());
	}
	assert_int_equal(game.players[0].score, 351 + 351 + 401);
}

static void each_player_has_their_own(void **state)
{
	(void)state;
	start_together("climb", PARTY_TURNS, 2, fill(20), 4, 1, NULL);
	for (int i = 0; i < 4; i++) {
		game_ready(&game, game.asked_ms);
		assert_int_equal(game_can(&game, LIFELINE_FIFTY), i < 2);
		if (i < 2)
			game_help(&game, LIFELINE_FIFTY, game.asked_ms);
		play_on(right_one());
	}
}

static void with_buzzers_there_are_hints_alone(void **state)
{
	(void)state;
	fill(5);
	questions[0].hint.s = "Think";
	start_together("climb", PARTY_BUZZERS, 2, questions, 5, 1, NULL);
	game_ready(&game, 0);
	for (int turn = 0; turn < 2; turn++) {
		assert_false(game_can(&game, LIFELINE_FIFTY) || game_can(&game, LIFELINE_SWAP) ||
			     game_can(&game, LIFELINE_TIME));
		assert_int_equal(game_can(&game, LIFELINE_HINT), turn == 0);
		if (turn == 0) {
			game_help(&game, LIFELINE_HINT, 500); /* with nobody's turn */
			game_buzz(&game, 1, 1000);
		}
	}
}

static void a_mode_says_which_it_has(void **state)
{
	(void)state;
	for (const struct mode *m = game_modes; m->id; m++) {
		fill(20);
		questions[0].hint.s = "Think";
		start_as(m->id, questions, 10, 1, CLOCK_STANDARD);
		for (int l = 0; l < LIFELINES; l++)
			if (!(m->lifelines >> l & 1))
				assert_false(game_has(&game, (enum lifeline)l));
		assert_true(game_has(&game, LIFELINE_HINT) || m->daily); /* it deals its own way */
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fifty_leaves_one_wrong_choice),
		cmocka_unit_test(a_statement_has_no_fifty),
		cmocka_unit_test(which_wrong_one_stays_is_a_fair_lot),
		cmocka_unit_test(a_swap_brings_one_of_the_round_that_was_not_in_the_deck),
		cmocka_unit_test(where_nothing_is_spare_there_is_no_swap),
		cmocka_unit_test(more_time_is_twenty_seconds_once),
		cmocka_unit_test(more_time_never_scores_more_for_an_answer_that_was_in_time),
		cmocka_unit_test(a_hint_is_free_and_there_for_each_question),
		cmocka_unit_test(each_player_has_their_own),
		cmocka_unit_test(with_buzzers_there_are_hints_alone),
		cmocka_unit_test(a_mode_says_which_it_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
