/* What a kiosk's keeper does each night, and the report that its operator wishes. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "keeping.h"
#include "nightly.h"
#include "stick.h"

static const char NIGHT[] = "night"; /* the last whose chores were done */
static const char CLEARED[] = "cleared", WAITED[] = "cleared-waits"; /* see nightly_clears */
static const char BUSY[] = "the one before is still being written";
enum { COUNT_DAYS = 3653 }; /* what is counted is kept; some megabytes a year */
static const int64_t DAY_MS = INT64_C(24) * 60 * 60 * 1000;

void keeping_settle(struct keeping *k)
{
	if (!k->kiosk || !k->keeps)
		return;
	if (!store_day_begins(k->store, k->kiosk->day_min))
		keeping_fail(k);
	int64_t last = store_noted_number(k->store, NIGHT, NIGHTLY_NEVER);
	SDL_LockMutex(k->lock);
	k->night = last;
	SDL_UnlockMutex(k->lock);
}

/* ---- what came of it ---- */

static void answer(struct keeping *k, bool good, const char *what, const char *folder)
{
	struct answer a = {.kind = EVENT_OPERATED, .good = good, .number = OPERATE_REPORT};

	snprintf(a.words, sizeof(a.words), "%s%.200s", what, folder);
	keeping_answer(k, &a);
}

/* Of no plays there are no files. */
static void answer_report(struct keeping *k)
{
	const struct chores *c = &k->chores;

	if (c->why[0])
		answer(k, false, "", c->why);
	else if (c->written == 0)
		answer(k, true, "Nothing was played yet, so there is no report", "");
	else
		answer(k, true, "The report is in ", c->folder);
}

/* That it can't be written is said once. */
static void complain(struct keeping *k, const char *folder, const char *why)
{
	SDL_LockMutex(k->lock);
	if (!k->unreported)
		snprintf(k->note, NOTE, "%s: the report can't be written: %s", folder, why);
	k->unreported = true;
	SDL_UnlockMutex(k->lock);
}

static void night_over(struct keeping *k)
{
	if (!store_note_number(k->store, NIGHT, k->reporting))
		keeping_fail(k);
	SDL_LockMutex(k->lock);
	k->night = k->reporting;
	k->unreported = false;
	SDL_UnlockMutex(k->lock);
}

static void give_back(struct keeping *k)
{
	SDL_LockMutex(k->lock);
	k->returned = true;
	SDL_UnlockMutex(k->lock);
}

static void reported(struct keeping *k)
{
	const struct chores *c = &k->chores;
	bool good = !c->why[0];

	if (!k->nightly)
		answer_report(k);
	else if (good)
		night_over(k);
	else
		complain(k, c->folder, c->why);
	give_back(k);
}

/* ---- what is done ---- */

void keeping_chore(struct keeping *k)
{
	bool reports = k->chores.reports;

	SDL_LockMutex(k->lock);
	k->back = false;
	SDL_UnlockMutex(k->lock);
	bool more = chores_step(&k->chores, k->store);
	if (reports && !k->chores.reports)
		reported(k);
	if (!more) /* all of the store went through its cache */
		store_rest(k->store);
	SDL_LockMutex(k->lock);
	k->busy = more;
	SDL_UnlockMutex(k->lock);
}

static void be_busy(struct keeping *k)
{
	SDL_LockMutex(k->lock);
	k->busy = true;
	SDL_UnlockMutex(k->lock);
}

static void begin_report(struct keeping *k, const struct request *r, const char *folder, int from)
{
	k->nightly = r->what == REQUEST_NIGHT;
	k->reporting = r->night;
	chores_report(&k->chores, k->store, folder, from, r->packs, r->npacks);
	be_busy(k);
}

static void find_folder(const struct keeping *k, char folder[PATH_MAX])
{
	if (k->kiosk->report[0])
		snprintf(folder, PATH_MAX, "%s", k->kiosk->report);
	else
		snprintf(folder, PATH_MAX, "%s/reports", k->data);
}

/* One that is tried again, as its report failed, has waited once. */
static bool may_clear(struct keeping *k, int64_t night, int64_t last)
{
	int64_t trusted = store_noted_number(k->store, CLEARED, last);
	int64_t waited = store_noted_number(k->store, WAITED, 0);

	if (night == k->tonight)
		return night == trusted;
	bool clears = nightly_clears(night, &trusted, &waited);
	return store_note_number(k->store, CLEARED, trusted) &&
	       store_note_number(k->store, WAITED, waited) && clears;
}

/* Each month is written anew until it is over: those since the last night. */
void keeping_night(struct keeping *k, const struct request *r)
{
	int64_t last = store_noted_number(k->store, NIGHT, NIGHTLY_NEVER);
	int from = last == NIGHTLY_NEVER || last > r->night ? 0 : nightly_month(last);
	char folder[PATH_MAX];

	bool clears = may_clear(k, r->night, last);
	k->tonight = r->night;
	find_folder(k, folder);
	if (r->packs)
		begin_report(k, r, folder, k->kiosk->report_min < 0 ? INT_MAX : from);
	else
		complain(k, folder, BUSY);
	if (!clears)
		return;
	int days = k->kiosk->keep_days, counts = days > COUNT_DAYS ? days : COUNT_DAYS;
	chores_forget(&k->chores, r->now.unix_ms - days * DAY_MS, r->now.unix_ms - counts * DAY_MS);
	be_busy(k);
}

static bool find_stick(const struct keeping *k, char folder[PATH_MAX])
{
	char stick[PATH_MAX];

	return stick_find(k->kiosk->sticks, stick) && access(stick, W_OK) == 0 &&
	       stick_path(stick, "stairwell-report", folder);
}

void keeping_report(struct keeping *k, const struct request *r)
{
	const char *no = NULL;
	char folder[PATH_MAX];

	if (!r->packs)
		no = BUSY;
	else if (!k->keeps)
		no = "nothing can be kept";
	else if (!r->value)
		find_folder(k, folder);
	else if (!find_stick(k, folder))
		no = "there is no stick that can be written to";
	if (!no) {
		begin_report(k, r, folder, 0);
		return;
	}
	answer(k, false, no, "");
	if (r->packs)
		give_back(k);
}
