#include "holding.h"

#include <stdlib.h>

static bool hold(struct holding *h, const struct pack *p)
{
	for (int i = 0; i < h->n; i++)
		if (h->games[i] == p)
			return true;
	if (h->n == HOLDING_PACKS)
		return false;
	h->games[h->n++] = pack_keep(p);
	return true;
}

bool holding_game(struct holding *h, const struct deck *d)
{
	for (int i = 0; i < d->n + d->nspare; i++)
		if (!hold(h, d->item[i].pack))
			return false;
	return true;
}

void holding_drop_games(struct holding *h)
{
	while (h->n > 0)
		pack_drop(h->games[--h->n]);
}

const struct pack *const *holding_lend(struct holding *h, const struct library *l)
{
	if (h->lent || !(h->lent = calloc((size_t)l->n + 1, sizeof(*h->lent))))
		return NULL;
	for (int i = 0; i < l->n; i++)
		if (l->entries[i].pack)
			h->lent[h->nlent++] = pack_keep(l->entries[i].pack);
	return h->lent;
}

void holding_drop_lent(struct holding *h)
{
	while (h->nlent > 0)
		pack_drop(h->lent[--h->nlent]);
	free(h->lent);
	h->lent = NULL;
}
