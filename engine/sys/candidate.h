/*
 * A file that may be a pack, on its way into a kiosk: it settles, is tried, and is read.
 *
 * It settles when it, and what lies around it (around.h), was unchanged for CANDIDATE_SETTLE_MS and
 * nobody has any of it open to write; where the system does not say whether somebody has,
 * CANDIDATE_UNSURE_MS. Then it is tried (trial.h), unless the same was tried before (tried.h).
 */
#ifndef CANDIDATE_H
#define CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "library.h"
#include "lookout.h"
#include "tried.h"

enum { CANDIDATE_SETTLE_MS = 2000, CANDIDATE_UNSURE_MS = 10000 };

struct candidate {
	char *path; /* owned */
	int source; /* whose it is, and whether that has it now: the intake's */
	bool listed;
	uint64_t print;     /* as it was when last looked at */
	int64_t since_ms;   /* since when it is so */
	int64_t not_before; /* no trial before this moment */
	uint64_t told;      /* the print of the last reading; 0: there is to be one */
	uint64_t hash;      /* of the pack that was read last */
};

struct candidate_way {
	const char *program; /* of the trials; NULL: none is held */
	struct tried *tried;
	struct lookout *lookout;
	bool known; /* but what has passed before, and is as it was */
	bool hasty; /* without settling */
};

/* In how many ms it is to be looked at again, -1: not before something changes. `r`, all 0 before,
 * has a path where there is a reading. */
int64_t candidate_look(struct candidate *c, const struct candidate_way *w, struct reading *r);

#endif
