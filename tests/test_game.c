#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "quiz.h"

/* The clock */

static int64_t limit_of(struct question q, int percent)
{
	start_as("climb", &q, 1, 1, percent);
	return game_asked(&game)->limit_ms;
}

static void the_clock_goes_by_what_there_is_to_read(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	/* 10 s + 60 ms x (10 + 4 x 4) = 11.56 s */
	assert_int_equal(limit_of(q, CLOCK_STANDARD), 12000);
	assert_int_equal(limit_of(q, CLOCK_DOUBLE), 24000);
	assert_int_equal(limit_of(q, CLOCK_OFF), 0);
	q.show = 2; /* what is not shown is not read: 11.08 s, and with 50 characters 13.48 s */
	assert_int_equal(limit_of(q, CLOCK_STANDARD), 12000);
	q.ask.s = "éééééééééééééééééééééééééééééééééééééééééé"; /* 42 characters: 13 s sharp */
	assert_int_equal(limit_of(q, CLOCK_STANDARD), 13000);
	q.time_s = 90;
	assert_int_equal(limit_of(q, CLOCK_STANDARD), 90000);
	assert_int_equal(limit_of(q, 150), 135000);
	q.time_s = 0;
	assert_int_equal(limit_of(q, CLOCK_DOUBLE), 0);
}

static void a_slow_reader_has_more_time_and_a_fast_one_no_less_than_the_pack_says(void **state)
{
	static const struct {
		int time_s, reading_percent, limit_s;
	} rows[] = {
		/* 26 characters: 1.56 s to read */
		{-1, 0, 12},   {-1, 100, 12}, {-1, 75, 12},  {-1, 150, 13}, {-1, 200, 14},
		{20, 100, 20}, {20, 75, 20},  {20, 150, 21}, {20, 200, 22}, {0, 200, 0},
	};
	struct question q = make(1, 3);
	struct pack p = {.questions = &q, .nquestions = 1};
	struct deck d = {.n = 1, .nrounds = 1, .item = {{&p, 0, 0}}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct game_options o = {.mode = game_modes,
					 .clock_percent = CLOCK_STANDARD,
					 .reading_percent = rows[i].reading_percent};
		q.time_s = rows[i].time_s;
		game_start(&game, &d, &o, 0);
		assert_int_equal(game_asked(&game)->limit_ms, rows[i].limit_s * 1000);
	}
	q.ask.s =
		"It is long, and takes a while: one hundred characters and some more, which makes "
		"six seconds and more."; /* 102 and 16: 7.08 s */
	q.time_s = -1;
	for (int percent = 75; percent <= 200; percent += 125) {
		struct game_options o = {.mode = game_modes,
					 .clock_percent = CLOCK_STANDARD,
					 .reading_percent = percent};
		game_start(&game, &d, &o, 0);
		assert_int_equal(game_asked(&game)->limit_ms, percent == 75 ? 16000 : 25000);
	}
}

static void an_answer_counts_to_the_limit_and_not_beyond(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	assert_int_equal(game_left_ms(&game, 20000), 0);
	assert_int_equal(game_answer(&game, right_one(), 20000), OUTCOME_RIGHT);
	assert_int_equal(game_asked(&game)->took_ms, 20000);
	start_one(q, 1);
	assert_int_equal(game_answer(&game, right_one(), 20001), OUTCOME_LATE);
	assert_int_equal(game.players[0].score + game.players[0].floor + game.players[0].right, 0);
	assert_int_equal(game_asked(&game)->took_ms, 20000);
	assert_int_equal(game.players[0].total_ms, 20000);
}

static void time_alone_ends_a_question_once(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	assert_false(game_tick(&game, 0));
	assert_false(game_tick(&game, 19999));
	assert_int_equal(game_left_ms(&game, 19999), 1);
	assert_int_equal(game.phase, PHASE_ASKING);
	assert_true(game_tick(&game, 20000));
	assert_int_equal(game_asked(&game)->outcome, OUTCOME_LATE);
	assert_int_equal(game_asked(&game)->chosen, 0);
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_false(game_tick(&game, 30000));
}

static void without_a_clock_time_ends_nothing(void **state)
{
	struct question q = make(1, 3);
	int64_t year_ms = INT64_C(365) * 86400 * 1000;

	(void)state;
	q.time_s = 0;
	start_one(q, 1);
	assert_int_equal(game_left_ms(&game, year_ms), -1);
	assert_false(game_tick(&game, year_ms));
	assert_int_equal(game_answer(&game, right_one(), year_ms), OUTCOME_RIGHT);
	assert_int_equal(game_asked(&game)->speed, 0);
}

