/* Controllers, Buzz! sets and boxes of buttons, from SDL's virtual joysticks to the app's events
 * and through a whole game. No display, no device. */
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app.h"
#include "devices.h"
#include "padread.h"
#include "plugs.h"
#include "shell.h"
#include "window.h"

enum { QUIET_MS = 60 };

static struct window *window;

static int set_up(void **state)
{
	const char *why;
	struct settings set = settings_default();

	(void)state;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
	SDL_SetHint(SDL_HINT_JOYSTICK_HIDAPI, "0");
	window = window_open(640, 360, &set, RENDERER_SOFTWARE, NULL, &why);
	return !window || SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0;
}

static int tear_down(void **state)
{
	(void)state;
	window_close(window);
	SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
	SDL_Quit();
	return 0;
}

/* ---- virtual hands ---- */

static int plug(SDL_JoystickType type, int buttons, int vendor, int product, const char *name)
{
	SDL_VirtualJoystickDesc desc = {
		.version = SDL_VIRTUAL_JOYSTICK_DESC_VERSION,
		.type = (Uint16)type,
		.naxes = SDL_CONTROLLER_AXIS_MAX,
		.nbuttons = (Uint16)buttons,
		.vendor_id = (Uint16)vendor,
		.product_id = (Uint16)product,
		.name = name,
	};
	int index = SDL_JoystickAttachVirtualEx(&desc);

	assert_true(index >= 0);
	return SDL_JoystickGetDeviceInstanceID(index);
}

static int plug_pad(const char *name)
{
	return plug(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_BUTTON_MAX, 0x1209,
		    name[0] /* another kind for another name */, name);
}

static void unplug(int id)
{
	for (int i = 0; i < SDL_NumJoysticks(); i++)
		if (SDL_JoystickGetDeviceInstanceID(i) == id) {
			assert_int_equal(SDL_JoystickDetachVirtual(i), 0);
			return;
		}
	fail_msg("there is no joystick %d", id);
}

static void set(int id, int button, bool down)
{
	SDL_JoystickSetVirtualButton(SDL_JoystickFromInstanceID(id), button, down);
}

static void push(int id, int axis, int value)
{
	SDL_JoystickSetVirtualAxis(SDL_JoystickFromInstanceID(id), axis, (Sint16)value);
}

/* The next event that is no tick; a tick when there is none for a while. */
static struct event next(void)
{
	struct event ev, now = window_now(window);

	do
		window_wait(window, now.at_ms + QUIET_MS, &ev);
	while ((ev.kind == EVENT_TICK || ev.kind == EVENT_WINDOW || ev.kind == EVENT_SIZE) &&
	       ev.at_ms < now.at_ms + QUIET_MS);
	return ev;
}

static void expect(enum event_kind kind, int device, int index)
{
	struct event ev = next();

	assert_int_equal(ev.kind, kind);
	assert_int_equal(ev.device, device);
	assert_int_equal(ev.index, index);
}

static void expect_nothing(void)
{
	assert_int_equal(next().kind, EVENT_TICK);
}

/* What came down goes up unheard. */
static void tap(int id, int button)
{
	set(id, button, true);
	SDL_PumpEvents();
	set(id, button, false);
}

static void a_pad_says_its_buttons(void **state)
{
	(void)state;
	int pad = plug_pad("Pad");
	struct event ev = next();
	assert_int_equal(ev.kind, EVENT_DEVICE);
	assert_int_equal(ev.index, PLUGGED_PAD);
	assert_string_equal(ev.text, "Pad");
	tap(pad, SDL_CONTROLLER_BUTTON_A);
	expect(EVENT_PAD, 0, PAD_A);
	tap(pad, SDL_CONTROLLER_BUTTON_BACK);
	expect(EVENT_PAD, 0, PAD_VIEW);
	tap(pad, SDL_CONTROLLER_BUTTON_RIGHTSTICK);
	expect(EVENT_PAD, 0, PAD_RIGHT_STICK);
	tap(pad, SDL_CONTROLLER_BUTTON_GUIDE);
	expect_nothing();
	push(pad, SDL_CONTROLLER_AXIS_TRIGGERLEFT, 32767);
	expect(EVENT_PAD, 0, PAD_LEFT_TRIGGER);
	unplug(pad);
	expect(EVENT_DEVICE, 0, PLUGGED_NOT);
}

