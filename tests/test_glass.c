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
	window = window_open(400, 300, &set, RENDERER_SOFTWARE, &why);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_window_that_lost_its_picture_asks_for_it),
		cmocka_unit_test(what_is_only_covered_needs_no_frame),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
