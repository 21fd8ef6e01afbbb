#include "keeper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "keeping.h"
#include "nightly.h"
#include "operating.h"

enum {
	SLOTS = 32, /* requests that can wait */
	LENT = 4,   /* reports whose packs are held */
	OVER = -1,
	CHORE = -2,
	NIGHT_AGAIN_MS = 60 * 60 * 1000, /* after one that failed */
};

struct keeper {
	struct keeping keeping; /* its lock is over what stands below it here, too */

	/* The program's thread alone. */
	SDL_Thread *thread;
	struct answer told; /* owns what the last answer points to */
	struct boards told_boards;
	struct health told_health;
	char told_note[NOTE];
	const struct pack *held[2 * DECK_ITEMS]; /* those that requests may look at */
	int nheld;
	struct interrupted interrupted;
	const struct library *library; /* of a kiosk */
	struct {
		const struct pack **packs;
		int n;
	} lent[LENT];
	int nlent;
	bool tried; /* the chores of a night, at tried_ms */
	int64_t tried_ms;

	SDL_mutex *lock; /* over all that follows */
	SDL_cond *news;
	void (*wake)(void *ctx);
	void *ctx;
	bool open, working, over;
	struct request *slots;
	uint8_t spare[SLOTS], queue[SLOTS]; /* slots by number: a stack, the first to be done */
	int nspare, n;
};

/* A PIN stays nowhere. */
static void wipe(struct request *r)
{
	if (r->what == REQUEST_EFFECT && r->effect == EFFECT_PIN)
		explicit_bzero(r->name, sizeof(r->name));
}

/* ---- the keeper's thread ---- */

static void open_store(struct keeper *k)
{
	keeping_open(&k->keeping);
	SDL_LockMutex(k->lock);
	k->open = true;
	SDL_CondBroadcast(k->news);
	SDL_UnlockMutex(k->lock);
}

/* The next one, which stays in its slot. */
static int next(struct keeper *k)
{
	SDL_LockMutex(k->lock);
	while (k->n == 0 && !k->over && !k->keeping.busy)
		SDL_CondWait(k->news, k->lock);
	int slot = k->n > 0 ? k->queue[0] : k->over ? OVER : CHORE;
	k->working = slot != OVER;
	if (slot >= 0)
		memmove(k->queue, k->queue + 1, (size_t)--k->n);
	SDL_UnlockMutex(k->lock);
	return slot;
}

static void done(struct keeper *k, int slot)
{
	if (slot >= 0)
		wipe(&k->slots[slot]);
	SDL_LockMutex(k->lock);
	if (slot >= 0)
		k->spare[k->nspare++] = (uint8_t)slot;
	k->working = false;
	bool tell = !k->over && (k->keeping.n > 0 || k->keeping.note[0]);
	SDL_CondBroadcast(k->news);
	SDL_UnlockMutex(k->lock);
	if (tell)
		k->wake(k->ctx);
}

static int live(void *keeper)
{
	struct keeper *k = keeper;

	open_store(k);
	for (int slot; (slot = next(k)) != OVER; done(k, slot))
		if (slot == CHORE)
			keeping_chore(&k->keeping);
		else
			keeping_work(&k->keeping, &k->slots[slot]);
	return 0;
}

/* ---- the program's thread ---- */

struct keeper *keeper_create(const char *path, struct past *past)
{
	struct keeper *k = calloc(1, sizeof(*k));

	if (!k)
		return NULL;
	k->keeping.path = path;
	k->keeping.past = past;
	k->lock = k->keeping.lock = SDL_CreateMutex();
	k->news = SDL_CreateCond();
	k->slots = calloc(SLOTS, sizeof(*k->slots));
	for (int i = 0; i < SLOTS; i++)
		k->spare[k->nspare++] = (uint8_t)(SLOTS - 1 - i);
	if (k->lock && k->news && k->slots)
		return k;
	keeper_destroy(k);
	return NULL;
}

/* The packs of reports that are done. */
static void take_back(struct keeper *k)
{
	SDL_LockMutex(k->lock);
	int n = k->keeping.returned;
	k->keeping.returned = 0;
	SDL_UnlockMutex(k->lock);
	for (; n > 0 && k->nlent > 0; n--) {
		for (int i = 0; i < k->lent[0].n; i++)
			pack_drop(k->lent[0].packs[i]);
		free(k->lent[0].packs);
		memmove(k->lent, k->lent + 1, (size_t)--k->nlent * sizeof(k->lent[0]));
	}
}

static void drop_packs(struct keeper *k)
{
	while (k->nheld > 0)
		pack_drop(k->held[--k->nheld]);
}

