/* Each mode to its end, with exact points. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kept.h"
#include "quiz.h"

static struct question questions[PACK_DRAW];

/* Questions of 20 s and 300 points each. */
static struct question *fill(int n)
{
	for (int i = 0; i < n; i++) {
		questions[i] = make(1, 3);
		questions[i].time_s = 20;
	}
	return questions;
}

/* Answers so long after the clock began, and a reveal of 9 s. */
static bool play_after(int64_t ms, uint32_t positions)
{
	int64_t at_ms = game.asked_ms + ms;

	game_answer(&game, positions, at_ms);
	return game.phase == PHASE_ANSWERED && game_next(&game, at_ms + 9000);
}

/* ---- climb and one take ---- */

static void climb_brings_base_speed_and_streak(void **state)
{
	/* 300, and 60 x (20 - t) / 20, and 50 from the third on. */
	static const int took_ms[] = {0, 5000, 10000, 15000, 20000};
	static const int points[] = {360, 345, 380, 365, 350};
	int sum = 0;

	(void)state;
	start_as("climb", fill(5), 5, 1, CLOCK_STANDARD);
	for (int i = 0; i < 5; i++) {
		play_after(took_ms[i], right_one());
		assert_int_equal(game_points(&game.asked[i]), points[i]);
		sum += points[i];
		assert_int_equal(game.players[0].score, sum);
	}
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game.players[0].total_ms, 50000);
	assert_int_equal(game_answers(&game), 5);
}

static void one_take_brings_the_same_until_it_ends(void **state)
{
	(void)state;
	start_as("one-take", fill(5), 5, 1, CLOCK_STANDARD);
	assert_true(play_after(0, right_one()));
	assert_true(play_after(5000, right_one()));
	assert_true(play_after(10000, right_one()));
	assert_false(play_after(0, wrong_one()));
	assert_int_equal(game.players[0].score, 360 + 345 + 380);
	assert_true(game.players[0].out);
}

/* ---- fair points ---- */

static void even_points_are_the_same_after_one_second_and_after_sixty(void **state)
{
	struct question q = make(1, 3);
	struct pack p = {.questions = &q, .nquestions = 1};
	struct deck d = {.n = 1, .nrounds = 1, .item = {{&p, 0, 0}}};
	struct game_options o = {.mode = game_modes, .clock_percent = CLOCK_STANDARD};
	int score[2][2];

	(void)state;
	q.time_s = 90;
	for (int even = 0; even < 2; even++)
		for (int slow = 0; slow < 2; slow++) {
			o.even = even;
			game_start(&game, &d, &o, 0);
			game_answer(&game, right_one(), slow ? 60000 : 1000);
			score[even][slow] = game.players[0].score;
		}
	assert_int_equal(score[0][0], 300 + 59);
	assert_int_equal(score[0][1], 300 + 20);
	assert_int_equal(score[1][0], 300);
	assert_int_equal(score[1][1], 300);
}

/* ---- sprint ---- */

static void a_sprint_is_two_minutes_without_the_reveals(void **state)
{
	(void)state;
	start_as("sprint", fill(100), 100, 1, CLOCK_STANDARD);
	for (int i = 0; i < 11; i++) {
		assert_int_equal(game_left_ms(&game, game.asked_ms), 120000 - i * 10000);
		assert_true(play_after(10000, i % 4 == 3 ? wrong_one() : right_one()));
	}
	assert_false(game_due(&game, game.asked_ms + 9999));
	assert_true(game_tick(&game, game.asked_ms + 10000));
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game_answers(&game), 11); /* the last one counts neither way */
	assert_int_equal(game_left_ms(&game, 0), 0);
	assert_int_equal(game.players[0].asked, 11);
	assert_int_equal(game.players[0].right, 9);
	assert_int_equal(game.players[0].score, 9 * 300 + 3 * 50); /* and no speed */
	assert_int_equal(game.players[0].total_ms, 120000);
}

static void the_answer_that_uses_a_sprint_up_counts_and_is_its_last(void **state)
{
	(void)state;
	start_as("sprint", fill(10), 10, 1, CLOCK_STANDARD);
	assert_true(play_after(100000, right_one()));
	game_answer(&game, right_one(), game.asked_ms + 20000);
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_int_equal(game.players[0].right, 2);
	assert_int_equal(game_next_player(&game), -1);
	assert_false(game_next(&game, 200000));
	start_as("sprint", fill(10), 10, 1, CLOCK_STANDARD);
	assert_int_equal(game_answer(&game, right_one(), 120001), OUTCOME_LATE);
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game.players[0].asked, 0);
}

