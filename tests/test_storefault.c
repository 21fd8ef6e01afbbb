/* A disk that is full or fails, and programs that keep at once. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "crashvfs.h"
#include "db.h"
#include "stored.h"

static struct run run;
static struct interrupted in;
static struct store_report report;
static const struct pack *pack;

static struct game_options options(uint64_t seed)
{
	return (struct game_options){
		.mode = game_modes, .seed = seed, .nplayers = 1, .clock_percent = CLOCK_STANDARD};
}

static int64_t count(struct store *s, const char *sql)
{
	int64_t n = -1;

	assert_true(db_number(s, &n, sql, NULL));
	return n;
}

/* One game, of which each save may fail; those that did not. */
struct saved {
	int begun, moves, answers, ended, failed;
	char why[128]; /* of the first that failed */
};

static void note_failure(struct saved *n, struct store *s, bool kept)
{
	if (!kept && n->failed++ == 0)
		snprintf(n->why, sizeof n->why, "%s", store_error(s));
}

static struct saved play_one(struct store *s, uint64_t seed)
{
	struct game_options o = options(seed);
	struct saved n = {0};

	memset(&run, 0, sizeof run);
	n.begun = begin_run(&run, s, &pack, 1, &o, 3);
	note_failure(&n, s, n.begun);
	while (run.game.phase != PHASE_OVER) {
		bool answers = run.game.phase == PHASE_ASKING;

		make_move(&run, answers ? OP_ANSWER : OP_NEXT, 1, 1000);
		n.moves += run.kept;
		n.answers += answers && run.kept;
		note_failure(&n, s, run.kept);
	}
	n.ended = end_run(&run);
	note_failure(&n, s, n.ended);
	return n;
}

static void fail_from(int after, int code, bool only_syncs)
{
	crash.fails = code != 0;
	crash.fails_after = after;
	crash.code = code;
	crash.only_syncs = only_syncs;
}

/* From each change on, until the game is over: what failed is not there, what did not is, and
 * when there is room again the store keeps as before. */
static void fails_everywhere(int code, bool only_syncs, const char *why)
{
	struct saved n;
	int after = 0;

	do {
		struct store *s;

		drop_folder(NULL);
		make_folder(NULL);
		s = store_open(file, &report);
		assert_int_equal(report.state, STORE_NEW);
		fail_from(after, code, only_syncs);
		n = play_one(s, 1);
		if (n.failed && strncmp(n.why, why, strlen(why)) != 0)
			fail_msg("after %d changes: %s", after, n.why);
		fail_from(0, 0, false);
		assert_int_equal(count(s, "SELECT count(*) FROM games"), n.begun);
		assert_int_equal(count(s, "SELECT count(*) FROM answers"), n.answers);
		assert_int_equal(count(s, "SELECT count(*) FROM scores"), n.ended && n.begun);
		assert_int_equal(play_one(s, 2).failed, 0);
		assert_int_equal(store_check(s, NULL), STORE_GOOD);
		store_close(s);
		s = store_open(file, &report);
		assert_int_equal(report.state, STORE_GOOD);
		assert_int_equal(count(s, "SELECT count(*) FROM games"), n.begun + 1);
		store_close(s);
		after += only_syncs ? 1 : 5;
	} while (n.failed);
	assert_true(after > 5);
}

static void a_full_disk_is_said_and_play_goes_on(void **state)
{
	(void)state;
	fails_everywhere(SQLITE_FULL, false, "the disk is full");
}

static void a_disk_that_fails_is_said_and_play_goes_on(void **state)
{
	(void)state;
	fails_everywhere(SQLITE_IOERR_WRITE, false, "the disk fails");
}

static void an_answer_that_could_not_be_synced_is_not_acknowledged(void **state)
{
	(void)state;
	fails_everywhere(SQLITE_IOERR_FSYNC, true, "the disk fails");
}

static void a_disk_full_from_the_start_is_said(void **state)
{
	struct store *s;

	(void)state;
	for (int after = 0; after < 12; after++) {
		drop_folder(NULL);
		make_folder(NULL);
		fail_from(after, SQLITE_FULL, false);
		s = store_open(file, &report);
		assert_int_equal(report.state, STORE_UNUSABLE);
		assert_string_equal(report.why, "the disk is full");
		assert_int_equal(play_one(s, 1).begun, 0);
		store_close(s);
		fail_from(0, 0, false);
		s = store_open(file, &report);
		assert_int_equal(report.state, STORE_NEW);
		assert_int_equal(play_one(s, 1).failed, 0);
		store_close(s);
	}
}

