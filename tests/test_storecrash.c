/*
 * Power cuts: a program plays some games, every change of its files is written down, and after each
 * of them the files are made as a power cut there may leave them. The store must open, be sound,
 * and have exactly what was acknowledged by then, or what was being saved besides.
 *
 * A number of these states by lot; all of them with STAIRWELL_LONG.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "crashvfs.h"
#include "db.h"
#include "hash.h"
#include "stored.h"

enum { ACKS = 2000, STATES = 2000 };

static struct run run;
static struct interrupted in;
static struct store_report report;

/* What the store holds, but for where the clock stood: that may be forgotten. */
static const char *const contents[] = {
	"SELECT * FROM boards ORDER BY id",
	"SELECT * FROM games ORDER BY id",
	"SELECT * FROM players ORDER BY game, player",
	"SELECT * FROM questions ORDER BY key",
	"SELECT * FROM versions ORDER BY id",
	"SELECT * FROM answers ORDER BY id",
	"SELECT game, clock_percent, party, nspare, nrounds, start_ms, owner FROM running ORDER BY "
	"game",
	"SELECT * FROM deck ORDER BY game, number",
	"SELECT * FROM moves ORDER BY game, number",
	"SELECT * FROM scores ORDER BY board, game",
	"SELECT * FROM tallies ORDER BY board, score",
	"SELECT * FROM notes ORDER BY key",
	"SELECT * FROM plays ORDER BY day, hour, language, board, left_at",
	"SELECT * FROM replies ORDER BY month, question, outcome, chosen",
};

static int note_row(void *ctx, int n, char **column, char **name)
{
	uint64_t *hash = ctx;

	(void)name;
	for (int i = 0; i < n; i++)
		*hash = hash_bytes(hash_text(*hash, column[i] ? column[i] : "NULL"), "|", 1);
	return 0;
}

static uint64_t digest(struct store *s)
{
	uint64_t hash = HASH_START;

	for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
		hash = hash_bytes(hash, "#", 1);
		if (sqlite3_exec(s->db, contents[i], note_row, &hash, NULL) != SQLITE_OK)
			fail_msg("%s: %s", contents[i], sqlite3_errmsg(s->db));
	}
	return hash;
}

/* ---- the games that are played ---- */

static struct {
	int steps;
	uint64_t digest;
} acks[ACKS];
static int nacks;

static void acknowledge(struct store *s, bool kept)
{
	assert_true(kept);
	assert_true(nacks < ACKS);
	acks[nacks].steps = crash.n;
	acks[nacks++].digest = digest(s);
}

static const struct pack *packs[2];

static struct store *open_run(const char *synchronous)
{
	struct store *s = store_open(file, &report);

	assert_true(report.state == STORE_NEW || report.state == STORE_GOOD);
	assert_int_equal(sqlite3_exec(s->db, synchronous, NULL, NULL, NULL), SQLITE_OK);
	acknowledge(s, true);
	return s;
}

static void play(struct store *s, const char *mode, int nplayers, uint64_t seed, int moves,
		 bool seen)
{
	struct game_options o = {.mode = game_mode(mode),
				 .seed = seed,
				 .nplayers = nplayers,
				 .party = PARTY_BUZZERS,
				 .clock_percent = CLOCK_STANDARD};
	struct rng lot;

	rng_init(&lot, seed);
	run.unix_ms = 0;
	acknowledge(s, begin_run(&run, s, packs, 2, &o, 9));
	while (run.game.phase != PHASE_OVER && moves-- > 0) {
		move_somehow(&run, &lot);
		acknowledge(s, run.kept);
		if (seen)
			assert_true(store_seen(s, run.id, run.at_ms));
	}
	if (run.game.phase == PHASE_OVER) {
		acknowledge(s, end_run(&run));
		acknowledge(s, store_name(s, run.id, 0, "Mina"));
	}
}

/* What a kiosk does at night, and its operator. */
static void tidy_up(struct store *s)
{
	struct forgetting f = {.before_ms = run.unix_ms};

	acknowledge(s, store_leave_interrupted(s, packs, 2, &in));
	acknowledge(s, store_blank(s, 1));
	acknowledge(s, store_note_number(s, "tries", 3));
	while (!f.done)
		acknowledge(s, store_forget(s, &f));
	acknowledge(s, store_note(s, "tries", NULL));
	acknowledge(s, store_reset_boards(s));
}

