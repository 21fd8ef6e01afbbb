/* What outlives the games: counts, notes, boards with an hour of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "db.h"
#include "stored.h"

static const int64_t HOUR_MS = 60 * 60 * INT64_C(1000), DAY_MS = 24 * HOUR_MS;
static const int64_t NOON_MS = INT64_C(1700049600000); /* Wednesday 15 November 2023, 12:00 UTC */

static struct store *store;
static const struct pack *pack;
static struct run run;
static struct boards boards;
static struct interrupted in;

static int set_up(void **state)
{
	make_folder(state);
	store = store_open(file, NULL);
	pack = make_pack("first", 12);
	return store ? 0 : -1;
}

static int tear_down(void **state)
{
	store_close(store);
	pack_drop(pack);
	return drop_folder(state);
}

static int64_t number(const char *query)
{
	int64_t n = -1;

	assert_true(db_number(store, &n, query, NULL));
	return n;
}

static void begin_at(struct moment at, const char *language, uint64_t seed)
{
	static struct deck d;
	struct game_options o = {.mode = game_modes, .seed = seed, .nplayers = 1};
	struct deal how = {.packs = &pack, .npacks = 1, .mode = o.mode, .wanted = 6, .seed = seed};

	deck_deal(&d, &how);
	memset(&run, 0, sizeof run);
	run.store = store;
	run.at_ms = 1000;
	run.unix_ms = at.unix_ms;
	game_start(&run.game, &d, &o, run.at_ms);
	run.id = store_begin(store, &run.game, language, at);
	assert_true(run.id > 0);
}

/* A finished one, that ends then. */
static void play_at(struct moment at, int right)
{
	static uint64_t seed;

	begin_at(at, "de", ++seed);
	play_plainly(&run, right);
	assert_true(run.kept && store_end(store, run.id, &run.game, true, at));
}

/* ---- counts ---- */

static char said[4096];

static bool say_play(void *ctx, const struct play_count *c)
{
	char *end = said + strlen(said);

	(void)ctx;
	snprintf(end, sizeof said - (size_t)(end - said), "%d %02d %s %s %s %d: %d\n", c->day,
		 c->hour, *c->language ? c->language : "-", c->packs, c->mode, c->left_at,
		 (int)c->games);
	return true;
}

static const char *plays(int month)
{
	said[0] = '\0';
	assert_true(store_plays(store, month, say_play, NULL));
	return said;
}

static void games_are_counted_by_day_hour_language_and_where_they_were_left(void **state)
{
	struct moment at = {NOON_MS, 60};

	(void)state;
	play_at(at, 3);
	play_at(at, 6);
	at.unix_ms += 11 * HOUR_MS; /* 00:00 on the wall */
	begin_at(at, "", 3);
	assert_true(store_leave(store, run.id, at));
	begin_at(at, "fr", 4);
	make_move(&run, OP_ANSWER, 1, 100);
	assert_true(store_leave(store, run.id, at));
	begin_at(at, "fr", 5);
	make_move(&run, OP_ANSWER, 1, 100);
	make_move(&run, OP_NEXT, 0, 100);
	assert_true(store_language(store, run.id, "ar"));
	assert_true(store_leave(store, run.id, at));
	assert_true(store_leave(store, run.id, at)); /* counted once */
	begin_at(at, "", 6);
	assert_string_equal(plays(202311), "20231115 13 de first climb 0: 2\n"
					   "20231116 00 - first climb 1: 1\n"
					   "20231116 00 ar first climb 2: 1\n"
					   "20231116 00 fr first climb 1: 1\n");
	assert_string_equal(plays(202312), "");
}

static void an_hour_that_comes_twice_is_one_and_a_year_ends_at_midnight(void **state)
{
	/* 26 October 2025, 03:00 becomes 02:00; 30 March 2025, 02:00 becomes 03:00 */
	static const struct moment moments[] = {
		{INT64_C(1761438600000), 120}, {INT64_C(1761442200000), 60},
		{INT64_C(1743294600000), 60},  {INT64_C(1743298200000), 120},
		{INT64_C(1767221940000), 60}, /* 31 December, 23:59 */
		{INT64_C(1767222060000), 60},
	};

	(void)state;
	for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++)
		play_at(moments[i], 1);
	assert_string_equal(plays(202510), "20251026 02 de first climb 0: 2\n");
	assert_string_equal(plays(202503), "20250330 01 de first climb 0: 1\n"
					   "20250330 03 de first climb 0: 1\n");
	assert_string_equal(plays(202512), "20251231 23 de first climb 0: 1\n");
	assert_string_equal(plays(202601), "20260101 00 de first climb 0: 1\n");
}

