/* For staff alone: the PIN. */
#include <string.h>
#include <unicode/uchar.h>

#include "screens.h"
#include "staff.h"

bool pin_is_locked(const struct app *app)
{
	return app->now < app->staff.locked_ms;
}

bool pin_takes_digits(const struct app *app)
{
	return !app->staff.tried && !pin_is_locked(app);
}

static void forget(struct app *app)
{
	memset(app->staff.pin, 0, sizeof app->staff.pin);
}

static void ask(struct app *app, const char *pin)
{
	app_effect(app, (struct effect){EFFECT_PIN, .text = pin, .value = ++app->staff.asked,
					.move.at_ms = app->now});
}

static void enter(struct app *app)
{
	forget(app);
	app->staff.tried = app->staff.wrong = false;
	staff_begin(app);
	ask(app, "");
}

static void leave(struct app *app)
{
	forget(app);
	visit_return(app);
}

/* A digit of any script. */
static void add(struct app *app, int c)
{
	char *pin = app->staff.pin;
	size_t n = strlen(pin);
	int digit = u_charDigitValue(c);

	if (digit < 0 || n == KIOSK_PIN_MOST)
		return;
	pin[n] = (char)('0' + digit);
	app->staff.wrong = false;
}

static void try_it(struct app *app)
{
	if (strlen(app->staff.pin) < KIOSK_PIN_LEAST)
		return;
	app->staff.tried = true;
	app->staff.wrong = false;
	ask(app, app->staff.pin);
}

static void act(struct app *app, struct action a, enum by by)
{
	size_t n = strlen(app->staff.pin);

	staff_begin(app);
	if (a.verb == VERB_BACK)
		leave(app);
	if (!pin_takes_digits(app))
		return;
	switch (a.verb) {
	case VERB_LETTER:
		add(app, a.arg);
		if (by == BY_KEY) /* who types has Enter next */
			app_focus(app, (struct action){VERB_ENTER, 0});
		break;
	case VERB_DELETE:
		if (n > 0)
			app->staff.pin[n - 1] = '\0';
		break;
	case VERB_ENTER: try_it(app); break;
	default: break;
	}
}

/* One that comes when the page was closed, or was opened anew since, is nobody's. */
void pin_answer(struct app *app, const struct event *ev)
{
	struct staff *s = &app->staff;
	bool tried = s->tried;

	if (app->screen != &screen_pin || ev->asked != s->asked)
		return;
	s->locked_ms = ev->number > 0 ? app->now + 1000 * (int64_t)ev->number : 0;
	s->tried = false;
	if (tried || pin_is_locked(app))
		forget(app);
	if (!tried)
		return;
	s->wrong = !ev->index;
	if (ev->index)
		app_go(app, &screen_operator);
	else
		app_focus(app, (struct action){VERB_LETTER, PIN_MIDDLE});
}

static void tick(struct app *app)
{
	staff_look(app);
	if (app->staff.tried) /* which may take as long as it does */
		staff_begin(app);
	if (staff_idle_ms(app) >= PIN_CLOSES_MS)
		leave(app);
}

const struct screen screen_pin = {"pin", enter, act, tick, pin_draw};
