/* A kiosk's keeper: what each night brings, and what its operator wishes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <SDL.h>
#include <cmocka.h>

#include "keeper.h"
#include "library.h"
#include "store.h"
#include "stored.h"

static const int64_t HOUR_MS = 60 * 60 * INT64_C(1000), DAY_MS = 24 * HOUR_MS;
static const int64_t NOON_MS = INT64_C(2078650800000); /* 14 November 2035, 12:00 on the wall */

static struct keeper *keeper;
static struct library library;
static struct kiosk kiosk;
static struct past past;
static struct event now;
static struct game game;
static char report[128], plays[200];

static void open_keeper(bool thread);

static int set_up(void **state)
{
	char path[200];

	make_folder(state);
	snprintf(path, sizeof path, "%s/p.ini", folder);
	FILE *f = fopen(path, "w");
	fputs("title = P\nid = p\norder = file\n[question one]\nask = One?\nright = Yes\n"
	      "wrong = No\n[question two]\nask = Two?\nright = Yes\nwrong = No\n",
	      f);
	fclose(f);
	library_init(&library);
	assert_non_null(library_add(&library, path)->pack);
	kiosk = kiosk_default();
	snprintf(report, sizeof report, "%s/numbers", folder);
	snprintf(kiosk.report, sizeof kiosk.report, "%s", report);
	snprintf(kiosk.sticks, sizeof kiosk.sticks, "%s/sticks", folder);
	snprintf(plays, sizeof plays, "%s/stairwell-2035-11-plays.csv", report);
	kiosk.keep_days = 7;
	now = (struct event){.at_ms = 1000, .unix_ms = NOON_MS, .utc_offset_min = 60};
	open_keeper(false);
	return 0;
}

static void close_keeper(void)
{
	keeper_destroy(keeper);
	past_finish(&past);
}

static int tear_down(void **state)
{
	close_keeper();
	library_finish(&library);
	return drop_folder(state);
}

static void wake(void *ctx)
{
	(void)ctx;
}

static void open_keeper(bool thread)
{
	past_init(&past);
	keeper = keeper_create(file, &past);
	keeper_attend(keeper, &kiosk, &library, folder);
	if (thread)
		keeper_start(keeper, wake, NULL);
	assert_null(keeper_read(keeper));
}

static void perform(struct effect e)
{
	struct event answer;

	keeper_perform(keeper, &e, &game, &now);
	if (e.kind != EFFECT_OPERATE)
		while (keeper_answer(keeper, &answer))
			;
}

static void move(enum op op, uint32_t arg)
{
	struct move m = {op, arg, now.at_ms};
	int closed = op == OP_ANSWER ? game.at : -1;

	game_move(&game, &m);
	perform((struct effect){.kind = EFFECT_MOVE, .move = m, .index = closed});
}

static void begin(void)
{
	static struct deck d;
	const struct pack *p = library.entries[0].pack;
	struct game_options o = {.mode = game_modes, .seed = 1, .nplayers = 1};
	struct deal how = {.packs = &p, .npacks = 1, .mode = o.mode, .wanted = 2, .seed = 1};

	deck_deal(&d, &how);
	game_start(&game, &d, &o, now.at_ms);
	perform((struct effect){.kind = EFFECT_BEGIN, .text = "de"});
}

static void play(void)
{
	begin();
	move(OP_ANSWER, 1);
	move(OP_NEXT, 0);
	move(OP_ANSWER, 1);
	move(OP_NEXT, 0);
	perform((struct effect){.kind = EFFECT_END, .value = 1});
}

static void pass(int64_t ms)
{
	now.at_ms += ms;
	now.unix_ms += ms;
	keeper_tick(keeper, &now);
}

/* The plays of all lines; -1: there is no such table. The keeper is idle afterwards. */
static int told(const char *path)
{
	char line[600];
	int sum = 0, n;
	FILE *f;

	keeper_read(keeper);
	f = fopen(path, "r");
	if (!f)
		return -1;
	while (fgets(line, sizeof line, f))
		if (sscanf(line, "%*[^,],%*[^,],%*[^,],%*[^,],%*[^,],%d", &n) == 1)
			sum += n;
	fclose(f);
	return sum;
}

/* Those that are on their way in a while. */
static void assert_told(const char *path, int n)
{
	for (int i = 0; i < 2000 && told(path) != n; i++)
		SDL_Delay(5);
	assert_int_equal(told(path), n);
}

/* The night that the store knows as told, over a restart too. */
static int64_t noted(void)
{
	struct store_report r;
	struct store *s = store_open(file, &r);

	assert_non_null(s);
	int64_t night = store_noted_number(s, "night", -1);
	store_close(s);
	return night;
}

static bool find_operated(struct event *answer)
{
	while (keeper_answer(keeper, answer))
		if (answer->kind == EVENT_OPERATED)
			return true;
	return false;
}

