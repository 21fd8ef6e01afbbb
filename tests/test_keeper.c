/* The keeper: what it does with the store, and what it says of it. */
#include "linestore.h"

/* The next answer, which a thread may owe yet. */
static struct event answer(void)
{
	struct event ev = {0};

	for (int i = 0; i < 2000 && !keeper_answer(keeper, &ev); i++)
		SDL_Delay(5);
	return ev;
}

static void play_a_game(void)
{
	struct effect boards = {.kind = EFFECT_BOARDS, .value = 1, .key.mode = "climb"};

	assert_null(keeper_read(keeper));
	assert_int_equal(past.last, 7);
	assert_true(keeper_keeps(keeper));
	keeper_check(keeper);
	perform((struct effect){.kind = EFFECT_BEGIN});
	seen(20);
	game.at = 1;
	move(OP_ANSWER, 0);
	game.at = 2;
	move(OP_NEXT, -1);
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	perform((struct effect){.kind = EFFECT_NAME, .text = "Mina"});
	perform(boards);
	perform((struct effect){.kind = EFFECT_CUE});
	struct event ev = answer();
	assert_int_equal(ev.kind, EVENT_SAVED);
	assert_int_equal(ev.index, 1);
	assert_int_equal(ev.number, 100);
	assert_null(ev.text);
	ev = answer();
	assert_int_equal(ev.kind, EVENT_BOARDS);
	assert_string_equal(ev.boards->key.mode, "climb");
	assert_int_equal(ev.boards->game, 9);
	assert_false(keeper_answer(keeper, &ev));
	assert_null(keeper_note(keeper));
	keeper_destroy(keeper);
	keeper = NULL;
	assert_string_equal(told, "open\ncheck\nbegin 3\nseen 9 at 20\nmove 9 3 at 50 of 11\n"
				  "move 9 7 at 50 of 2\nend 9 2 1\nname 9 0 Mina\nboards climb 9\n"
				  "close\n");
}

static void a_thread_does_all_in_order(void **state)
{
	(void)state;
	open_keeper(true);
	play_a_game();
	assert_true(SDL_AtomicGet(&woken) > 0);
}

static void in_line_it_is_the_same(void **state)
{
	(void)state;
	open_keeper(false);
	play_a_game();
}

static void what_is_queued_is_done_before_the_end(void **state)
{
	char all[4096] = "open\nbegin 3\n";

	(void)state;
	open_keeper(true);
	keeper_read(keeper);
	perform((struct effect){.kind = EFFECT_BEGIN});
	for (int i = 0; i < 20; i++) {
		game.at = i;
		move(OP_ANSWER, i % 3);
		snprintf(all + strlen(all), sizeof(all) - strlen(all), "move 9 3 at 50 of %d\n",
			 i + 10 * (i % 3 + 1));
	}
	keeper_destroy(keeper);
	keeper = NULL;
	strcat(all, "close\n");
	assert_string_equal(told, all);
}

static void a_save_that_fails_is_said_once(void **state)
{
	struct event ev;

	(void)state;
	open_keeper(false);
	keeper_read(keeper);
	perform((struct effect){.kind = EFFECT_BEGIN});
	broken = true;
	move(OP_ANSWER, 0);
	ev = answer();
	assert_int_equal(ev.kind, EVENT_MEMORY);
	assert_string_equal(ev.text, "What is played can’t be kept: the disk is full");
	ev = answer();
	assert_int_equal(ev.kind, EVENT_SAVED);
	assert_int_equal(ev.index, 0);
	assert_string_equal(ev.text, "the disk is full");
	assert_string_equal(keeper_note(keeper),
			    "/nowhere/db: what is played can't be kept: the disk is full");
	move(OP_NEXT, -1);
	move(OP_ANSWER, 1);
	ev = answer();
	assert_int_equal(ev.kind, EVENT_SAVED);
	assert_int_equal(ev.index, 0);
	assert_int_equal(ev.number, 101);
	assert_false(keeper_answer(keeper, &ev));
	assert_null(keeper_note(keeper));
}