static void a_sprint_with_more_time_or_none_at_all(void **state)
{
	(void)state;
	start_as("sprint", fill(10), 10, 1, CLOCK_DOUBLE);
	assert_int_equal(game_left_ms(&game, 0), 240000);
	start_as("sprint", fill(10), 10, 1, CLOCK_OFF);
	for (int i = 0; i < 10; i++) {
		assert_int_equal(game_left_ms(&game, game.asked_ms + 1000000), -1);
		assert_int_equal(play_after(1000000, right_one()), i < 9);
	}
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game.players[0].right, 10);
}

static void a_day_is_that_of_the_clock_on_the_wall(void **state)
{
	const int64_t day_ms = 24 * 60 * INT64_C(60000);

	(void)state;
	assert_int_equal(moment_day((struct moment){0, 0}), 0);
	assert_int_equal(moment_day((struct moment){day_ms - 1, 0}), 0);
	assert_int_equal(moment_day((struct moment){day_ms - 1, 60}), 1);
	assert_int_equal(moment_day((struct moment){day_ms, -60}), 0);
	assert_int_equal(moment_day((struct moment){0, -60}), -1);
}

static void a_board_has_one_player_points_and_the_clock_of_the_mode(void **state)
{
	struct pack p = {.id = "p", .questions = fill(30), .nquestions = 30};
	const struct pack *packs[] = {&p};
	static const struct {
		const char *mode;
		int clock, nplayers;
		bool mistakes;
		int length;
		bool counts;
	} rows[] = {
		{"sprint", CLOCK_STANDARD, 1, false, 0, true},
		{"sprint", CLOCK_DOUBLE, 1, false, 0, false},
		{"sprint", CLOCK_OFF, 1, false, 0, false},
		{"daily", CLOCK_OFF, 1, false, 0, true},
		{"climb", CLOCK_STANDARD, 1, false, 12, true},
		{"climb", CLOCK_DOUBLE, 1, false, 12, true},
		{"climb", CLOCK_OFF, 1, false, 12, true},
		{"climb", CLOCK_STANDARD, 2, false, 12, false},
		{"climb", CLOCK_STANDARD, 1, true, 12, false},
		{"study", CLOCK_STANDARD, 1, false, 12, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct game_options o = {.mode = game_mode(rows[i].mode),
					 .clock_percent = rows[i].clock,
					 .nplayers = rows[i].nplayers,
					 .mistakes = rows[i].mistakes};
		struct deck d;
		deck_deal(&d, &(struct deal){.packs = packs, .npacks = 1, .mode = o.mode});
		game_start(&game, &d, &o, 0);
		struct board_key key = board_key_of(&game);
		assert_int_equal(key.length, rows[i].length);
		assert_string_equal(key.mode, rows[i].mode);
		assert_string_equal(key.packs, "p");
		if (board_counts(&game) != rows[i].counts)
			fail_msg("row %zu", i);
	}
}

static void a_sprint_that_had_a_longer_clock_for_a_while_is_on_no_board(void **state)
{
	(void)state;
	start_as("sprint", fill(30), 30, 1, CLOCK_DOUBLE);
	for (int i = 0; i < 13; i++)
		play_after(10000, right_one());
	assert_int_equal(game.phase, PHASE_ASKING);
	game_set_clock(&game, CLOCK_STANDARD);
	play_after(1000, right_one());
	assert_int_equal(game.phase, PHASE_OVER);
	assert_false(board_counts(&game));
}

/* ---- study ---- */

static void study_has_no_clock_and_no_points(void **state)
{
	(void)state;
	start_as("study", fill(4), 4, 1, CLOCK_STANDARD);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(game_left_ms(&game, game.asked_ms), -1);
		play_after(500000, right_one());
	}
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game.players[0].score, 0);
	assert_int_equal(game.players[0].right, 4);
	assert_int_equal(game.players[0].best_streak, 4);
}

static void what_was_wrong_comes_back_four_further_until_it_is_right(void **state)
{
	/* The questions as they are asked; the second is known the third time, the last at once. */
	static const uint32_t asked[] = {0, 1, 2, 3, 4, 1, 5, 6, 7, 1, 7};
	static const bool right[] = {true, false, true,  true, true, false,
				     true, true,  false, true, true};

	(void)state;
	start_as("study", fill(8), 8, 1, CLOCK_STANDARD);
	for (int i = 0; i < 11; i++) {
		assert_int_equal(game.deck.item[game.at].question, asked[i]);
		assert_int_equal(play_after(1000, right[i] ? right_one() : wrong_one()), i < 10);
	}
	assert_int_equal(game.players[0].right, 8);
	assert_int_equal(game.players[0].asked, 11);
}

