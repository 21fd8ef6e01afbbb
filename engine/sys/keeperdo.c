/* What goes into the keeper: effects, and what a kiosk is for. */
#include <stdio.h>
#include <string.h>

#include "keeperparts.h"
#include "nightly.h"
#include "operating.h"

enum { NIGHT_AGAIN_MS = 60 * 60 * 1000 }; /* after one that failed */

/* ---- packs ---- */

/* The packs of the report, where it is done. */
static void take_back(struct keeper *k)
{
	SDL_LockMutex(k->lock);
	bool returned = k->keeping.returned;
	k->keeping.returned = false;
	SDL_UnlockMutex(k->lock);
	if (returned)
		holding_drop_lent(&k->holding);
}

/* The packs of a game live as long as a request may look at them. False: there is no room. */
static bool hold_packs(struct keeper *k, const struct deck *d)
{
	SDL_LockMutex(k->lock);
	bool idle = k->requests.n == 0 && !k->working;
	if (idle && k->holding.n > DECK_ITEMS) /* what waits to be kept is given up */
		saving_forget(&k->keeping.saving);
	if (idle && !saving_waits(&k->keeping.saving))
		holding_drop_games(&k->holding);
	SDL_UnlockMutex(k->lock);
	return holding_game(&k->holding, d);
}

/* The packs of the library, for a report. */
static void lend(struct keeper *k, struct request *r)
{
	take_back(k);
	r->packs = holding_lend(&k->holding, k->library);
	r->npacks = k->holding.nlent;
}

/* ---- effects ---- */

static bool is_memory(const struct keeper *k, const struct effect *e)
{
	return (e->kind >= EFFECT_BEGIN && e->kind <= EFFECT_FORGET) || e->kind == EFFECT_PIN ||
	       e->kind == EFFECT_HEALTH ||
	       (e->kind == EFFECT_OPERATE && keeper_does(k, (enum operation)e->index));
}

bool keeper_does(const struct keeper *k, enum operation o)
{
	return operating_is(o) || (o == OPERATE_REPORT && k->keeping.kiosk);
}

static bool looks_at_game(const struct effect *e)
{
	return e->kind == EFFECT_BEGIN || e->kind == EFFECT_MOVE ||
	       (e->kind == EFFECT_END && e->value);
}

static bool of_game(enum effect_kind e)
{
	return e >= EFFECT_BEGIN && e <= EFFECT_LANGUAGE && e != EFFECT_BOARDS;
}

/* Whether it is about a game of which nothing more can be kept. */
static bool is_skipped(struct keeper *k, const struct effect *e)
{
	if (e->kind == EFFECT_BEGIN || e->kind == EFFECT_RESUME)
		k->skips = SKIPS_NOTHING;
	return of_game(e->kind) &&
	       (k->skips == SKIPS_ALL ||
		(k->skips == SKIPS_MOVES && e->kind != EFFECT_END && e->kind != EFFECT_NAME));
}

/* Of a game whose moves can't all be kept only the end is, of one that began now nothing. */
static void skip(struct keeper *k, enum effect_kind e)
{
	bool moves = e == EFFECT_MOVE || e == EFFECT_LANGUAGE;

	if (e == EFFECT_SEEN || k->skips == SKIPS_ALL || (moves && k->skips == SKIPS_MOVES))
		return;
	k->skips = moves ? SKIPS_MOVES : SKIPS_ALL;
	keeping_late(&k->keeping);
}

/* What is asked for is answered all the same. */
static void refuse(struct keeper *k, const struct effect *e)
{
	struct answer a = {.number = e->value, .words = "the disk is too slow"};

	if (of_game(e->kind))
		skip(k, e->kind);
	if (e->kind == EFFECT_MOVE && e->index >= 0)
		a.kind = EVENT_SAVED;
	else if (e->kind == EFFECT_BOARDS)
		a.kind = EVENT_BOARDS;
	else if (e->kind == EFFECT_OPERATE)
		a.kind = EVENT_OPERATED, a.number = e->index;
	else if (e->kind == EFFECT_PIN) /* its page waits for nothing else */
		a = (struct answer){.kind = EVENT_PIN, .asked = e->value};
	else
		return;
	keeping_answer(&k->keeping, &a);
}

static struct request *take_for(struct keeper *k, const struct effect *e, const struct game *g)
{
	bool begins = e->kind == EFFECT_BEGIN || e->kind == EFFECT_RESUME;

	return is_skipped(k, e) || (begins && !hold_packs(k, &g->deck)) ? NULL : keeper_take(k);
}

void keeper_perform(struct keeper *k, const struct effect *e, const struct game *g,
		    const struct event *now)
{
	if (!is_memory(k, e))
		return;
	struct request *r = take_for(k, e, g);
	if (!r) {
		refuse(k, e);
		return;
	}
	r->what = REQUEST_EFFECT;
	r->effect = e->kind;
	r->index = e->index;
	r->value = e->value;
	r->move = e->move;
	r->key = e->key;
	snprintf(r->name, sizeof(r->name), "%s", e->text ? e->text : "");
	r->now = (struct moment){now->unix_ms, now->utc_offset_min};
	r->wished = e->game;
	r->at_ms = now->at_ms;
	r->gap = e->kind == EFFECT_END && k->skips == SKIPS_MOVES;
	if (looks_at_game(e))
		r->game = *g;
	if (e->kind == EFFECT_OPERATE && e->index == OPERATE_REPORT)
		lend(k, r);
	keeper_put(k, r);
}

/* ---- a kiosk's ---- */

void keeper_attend(struct keeper *k, const struct kiosk *kiosk, const struct library *library,
		   const char *data)
{
	k->keeping.kiosk = kiosk;
	k->keeping.data = data;
	k->library = library;
}

void keeper_leave_interrupted(struct keeper *k)
{
	struct request r = {0};

	keeper_wait(k);
	if (!k->keeping.store)
		return;
	lend(k, &r);
	store_leave_interrupted(k->keeping.store, r.packs, r.npacks, &k->interrupted);
	holding_drop_lent(&k->holding);
}

void keeper_tick(struct keeper *k, const struct event *now)
{
	struct moment moment = {now->unix_ms, now->utc_offset_min};
	const struct kiosk *kiosk = k->keeping.kiosk;
	int64_t night;

	if (!kiosk || (k->tried && now->at_ms - k->tried_ms < NIGHT_AGAIN_MS))
		return;
	SDL_LockMutex(k->lock);
	bool due = k->open && k->keeping.keeps &&
		   nightly_due(moment, kiosk->report_min >= 0 ? kiosk->report_min : kiosk->day_min,
			       k->keeping.night, &night);
	SDL_UnlockMutex(k->lock);
	if (!due)
		return;
	struct request *r = keeper_take(k);
	if (!r)
		return;
	r->what = REQUEST_NIGHT;
	r->night = night;
	r->now = moment;
	lend(k, r);
	k->tried = true;
	k->tried_ms = now->at_ms;
	keeper_put(k, r);
}

void keeper_know(struct keeper *k, const struct health *known)
{
	SDL_LockMutex(k->lock);
	k->keeping.known = *known;
	SDL_UnlockMutex(k->lock);
}

void keeper_guard(struct keeper *k, const char *pin)
{
	keeper_wait(k);
	snprintf(k->keeping.guard.hash, sizeof(k->keeping.guard.hash), "%s", pin);
}

struct kiosk_state keeper_state(struct keeper *k)
{
	keeper_wait(k);
	return operating_state(k->keeping.keeps ? k->keeping.store : NULL);
}
