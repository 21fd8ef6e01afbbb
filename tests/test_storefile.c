#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "db.h"
#include "stored.h"

static struct run run;
static struct store_report report;

static void sql(const char *path, const char *text)
{
	char *why = NULL;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", text, why);
	sqlite3_close(db);
}

static size_t read_whole(const char *path, char *bytes, size_t room)
{
	FILE *f = fopen(path, "rb");
	size_t n = f ? fread(bytes, 1, room, f) : 0;

	if (f)
		fclose(f);
	return n;
}

static void write_whole(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	fclose(f);
}

/* Two games of six questions; the store is closed again. */
static struct board_key make_store(void)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);
	struct game_options o = {.mode = game_modes, .seed = 1, .nplayers = 1};
	struct board_key key;

	for (int i = 0; i < 2; i++) {
		memset(&run, 0, sizeof run);
		assert_true(begin_run(&run, s, &p, 1, &o, 6));
		play_plainly(&run, 6 - i);
		assert_true(end_run(&run));
	}
	key = board_key_of(&run.game);
	store_close(s);
	pack_drop(p);
	return key;
}

static int games_on(struct store *s, const struct board_key *key)
{
	static struct boards b;

	assert_true(store_boards(s, key, 0, moment(0), &b));
	return b.span[SPAN_EVER].games;
}

static int64_t number(struct store *s, const char *query)
{
	int64_t n = -1;

	assert_true(db_number(s, &n, query, NULL));
	return n;
}

static bool works(struct store *s)
{
	const struct pack *p = make_pack("other", 8);
	struct game_options o = {.mode = game_modes, .seed = 1, .nplayers = 1};

	memset(&run, 0, sizeof run);
	bool good = begin_run(&run, s, &p, 1, &o, 2);
	if (good) {
		play_plainly(&run, 2);
		good = run.kept && end_run(&run);
	}
	pack_drop(p);
	return good;
}

/* ---- older and newer ones ---- */

static void an_older_file_is_migrated_with_all_that_is_in_it(void **state)
{
	static char text[1 << 16];
	static struct boards b;
	static struct interrupted in;
	const struct pack *p = make_pack("first", 12);
	struct board_key key = {.packs = "first", .mode = "climb", .length = 4};
	struct board_key study = {.packs = "first", .mode = "study", .length = 4};
	struct store *s;

	(void)state;
	text[read_whole(TESTS "/store/version1.sql", text, sizeof text - 1)] = '\0';
	sql(file, text);
	s = store_open(file, &report);
	assert_int_equal(report.state, STORE_MIGRATED);
	assert_string_equal(report.why, "");
	assert_true(store_boards(s, &key, 2, moment(INT64_C(1700000000000)), &b));
	assert_int_equal(b.span[SPAN_EVER].games, 2);
	assert_string_equal(b.span[SPAN_EVER].row[0].name, "Ada");
	assert_int_equal(b.span[SPAN_EVER].row[0].score, 1512);
	assert_int_equal(b.span[SPAN_TODAY].games, 2);
	assert_int_equal(b.span[SPAN_EVER].place, 2);
	assert_int_equal(games_on(s, &study), 0); /* no mode without points is on a board */
	assert_int_equal(number(s, "SELECT sum(games) FROM plays WHERE day = 20231114"
				   " AND hour = 23 AND left_at = 0"),
			 4);
	assert_int_equal(number(s, "SELECT sum(games) FROM plays"), 4); /* one runs still */
	assert_int_equal(number(s, "SELECT sum(answers) FROM replies"),
			 number(s, "SELECT count(*) FROM answers"));
	assert_int_equal(number(s, "SELECT count(*) FROM scores WHERE utc_offset_min = 60"), 2);
	assert_true(store_interrupted(s, &p, 1, &in));
	assert_int_equal(in.id, 5);
	key = board_key_of(&in.game);
	assert_string_equal(key.packs, "first");
	assert_string_equal(in.game.deck.titles, "The first");
	assert_int_equal(in.game.players[0].score, 354);
	assert_true(works(s));
	store_close(s);
	s = store_open(file, &report);
	assert_int_equal(report.state, STORE_GOOD);
	store_close(s);
	pack_drop(p);
}

static int note_schema(void *ctx, int n, char **column, char **name)
{
	(void)n, (void)name;
	fprintf(ctx, "%s\n", column[0]);
	return 0;
}

