#include "kept.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The packs of a deck, each once, as their identities in order. */
static int find_packs(const struct deck *d, const char **ids)
{
	int n = 0;

	for (int i = 0; i < d->n; i++) {
		const char *id = d->item[i].pack->id;
		int k = 0;

		while (k < n && strcmp(ids[k], id) != 0)
			k++;
		if (k == n)
			ids[n++] = id;
	}
	qsort(ids, (size_t)n, sizeof(ids[0]), by_text);
	return n;
}

struct board_key board_key_of(const struct game *g)
{
	return board_key_for(g->options.mode, &g->deck, g->options.clock_percent);
}

struct board_key board_key_for(const struct mode *m, const struct deck *d, int clock_percent)
{
	bool by_clock = m->whole_ms > 0 && clock_percent != CLOCK_OFF;
	struct board_key key = {
		.length = by_clock || (m->questions > 0 && m->whole_ms == 0) ? 0 : d->n};
	const char *ids[DECK_ITEMS];
	int n = find_packs(d, ids);
	uint64_t hash = HASH_START;
	size_t used = 0;

	snprintf(key.mode, sizeof(key.mode), "%s", m->id);
	for (int i = 0; i < n; i++) {
		hash = hash_bytes(hash_text(hash, ids[i]), " ", 1);
		if (used < sizeof(key.packs))
			used += (size_t)snprintf(key.packs + used, sizeof(key.packs) - used, "%s%s",
						 i ? " " : "", ids[i]);
	}
	if (used >= sizeof(key.packs))
		snprintf(key.packs, sizeof(key.packs), "%d packs %016" PRIx64, n, hash);
	return key;
}
