/* A game of the question that is previewed: asked, or answered as if. */
#include "preview.h"

#include <string.h>

#include "listen.h"
#include "picture.h"

/* It is the first of a game, and others follow it as they do in the file. */
static void deal(struct app *app)
{
	const struct pack *p = app->preview.pack;
	struct deck *d = &app->deck;
	int wanted = p->draw > 0 ? p->draw : DECK_WANTED;

	memset(d, 0, sizeof *d);
	d->n = wanted < p->nquestions ? wanted : p->nquestions;
	d->nspare = p->nquestions > d->n;
	d->nrounds = 1;
	for (int i = 0; i < d->n + d->nspare; i++) {
		d->item[i].pack = p;
		d->item[i].question = (uint32_t)((app->preview.question + i) % p->nquestions);
	}
}

/* Nothing was answered yet, and the clock stands still. */
static void ask(struct app *app)
{
	const struct game_options o = {.mode = app->o.mode,
				       .seed = app->preview.seed,
				       .clock_percent = app->set.clock_percent,
				       .reading_percent = app->set.reading_percent,
				       .even = !app->set.speed_bonus};

	deal(app);
	game_start(&app->game, &app->deck, &o, app->now);
	game_pause(&app->game, app->now);
	app->playing = true;
	app->locked_ms = app->review = app->saving_ms = -1;
	app->chosen = 0;
	app->zoomed = 0; /* another picture may be there, or none */
	listen_leave(app);
	app->listen.heard = true;
	picture_forget(app);
	picture_ask(app, 0);
}

/* The choice at this position, and as many right ones beside it as are to be chosen. */
static uint32_t with_choice(const struct asked *a, int position)
{
	uint32_t set = 1u << position;

	for (int i = 0, n = 1; i < a->nshown && n < a->need; i++)
		if (a->right >> i & 1 && i != position) {
			set |= 1u << i;
			n++;
		}
	return set;
}

static uint32_t positions(const struct app *app, int reveal)
{
	const struct asked *a = game_asked(&app->game);

	if (reveal == REVEAL_CHOSEN)
		return app->chosen;
	if (reveal == REVEAL_RIGHT)
		return a->need > 1 ? a->right : a->right & -a->right;
	return reveal - REVEAL_CHOICE < a->nshown ? with_choice(a, reveal - REVEAL_CHOICE) : 0;
}

void preview_reveal(struct app *app, int reveal)
{
	uint32_t chosen = app->chosen, set;

	ask(app);
	app->chosen = chosen;
	set = reveal == REVEAL_NOT ? 0 : positions(app, reveal);
	app->preview.reveal = set ? reveal : REVEAL_NOT;
	if (!set)
		return;
	game_resume(&app->game, app->now);
	game_answer(&app->game, set, app->now);
}

/* As if right, then each of the wrong ones, then asked again. */
int preview_next_reveal(const struct app *app)
{
	const struct asked *a = game_asked(&app->game);
	int at = app->preview.reveal;

	if (at == REVEAL_NOT)
		return REVEAL_RIGHT;
	for (int i = at < REVEAL_CHOICE ? 0 : at - REVEAL_CHOICE + 1; i < a->nshown; i++)
		if (!(a->right >> i & 1))
			return REVEAL_CHOICE + i;
	return REVEAL_NOT;
}
