#include "chores.h"

#include <stdio.h>

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

void chores_forget(struct chores *c, int64_t before_ms)
{
	c->forgets = true;
	c->forgetting = (struct forgetting){.before_ms = before_ms};
}

static void write_month(struct chores *c, struct store *s)
{
	struct numbers n = {
		.store = s, .folder = c->folder, .packs = c->packs, .npacks = c->npacks};

	if (c->written < c->nmonths &&
	    numbers_write(&n, c->month[c->written], c->why, CHORES_WORDS))
		c->written++;
	c->reports = c->written < c->nmonths && !c->why[0];
}

bool chores_step(struct chores *c, struct store *s)
{
	if (c->reports)
		write_month(c, s);
	else if (c->forgets) /* what can't be forgotten now is tomorrow */
		c->forgets = store_forget(s, &c->forgetting) && !c->forgetting.done;
	return c->reports || c->forgets;
}
