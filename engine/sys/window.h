/*
 * The window: shows frames, waits for what happens next, does what only a desktop can do. Nothing
 * wakes it but events and the time the frame names.
 */
#ifndef WINDOW_H
#define WINDOW_H

#include "app.h"
#include "paint.h"

enum { WINDOW_LEAST_W = 320, WINDOW_LEAST_H = 240, WINDOW_MOST = 16384 };

/* How frames reach the screen (present.h). */
enum renderer { RENDERER_AUTO, RENDERER_SOFTWARE, RENDERER_GPU };

bool window_renderer(const char *name, enum renderer *out); /* false: there is none of that name */

struct window;

/*
 * Whether it fills the screen and how far its picture is turned is in the settings; w and h are of
 * the window that does not fill it. NULL: there is no display, or *why says what else is in the
 * way; with a window, *why is what could not be had, or NULL.
 *
 * kiosk: nobody attends to it (NULL: somebody does). Then it keeps the keyboard and, where it
 * fills the screen, that; takes no drops, copies nothing, opens nothing; shows no pointer that does
 * not move; and is shown once a second whatever the frame says, which feeds the watchdog
 * (service.h). The kiosk is borrowed for the call.
 */
struct window *window_open(int w, int h, const struct settings *set, enum renderer renderer,
			   const struct kiosk *kiosk, const char **why);
void window_close(struct window *win);
void window_size(const struct window *win, int *w, int *h); /* of a frame, in pixels */

/* What the window does by itself, or fails to do, comes as an event too: another size, another
 * scale, the whole screen or not. */
struct event window_now(const struct window *win); /* a tick of this moment */
void window_show(struct window *win, struct painter *painter, const struct frame *f);
void window_wait(struct window *win, int64_t wake, struct event *ev);
void window_wake(void *win); /* from any thread: window_wait comes back with a tick */
void window_perform(void *win, const struct effect *e);

#endif
