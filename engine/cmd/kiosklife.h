/*
 * A kiosk from one start to the next: how it ended before, what it is doing now, for the journal,
 * the service manager and its staff; and how it is to end.
 */
#ifndef KIOSKLIFE_H
#define KIOSKLIFE_H

#include "app.h"
#include "ending.h"

struct play;

struct kiosklife {
	bool on;
	struct ending last;
	bool out;          /* last.pack, of last.hash, is to sit out from now on */
	char unmarked[80]; /* why nothing can be noted for the next start; "": it can */
	int volume;        /* chosen by the staff, percent; -1: the file's */
};

/* Before any pack is read. Says how it ended before, on standard error. */
void kiosklife_begin(struct play *p);

/* After each step, before it is shown. */
void kiosklife_step(struct play *p, const struct event *now);

/* OPERATE_VOLUME: from the next step on; the rest is for others. */
void kiosklife_perform(struct play *p, const struct effect *e);

/* What there is to say of it to the staff. */
void kiosklife_health(const struct play *p, struct health *h);

/* It ends in order. for_good: until somebody starts it again; waits a moment to be ended then. */
void kiosklife_end(struct play *p, bool for_good);

#endif
