/*
 * Who may go where only staff go: the PIN, and how often a wrong one was tried. Times are on the
 * clock of events, which begins with the program and nobody can set.
 *
 * A try is noted in the store before it is made, so that no restart gives it back; a pause that was
 * on when the program ended begins anew with it. Where it can't be noted, as the disk is full or
 * only read, there is a pause after each, and one as the program begins.
 */
#ifndef GUARD_H
#define GUARD_H

#include <stdint.h>

#include "kiosk.h"
#include "store.h"

enum { GUARD_TRIES = 5, GUARD_PAUSE_MS = 5 * 60 * 1000 };

struct guard {
	char hash[KIOSK_PIN]; /* "": no PIN is right */
	int tries;            /* wrong ones, one after the other */
	int64_t until_ms;     /* none is taken before */
	bool begun;           /* what was noted is known */
};

/* Whether this is the PIN; "" is none, and no try. pause_s: for how long none is taken now. s NULL:
 * nothing of this run is to be kept. */
bool guard_try(struct guard *g, struct store *s, const char *pin, int64_t at_ms, int *pause_s);

#endif
