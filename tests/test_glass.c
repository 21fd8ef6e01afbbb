/* The window, on SDL's driver without a display. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <SDL.h>

#include "window.h"

static struct window *window;
static struct fonts *fonts;
static struct painter *painter;
static struct frame *frame;

static void show(void)
{
	int w, h;

	window_size(window, &w, &h);
	frame_clear(frame, w, h, theme_lookup("dark"));
	window_show(window, painter, frame);
}

static int set_up(void **state)
{
	struct settings set = settings_default();
	const char *why;

	(void)state;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	set.fullscreen = 0;
	window = window_open(400, 300, &set, RENDERER_SOFTWARE, NULL, &why);
	fonts = fonts_open(SOURCE "/fonts/fonts.ini");
	painter = fonts ? painter_create(fonts, NULL) : NULL;
	frame = calloc(1, sizeof *frame);
	return !window || !painter || !frame;
}

static int tear_down(void **state)
{
	(void)state;
	free(frame);
	painter_destroy(painter);
	fonts_close(fonts);
	window_close(window);
	return 0;
}

/* The next event, or a tick after five seconds in which none came. */
static struct event next(bool *came)
{
	struct event ev;
	int64_t wake = window_now(window).at_ms + 5000;

	window_wait(window, wake, &ev);
	*came = ev.at_ms < wake;
	return ev;
}

static void settle(void)
{
	struct event ev;

	for (int i = 0; i < 20; i++) {
		show();
		window_wait(window, window_now(window).at_ms + 20, &ev);
	}
}

static void change(int what)
{
	SDL_Event e = {.window = {.type = SDL_WINDOWEVENT, .event = (Uint8)what, .windowID = 1}};

	SDL_PushEvent(&e);
}

static void a_window_that_lost_its_picture_asks_for_it(void **state)
{
	static const int lost[] = {SDL_WINDOWEVENT_SIZE_CHANGED, /* and back */
				   SDL_WINDOWEVENT_DISPLAY_CHANGED};
	bool came;

	(void)state;
	for (int i = 0; i < 2; i++) {
		settle();
		change(lost[i]);
		change(SDL_WINDOWEVENT_EXPOSED);
		assert_int_equal(next(&came).kind, EVENT_TICK);
		assert_true(came);
	}
}

static void what_is_only_covered_needs_no_frame(void **state)
{
	struct event ev;

	(void)state;
	settle();
	change(SDL_WINDOWEVENT_EXPOSED);
	int64_t wake = window_now(window).at_ms + 50;
	window_wait(window, wake, &ev);
	assert_true(ev.at_ms >= wake);
}

static void an_answer_is_from_when_it_was_given(void **state)
{
	SDL_Event key = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_a}}};
	bool came;

	(void)state;
	settle();
	SDL_Delay(5);
	int64_t before = window_now(window).at_ms;
	SDL_PushEvent(&key);
	SDL_PushEvent(&key);
	int64_t after = window_now(window).at_ms;
	SDL_Delay(50); /* a frame that takes long */
	struct event first = next(&came), second = next(&came);
	assert_int_equal(first.kind, EVENT_KEY);
	assert_in_range(first.at_ms, before, after);
	assert_in_range(second.at_ms, first.at_ms, after);
}

static void time_never_runs_backwards(void **state)
{
	SDL_Event key = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_a}}};
	bool came;

	(void)state;
	settle();
	SDL_PushEvent(&key);
	SDL_Delay(30);
	change(SDL_WINDOWEVENT_SIZE_CHANGED);
	SDL_PushEvent(&key);
	SDL_Delay(30);
	int64_t last = 0;
	for (int i = 0; i < 3; i++) {
		struct event ev = next(&came);
		assert_true(ev.at_ms >= last);
		last = ev.at_ms;
		show();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_window_that_lost_its_picture_asks_for_it),
		cmocka_unit_test(what_is_only_covered_needs_no_frame),
		cmocka_unit_test(an_answer_is_from_when_it_was_given),
		cmocka_unit_test(time_never_runs_backwards),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