static bool say_month(void *ctx, int month)
{
	char *end = said + strlen(said);

	(void)ctx;
	snprintf(end, sizeof said - (size_t)(end - said), "%d ", month);
	return true;
}

static bool say_reply(void *ctx, const struct reply_count *c)
{
	char *end = said + strlen(said);

	if (strcmp(c->question, ctx) == 0)
		snprintf(end, sizeof said - (size_t)(end - said), "%d %s: %d\n", (int)c->outcome,
			 c->chosen, (int)c->answers);
	return true;
}

static void replies_are_counted_by_question_and_wrong_answer(void **state)
{
	struct moment at = {NOON_MS, 60};
	char id[20] = "", want[200];

	(void)state;
	for (int i = 0; i < 5; i++) {
		const struct asked *a;

		begin_at(at, "de", 9); /* the same seed: the same question is first */
		a = game_asked(&run.game);
		snprintf(id, sizeof id, "%s", game_question(&run.game)->id);
		make_move(&run, OP_ANSWER, pick(a, i < 2), 100);
		snprintf(want, sizeof want, "2 %016llx: 3\n1 : 2\n",
			 (unsigned long long)game_choice(&run.game, bits_count(pick(a, false) - 1))
				 ->id);
		assert_true(store_leave(store, run.id, at));
	}
	if (game_question(&run.game)->statement)
		skip();
	said[0] = '\0';
	assert_true(store_replies(store, 202311, say_reply, id));
	assert_string_equal(said, want);
	said[0] = '\0';
	assert_true(store_months(store, say_month, NULL));
	assert_string_equal(said, "202311 ");
}

static void what_a_crash_left_is_closed_and_what_was_over_is_finished(void **state)
{
	const struct moment at = {NOON_MS, 60};

	(void)state;
	begin_at(at, "de", 1);
	play_plainly(&run, 6); /* the power went before its end was kept */
	begin_at(at, "fr", 2);
	make_move(&run, OP_ANSWER, 1, 100);
	make_move(&run, OP_NEXT, 0, 100);
	assert_true(store_leave_interrupted(store, &pack, 1, &in));
	assert_string_equal(plays(202311), "20231115 13 de first climb 0: 1\n"
					   "20231115 13 fr first climb 2: 1\n");
	begin_at(at, "fr", 3); /* its pack is away now */
	make_move(&run, OP_ANSWER, 1, 100);
	assert_true(store_leave_interrupted(store, NULL, 0, &in));
	assert_int_equal(number("SELECT count(*) FROM running"), 0);
	assert_int_equal(number("SELECT sum(games) FROM plays"), 3);
	assert_int_equal(number("SELECT ended_ms FROM games ORDER BY id DESC"), run.unix_ms);
}

/* ---- forgetting ---- */

