#include "textkeep.h"

#include "past.h"

static void fail(struct text_player *p)
{
	fprintf(p->o->notes, "stairwell: this game can't be kept: %s; play goes on\n",
		store_error(p->o->store));
	p->kept = 0;
}

void keep_begin(struct text_player *p)
{
	const struct text_options *o = p->o;

	if (o->past)
		past_reserve(o->past, DECK_ITEMS);
	if (!o->store)
		return;
	p->kept = store_begin(o->store, &p->game, o->now(o->clock));
	if (p->kept == 0)
		fail(p);
}

void keep_resume(struct text_player *p)
{
	const struct text_options *o = p->o;

	if (o->past)
		past_reserve(o->past, DECK_ITEMS);
	p->game = o->resume->game;
	p->kept = o->resume->id;
	if (!store_resume(o->store, p->kept))
		fail(p);
	keep_move(p, OP_RESUME, 0);
}

static void note(struct text_player *p, int at, bool right)
{
	const struct game *g = &p->game;
	const struct pack *pack = g->deck.item[at].pack;

	if (p->o->past)
		past_note(p->o->past, past_key(pack, &pack->questions[g->deck.item[at].question]),
			  right, g->nplayers == 1);
}

void keep_move(struct text_player *p, enum op op, uint32_t arg)
{
	const struct text_options *o = p->o;
	struct game *g = &p->game;
	struct move m = {op, arg, p->now_ms};
	bool asking = g->phase == PHASE_ASKING, over = g->phase == PHASE_OVER;
	int at = g->at, n = g->deck.n;

	game_move(g, &m);
	bool closed = asking && g->phase == PHASE_ANSWERED;
	if (closed)
		note(p, at, g->asked[at].outcome == OUTCOME_RIGHT);
	p->returns = closed && g->deck.n > n;
	if (p->kept && !store_move(o->store, p->kept, g, &m, closed ? at : -1, o->now(o->clock)))
		fail(p);
	if (p->kept && !over && g->phase == PHASE_OVER &&
	    !store_end(o->store, p->kept, g, true, o->now(o->clock)))
		fail(p);
}

void keep_seen(struct text_player *p)
{
	p->now_ms = p->o->now_ms(p->o->clock);
	if (p->kept && !store_seen(p->o->store, p->kept, p->now_ms))
		fail(p);
}

/* Where nothing was answered there is nothing to go on with. */
void keep_left(struct text_player *p)
{
	if (p->kept && game_answers(&p->game) == 0 &&
	    !store_leave(p->o->store, p->kept, p->o->now(p->o->clock)))
		fail(p);
}
