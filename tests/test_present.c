/* The window's own surface, on SDL's driver without a display. The sanitizers see what goes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "present.h"

static SDL_Window *window;
static struct fonts *fonts;
static struct painter *painter;
static struct frame *frame;

static int set_up(void **state)
{
	(void)state;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
	if (SDL_Init(SDL_INIT_VIDEO) != 0)
		return 1;
	window = SDL_CreateWindow("", 0, 0, 400, 300, SDL_WINDOW_RESIZABLE);
	fonts = fonts_open(SOURCE "/fonts/fonts.ini");
	painter = fonts ? painter_create(fonts) : NULL;
	frame = calloc(1, sizeof(*frame));
	return !window || !painter || !frame;
}

static int tear_down(void **state)
{
	(void)state;
	free(frame);
	painter_destroy(painter);
	fonts_close(fonts);
	SDL_DestroyWindow(window);
	SDL_Quit();
	return 0;
}

static void show(struct present *p, int w, int h, colour fill)
{
	frame_clear(frame, w, h, theme_lookup("dark"));
	frame_add(frame, ITEM_BOX, (struct rect){0, 0, (float)w, (float)h})->fill = fill;
	present_show(p, painter, frame);
}

/* What the window shows near its bottom right. */
static uint32_t corner(int w, int h)
{
	const SDL_Surface *s = SDL_GetWindowSurface(window);
	uint32_t pixel = ((const uint32_t *)((const char *)s->pixels + (h - 2) * s->pitch))[w - 2];
	return pixel & 0xFFFFFF;
}

static void a_frame_of_the_old_size_is_not_painted_on_what_has_gone(void **state)
{
	struct present *p = present_open(window, RENDERER_SOFTWARE);

	(void)state;
	assert_non_null(p);
	show(p, 400, 300, 0xFFFF0000);
	assert_int_equal(corner(400, 300), 0xFF0000);
	SDL_SetWindowSize(window, 640, 480);
	show(p, 400, 300, 0xFF00FF00); /* the event that says so is not read yet */
	present_again(p);
	show(p, 640, 480, 0xFF0000FF);
	assert_int_equal(corner(640, 480), 0x0000FF);

	SDL_SetWindowSize(window, 500, 400); /* there and back between two frames */
	SDL_SetWindowSize(window, 640, 480);
	show(p, 640, 480, 0xFFFF0000);
	assert_int_equal(corner(640, 480), 0xFF0000);
	present_close(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frame_of_the_old_size_is_not_painted_on_what_has_gone),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
