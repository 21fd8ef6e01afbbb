/*
 * What a kiosk's store needs besides saves, a little at a time so that no save waits for it: the
 * report, made month by month and carried where it belongs by an errand, and the forgetting of what
 * is too old.
 */
#ifndef CHORES_H
#define CHORES_H

#include <limits.h>

#include "errand.h"

enum { CHORES_MONTHS = 240, CHORES_WORDS = 256 };

struct chores {
	bool reports, forgets; /* are under way */

	char folder[PATH_MAX];
	const struct pack *const *packs;
	int npacks, month[CHORES_MONTHS], nmonths, written;
	char why[CHORES_WORDS];  /* the report can't be written; "": it can, so far */
	struct errand *errand;   /* a month is on its way; or NULL */
	void (*back)(void *ctx); /* from any thread: it is over; NULL: it is waited for */
	void *ctx;

	struct forgetting forgetting;
};

/* Begins a report of the months from this one on; the packs are borrowed until it is done. */
void chores_report(struct chores *c, struct store *s, const char *folder, int from_month,
		   const struct pack *const *packs, int npacks);

/* Begins to forget what ended before then, and what was counted before. */
void chores_forget(struct chores *c, int64_t before_ms, int64_t counts_before_ms);

/* A little of it; false: there is no more to do, or not before `back`. */
bool chores_step(struct chores *c, struct store *s);

/* At the end: what is on its way may go on by itself. */
void chores_close(struct chores *c);

#endif