static void what_comes_back_has_its_number(void **state)
{
	(void)state;
	int one = plug_pad("One"), two = plug_pad("Two"), three = plug_pad("Two");
	for (int i = 0; i < 3; i++)
		expect(EVENT_DEVICE, i, PLUGGED_PAD);
	unplug(one);
	unplug(two);
	expect(EVENT_DEVICE, 0, PLUGGED_NOT);
	expect(EVENT_DEVICE, 1, PLUGGED_NOT);
	two = plug_pad("Two");
	expect(EVENT_DEVICE, 1, PLUGGED_PAD);
	one = plug_pad("One");
	expect(EVENT_DEVICE, 0, PLUGGED_PAD);
	tap(two, SDL_CONTROLLER_BUTTON_B);
	expect(EVENT_PAD, 1, PAD_B);
	tap(three, SDL_CONTROLLER_BUTTON_B);
	expect(EVENT_PAD, 2, PAD_B);
	unplug(one);
	unplug(two);
	unplug(three);
	for (int i = 0; i < 3; i++)
		expect(EVENT_DEVICE, i, PLUGGED_NOT);
}

static void look_at(struct devices *d)
{
	SDL_Event e;
	struct event ev;

	while (SDL_PollEvent(&e))
		devices_read(d, &e, &ev);
}

static void what_goes_keeps_its_name_when_another_takes_its_number(void **state)
{
	struct devices *d = devices_open("/tmp", NULL, NULL);
	struct event ev;

	(void)state;
	assert_non_null(d);
	int first = plug_pad("First");
	for (int i = 1; i < DEVICES; i++) { /* until every number is somebody's */
		int other = plug_pad((char[]){(char)(' ' + i), '\0'});

		look_at(d);
		unplug(other);
		look_at(d);
		while (devices_tell(d, 0, &ev))
			;
	}
	unplug(first);
	int last = plug_pad("Last");
	look_at(d);
	assert_true(devices_tell(d, 0, &ev));
	assert_int_equal(ev.device, 0);
	assert_int_equal(ev.index, PLUGGED_NOT);
	assert_string_equal(ev.text, "First");
	assert_true(devices_tell(d, 0, &ev));
	assert_int_equal(ev.device, 0);
	assert_string_equal(ev.text, "Last");
	unplug(last);
	devices_close(d);
}

static void a_buzz_set_is_four_handsets_with_the_colours_from_the_top(void **state)
{
	static const int from_top[] = {0, 4, 3, 2, 1}; /* red, yellow, green, orange, blue */
	static const int products[] = {0x0002, 0x1000};

	(void)state;
	for (int p = 0; p < 2; p++) {
		int set_id = plug(SDL_JOYSTICK_TYPE_UNKNOWN, 20, 0x054c, products[p], "Buzz");
		int first = -1;
		for (int h = 0; h < 4; h++) {
			struct event ev = next();
			char name[32];
			snprintf(name, sizeof(name), "Buzz! handset %d", h + 1);
			assert_int_equal(ev.kind, EVENT_DEVICE);
			assert_int_equal(ev.index, PLUGGED_BUZZ);
			assert_string_equal(ev.text, name);
			first = h == 0 ? ev.device : first;
			assert_int_equal(ev.device, first + h);
		}
		for (int b = 0; b < 20; b++) {
			tap(set_id, b);
			expect(EVENT_BUTTON, first + b / 5, from_top[b % 5]);
		}
		unplug(set_id);
		for (int h = 0; h < 4; h++)
			expect(EVENT_DEVICE, first + h, PLUGGED_NOT);
	}
}

static void any_other_thing_says_the_numbers_of_its_buttons(void **state)
{
	(void)state;
	int box = plug(SDL_JOYSTICK_TYPE_UNKNOWN, 12, 0x1209, 0x7777, "Box");
	expect(EVENT_DEVICE, 0, PLUGGED_BUTTONS);
	tap(box, 11);
	expect(EVENT_BUTTON, 0, 11);
	unplug(box);
	expect(EVENT_DEVICE, 0, PLUGGED_NOT);
}

