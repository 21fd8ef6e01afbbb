#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ending.h"
#include "keeperparts.h"

enum { AGAIN_MS = 3000 }; /* what the disk did not take is tried again so often */

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

/* False: what the disk did not take is to be tried again. */
static bool wait_news(struct keeper *k)
{
	if (saving_waits(&k->keeping.saving))
		return SDL_CondWaitTimeout(k->news, k->lock, AGAIN_MS) != SDL_MUTEX_TIMEDOUT;
	SDL_CondWait(k->news, k->lock);
	return true;
}

/* The next one, or NULL: something besides; false: it is over. */
static bool next(struct keeper *k, struct request **r)
{
	SDL_LockMutex(k->lock);
	while (k->requests.n == 0 && !k->over && !k->keeping.busy && !k->keeping.back &&
	       wait_news(k))
		;
	*r = requests_next(&k->requests);
	k->working = *r || !k->over;
	bool more = k->working;
	SDL_UnlockMutex(k->lock);
	return more;
}

static void done(struct keeper *k, struct request *r)
{
	if (r)
		wipe(r);
	SDL_LockMutex(k->lock);
	if (r)
		requests_done(&k->requests, r);
	k->working = false;
	bool tell = !k->over && (k->keeping.n > 0 || k->keeping.note[0]);
	SDL_CondBroadcast(k->news);
	SDL_UnlockMutex(k->lock);
	if (tell)
		k->wake(k->ctx);
}

static int live(void *keeper)
{
	char spare[ENDING_SPARE];
	struct keeper *k = keeper;
	struct request *r;

	ending_thread(spare);
	open_store(k);
	for (; next(k, &r); done(k, r))
		if (r)
			keeping_work(&k->keeping, r);
		else
			keeping_besides(&k->keeping);
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
	if (requests_init(&k->requests) && k->lock && k->news)
		return k;
	keeper_destroy(k);
	return NULL;
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
	holding_drop_games(&k->holding);
	holding_drop_lent(&k->holding);
	requests_finish(&k->requests);
	SDL_DestroyCond(k->news);
	SDL_DestroyMutex(k->lock);
	free(k);
}

/* What was on its way for a chore is there. */
static void come_back(void *keeper)
{
	struct keeper *k = keeper;

	SDL_LockMutex(k->lock);
	k->keeping.back = true;
	SDL_CondBroadcast(k->news);
	SDL_UnlockMutex(k->lock);
}

void keeper_start(struct keeper *k, void (*wake)(void *ctx), void *ctx)
{
	k->wake = wake;
	k->ctx = ctx;
	SDL_LockMutex(k->lock);
	k->thread = SDL_CreateThread(live, "keeper", k);
	if (k->thread) /* else nobody waits for what comes back */
		k->keeping.chores.back = come_back;
	k->keeping.chores.ctx = k;
	SDL_UnlockMutex(k->lock);
}

void keeper_wait(struct keeper *k)
{
	SDL_LockMutex(k->lock);
	while (k->thread &&
	       (!k->open || k->requests.n > 0 || k->working || k->keeping.busy || k->keeping.back))
		SDL_CondWait(k->news, k->lock);
	SDL_UnlockMutex(k->lock);
	if (!k->open)
		open_store(k);
}

const char *keeper_read(struct keeper *k)
{
	keeper_wait(k);
	return k->keeping.words[0] ? k->keeping.words : NULL;
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
	keeper_wait(k);
	if (k->keeping.store)
		store_wanted(k->keeping.store, see, ctx);
}

const struct interrupted *keeper_interrupted(struct keeper *k, const struct pack *const *packs,
					     int npacks)
{
	struct store *s;

	keeper_wait(k);
	s = k->keeping.store;
	bool found = s && store_interrupted(s, packs, npacks, &k->interrupted);
	k->keeping.earlier = found ? k->interrupted.id : 0;
	return found ? &k->interrupted : NULL;
}

void keeper_offer(struct keeper *k, bool interrupted)
{
	struct keeping *to = &k->keeping;
	struct answer a = {.kind = EVENT_MEMORY};

	keeper_wait(k);
	a.interrupted = interrupted && to->earlier != 0;
	memcpy(a.words, to->words, WORDS);
	if (a.interrupted || a.words[0])
		keeping_answer(to, &a);
}

struct request *keeper_take(struct keeper *k)
{
	SDL_LockMutex(k->lock);
	struct request *r = requests_take(&k->requests);
	SDL_UnlockMutex(k->lock);
	return r;
}

void keeper_put(struct keeper *k, struct request *r)
{
	if (!k->thread) {
		keeper_wait(k);
		keeping_work(&k->keeping, r);
		while (k->keeping.busy)
			keeping_besides(&k->keeping);
		wipe(r);
		requests_done(&k->requests, r);
		return;
	}
	SDL_LockMutex(k->lock);
	requests_put(&k->requests, r);
	SDL_CondBroadcast(k->news);
	SDL_UnlockMutex(k->lock);
}

void keeper_check(struct keeper *k)
{
	struct request *r = keeper_take(k);

	if (!r)
		return;
	r->what = REQUEST_CHECK;
	keeper_put(k, r);
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