void keeper_destroy(struct keeper *k)
{
	if (!k)
		return;
	if (k->thread) {
		SDL_LockMutex(k->lock);
		k->over = true;
		SDL_CondBroadcast(k->news);
		SDL_UnlockMutex(k->lock);
		SDL_WaitThread(k->thread, NULL);
	}
	keeping_close(&k->keeping);
	drop_packs(k);
	k->keeping.returned = k->nlent;
	take_back(k);
	free(k->slots);
	SDL_DestroyCond(k->news);
	SDL_DestroyMutex(k->lock);
	free(k);
}

void keeper_start(struct keeper *k, void (*wake)(void *ctx), void *ctx)
{
	k->wake = wake;
	k->ctx = ctx;
	k->thread = SDL_CreateThread(live, "keeper", k);
}

/* The thread has nothing to do, and gets nothing but from here. */
static void wait_idle(struct keeper *k)
{
	SDL_LockMutex(k->lock);
	while (k->thread && (!k->open || k->n > 0 || k->working || k->keeping.busy))
		SDL_CondWait(k->news, k->lock);
	SDL_UnlockMutex(k->lock);
	if (!k->open)
		open_store(k);
}

const char *keeper_read(struct keeper *k)
{
	wait_idle(k);
	return k->keeping.words[0] ? k->keeping.words : NULL;
}

void keeper_guard(struct keeper *k, const char *pin)
{
	wait_idle(k);
	snprintf(k->keeping.guard.hash, sizeof(k->keeping.guard.hash), "%s", pin);
}

struct kiosk_state keeper_state(struct keeper *k)
{
	wait_idle(k);
	return operating_state(k->keeping.keeps ? k->keeping.store : NULL);
}

bool keeper_keeps(const struct keeper *k)
{
	SDL_LockMutex(k->lock);
	bool keeps = k->keeping.keeps;
	SDL_UnlockMutex(k->lock);
	return keeps;
}

void keeper_wanted(struct keeper *k, bool (*see)(void *ctx, const char *path), void *ctx)
{
	wait_idle(k);
	if (k->keeping.store)
		store_wanted(k->keeping.store, see, ctx);
}

const struct interrupted *keeper_interrupted(struct keeper *k, const struct pack *const *packs,
					     int npacks)
{
	struct store *s;

	wait_idle(k);
	s = k->keeping.store;
	bool found = s && store_interrupted(s, packs, npacks, &k->interrupted);
	k->keeping.earlier = found ? k->interrupted.id : 0;
	return found ? &k->interrupted : NULL;
}

void keeper_offer(struct keeper *k, bool interrupted)
{
	struct keeping *to = &k->keeping;
	struct answer a = {.kind = EVENT_MEMORY};

	wait_idle(k);
	a.interrupted = interrupted && to->earlier != 0;
	memcpy(a.words, to->words, WORDS);
	if (a.interrupted || a.words[0])
		keeping_answer(to, &a);
}

/* The packs of a game live as long as a request may look at them; counting them is for this thread
 * alone. */
static void hold_packs(struct keeper *k, const struct deck *d)
{
	SDL_LockMutex(k->lock);
	bool idle = k->n == 0 && !k->working;
	SDL_UnlockMutex(k->lock);
	if (k->nheld > DECK_ITEMS) { /* no room: what waits to be kept is given up */
		wait_idle(k);
		saving_forget(&k->keeping.saving);
		idle = true;
	}
	if (idle && !saving_waits(&k->keeping.saving))
		drop_packs(k);
	for (int i = 0, from = k->nheld; i < d->n + d->nspare; i++) {
		int at = from;

		while (at < k->nheld && k->held[at] != d->item[i].pack)
			at++;
		if (at == k->nheld)
			k->held[k->nheld++] = pack_keep(d->item[i].pack);
	}
}

/* Where the clock stood is worth nothing once it stands elsewhere: the oldest such request makes
 * room. False: there is none. */
static bool drop_seen(struct keeper *k)
{
	for (int i = 0; i < k->n; i++) {
		const struct request *r = &k->slots[k->queue[i]];
		if (r->what != REQUEST_EFFECT || r->effect != EFFECT_SEEN)
			continue;
		k->spare[k->nspare++] = k->queue[i];
		memmove(k->queue + i, k->queue + i + 1, (size_t)(--k->n - i));
		return true;
	}
	return false;
}

/* A slot to write to; NULL: it is not worth waiting for one. */
static struct request *take(struct keeper *k, bool worth)
{
	SDL_LockMutex(k->lock);
	while (k->nspare == 0 && !drop_seen(k) && worth)
		SDL_CondWait(k->news, k->lock);
	struct request *r = k->nspare > 0 ? &k->slots[k->spare[--k->nspare]] : NULL;
	SDL_UnlockMutex(k->lock);
	return r;
}

