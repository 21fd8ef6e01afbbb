#include "course.h"

#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "picture.h"
#include "seats.h"

enum { SAVE_MS = 1000 };

static void drop_packs(struct app *app)
{
	for (int i = 0; i < app->nheld; i++)
		pack_drop(app->held[i]);
	app->nheld = 0;
}

static bool hold_packs(struct app *app, int entry)
{
	const struct library *l = app->o.library;
	int n = 0;

	if (l->n > app->held_room) /* memory was short when they came */
		return false;
	for (int i = 0; i < l->n; i++)
		if (entry < 0 ? library_mixes(l, i) : i == entry && l->entries[i].pack)
			n++;
	if (n == 0)
		return false;
	drop_packs(app);
	for (int i = 0; i < l->n; i++)
		if (entry < 0 ? library_mixes(l, i) : i == entry && l->entries[i].pack)
			app->held[app->nheld++] = pack_keep(l->entries[i].pack);
	return true;
}

bool app_play(struct app *app, int entry)
{
	app->mistakes = false;
	return hold_packs(app, entry) && app_play_again(app);
}

/* Daily games of the same day are the same, wherever they are. */
static uint64_t next_seed(struct app *app, const struct mode *m)
{
	if (m->daily && !app->o.repeatable)
		return (uint64_t)moment_day((struct moment){app->unix_ms, app->utc_offset_min});
	return app->seed++;
}

/* Another game takes its place. */
static void leave(struct app *app)
{
	if (app_unfinished(app) && app->o.remembers)
		app_effect(app, (struct effect){.kind = app->earlier ? EFFECT_FORGET : EFFECT_END});
	app->earlier = false;
}

/* The packs as they are read by now; those that were removed as they were. */
static void find_newest(struct app *app)
{
	for (int i = 0; i < app->nheld; i++) {
		const struct entry *e = library_find(app->o.library, app->held[i]->id);

		app->all[i] = e ? e->pack : app->held[i];
	}
}

static void hold_newest(struct app *app)
{
	for (int i = 0; i < app->nheld; i++) {
		const struct pack *before = app->held[i];

		app->held[i] = pack_keep(app->all[i]);
		pack_drop(before);
	}
}

void course_forget(struct app *app)
{
	leave(app);
	drop_packs(app);
}

bool app_play_again(struct app *app)
{
	const struct mode *m = app->o.mode;
	struct game_options o = {.mode = m,
				 .seed = next_seed(app, m),
				 .clock_percent = app->set.clock_percent,
				 .reading_percent = app->set.reading_percent,
				 .even = !app->set.speed_bonus,
				 .party = app->party,
				 .nplayers = m->together ? app->nplayers : 1,
				 .mistakes = app->mistakes};

	find_newest(app);
	game_deal(&app->deck, &o,
		  &(struct source){.packs = app->all,
				   .npacks = app->nheld,
				   .wanted = app->o.questions,
				   .past = app->mistakes ? visit_mistakes(app) : app->o.past,
				   .repeatable = app->o.repeatable});
	if (app->deck.n == 0)
		return false;
	for (int i = 0; i < o.nplayers && o.nplayers > 1; i++)
		o.seats[i] = app->seats[i];
	leave(app);
	hold_newest(app);
	app->fresh = true;
	picture_forget(app);
	game_start(&app->game, &app->deck, &o, app->now);
	app->playing = true;
	app->saving_ms = -1;
	if (app->o.remembers)
		app_effect(app, (struct effect){.kind = EFFECT_BEGIN, .text = app->set.language});
	app_go(app, app->game.phase == PHASE_WAITING ? &screen_players : &screen_question);
	return true;
}

static bool deal_aside(struct app *app, int entry, const struct game_options *o)
{
	if (!hold_packs(app, entry))
		return false;
	find_newest(app);
	game_deal(&app->deck, o,
		  &(struct source){.packs = app->all,
				   .npacks = app->nheld,
				   .wanted = app->o.questions,
				   .repeatable = true});
	return app->deck.n > 0;
}

bool course_aside(struct app *app, uint64_t seed)
{
	struct game_options o = {.mode = kiosk_mode(app->o.kiosk, 0),
				 .seed = seed,
				 .clock_percent = app->set.clock_percent,
				 .reading_percent = app->set.reading_percent,
				 .even = !app->set.speed_bonus,
				 .nplayers = 1};
	int entry = -1;

	if (app_unfinished(app))
		return false;
	while (entry < app->o.library->n && !deal_aside(app, entry, &o))
		entry++;
	if (entry == app->o.library->n)
		return false;
	picture_forget(app);
	game_start(&app->game, &app->deck, &o, app->now);
	app->playing = false;
	app->saving_ms = app->review = -1;
	return true;
}

/* ---- a game that was not played to its end ---- */

const struct game *app_unfinished(const struct app *app)
{
	return app->playing && app->game.phase != PHASE_OVER ? &app->game : NULL;
}

static void hold_deck(struct app *app, const struct deck *d)
{
	drop_packs(app);
	for (int i = 0; i < d->n + d->nspare; i++) {
		int k = 0;

		while (k < app->nheld && app->held[k] != d->item[i].pack)
			k++;
		if (k == app->nheld)
			app->held[app->nheld++] = pack_keep(d->item[i].pack);
	}
}

/* Whether the deck was dealt from it. */
static bool is_from(const struct deck *d, const struct pack *p)
{
	size_t n = strlen(p->id);

	for (const char *at = d->packs; *at; at += *at == ' ') {
		size_t length = strcspn(at, " ");
		if (length == n && memcmp(at, p->id, n) == 0)
			return true;
		at += length;
	}
	return false;
}

