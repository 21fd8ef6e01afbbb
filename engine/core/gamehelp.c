/* The lifelines. */
#include "gamerules.h"

#include <assert.h>

#include "asked.h"
#include "bits.h"

#define ONE(l) (1u << LIFELINE_##l)

/* The spare question of this round, or of any where they are parts of one; -1: there is none. */
static int find_spare(const struct game *g)
{
	const struct deck *d = &g->deck;
	int round = d->item[g->at].round;

	for (int i = d->n; i < d->n + d->nspare; i++)
		if (d->item[i].round == round || !d->rounds[round])
			return i;
	return -1;
}

static bool is_used(const struct game *g, enum lifeline l)
{
	unsigned used = game_asked(g)->used;

	if (l != LIFELINE_HINT && g->turn >= 0)
		used |= g->players[g->turn].used;
	return used >> l & 1;
}

bool game_has(const struct game *g, enum lifeline l)
{
	const struct asked *a = game_asked(g);

	if (!(g->options.mode->lifelines >> l & 1) || (game_by_buzzers(g) && l != LIFELINE_HINT))
		return false;
	switch (l) {
	case LIFELINE_FIFTY: return a->nshown - bits_count(a->right) > 1;
	case LIFELINE_SWAP: return is_used(g, l) || find_spare(g) >= 0;
	case LIFELINE_TIME: return a->limit_ms > 0;
	default: return game_question(g)->hint.s != NULL;
	}
}

bool game_can(const struct game *g, enum lifeline l)
{
	return g->phase == PHASE_ASKING && game_has(g, l) && !is_used(g, l);
}

static void swap_question(struct game *g, int64_t at_ms)
{
	struct deck *d = &g->deck;
	struct asked *a = &g->asked[g->at];
	int spare = find_spare(g), last = d->n + d->nspare - 1;
	uint8_t used = a->used, round = d->item[g->at].round;

	d->item[g->at] = d->item[spare];
	d->item[g->at].round = round;
	d->item[spare] = d->item[last];
	d->nspare--;
	asked_deal(a, game_question(g), g->options.seed, g->stream++);
	a->used = used & (uint8_t)~ONE(HINT);
	a->player = (int8_t)g->turn;
	game_begin(g, at_ms);
}

void game_help(struct game *g, enum lifeline l, int64_t at_ms)
{
	struct asked *a = &g->asked[g->at];

	assert(game_can(g, l) && g->paused_ms < 0);
	a->used |= (uint8_t)(1u << l);
	if (l != LIFELINE_HINT)
		g->players[g->turn].used |= 1u << l;
	if (l == LIFELINE_FIFTY)
		a->removed |= asked_halve(a, g->options.seed, (uint32_t)(STREAM_HALVES + g->at));
	else if (l == LIFELINE_SWAP)
		swap_question(g, at_ms);
	else if (l == LIFELINE_TIME) {
		a->limit_ms += MORE_MS;
		a->more_ms += MORE_MS;
	}
}