/* ---- what a kiosk does besides ---- */

/* All that these change, and the settings they change for a while. */
static const char *digest(struct store *s, char out[1 << 14])
{
	sqlite3_stmt *q;

	assert_int_equal(
		sqlite3_prepare_v2(s->db,
				   "SELECT (SELECT group_concat(id || '.' || state) FROM games),"
				   " (SELECT count(*) || '.' || max(id) FROM answers),"
				   " (SELECT group_concat(name || '.' || blanked) FROM players),"
				   " (SELECT group_concat(game || '.' || score) FROM scores),"
				   " (SELECT count(*) FROM tallies),"
				   " (SELECT group_concat(games || '.' || last_ms) FROM boards),"
				   " (SELECT group_concat(key || '.' || value) FROM notes),"
				   " (SELECT group_concat(day || '.' || games) FROM plays),"
				   " (SELECT count(*) FROM replies), (SELECT foreign_keys FROM"
				   " pragma_foreign_keys)",
				   -1, &q, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	*out = '\0';
	for (int i = 0; i < sqlite3_column_count(q); i++)
		snprintf(out + strlen(out), (1 << 14) - strlen(out), "%s\n", db_text(q, i));
	sqlite3_finalize(q);
	return out;
}

static struct forgetting forgetting;

static bool forget(struct store *s)
{
	return store_forget(s, &forgetting);
}

static bool reset(struct store *s)
{
	return store_reset_boards(s);
}

static bool blank(struct store *s)
{
	return store_blank(s, 2);
}

static bool begin_days(struct store *s)
{
	return store_day_begins(s, 240);
}

static bool note_down(struct store *s)
{
	return store_note(s, "pin-tries", "3");
}

/* Whether all of it was done; each call that was not changed nothing. */
static bool do_all(struct store *s, bool (*call)(struct store *s))
{
	static char before[1 << 14], after[1 << 14];
	bool good;

	forgetting.done = call != forget;
	do {
		digest(s, before);
		good = call(s);
		bool failing = crash.fails;
		crash.fails = false;
		digest(s, after);
		crash.fails = failing;
		if (!good)
			assert_string_equal(before, after);
	} while (good && !forgetting.done);
	return good;
}

static struct store *open_played(void)
{
	struct store *s;

	drop_folder(NULL);
	make_folder(NULL);
	s = store_open(file, &report);
	for (uint64_t seed = 1; seed <= 3; seed++) {
		assert_int_equal(play_one(s, seed).failed, 0);
		assert_true(store_name(s, run.id, 0, "Mina"));
	}
	forgetting =
		(struct forgetting){.before_ms = INT64_MAX / 4, .counts_before_ms = INT64_MAX / 4};
	return s;
}

static void fails_everywhere_in(bool (*call)(struct store *s), int code, bool only_syncs)
{
	static char wanted[1 << 14], now[1 << 14];
	struct store *s = open_played();
	bool good = false;
	int after = 0;

	assert_true(do_all(s, call));
	digest(s, wanted);
	store_close(s);
	for (; !good; after++) {
		s = open_played();
		fail_from(after, code, only_syncs);
		good = do_all(s, call);
		fail_from(0, 0, false);
		assert_true(do_all(s, call)); /* once more, and where it was */
		assert_string_equal(digest(s, now), wanted);
		assert_int_equal(store_check(s, NULL), STORE_GOOD);
		store_close(s);
		s = store_open(file, &report);
		assert_int_equal(report.state, STORE_GOOD);
		assert_string_equal(digest(s, now), wanted);
		store_close(s);
	}
	assert_true(after > 1); /* there was something to fail */
}

static void what_a_kiosk_does_is_done_or_is_not(void **state)
{
	static bool (*const calls[])(struct store * s) = {forget, reset, blank, begin_days,
							  note_down};

	(void)state;
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		fails_everywhere_in(calls[i], SQLITE_FULL, false);
		fails_everywhere_in(calls[i], SQLITE_IOERR_WRITE, false);
		fails_everywhere_in(calls[i], SQLITE_IOERR_FSYNC, true);
	}
}

/* A file that may not grow, as the system itself refuses it; beside it a disk that is really full,
 * where we may mount one. */
static void the_real_thing(const char *why)
{
	struct store *s = store_open(file, &report);
	struct saved n = {0};
	int failed = 0;

	assert_true(report.state == STORE_NEW || report.state == STORE_GOOD);
	for (uint64_t seed = 1; seed < 200 && !failed; seed++) {
		n = play_one(s, seed);
		failed += n.failed;
	}
	assert_true(failed > 0);
	assert_int_equal(strncmp(n.why, why, strlen(why)), 0);
	assert_int_equal(store_check(s, NULL), STORE_GOOD);
	assert_true(count(s, "SELECT count(*) FROM answers") > 0);
	store_close(s);
	s = store_open(file, &report);
	assert_true(report.state == STORE_GOOD);
	store_close(s);
}

static void a_file_that_may_not_grow_is_said(void **state)
{
	struct rlimit limit, was;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &was);
	limit = was;
	limit.rlim_cur = 300000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	the_real_thing("the disk fails");
	setrlimit(RLIMIT_FSIZE, &was);
}