static void put(struct keeper *k, struct request *r)
{
	if (!k->thread) {
		wait_idle(k);
		keeping_work(&k->keeping, r);
		while (k->keeping.busy)
			keeping_chore(&k->keeping);
		wipe(r);
		k->spare[k->nspare++] = (uint8_t)(r - k->slots);
		return;
	}
	SDL_LockMutex(k->lock);
	k->queue[k->n++] = (uint8_t)(r - k->slots);
	SDL_CondBroadcast(k->news);
	SDL_UnlockMutex(k->lock);
}

void keeper_check(struct keeper *k)
{
	struct request *r = take(k, true);

	r->what = REQUEST_CHECK;
	put(k, r);
}

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

/* The packs of the library, for a report. */
static void lend(struct keeper *k, struct request *r)
{
	take_back(k);
	if (k->nlent == LENT) {
		wait_idle(k);
		take_back(k);
	}
	const struct pack **packs = calloc((size_t)k->library->n + 1, sizeof(*packs));
	int n = 0;

	for (int i = 0; packs && i < k->library->n; i++)
		if (k->library->entries[i].pack)
			packs[n++] = pack_keep(k->library->entries[i].pack);
	r->packs = k->lent[k->nlent].packs = packs;
	r->npacks = k->lent[k->nlent++].n = n;
}

static bool looks_at_game(const struct effect *e)
{
	return e->kind == EFFECT_BEGIN || e->kind == EFFECT_MOVE ||
	       (e->kind == EFFECT_END && e->value);
}

void keeper_perform(struct keeper *k, const struct effect *e, const struct game *g,
		    const struct event *now)
{
	if (!is_memory(k, e))
		return;
	if (e->kind == EFFECT_BEGIN || e->kind == EFFECT_RESUME)
		hold_packs(k, &g->deck);
	struct request *r = take(k, e->kind != EFFECT_SEEN);
	if (!r)
		return;
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
	if (looks_at_game(e))
		r->game = *g;
	if (e->kind == EFFECT_OPERATE && e->index == OPERATE_REPORT)
		lend(k, r);
	put(k, r);
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

	wait_idle(k);
	if (!k->keeping.store)
		return;
	lend(k, &r);
	store_leave_interrupted(k->keeping.store, r.packs, r.npacks, &k->interrupted);
	k->keeping.returned = 1;
	take_back(k);
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
	struct request *r = take(k, true);
	r->what = REQUEST_NIGHT;
	r->night = night;
	r->now = moment;
	lend(k, r);
	k->tried = true;
	k->tried_ms = now->at_ms;
	put(k, r);
}

bool keeper_today(struct keeper *k, struct moment now, int64_t *plays, int64_t *finished)
{
	wait_idle(k);
	*plays = *finished = 0;
	return k->keeping.store && store_played(k->keeping.store, now, plays, finished);
}

void keeper_know(struct keeper *k, const struct health *known)
{
	SDL_LockMutex(k->lock);
	k->keeping.known = *known;
	SDL_UnlockMutex(k->lock);
}

bool keeper_answer(struct keeper *k, struct event *ev)
{
	struct keeping *from = &k->keeping;
	const struct answer *a = &k->told;

	SDL_LockMutex(k->lock);
	bool due = from->n > 0;
	if (due) {
		k->told = from->answers[from->first];
		from->first = (from->first + 1) % ANSWERS;
		from->n--;
		if (a->kind == EVENT_BOARDS && a->good)
			k->told_boards = from->boards;
		if (a->kind == EVENT_HEALTH)
			k->told_health = from->health;
	}
	SDL_UnlockMutex(k->lock);
	if (due)
		*ev = (struct event){.kind = a->kind,
				     .index = a->good,
				     .number = a->number,
				     .asked = a->asked,
				     .text = a->words[0] ? a->words : NULL,
				     .interrupted = a->interrupted ? &k->interrupted : NULL,
				     .boards = a->kind == EVENT_BOARDS && a->good ? &k->told_boards
										  : NULL,
				     .health = a->kind == EVENT_HEALTH ? &k->told_health : NULL};
	return due;
}

const char *keeper_note(struct keeper *k)
{
	char *note = k->keeping.note;

	SDL_LockMutex(k->lock);
	bool news = note[0];
	if (news)
		memcpy(k->told_note, note, NOTE);
	note[0] = '\0';
	SDL_UnlockMutex(k->lock);
	return news ? k->told_note : NULL;
}