static char *schema_of(const char *path)
{
	char *text = NULL;
	size_t size;
	FILE *f = open_memstream(&text, &size);
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db, "SELECT sql FROM sqlite_schema ORDER BY name", note_schema, f, NULL);
	sqlite3_close(db);
	fclose(f);
	return text;
}

static void a_migrated_file_is_made_as_a_new_one(void **state)
{
	static char text[1 << 16];
	char other[200], *migrated, *fresh;

	(void)state;
	text[read_whole(TESTS "/store/version1.sql", text, sizeof text - 1)] = '\0';
	sql(file, text);
	store_close(store_open(file, NULL));
	snprintf(other, sizeof other, "%s/other.db", folder);
	store_close(store_open(other, NULL));
	migrated = schema_of(file);
	fresh = schema_of(other);
	assert_true(strlen(fresh) > 1000);
	assert_string_equal(migrated, fresh);
	free(migrated);
	free(fresh);
}

static void a_newer_file_is_left_alone_byte_for_byte(void **state)
{
	static char before[1 << 20], after[1 << 20];
	char log[200];
	struct store *s;
	sqlite3 *db;

	(void)state;
	make_store();
	snprintf(log, sizeof log, "%s-wal", file);
	sql(file, "PRAGMA user_version = 99");
	for (int logged = 0; logged < 2; logged++) {
		size_t n;

		if (logged) { /* it was not closed: something is still in its log */
			assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
			sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
			sqlite3_exec(db, "CREATE TABLE later (x)", NULL, NULL, NULL);
			sqlite3_close(db);
			assert_true(access(log, F_OK) == 0);
		}
		n = read_whole(file, before, sizeof before / 2);
		n += read_whole(log, before + n, sizeof before / 2);
		s = store_open(file, &report);
		assert_int_equal(report.state, STORE_NEWER);
		assert_string_equal(report.why, "a newer version of Stairwell made the file");
		assert_false(works(s));
		assert_string_equal(store_error(s), report.why);
		assert_int_equal(store_check(s, NULL), STORE_UNUSABLE);
		store_close(s);
		size_t m = read_whole(file, after, sizeof after / 2);
		m += read_whole(log, after + m, sizeof after / 2);
		assert_int_equal(m, n);
		assert_memory_equal(before, after, n);
	}
}

/* ---- broken ones ---- */

static void make_garbage(void)
{
	char bytes[5000];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 7 + i / 13);
	write_whole(file, bytes, sizeof bytes);
}

static void make_short_garbage(void)
{
	write_whole(file, "score = 12\n", 11);
}

static void make_truncated(void)
{
	struct stat st;

	make_store();
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(truncate(file, st.st_size / 2 / 4096 * 4096), 0);
}

static void make_torn_off(void)
{
	make_store();
	assert_int_equal(truncate(file, 1000), 0);
}

static void make_stump(void)
{
	make_store();
	assert_int_equal(truncate(file, 50), 0);
}

static void make_wrong_header(void)
{
	int fd;

	make_store();
	fd = open(file, O_WRONLY);
	assert_int_equal(pwrite(fd, "SQLight", 7, 0), 7);
	close(fd);
}

static void make_foreign(void)
{
	sql(file, "CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')");
}

static void make_bare(void)
{
	make_store();
	sql(file, "DROP TABLE moves");
}

static void make_directory(void)
{
	char inside[200];

	assert_int_equal(mkdir(file, 0700), 0);
	snprintf(inside, sizeof inside, "%s/kept", file);
	write_whole(inside, "x", 1);
}

static void make_pipe(void)
{
	assert_int_equal(mkfifo(file, 0600), 0);
}

static void (*const breakages[])(void) = {
	make_garbage,      make_short_garbage, make_truncated, make_torn_off,  make_stump,
	make_wrong_header, make_foreign,       make_bare,      make_directory, make_pipe,
};

