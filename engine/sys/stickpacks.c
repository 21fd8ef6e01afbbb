#include "stickpacks.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "around.h"
#include "hash.h"
#include "library.h"
#include "lookout.h"
#include "stick.h"
#include "swap.h"
#include "trial.h"

enum {
	SETTLE_MS = 1000, /* unchanged for so long, its packs are looked at */
	PACKS = 256,      /* that are */
};

struct offer {
	char stick[PATH_MAX];
	uint64_t print; /* of what is on it; 0: there is no stick */
	int packs, errors, looked_at;
	char wrong[HEALTH_WORDS]; /* names */
	bool writable;
};

struct stickpacks {
	char *sticks, *data;
	const char *program;
	struct lookout *lookout;
	uint64_t print; /* of what was there when it was looked at last */

	/* Under its lock. */
	struct offer offer;
	bool back;
	bool wished, answered, good;
	enum operation wish, done;
	char words[SWAP_WORDS], told[SWAP_WORDS];
};

/* ---- looking ---- */

/* What comes from a stick is letters on a screen, and no more. */
static void clean(char *out, size_t room, const char *name)
{
	struct diag d;

	diag_init(&d, "");
	snprintf(out, room, "%s", diag_copy(&d, name, strlen(name)));
	diag_finish(&d);
}

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Whole names only; a folder's pack by the folder. */
static void name_wrong(struct offer *o, const char *path)
{
	char whole[PATH_MAX], name[HEALTH_WORDS];
	size_t n = strlen(o->wrong);

	snprintf(whole, sizeof(whole), "%s", path);
	if (strcmp(name_of(whole), "pack.ini") == 0)
		*strrchr(whole, '/') = '\0';
	clean(name, sizeof(name), name_of(whole));
	if (n + strlen(name) + 2 < sizeof(o->wrong))
		snprintf(o->wrong + n, sizeof(o->wrong) - n, "%s%s", n > 0 ? ", " : "", name);
}

static void try_pack(struct offer *o, const char *program, const char *path)
{
	struct trial t = {.end = TRIAL_READ, .questions = 1};

	if (o->looked_at++ >= PACKS)
		return;
	if (program)
		t = trial_run(program, path, 0);
	o->packs += t.end == TRIAL_READ && t.questions > 0;
	int errors = t.end == TRIAL_READ ? t.errors : 1;
	o->errors += errors;
	if (errors > 0)
		name_wrong(o, path);
}

struct look {
	struct offer *offer;
	const char *program;
};

static void count_pack(void *ctx, const char *path)
{
	struct look *l = ctx;

	try_pack(l->offer, l->program, path);
}

static struct offer find(struct stickpacks *s)
{
	struct offer o = {0};
	char folder[PATH_MAX];

	lookout_watch_way(s->lookout, s->sticks);
	if (!stick_find(s->sticks, o.stick))
		return o;
	lookout_watch(s->lookout, o.stick);
	o.writable = access(o.stick, W_OK) == 0;
	o.print = hash_text(HASH_START + o.writable, o.stick);
	if (stick_path(o.stick, STICK_PACKS, folder))
		o.print ^= around_folder(folder, lookout_heed, s->lookout);
	return o;
}

/* In how many ms it is to look again; -1: when something changes. */
static int64_t look(struct stickpacks *s)
{
	struct offer o = find(s);
	struct look l = {&o, s->program};
	bool settled = o.print == 0 || o.print == s->print || !lookout_runs(s->lookout);
	bool back = s->data && swap_has_before(s->data);
	char folder[PATH_MAX];

	s->print = o.print;
	lookout_lock(s->lookout);
	bool same = o.print == s->offer.print;
	s->back = back;
	if (!same)
		s->offer = (struct offer){0};
	lookout_unlock(s->lookout);
	if (same || !settled)
		return same ? -1 : SETTLE_MS;
	if (o.print && stick_path(o.stick, STICK_PACKS, folder))
		library_list(folder, count_pack, &l);
	lookout_lock(s->lookout);
	s->offer = o;
	lookout_unlock(s->lookout);
	lookout_tell(s->lookout);
	return -1;
}