static struct event operate(enum operation what, int value, int64_t number)
{
	struct event answer = {0};

	perform((struct effect){
		.kind = EFFECT_OPERATE, .index = (int)what, .value = value, .game = number});
	keeper_read(keeper);
	assert_true(find_operated(&answer));
	assert_int_equal(answer.number, what);
	return answer;
}

static void each_night_the_report_is_written_once(void **state)
{
	(void)state;
	for (int thread = 0; thread < 2; thread++) {
		close_keeper();
		unlink(file);
		now = (struct event){.at_ms = 1000, .unix_ms = NOON_MS, .utc_offset_min = 60};
		open_keeper(thread);
		keeper_tick(keeper, &now); /* nothing to tell, and done for yesterday */
		assert_told(plays, -1);
		play();
		pass(11 * HOUR_MS);
		assert_told(plays, -1);
		int64_t night = noted();
		pass(HOUR_MS / 2);
		assert_told(plays, 1);
		for (int i = 0; i < 2000 && noted() == night; i++)
			SDL_Delay(5);
		play();
		pass(HOUR_MS);
		assert_told(plays, 1);
		close_keeper();
		open_keeper(thread);
		pass(HOUR_MS);
		assert_told(plays, 1); /* once, over a restart too */
		pass(DAY_MS);
		assert_told(plays, 2);
		unlink(plays);
		close_keeper(); /* off when it was due */
		now.at_ms = 10;
		now.unix_ms += DAY_MS;
		open_keeper(thread);
		keeper_tick(keeper, &now);
		assert_told(plays, 2);
		unlink(plays);
	}
}

static void where_no_report_can_be_written_it_is_said_once_and_tried_again(void **state)
{
	int said = 0;

	(void)state;
	FILE *f = fopen(report, "w"); /* no folder */
	fclose(f);
	play();
	for (int i = 0; i < 12; i++) {
		pass(HOUR_MS);
		said += keeper_note(keeper) != NULL;
	}
	assert_int_equal(said, 1);
	assert_told(plays, -1);
	unlink(report);
	pass(HOUR_MS);
	assert_told(plays, 1);
	assert_null(keeper_note(keeper));
}

static bool count_answer(void *n, const struct answer_row *row)
{
	(void)row;
	++*(int *)n;
	return true;
}

static void what_is_old_is_forgotten_at_night_and_still_told(void **state)
{
	struct store *s;
	int64_t games = 0;
	int answers = 0;

	(void)state;
	for (int day = 0; day < 12; day++) {
		for (int i = 0; i < 3; i++)
			play();
		pass(12 * HOUR_MS);
		pass(12 * HOUR_MS);
	}
	assert_told(plays, 36);
	close_keeper();
	s = store_open(file, NULL);
	assert_true(store_answers(s, count_answer, &answers));
	assert_in_range(answers, 7 * 3 * 2, 8 * 3 * 2);
	assert_true(store_played(s, (struct moment){NOON_MS, 60}, &games, &games));
	assert_int_equal(games, 3); /* counted for good */
	store_close(s);
	open_keeper(false);
}

static int count_answers(void)
{
	struct store *s;
	int n = 0;

	close_keeper();
	s = store_open(file, NULL);
	assert_true(store_answers(s, count_answer, &n));
	store_close(s);
	open_keeper(false);
	return n;
}

static void a_clock_that_leapt_years_ahead_clears_nothing(void **state)
{
	const int64_t leap_ms = 45 * 365 * DAY_MS;

	(void)state;
	keeper_tick(keeper, &now);
	play();
	pass(12 * HOUR_MS);
	now.unix_ms += leap_ms; /* its battery is gone */
	for (int night = 0; night < 3; night++) {
		pass(DAY_MS);
		assert_int_equal(count_answers(), 2);
	}
	now.unix_ms -= leap_ms; /* it is set right */
	pass(DAY_MS);
	assert_int_equal(count_answers(), 2);
	pass(7 * DAY_MS);
	assert_int_equal(count_answers(), 1); /* the newest always stays */
}

static void after_a_long_time_without_power_clearing_goes_on(void **state)
{
	(void)state;
	keeper_tick(keeper, &now);
	play();
	pass(12 * HOUR_MS);
	now.unix_ms += 200 * DAY_MS;
	for (int night = 0; night < 39; night++)
		pass(DAY_MS);
	assert_int_equal(count_answers(), 2);
	pass(DAY_MS);
	assert_int_equal(count_answers(), 1); /* the newest always stays */
}

static void a_game_that_a_crash_left_is_left(void **state)
{
	struct event answer;

	(void)state;
	begin();
	move(OP_ANSWER, 1);
	close_keeper();
	open_keeper(true);
	keeper_leave_interrupted(keeper);
	keeper_perform(keeper, &(struct effect){.kind = EFFECT_HEALTH}, NULL, &now);
	keeper_read(keeper);
	assert_true(keeper_answer(keeper, &answer));
	assert_int_equal(answer.health->plays_today, 1);
	assert_int_equal(answer.health->finished_today, 0);
	assert_null(keeper_interrupted(keeper, NULL, 0));
}