static void presses_of_one_look_are_one_moment(void **state)
{
	(void)state;
	int one = plug_pad("A"), two = plug_pad("B");
	expect(EVENT_DEVICE, 0, PLUGGED_PAD);
	expect(EVENT_DEVICE, 1, PLUGGED_PAD);
	set(one, SDL_CONTROLLER_BUTTON_A, true);
	set(two, SDL_CONTROLLER_BUTTON_X, true);
	struct event first = next(), second = next();
	assert_int_equal(first.kind, EVENT_PAD);
	assert_true(first.more);
	assert_int_equal(second.kind, EVENT_PAD);
	assert_int_not_equal(first.device, second.device);
	assert_false(second.more);
	assert_true(first.at_ms == second.at_ms);
	set(one, SDL_CONTROLLER_BUTTON_A, false);
	set(two, SDL_CONTROLLER_BUTTON_X, false);
	expect_nothing();
	set(one, SDL_CONTROLLER_BUTTON_A, true);
	assert_false(next().more);
	set(two, SDL_CONTROLLER_BUTTON_A, true);
	assert_false(next().more);
	unplug(one);
	unplug(two);
	expect(EVENT_DEVICE, 0, PLUGGED_NOT);
	expect(EVENT_DEVICE, 1, PLUGGED_NOT);
}

/* ---- a whole game ---- */

static const char quiz[] = "[pack]\nquizpack = 1\ntitle = Quiz\nlicence = CC0-1.0\n"
			   "[question one]\nask = One?\nright = a\nwrong = b\n"
			   "[question two]\nask = Two?\nright = a\nwrong = b\n";

static float fixed_width(void *ctx, enum face face, float px, float tracking, const char *s,
			 size_t n)
{
	(void)ctx;
	(void)face;
	(void)s;
	return (float)n * (px * .55f + tracking);
}

/* Presses the button until the app is on that screen: it takes its time for what is locked in. */
static void lead(struct shell *shell, int id, int button, const char *screen)
{
	for (int i = 0; i < 200 && strcmp(app_frame(shell->app)->screen, screen) != 0; i++) {
		struct event ev;
		int64_t wake_ms = app_frame(shell->app)->wake;
		int64_t soon_ms = window_now(window).at_ms + 20;
		if (i % 60 == 0)
			tap(id, button);
		window_wait(window, wake_ms >= 0 && wake_ms < soon_ms ? wake_ms : soon_ms, &ev);
		assert_true(shell_step(shell, &ev));
	}
	assert_string_equal(app_frame(shell->app)->screen, screen);
}

static struct entry entry = {.path = "quiz.ini"};
static struct library library = {.entries = &entry, .n = 1};

static struct app_options options(void)
{
	struct app_options o = {
		.library = &library,
		.measure = {.width = fixed_width},
		.set = settings_default(),
		.mode = &game_modes[0],
		.seed = 1,
		.w = 640,
		.h = 360,
	};

	o.set.motion = MOTION_NONE;
	return o;
}

static struct shell open_shell(const struct app_options *o)
{
	struct event first = window_now(window);

	diag_init(&entry.diag, entry.path);
	entry.pack = pack_read(quiz, strlen(quiz), entry.path, &entry.diag);
	assert_non_null(entry.pack);
	struct shell shell = {.app = app_create(o, &first), .library = &library};
	assert_non_null(shell.app);
	return shell;
}

static void close_shell(struct shell *shell)
{
	app_destroy(shell->app);
	pack_drop(entry.pack);
	diag_finish(&entry.diag);
}

