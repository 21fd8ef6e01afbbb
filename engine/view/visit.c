#include "visit.h"

#include "access.h"
#include "gate.h"
#include "screens.h"

static int count_modes(const struct kiosk *k)
{
	int n = 0;

	while (kiosk_mode(k, n))
		n++;
	return n;
}

static int count_packs(const struct library *l)
{
	int n = 0;

	for (int i = 0; i < l->n; i++)
		n += l->entries[i].pack != NULL;
	return n;
}

void visit_open(struct app *app)
{
	app->visit.sign_ms = app->now;
	access_forget(app);
	app_go(app, &screen_attract);
}

void visit_begin(struct app *app)
{
	app->visit.sign_ms = app->now;
	app->o.mode = kiosk_mode(app->o.kiosk, 0);
	if (count_modes(app->o.kiosk) > 1)
		app_go(app, &screen_modes);
	else if (count_packs(app->o.library) > 1 || !app_play(app, -1))
		app_go(app, &screen_packs);
}

void visit_end(struct app *app)
{
	visit_open(app);
}

bool visit_take(struct app *app, const struct event *ev)
{
	return gate_lets(app, ev);
}
