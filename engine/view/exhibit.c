#include "exhibit.h"

#include "screens.h"

enum { THOUGHT_MS = 3000, EXHIBIT_SEED = 1 };

/* A deck of the usual length and one to spare, so that the page has what it usually has. */
static void start(struct app *app, const struct exhibit *x)
{
	const struct game_options o = {.mode = app->o.mode,
				       .seed = EXHIBIT_SEED,
				       .clock_percent = app->set.clock_percent,
				       .reading_percent = app->set.reading_percent};

	app->deck = (struct deck){.n = DECK_WANTED, .nspare = 1, .nrounds = 1};
	for (int i = 0; i < app->deck.n + app->deck.nspare; i++) {
		app->deck.item[i].pack = x->pack;
		app->deck.item[i].question = (uint32_t)x->question;
	}
	game_start(&app->game, &app->deck, &o, app->now);
	game_show(&app->game, x->shown, x->nshown);
	if (x->hint)
		app->game.asked[0].used |= 1u << LIFELINE_HINT;
	app->playing = app->fresh = true;
	app->review = app->saving_ms = -1;
}

static void set(struct app *app, const struct exhibit *x)
{
	app->neffects = 0;
	app->o.w = x->w;
	app->o.h = x->h;
	app->set.text_percent = x->text_percent;
	setting_take(&app->set, SETTING_LANGUAGE, x->language ? x->language : "");
}

void exhibit_pack(struct app *app, int entry, const struct exhibit *x)
{
	set(app, x);
	app_go(app, &screen_packs);
	app_focus(app, (struct action){VERB_PACK, entry});
	app_settle(app);
}

void exhibit_show(struct app *app, const struct exhibit *x)
{
	set(app, x);
	start(app, x);
	app_go(app, &screen_question);
	if (x->chosen) {
		app->now += THOUGHT_MS;
		game_answer(&app->game, x->chosen, app->now);
		app_go(app, &screen_reveal);
	}
	app_settle(app);
}