/* All that waited is kept with the next move, in its order, and that it is kept again is said. */
static void after_an_outage_the_whole_game_is_kept(void **state)
{
	struct event ev;

	(void)state;
	open_keeper(false);
	keeper_read(keeper);
	broken = true;
	perform((struct effect){.kind = EFFECT_BEGIN});
	answer();
	move(OP_ANSWER, 0);
	assert_int_equal(answer().index, 0);
	assert_non_null(keeper_note(keeper));
	seen(70); /* not before the moves */
	broken = false;
	ntold = 0;
	move(OP_NEXT, -1);
	ev = answer();
	assert_int_equal(ev.kind, EVENT_MEMORY);
	assert_null(ev.text);
	assert_string_equal(keeper_note(keeper), "/nowhere/db: what is played is kept again");
	move(OP_ANSWER, 1);
	assert_int_equal(answer().index, 1);
	assert_string_equal(told, "begin 3\nmove 9 3 at 50 of 10\nmove 9 7 at 50 of 0\n"
				  "move 9 3 at 50 of 20\n");
	broken = true; /* how it ended waits, too */
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	assert_int_equal(answer().kind, EVENT_MEMORY);
	broken = false;
	ntold = 0;
	perform((struct effect){.kind = EFFECT_BEGIN});
	assert_string_equal(told, "end 9 0 1\nbegin 3\n");
}

/* Nor is anybody needed who plays on. */
static void after_an_outage_what_waits_is_kept_by_itself(void **state)
{
	struct event ev;

	(void)state;
	open_keeper(true);
	keeper_read(keeper);
	broken = true;
	perform((struct effect){.kind = EFFECT_BEGIN});
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	keeper_read(keeper);
	while (keeper_answer(keeper, &ev))
		;
	broken = false;
	for (int i = 0; i < 600 && !keeper_answer(keeper, &ev); i++)
		SDL_Delay(100);
	assert_int_equal(ev.kind, EVENT_MEMORY);
	assert_null(ev.text);
	assert_non_null(strstr(told, "begin 3\nend 9 0 1\n"));
}

/* Nor does the end of the program lose what waits, or let go of its pack before. */
static void what_waits_is_kept_at_the_end_of_the_program(void **state)
{
	int before = pack->references;

	(void)state;
	open_keeper(true);
	keeper_read(keeper);
	broken = true;
	perform((struct effect){.kind = EFFECT_BEGIN});
	move(OP_ANSWER, 0);
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	keeper_read(keeper);
	assert_true(pack->references > before);
	broken = false;
	ntold = 0;
	keeper_destroy(keeper);
	keeper = NULL;
	assert_string_equal(told, "begin 3\nmove 9 3 at 50 of 10\nend 9 0 1\nclose\n");
	assert_int_equal(pack->references, before);
}

/* One that lasts: the game is given up, what the disk has stays whole, and its end is kept. */
static void an_outage_that_lasts_gives_the_game_up(void **state)
{
	(void)state;
	open_keeper(false);
	keeper_read(keeper);
	perform((struct effect){.kind = EFFECT_BEGIN});
	broken = true;
	for (int i = 0; i <= SAVING_MOST; i++) {
		ntold = 0;
		move(OP_HELP, -1);
	}
	broken = false;
	ntold = 0;
	move(OP_HELP, -1);
	assert_int_equal(ntold, 0);
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	assert_string_equal(told, "end 9 0 1\n");
	perform((struct effect){.kind = EFFECT_BEGIN});
	move(OP_ANSWER, 0);
	assert_string_equal(told, "end 9 0 1\nbegin 3\nmove 9 3 at 50 of 10\n");
}

static bool is_three(void *ctx, const char *path)
{
	*(bool *)ctx = strcmp(path, "three.ini") == 0;
	return true;
}

static void an_interrupted_game_goes_on_or_is_left(void **state)
{
	(void)state;
	const struct pack *packs[] = {pack};

	open_keeper(true);
	keeper_read(keeper);
	bool wanted = false;
	keeper_wanted(keeper, is_three, &wanted);
	assert_true(wanted);
	assert_null(keeper_interrupted(keeper, packs, 0));
	assert_int_equal(keeper_interrupted(keeper, packs, 1)->id, 5);
	perform((struct effect){.kind = EFFECT_RESUME});
	move(OP_RESUME, -1);
	perform((struct effect){.kind = EFFECT_END});
	perform((struct effect){.kind = EFFECT_FORGET});
	assert_int_equal(keeper_interrupted(keeper, packs, 1)->id, 5);
	perform((struct effect){.kind = EFFECT_FORGET});
	perform((struct effect){.kind = EFFECT_BEGIN});
	keeper_destroy(keeper);
	keeper = NULL;
	assert_string_equal(told, "open\nresume 5\nmove 5 9 at 50 of 0\nleave 5 at 4000\n"
				  "leave 5 at 4000\nbegin 3\nclose\n");
}