static void an_operator_blanks_resets_and_reports(void **state)
{
	char path[PATH_MAX];
	struct event answer;
	struct boards boards;

	(void)state;
	answer = operate(OPERATE_REPORT, 0, 0);
	assert_true(answer.index);
	assert_string_equal(answer.text, "Nothing was played yet, so there is no report");
	assert_int_not_equal(access(report, F_OK), 0);
	play();
	perform((struct effect){.kind = EFFECT_NAME, .text = "RUDE"});
	perform((struct effect){.kind = EFFECT_BOARDS});
	assert_true(operate(OPERATE_BLANK, 0, 1).index);
	keeper_perform(keeper, &(struct effect){.kind = EFFECT_BOARDS, .value = 1}, &game, &now);
	assert_true(keeper_answer(keeper, &answer));
	boards = *answer.boards;
	assert_string_equal(boards.span[SPAN_EVER].row[0].name, "");
	assert_int_equal(boards.span[SPAN_EVER].row[0].game, 1);
	assert_true(operate(OPERATE_RESET, 0, 0).index);
	keeper_perform(keeper, &(struct effect){.kind = EFFECT_BOARDS, .value = 1}, &game, &now);
	assert_true(keeper_answer(keeper, &answer));
	assert_int_equal(!answer.boards || answer.boards->span[SPAN_EVER].games == 0, 1);

	answer = operate(OPERATE_REPORT, 0, 0);
	assert_true(answer.index);
	assert_non_null(strstr(answer.text, "/numbers"));
	assert_told(plays, 1);
	assert_int_equal(mkdir(kiosk.sticks, 0777), 0);
	snprintf(path, sizeof path, "%s/sticks/left-behind", folder);
	assert_int_equal(mkdir(path, 0777), 0); /* nothing is mounted on it */
	answer = operate(OPERATE_REPORT, 1, 0);
	assert_false(answer.index);
	assert_string_equal(answer.text, "there is no stick that can be written to");
}

/* Of a place that does not answer: a pipe that nobody reads. */
static void a_place_that_hangs_keeps_no_game_from_being_kept(void **state)
{
	char all[1 << 12];
	struct event answer;

	(void)state;
	close_keeper();
	open_keeper(true);
	keeper_tick(keeper, &now);
	keeper_read(keeper); /* nothing to tell yet */
	play();
	assert_int_equal(mkdir(report, 0777), 0);
	assert_int_equal(mkfifo(plays, 0666), 0);
	pass(12 * HOUR_MS);
	for (int i = 0; i < 100; i++) {
		play();
		keeper_read(keeper);
	}
	pass(DAY_MS); /* the next night's is said to wait, once */
	keeper_read(keeper);
	assert_non_null(strstr(keeper_note(keeper), "the one before is still being written"));
	pass(HOUR_MS);
	keeper_read(keeper);
	assert_null(keeper_note(keeper));
	answer = operate(OPERATE_REPORT, 0, 0);
	assert_false(answer.index);
	assert_string_equal(answer.text, "the one before is still being written");
	assert_int_equal(count_answers(), 101 * 2); /* also once the program has ended */
	FILE *f = fopen(plays, "r");
	assert_true(fread(all, 1, sizeof all, f) > 0);
	fclose(f);
	unlink(plays);
	pass(HOUR_MS);
	assert_told(plays, 101);
}

static void a_report_comes_when_its_place_answers_again(void **state)
{
	struct event answer;
	char all[1 << 12];

	(void)state;
	close_keeper();
	open_keeper(true);
	play();
	assert_int_equal(mkdir(report, 0777), 0);
	assert_int_equal(mkfifo(plays, 0666), 0);
	perform((struct effect){.kind = EFFECT_OPERATE, .index = OPERATE_REPORT});
	keeper_read(keeper);
	assert_false(find_operated(&answer));
	FILE *f = fopen(plays, "r");
	assert_true(fread(all, 1, sizeof all, f) > 0);
	fclose(f);
	for (int i = 0; i < 2000 && !find_operated(&answer); i++)
		SDL_Delay(5);
	assert_int_equal(answer.kind, EVENT_OPERATED);
	assert_true(answer.index);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_night_the_report_is_written_once),
		TEST(where_no_report_can_be_written_it_is_said_once_and_tried_again),
		TEST(what_is_old_is_forgotten_at_night_and_still_told),
		TEST(a_clock_that_leapt_years_ahead_clears_nothing),
		TEST(after_a_long_time_without_power_clearing_goes_on),
		TEST(a_game_that_a_crash_left_is_left),
		TEST(an_operator_blanks_resets_and_reports),
		TEST(a_place_that_hangs_keeps_no_game_from_being_kept),
		TEST(a_report_comes_when_its_place_answers_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
