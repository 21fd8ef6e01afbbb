#include "keeping.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "checkup.h"
#include "memory.h"
#include "operating.h"

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

static void saved(struct keeping *k, const struct request *r, bool good)
{
	struct answer a = {.kind = EVENT_SAVED, .good = good, .number = r->value};

	snprintf(a.words, sizeof(a.words), "%s", good ? "" : why(k));
	keeping_answer(k, &a);
}

static void report(struct keeping *k, const struct store_report *r)
{
	SDL_LockMutex(k->lock);
	k->keeps = memory_keeps(r);
	if (memory_note(r, k->path[0] ? k->path : "stairwell.db", k->note, NOTE))
		memory_words(r, k->words, WORDS);
	SDL_UnlockMutex(k->lock);
}

/* What could not be done is said once. */
static void fail(struct keeping *k, const char *reason)
{
	char words[WORDS];

	snprintf(words, WORDS, "What is played can’t be kept: %.200s", reason);
	SDL_LockMutex(k->lock);
	bool news = !k->failed;
	k->failed = true;
	if (news) {
		memcpy(k->words, words, WORDS);
		snprintf(k->note, NOTE, "%s: what is played can't be kept: %s", k->path, reason);
	}
	SDL_UnlockMutex(k->lock);
	if (news)
		push(k, EVENT_MEMORY, false, words);
}

void keeping_fail(struct keeping *k)
{
	fail(k, why(k));
}

void keeping_late(struct keeping *k)
{
	fail(k, "the disk is too slow");
}

/* After an outage: all is kept. */
static void recover(struct keeping *k)
{
	SDL_LockMutex(k->lock);
	bool news = k->failed;
	k->failed = false;
	if (news) {
		k->words[0] = '\0';
		snprintf(k->note, NOTE, "%s: what is played is kept again", k->path);
	}
	SDL_UnlockMutex(k->lock);
	if (news)
		push(k, EVENT_MEMORY, true, "");
}

/* ---- what is done ---- */

void keeping_open(struct keeping *k)
{
	struct store_report r = {0};

	k->store = k->saving.store = store_open(k->path, &r);
	if (!k->store) {
		r.state = STORE_UNUSABLE;
		snprintf(r.why, sizeof(r.why), "%s", why(k));
	}
	if (!k->path[0])
		snprintf(r.why, sizeof(r.why), "there is no home folder");
	report(k, &r);
	if (k->keeps && !store_past(k->store, k->past))
		keeping_fail(k);
	keeping_settle(k);
}

static void check(struct keeping *k)
{
	struct store_report r = {0};

	if (!k->keeps || store_check(k->store, &r) == STORE_GOOD)
		return;
	report(k, &r);
	k->earlier = 0; /* it is in what was set aside */
	keeping_settle(k);
	push(k, EVENT_MEMORY, false, k->words);
	if (!k->keeps)
		saving_forget(&k->saving);
	else if (!saving_anew(&k->saving))
		keeping_fail(k);
}

/* What came of it is said where it is news. */
static bool save(struct keeping *k, bool good)
{
	if (!good)
		keeping_fail(k);
	else if (!k->saving.given_up)
		recover(k);
	return good;
}

static void move(struct keeping *k, const struct request *r)
{
	bool good = saving_move(&k->saving, &r->game, &r->move, r->index, r->now);

	if (k->saving.runs)
		save(k, good);
	if (r->index >= 0)
		saved(k, r, good);
}

static void name(struct keeping *k, const struct request *r)
{
	if (!save(k, saving_flush(&k->saving)) || !k->saving.id)
		return;
	if (!store_name(k->store, k->saving.id, r->index, r->name))
		keeping_fail(k);
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

	save(k, saving_flush(&k->saving));
	if (!key.mode[0]) /* the one that was played last */
		store_board_keys(k->store, take_first, &key);
	bool good = store_boards(k->store, &key, r->value ? k->saving.id : 0, r->now, &b);

	SDL_LockMutex(k->lock);
	if (good)
		k->boards = b;
	SDL_UnlockMutex(k->lock);
	push(k, EVENT_BOARDS, good, "");
}

