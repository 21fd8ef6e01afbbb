/*
 * How packs come into a kiosk while it runs: watched, settled, tried, read, and then handed over
 * whole, so that no frame waits for a file and none is read here before a trial has read it.
 *
 * Each file is a candidate (candidate.h): it settles, is tried, and what passes is read and comes
 * as a reading, for library_take; of what does not, and of a pack that sits out, the reading says
 * why. A file that is gone is told of, but not where its whole folder is gone or is another disk's:
 * what was unmounted may be back. Of one file only the last reading is kept.
 *
 * All that is on a thread of its own once intake_start was called, which sleeps until the kernel
 * tells of a change; without, intake_look does it in line.
 */
#ifndef INTAKE_H
#define INTAKE_H

#include <stdbool.h>

#include "library.h"

struct intake;

/* `tried`: the file of what was tried before, NULL: none is kept. `program`: of the trials, NULL:
 * none is held. Both as they are, for as long as it lives. NULL: memory is short. */
struct intake *intake_create(const char *tried, const char *program);
void intake_destroy(struct intake *i); /* waits a second at most; NULL is fine */

/* The files and folders of packs there are, in place of those before; copied. */
void intake_sources(struct intake *i, const char *const *paths, int n);

/* The pack with this hash sits out, in whatever file, until the one in that file is let in. */
void intake_bar(struct intake *i, uint64_t hash);
void intake_let_in(struct intake *i, const char *path);

/* That file once more, as when another was left out for its identity. */
void intake_again(struct intake *i, const char *path);

/* Looks at everything in line. `known`: but only reads what has passed before, as a start does. */
void intake_look(struct intake *i, bool known);

/* From now on a thread looks, and calls wake when there is a reading. False: there is none to be
 * had. */
bool intake_start(struct intake *i, void (*wake)(void *ctx), void *ctx);

/* The next reading, yours to finish. False: none. */
bool intake_next(struct intake *i, struct reading *r);

#endif
