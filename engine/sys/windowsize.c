#include <string.h>

#include "present.h"
#include "turn.h"
#include "windowparts.h"

enum { SETTLE_MS = 500 };

void windowsize_take(struct window *win)
{
	int w, h;

	SDL_GetWindowSize(win->sdl, &w, &h);
	SDL_GetWindowSizeInPixels(win->sdl, &win->input.w, &win->input.h);
	win->input.scale_x = w > 0 ? (float)win->input.w / (float)w : 1;
	win->input.scale_y = h > 0 ? (float)win->input.h / (float)h : 1;
}

bool windowsize_has_screen(void)
{
	return SDL_GetNumVideoDisplays() > 0;
}

/* Whether the window fills its screen, whatever was asked for. */
static bool fills(const struct window *win)
{
	SDL_Rect screen;
	int w, h;

	SDL_GetWindowSize(win->sdl, &w, &h);
	return SDL_GetWindowFlags(win->sdl) & SDL_WINDOW_FULLSCREEN &&
	       SDL_GetDisplayBounds(SDL_GetWindowDisplayIndex(win->sdl), &screen) == 0 &&
	       w >= screen.w && h >= screen.h;
}

void windowsize_turn(struct window *win, int rotation)
{
	int w = WINDOW_LEAST_W, h = WINDOW_LEAST_H;

	win->input.rotation = rotation;
	turn_size(rotation, &w, &h);
	SDL_SetWindowMinimumSize(win->sdl, w, h);
	present_turn(win->present, rotation);
}

/* SDL asks a window manager for the whole screen and takes it as given. Where X has none, and so
 * no borders either, nobody else makes the window that large, or as small again. */
static void place(struct window *win, SDL_Rect to)
{
	int top = 0, left = 0, bottom = 0, right = 0;

	SDL_GetWindowBordersSize(win->sdl, &top, &left, &bottom, &right);
	if (strcmp(SDL_GetCurrentVideoDriver(), "x11") != 0 || top + left + bottom + right > 0)
		return;
	SDL_SetWindowPosition(win->sdl, to.x, to.y);
	SDL_SetWindowSize(win->sdl, to.w, to.h);
}

static void fill_screen(struct window *win)
{
	SDL_Rect screen;

	SDL_GetWindowPosition(win->sdl, &win->windowed.x, &win->windowed.y);
	SDL_GetWindowSize(win->sdl, &win->windowed.w, &win->windowed.h);
	if (SDL_GetDisplayBounds(SDL_GetWindowDisplayIndex(win->sdl), &screen) == 0)
		place(win, screen);
	SDL_SetWindowFullscreen(win->sdl, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

static void leave_screen(struct window *win)
{
	SDL_SetWindowFullscreen(win->sdl, 0);
	place(win, win->windowed);
}

void windowsize_fill(struct window *win, bool full)
{
	if (full)
		fill_screen(win);
	else
		leave_screen(win);
	win->full = full;
	win->settle_ms = (int64_t)SDL_GetTicks64() + SETTLE_MS;
}

bool windowsize_tell(struct window *win, struct event *ev)
{
	int w, h;

	window_size(win, &w, &h);
	if (w != win->w || h != win->h) {
		win->w = w;
		win->h = h;
		ev->kind = EVENT_SIZE;
		ev->x = (float)w;
		ev->y = (float)h;
		return true;
	}
	if ((win->settle_ms >= 0 && ev->at_ms < win->settle_ms) || !windowsize_has_screen())
		return false;
	win->settle_ms = -1;
	bool full = fills(win);
	if (win->lock.full)
		windowlock_keep(win, full);
	if (win->lock.full || win->full == full)
		return false;
	win->full = !win->full;
	if (!win->full) /* what SDL believes, it does not ask for again */
		SDL_SetWindowFullscreen(win->sdl, 0);
	ev->kind = EVENT_WINDOW;
	ev->index = win->full;
	return true;
}
