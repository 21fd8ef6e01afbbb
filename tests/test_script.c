/* Scripts against an app that is made for them: it counts what it is sent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <SDL_stdinc.h>

#include "script.h"

struct app {
	struct frame frame;
	struct event events[64];
	int n, ticks;
	int64_t wake_every_ms; /* 0: never */
	float furthest;        /* that it scrolls */
	bool asleep;           /* asks to be woken at once, for ever */
};

static struct app app;

bool app_step(struct app *a, const struct event *ev)
{
	if (ev->kind == EVENT_TICK)
		a->ticks++;
	else if (a->n < 64)
		a->events[a->n++] = *ev;
	if (a->wake_every_ms && ev->kind == EVENT_TICK && !a->asleep)
		a->frame.wake += a->wake_every_ms;
	if (ev->kind == EVENT_WHEEL)
		a->frame.scroll_at = SDL_min(a->frame.scroll_at - ev->y * 100, a->furthest);
	return ev->kind != EVENT_QUIT;
}

const struct game *app_game(const struct app *a)
{
	(void)a;
	return NULL;
}

const struct frame *app_frame(const struct app *a)
{
	return &a->frame;
}

int app_effects(const struct app *a, const struct effect **out)
{
	(void)a;
	(void)out;
	return 0;
}

bool app_find(const struct app *a, const char *label, float *x, float *y, bool *on_page)
{
	*on_page = strcmp(label, "Far away") == 0;
	*x = 12;
	*y = 34 + (*on_page ? 1000 - a->frame.scroll_at : 0);
	return *on_page || strcmp(label, "Next question") == 0;
}

bool frame_says(const struct frame *f, const char *s)
{
	(void)f;
	return strstr("Which film inspired it?", s);
}

void library_reload(struct library *l, int index)
{
	(void)l;
	(void)index;
}

void painter_paint(struct painter *p, cairo_surface_t *target, const struct frame *f, bool whole,
		   struct damage *d)
{
	(void)p;
	(void)target;
	(void)f;
	(void)whole;
	(void)d;
}

static char *error;

/* Plays it; error holds what was wrong, behind the file's name. */
static bool play(const char *text)
{
	char path[] = "/tmp/script-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	struct script *s = script_open(path);
	unlink(path);
	assert_non_null(s);
	struct shell shell = {.app = &app};
	bool good = script_run(s, &shell, NULL);
	free(error);
	error = strdup(script_error(s) + (good ? 0 : strlen(path)));
	script_close(s);
	return good;
}

static int begin(void **state)
{
	(void)state;
	app = (struct app){.frame = {.screen = "question", .wake = -1, .w = 640, .h = 360}};
	return 0;
}

static int end(void **state)
{
	(void)state;
	free(error);
	error = NULL;
	return 0;
}

static void a_label_is_pressed_like_a_click(void **state)
{
	(void)state;
	assert_true(play("press Next question\n"));
	assert_int_equal(app.n, 3);
	assert_int_equal(app.events[0].kind, EVENT_MOVE);
	assert_int_equal(app.events[1].kind, EVENT_DOWN);
	assert_true(app.events[1].held);
	assert_int_equal(app.events[2].kind, EVENT_UP);
	assert_float_equal(app.events[2].x, 12, 0);
}

static void a_step_that_fails_says_where_and_what_was_there(void **state)
{
	(void)state;
	app.frame.nitems = 1;
	app.frame.items[0] = (struct item){.kind = ITEM_TEXT, .s = "Which film inspired it?"};
	app.frame.nspots = 1;
	app.frame.spots[0] = (struct spot){.box = {10, 20, 40, 30}, .label = "Pause"};
	assert_false(play("# a comment\n\nexpect Which film\nexpect Which river\nkey A\n"));
	assert_string_equal(error, ":4: expected to find: Which river\n"
				   "  screen: question, 640 x 360\n"
				   "  text: Which film inspired it?\n"
				   "  can be pressed: Pause, at 30 35\n");
	assert_int_equal(app.n, 0);
}

static void what_is_not_expected_fails(void **state)
{
	(void)state;
	assert_true(play("expect not river\nexpect screen question\n"));
	assert_false(play("expect not film\n"));
	assert_false(play("expect screen home\n"));
	assert_false(play("expect end\n"));
	assert_false(play("press Nothing\n"));
}

static void a_step_there_is_not_fails(void **state)
{
	(void)state;
	assert_false(play("jump\n"));
	assert_non_null(strstr(error, ":1: expected a step, and 'jump' is none"));
	assert_false(play("pad A\n"));
	assert_false(play("key Elephant\n"));
	assert_false(play("click 1\n"));
	assert_false(play("wait 5 minutes\n"));
	assert_false(play("wait\n"));
}

static void a_step_there_is_not_names_the_help(void **state)
{
	(void)state;
	assert_false(play("jump\n"));
	assert_non_null(strstr(error, "`stairwell help script`"));
	assert_false(play("key A\nstart play\n"));
	assert_non_null(strstr(error, ":2: expected 'start' on the first line alone"));
}

