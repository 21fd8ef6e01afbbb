/* What a deck was dealt from, in words. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "deckdraw.h"
#include "hash.h"

/* The identity that comes after this one, or the first; NULL: none does. */
static const char *next_id(const struct deal *how, const char *after)
{
	const char *next = NULL;

	for (int i = 0; i < how->npacks; i++) {
		const char *id = how->packs[i]->id;
		if (id && (!after || strcmp(id, after) > 0) && (!next || strcmp(id, next) < 0))
			next = id;
	}
	return next;
}

static void name_packs(struct deck *d, const struct deal *how)
{
	uint64_t hash = 0; /* a sum, so that their order has no say */
	size_t used = 0;

	for (const char *id = next_id(how, NULL); id && used < DECK_PACKS; id = next_id(how, id))
		used += (size_t)snprintf(d->packs + used, DECK_PACKS - used, "%s%s",
					 used ? " " : "", id);
	if (used < DECK_PACKS)
		return;
	for (int i = 0; i < how->npacks; i++)
		if (how->packs[i]->id)
			hash += hash_text(HASH_START, how->packs[i]->id);
	memset(d->packs, 0, DECK_PACKS);
	snprintf(d->packs, DECK_PACKS, "/%d %016" PRIx64, how->npacks, hash);
}

static void name_titles(struct deck *d, const struct deal *how)
{
	static const char more[] = " and 2147483647 more";
	size_t used = 0;

	for (int i = 0; i < how->npacks; i++) {
		const char *title = how->packs[i]->title.s;
		if (!title)
			continue;
		/* a single one always has room: see packkeys.c */
		if (used + strlen(", ") + strlen(title) + sizeof(more) > DECK_TITLES) {
			snprintf(d->titles + used, DECK_TITLES - used, " and %d more",
				 how->npacks - i);
			return;
		}
		used += (size_t)snprintf(d->titles + used, DECK_TITLES - used, "%s%s",
					 used ? ", " : "", title);
	}
}

void deck_name(struct deck *d, const struct deal *how)
{
	name_packs(d, how);
	name_titles(d, how);
}