static void play_games(const char *synchronous, bool seen)
{
	struct store *s;

	crash_forget();
	nacks = 0;
	crash.records = true;
	s = open_run(synchronous);
	play(s, "climb", 1, 1, 100, seen);
	play(s, "climb", 3, 2, 100, seen);
	play(s, "one-take", 1, 3, 100, seen);
	play(s, "study", 1, 6, 30, seen);
	acknowledge(s, store_leave(s, run.id, moment(run.unix_ms)));
	play(s, "climb", 4, 7, 100, seen);
	play(s, "climb", 1, 4, 5, seen);
	acknowledge(s, store_leave(s, run.id, moment(run.unix_ms)));
	play(s, "rounds", 1, 5, 6, seen);
	store_close(s);
	acks[nacks - 1].steps = crash.n;

	s = open_run(synchronous);
	assert_true(store_interrupted(s, packs, 2, &in));
	acknowledge(s, store_resume(s, in.id));
	run.store = s;
	run.game = in.game;
	run.at_ms = in.at_ms;
	make_move(&run, OP_RESUME, 0, 100);
	acknowledge(s, run.kept);
	make_move(&run, run.game.phase == PHASE_ASKING ? OP_ANSWER : OP_NEXT, 1, 100);
	acknowledge(s, run.kept);
	tidy_up(s);
	store_close(s);
	crash.records = false;
}

/* ---- the states ---- */

static char crashed[128];

/* Whether all that was acknowledged after so many steps is there. A broken store fails. */
static bool nothing_is_lost(int steps, enum left_how how)
{
	struct store *s = store_open(crashed, &report);
	int k = 0;
	uint64_t found;

	if (report.state != STORE_NEW && report.state != STORE_GOOD)
		fail_msg("after %d steps, %d: state %d: %s", steps, (int)how, (int)report.state,
			 report.why);
	if (store_check(s, &report) != STORE_GOOD)
		fail_msg("after %d steps, %d: %s", steps, (int)how, report.why);
	found = digest(s);
	store_close(s);
	while (k + 1 < nacks && acks[k + 1].steps <= steps)
		k++;
	return found == acks[k].digest || (k + 1 < nacks && found == acks[k + 1].digest);
}

struct tally {
	int states, lost;
};

static void crash_everywhere(struct tally *t, int most)
{
	int all = (crash.n + 1) * LEFT_HOWS;
	struct rng lot;

	*t = (struct tally){0, 0};
	rng_init(&lot, 1);
	for (int i = 0; i < all; i++) {
		int steps = i / LEFT_HOWS;
		enum left_how how = (enum left_how)(i % LEFT_HOWS);

		if (most < all && (int)rng_below(&lot, (uint32_t)all) >= most)
			continue;
		crash_build(steps, how, &lot);
		crash_put(crashed);
		t->states++;
		t->lost += !nothing_is_lost(steps, how);
	}
}

static int how_many(void)
{
	return getenv("STAIRWELL_LONG") ? INT32_MAX : STATES;
}

static void a_power_cut_at_any_moment_loses_nothing_acknowledged(void **state)
{
	struct tally t;

	(void)state;
	play_games("PRAGMA wal_autocheckpoint = 40", true);
	crash_everywhere(&t, how_many());
	print_message("%d states of %d steps and %d acknowledged saves: none broken, %d lost\n",
		      t.states, crash.n, nacks, t.lost);
	assert_true(t.states > STATES / 2);
	assert_int_equal(t.lost, 0);
}

/* The same with less than full syncs: or the test above could not fail. */
static void without_full_syncs_some_is_lost_and_nothing_broken(void **state)
{
	struct tally t;

	(void)state;
	play_games("PRAGMA wal_autocheckpoint = 40; PRAGMA synchronous = NORMAL", false);
	crash_everywhere(&t, how_many() / 4);
	print_message("%d states with NORMAL: none broken, %d lost\n", t.states, t.lost);
	assert_true(t.lost > t.states / 10);
}

static int set_up(void **state)
{
	if (!crash_real)
		crash_install();
	packs[0] = make_pack("first", 12);
	packs[1] = make_pack("second", 8);
	make_folder(state);
	snprintf(crashed, sizeof crashed, "%s/crashed.db", folder);
	return 0;
}

static int tear_down(void **state)
{
	crash_forget();
	pack_drop(packs[0]);
	pack_drop(packs[1]);
	return drop_folder(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_power_cut_at_any_moment_loses_nothing_acknowledged),
		TEST(without_full_syncs_some_is_lost_and_nothing_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
