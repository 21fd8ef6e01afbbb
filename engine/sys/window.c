#include "window.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "icon.h"
#include "input.h"
#include "present.h"

struct window {
	SDL_Window *sdl;
	struct present *present;
	struct input input;
	SDL_Rect windowed; /* where it is when it is not the whole screen */
};

static const struct {
	const char *name, *value;
} hints[] = {
	{SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"},
	{SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
	{SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
	{SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"},
	{SDL_HINT_RENDER_VSYNC, "0"},
	{SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0"},
	{SDL_HINT_APP_NAME, "Stairwell"},
};

bool window_renderer(const char *name, enum renderer *out)
{
	static const char *const names[] = {"auto", "software", "gpu"};

	for (int i = 0; i < 3; i++)
		if (strcmp(names[i], name) == 0) {
			*out = (enum renderer)i;
			return true;
		}
	return false;
}

static void take_size(struct window *win)
{
	int w, h;

	SDL_GetWindowSize(win->sdl, &w, &h);
	SDL_GetWindowSizeInPixels(win->sdl, &win->input.w, &win->input.h);
	win->input.scale_x = w > 0 ? (float)win->input.w / (float)w : 1;
	win->input.scale_y = h > 0 ? (float)win->input.h / (float)h : 1;
}

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

/* Where there is no display SDL offers one that nobody sees; only who names it wants it. */
static bool blind(void)
{
	const char *driver = SDL_GetCurrentVideoDriver();
	return !SDL_getenv("SDL_VIDEODRIVER") &&
	       (!driver || strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0);
}

/* SDL asks a window manager for the whole screen and takes it as given. Where X has none, nobody
 * else makes the window that large, or as small again. */
static void place(struct window *win, SDL_Rect to)
{
	if (strcmp(SDL_GetCurrentVideoDriver(), "x11") != 0)
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

struct window *window_open(int w, int h, bool fullscreen, enum renderer renderer)
{
	struct window *win = calloc(1, sizeof(*win));

	if (!win)
		return NULL;
	for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		SDL_SetHint(hints[i].name, hints[i].value);
	if (SDL_Init(SDL_INIT_VIDEO) != 0 || blind()) {
		window_close(win);
		return NULL;
	}
	SDL_StopTextInput();
	win->sdl = SDL_CreateWindow("Stairwell", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
				    w, h, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
	if (win->sdl && fullscreen)
		fill_screen(win);
	if (win->sdl)
		win->present = present_open(win->sdl, renderer);
	if (!win->present) {
		window_close(win);
		return NULL;
	}
	SDL_SetWindowMinimumSize(win->sdl, WINDOW_LEAST_W, WINDOW_LEAST_H);
	set_icon(win->sdl);
	take_size(win);
	return win;
}

void window_close(struct window *win)
{
	if (!win)
		return;
	present_close(win->present);
	if (win->sdl)
		SDL_DestroyWindow(win->sdl);
	SDL_Quit();
	free(win);
}

void window_size(const struct window *win, int *w, int *h)
{
	*w = win->input.w;
	*h = win->input.h;
}

struct event window_now(const struct window *win)
{
	struct timespec now;
	struct tm local;

	(void)win;
	clock_gettime(CLOCK_REALTIME, &now);
	localtime_r(&now.tv_sec, &local);
	return (struct event){.kind = EVENT_TICK,
			      .at_ms = (int64_t)SDL_GetTicks64(),
			      .unix_ms = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000,
			      .utc_offset_min = (int)(local.tm_gmtoff / 60)};
}

void window_show(struct window *win, struct painter *painter, const struct frame *f)
{
	present_show(win->present, painter, f);
}

/* Waits for SDL, at most until `wake`; false when that came first. */
static bool wait_sdl(int64_t wake, SDL_Event *e)
{
	if (wake < 0)
		return SDL_WaitEvent(e);
	int64_t left = wake - (int64_t)SDL_GetTicks64();
	return SDL_WaitEventTimeout(e, left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left);
}

/* Of several moves in the queue only the last matters. */
static void merge_moves(SDL_Event *e)
{
	SDL_Event next;

	while ((e->type == SDL_MOUSEMOTION || e->type == SDL_FINGERMOTION) &&
	       SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
	       next.type == e->type &&
	       (e->type == SDL_MOUSEMOTION || next.tfinger.fingerId == e->tfinger.fingerId))
		SDL_PeepEvents(e, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
}

static bool read_window(struct window *win, const SDL_WindowEvent *e, struct event *ev)
{
	switch (e->event) {
	case SDL_WINDOWEVENT_SIZE_CHANGED:
		take_size(win);
		present_lost(win->present);
		ev->kind = EVENT_SIZE;
		ev->x = (float)win->input.w;
		ev->y = (float)win->input.h;
		return true;
	case SDL_WINDOWEVENT_EXPOSED: present_again(win->present); return false;
	default: return false;
	}
}

void window_wait(struct window *win, int64_t wake, struct event *ev)
{
	for (;;) {
		SDL_Event e;
		bool came = wait_sdl(wake, &e);
		*ev = window_now(win);
		if (!came)
			return;
		merge_moves(&e);
		if (e.type == SDL_WINDOWEVENT && read_window(win, &e.window, ev))
			return;
		if (input_read(&win->input, &e, ev))
			return;
	}
}

static void open_folder(const char *folder)
{
	static const char plain[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.~";
	char url[3 * PATH_MAX + 8] = "file://";
	char whole[PATH_MAX];
	size_t n = 7;

	if (!realpath(folder, whole))
		return;
	for (const char *c = whole; *c && n + 4 < sizeof(url); c++)
		n += (size_t)snprintf(url + n, sizeof(url) - n, strchr(plain, *c) ? "%c" : "%%%02X",
				      (unsigned char)*c);
	SDL_OpenURL(url);
}

void window_perform(void *ctx, const struct effect *e)
{
	struct window *win = ctx;
	bool full = SDL_GetWindowFlags(win->sdl) & SDL_WINDOW_FULLSCREEN;

	switch (e->kind) {
	case EFFECT_OPEN: open_folder(e->text); break;
	case EFFECT_COPY: SDL_SetClipboardText(e->text); break;
	case EFFECT_KEEP:
		if (e->index != SETTING_FULLSCREEN || full == (e->value != 0))
			break;
		if (full)
			leave_screen(win);
		else
			fill_screen(win);
		break;
	default: break;
	}
}