static void a_deck_that_is_full_takes_nothing_back(void **state)
{
	int asked = 1;

	(void)state;
	start_as("study", fill(PACK_DRAW), PACK_DRAW, 1, CLOCK_STANDARD);
	while (play_after(1, wrong_one()))
		asked++;
	assert_int_equal(asked, DECK_ITEMS);
	assert_int_equal(game.deck.n, DECK_ITEMS);
}

/* ---- daily ---- */

static void deal_day(struct deck *d, const struct pack *p, uint64_t day)
{
	deck_deal(d, &(struct deal){.packs = &p,
				    .npacks = 1,
				    .mode = game_mode("daily"),
				    .wanted = 30,
				    .seed = day});
}

static void daily_is_the_same_ten_for_a_day_and_all_come_before_one_again(void **state)
{
	struct pack p = {.nquestions = 105};
	int seen[105] = {0}, first[105] = {0};
	struct deck d, same;

	(void)state;
	for (uint64_t day = 20000; day < 20000 + 105 * 40; day++) {
		deal_day(&d, &p, day);
		deal_day(&same, &p, day);
		assert_int_equal(d.n, 10);
		for (int i = 0; i < 10; i++)
			assert_int_equal(d.item[i].question, same.item[i].question);
		if (day % 10 == 0)
			memset(seen, 0, sizeof seen);
		for (int i = 0; i < 10; i++)
			assert_int_equal(seen[d.item[i].question]++, 0);
		first[d.item[0].question]++;
	}
	assert_true(chi_square(first, 105) < 160); /* 104 degrees of freedom */
	p.in_order = true; /* other ones each day, in the order of the file */
	deal_day(&d, &p, 1);
	deal_day(&same, &p, 2);
	for (int i = 1; i < 10; i++)
		assert_true(d.item[i - 1].question < d.item[i].question);
	assert_int_not_equal(d.item[0].question, same.item[0].question);
	p.nquestions = 4;
	deal_day(&d, &p, 3);
	assert_int_equal(d.n, 4);
}

/* ---- rounds ---- */

static struct deck rounds(const struct pack *const *packs, int npacks, int wanted, int nplayers,
			  uint64_t seed)
{
	static struct deck d;

	deck_deal(&d, &(struct deal){.packs = packs,
				     .npacks = npacks,
				     .mode = game_mode("rounds"),
				     .wanted = wanted,
				     .seed = seed,
				     .nplayers = nplayers});
	return d;
}

static int count_of(const struct deck *d, int round)
{
	int n = 0;

	for (int i = 0; i < d->n; i++)
		n += d->item[i].round == round;
	return n;
}

static void each_pack_is_a_round(void **state)
{
	struct pack a = {.title = {.s = "A"}, .nquestions = 30},
		    b = {.title = {.s = "B"}, .nquestions = 2},
		    c = {.title = {.s = "C"}, .nquestions = 30};
	const struct pack *packs[] = {&a, &b, &c};
	int first[3] = {0};

	(void)state;
	for (uint64_t seed = 0; seed < 3000; seed++) {
		struct deck d = rounds(packs, 3, 0, 1, seed);
		int b_at = 0;
		assert_int_equal(d.nrounds, 3);
		for (int i = 0; i < d.n; i++)
			assert_ptr_equal(d.rounds[d.item[i].round], &d.item[i].pack->title);
		while (d.rounds[b_at] != &b.title)
			b_at++;
		assert_int_equal(count_of(&d, b_at), 2); /* the ones after it make up for that */
		assert_int_equal(d.n, b_at < 2 ? 12 : 10);
		first[d.rounds[0] == &a.title ? 0 : d.rounds[0] == &b.title ? 1 : 2]++;
		if (seed < 100) {
			d = rounds(packs, 3, 0, 4, seed); /* B has not one for each player */
			assert_int_equal(d.nrounds, 2);
			assert_int_equal(d.n, 16);
			assert_int_equal(count_of(&d, 0), 8);
		}
	}
	assert_true(chi_square(first, 3) < 13.8);
}

