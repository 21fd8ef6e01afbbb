/*
 * One game controller: its buttons, its sticks as crosses and its triggers as buttons. What points
 * a way and is held repeats; Start that is held tells so once.
 */
#ifndef PADREAD_H
#define PADREAD_H

#include <SDL.h>

#include "event.h"

struct padread {
	int x, y;         /* of the left stick */
	int way, scrolls; /* where that and the right one point: enum pad; -1: nowhere */
	bool triggers[2];
	int held;         /* what repeats: enum pad; -1: nothing */
	int64_t due_ms;   /* and when next */
	int64_t start_ms; /* Start is down since; -1: it is not, or was told */
};

struct padread padread_start(void);

/* SDL_CONTROLLERBUTTON* and SDL_CONTROLLERAXISMOTION. Returns what went down; -1: nothing. */
int padread_event(struct padread *r, const SDL_Event *e, int64_t now_ms);

/* A button goes down, however that came; what is held from now on may count again. */
void padread_hold(struct padread *r, int pad, int64_t now_ms);

/* What the event would press, were it read now; -1: nothing. */
int padread_peek(const struct padread *r, const SDL_Event *e);

/* Returns what is held long enough to count again; -1: nothing. */
int padread_again(struct padread *r, int64_t now_ms);
int64_t padread_wake(const struct padread *r); /* -1: never */

/* SDL's names of buttons, and ours of what SDL has no button for; -1: there is none. */
int padread_named(const char *name);
const char *padread_name(int pad);

#endif