static void try_pin(struct keeping *k, const struct request *r)
{
	struct answer a = {.kind = EVENT_PIN, .asked = r->value};

	a.good = guard_try(&k->guard, k->store, r->name, r->at_ms, &a.number);
	keeping_answer(k, &a);
}

static void operate(struct keeping *k, const struct request *r)
{
	struct answer a = {.kind = EVENT_OPERATED, .number = r->index};

	a.good = operating_do(k->keeps ? k->store : NULL, (enum operation)r->index, r->value,
			      r->wished, r->now, a.words);
	keeping_answer(k, &a);
}

/* ---- how the machine is ---- */

static void add_memory(struct keeping *k, struct health *h)
{
	if (k->words[0])
		health_add(h, HEALTH_BAD, "Memory of play",
			   "Play goes on; somebody should look at the disk", "%.200s", k->words);
	else
		health_add(h, HEALTH_GOOD, "Memory of play", "", "every game is kept");
}

static void look(struct keeping *k, const struct request *r)
{
	struct health h = {0};

	checkup_look(&h, &(struct checkup){.root = "",
					   .folder = k->data,
					   .user = "stairwell",
					   .now = r->now,
					   .shown = true});
	if (k->store)
		store_played(k->store, r->now, &h.plays_today, &h.finished_today);
	SDL_LockMutex(k->lock);
	add_memory(k, &h);
	checkup_running(&h, r->at_ms);
	health_join(&h, &k->known);
	k->health = h;
	SDL_UnlockMutex(k->lock);
	push(k, EVENT_HEALTH, true, "");
}

static void do_effect(struct keeping *k, const struct request *r)
{
	if (r->gap)
		saving_give_up(&k->saving);
	switch (r->effect) {
	case EFFECT_BEGIN: save(k, saving_begin(&k->saving, &r->game, r->name, r->now)); break;
	case EFFECT_LANGUAGE: save(k, saving_language(&k->saving, r->name)); break;
	case EFFECT_RESUME:
		save(k, saving_resume(&k->saving, k->earlier));
		k->earlier = 0;
		break;
	case EFFECT_MOVE: move(k, r); break;
	case EFFECT_SEEN: saving_seen(&k->saving, r->move.at_ms); break;
	case EFFECT_END:
		save(k, r->value ? saving_end(&k->saving, &r->game, r->now)
				 : saving_leave(&k->saving, r->now));
		break;
	case EFFECT_NAME: name(k, r); break;
	case EFFECT_BOARDS: read_boards(k, r); break;
	case EFFECT_FORGET:
		if (k->earlier && !store_leave(k->store, k->earlier, r->now))
			keeping_fail(k);
		k->earlier = 0;
		break;
	default: break;
	}
}

void keeping_work(struct keeping *k, const struct request *r)
{
	if (r->what == REQUEST_CHECK)
		check(k);
	else if (r->what == REQUEST_NIGHT)
		keeping_night(k, r);
	else if (r->effect == EFFECT_PIN)
		try_pin(k, r);
	else if (r->effect == EFFECT_OPERATE && r->index == OPERATE_REPORT)
		keeping_report(k, r);
	else if (r->effect == EFFECT_OPERATE)
		operate(k, r);
	else if (r->effect == EFFECT_HEALTH)
		look(k, r);
	else if (k->store)
		do_effect(k, r);
	else if (r->effect == EFFECT_BOARDS)
		push(k, EVENT_BOARDS, false, "");
	else if (r->effect == EFFECT_MOVE && r->index >= 0)
		saved(k, r, false);
}

void keeping_besides(struct keeping *k)
{
	if (saving_waits(&k->saving))
		save(k, saving_flush(&k->saving));
	keeping_chore(k);
}

void keeping_close(struct keeping *k)
{
	if (k->store)
		saving_flush(&k->saving);
	chores_close(&k->chores);
	store_close(k->store);
}
