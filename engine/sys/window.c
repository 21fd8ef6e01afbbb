#include "window.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "devices.h"
#include "ending.h"
#include "present.h"
#include "turn.h"
#include "wallclock.h"
#include "windowparts.h"

enum { LOOK_MS = 20 };

static const struct {
	const char *name, *value;
} hints[] = {
	{SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"},
	{SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
	{SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
	{SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"},
	{SDL_HINT_RENDER_VSYNC, "0"},
	{SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0"},
	{SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"},
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

/* Where there is no display SDL offers one that nobody sees; only who names it wants it. */
static bool blind(void)
{
	const char *driver = SDL_GetCurrentVideoDriver();
	return !SDL_getenv("SDL_VIDEODRIVER") &&
	       (!driver || strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0);
}

static bool open_devices(struct window *win, const struct kiosk *kiosk)
{
	if (kiosk && !kiosk->buttons)
		return true;
	win->devices = devices_open("/dev/input", window_wake, win);
	return win->devices;
}

/* SDL hears them before its displays are there, which takes a while. */
static void hear_stops(void)
{
	sigset_t stops, was;

	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	sigprocmask(SIG_BLOCK, &stops, &was);
	SDL_InitSubSystem(SDL_INIT_EVENTS);
	ending_listen();
	sigprocmask(SIG_SETMASK, &was, NULL);
}

struct window *window_open(int w, int h, const struct settings *set, enum renderer renderer,
			   const struct kiosk *kiosk, const char **why)
{
	struct window *win = calloc(1, sizeof(*win));

	*why = NULL;
	if (!win)
		return NULL;
	for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		SDL_SetHint(hints[i].name, hints[i].value);
	windowlock_hints(kiosk);
	if (kiosk)
		hear_stops();
	if (SDL_Init(SDL_INIT_VIDEO) != 0 || blind()) {
		window_close(win);
		return NULL;
	}
	SDL_StopTextInput();
	struct settings own = *set;
	own.fullscreen = set->fullscreen && !windowlock_is_filled(kiosk);
	win->renderer = renderer;
	if (!windowmake_open(win, w, h, &own)) {
		*why = SDL_GetError(); /* its text outlives the window */
		window_close(win);
		return NULL;
	}
	if (!open_devices(win, kiosk)) {
		window_close(win);
		return NULL;
	}
	win->pump.look_ms = strcmp(SDL_GetCurrentVideoDriver(), "KMSDRM") == 0 ? LOOK_MS : 0;
	windowlock_open(win, kiosk, own.fullscreen);
	if (present_fell_back(win->present))
		*why = renderer == RENDERER_GPU
			       ? "no GPU can be used; drawing without"
			       : "only a GPU reaches this display; drawing with it";
	return win;
}

void window_close(struct window *win)
{
	if (!win)
		return;
	devices_close(win->devices);
	windowmake_close(win);
	free(win);
}

void window_size(const struct window *win, int *w, int *h)
{
	*w = win->input.w;
	*h = win->input.h;
	turn_size(win->input.rotation, w, h);
}

struct event window_now(const struct window *win)
{
	struct moment now = wallclock_now();

	(void)win;
	return (struct event){.kind = EVENT_TICK,
			      .at_ms = (int64_t)SDL_GetTicks64(),
			      .unix_ms = now.unix_ms,
			      .utc_offset_min = now.utc_offset_min};
}

void window_show(struct window *win, struct painter *painter, const struct frame *f)
{
	win->blank = false;
	if (f->typing != win->typing)
		(f->typing ? SDL_StartTextInput : SDL_StopTextInput)();
	win->typing = f->typing;
	pump_breathe(&win->pump); /* the step before took its time too */
	painter_breathe(painter, pump_breathe, &win->pump);
	windowlock_shown(win, !win->away && present_show(win->present, painter, f));
	pump_breathe(&win->pump);
}

static bool is_press(const struct window *win, const SDL_Event *e)
{
	struct input in = {0};
	struct event ev;

	if (e->type == SDL_KEYDOWN && !e->key.repeat)
		return input_read(&in, e, &ev);
	return devices_presses(win->devices, e);
}

/* Whether another press is of the moment of the last event that was taken out. */
static bool more_follows(const struct window *win)
{
	const SDL_Event *e;

	for (int i = 0; (e = pump_same(&win->pump, i)); i++)
		if (is_press(win, e))
			return true;
	return false;
}

static void read_window(struct window *win, const SDL_WindowEvent *e)
{
	switch (e->event) {
	case SDL_WINDOWEVENT_SIZE_CHANGED:
	case SDL_WINDOWEVENT_DISPLAY_CHANGED: /* perhaps to one with another scale */
		windowsize_take(win);
		present_lost(win->present);
		win->blank = true;
		break;
	case SDL_WINDOWEVENT_EXPOSED: win->blank = win->away || !present_again(win->present); break;
	default: break;
	}
}

static int64_t sooner(int64_t a_ms, int64_t b_ms)
{
	return a_ms < 0 || (b_ms >= 0 && b_ms < a_ms) ? b_ms : a_ms;
}

/* An event is from when it came to SDL, which may be before the last frame was painted; but time
 * never runs backwards. SDL's stamp is the lower half of its clock. */
static void stamp(const struct window *win, const SDL_Event *e, struct event *ev)
{
	uint32_t age_ms = (uint32_t)ev->at_ms - e->common.timestamp;
	int64_t most_ms = ev->at_ms - win->told_ms;
	int64_t back_ms = age_ms > INT32_MAX ? 0 : age_ms < most_ms ? age_ms : most_ms;

	ev->at_ms -= back_ms;
	ev->unix_ms -= back_ms;
}

/* Reads what SDL said; true when the program is to be told. */
static bool read_event(struct window *win, struct event *ev)
{
	const SDL_Event *e = &win->read;

	if (e->type == SDL_USEREVENT)
		return true;
	if (e->type == SDL_DROPFILE || e->type == SDL_DROPTEXT)
		SDL_free(e->drop.file);
	windowlock_heed(win, e, ev->at_ms);
	if (e->type == SDL_WINDOWEVENT)
		read_window(win, &e->window);
	if (!devices_read(win->devices, e, ev) && !input_read(&win->input, e, ev))
		return false;
	stamp(win, e, ev);
	ev->more = more_follows(win);
	return true;
}

/* What is told within a moment has its time. */
static struct event now_or_then(const struct window *win)
{
	struct event ev = window_now(win);

	if (win->told_more) {
		ev.unix_ms -= ev.at_ms - win->told_ms;
		ev.at_ms = win->told_ms;
		ev.more = true;
	}
	return ev;
}

static void wait_event(struct window *win, int64_t wake, struct event *ev)
{
	for (;;) {
		*ev = now_or_then(win);
		windowmake_again(win);
		windowlock_turn(win, ev->at_ms);
		if (windowsize_tell(win, ev) || win->blank ||
		    devices_tell(win->devices, ev->at_ms, ev))
			return;
		if (win->told_more && !more_follows(win)) { /* it meant nothing after all */
			ev->more = false;
			return;
		}
		int64_t due = sooner(sooner(wake, win->settle_ms),
				     sooner(devices_wake(win->devices), windowlock_due(win)));
		pump_wait(&win->pump, due);
		*ev = now_or_then(win);
		if (pump_next(&win->pump, &win->read)) {
			if (read_event(win, ev))
				return;
		} else if (wake >= 0 && ev->at_ms >= wake) {
			return;
		}
	}
}

void window_wait(struct window *win, int64_t wake, struct event *ev)
{
	wait_event(win, wake, ev);
	win->told_ms = ev->at_ms;
	win->told_more = ev->more;
}

void window_wake(void *win)
{
	SDL_Event e = {.type = SDL_USEREVENT};

	(void)win;
	SDL_PushEvent(&e);
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

static void keep(struct window *win, int setting, int value)
{
	if (setting == SETTING_ROTATION && value != win->input.rotation)
		windowsize_turn(win, value);
	else if (setting == SETTING_FULLSCREEN && value != win->full && !win->lock.on)
		windowsize_fill(win, value);
}

void window_perform(void *ctx, const struct effect *e)
{
	struct window *win = ctx;

	switch (e->kind) {
	case EFFECT_OPEN:
		if (!win->lock.on)
			open_folder(e->text);
		break;
	case EFFECT_COPY:
		if (!win->lock.on)
			SDL_SetClipboardText(e->text);
		break;
	case EFFECT_KEEP: keep(win, e->index, e->value); break;
	default: break;
	}
}