/* Those it was dealt from, where they are known and here: another game after it has them, too. */
static void hold_rest(struct app *app, const struct deck *d)
{
	const struct library *l = app->o.library;

	for (int i = 0; i < l->n; i++) {
		const struct pack *p = l->entries[i].pack;
		int k = 0;

		while (p && k < app->nheld && strcmp(app->held[k]->id, p->id) != 0)
			k++;
		if (p && k == app->nheld && k < app->held_room && is_from(d, p))
			app->held[app->nheld++] = pack_keep(p);
	}
}

static void take_up(struct app *app, const struct interrupted *i)
{
	hold_deck(app, &i->game.deck);
	hold_rest(app, &i->game.deck);
	if (app->o.past)
		past_reserve(app->o.past, DECK_ITEMS);
	app->game = i->game;
	game_shift(&app->game, app->now - i->at_ms);
	app->playing = app->earlier = app->fresh = true;
}

void course_memory(struct app *app, const struct event *ev)
{
	snprintf(app->forgets, sizeof app->forgets, "%s", ev->text ? ev->text : "");
	if (!ev->interrupted)
		return;
	if (app_unfinished(app) || app->o.kiosk) /* one that has begun takes its place; whoever
						    began it in a kiosk has gone */
		app_effect(app, (struct effect){.kind = EFFECT_FORGET});
	else
		take_up(app, ev->interrupted);
	if (app->screen != &screen_home)
		return;
	app_focus(app, (struct action){VERB_CONTINUE, 0}); /* above the row that was the first */
	app->ui.hurry_ms = app->now + 1;                   /* nothing glides: the menu moved */
}

void course_resume(struct app *app, const struct interrupted *i)
{
	take_up(app, i);
	app_continue(app);
}

/* Another game after it is like it. */
void app_continue(struct app *app)
{
	const struct game *g = &app->game;

	app->o.mode = g->options.mode;
	app->party = g->options.party;
	app->mistakes = g->options.mistakes;
	app->nplayers = g->nplayers;
	for (int i = 0; i < g->nplayers; i++)
		app->seats[i] = g->options.seats[i];
	if (g->nplayers > 1 && g->options.party == PARTY_BUZZERS)
		seats_begin(app);
	app_go(app, &screen_pause);
}

void app_resume(struct app *app)
{
	const struct game *g = &app->game;

	app->waits_for_hand = false;
	if (g->paused_ms >= 0)
		app_move(app, OP_RESUME, 0, app->now);
	if (g->phase == PHASE_ANSWERED && app->fresh) /* it was not asked in this run */
		picture_ask(app, g->at);
	app_go(app, g->phase == PHASE_ASKING    ? &screen_question
		    : g->phase == PHASE_WAITING ? &screen_players
						: &screen_reveal);
}

void course_seen(struct app *app)
{
	const struct game *g = &app->game;
	int s = clock_seconds(app);

	if (!app->o.remembers || g->phase != PHASE_ASKING || g->paused_ms >= 0 || s == app->seen_s)
		return;
	app->seen_s = s;
	app_effect(app, (struct effect){.kind = EFFECT_SEEN, .move.at_ms = app->now});
}

/* ---- moves ---- */

void app_move(struct app *app, enum op op, uint32_t arg, int64_t at_ms)
{
	struct game *g = &app->game;
	struct move m = {op, arg, at_ms};
	enum phase before = g->phase;
	int at = g->at, tries = game_asked(g)->ntries;

	if (app->earlier && app->o.remembers)
		app_effect(app, (struct effect){.kind = EFFECT_RESUME});
	app->earlier = false;
	game_move(g, &m);
	bool closed = before == PHASE_ASKING && g->phase == PHASE_ANSWERED;
	bool tried = g->asked[at].ntries > tries;
	if (closed || tried)
		game_note(g, at, app->o.past);
	if ((closed || tried) && app->o.kiosk)
		game_note(g, at, &app->visit.mistakes);
	app->answers += closed || tried;
	if (app->o.remembers)
		app_effect(app, (struct effect){.kind = EFFECT_MOVE,
						.move = m,
						.index = closed || tried ? at : -1,
						.value = app->answers});
	if (closed && app->o.remembers)
		app->saving_ms = app->now;
	if (before != PHASE_OVER && g->phase == PHASE_OVER && app->o.remembers)
		app_effect(app, (struct effect){.kind = EFFECT_END, .value = 1});
}

bool app_tick(struct app *app)
{
	if (!game_due(&app->game, app->now))
		return false;
	app_move(app, OP_TICK, 0, app->now);
	return true;
}

bool app_closed(struct app *app)
{
	if (app->game.phase != PHASE_ANSWERED)
		return false;
	if (app->saving_ms >= 0 && app->now - app->saving_ms < SAVE_MS)
		return false;
	app->saving_ms = -1;
	return true;
}

void course_reserve(struct app *app)
{
	if (app->o.past)
		past_reserve(app->o.past, DECK_ITEMS);
	if (app->o.kiosk)
		past_reserve(&app->visit.mistakes, DECK_ITEMS);
}

void course_saved(struct app *app, const struct event *ev)
{
	course_reserve(app);
	if (ev->number != app->answers) /* of an earlier one, which nobody waits for any more */
		return;
	app->saving_ms = -1;
	if (app->screen == &screen_question && app_closed(app))
		app_go(app, &screen_reveal);
}

void course_wake(const struct app *app, struct ui *ui)
{
	if (app->saving_ms >= 0)
		frame_wake(ui->f, app->saving_ms + SAVE_MS);
}

void app_next(struct app *app)
{
	struct game *g = &app->game;

	app_move(app, OP_NEXT, 0, app->now);
	app->fresh = true;
	app_go(app, g->phase == PHASE_OVER      ? &screen_results
		    : g->phase == PHASE_WAITING ? &screen_players
						: &screen_question);
}
