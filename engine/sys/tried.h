/*
 * What trials have shown of packs, kept over restarts in a small text file, so that a start does
 * not wait for them; and which packs sit out.
 *
 * A line is `good` or `bad`, the print of the file and what is around it (around.h), words, a tab,
 * the path; or `out` and the hash of a pack that sits out, in whatever file. What an earlier build
 * of the program found counts no more, but that a pack sits out. A file that can't be read or
 * written costs new trials, nothing else.
 */
#ifndef TRIED_H
#define TRIED_H

#include <stdbool.h>
#include <stdint.h>

#include "trial.h"

enum { TRIED_OUT = 64 };

enum verdict_is { VERDICT_NONE, VERDICT_GOOD, VERDICT_BAD };

struct verdict {
	enum verdict_is is;
	uint64_t print;
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

/* The pack with this hash sits out; of more than TRIED_OUT the first may play again. */
void tried_bar(struct tried *t, uint64_t hash);
void tried_let_in(struct tried *t, uint64_t hash);
bool tried_is_out(const struct tried *t, uint64_t hash);

void tried_save(struct tried *t); /* where anything was put */

#endif
