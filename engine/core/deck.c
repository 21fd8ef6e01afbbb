#include "game.h"
#include "rng.h"

#include <assert.h>

enum { WANTED = 12 };

/* Puts the question with this number, counted over all packs, into the deck. */
static void add(struct deck *d, const struct pack *const *packs, uint32_t number)
{
	while (number >= (uint32_t)(*packs)->nquestions)
		number -= (uint32_t)(*packs++)->nquestions;
	d->item[d->n].pack = *packs;
	d->item[d->n++].question = number;
}

static bool contains(const uint32_t *numbers, uint32_t n, uint32_t number)
{
	for (uint32_t i = 0; i < n; i++)
		if (numbers[i] == number)
			return true;
	return false;
}

/*
 * Draws n different numbers below total (Floyd's way: Bentley and Floyd, "A sample of brilliance",
 * 1987), so that packs of a million questions need no table to draw from, then shuffles them.
 */
static void sample(struct rng *r, uint32_t *numbers, uint32_t n, uint32_t total)
{
	for (uint32_t i = 0; i < n; i++) {
		uint32_t last = total - n + i, number = rng_below(r, last + 1);

		numbers[i] = contains(numbers, i, number) ? last : number;
	}
	rng_shuffle(r, numbers, n, sizeof(*numbers));
}

void deck_deal(struct deck *d, const struct pack *const *packs, int npacks, int wanted,
	       uint64_t seed)
{
	uint32_t numbers[PACK_DRAW], total = 0, n;
	struct rng r;

	assert(npacks >= 0 && wanted >= 0);
	for (int i = 0; i < npacks; i++)
		total += (uint32_t)packs[i]->nquestions;
	if (wanted == 0)
		wanted = npacks == 1 && packs[0]->draw > 0 ? packs[0]->draw : WANTED;
	n = wanted < PACK_DRAW ? (uint32_t)wanted : PACK_DRAW;
	if (n > total)
		n = total;

	d->n = 0;
	if (npacks == 1 && packs[0]->in_order) {
		for (uint32_t i = 0; i < n; i++)
			add(d, packs, i);
		return;
	}
	rng_init(&r, seed);
	sample(&r, numbers, n, total);
	for (uint32_t i = 0; i < n; i++)
		add(d, packs, numbers[i]);
}
