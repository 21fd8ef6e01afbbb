/*
 * The requests that wait for the keeper, in slots that are there from the start. Whoever calls
 * holds the keeper's lock; what is in a slot belongs to whoever took it until it is put or done.
 */
#ifndef REQUESTS_H
#define REQUESTS_H

#include "keeping.h"

enum { REQUESTS = 250 }; /* some games; memory is used by those that wait */

struct requests {
	struct request *slots;
	uint8_t spare[REQUESTS], queue[REQUESTS]; /* by number: a stack, the first to be done */
	int nspare, n;
};

bool requests_init(struct requests *q); /* false: memory is short */
void requests_finish(struct requests *q);

/* A slot to write to, where there is none in place of an earlier EFFECT_SEEN; NULL: too much
 * waits. */
struct request *requests_take(struct requests *q);
void requests_put(struct requests *q, struct request *r); /* it waits behind all others */
struct request *requests_next(struct requests *q);        /* to be done; NULL: none waits */
void requests_done(struct requests *q, struct request *r);

#endif
