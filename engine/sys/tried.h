/*
 * What trials have shown of packs, kept over restarts in a small text file, so that a start does
 * not wait for them; and which packs sit out.
 *
 * A line is `good`, `bad` or `out`, the print of the file and what is around it (around.h), the
 * pack's hash, words, a tab, the path. What an earlier build of the program found counts no more,
 * but that a pack sits out. A file that can't be read or written costs new trials, nothing else.
 */
#ifndef TRIED_H
#define TRIED_H

#include <stdbool.h>
#include <stdint.h>

#include "trial.h"

enum verdict_is { VERDICT_NONE, VERDICT_GOOD, VERDICT_BAD, VERDICT_OUT };

struct verdict {
	enum verdict_is is;
	uint64_t print; /* 0: of whatever the file is now, if it has the hash */
	uint64_t hash;
	char words[TRIAL_WORDS]; /* of a bad one why; of a good one its first spoilt file, or "" */
};

struct tried;

/* path NULL: nothing is kept. NULL: memory is short. */
struct tried *tried_open(const char *path);
void tried_close(struct tried *t); /* NULL is fine */

/* VERDICT_NONE: nothing is known of that file. */
struct verdict tried_find(const struct tried *t, const char *path);

/* VERDICT_NONE: forget it. */
void tried_put(struct tried *t, const char *path, const struct verdict *v);

void tried_save(struct tried *t); /* where anything was put */

#endif