static void an_interrupted_game_is_offered_once_it_is_known(void **state)
{
	struct event ev;

	(void)state;
	const struct pack *packs[] = {pack};

	open_keeper(false);
	keeper_interrupted(keeper, packs, 0);
	keeper_offer(keeper, true);
	assert_false(keeper_answer(keeper, &ev));
	keeper_interrupted(keeper, packs, 1);
	keeper_offer(keeper, false);
	assert_false(keeper_answer(keeper, &ev));
	keeper_offer(keeper, true);
	ev = answer();
	assert_int_equal(ev.kind, EVENT_MEMORY);
	assert_int_equal(ev.interrupted->id, 5);
}

static void what_is_wrong_at_the_start_is_said(void **state)
{
	static const struct {
		enum store_state state;
		bool keeps;
		const char *words, *note;
	} rows[] = {
		{STORE_NEW, true, NULL, NULL},
		{STORE_MIGRATED, true, NULL, NULL},
		{STORE_NEWER, false, "Nothing is remembered: the disk is full",
		 "/nowhere/db: made by a newer version of Stairwell and left alone; nothing is "
		 "remembered"},
		{STORE_RENEWED, true,
		 "What was remembered was broken: it is set aside and begun anew",
		 "/nowhere/db: broken and set aside as /nowhere/db.aside: the disk is full"},
		{STORE_UNUSABLE, false, "Nothing is remembered: the disk is full",
		 "/nowhere/db: can't be used; nothing is remembered: the disk is full"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		opened = rows[i].state;
		open_keeper(i % 2);
		const char *words = keeper_read(keeper), *said = keeper_note(keeper);
		assert_int_equal(keeper_keeps(keeper), rows[i].keeps);
		assert_true(!words == !rows[i].words && !said == !rows[i].note);
		if (words)
			assert_string_equal(words, rows[i].words);
		if (said)
			assert_string_equal(said, rows[i].note);
		keeper_destroy(keeper);
		keeper = NULL;
	}
}

static void what_is_found_broken_later_is_said_too(void **state)
{
	struct event ev;

	(void)state;
	open_keeper(true);
	assert_null(keeper_read(keeper));
	checked = STORE_RENEWED;
	keeper_check(keeper);
	ev = answer();
	assert_int_equal(ev.kind, EVENT_MEMORY);
	assert_null(ev.interrupted);
	assert_string_equal(ev.text,
			    "What was remembered was broken: it is set aside and begun anew");
	assert_string_equal(keeper_note(keeper),
			    "/nowhere/db: broken and set aside as aside: malformed");
}

static void what_is_played_begins_anew_in_a_new_file(void **state)
{
	struct event ev;

	(void)state;
	for (int i = 0; i < 2; i++) {
		open_keeper(false);
		keeper_read(keeper);
		perform((struct effect){.kind = EFFECT_BEGIN});
		move(OP_ANSWER, 0);
		answer();
		checked = i ? STORE_RENEWED : STORE_MOVED_ON;
		ntold = 0;
		keeper_check(keeper);
		ev = answer();
		assert_int_equal(ev.kind, EVENT_MEMORY);
		assert_non_null(ev.text);
		move(OP_NEXT, -1);
		perform((struct effect){.kind = EFFECT_END});
		assert_false(keeper_answer(keeper, &ev));
		keeper_destroy(keeper);
		keeper = NULL;
		assert_string_equal(told, "check\nbegin 3\nmove 9 3 at 50 of 10\n"
					  "move 9 7 at 50 of 0\nleave 9 at 4000\nclose\n");
	}
}

/* It is known only as it was when it was gone on with. */
static void one_begun_in_an_earlier_run_is_given_up_then(void **state)
{
	const struct pack *packs[] = {pack};

	(void)state;
	open_keeper(false);
	keeper_read(keeper);
	keeper_interrupted(keeper, packs, 1);
	perform((struct effect){.kind = EFFECT_RESUME});
	checked = STORE_RENEWED;
	keeper_check(keeper);
	assert_int_equal(answer().kind, EVENT_MEMORY);
	assert_string_equal(answer().text, "What is played can’t be kept: the disk is full");
	ntold = 0;
	told[0] = '\0';
	move(OP_ANSWER, 0);
	assert_int_equal(answer().index, 0);
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	assert_string_equal(told, "");
	perform((struct effect){.kind = EFFECT_BEGIN});
	assert_string_equal(told, "begin 3\n");
}

/* Packs are let go of when no request can look at them any more. */
static void a_pack_lives_until_its_answers_are_kept(void **state)
{
	(void)state;
	open_keeper(true);
	keeper_read(keeper);
	int before = pack->references;
	perform((struct effect){.kind = EFFECT_BEGIN});
	assert_int_equal(pack->references, before + 1);
	perform((struct effect){.kind = EFFECT_END, .value = 1});
	for (int i = 0; i < 1000; i++) {
		perform((struct effect){.kind = EFFECT_BEGIN});
		move(OP_ANSWER, 0);
		answer();
	}
	assert_in_range(pack->references, before + 1, before + 2 * DECK_ITEMS);
	keeper_destroy(keeper);
	keeper = NULL;
	assert_int_equal(pack->references, before);
}

static void a_pin_is_counted_before_it_is_tried(void **state)
{
	(void)state;
	open_keeper(true);
	keeper_guard(keeper, "no hash");
	ntold = 0;
	perform((struct effect){.kind = EFFECT_PIN, .text = "", .value = 7});
	struct event ev = answer();
	assert_int_equal(ev.kind, EVENT_PIN);
	assert_int_equal(ev.asked, 7);
	assert_int_equal(ev.number, 0);
	for (int i = 1; i <= 5; i++) {
		perform((struct effect){
			.kind = EFFECT_PIN, .text = "2468", .move.at_ms = 1000 * i});
		ev = answer();
		assert_int_equal(ev.index, 0);
		assert_int_equal(ev.number, i < 5 ? 0 : 300);
	}
	assert_string_equal(told, "pin-tries is 0\npin-tries is 1\npin-tries is 2\npin-tries is 3\n"
				  "pin-tries is 4\npin-tries is 5\n");
}

static void a_try_that_the_disk_does_not_take_is_the_last_for_a_while(void **state)
{
	(void)state;
	open_keeper(true);
	keeper_guard(keeper, "no hash");
	for (int i = 1; i <= 2; i++) {
		broken = i == 2;
		perform((struct effect){
			.kind = EFFECT_PIN, .text = "2468", .move.at_ms = 1000 * i});
		assert_int_equal(answer().number, i == 2 ? 300 : 0);
	}
}

static void wishes_of_an_operator_are_kept(void **state)
{
	static const struct {
		enum operation o;
		int value;
		const char *told;
	} wishes[] = {
		{OPERATE_VOLUME, 40, "volume is 40\n"},
		{OPERATE_CALIBRATE, 3780, "px-per-metre is 3780\n"},
		{OPERATE_BLANK, 0, "blank 6\n"},
		{OPERATE_RESET, 0, "reset\nboards-since is 4000\n"},
	};

	(void)state;
	open_keeper(true);
	keeper_read(keeper);
	for (size_t i = 0; i < sizeof wishes / sizeof wishes[0]; i++) {
		ntold = 0;
		perform((struct effect){.kind = EFFECT_OPERATE,
					.index = (int)wishes[i].o,
					.value = wishes[i].value,
					.game = 6});
		struct event ev = answer();
		assert_int_equal(ev.kind, EVENT_OPERATED);
		assert_int_equal(ev.index, 1);
		assert_int_equal(ev.number, wishes[i].o);
		assert_string_equal(told, wishes[i].told);
	}
	assert_int_equal(keeper_state(keeper).volume, -1);
	broken = true;
	perform((struct effect){.kind = EFFECT_OPERATE, .index = OPERATE_RESET});
	struct event ev = answer();
	assert_int_equal(ev.index, 0);
	assert_non_null(ev.text);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(a_thread_does_all_in_order),
		T(in_line_it_is_the_same),
		T(what_is_queued_is_done_before_the_end),
		T(a_save_that_fails_is_said_once),
		T(after_an_outage_the_whole_game_is_kept),
		T(after_an_outage_what_waits_is_kept_by_itself),
		T(what_waits_is_kept_at_the_end_of_the_program),
		T(an_outage_that_lasts_gives_the_game_up),
		T(an_interrupted_game_goes_on_or_is_left),
		T(an_interrupted_game_is_offered_once_it_is_known),
		T(what_is_wrong_at_the_start_is_said),
		T(what_is_found_broken_later_is_said_too),
		T(what_is_played_begins_anew_in_a_new_file),
		T(one_begun_in_an_earlier_run_is_given_up_then),
		T(a_pin_is_counted_before_it_is_tried),
		T(a_try_that_the_disk_does_not_take_is_the_last_for_a_while),
		T(wishes_of_an_operator_are_kept),
		T(a_pack_lives_until_its_answers_are_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