static void forget(int64_t before_ms, int64_t counts_before_ms)
{
	struct forgetting f = {.before_ms = before_ms, .counts_before_ms = counts_before_ms};

	for (int i = 0; !f.done; i++) {
		assert_true(store_forget(store, &f));
		assert_true(i < 1000);
	}
	assert_int_equal(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
	assert_int_equal(number("PRAGMA foreign_keys"), 1);
}

static void what_was_counted_long_ago_is_forgotten_too(void **state)
{
	(void)state;
	for (int i = 0; i < 4; i++)
		play_at((struct moment){NOON_MS + 31 * i * DAY_MS, 60}, i);
	forget(0, NOON_MS + 31 * DAY_MS);
	assert_int_equal(number("SELECT sum(games) FROM plays"), 3);
	assert_int_equal(number("SELECT count(DISTINCT month) FROM replies"), 3);
	assert_int_equal(number("SELECT count(*) FROM games"), 4);
	forget(0, NOON_MS + 1000 * DAY_MS);
	assert_int_equal(number("SELECT count(*) FROM plays"), 0);
	assert_int_equal(number("SELECT count(*) FROM replies"), 0);
}

static void what_is_old_is_forgotten_and_its_counts_and_best_stay(void **state)
{
	struct board_key key;
	int64_t answers, asked, last;

	(void)state;
	for (int i = 0; i < 30; i++)
		play_at((struct moment){NOON_MS + i * DAY_MS, 60}, i % 7);
	begin_at((struct moment){NOON_MS, 60}, "", 99); /* it runs */
	make_move(&run, OP_ANSWER, 1, 100);
	key = board_key_of(&run.game);
	answers = number("SELECT sum(answers) FROM replies");
	asked = number("SELECT sum(asked) FROM questions");
	last = number("SELECT max(id) FROM answers");
	assert_true(
		store_boards(store, &key, 0, (struct moment){NOON_MS + 29 * DAY_MS, 60}, &boards));
	struct board before = boards.span[SPAN_EVER];

	forget(NOON_MS + 20 * DAY_MS, 0);
	assert_int_equal(number("SELECT count(*) FROM games"), 10 + 1 + 7);
	assert_int_equal(number("SELECT count(*) FROM answers"), 10 * 6 + 1);
	assert_int_equal(number("SELECT sum(games) FROM plays"), 30);
	assert_int_equal(number("SELECT sum(answers) FROM replies"), answers);
	assert_int_equal(number("SELECT sum(asked) FROM questions"), asked);
	assert_true(
		store_boards(store, &key, 0, (struct moment){NOON_MS + 29 * DAY_MS, 60}, &boards));
	assert_memory_equal(&boards.span[SPAN_EVER], &before, sizeof before);
	assert_true(store_interrupted(store, &pack, 1, &in));
	assert_int_equal(in.id, run.id);
	assert_true(store_leave(store, run.id, (struct moment){NOON_MS, 60}));

	forget(NOON_MS + 1000 * DAY_MS, 0);
	assert_int_equal(number("SELECT count(*) FROM games"), BOARD_ROWS + 1);
	assert_int_equal(number("SELECT max(id) FROM answers"), last); /* numbers go on from it */
	assert_int_equal(number("SELECT count(*) FROM answers"), 1);
	assert_int_equal(number("SELECT sum(games) FROM plays"), 31);
	play_at((struct moment){NOON_MS + 1001 * DAY_MS, 60}, 0);
	assert_int_equal(number("SELECT min(id) FROM answers WHERE id > (SELECT min(id) FROM"
				" answers)"),
			 last + 1);
}

static void the_file_of_90_days_stays_as_large_as_that_of_30(void **state)
{
	int64_t pages[3];

	(void)state;
	assert_true(db_run(store, "PRAGMA synchronous = OFF"));
	for (int day = 0; day < 90; day++) {
		for (int i = 0; i < 20; i++)
			play_at((struct moment){NOON_MS + day * DAY_MS + i * HOUR_MS / 4, 60},
				(day + i) % 7);
		forget(NOON_MS + (day - 14) * DAY_MS, 0);
		pages[day / 30] = number("PRAGMA page_count");
	}
	assert_in_range(pages[2], pages[0], pages[0] + pages[0] / 8);
	assert_int_equal(number("SELECT sum(games) FROM plays"), 90 * 20);
}

/* ---- boards ---- */

static void read_at(int64_t unix_ms, int offset_min)
{
	struct board_key key = board_key_of(&run.game);

	assert_true(store_boards(store, &key, 0, (struct moment){unix_ms, offset_min}, &boards));
}

static void a_day_begins_at_its_hour(void **state)
{
	const int64_t midnight_ms = NOON_MS + 11 * HOUR_MS; /* Thursday 00:00 on the wall */

	(void)state;
	assert_true(store_day_begins(store, 4 * 60));
	play_at((struct moment){midnight_ms - HOUR_MS, 60}, 1);
	play_at((struct moment){midnight_ms + 2 * HOUR_MS, 60}, 2);
	play_at((struct moment){midnight_ms + 5 * HOUR_MS, 60}, 3);
	read_at(midnight_ms + 3 * HOUR_MS, 60);
	assert_int_equal(boards.span[SPAN_TODAY].games, 2);
	read_at(midnight_ms + 6 * HOUR_MS, 60);
	assert_int_equal(boards.span[SPAN_TODAY].games, 1);
	assert_int_equal(boards.span[SPAN_WEEK].games, 3);
	read_at(midnight_ms + 4 * DAY_MS + 3 * HOUR_MS, 60); /* Monday, 03:00 */
	assert_int_equal(boards.span[SPAN_WEEK].games, 3);
	read_at(midnight_ms + 4 * DAY_MS + 5 * HOUR_MS, 60);
	assert_int_equal(boards.span[SPAN_WEEK].games, 0);
	assert_int_equal(boards.span[SPAN_EVER].games, 3);
	assert_string_equal(plays(202311), "20231115 02 de first climb 0: 1\n"
					   "20231115 23 de first climb 0: 1\n"
					   "20231116 05 de first climb 0: 1\n");
	store_close(store);
	store = store_open(file, NULL);
	read_at(midnight_ms + 3 * HOUR_MS, 60);
	assert_int_equal(boards.span[SPAN_TODAY].games, 2);
}

/* A game belongs to the day it was played on, whatever the clock on the wall says since. */
static void a_clock_moved_by_an_hour_moves_no_game_to_another_day(void **state)
{
	const int64_t autumn_ms = INT64_C(1761440400000); /* 26 October 2025, 03:00 becomes 02:00 */
	const int64_t spring_ms = INT64_C(1743296400000); /* 30 March 2025, 02:00 becomes 03:00 */

	(void)state;
	play_at((struct moment){autumn_ms - 3 * HOUR_MS, 120}, 1);     /* 00:00 */
	play_at((struct moment){autumn_ms - 3 * HOUR_MS - 1, 120}, 2); /* the evening before */
	read_at(autumn_ms + 10 * HOUR_MS, 60);
	assert_int_equal(boards.span[SPAN_TODAY].games, 1);
	assert_int_equal(boards.span[SPAN_TODAY].row[0].right, 1);
	play_at((struct moment){spring_ms - 2 * HOUR_MS, 60}, 3);
	play_at((struct moment){spring_ms - 2 * HOUR_MS - 1, 60}, 4);
	read_at(spring_ms + 10 * HOUR_MS, 120);
	assert_int_equal(boards.span[SPAN_TODAY].games, 1);
	assert_int_equal(boards.span[SPAN_TODAY].row[0].right, 3);
}

static void a_board_that_was_reset_begins_anew_and_keeps_its_games(void **state)
{
	struct moment at = {NOON_MS, 60};

	(void)state;
	play_at(at, 5);
	play_at(at, 6);
	assert_true(store_reset_boards(store));
	read_at(at.unix_ms, 60);
	assert_int_equal(boards.span[SPAN_EVER].games + boards.span[SPAN_TODAY].games, 0);
	at.unix_ms -= DAY_MS; /* the clock was set back */
	play_at(at, 2);
	read_at(at.unix_ms, 60);
	assert_int_equal(boards.span[SPAN_TODAY].games, 1);
	assert_int_equal(boards.span[SPAN_EVER].games, 1);
	assert_int_equal(boards.span[SPAN_EVER].row[0].right, 2);
	assert_int_equal(number("SELECT count(*) FROM games"), 3);
	assert_int_equal(number("SELECT sum(games) FROM plays"), 3);
}

static void a_blanked_name_is_gone_and_does_not_come_back(void **state)
{
	struct moment at = {NOON_MS, 60};

	(void)state;
	play_at(at, 5);
	assert_true(store_name(store, run.id, 0, "RUDE"));
	play_at(at, 4);
	assert_true(store_name(store, run.id, 0, "Mina"));
	read_at(at.unix_ms, 60);
	int64_t game = boards.span[SPAN_EVER].row[0].game;

	assert_string_equal(boards.span[SPAN_EVER].row[0].name, "RUDE");
	assert_true(store_blank(store, game));
	assert_true(store_name(store, game, 0, "RUDE"));
	read_at(at.unix_ms, 60);
	assert_string_equal(boards.span[SPAN_EVER].row[0].name, "");
	assert_int_equal(boards.span[SPAN_EVER].row[0].place, 1);
	assert_string_equal(boards.span[SPAN_EVER].row[1].name, "Mina");
	assert_int_equal(number("SELECT count(*) FROM players WHERE name = 'RUDE'"), 0);
}

/* ---- notes ---- */

static void notes_are_there_when_it_is_opened_again(void **state)
{
	char value[64];

	(void)state;
	assert_false(store_noted(store, "calibration", value, sizeof value));
	assert_string_equal(value, "");
	assert_true(store_note(store, "calibration", "1 0 0 1"));
	assert_true(store_note_number(store, "tries", 3));
	assert_true(store_note_number(store, "tries", 4));
	store_close(store);
	store = store_open(file, NULL);
	assert_true(store_noted(store, "calibration", value, sizeof value));
	assert_string_equal(value, "1 0 0 1");
	assert_int_equal(store_noted_number(store, "tries", 0), 4);
	assert_int_equal(store_noted_number(store, "calibration", -1), -1);
	assert_true(store_note(store, "tries", NULL));
	assert_int_equal(store_noted_number(store, "tries", 0), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(games_are_counted_by_day_hour_language_and_where_they_were_left),
		TEST(an_hour_that_comes_twice_is_one_and_a_year_ends_at_midnight),
		TEST(replies_are_counted_by_question_and_wrong_answer),
		TEST(what_a_crash_left_is_closed_and_what_was_over_is_finished),
		TEST(what_is_old_is_forgotten_and_its_counts_and_best_stay),
		TEST(what_was_counted_long_ago_is_forgotten_too),
		TEST(the_file_of_90_days_stays_as_large_as_that_of_30),
		TEST(a_day_begins_at_its_hour),
		TEST(a_clock_moved_by_an_hour_moves_no_game_to_another_day),
		TEST(a_board_that_was_reset_begins_anew_and_keeps_its_games),
		TEST(a_blanked_name_is_gone_and_does_not_come_back),
		TEST(notes_are_there_when_it_is_opened_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