static void a_disk_that_is_really_full_is_said(void **state)
{
	(void)state;
	if (mount("none", folder, "tmpfs", 0, "size=400k") != 0)
		skip();
	the_real_thing("the disk is full");
	assert_int_equal(umount(folder), 0);
}

/* ---- at once ---- */

enum { PROGRAMS = 4, GAMES = 12 };

static void keep_beside_others(int program, int tell)
{
	struct store *s = store_open(file, &report);

	for (int i = 0; i < GAMES; i++) {
		struct saved n = play_one(s, (uint64_t)(program * 100 + i));

		if (write(tell, &n, sizeof n) != sizeof n)
			_exit(1);
	}
	store_close(s);
	_exit(0);
}

static void programs_that_play_at_once_lose_nothing(void **state)
{
	struct saved n, sum = {0};
	struct store *s;
	int ends[2], status;

	(void)state;
	fflush(NULL);
	assert_int_equal(pipe(ends), 0);
	for (int i = 0; i < PROGRAMS; i++)
		if (fork() == 0)
			keep_beside_others(i, ends[1]);
	close(ends[1]);
	while (read(ends[0], &n, sizeof n) == sizeof n) {
		sum.begun += n.begun;
		sum.answers += n.answers;
		sum.failed += n.failed;
	}
	close(ends[0]);
	for (int i = 0; i < PROGRAMS; i++)
		assert_true(wait(&status) > 0 && status == 0);
	assert_int_equal(sum.failed, 0);
	assert_int_equal(sum.begun, PROGRAMS * GAMES);
	s = store_open(file, &report);
	assert_int_equal(report.state, STORE_GOOD);
	assert_int_equal(count(s, "SELECT count(*) FROM games WHERE state = 1"), sum.begun);
	assert_int_equal(count(s, "SELECT count(*) FROM answers"), sum.answers);
	assert_int_equal(count(s, "SELECT sum(asked) FROM questions"), sum.answers);
	assert_int_equal(count(s, "SELECT sum(games) FROM boards"), sum.begun);
	store_close(s);
}

static void another_that_keeps_the_file_locked_is_said(void **state)
{
	struct store *s = store_open(file, NULL), *other = store_open(file, NULL);
	struct game_options o = options(1);

	(void)state;
	sqlite3_busy_timeout(s->db, 10); /* for the test's sake; it is a second */
	assert_true(db_begin(other));
	assert_false(begin_run(&run, s, &pack, 1, &o, 3));
	assert_string_equal(store_error(s), "another program keeps the file locked");
	assert_true(db_commit(other, true));
	assert_int_equal(play_one(s, 1).failed, 0);
	store_close(s);
	store_close(other);
}

/* ---- whose game it is ---- */

static bool begin_by_lot(struct store *s, uint64_t seed)
{
	static const char *const modes[] = {"climb", "one-take", "study", "rounds"};
	struct game_options o = options(seed);

	o.mode = game_mode(modes[seed % 4]);
	o.nplayers = o.mode->together ? 1 + (int)(seed / 4 % 3) : 1;
	o.party = seed % 3 ? PARTY_TURNS : PARTY_BUZZERS;
	memset(&run, 0, sizeof run);
	return begin_run(&run, s, &pack, 1, &o, 6);
}

/* What is on the disk for certain: moves of the game of this seed, and all games before it. */
struct told {
	uint64_t seed;
	int64_t moves;
};

