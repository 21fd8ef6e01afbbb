/*
 * What the parts of the keeper share: its thread and its queue (keeper.c), and what goes into it
 * (keeperdo.c). Private to them.
 */
#ifndef KEEPERPARTS_H
#define KEEPERPARTS_H

#include "holding.h"
#include "keeping.h"
#include "requests.h"

struct keeper {
	struct keeping keeping; /* its lock is over what stands below it here, too */

	/* The program's thread alone. */
	SDL_Thread *thread;
	struct answer told; /* owns what the last answer points to */
	struct boards told_boards;
	struct health told_health;
	char told_note[NOTE];
	struct holding holding; /* what requests may look at */
	struct interrupted interrupted;
	const struct library *library;                        /* of a kiosk */
	enum { SKIPS_NOTHING, SKIPS_MOVES, SKIPS_ALL } skips; /* of the game that is played */
	bool tried; /* the chores of a night, at tried_ms */
	int64_t tried_ms;

	SDL_mutex *lock; /* over all that follows */
	SDL_cond *news;
	void (*wake)(void *ctx);
	void *ctx;
	bool open, working, over;
	struct requests requests;
};

/* Waits until the thread has nothing to do; it gets nothing but from the caller. */
void keeper_wait(struct keeper *k);

struct request *keeper_take(struct keeper *k); /* a slot to write to; NULL: too much waits */
void keeper_put(struct keeper *k, struct request *r);

#endif
