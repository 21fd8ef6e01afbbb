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
	painter = fonts ? painter_create(fonts, NULL) : NULL;
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

static uint32_t pixel(int x, int y)
{
	const SDL_Surface *s = SDL_GetWindowSurface(window);
	return ((const uint32_t *)((const char *)s->pixels + y * s->pitch))[x] & 0xFFFFFF;
}

/* What the window shows near its bottom right. */
static uint32_t corner(int w, int h)
{
	return pixel(w - 2, h - 2);
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

/* A box that moves by one step, so that the second frame is painted in part. */
static void show_box(struct present *p, int w, int h, float x)
{
	frame_clear(frame, w, h, theme_lookup("dark"));
	frame_add(frame, ITEM_BOX, (struct rect){0, 0, (float)w, (float)h})->fill = 0xFF000000;
	frame_add(frame, ITEM_BOX, (struct rect){x, 10, 30, 20})->fill = 0xFFFFFFFF;
	present_show(p, painter, frame);
}

static void a_frame_is_turned_and_so_is_what_changes_in_it(void **state)
{
	/* Where the top left pixel of the moved box, 70 and 10, lies in a window of 400 by 300. */
	static const struct {
		int rotation, w, h, x, y;
	} of[] = {{0, 400, 300, 70, 10},
		  {90, 300, 400, 389, 70},
		  {180, 400, 300, 329, 289},
		  {270, 300, 400, 10, 229}};
	struct present *p = present_open(window, RENDERER_SOFTWARE);

	(void)state;
	SDL_SetWindowSize(window, 400, 300);
	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++) {
		int seen = 0;

		present_turn(p, of[i].rotation);
		show_box(p, of[i].w, of[i].h, 40);
		show_box(p, of[i].w, of[i].h, 70);
		assert_int_equal(pixel(of[i].x, of[i].y), 0xFFFFFF);
		for (int y = 0; y < 300; y++)
			for (int x = 0; x < 400; x++)
				seen += pixel(x, y) == 0xFFFFFF;
		assert_int_equal(seen, 30 * 20);
	}
	present_close(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frame_of_the_old_size_is_not_painted_on_what_has_gone),
		cmocka_unit_test(a_frame_is_turned_and_so_is_what_changes_in_it),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