static void pauses_stop_the_clock_exactly(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	game_pause(&game, 4001);
	game_pause(&game, 4500);
	assert_int_equal(game_left_ms(&game, 900000), 15999);
	assert_false(game_tick(&game, 900000));
	game_resume(&game, 1000000);
	game_resume(&game, 1000007);
	assert_int_equal(game_left_ms(&game, 1000000), 15999);
	game_pause(&game, 1000001);
	game_resume(&game, 1000001);
	assert_false(game_tick(&game, 1015998));
	assert_int_equal(game_answer(&game, right_one(), 1015998), OUTCOME_RIGHT);
	assert_int_equal(game_asked(&game)->took_ms, 19999);
}

static void the_time_left_stands_still_after_an_answer(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	game_answer(&game, right_one(), 5000);
	assert_int_equal(game_left_ms(&game, 19000), 15000);
}

static void another_clock_holds_from_the_next_question_on(void **state)
{
	struct question q[3] = {make(1, 3), make(1, 3), make(1, 3)};

	(void)state;
	q[0].time_s = q[1].time_s = q[2].time_s = 20;
	start_as("climb", q, 3, 1, CLOCK_STANDARD);
	game_set_clock(&game, CLOCK_DOUBLE);
	assert_int_equal(game_left_ms(&game, 0), 20000);
	game_answer(&game, right_one(), 1000);
	assert_int_equal(game_asked(&game)->speed, 57);
	game_next(&game, 2000);
	assert_int_equal(game_left_ms(&game, 2000), 40000);
	game_set_clock(&game, CLOCK_OFF);
	game_answer(&game, right_one(), 3000);
	game_next(&game, 4000);
	assert_int_equal(game_left_ms(&game, 4000), -1);
}

static void the_next_question_has_a_clock_of_its_own(void **state)
{
	struct question questions[2] = {make(1, 3), make(1, 3)};

	(void)state;
	questions[0].time_s = questions[1].time_s = 20;
	start(questions, 2, 1);
	game_answer(&game, right_one(), 5000);
	assert_true(game_next(&game, 60000));
	assert_int_equal(game_left_ms(&game, 60000), 20000);
	game_answer(&game, right_one(), 61500);
	assert_int_equal(game.players[0].total_ms, 6500);
}

/* Right and wrong */

static void the_modes_are_a_table(void **state)
{
	(void)state;
	assert_string_equal(game_mode("climb")->name, "Climb");
	assert_string_equal(game_mode("one-take")->again, "New take");
	assert_null(game_mode("marathon"));
	for (const struct mode *m = game_modes; m->id; m++)
		assert_ptr_equal(game_mode(m->id), m);
}

static void a_right_answer_is_one_floor_up(void **state)
{
	struct question questions[2] = {make(1, 3), make(1, 3)};

	(void)state;
	start(questions, 2, 1);
	assert_true(play_on(right_one()));
	assert_int_equal(game.players[0].floor, 1);
	assert_int_equal(game.players[0].right, 1);
	assert_false(play_on(wrong_one()));
	assert_int_equal(game.players[0].floor, 1);
	assert_int_equal(game.asked[1].chosen & game.asked[1].right, 0);
}

static void a_wrong_answer_in_climb_only_ends_the_streak(void **state)
{
	struct question questions[4] = {make(1, 3), make(1, 3), make(1, 3), make(1, 3)};

	(void)state;
	start(questions, 4, 1);
	play_on(right_one());
	play_on(right_one());
	assert_int_equal(game.players[0].streak, 2);
	assert_true(play_on(wrong_one()));
	assert_int_equal(game.players[0].streak, 0);
	assert_int_equal(game.players[0].best_streak, 2);
	assert_false(play_on(right_one()));
	assert_int_equal(game.players[0].streak, 1);
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game.at, 3);
}

static void a_wrong_answer_ends_one_take(void **state)
{
	struct question questions[3] = {make(1, 3), make(1, 3), make(1, 3)};

	(void)state;
	start_as("one-take", questions, 3, 1, CLOCK_STANDARD);
	assert_true(play_on(right_one()));
	game_answer(&game, wrong_one(), game.asked_ms);
	assert_int_equal(game.phase, PHASE_ANSWERED);
	assert_false(game_next(&game, game.asked_ms));
	assert_int_equal(game.phase, PHASE_OVER);
	assert_int_equal(game.at, 1);
	assert_int_equal(game.players[0].right, 1);
}

static void a_late_answer_ends_one_take(void **state)
{
	struct question questions[2] = {make(1, 3), make(1, 3)};

	(void)state;
	start_as("one-take", questions, 2, 1, CLOCK_STANDARD);
	assert_true(game_tick(&game, 1000000));
	assert_false(game_next(&game, 1000000));
}

