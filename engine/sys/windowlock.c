#include <string.h>

#include "ending.h"
#include "present.h"
#include "service.h"
#include "windowparts.h"

enum {
	AGAIN_MS = 1000,    /* what is shown is shown again */
	SOON = 8,           /* as often, after the window system may have lost a frame, ... */
	SOON_MS = 60,       /* ... every so many milliseconds */
	CURSOR_MS = 10000,  /* the pointer is seen after its last move */
	PATIENCE_MS = 1000, /* until the whole screen is asked for a second time */
	PATIENCE_MOST_MS = 60000,
};

static const struct {
	const char *name, *value;
} hints[] = {
	{SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0"},
	{SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
	{SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0"},
};

static const Uint32 refused[] = {SDL_DROPFILE, SDL_DROPTEXT, SDL_DROPBEGIN, SDL_DROPCOMPLETE,
				 SDL_CLIPBOARDUPDATE};

void windowlock_hints(const struct kiosk *kiosk)
{
	for (size_t i = 0; kiosk && i < sizeof(hints) / sizeof(hints[0]); i++)
		SDL_SetHint(hints[i].name, hints[i].value);
}

/* A Wayland compositor without a desktop, such as cage, fills the screen with its only window. */
bool windowlock_is_filled(const struct kiosk *kiosk)
{
	return kiosk && strcmp(SDL_GetCurrentVideoDriver(), "wayland") == 0 &&
	       !SDL_getenv("XDG_CURRENT_DESKTOP");
}

static void show_cursor(struct window *win, bool on, int64_t now_ms)
{
	bool was = win->lock.cursor_ms >= 0;

	win->lock.cursor_ms = on ? now_ms + CURSOR_MS : -1;
	if (on != was)
		SDL_ShowCursor(on ? SDL_ENABLE : SDL_DISABLE);
}

/* Told at once, while the display is still counted; what is read later may come too late. */
static int watch_displays(void *ctx, SDL_Event *e)
{
	(void)ctx;
	if (e->type == SDL_DISPLAYEVENT)
		ending_see(e->display.event != SDL_DISPLAYEVENT_DISCONNECTED ||
			   SDL_GetNumVideoDisplays() > 1);
	return 0;
}

void windowlock_hold(struct window *win)
{
	if (win->lock.full)
		SDL_SetWindowAlwaysOnTop(win->sdl, SDL_TRUE);
	if (win->lock.grabs)
		SDL_SetWindowKeyboardGrab(win->sdl, SDL_TRUE);
}

void windowlock_open(struct window *win, const struct kiosk *kiosk, bool full)
{
	if (!kiosk)
		return;
	win->lock = (struct lock){.on = true,
				  .grabs = full || windowlock_is_filled(kiosk),
				  .full = full,
				  .soon = SOON,
				  .cursor_ms = 0,
				  .patience_ms = PATIENCE_MS};
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		SDL_EventState(refused[i], SDL_DISABLE);
	SDL_AddEventWatch(watch_displays, NULL);
	SDL_DisableScreenSaver();
	show_cursor(win, false, 0);
	windowlock_hold(win);
}

static void heed_window(struct window *win, const SDL_WindowEvent *e)
{
	switch (e->event) {
	case SDL_WINDOWEVENT_SHOWN:
	case SDL_WINDOWEVENT_SIZE_CHANGED:
	case SDL_WINDOWEVENT_EXPOSED:
	case SDL_WINDOWEVENT_RESTORED:
	case SDL_WINDOWEVENT_DISPLAY_CHANGED: win->lock.soon = SOON; break;
	case SDL_WINDOWEVENT_MINIMIZED: SDL_RestoreWindow(win->sdl); break;
	case SDL_WINDOWEVENT_HIDDEN:
		if (!win->away)
			SDL_ShowWindow(win->sdl);
		break;
	case SDL_WINDOWEVENT_FOCUS_LOST:
		if (win->lock.full)
			SDL_RaiseWindow(win->sdl);
		break;
	default: break;
	}
}

void windowlock_heed(struct window *win, const SDL_Event *e, int64_t now_ms)
{
	if (!win->lock.on)
		return;
	switch (e->type) {
	case SDL_QUIT: ending_quit(); break;
	case SDL_WINDOWEVENT: heed_window(win, &e->window); break;
	case SDL_MOUSEMOTION: /* one that only comes in does not move */
		if (e->motion.which != SDL_TOUCH_MOUSEID && (e->motion.xrel || e->motion.yrel))
			show_cursor(win, true, now_ms);
		break;
	case SDL_FINGERDOWN: show_cursor(win, false, now_ms); break;
	default: break;
	}
}

void windowlock_shown(struct window *win, bool shown)
{
	struct lock *l = &win->lock;

	if (!l->on || !shown)
		return;
	l->due_ms = (int64_t)SDL_GetTicks64() + (l->soon > 0 ? SOON_MS : AGAIN_MS);
	l->soon -= l->soon > 0;
	service_shown();
}

/* What could not be shown is painted anew, once for each time that it is due. */
void windowlock_turn(struct window *win, int64_t now_ms)
{
	struct lock *l = &win->lock;

	if (!l->on)
		return;
	if (l->cursor_ms >= 0 && now_ms >= l->cursor_ms)
		show_cursor(win, false, now_ms);
	if (now_ms < l->due_ms)
		return;
	l->due_ms = now_ms + AGAIN_MS;
	if (!windowsize_has_screen())
		service_waits();
	bool shown = !win->away && present_again(win->present);
	win->blank = win->blank || !shown;
	windowlock_shown(win, shown);
}

int64_t windowlock_due(const struct window *win)
{
	return win->lock.on ? win->lock.due_ms : -1;
}

/* Where the whole screen can't be had it is asked for less and less often. */
void windowlock_keep(struct window *win, bool fills)
{
	struct lock *l = &win->lock;

	if (fills) {
		l->patience_ms = PATIENCE_MS;
		return;
	}
	SDL_SetWindowFullscreen(win->sdl, 0); /* what SDL believes, it does not ask for again */
	windowsize_fill(win, true);
	win->settle_ms += l->patience_ms;
	l->patience_ms *= 2;
	if (l->patience_ms > PATIENCE_MOST_MS)
		l->patience_ms = PATIENCE_MOST_MS;
}