static void a_broken_file_is_set_aside_and_a_new_one_begun(void **state)
{
	static char before[1 << 20], after[1 << 20];

	(void)state;
	for (size_t i = 0; i < sizeof breakages / sizeof breakages[0]; i++) {
		struct stat st, aside;
		size_t n = 0;
		struct store *s;

		make_folder(NULL);
		breakages[i]();
		assert_int_equal(stat(file, &st), 0);
		if (S_ISREG(st.st_mode))
			n = read_whole(file, before, sizeof before);
		s = store_open(file, &report);
		if (report.state != STORE_RENEWED)
			fail_msg("breakage %zu: state %d: %s", i, (int)report.state, report.why);
		assert_string_equal(report.why, "the file is broken");
		assert_int_equal(strncmp(report.aside, file, strlen(file)), 0);
		assert_non_null(strstr(report.aside, ".broken-20"));
		assert_int_equal(stat(report.aside, &aside), 0);
		assert_int_equal(aside.st_ino, st.st_ino);
		if (S_ISREG(st.st_mode)) {
			assert_int_equal(read_whole(report.aside, after, sizeof after), n);
			assert_memory_equal(before, after, n);
		}
		assert_true(works(s));
		store_close(s);
		s = store_open(file, &report);
		assert_int_equal(report.state, STORE_GOOD);
		store_close(s);
		drop_folder(NULL);
	}
	make_folder(NULL);
}

static void its_log_goes_with_it_and_an_earlier_one_stays(void **state)
{
	char first[sizeof report.aside], log[sizeof report.aside + 8], bytes[8] = "";

	(void)state;
	for (int i = 0; i < 3; i++) {
		make_garbage();
		snprintf(log, sizeof log, "%s-wal", file);
		write_whole(log, "log", 4);
		store_close(store_open(file, &report));
		assert_int_equal(report.state, STORE_RENEWED);
		if (i == 0)
			strcpy(first, report.aside);
		else
			assert_string_not_equal(report.aside, first);
		snprintf(log, sizeof log, "%s-wal", report.aside);
		read_whole(log, bytes, sizeof bytes);
		assert_string_equal(bytes, "log");
	}
	assert_int_equal(access(first, F_OK), 0);
}

static void zeros_in_the_middle_are_found_by_the_check(void **state)
{
	static char zeros[4096];
	struct board_key key = make_store();
	struct store *s;
	struct stat st;
	int fd, broken = 0;

	(void)state;
	assert_int_equal(stat(file, &st), 0);
	fd = open(file, O_WRONLY);
	for (off_t at = 4096 * 2; at < st.st_size; at += 4096)
		assert_int_equal(pwrite(fd, zeros, sizeof zeros, at), sizeof zeros);
	close(fd);
	s = store_open(file, &report);
	if (report.state == STORE_GOOD) {
		broken = store_check(s, &report) == STORE_RENEWED;
		assert_true(broken);
	}
	assert_int_equal(report.state, STORE_RENEWED);
	assert_int_equal(access(report.aside, F_OK), 0);
	assert_int_equal(games_on(s, &key), 0);
	assert_true(works(s));
	assert_int_equal(store_check(s, &report), STORE_GOOD);
	store_close(s);
}

static void what_another_program_set_aside_is_not_gone_on_with(void **state)
{
	static char zeros[4096];
	struct store *s, *other;
	int fd;

	(void)state;
	make_store();
	s = store_open(file, NULL);
	other = store_open(file, NULL);
	fd = open(file, O_WRONLY);
	assert_int_equal(pwrite(fd, zeros, sizeof zeros, 4096 * 5), 4096);
	close(fd);
	assert_int_equal(store_check(other, &report), STORE_RENEWED);
	assert_int_equal(store_check(s, &report), STORE_MOVED_ON);
	assert_string_equal(report.aside, "");
	assert_true(works(s));
	assert_true(works(other));
	assert_int_equal(store_check(s, &report), STORE_GOOD);
	store_close(s);
	store_close(other);
}

static void without_its_lock_nothing_is_set_aside(void **state)
{
	struct store *s;

	(void)state;
	make_garbage();
	int lock = open(folder, O_RDONLY | O_DIRECTORY);
	assert_int_equal(flock(lock, LOCK_EX), 0);
	s = store_open(file, &report);
	assert_int_equal(report.state, STORE_UNUSABLE);
	assert_false(works(s));
	store_close(s);
	close(lock);
	store_close(store_open(file, &report));
	assert_int_equal(report.state, STORE_RENEWED);
}

static void a_power_cut_while_it_is_set_aside_loses_nothing_of_it(void **state)
{
	char log[200], aside[200];

	(void)state;
	make_garbage();
	snprintf(log, sizeof log, "%s-wal", file);
	snprintf(aside, sizeof aside, "%s.broken-2020-01-01", file);
	write_whole(log, "log", 4);
	rename(file, aside); /* and no further */
	store_close(store_open(file, &report));
	assert_int_equal(report.state, STORE_NEW);
	assert_int_equal(access(aside, F_OK), 0);
}

