/*
 * Drawing questions from packs, each known by its number, counted over all packs of the deal.
 * Private to core/. It takes as many walks through the packs as there are rounds, times two.
 */
#ifndef DECKDRAW_H
#define DECKDRAW_H

#include "deck.h"
#include "rng.h"

struct pool {
	const struct deal *how;
	const struct pack *pack;  /* this one's only; NULL: all */
	const struct text *topic; /* this one's only; NULL: all */
	uint32_t total;           /* numbers */
	bool whole;               /* every number is of the pool, and none was asked before */
};

struct pool pool_make(const struct deal *how, const struct pack *pack, const struct text *topic);

struct wish {
	uint32_t n, spare;
	uint32_t each; /* n is to be a multiple of this, unless it would be 0 */
};

struct draw {
	uint32_t n, nspare;
};

/*
 * Up to n numbers of the pool, then up to `spare` more: those never asked, then those asked longest
 * ago; the n in the file's order, or by lot. Which are spare does not change which are not.
 */
struct draw pool_draw(const struct pool *pool, struct rng *r, struct rng *spare,
		      const struct wish *wish, uint32_t *numbers);

struct drawn {
	const struct pack *pack;
	uint32_t question; /* index */
};

struct drawn deck_place(const struct deal *how, uint32_t number);
bool deck_same_topic(const struct text *a, const struct text *b);

void deck_name(struct deck *d, const struct deal *how); /* fills packs and titles */

#endif
