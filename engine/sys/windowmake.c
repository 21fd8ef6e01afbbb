#include <string.h>

#include "icon.h"
#include "present.h"
#include "windowparts.h"

static void set_icon(SDL_Window *w)
{
	cairo_surface_t *icon = icon_create(64);
	SDL_Surface *s = SDL_CreateRGBSurfaceWithFormatFrom(
		cairo_image_surface_get_data(icon), 64, 64, 32,
		cairo_image_surface_get_stride(icon), SDL_PIXELFORMAT_ARGB8888);

	if (s)
		SDL_SetWindowIcon(w, s);
	SDL_FreeSurface(s);
	cairo_surface_destroy(icon);
}

/* Takes the place of the one there was, if there was one. */
static bool make(struct window *win, int w, int h, bool full, int rotation)
{
	SDL_Window *sdl =
		SDL_CreateWindow("Stairwell", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, w,
				 h, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
	SDL_Window *was = win->sdl;

	if (!sdl)
		return false;
	win->sdl = sdl;
	win->settle_ms = -1;
	if (full)
		windowsize_fill(win, true);
	struct present *present = present_open(sdl, win->renderer);
	if (!present) {
		win->sdl = was;
		SDL_DestroyWindow(sdl);
		return false;
	}
	present_close(win->present);
	win->present = present;
	if (was)
		SDL_DestroyWindow(was);
	windowsize_turn(win, rotation);
	set_icon(sdl);
	windowsize_take(win);
	return true;
}

/* SDL tells of it while there still is that display. */
static int SDLCALL watch(void *ctx, SDL_Event *e)
{
	struct window *win = ctx;

	if (e->type == SDL_DISPLAYEVENT && e->display.event == SDL_DISPLAYEVENT_DISCONNECTED &&
	    (int)e->display.display == SDL_GetWindowDisplayIndex(win->sdl)) {
		win->away = true;
		SDL_HideWindow(win->sdl);
	}
	return 0;
}

bool windowmake_open(struct window *win, int w, int h, const struct settings *set)
{
	if (!make(win, w, h, set->fullscreen, set->rotation))
		return false;
	window_size(win, &win->w, &win->h);
	win->told_ms = (int64_t)SDL_GetTicks64();
	if (strcmp(SDL_GetCurrentVideoDriver(), "wayland") == 0)
		SDL_AddEventWatch(watch, win);
	return true;
}

void windowmake_close(struct window *win)
{
	SDL_DelEventWatch(watch, win);
	present_close(win->present);
	if (!windowsize_has_screen()) /* the end of the program is that of its window too */
		return;
	if (win->sdl)
		SDL_DestroyWindow(win->sdl);
	SDL_QuitSubSystem(SDL_INIT_VIDEO); /* what hears sounds may still be at it (audio.h) */
}

void windowmake_again(struct window *win)
{
	int w, h;

	if (!win->away || !windowsize_has_screen())
		return;
	w = win->windowed.w;
	h = win->windowed.h;
	if (!win->full)
		SDL_GetWindowSize(win->sdl, &w, &h);
	if (!make(win, w, h, win->full, win->input.rotation))
		return;
	win->away = false;
	win->blank = true;
	windowlock_hold(win);
}
