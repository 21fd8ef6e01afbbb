/* What a game has to do with the past: what is dealt hangs on it, and answers are noted in it. */
#include <string.h>

#include "asked.h"
#include "gamerules.h"
#include "past.h"

void game_deal(struct deck *d, const struct game_options *o, const struct source *from)
{
	bool same = from->repeatable || o->mode->daily;

	deck_deal(d, &(struct deal){.packs = from->packs,
				    .npacks = from->npacks,
				    .mode = o->mode,
				    .wanted = from->wanted,
				    .seed = o->seed,
				    .nplayers = o->nplayers,
				    .party = o->party,
				    .past = same && !o->mistakes ? NULL : from->past,
				    .mistakes = o->mistakes});
}

void game_show(struct game *g, const uint8_t *shown, int n)
{
	struct asked *a = &g->asked[g->at];

	memcpy(a->shown, shown, (size_t)n);
	a->nshown = (uint8_t)n;
	asked_judge(a, game_question(g));
	game_begin(g, g->asked_ms);
}

void game_note(const struct game *g, int at, struct past *past)
{
	const struct pack *p = g->deck.item[at].pack;

	if (past)
		past_note(past, past_key(p, &p->questions[g->deck.item[at].question]),
			  g->asked[at].outcome == OUTCOME_RIGHT, g->nplayers == 1);
}