static void a_key_by_another_name_is_told_sdls(void **state)
{
	(void)state;
	assert_false(play("key Page_Down\n"));
	assert_non_null(strstr(error, "'PageDown', not 'Page_Down'"));
	assert_false(play("key Ctrl+Esc\n"));
	assert_non_null(strstr(error, "'Escape', not 'Esc'"));
	assert_false(play("key Elephant\n"));
	assert_non_null(strstr(error, "such as A, 2, Return, Left or PageDown, not 'Elephant'"));
	assert_false(play("key __\n"));
	assert_non_null(strstr(error, "such as"));
}

static void every_step_has_its_help(void **state)
{
	const char *name, *arguments, *line;
	int n = 0;

	(void)state;
	for (; (line = script_help(n, &name, &arguments)); n++)
		assert_true(*name && *line && arguments);
	assert_null(name);
	assert_true(n > 20);
}

static void a_shot_says_what_is_wrong_with_its_name(void **state)
{
	(void)state;
	assert_false(play("shot x.jpg\n"));
	assert_non_null(strstr(error, "ends in .png, not 'x.jpg'"));
	assert_int_not_equal(access("x.jpg", F_OK), 0);
	assert_false(play("shot /nowhere/at/all.png\n"));
	assert_non_null(strstr(error, "/nowhere/at/all.png: there is no folder /nowhere/at\n"));
	assert_false(play("shot /dev/null/x.png\n"));
	assert_non_null(strstr(error, "Not a directory"));
}

static void waiting_stops_at_each_moment_the_frame_names(void **state)
{
	(void)state;
	app.frame.wake = 100;
	app.wake_every_ms = 100;
	assert_true(play("wait 1s\nkey A\n"));
	assert_int_equal(app.ticks, 10);
	assert_int_equal(app.events[0].at_ms, 1000);
}

static void nothing_ticks_while_nothing_changes(void **state)
{
	(void)state;
	assert_true(play("wait 30d\nkey A\n"));
	assert_int_equal(app.ticks, 0);
	assert_int_equal(app.events[0].at_ms, 30LL * 24 * 3600 * 1000);
}

static void a_frame_that_never_rests_is_found(void **state)
{
	(void)state;
	app.frame.wake = 5;
	app.asleep = true;
	assert_false(play("wait 1s\n"));
	assert_non_null(strstr(error, "for ever"));
}

static void a_held_key_repeats(void **state)
{
	(void)state;
	assert_true(play("hold 600ms key Down\n"));
	assert_int_equal(app.n, 4);
	assert_int_equal(app.events[0].key, KEY_DOWN);
	assert_false(app.events[0].repeat);
	assert_int_equal(app.events[1].at_ms, 500);
	assert_true(app.events[1].repeat);
	assert_int_equal(app.events[3].at_ms, 580);
}

static void a_held_finger_is_released_when_its_time_is_over(void **state)
{
	(void)state;
	assert_true(play("hold 3s tap 10 20\n"));
	assert_int_equal(app.n, 2);
	assert_true(app.events[0].touch);
	assert_int_equal(app.events[1].kind, EVENT_UP);
	assert_int_equal(app.events[1].at_ms, 3000);
}

static void keys_take_modifiers(void **state)
{
	(void)state;
	assert_true(play("key Ctrl+Shift+Q\nkey Shift+Tab\nkey Keypad 5\n"));
	assert_int_equal(app.events[0].key, 'q');
	assert_int_equal(app.events[0].mods, MOD_CTRL | MOD_SHIFT);
	assert_int_equal(app.events[1].key, KEY_TAB);
	assert_int_equal(app.events[2].key, '5');
}

static void presses_of_one_moment_say_that_more_follow(void **state)
{
	(void)state;
	assert_true(play("key Q, Keypad 7, pad 2 a, start, button 3 1\nkey ,\n"));
	assert_int_equal(app.n, 6);
	for (int i = 0; i < 6; i++)
		assert_int_equal(app.events[i].more, i < 4);
	assert_int_equal(app.events[1].key, '7');
	assert_int_equal(app.events[1].mods, MOD_KEYPAD);
	assert_int_equal(app.events[2].kind, EVENT_PAD);
	assert_int_equal(app.events[2].device, 1);
	assert_int_equal(app.events[2].index, PAD_A);
	assert_int_equal(app.events[3].device, 0);
	assert_int_equal(app.events[3].index, PAD_START);
	assert_int_equal(app.events[4].kind, EVENT_BUTTON);
	assert_int_equal(app.events[4].device, 2);
	assert_int_equal(app.events[4].index, 0);
	assert_int_equal(app.events[5].key, ',');
}

static void devices_come_and_go(void **state)
{
	(void)state;
	assert_true(play("plug 2 buzz Buzz! handset 2\nunplug 2\n"));
	assert_int_equal(app.events[0].kind, EVENT_DEVICE);
	assert_int_equal(app.events[0].device, 1);
	assert_int_equal(app.events[0].index, PLUGGED_BUZZ);
	assert_int_equal(app.events[1].index, PLUGGED_NOT);
	assert_false(play("plug 33 pad\n"));
	assert_false(play("plug 1 mouse\n"));
	assert_false(play("pad dup\n"));
	assert_non_null(strstr(error, "dpup"));
	assert_false(play("button 1\n"));
}