static void each_topic_of_the_only_pack_is_a_round_and_keeps_its_order(void **state)
{
	static struct text topics[7] = {{.s = "a"}, {.s = "b"}, {.s = "c"}, {.s = "d"},
					{.s = "e"}, {.s = "f"}, {.s = "a"}};
	struct pack p = {.questions = fill(70), .nquestions = 70};
	const struct pack *packs[] = {&p};
	int chosen[6] = {0};

	(void)state;
	for (int i = 0; i < 70; i++)
		questions[i].topic = &topics[i / 10];
	for (uint64_t seed = 0; seed < 3000; seed++) {
		struct deck d = rounds(packs, 1, 0, 1, seed);
		int before = -1;
		assert_int_equal(d.nrounds, 4);
		assert_int_equal(d.n, 16);
		assert_int_equal(d.nspare, 4);
		for (int i = 0; i < d.n + d.nspare; i++)
			assert_string_equal(questions[d.item[i].question].topic->s,
					    d.rounds[d.item[i].round]->s);
		for (int i = 0; i < 4; i++) {
			int topic = d.rounds[i]->s[0] - 'a';
			assert_true(topic > before);
			before = topic;
			chosen[topic]++;
		}
	}
	assert_true(chi_square(chosen, 6) < 20.5);
	struct deck d = rounds(packs, 1, 13, 1, 1);
	assert_int_equal(d.nrounds, 6);
	assert_int_equal(d.n, 13);
}

static void without_packs_or_topics_rounds_are_parts_of_one_size(void **state)
{
	static const struct {
		int questions, wanted, nplayers, n, nrounds;
	} rows[] = {
		{100, 0, 1, 12, 3}, {100, 13, 1, 13, 3}, {100, 7, 1, 7, 1}, {5, 0, 1, 5, 1},
		{100, 0, 3, 18, 3}, {100, 4, 3, 12, 2},  {2, 0, 3, 2, 1},   {200, 200, 1, 200, 20},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pack p = {.questions = fill(rows[i].questions),
				 .nquestions = rows[i].questions};
		const struct pack *packs[] = {&p};
		struct deck d = rounds(packs, 1, rows[i].wanted, rows[i].nplayers, 1);
		assert_int_equal(d.n, rows[i].n);
		assert_int_equal(d.nrounds, rows[i].nrounds);
		for (int k = 0; k < d.nrounds; k++)
			assert_in_range(count_of(&d, k) * d.nrounds, d.n - d.nrounds,
					d.n + d.nrounds * rows[i].nplayers);
	}
}

static void between_rounds_there_is_a_rest(void **state)
{
	struct pack p = {.questions = fill(100), .nquestions = 100};
	const struct pack *packs[] = {&p};
	struct game_options o = {
		.mode = game_mode("rounds"), .seed = 1, .clock_percent = CLOCK_STANDARD};
	struct deck d = rounds(packs, 1, 12, 1, 1);

	(void)state;
	game_start(&game, &d, &o, 0);
	for (int i = 0; i < 12; i++) {
		assert_int_equal(game_round_begins(&game), i % 4 == 0);
		assert_int_equal(game.phase, i > 0 && i % 4 == 0 ? PHASE_WAITING : PHASE_ASKING);
		if (game.phase == PHASE_WAITING)
			game_ready(&game, game.asked_ms + 600000);
		assert_int_equal(play_after(10000, right_one()), i < 11);
	}
	assert_int_equal(game.players[0].score, 12 * 330 + 10 * 50);
	assert_int_equal(game.players[0].total_ms, 120000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(climb_brings_base_speed_and_streak),
		cmocka_unit_test(one_take_brings_the_same_until_it_ends),
		cmocka_unit_test(even_points_are_the_same_after_one_second_and_after_sixty),
		cmocka_unit_test(a_sprint_is_two_minutes_without_the_reveals),
		cmocka_unit_test(the_answer_that_uses_a_sprint_up_counts_and_is_its_last),
		cmocka_unit_test(a_sprint_with_more_time_or_none_at_all),
		cmocka_unit_test(a_day_is_that_of_the_clock_on_the_wall),
		cmocka_unit_test(a_board_has_one_player_points_and_the_clock_of_the_mode),
		cmocka_unit_test(a_sprint_that_had_a_longer_clock_for_a_while_is_on_no_board),
		cmocka_unit_test(study_has_no_clock_and_no_points),
		cmocka_unit_test(what_was_wrong_comes_back_four_further_until_it_is_right),
		cmocka_unit_test(a_deck_that_is_full_takes_nothing_back),
		cmocka_unit_test(daily_is_the_same_ten_for_a_day_and_all_come_before_one_again),
		cmocka_unit_test(each_pack_is_a_round),
		cmocka_unit_test(each_topic_of_the_only_pack_is_a_round_and_keeps_its_order),
		cmocka_unit_test(without_packs_or_topics_rounds_are_parts_of_one_size),
		cmocka_unit_test(between_rounds_there_is_a_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