static void a_game_is_played_from_home_to_its_results_by_a_pad_alone(void **state)
{
	struct app_options o = options();
	struct shell shell = open_shell(&o);
	int pad = plug_pad("Pad");

	(void)state;
	lead(&shell, pad, SDL_CONTROLLER_BUTTON_A, "packs");
	lead(&shell, pad, SDL_CONTROLLER_BUTTON_A, "question");
	for (int i = 0; i < 2; i++) {
		struct event ev;
		tap(pad, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
		do {
			window_wait(window, window_now(window).at_ms + 20, &ev);
			assert_true(shell_step(&shell, &ev));
		} while (ev.kind != EVENT_PAD);
		lead(&shell, pad, SDL_CONTROLLER_BUTTON_A, "reveal");
		lead(&shell, pad, SDL_CONTROLLER_BUTTON_A, i == 0 ? "question" : "results");
	}
	unplug(pad);
	close_shell(&shell);
}

/* Steps the app until nothing has been said for a while; what its devices said is counted. */
static int settle(struct shell *shell)
{
	int said = 0;

	for (int64_t quiet_ms = window_now(window).at_ms + QUIET_MS;;) {
		struct event ev;
		window_wait(window, quiet_ms, &ev);
		assert_true(shell_step(shell, &ev));
		if (ev.kind == EVENT_PAD || ev.kind == EVENT_DEVICE) {
			said++;
			quiet_ms = ev.at_ms + QUIET_MS;
		} else if (ev.at_ms >= quiet_ms) {
			return said;
		}
	}
}

static void press(struct shell *shell, int id, int button)
{
	tap(id, button);
	assert_int_equal(settle(shell), 1);
}

/* From the start of the program: neither the keyboard nor a mouse is touched. */
static void a_game_with_buzzers_is_played_by_two_pads_alone(void **state)
{
	struct app_options o = options();

	(void)state;
	o.nplayers = 2;
	o.party = PARTY_BUZZERS;
	o.straight = true;
	struct shell shell = open_shell(&o);
	const struct game *g = app_game(shell.app);
	int pads[] = {plug_pad("One"), plug_pad("Two")};
	assert_int_equal(settle(&shell), 2);
	assert_string_equal(app_frame(shell.app)->screen, "players");
	press(&shell, pads[0], SDL_CONTROLLER_BUTTON_X);
	press(&shell, pads[1], SDL_CONTROLLER_BUTTON_X);
	lead(&shell, pads[1], SDL_CONTROLLER_BUTTON_A, "question");
	settle(&shell);
	for (int i = 0; i < 2; i++) {
		int other = pads[i], mine = pads[!i];
		push(other, SDL_CONTROLLER_AXIS_LEFTX, 30000);
		SDL_PumpEvents();
		push(other, SDL_CONTROLLER_AXIS_LEFTX, 0);
		settle(&shell);
		assert_int_equal(g->turn, -1);
		press(&shell, mine, SDL_CONTROLLER_BUTTON_LEFTSHOULDER);
		assert_int_equal(g->turn, !i);
		press(&shell, other, SDL_CONTROLLER_BUTTON_A);
		assert_int_equal(g->turn, !i);
		press(&shell, mine, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
		lead(&shell, mine, SDL_CONTROLLER_BUTTON_A, "reveal");
		assert_int_equal(g->asked[i].player, !i);
		assert_int_not_equal(g->asked[i].chosen, 0);
		lead(&shell, mine, SDL_CONTROLLER_BUTTON_A, i == 0 ? "question" : "results");
		settle(&shell);
	}
	unplug(pads[0]);
	unplug(pads[1]);
	close_shell(&shell);
}

/* ---- a stick, by hand ---- */

static int axis(struct padread *r, int which, int value, int64_t at_ms)
{
	SDL_Event e = {.caxis = {.type = SDL_CONTROLLERAXISMOTION,
				 .axis = (Uint8)which,
				 .value = (Sint16)value}};

	return padread_event(r, &e, at_ms);
}

static void a_stick_is_a_cross_that_repeats(void **state)
{
	struct padread r = padread_start();

	(void)state;
	assert_int_equal(axis(&r, SDL_CONTROLLER_AXIS_LEFTX, 9000, 0), -1);
	assert_int_equal(axis(&r, SDL_CONTROLLER_AXIS_LEFTX, 20000, 10), PAD_RIGHT);
	assert_int_equal(axis(&r, SDL_CONTROLLER_AXIS_LEFTX, 30000, 20), -1);
	assert_int_equal(axis(&r, SDL_CONTROLLER_AXIS_LEFTX, 13000, 30), -1);
	assert_int_equal(padread_again(&r, padread_wake(&r) - 1), -1);
	assert_int_equal(padread_again(&r, padread_wake(&r)), PAD_RIGHT);
	assert_int_equal(axis(&r, SDL_CONTROLLER_AXIS_LEFTX, 0, 900), -1);
	assert_true(padread_wake(&r) < 0);
	assert_int_equal(axis(&r, SDL_CONTROLLER_AXIS_LEFTY, -32768, 950), PAD_UP);
}

static void a_stick_aslant_does_not_flutter(void **state)
{
	struct padread r = padread_start();
	int presses = 0;

	(void)state;
	for (int i = 0; i < 40; i++) {
		presses +=
			axis(&r, SDL_CONTROLLER_AXIS_LEFTX, 23000 + (i & 1 ? 800 : -800), i) >= 0;
		presses +=
			axis(&r, SDL_CONTROLLER_AXIS_LEFTY, 23000 + (i & 2 ? 800 : -800), i) >= 0;
	}
	assert_int_equal(presses, 1);
}

static void start_that_is_held_says_so_once(void **state)
{
	struct padread r = padread_start();
	SDL_Event e = {.cbutton = {.type = SDL_CONTROLLERBUTTONDOWN,
				   .button = SDL_CONTROLLER_BUTTON_START}};

	(void)state;
	assert_int_equal(padread_event(&r, &e, 100), PAD_START);
	int64_t due_ms = padread_wake(&r);
	assert_int_equal(padread_again(&r, due_ms), PAD_START);
	assert_int_equal(padread_again(&r, due_ms + 5000), -1);
	assert_true(padread_wake(&r) < 0);
}

/* ---- SDL's joysticks are open only while there is one ---- */

static SDL_atomic_t woken;

static void wake(void *ctx)
{
	(void)ctx;
	SDL_AtomicAdd(&woken, 1);
}

static bool is_on(void)
{
	return SDL_WasInit(SDL_INIT_GAMECONTROLLER) != 0;
}

static bool comes(bool on, struct devices *d)
{
	struct event ev;

	for (int i = 0; i < 400; i++) {
		devices_tell(d, 0, &ev);
		if (is_on() == on)
			return true;
		SDL_Delay(5);
	}
	return false;
}

static void joysticks_cost_nothing_until_one_is_plugged_in(void **state)
{
	char dir[] = "/tmp/plugs-XXXXXX", folder[64], mouse[80], js[80];

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(folder, sizeof(folder), "%s/input", dir);
	snprintf(mouse, sizeof(mouse), "%s/mouse0", folder);
	snprintf(js, sizeof(js), "%s/js0", folder);
	struct devices *d = devices_open(folder, wake, NULL); /* which is not there yet */
	assert_non_null(d);
	assert_false(is_on());
	assert_int_equal(mkdir(folder, 0700), 0);
	close(creat(mouse, 0600));
	for (int i = 0; i < 400 && SDL_AtomicGet(&woken) == 0; i++)
		SDL_Delay(5); /* for the folder */
	assert_false(is_on());
	close(creat(js, 0600));
	assert_true(comes(true, d));
	unlink(js);
	assert_true(comes(false, d));
	devices_close(d);
	unlink(mouse);
	rmdir(folder);
	rmdir(dir);
}

/* ---- the watch ---- */

static void on_signal(int number)
{
	(void)number;
}

static void changed(void *n)
{
	SDL_AtomicAdd(n, 1);
}

static void a_signal_does_not_end_the_watch(void **state)
{
	char folder[] = "/tmp/stairwell-plugs-XXXXXX", path[64];
	struct sigaction act = {.sa_handler = on_signal};
	SDL_atomic_t n = {0};
	sigset_t set;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/js0", folder);
	sigaction(SIGUSR1, &act, NULL);
	struct plugs *p = plugs_watch(folder, changed, &n);
	assert_non_null(p);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	pthread_sigmask(SIG_BLOCK, &set, NULL); /* the watch's thread alone takes it */
	for (int i = 0; i < 20; i++) {
		kill(getpid(), SIGUSR1);
		SDL_Delay(5);
	}
	fclose(fopen(path, "w"));
	for (int i = 0; i < 1000 && SDL_AtomicGet(&n) == 0; i++)
		SDL_Delay(5);
	assert_true(SDL_AtomicGet(&n) > 0);
	plugs_close(p);
	remove(path);
	remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define with_window(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
		cmocka_unit_test(a_signal_does_not_end_the_watch),
		with_window(a_pad_says_its_buttons),
		with_window(what_comes_back_has_its_number),
		with_window(what_goes_keeps_its_name_when_another_takes_its_number),
		with_window(a_buzz_set_is_four_handsets_with_the_colours_from_the_top),
		with_window(any_other_thing_says_the_numbers_of_its_buttons),
		with_window(presses_of_one_look_are_one_moment),
		with_window(a_game_is_played_from_home_to_its_results_by_a_pad_alone),
		with_window(a_game_with_buzzers_is_played_by_two_pads_alone),
		cmocka_unit_test(a_stick_is_a_cross_that_repeats),
		cmocka_unit_test(a_stick_aslant_does_not_flutter),
		cmocka_unit_test(start_that_is_held_says_so_once),
		cmocka_unit_test(joysticks_cost_nothing_until_one_is_plugged_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
