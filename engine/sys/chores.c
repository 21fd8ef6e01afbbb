#include "chores.h"

#include <stdio.h>

enum { END_MS = 2000 };

void chores_report(struct chores *c, struct store *s, const char *folder, int from_month,
		   const struct pack *const *packs, int npacks)
{
	c->reports = true;
	c->packs = packs;
	c->npacks = npacks;
	c->written = 0;
	c->why[0] = '\0';
	snprintf(c->folder, sizeof c->folder, "%s", folder);
	c->nmonths = numbers_months(s, from_month, c->month, CHORES_MONTHS);
	if (c->nmonths < 0)
		snprintf(c->why, sizeof c->why, "%s", store_error(s));
}

void chores_forget(struct chores *c, int64_t before_ms, int64_t counts_before_ms)
{
	c->forgets = true;
	c->forgetting =
		(struct forgetting){.before_ms = before_ms, .counts_before_ms = counts_before_ms};
}

static void send_month(struct chores *c, struct store *s)
{
	struct numbers n = {.store = s, .packs = c->packs, .npacks = c->npacks};
	struct tables t;

	if (c->written == c->nmonths || c->why[0] ||
	    !numbers_make(&n, c->month[c->written], &t, c->why, CHORES_WORDS))
		return;
	if (c->back)
		c->errand = errand_begin(c->folder, &t, c->back, c->ctx);
	if (!c->errand) {
		tables_write(&t, c->folder, c->why, CHORES_WORDS);
		c->written++;
	}
	tables_finish(&t);
}

static void end_errand(struct chores *c, unsigned wait_ms)
{
	errand_drop(c->errand, wait_ms);
	c->errand = NULL;
}

static void report(struct chores *c, struct store *s)
{
	if (c->errand && errand_over(c->errand, c->why, CHORES_WORDS)) {
		end_errand(c, 0);
		c->written++;
	}
	if (!c->errand)
		send_month(c, s);
	c->reports = c->errand || (c->written < c->nmonths && !c->why[0]);
}

/* While a month is on its way, forgetting goes on. */
bool chores_step(struct chores *c, struct store *s)
{
	if (c->reports)
		report(c, s);
	if (c->forgets && (c->errand || !c->reports)) /* what can't be now is tomorrow */
		c->forgets = store_forget(s, &c->forgetting) && !c->forgetting.done;
	return (c->reports && !c->errand) || c->forgets;
}

void chores_close(struct chores *c)
{
	end_errand(c, END_MS);
}