void stickpacks_tell(struct stickpacks *s, struct health *h)
{
	if (!lookout_runs(s->lookout))
		look(s);
	lookout_lock(s->lookout);
	const struct offer *o = &s->offer;
	h->stick.there = o->print;
	clean(h->stick.name, sizeof(h->stick.name), name_of(o->stick));
	h->stick.packs = o->packs;
	h->stick.errors = o->errors;
	memcpy(h->stick.wrong, o->wrong, sizeof(h->stick.wrong));
	h->stick.writable = o->writable;
	h->back = s->back;
	lookout_unlock(s->lookout);
}

/* ---- doing ---- */

/* What was copied is looked at once more: what the stick had then may not be what it has now. */
static bool any_good(struct stickpacks *s)
{
	char part[PATH_MAX];
	struct offer o = {0};
	struct look l = {&o, s->program};

	return swap_part(s->data, part, sizeof(part)) && library_list(part, count_pack, &l) &&
	       o.packs > 0;
}

static bool take(struct stickpacks *s, char *words)
{
	char folder[PATH_MAX];

	lookout_lock(s->lookout);
	bool any = s->offer.packs > 0 && stick_path(s->offer.stick, STICK_PACKS, folder);
	lookout_unlock(s->lookout);
	if (!any) {
		snprintf(words, SWAP_WORDS, "There is no stick with packs in a folder named %s",
			 STICK_PACKS);
		return false;
	}
	if (!swap_copy(s->data, folder, words))
		return false;
	if (!any_good(s)) {
		swap_drop(s->data);
		snprintf(words, SWAP_WORDS, "There is no pack on the stick that can be played");
		return false;
	}
	return swap_commit(s->data, words);
}

static void grant(struct stickpacks *s)
{
	char words[SWAP_WORDS] = "Packs cannot be kept on this machine";
	bool good = false;

	lookout_lock(s->lookout);
	bool wished = s->wished;
	enum operation o = s->wish;
	s->wished = false;
	lookout_unlock(s->lookout);
	if (!wished)
		return;
	if (s->data && (good = o == OPERATE_STICK ? take(s, words) : swap_back(s->data, words)))
		snprintf(words, sizeof(words), "%s",
			 o == OPERATE_STICK ? "The packs of the stick are played now"
					    : "The packs of before are played again");
	lookout_lock(s->lookout);
	s->answered = true;
	s->good = good;
	s->done = o;
	memcpy(s->words, words, sizeof(words));
	s->back = s->data && swap_has_before(s->data);
	lookout_unlock(s->lookout);
	lookout_tell(s->lookout);
}

void stickpacks_operate(struct stickpacks *s, enum operation o)
{
	if (!lookout_runs(s->lookout))
		look(s);
	lookout_lock(s->lookout);
	s->wish = o;
	s->wished = true;
	lookout_unlock(s->lookout);
	if (!lookout_runs(s->lookout))
		grant(s);
	lookout_again(s->lookout);
}

bool stickpacks_answer(struct stickpacks *s, struct event *ev)
{
	lookout_lock(s->lookout);
	bool answered = s->answered;
	s->answered = false;
	memcpy(s->told, s->words, sizeof(s->told));
	*ev = (struct event){
		.kind = EVENT_OPERATED, .index = s->good, .number = (int)s->done, .text = s->told};
	lookout_unlock(s->lookout);
	return answered;
}

static int64_t look_and_grant(void *ctx)
{
	int64_t wait = look(ctx);

	grant(ctx);
	return wait;
}

bool stickpacks_start(struct stickpacks *s, void (*wake)(void *ctx), void *ctx)
{
	return lookout_start(s->lookout, "stick", wake, ctx);
}

struct stickpacks *stickpacks_create(const char *sticks, const char *data, const char *program)
{
	struct stickpacks *s = calloc(1, sizeof(*s));

	if (!s)
		return NULL;
	s->program = program;
	s->sticks = strdup(sticks);
	s->data = data ? strdup(data) : NULL;
	s->lookout = lookout_create(look_and_grant, s);
	if (s->data)
		swap_tidy(s->data);
	if (s->sticks && s->lookout)
		return s;
	stickpacks_destroy(s);
	return NULL;
}

void stickpacks_destroy(struct stickpacks *s)
{
	if (!s || !lookout_destroy(s->lookout))
		return;
	free(s->sticks);
	free(s->data);
	free(s);
}
