/* What waits while the store fails: after an outage it has everything. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "crashvfs.h"
#include "db.h"
#include "saving.h"
#include "stored.h"
#include "text.h"

static struct run run;
static struct saving saving;
static struct interrupted in;
static const struct pack *pack;

static void outage(bool fails)
{
	crash.fails = fails;
	crash.fails_after = 0;
	crash.code = SQLITE_FULL;
}

static void open_saving(void)
{
	memset(&saving, 0, sizeof saving);
	saving.store = store_open(file, NULL);
	assert_non_null(saving.store);
}

static void close_saving(void)
{
	outage(false);
	store_close(saving.store);
	drop_folder(NULL);
	make_folder(NULL);
}

/* The game by itself; what is kept of it goes through `saving`. */
static bool begin_by_lot(uint64_t seed)
{
	static const char *const modes[] = {"climb", "one-take", "study", "rounds"};
	struct game_options o = {
		.mode = game_mode(modes[seed % 4]), .seed = seed, .clock_percent = CLOCK_STANDARD};
	char nowhere[200];
	struct store *none;

	snprintf(nowhere, sizeof nowhere, "%s/x", file);
	none = store_open(nowhere, NULL);
	o.nplayers = o.mode->together ? 1 + (int)(seed / 4 % 3) : 1;
	o.party = seed % 3 ? PARTY_TURNS : PARTY_BUZZERS;
	memset(&run, 0, sizeof run);
	assert_false(begin_run(&run, none, &pack, 1, &o, 6));
	return saving_begin(&saving, &run.game, "", moment(run.unix_ms));
}

static bool move_by_lot(struct rng *lot)
{
	move_somehow(&run, lot);
	return saving_move(&saving, &run.game, &run.made.move, run.made.closed, run.made.now);
}

static void drop_run(void)
{
	store_close(run.store);
}

/* ---- all that is kept, as text ---- */

static int note_row(void *ctx, int n, char **column, char **name)
{
	(void)name;
	for (int i = 0; i < n; i++)
		fprintf(ctx, "%s ", column[i] ? column[i] : "NULL");
	fputc('\n', ctx);
	return 0;
}

static char *dump(void)
{
	static const char *const tables[] = {"boards",  "games", "players", "questions", "versions",
					     "answers", "moves", "deck",    "scores",    "tallies"};
	char *text = NULL, sql[64];
	size_t size;
	FILE *f = open_memstream(&text, &size);

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		snprintf(sql, sizeof sql, "SELECT * FROM %s", tables[i]);
		sqlite3_exec(saving.store->db, sql, note_row, f, NULL);
	}
	fclose(f);
	return text;
}

/* A game to its end, where the store fails for a while so many times in ten. */
static char *play_whole(uint64_t seed, uint32_t bad)
{
	struct rng lot, weather;
	char *all;

	rng_init(&lot, seed);
	rng_init(&weather, seed + 1000);
	open_saving();
	outage(rng_below(&weather, 10) < bad);
	assert_int_equal(begin_by_lot(seed), !crash.fails);
	while (run.game.phase != PHASE_OVER) {
		outage(rng_below(&weather, 10) < bad);
		assert_int_equal(move_by_lot(&lot), !crash.fails);
	}
	outage(rng_below(&weather, 10) < bad);
	assert_int_equal(saving_end(&saving, &run.game, moment(run.unix_ms)), !crash.fails);
	outage(false);
	assert_true(saving_flush(&saving));
	assert_false(saving_waits(&saving));
	all = dump();
	drop_run();
	close_saving();
	return all;
}

static void after_outages_the_store_is_as_if_there_had_been_none(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 40; seed++) {
		char *without = play_whole(seed, 0), *with = play_whole(seed, 6);

		assert_true(strlen(without) > 200);
		assert_string_equal(with, without);
		free(with);
		free(without);
	}
}

static void a_game_that_is_left_after_an_outage_can_be_gone_on_with(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 40; seed++) {
		struct rng lot;
		int moves = 0;

		rng_init(&lot, seed);
		open_saving();
		begin_by_lot(seed);
		for (; run.game.phase != PHASE_OVER && moves < 9; moves++) {
			outage(moves > 1 && moves < 6);
			move_by_lot(&lot);
		}
		outage(false);
		if (run.game.phase != PHASE_OVER) {
			assert_true(store_interrupted(saving.store, &pack, 1, &in));
			game_pause(&run.game, in.at_ms);
			assert_memory_equal(&in.game, &run.game, sizeof run.game);
		}
		drop_run();
		close_saving();
	}
}

