/*
 * What the parts of the window share: what happens in it (window.c), how SDL makes it, and makes it
 * anew (windowmake.c), how large it is and how far its picture is turned (windowsize.c), and what
 * holds where nobody attends to it (windowlock.c). Private to sys/.
 */
#ifndef WINDOWPARTS_H
#define WINDOWPARTS_H

#include <SDL.h>

#include "input.h"
#include "pump.h"
#include "window.h"

struct lock {
	bool on;             /* nobody attends to the window */
	bool grabs;          /* it keeps the keyboard */
	bool full;           /* it is to fill the screen, whoever would have it otherwise */
	int64_t due_ms;      /* when it is shown again at the latest */
	int soon;            /* how often it is shown again without waiting that long */
	int64_t cursor_ms;   /* until when the mouse's pointer is seen; -1: it is not */
	int64_t patience_ms; /* until it asks for the whole screen once more */
};

struct window {
	SDL_Window *sdl;
	struct present *present;
	enum renderer renderer;
	struct input input;
	SDL_Rect windowed;       /* where it is when it is not the whole screen */
	int w, h;                /* of the frames, as the program was told */
	bool full;               /* fills the screen, as the program was told or wished */
	int64_t settle_ms;       /* when a window manager has done what it will do; -1: it has */
	bool away;               /* its display went, and it is hidden until it is made anew */
	bool blank;              /* nothing can be shown before the next frame */
	int64_t told_ms;         /* the time of the last event that the program was told */
	bool told_more;          /* and that another press of its moment follows */
	struct devices *devices; /* NULL: none are for whoever is there */
	struct pump pump;
	SDL_Event read; /* the one the program was told last: it may be asked for its text */
	bool typing;    /* the program wants what is typed as text */
	struct lock lock;
};

/*
 * ---- windowmake.c ----
 * A Wayland compositor lays a window out anew just as its display goes. Where that comes after the
 * display's end SDL 2.26 crashes, if it was the last one; and a window that lost its display goes
 * by that one's scale still, whose memory is freed. So it is hidden at the last moment, when it is
 * not laid out any more, and made anew when there is a display.
 */

bool windowmake_open(struct window *win, int w, int h, const struct settings *set);
void windowmake_close(struct window *win);
void windowmake_again(struct window *win); /* where it is due */

/* ---- windowsize.c ---- */

/* SDL 2.26 takes a window's display for granted: without any, it is not to be asked. */
bool windowsize_has_screen(void);

void windowsize_take(struct window *win);
void windowsize_turn(struct window *win, int rotation);
void windowsize_fill(struct window *win, bool full);

/* What became of its size since the program was last told; one thing at a time. */
bool windowsize_tell(struct window *win, struct event *ev);

/* ---- windowlock.c: on a desktop none of it does anything ---- */

void windowlock_hints(const struct kiosk *kiosk); /* before SDL begins */

/* Whether the system gives it the whole screen unasked. */
bool windowlock_is_filled(const struct kiosk *kiosk);
void windowlock_open(struct window *win, const struct kiosk *kiosk, bool full);
void windowlock_hold(struct window *win); /* with each window that SDL makes */

/* What SDL said, before anybody else reads it. */
void windowlock_heed(struct window *win, const SDL_Event *e, int64_t now_ms);

/* The frame was put on the screen, or could not be. */
void windowlock_shown(struct window *win, bool shown);

/* Shows once more what is shown, where that is due; and when it is next, -1: never. */
void windowlock_turn(struct window *win, int64_t now_ms);
int64_t windowlock_due(const struct window *win);

/* It fills the screen, or does not any more but is to. */
void windowlock_keep(struct window *win, bool fills);

#endif
