#include "candidate.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "around.h"

enum { AGAIN_MS = 30000 /* until a trial that could not be held is tried again */ };

static int64_t now_ms(void)
{
	return (int64_t)SDL_GetTicks64();
}

/* ---- reading ---- */

static void say(struct reading *r, const char *code, const char *words, const char *help)
{
	diag_add(&r->diag, diag_severity(code), code, (struct place){0, 0}, "%s", words)->help =
		help;
}

static void sit_out(struct reading *r)
{
	pack_drop(r->pack);
	diag_finish(&r->diag);
	r->pack = NULL;
	r->out = true;
	diag_init(&r->diag, r->path);
	say(r, "E803", "this pack was in play at two crashes, and sits out",
	    "change its file, or let it in again on the staff page");
}

static void read_good(struct candidate *c, const struct tried *tried, const char *spoilt,
		      struct reading *r)
{
	r->pack = pack_load(c->path, &r->diag);
	c->hash = r->pack ? r->pack->hash : 0;
	if (r->pack && tried_is_out(tried, c->hash))
		sit_out(r);
	else if (spoilt[0])
		diag_add(&r->diag, SEVERITY_WARNING, "W804", (struct place){0, 0},
			 "'%s' cannot be decoded, and is left out", spoilt)
			->help = "copy the file anew, or save it anew from what it was made of";
}

/* What the game is to know of a file of which this is known. */
static void read_as(struct candidate *c, const struct tried *tried, const struct around *a,
		    const struct verdict *v, struct reading *r)
{
	*r = (struct reading){.path = strdup(c->path), .stamp = a->stamp};
	if (!r->path)
		return;
	diag_init(&r->diag, c->path);
	if (v->is == VERDICT_GOOD)
		read_good(c, tried, v->words, r);
	else
		say(r, "E802", v->words, "copy the file anew, or make the pack anew");
	c->told = a->print;
	if (around_look(c->path, NULL, NULL).print != a->print)
		reading_finish(r); /* it is being written: what was read is nobody's */
}

/* ---- trials ---- */

/* False: not now. */
static bool hold_trial(struct candidate *c, const struct candidate_way *w, const struct around *a,
		       struct verdict *v)
{
	struct trial t = {.end = TRIAL_READ};

	if (w->program)
		t = trial_run(w->program, c->path, 0);
	if (t.end == TRIAL_FAILED) {
		c->not_before = now_ms() + AGAIN_MS;
		return false;
	}
	*v = (struct verdict){.is = t.end == TRIAL_READ ? VERDICT_GOOD : VERDICT_BAD,
			      .print = a->print};
	memcpy(v->words, t.words, sizeof(v->words));
	if (around_look(c->path, NULL, NULL).print != a->print)
		return false;
	tried_put(w->tried, c->path, v);
	return true;
}

/* ---- settling ---- */

/* How long until it may be tried, in ms; 0: now. */
static int64_t settles_in(const struct candidate *c, int64_t now)
{
	enum around_writer writer = around_writer(c->path);
	int64_t calm = writer == AROUND_UNKNOWN ? CANDIDATE_UNSURE_MS : CANDIDATE_SETTLE_MS;
	int64_t due = c->since_ms + calm;

	if (writer == AROUND_WRITTEN)
		return CANDIDATE_SETTLE_MS;
	due = c->not_before > due ? c->not_before : due;
	return due > now ? due - now : 0;
}

/* What was so for long is so since long: a start does not wait. */
static void notice(struct candidate *c, const struct around *a, int64_t now)
{
	int64_t age_s = time(NULL) - a->newest_ns / 1000000000;
	bool old = c->print == 0 && age_s > CANDIDATE_UNSURE_MS / 1000;

	if (c->print == a->print)
		return;
	c->since_ms = old ? now - CANDIDATE_UNSURE_MS : now;
	c->print = a->print;
	c->not_before = 0;
}

int64_t candidate_look(struct candidate *c, const struct candidate_way *w, struct reading *r)
{
	struct around a = around_look(c->path, lookout_heed, w->lookout);
	struct verdict v = tried_find(w->tried, c->path);
	int64_t now = now_ms(), wait = 0;

	if (a.print == 0)
		return -1;
	notice(c, &a, now);
	if (c->told == a.print)
		return -1;
	if (!v.is || v.print != a.print) {
		wait = w->known ? CANDIDATE_SETTLE_MS : w->hasty ? 0 : settles_in(c, now);
		if (wait == 0 && !hold_trial(c, w, &a, &v))
			wait = CANDIDATE_SETTLE_MS;
	}
	if (wait > 0)
		return wait;
	read_as(c, w->tried, &a, &v, r);
	return -1;
}
