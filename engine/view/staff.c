#include "staff.h"

#include <stdio.h>

#include "screens.h"

static void take_operated(struct app *app, const struct event *ev)
{
	struct staff *s = &app->staff;

	s->busy = false;
	s->good = ev->index;
	snprintf(s->said, sizeof s->said, "%s", ev->text ? ev->text : "");
	if (app->screen != &screen_operator)
		return;
	if (ev->index && (ev->number == OPERATE_BLANK || ev->number == OPERATE_RESET))
		app_effect(app, (struct effect){EFFECT_BOARDS, .key = app->scores.asked});
	app_effect(app, (struct effect){.kind = EFFECT_HEALTH});
}

void staff_take(struct app *app, const struct event *ev)
{
	switch (ev->kind) {
	case EVENT_PIN: pin_answer(app, ev); break;
	case EVENT_HEALTH: app->staff.health = *ev->health; break;
	case EVENT_OPERATED: take_operated(app, ev); break;
	default: break;
	}
}

void staff_begin(struct app *app)
{
	app->staff.sign_ms = app->now;
}

void staff_look(struct app *app)
{
	const struct event *e = &app->press;
	bool sign = e->kind == EVENT_KEY || e->kind == EVENT_PAD || e->kind == EVENT_BUTTON ||
		    e->kind == EVENT_DOWN || e->kind == EVENT_UP || e->kind == EVENT_WHEEL ||
		    (e->kind == EVENT_MOVE && e->held);

	if (sign && e->at_ms > app->staff.sign_ms)
		app->staff.sign_ms = e->at_ms;
}

int64_t staff_idle_ms(const struct app *app)
{
	return app->now - app->staff.sign_ms;
}
