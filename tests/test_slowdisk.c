/* The keeper's queue, with a disk that hangs: the program never waits. */
#include <unistd.h>

#include "linestore.h"

/* A program that waits for it is ended by the alarm. */
static void hold_up(void)
{
	alarm(60);
	held_up = SDL_CreateSemaphore(0);
	begun = SDL_CreateSemaphore(0);
}

static void let_go(void)
{
	for (int i = 0; i < 5000; i++)
		SDL_SemPost(held_up);
}

static void begin_held_up(void)
{
	hold_up();
	open_keeper(true);
	keeper_read(keeper);
	perform((struct effect){.kind = EFFECT_BEGIN});
	SDL_SemWait(begun);
}

static int count(const char *what)
{
	int n = 0;

	for (const char *s = told; (s = strstr(s, what)); s++)
		n++;
	return n;
}

static int answers(enum event_kind kind, bool good)
{
	struct event ev;
	int n = 0;

	while (keeper_answer(keeper, &ev))
		n += ev.kind == kind && ev.index == good;
	return n;
}

enum { MOVES = 24 };

static void play(void)
{
	perform((struct effect){.kind = EFFECT_BEGIN});
	for (int i = 0; i < MOVES / 2; i++) {
		move(OP_ANSWER, i % 3);
		move(OP_NEXT, -1);
	}
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	perform((struct effect){.kind = EFFECT_NAME, .text = "Mina"});
}

/* Where the clock stood gives way; an answer does not. */
static void a_full_queue_drops_where_the_clock_stood(void **state)
{
	(void)state;
	begin_held_up();
	for (int i = 0; i < 500; i++)
		seen(i);
	for (int i = 0; i < 200; i++)
		move(OP_ANSWER, i % 3);
	seen(1000);
	let_go();
	keeper_read(keeper);
	assert_int_equal(answers(EVENT_SAVED, true), 200);
	assert_int_equal(count("move 9"), 200);
	assert_in_range(count("seen 9"), 1, 250);
	assert_non_null(strstr(told, "seen 9 at 1000\n"));
	assert_null(keeper_note(keeper));
}

static void some_games_wait_whole_while_the_disk_hangs(void **state)
{
	(void)state;
	begin_held_up();
	perform((struct effect){.kind = EFFECT_END});
	for (int i = 0; i < 9; i++)
		play();
	assert_null(keeper_note(keeper));
	let_go();
	keeper_read(keeper);
	assert_int_equal(count("begin 3"), 10);
	assert_int_equal(count("move 9"), 9 * MOVES);
	assert_int_equal(count("end 9"), 9);
	assert_int_equal(count("name 9 0 Mina"), 9);
	assert_int_equal(answers(EVENT_SAVED, false), 0);
}

static void what_is_more_than_can_wait_is_refused_and_said_once(void **state)
{
	struct event ev;
	int notes = 0, said = 0;

	(void)state;
	begin_held_up();
	perform((struct effect){.kind = EFFECT_END});
	for (int i = 0; i < 100; i++) {
		play();
		perform((struct effect){.kind = EFFECT_BOARDS, .value = 1});
		while (keeper_answer(keeper, &ev))
			said += ev.kind == EVENT_MEMORY;
		notes += keeper_note(keeper) != NULL;
	}
	assert_int_equal(notes, 1);
	assert_int_equal(said, 1);
	let_go();
	keeper_read(keeper);
	assert_int_equal(count("end 9"), count("name 9"));
	assert_in_range(count("end 9"), 8, 9);
	answers(EVENT_SAVED, true);
	play(); /* whole again */
	keeper_read(keeper);
	assert_int_equal(answers(EVENT_SAVED, true), MOVES / 2);
	assert_string_equal(keeper_note(keeper), "/nowhere/db: what is played is kept again");
}

static void of_a_game_with_a_gap_only_the_end_is_kept(void **state)
{
	(void)state;
	begin_held_up();
	for (int i = 0; i < 260; i++)
		move(OP_ANSWER, 0);
	int kept = 260 - answers(EVENT_SAVED, false);
	let_go();
	keeper_read(keeper);
	move(OP_ANSWER, 0); /* there is room, and it would come after the gap */
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	perform((struct effect){.kind = EFFECT_NAME, .text = "Mina"});
	keeper_read(keeper);
	assert_in_range(kept, 249, 250);
	assert_int_equal(count("move 9"), kept);
	assert_non_null(strstr(told, "end 9 0 1\nname 9 0 Mina\n"));
}

static void whoever_asks_meanwhile_is_answered(void **state)
{
	static const struct {
		enum effect_kind asks;
		enum event_kind told;
	} rows[] = {{EFFECT_PIN, EVENT_PIN},
		    {EFFECT_OPERATE, EVENT_OPERATED},
		    {EFFECT_BOARDS, EVENT_BOARDS}};
	struct event ev;

	(void)state;
	begin_held_up();
	for (int i = 0; i < 260; i++)
		move(OP_NEXT, -1);
	answers(EVENT_MEMORY, false);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		perform((struct effect){
			.kind = rows[i].asks, .index = OPERATE_RESET, .text = "2468", .value = 5});
		assert_true(keeper_answer(keeper, &ev));
		assert_int_equal(ev.kind, rows[i].told);
		assert_int_equal(ev.index, 0);
	}
	let_go();
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(a_full_queue_drops_where_the_clock_stood),
		T(some_games_wait_whole_while_the_disk_hangs),
		T(what_is_more_than_can_wait_is_refused_and_said_once),
		T(of_a_game_with_a_gap_only_the_end_is_kept),
		T(whoever_asks_meanwhile_is_answered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