static void a_game_gone_on_with_in_an_outage_is_kept_further(void **state)
{
	struct rng lot;

	(void)state;
	rng_init(&lot, 8);
	open_saving();
	begin_by_lot(8);
	for (int i = 0; i < 3; i++)
		assert_true(move_by_lot(&lot));
	assert_true(store_interrupted(saving.store, &pack, 1, &in));
	run.game = in.game;
	run.at_ms = in.at_ms;
	outage(true);
	assert_false(saving_resume(&saving, in.id));
	assert_false(move_by_lot(&lot));
	outage(false);
	assert_true(move_by_lot(&lot));
	assert_true(store_interrupted(saving.store, &pack, 1, &in));
	game_pause(&run.game, in.at_ms);
	assert_memory_equal(&in.game, &run.game, sizeof run.game);
	drop_run();
	close_saving();
}

static void a_file_another_keeps_locked_loses_nothing(void **state)
{
	struct store *other;
	struct rng lot;

	(void)state;
	rng_init(&lot, 4);
	open_saving();
	other = store_open(file, NULL);
	sqlite3_busy_timeout(saving.store->db, 10); /* for the test's sake; it is a second */
	assert_true(begin_by_lot(4));
	assert_true(db_begin(other));
	assert_false(move_by_lot(&lot));
	assert_false(move_by_lot(&lot));
	assert_string_equal(store_error(saving.store), "another program keeps the file locked");
	assert_true(db_commit(other, true));
	assert_true(move_by_lot(&lot));
	assert_true(store_interrupted(saving.store, &pack, 1, &in));
	game_pause(&run.game, in.at_ms);
	assert_memory_equal(&in.game, &run.game, sizeof run.game);
	store_close(other);
	drop_run();
	close_saving();
}

/* ---- in the terminal ---- */

enum { FIRST = 5, LAST = 12 }; /* calls of the clock between which the store fails */

static struct moment now(void *clock)
{
	int *calls = clock;

	outage(++*calls >= FIRST && *calls <= LAST);
	return moment(INT64_C(1700000000000));
}

static int64_t now_ms(void *clock)
{
	(void)clock;
	return 1000;
}

static void the_terminal_keeps_all_after_an_outage_and_says_so(void **state)
{
	char *said = NULL, *told = NULL, lines[] = "1\n1\n1\n1\n1\n1\n1\n1\n";
	int64_t answers = 0, moves = 0, finished = 0;
	size_t size;
	int calls = 0;
	struct text_options o = {.in = fmemopen(lines, strlen(lines), "r"),
				 .out = open_memstream(&told, &size),
				 .notes = open_memstream(&said, &size),
				 .packs = &pack,
				 .npacks = 1,
				 .questions = 8,
				 .game = {.mode = game_modes, .seed = 1, .nplayers = 1},
				 .now_ms = now_ms,
				 .now = now,
				 .clock = &calls};

	(void)state;
	open_saving();
	o.store = saving.store;
	assert_int_equal(text_play(&o), 0);
	fclose(o.in);
	fclose(o.out);
	fclose(o.notes);
	assert_true(calls > LAST);
	assert_string_equal(said, "stairwell: this game can't be kept: the disk is full; play goes "
				  "on\nstairwell: this game is kept again\n");
	db_number(o.store, &answers, "SELECT count(*) FROM answers", NULL);
	db_number(o.store, &finished, "SELECT count(*) FROM games WHERE state = 1", NULL);
	db_number(o.store, &moves, "SELECT count(*) FROM moves", NULL);
	assert_int_equal(answers, 8);
	assert_int_equal(finished, 1);
	assert_int_equal(moves, 0);
	free(said);
	free(told);
	close_saving();
}

static int set_up(void **state)
{
	if (!crash_real)
		crash_install();
	pack = make_pack("first", 12);
	return make_folder(state);
}

static int tear_down(void **state)
{
	crash_forget();
	pack_drop(pack);
	return drop_folder(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(after_outages_the_store_is_as_if_there_had_been_none),
		TEST(a_game_that_is_left_after_an_outage_can_be_gone_on_with),
		TEST(a_game_gone_on_with_in_an_outage_is_kept_further),
		TEST(a_file_another_keeps_locked_loses_nothing),
		TEST(the_terminal_keeps_all_after_an_outage_and_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
