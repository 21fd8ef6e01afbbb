#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "record.h"

/* What is written when these events come. */
static void expect(const struct event *ev, int n, const char *script)
{
	static const char *const words[] = {"play", "--seed", "7", "my pack.ini"};
	char path[] = "/tmp/record-XXXXXX", got[1024];
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	struct record *r = record_open(path, words, 4, 1000);
	assert_non_null(r);
	for (int i = 0; i < n; i++)
		record_event(r, &ev[i]);
	assert_true(record_close(r));
	ssize_t length = read(fd, got, sizeof(got) - 1);
	assert_true(length > 0);
	got[length] = '\0';
	close(fd);
	unlink(path);
	assert_string_equal(got, script);
}

#define START "start play --seed 7 my\\ pack.ini\n"

static void a_press_and_release_in_one_place_at_one_time_is_a_click(void **state)
{
	const struct event ev[] = {
		{.kind = EVENT_MOVE, .at_ms = 1100, .x = 5, .y = 6},
		{.kind = EVENT_DOWN, .at_ms = 1200, .held = true, .x = 5, .y = 6},
		{.kind = EVENT_TICK, .at_ms = 1200},
		{.kind = EVENT_UP, .at_ms = 1200, .x = 5, .y = 6},
	};
	(void)state;
	expect(ev, 4, START "wait 200ms\nclick 5 6\n");
}

static void a_press_that_is_held_is_no_click(void **state)
{
	const struct event ev[] = {
		{.kind = EVENT_DOWN, .at_ms = 1200, .held = true, .x = 5, .y = 1234.5678f},
		{.kind = EVENT_UP, .at_ms = 1280, .x = 5, .y = 1234.5678f},
	};
	(void)state;
	expect(ev, 2, START "wait 200ms\ndown 5 1234.56775\nwait 80ms\nup 5 1234.56775\n");
}

static void a_drag_is_written_as_it_was(void **state)
{
	const struct event ev[] = {
		{.kind = EVENT_DOWN,
		 .at_ms = 1000,
		 .held = true,
		 .touch = true,
		 .x = 5,
		 .y = 60.5f},
		{.kind = EVENT_MOVE, .at_ms = 1010, .held = true, .touch = true, .x = 5, .y = 50},
		{.kind = EVENT_MOVE, .at_ms = 1020, .held = true, .touch = true, .x = 5, .y = 40},
		{.kind = EVENT_UP, .at_ms = 1030, .touch = true, .x = 5, .y = 40},
	};
	(void)state;
	expect(ev, 4,
	       START "touch 5 60.5\nwait 10ms\nslide 5 50\nwait 10ms\nslide 5 40\nwait 10ms\nlift "
		     "5 40\n");
}

static void keys_have_their_names_and_modifiers(void **state)
{
	const struct event ev[] = {
		{.kind = EVENT_KEY, .at_ms = 1000, .key = 'b'},
		{.kind = EVENT_KEY, .at_ms = 1000, .key = KEY_TAB, .mods = MOD_SHIFT},
		{.kind = EVENT_KEY, .at_ms = 1000, .key = KEY_DOWN, .repeat = true},
		{.kind = EVENT_KEY, .at_ms = 1000, .key = KEY_ENTER},
	};
	(void)state;
	expect(ev, 4, START "key B\nkey Shift+Tab\nrepeat Down\nkey Return\n");
}

static void presses_of_one_moment_stand_in_one_line(void **state)
{
	const struct event ev[] = {
		{.kind = EVENT_DEVICE,
		 .at_ms = 1000,
		 .device = 1,
		 .index = PLUGGED_PAD,
		 .text = "A pad"},
		{.kind = EVENT_KEY, .at_ms = 1000, .key = '7', .mods = MOD_KEYPAD, .more = true},
		{.kind = EVENT_TICK, .at_ms = 1000, .more = true},
		{.kind = EVENT_PAD, .at_ms = 1000, .device = 1, .index = PAD_UP, .more = true},
		{.kind = EVENT_BUTTON, .at_ms = 1000, .device = 3, .index = 4},
		{.kind = EVENT_PAD, .at_ms = 1000, .index = PAD_A, .more = true},
		{.kind = EVENT_TICK, .at_ms = 1000}, /* it meant nothing after all */
		{.kind = EVENT_PAD, .at_ms = 1000, .device = 1, .index = PAD_UP, .repeat = true},
		{.kind = EVENT_TEXT, .at_ms = 1000, .text = " \303\251"},
		{.kind = EVENT_DEVICE, .at_ms = 1000, .device = 1, .text = "A pad"},
	};
	(void)state;
	expect(ev, 10,
	       START "plug 2 pad A pad\nkey Keypad 7, pad 2 dpup, button 4 5\npad 1 a\n"
		     "repeat pad 2 dpup\ntype \" \303\251\"\nunplug 2\n");
}

static void the_rest_of_what_can_happen_is_a_step_too(void **state)
{
	const struct event ev[] = {
		{.kind = EVENT_SIZE, .at_ms = 1000, .x = 640, .y = 360},
		{.kind = EVENT_WHEEL, .at_ms = 1000, .y = -1.5f},
		{.kind = EVENT_LOADED, .at_ms = 1000, .index = 3},
		{.kind = EVENT_LEAVE, .at_ms = 1000},
		{.kind = EVENT_SOUND, .at_ms = 1000},
		{.kind = EVENT_QUIT, .at_ms = 1001},
	};
	(void)state;
	expect(ev, 6, START "size 640 360\nwheel -1.5\nleave\nsound failed\nwait 1ms\nquit\n");
}

static void a_file_that_cannot_be_written_is_said(void **state)
{
	(void)state;
	assert_null(record_open("/nowhere/at/all", NULL, 0, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_press_and_release_in_one_place_at_one_time_is_a_click),
		cmocka_unit_test(a_press_that_is_held_is_no_click),
		cmocka_unit_test(a_drag_is_written_as_it_was),
		cmocka_unit_test(keys_have_their_names_and_modifiers),
		cmocka_unit_test(presses_of_one_moment_stand_in_one_line),
		cmocka_unit_test(the_rest_of_what_can_happen_is_a_step_too),
		cmocka_unit_test(a_file_that_cannot_be_written_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
