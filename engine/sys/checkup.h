/*
 * A look at the machine: what a kiosk needs of it, and what to do where that is missing. It reads
 * the kernel's own files and asks the file system, which can take long: never on the thread that
 * draws.
 */
#ifndef CHECKUP_H
#define CHECKUP_H

#include "health.h"
#include "kept.h"

struct checkup {
	const char *root;   /* before /proc, /sys, /dev and /run; "": the machine itself */
	const char *folder; /* where play is kept; it need not be there yet; NULL: nowhere */
	const char *user;   /* who is to run the game, as an advice names it */
	struct moment now;
	bool shown; /* there is a window, or a desktop: no display need be looked for */
};

/* Adds a line for each thing, and says how large the display is, where one alone tells. */
void checkup_look(struct health *h, const struct checkup *c);

/* What goes on of itself: how long the program runs. */
void checkup_running(struct health *h, int64_t ms);

#endif