static void one_take_can_be_played_to_the_end(void **state)
{
	struct question questions[2] = {make(1, 3), make(1, 3)};

	(void)state;
	start_as("one-take", questions, 2, 1, CLOCK_STANDARD);
	assert_true(play_on(right_one()));
	assert_false(play_on(right_one()));
	assert_int_equal(game.players[0].floor, 2);
}

static void pick_all_wants_exactly_the_right_ones(void **state)
{
	struct question q = make(2, 2);

	(void)state;
	start_one(q, 1);
	assert_int_equal(game_answer(&game, right_one(), 0), OUTCOME_RIGHT);
	start_one(q, 1);
	assert_int_equal(game_answer(&game, right_one() | wrong_one(), 0), OUTCOME_WRONG);
	start_one(q, 1);
	assert_int_equal(game_answer(&game, right_one() & (right_one() - 1), 0), OUTCOME_WRONG);
	start_one(q, 1);
	assert_int_equal(game_answer(&game, all_shown() & ~right_one(), 0), OUTCOME_WRONG);
}

static void pick_any_is_content_with_each_right_one(void **state)
{
	struct question q = make(3, 2);

	(void)state;
	q.pick = PICK_ANY;
	for (int position = 0; position < 5; position++) {
		start_one(q, 1);
		assert_int_equal(game_answer(&game, UINT32_C(1) << position, 0),
				 game_choice(&game, position)->right ? OUTCOME_RIGHT
								     : OUTCOME_WRONG);
	}
}

/* Points */

static void points_go_by_the_level(void **state)
{
	struct question q = make(1, 3);
	static const int base[] = {300, 100, 200, 300, 400, 500};

	(void)state;
	q.time_s = 0;
	for (uint8_t level = 0; level <= 5; level++) {
		q.level = level;
		start_one(q, 1);
		game_answer(&game, right_one(), 0);
		assert_int_equal(game_points(game_asked(&game)), base[level]);
	}
	q.points = 0;
	start_one(q, 1);
	game_answer(&game, right_one(), 0);
	assert_int_equal(game.players[0].score, 0);
}

static void speed_brings_up_to_a_fifth_more_rounded_down(void **state)
{
	static const struct {
		int points, took_ms, speed;
	} rows[] = {
		{300, 0, 60}, {300, 20000, 0}, {300, 10000, 30}, {300, 6001, 41},
		{7, 0, 1},    {4, 0, 0},       {1000, 1, 199},   {1000000, 0, 200000},
	};
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		q.points = rows[i].points;
		start_one(q, 1);
		game_answer(&game, right_one(), rows[i].took_ms);
		assert_int_equal(game_asked(&game)->base, rows[i].points);
		assert_int_equal(game_asked(&game)->speed, rows[i].speed);
	}
}

static void the_third_right_in_a_row_and_each_after_it_bring_50(void **state)
{
	static const bool right[] = {true, true, true, true, false, true, true, true};
	static const int streak[] = {0, 0, 50, 50, 0, 0, 0, 50};
	struct question questions[8];

	(void)state;
	for (int i = 0; i < 8; i++)
		questions[i] = make(1, 3);
	start(questions, 8, 1);
	for (int i = 0; i < 8; i++) {
		play_on(right[i] ? right_one() : wrong_one());
		assert_int_equal(game.asked[i].streak, streak[i]);
	}
	assert_int_equal(game.players[0].best_streak, 4);
}

static void wrong_and_late_bring_nothing(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	start_one(q, 1);
	game_answer(&game, wrong_one(), 0);
	assert_int_equal(game_points(game_asked(&game)), 0);
	start_one(q, 1);
	game_answer(&game, right_one(), 1000000);
	assert_int_equal(game_points(game_asked(&game)), 0);
	assert_int_equal(game.players[0].score, 0);
}

/* Our own mistakes */

static void answer_twice(void)
{
	game_answer(&game, 1, 0);
	game_answer(&game, 1, 0);
}

static void answer_nothing(void)
{
	game_answer(&game, 0, 0);
}

static void answer_with_two(void)
{
	game_answer(&game, 3, 0);
}

static void answer_what_is_not_shown(void)
{
	game_answer(&game, 1 << 4, 0);
}

static void answer_in_a_pause(void)
{
	game_pause(&game, 0);
	game_answer(&game, 1, 0);
}

static void go_on_unanswered(void)
{
	game_next(&game, 0);
}

static void start_with_nothing(void)
{
	struct game_options o = {.mode = game_modes, .seed = 1, .clock_percent = CLOCK_OFF};
	struct deck d = {.n = 0};

	game_start(&game, &d, &o, 0);
}