static void programs_that_find_it_broken_together_set_it_aside_once(void **state)
{
	int renewed = 0, good = 0, status;

	(void)state;
	for (int round = 0; round < 5; round++) {
		drop_folder(NULL);
		make_folder(NULL);
		make_garbage();
		fflush(NULL);
		for (int i = 0; i < 4; i++) {
			if (fork() == 0) {
				struct store *s = store_open(file, &report);

				_exit(works(s) ? (int)report.state : 99);
			}
		}
		for (int i = 0; i < 4; i++) {
			assert_true(wait(&status) > 0);
			renewed += WEXITSTATUS(status) == STORE_RENEWED;
			good += WEXITSTATUS(status) == STORE_GOOD ||
				WEXITSTATUS(status) == STORE_NEW;
		}
	}
	assert_int_equal(renewed, 5);
	assert_int_equal(good, 15);
}

/* ---- where nothing can be kept ---- */

static void takes_all_and_keeps_nothing(struct store *s)
{
	static struct boards b;
	static struct interrupted in;
	struct board_key key = {.packs = "first", .mode = "climb", .length = 4};
	struct past past;

	past_init(&past);
	assert_false(works(s));
	assert_string_not_equal(store_error(s), "");
	assert_false(store_past(s, &past));
	assert_false(store_interrupted(s, NULL, 0, &in));
	assert_false(store_boards(s, &key, 1, moment(0), &b));
	assert_int_equal(b.span[SPAN_EVER].n, 0);
	assert_false(store_seen(s, 1, 0));
	assert_false(store_name(s, 1, 0, "x"));
	assert_false(store_leave(s, 1, moment(0)));
	assert_false(store_resume(s, 1));
	assert_false(store_games(s, NULL, NULL));
	assert_false(store_answers(s, NULL, NULL));
	assert_false(store_board_keys(s, NULL, NULL));
	assert_false(store_day_begins(s, 4));
	assert_false(store_reset_boards(s));
	assert_false(store_blank(s, 1));
	assert_false(store_note(s, "key", "value"));
	assert_int_equal(store_noted_number(s, "key", 7), 7);
	assert_false(store_language(s, 1, "de"));
	assert_false(store_leave_interrupted(s, NULL, 0, &in));
	assert_false(store_forget(s, &(struct forgetting){.before_ms = 1}));
	assert_false(store_months(s, NULL, NULL));
	assert_false(store_plays(s, 202611, NULL, NULL));
	assert_false(store_replies(s, 202611, NULL, NULL));
	store_close(s);
}

static void a_place_where_no_file_can_be_is_said_and_play_goes_on(void **state)
{
	char path[200], *longer = calloc(1, PATH_MAX + 100);

	(void)state;
	write_whole(file, "", 0);
	snprintf(path, sizeof path, "%s/below/stairwell.db", file);
	takes_all_and_keeps_nothing(store_open(path, &report));
	assert_int_equal(report.state, STORE_UNUSABLE);
	assert_string_equal(report.why, "the file can't be opened: Not a directory");
	memset(longer, 'x', PATH_MAX + 50);
	takes_all_and_keeps_nothing(store_open(longer, &report));
	assert_int_equal(report.state, STORE_UNUSABLE);
	free(longer);
}

