/*
 * The store on a thread of its own, so that no frame waits for a disk. Under a script it works in
 * line: keeper_create without keeper_start.
 *
 * The app's effects of memory go in; what came of them comes out as events, in their order. What is
 * in the queue when the keeper is destroyed is done first.
 */
#ifndef KEEPER_H
#define KEEPER_H

#include "app.h"
#include "store.h"

struct keeper;

/* Opens the store at this path and reads what is known of questions into `past`, which is the
 * caller's again once keeper_read has said so. NULL: memory is short. */
struct keeper *keeper_create(const char *path, struct past *past);
void keeper_destroy(struct keeper *k);

/* From now on there is a thread; wake is called from it when there is an answer. */
void keeper_start(struct keeper *k, void (*wake)(void *ctx), void *ctx);

/* Waits until the past is read. What is wrong with the memory, in words; NULL: nothing. */
const char *keeper_read(struct keeper *k);

/* Whether there is a store that keeps. */
bool keeper_keeps(const struct keeper *k);

/* The game that was interrupted, rebuilt from these packs; NULL: none. Until the next call. */
const struct interrupted *keeper_interrupted(struct keeper *k, const struct pack *const *packs,
					     int npacks);

void keeper_perform(struct keeper *k, const struct effect *e, const struct game *g,
		    const struct event *now);
bool keeper_answer(struct keeper *k, struct event *answer); /* one that is due */

#endif