static void a_sound_is_heard_once_before_the_clock_runs(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	game_listen(&game, 0, 7000);
	assert_int_equal(game_left_ms(&game, 6999), 20000);
	assert_false(game_tick(&game, 6999));
	assert_int_equal(game_left_ms(&game, 8000), 19000);
	assert_false(game_tick(&game, 26999));
	assert_true(game_tick(&game, 27000));
}

static void a_sound_that_ends_early_gives_no_more_time(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	game_listen(&game, 0, 7000);
	game_heard(&game, 2000);
	assert_int_equal(game_left_ms(&game, 3000), 19000);
	game_heard(&game, 5000); /* changes nothing any more */
	assert_int_equal(game_left_ms(&game, 5000), 17000);
}

static void a_sound_told_of_in_a_pause_is_waited_for_no_longer(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	game_pause(&game, 0);
	game_listen(&game, 5000, 7000);
	game_resume(&game, 60000);
	assert_int_equal(game_left_ms(&game, 67000), 20000);
	assert_int_equal(game_left_ms(&game, 68000), 19000);
}

static void a_sound_that_was_heard_may_play_again_on_the_clock(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	game_listen(&game, 0, 7000);
	game_heard(&game, 7000);
	game_listen(&game, 12000, 7000);
	assert_int_equal(game_left_ms(&game, 12000), 15000);
}

static void an_answer_while_a_sound_plays_has_taken_no_time(void **state)
{
	struct question q = make(1, 3);

	(void)state;
	q.time_s = 20;
	start_one(q, 1);
	game_listen(&game, 0, 7000);
	game_pause(&game, 1000);
	game_resume(&game, 90000);
	assert_int_equal(game_answer(&game, right_one(), 91000), OUTCOME_RIGHT);
	assert_int_equal(game_asked(&game)->took_ms, 0);
	assert_int_equal(game.players[0].total_ms, 0);
}

static void calls_out_of_turn_are_caught(void **state)
{
	static void (*const mistakes[])(void) = {
		answer_twice,      answer_nothing,   answer_with_two,    answer_what_is_not_shown,
		answer_in_a_pause, go_on_unanswered, start_with_nothing,
	};

	(void)state;
#ifdef NDEBUG
	skip();
#endif
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(*mistakes); i++) {
		int status;
		pid_t child;

		start_one(make(1, 3), 1);
		child = fork();
		if (child == 0) {
			signal(SIGABRT, SIG_DFL);
			fclose(stderr);
			mistakes[i]();
			_exit(0);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_clock_goes_by_what_there_is_to_read),
		cmocka_unit_test(
			a_slow_reader_has_more_time_and_a_fast_one_no_less_than_the_pack_says),
		cmocka_unit_test(an_answer_counts_to_the_limit_and_not_beyond),
		cmocka_unit_test(time_alone_ends_a_question_once),
		cmocka_unit_test(without_a_clock_time_ends_nothing),
		cmocka_unit_test(pauses_stop_the_clock_exactly),
		cmocka_unit_test(the_time_left_stands_still_after_an_answer),
		cmocka_unit_test(another_clock_holds_from_the_next_question_on),
		cmocka_unit_test(the_next_question_has_a_clock_of_its_own),
		cmocka_unit_test(the_modes_are_a_table),
		cmocka_unit_test(a_right_answer_is_one_floor_up),
		cmocka_unit_test(a_wrong_answer_in_climb_only_ends_the_streak),
		cmocka_unit_test(a_wrong_answer_ends_one_take),
		cmocka_unit_test(a_late_answer_ends_one_take),
		cmocka_unit_test(one_take_can_be_played_to_the_end),
		cmocka_unit_test(pick_all_wants_exactly_the_right_ones),
		cmocka_unit_test(pick_any_is_content_with_each_right_one),
		cmocka_unit_test(points_go_by_the_level),
		cmocka_unit_test(speed_brings_up_to_a_fifth_more_rounded_down),
		cmocka_unit_test(the_third_right_in_a_row_and_each_after_it_bring_50),
		cmocka_unit_test(wrong_and_late_bring_nothing),
		cmocka_unit_test(a_sound_is_heard_once_before_the_clock_runs),
		cmocka_unit_test(a_sound_that_ends_early_gives_no_more_time),
		cmocka_unit_test(a_sound_told_of_in_a_pause_is_waited_for_no_longer),
		cmocka_unit_test(a_sound_that_was_heard_may_play_again_on_the_clock),
		cmocka_unit_test(an_answer_while_a_sound_plays_has_taken_no_time),
		cmocka_unit_test(calls_out_of_turn_are_caught),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