/* Root may write everywhere: somebody else it is. */
static void as_somebody_else(void (*what)(void))
{
	int status;

	fflush(NULL);
	if (fork() == 0) {
		if (getuid() == 0 && setuid(65534) != 0)
			_exit(0);
		what();
		_exit(0);
	}
	assert_true(wait(&status) > 0);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

#define DEMAND(x) ((x) ? (void)0 : _exit(1))

static void open_where_writing_is_forbidden(void)
{
	struct store *s = store_open(file, &report);

	DEMAND(report.state == STORE_UNUSABLE && report.why[0] != '\0');
	DEMAND(!works(s));
	store_close(s);
}

static void a_folder_or_file_that_is_read_only_is_said_and_play_goes_on(void **state)
{
	(void)state;
	for (int what = 0; what < 3; what++) {
		drop_folder(NULL);
		make_folder(NULL);
		if (what > 0)
			make_store();
		if (what > 0)
			assert_int_equal(chmod(file, what == 1 ? 0444 : 0666), 0);
		assert_int_equal(chmod(folder, what == 1 ? 0777 : 0555), 0);
		as_somebody_else(open_where_writing_is_forbidden);
		assert_int_equal(chmod(folder, 0755), 0);
	}
}

static void reading_alone_makes_and_changes_nothing(void **state)
{
	struct store *s = store_open_to_read(file, &report);
	struct board_key key;

	(void)state;
	assert_int_equal(report.state, STORE_UNUSABLE);
	store_close(s);
	assert_int_not_equal(access(file, F_OK), 0);
	key = make_store();
	s = store_open_to_read(file, &report);
	assert_int_equal(report.state, STORE_GOOD);
	assert_int_equal(games_on(s, &key), 2);
	assert_false(works(s));
	assert_string_equal(store_error(s), "the file can't be written to");
	assert_int_equal(games_on(s, &key), 2);
	store_close(s);
	make_garbage();
	store_close(store_open_to_read(file, &report));
	assert_int_equal(report.state, STORE_UNUSABLE);
	assert_string_equal(report.why, "the file is broken");
}

static struct board_key kept_key;

static void read_where_writing_is_forbidden(void)
{
	struct store *s = store_open_to_read(file, &report);

	DEMAND(report.state == STORE_GOOD && games_on(s, &kept_key) == 2);
	store_close(s);
}

static void a_file_is_read_where_nothing_can_be_written(void **state)
{
	(void)state;
	kept_key = make_store();
	assert_int_equal(chmod(file, 0444), 0);
	assert_int_equal(chmod(folder, 0555), 0);
	as_somebody_else(read_where_writing_is_forbidden);
	assert_int_equal(chmod(folder, 0755), 0);
}

static void an_older_file_is_read_and_stays_byte_for_byte(void **state)
{
	static char text[1 << 16], before[1 << 18], after[1 << 18];
	struct board_key key = {.packs = "first", .mode = "climb", .length = 4};

	(void)state;
	text[read_whole(TESTS "/store/version1.sql", text, sizeof text - 1)] = '\0';
	sql(file, text);
	size_t n = read_whole(file, before, sizeof before);
	struct store *s = store_open_to_read(file, &report);
	assert_int_equal(report.state, STORE_GOOD);
	assert_int_equal(games_on(s, &key), 2);
	assert_false(works(s));
	store_close(s);
	assert_int_equal(read_whole(file, after, sizeof after), n);
	assert_memory_equal(before, after, n);
}

static void what_is_in_the_log_is_read_and_stays_there(void **state)
{
	static char before[1 << 18], after[1 << 18];
	struct board_key key = make_store();
	sqlite3 *db;

	(void)state;
	assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_exec(db, "UPDATE boards SET games = 7", NULL, NULL, NULL);
	sqlite3_close(db);
	size_t n = read_whole(file, before, sizeof before);
	struct store *s = store_open_to_read(file, &report);
	assert_int_equal(report.state, STORE_GOOD);
	assert_int_equal(games_on(s, &key), 7);
	store_close(s);
	assert_int_equal(read_whole(file, after, sizeof after), n);
	assert_memory_equal(before, after, n);
}

static void folders_are_made_where_there_are_none(void **state)
{
	char path[200];
	struct store *s;

	(void)state;
	snprintf(path, sizeof path, "%s/a/b c/stairwell.db", folder);
	s = store_open(path, &report);
	assert_int_equal(report.state, STORE_NEW);
	assert_true(works(s));
	store_close(s);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, drop_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_older_file_is_migrated_with_all_that_is_in_it),
		TEST(a_migrated_file_is_made_as_a_new_one),
		TEST(a_newer_file_is_left_alone_byte_for_byte),
		TEST(a_broken_file_is_set_aside_and_a_new_one_begun),
		TEST(its_log_goes_with_it_and_an_earlier_one_stays),
		TEST(zeros_in_the_middle_are_found_by_the_check),
		TEST(what_another_program_set_aside_is_not_gone_on_with),
		TEST(without_its_lock_nothing_is_set_aside),
		TEST(a_power_cut_while_it_is_set_aside_loses_nothing_of_it),
		TEST(programs_that_find_it_broken_together_set_it_aside_once),
		TEST(a_place_where_no_file_can_be_is_said_and_play_goes_on),
		TEST(a_folder_or_file_that_is_read_only_is_said_and_play_goes_on),
		TEST(reading_alone_makes_and_changes_nothing),
		TEST(a_file_is_read_where_nothing_can_be_written),
		TEST(an_older_file_is_read_and_stays_byte_for_byte),
		TEST(what_is_in_the_log_is_read_and_stays_there),
		TEST(folders_are_made_where_there_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