static void tell(int to, struct told what)
{
	if (write(to, &what, sizeof what) != sizeof what)
		_exit(1);
}

static bool hear(int from, struct told *what)
{
	return read(from, what, sizeof *what) == sizeof *what;
}

/* Plays game after game by lot, telling of each save, until it is killed. */
static void play_until_killed(uint64_t seed, int to)
{
	struct store *s = store_open(file, NULL);
	struct rng lot;

	for (;; seed++) {
		struct told what = {.seed = seed};

		rng_init(&lot, seed);
		if (!begin_by_lot(s, seed))
			_exit(1);
		tell(to, what);
		while (run.game.phase != PHASE_OVER) {
			move_somehow(&run, &lot);
			what.moves += run.kept;
			tell(to, what);
		}
		if (!end_run(&run))
			_exit(1);
	}
}

/* The same game after so many moves, with nothing kept. */
static void play_again(uint64_t seed, int64_t moves)
{
	char nowhere[200];
	struct store *none;
	struct rng lot;

	snprintf(nowhere, sizeof nowhere, "%s/x", file);
	none = store_open(nowhere, NULL);
	rng_init(&lot, seed);
	assert_false(begin_by_lot(none, seed));
	while (moves-- > 0)
		move_somehow(&run, &lot);
	store_close(none);
}

/* The game that runs in the store; false: it was killed between two. */
static bool find_running(struct store *s, struct told *what)
{
	int64_t seed = 0;
	bool runs = count(s, "SELECT count(*) FROM running") == 1;

	if (runs)
		seed = count(s, "SELECT g.seed FROM running r JOIN games g ON g.id = r.game");
	what->seed = (uint64_t)seed;
	what->moves = count(s, "SELECT count(*) FROM moves");
	return runs;
}

/* Whatever the child had done when it was killed, is there. True: its game comes back. */
static bool comes_back(struct store *s, const struct told *acknowledged)
{
	struct told kept;

	if (!find_running(s, &kept)) {
		assert_false(store_interrupted(s, &pack, 1, &in));
		return false;
	}
	assert_true(kept.seed >= acknowledged->seed);
	if (kept.seed == acknowledged->seed)
		assert_true(kept.moves >= acknowledged->moves);
	play_again(kept.seed, kept.moves);
	assert_int_equal(store_interrupted(s, &pack, 1, &in), run.game.phase != PHASE_OVER);
	if (run.game.phase == PHASE_OVER)
		return false;
	game_pause(&run.game, in.at_ms);
	assert_memory_equal(&in.game, &run.game, sizeof run.game);
	return true;
}

static void a_killed_program_loses_no_move_and_its_game_comes_back(void **state)
{
	int back = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 60; seed++) {
		struct told acknowledged = {0}, later;
		int ends[2], status, most = (int)(seed * 7 % 40) + 1;
		struct store *s;
		pid_t child;

		drop_folder(NULL);
		make_folder(NULL);
		fflush(NULL);
		assert_int_equal(pipe(ends), 0);
		child = fork();
		if (child == 0)
			play_until_killed(seed, ends[1]);
		close(ends[1]);
		while (most-- > 0)
			assert_true(hear(ends[0], &acknowledged));
		s = store_open(file, &report);
		assert_false(store_interrupted(s, &pack, 1, &in)); /* it is the child's */
		kill(child, SIGKILL);
		assert_int_equal(waitpid(child, &status, 0), child);
		while (hear(ends[0], &later))
			acknowledged = later;
		close(ends[0]);
		back += comes_back(s, &acknowledged);
		assert_int_equal(store_check(s, NULL), STORE_GOOD);
		store_close(s);
	}
	assert_true(back > 0); /* not all were killed between two games */
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
		TEST(a_full_disk_is_said_and_play_goes_on),
		TEST(a_disk_that_fails_is_said_and_play_goes_on),
		TEST(an_answer_that_could_not_be_synced_is_not_acknowledged),
		TEST(a_disk_full_from_the_start_is_said),
		TEST(what_a_kiosk_does_is_done_or_is_not),
		TEST(a_file_that_may_not_grow_is_said),
		TEST(a_disk_that_is_really_full_is_said),
		TEST(programs_that_play_at_once_lose_nothing),
		TEST(another_that_keeps_the_file_locked_is_said),
		TEST(a_killed_program_loses_no_move_and_its_game_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
