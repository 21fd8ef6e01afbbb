#include "keeping.h"

#include <assert.h>
#include <stdio.h>

#include "memory.h"

/* ---- what is said ---- */

void keeping_answer(struct keeping *k, const struct answer *a)
{
	SDL_LockMutex(k->lock);
	assert(k->n < ANSWERS);
	k->answers[(k->first + k->n++) % ANSWERS] = *a;
	SDL_UnlockMutex(k->lock);
}

static void push(struct keeping *k, enum event_kind kind, bool good, const char *words)
{
	struct answer a = {.kind = kind, .good = good};

	snprintf(a.words, sizeof(a.words), "%s", words);
	keeping_answer(k, &a);
}

static const char *why(const struct keeping *k)
{
	return k->store ? store_error(k->store) : "memory is short";
}

static void report(struct keeping *k, const struct store_report *r)
{
	SDL_LockMutex(k->lock);
	k->keeps = memory_keeps(r);
	if (memory_note(r, k->path, k->note, NOTE))
		memory_words(r, k->words, WORDS);
	SDL_UnlockMutex(k->lock);
}

/* What could not be done is said once. */
static void fail(struct keeping *k)
{
	SDL_LockMutex(k->lock);
	bool news = !k->failed;
	k->failed = true;
	if (news) {
		snprintf(k->words, WORDS, "What is played can’t be kept: %.200s", why(k));
		snprintf(k->note, NOTE, "%s: what is played can't be kept: %s", k->path, why(k));
	}
	SDL_UnlockMutex(k->lock);
	if (news)
		push(k, EVENT_MEMORY, false, k->words);
}

/* ---- what is done ---- */

void keeping_open(struct keeping *k)
{
	struct store_report r = {0};

	k->store = store_open(k->path, &r);
	if (!k->store) {
		r.state = STORE_UNUSABLE;
		snprintf(r.why, sizeof(r.why), "%s", why(k));
	}
	report(k, &r);
	if (k->keeps && !store_past(k->store, k->past))
		fail(k);
}

static void check(struct keeping *k)
{
	struct store_report r = {0};

	if (!k->keeps || store_check(k->store, &r) == STORE_GOOD)
		return;
	report(k, &r);
	k->running = k->last = k->earlier = 0; /* they are in what was set aside */
	push(k, EVENT_MEMORY, false, k->words);
}

static void move(struct keeping *k, const struct request *r)
{
	bool good = k->running && !k->torn &&
		    store_move(k->store, k->running, &r->game, &r->move, r->index, r->now);

	if (k->running && !good)
		fail(k);
	k->torn = !good;
	if (r->index >= 0)
		push(k, EVENT_SAVED, good, good ? "" : why(k));
}

static void end(struct keeping *k, const struct request *r)
{
	if (k->running && !(r->value ? store_end(k->store, k->running, &r->game, true, r->now)
				     : store_leave(k->store, k->running, r->now)))
		fail(k);
	k->running = 0;
}

static void run(struct keeping *k, int64_t game)
{
	k->running = k->last = game;
	k->torn = false;
	if (!game)
		fail(k);
}

static bool take_first(void *ctx, const struct board_key *key)
{
	*(struct board_key *)ctx = *key;
	return false;
}

static void read_boards(struct keeping *k, const struct request *r)
{
	struct board_key key = r->key;
	struct boards b;

	if (!key.mode[0]) /* the one that was played last */
		store_board_keys(k->store, take_first, &key);
	bool good = store_boards(k->store, &key, r->value ? k->last : 0, r->now, &b);

	SDL_LockMutex(k->lock);
	if (good)
		k->boards = b;
	SDL_UnlockMutex(k->lock);
	push(k, EVENT_BOARDS, good, "");
}

static void do_effect(struct keeping *k, const struct request *r)
{
	switch (r->effect) {
	case EFFECT_BEGIN: run(k, store_begin(k->store, &r->game, r->now)); break;
	case EFFECT_RESUME:
		run(k, store_resume(k->store, k->earlier) ? k->earlier : 0);
		k->earlier = 0;
		break;
	case EFFECT_MOVE: move(k, r); break;
	case EFFECT_SEEN:
		if (k->running && !k->torn)
			store_seen(k->store, k->running, r->move.at_ms);
		break;
	case EFFECT_END: end(k, r); break;
	case EFFECT_NAME:
		if (k->last && !store_name(k->store, k->last, r->index, r->name))
			fail(k);
		break;
	case EFFECT_BOARDS: read_boards(k, r); break;
	case EFFECT_FORGET:
		if (k->earlier && !store_leave(k->store, k->earlier, r->now))
			fail(k);
		k->earlier = 0;
		break;
	default: break;
	}
}

void keeping_work(struct keeping *k, const struct request *r)
{
	if (!r->is_effect)
		check(k);
	else if (k->store)
		do_effect(k, r);
	else if (r->effect == EFFECT_BOARDS)
		push(k, EVENT_BOARDS, false, "");
	else if (r->effect == EFFECT_MOVE && r->index >= 0)
		push(k, EVENT_SAVED, false, why(k));
}