static void start_that_is_held_counts_once_more(void **state)
{
	(void)state;
	assert_true(play("hold 3s pad start\nhold 1s pad dpdown\n"));
	assert_false(app.events[0].repeat);
	assert_true(app.events[1].repeat);
	assert_int_equal(app.events[1].index, PAD_START);
	assert_int_equal(app.events[2].index, PAD_DOWN);
	assert_true(app.n > 5);
}

static void the_wall_clock_is_set_and_runs(void **state)
{
	(void)state;
	assert_true(play("clock 2026-03-29T01:59:00+01:00\nwait 1s\nkey A\n"));
	assert_int_equal(app.events[0].unix_ms, 1774745941000);
	assert_int_equal(app.events[0].utc_offset_min, 60);
	assert_false(play("clock yesterday\n"));
}

static void after_the_end_only_the_end_is_there(void **state)
{
	(void)state;
	assert_true(play("quit\nexpect end\nwait 1s\n"));
	assert_false(play("quit\nkey A\n"));
	assert_false(play("quit\nexpect Which film\n"));
}

static void the_start_line_is_a_command_line(void **state)
{
	char path[] = "/tmp/script-XXXXXX";
	static const char text[] = "start play --seed 7  my\\ pack.ini\r\nkey A\n";
	char **words;
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(write(fd, text, sizeof(text) - 1), sizeof(text) - 1);
	close(fd);
	struct script *s = script_open(path);
	unlink(path);
	assert_int_equal(script_start(s, &words), 5);
	assert_string_equal(words[0], "start");
	assert_string_equal(words[3], "7");
	assert_string_equal(words[4], "my pack.ini");
	struct shell shell = {.app = &app};
	assert_true(script_run(s, &shell, NULL));
	assert_int_equal(app.n, 1);
	script_close(s);
}

static void an_empty_script_does_nothing(void **state)
{
	(void)state;
	assert_true(play(""));
	assert_true(play("\n\n# only this"));
	assert_int_equal(app.n, 0);
}

static void numbers_that_are_none_are_refused(void **state)
{
	static const char *const steps[] = {"wheel foo",  "wheel",          "wheel nan",
					    "wheel 1 2",  "size nan nan",   "size inf inf",
					    "size 10 10", "size 99999 720", "click nan 5"};

	(void)state;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		assert_false(play(steps[i]));
	assert_int_equal(app.n, 0);
	assert_true(play("wheel -1.5\nsize 320 240\n"));
	assert_int_equal(app.n, 2);
}

static void what_lies_below_is_scrolled_to(void **state)
{
	(void)state;
	app.frame.scroll = (struct rect){0, 0, 640, 360};
	app.furthest = 2000;
	assert_true(play("press Far away\n"));
	assert_float_equal(app.frame.scroll_at, 700, 0);
}

static void what_cannot_be_scrolled_to_is_not_pressed(void **state)
{
	(void)state;
	app.frame.scroll = (struct rect){0, 0, 640, 360};
	app.furthest = 200;
	assert_false(play("press Far away\n"));
	app.frame.scroll.h = 20; /* less than a notch: it is passed over */
	app.furthest = 2000;
	assert_false(play("press Far away\n"));
	for (int i = 0; i < app.n; i++)
		assert_int_equal(app.events[i].kind, EVENT_WHEEL);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, begin, end)
	const struct CMUnitTest tests[] = {
		CASE(a_label_is_pressed_like_a_click),
		CASE(a_step_that_fails_says_where_and_what_was_there),
		CASE(what_is_not_expected_fails),
		CASE(a_step_there_is_not_fails),
		CASE(a_step_there_is_not_names_the_help),
		CASE(a_key_by_another_name_is_told_sdls),
		CASE(every_step_has_its_help),
		CASE(a_shot_says_what_is_wrong_with_its_name),
		CASE(waiting_stops_at_each_moment_the_frame_names),
		CASE(nothing_ticks_while_nothing_changes),
		CASE(a_frame_that_never_rests_is_found),
		CASE(a_held_key_repeats),
		CASE(a_held_finger_is_released_when_its_time_is_over),
		CASE(keys_take_modifiers),
		CASE(presses_of_one_moment_say_that_more_follow),
		CASE(devices_come_and_go),
		CASE(start_that_is_held_counts_once_more),
		CASE(the_wall_clock_is_set_and_runs),
		CASE(after_the_end_only_the_end_is_there),
		CASE(the_start_line_is_a_command_line),
		CASE(an_empty_script_does_nothing),
		CASE(numbers_that_are_none_are_refused),
		CASE(what_lies_below_is_scrolled_to),
		CASE(what_cannot_be_scrolled_to_is_not_pressed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
