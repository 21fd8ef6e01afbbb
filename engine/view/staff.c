#include "staff.h"

#include "screens.h"

void staff_take(struct app *app, const struct event *ev)
{
	if (ev->kind == EVENT_PIN)
		pin_answer(app, ev);
}

void staff_sign(struct app *app)
{
	app->staff.sign_ms = app->now;
}

int64_t staff_idle_ms(const struct app *app)
{
	return app->now - app->staff.sign_ms;
}
