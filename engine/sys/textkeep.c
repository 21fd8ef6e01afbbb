#include "textkeep.h"

#include "past.h"

/* What came of it is said where it is news. */
static void save(struct text_player *p, bool good)
{
	bool news = p->unkept == good && !p->saving.given_up;

	if (news && good)
		fputs("stairwell: this game is kept again\n", p->o->notes);
	if (news && !good)
		fprintf(p->o->notes, "stairwell: this game can't be kept: %s; play goes on\n",
			store_error(p->o->store));
	p->unkept = !good;
}

void keep_begin(struct text_player *p)
{
	const struct text_options *o = p->o;

	if (o->past)
		past_reserve(o->past, DECK_ITEMS);
	p->saving.store = o->store;
	if (o->store)
		save(p, saving_begin(&p->saving, &p->game, o->language ? o->language : "",
				     o->now(o->clock)));
}

void keep_resume(struct text_player *p)
{
	const struct text_options *o = p->o;

	if (o->past)
		past_reserve(o->past, DECK_ITEMS);
	p->game = o->resume->game;
	p->saving.store = o->store;
	save(p, saving_resume(&p->saving, o->resume->id));
	keep_move(p, OP_RESUME, 0);
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
		game_note(g, at, o->past);
	p->returns = closed && g->deck.n > n;
	if (!o->store)
		return;
	save(p, saving_move(&p->saving, g, &m, closed ? at : -1, o->now(o->clock)));
	if (!over && g->phase == PHASE_OVER)
		save(p, saving_end(&p->saving, g, o->now(o->clock)));
}

void keep_seen(struct text_player *p)
{
	p->now_ms = p->o->now_ms(p->o->clock);
	if (p->o->store)
		save(p, saving_seen(&p->saving, p->now_ms) && !p->unkept);
}

/* Where nothing was answered there is nothing to go on with. */
bool keep_left(struct text_player *p)
{
	bool begun = game_answers(&p->game) > 0;

	if (!p->o->store)
		return false;
	save(p,
	     begun ? saving_flush(&p->saving) : saving_leave(&p->saving, p->o->now(p->o->clock)));
	return begun && !p->unkept && p->saving.runs && !p->saving.given_up;
}
