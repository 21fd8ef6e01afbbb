#include "kept.h"

#include <stdio.h>

int64_t moment_day(struct moment m)
{
	int64_t day_ms = 24 * 60 * INT64_C(60000);
	int64_t ms = m.unix_ms + (int64_t)m.utc_offset_min * 60000;

	return ms / day_ms - (ms % day_ms < 0);
}

bool board_counts(const struct game *g)
{
	const struct game_options *o = &g->options;
	const struct mode *m = o->mode;
	bool own_clock = m->whole_ms == 0 ||
			 (o->clock_percent == CLOCK_STANDARD && o->seats[0].more_percent == 0 &&
			  g->players[0].total_ms <= m->whole_ms);

	return g->nplayers == 1 && !m->pointless && !o->mistakes && own_clock;
}

struct board_key board_key_of(const struct game *g)
{
	return board_key_for(g->options.mode, &g->deck);
}

struct board_key board_key_for(const struct mode *m, const struct deck *d)
{
	struct board_key key = {.length = m->questions > 0 || m->whole_ms > 0 ? 0 : d->n};

	snprintf(key.packs, sizeof(key.packs), "%s", d->packs);
	snprintf(key.mode, sizeof(key.mode), "%s", m->id);
	return key;
}
