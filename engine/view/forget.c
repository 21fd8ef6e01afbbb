#include "forget.h"

#include <assert.h>
#include <string.h>

#include "course.h"
#include "listen.h"
#include "screens.h"

#define STAYS(member)                                                                              \
	{                                                                                          \
		offsetof(struct app, member), sizeof((struct app *)0)->member                      \
	}

/* In the order of struct app. */
static const struct {
	size_t at, n;
} stays[] = {
	STAYS(o),
	STAYS(set), /* put back one by one, for the shell to do as they say */
	STAYS(ui.wrap),
	STAYS(ui.fits),
	STAYS(frame), /* of what is shown, which is drawn anew */
	STAYS(now),
	STAYS(unix_ms),
	STAYS(utc_offset_min),
	STAYS(leaving),
	STAYS(effects),
	STAYS(neffects),
	STAYS(forgets),
	STAYS(answers), /* one that comes late must not be taken for another */
	STAYS(devices),
	STAYS(held),
	STAYS(all),
	STAYS(held_room),
	STAYS(seed),
	STAYS(pictures), /* as the painter counts them */
	STAYS(visit.mistakes),
	STAYS(attract.games),
	STAYS(staff.asked), /* as answers */
	STAYS(tongues),
	STAYS(kept),
	STAYS(unkept),
	STAYS(languages),
	STAYS(written),
	STAYS(themes),
};

enum { NSTAYS = sizeof stays / sizeof stays[0] };

bool forget_spares(size_t at)
{
	for (int i = 0; i < NSTAYS; i++)
		if (at >= stays[i].at && at - stays[i].at < stays[i].n)
			return true;
	return false;
}

void forget_begin(struct app *app)
{
	static const int64_t LONG_AGO = INT64_MIN / 2;

	app->nplayers = app->o.nplayers > 1 ? app->o.nplayers : 1;
	app->party = app->o.party;
	app->locked_ms = app->eased.from_ms = app->review = app->saving_ms = -1;
	app->last_ms = app->entered_ms = app->ui.ring_ms = app->ui.touched_ms = app->caption.ms =
		LONG_AGO;
	app->ui.hurry_ms = app->now + 1; /* what is there from the start has no entrance */
	app->ui.ring = !app->o.kiosk;
	app->ui.device = app->o.kiosk ? DEVICE_TOUCH : DEVICE_KEYS;
}

static void put_back(struct app *app)
{
	for (int k = 0; k < SETTINGS; k++) {
		enum setting s = (enum setting)k;
		if (s == SETTING_FULLSCREEN || setting_same(&app->set, &app->o.set, s))
			continue;
		setting_copy(&app->set, &app->o.set, s);
		app_effect(app, (struct effect){EFFECT_KEEP, .index = k,
						.value = setting_number(&app->set, s)});
	}
}

static void wipe(struct app *app)
{
	char *bytes = (char *)app;
	size_t from = 0;

	for (int i = 0; i < NSTAYS; i++) {
		assert(stays[i].at >= from);
		memset(bytes + from, 0, stays[i].at - from);
		from = stays[i].at + stays[i].n;
	}
	memset(bytes + from, 0, sizeof *app - from);
}

void forget(struct app *app)
{
	course_forget(app);
	listen_leave(app);
	put_back(app);
	past_clear(&app->visit.mistakes);
	wipe(app);
	forget_begin(app);
}
