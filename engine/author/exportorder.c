#include "exportorder.h"

#include <stdlib.h>

#include "hash.h"

struct place_of {
	const struct choice *choice;
	uint64_t hash;
	bool last;
};

/* Blanks do not count: some formats lose them. */
static uint64_t hash_words(uint64_t hash, const char *s)
{
	for (; s && *s; s++)
		if (*s != ' ' && *s != '\t' && *s != '\n')
			hash = hash_bytes(hash, s, 1);
	return hash;
}

/* So that words of one letter are spread too (the steps of splitmix64). */
static uint64_t mix(uint64_t hash)
{
	hash = (hash ^ hash >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	hash = (hash ^ hash >> 27) * UINT64_C(0x94d049bb133111eb);
	return hash ^ hash >> 31;
}

static int compare(const void *a, const void *b)
{
	const struct place_of *c = a, *d = b;

	if (c->last != d->last)
		return c->last - d->last;
	if (c->hash != d->hash && !c->last)
		return c->hash < d->hash ? -1 : 1;
	return (c->choice > d->choice) - (c->choice < d->choice); /* as in the file */
}

void exportorder(const struct question *q, const struct choice **choices, int n)
{
	struct place_of places[PACK_CHOICES];
	uint64_t ask = hash_words(HASH_START, q->ask.s);

	if (q->statement || q->shuffle == SHUFFLE_NO)
		return;
	for (int i = 0; i < n; i++) {
		const struct choice *c = choices[i];
		bool keeps = q->shuffle == SHUFFLE_KEEP_LAST && c == &q->choices[q->nchoices - 1];
		places[i] = (struct place_of){c, mix(hash_words(ask, c->text.s)), c->last || keeps};
	}
	qsort(places, (size_t)n, sizeof *places, compare);
	for (int i = 0; i < n; i++)
		choices[i] = places[i].choice;
}
