#include "visit.h"

#include <math.h>
#include <string.h>

#include "access.h"
#include "forget.h"
#include "press.h"
#include "screens.h"
#include "utf8.h"

enum { THINKING_MS = 10000, CHARACTER_MS = 60 }; /* as a question's clock has it */

/* ---- what there is to play ---- */

bool visit_offers(const struct app *app, int entry)
{
	return app->o.library->entries[entry].pack != NULL;
}

/* The first that is offered, behind this one; -1: none. */
static int next_offered(const struct app *app, int entry)
{
	while (++entry < app->o.library->n)
		if (visit_offers(app, entry))
			return entry;
	return -1;
}

bool visit_has_packs(const struct app *app)
{
	int first = next_offered(app, -1);

	return first >= 0 && next_offered(app, first) >= 0;
}

static bool has_modes(const struct app *app)
{
	return kiosk_mode(app->o.kiosk, 1);
}

bool visit_has_mode(const struct app *app, const struct mode *m)
{
	return !app->o.kiosk || app->o.kiosk->modes >> (m - game_modes) & 1;
}

void visit_choose(struct app *app, int entry)
{
	app->visit.entry = entry;
	if (has_modes(app))
		app_go(app, &screen_modes);
	else
		visit_play(app, kiosk_mode(app->o.kiosk, 0));
}

void visit_play(struct app *app, const struct mode *m)
{
	app->o.mode = m;
	if (!app_play(app, app->visit.entry) && visit_has_packs(app))
		app_go(app, &screen_packs);
}

void visit_loaded(struct app *app, int removed)
{
	bool gone = removed >= 0 && app->visit.entry == removed;
	const struct screen *s = app_beneath(app);

	if (removed >= 0 && app->visit.entry > removed)
		app->visit.entry--;
	if ((s == &screen_packs || s == &screen_modes) && next_offered(app, -1) < 0) {
		visit_end(app);
	} else if (gone && s == &screen_modes) {
		app->overs = 0;
		app_go(app, &screen_packs);
	}
}

const struct past *visit_mistakes(const struct app *app)
{
	if (!app->o.kiosk)
		return app->o.past;
	return visit_has_mode(app, game_mode("study")) ? &app->visit.mistakes : NULL;
}

/* ---- beginning and end ---- */

void visit_open(struct app *app)
{
	app->visit.gate = gate_start();
	app->visit.sign_ms = app->now;
	app->visit.ended_ms = INT64_MIN / 2;
	app->o.mode = kiosk_mode(app->o.kiosk, 0);
	app_go(app, &screen_attract);
}

void visit_begin(struct app *app)
{
	int first = next_offered(app, -1);

	if (visit_has_packs(app))
		app_go(app, &screen_packs);
	else if (first >= 0)
		visit_choose(app, first);
}

void visit_end(struct app *app)
{
	forget(app);
	visit_open(app);
	app->visit.ended_ms = app->now;
}

/* The page for the PIN, where there is one, over whatever is shown. */
static void open_staff(struct app *app)
{
	if (!app->o.kiosk->pin[0] || app->screen == &screen_pin || app->screen == &screen_operator)
		return;
	if (app->screen == &screen_idle)
		app_close_over(app);
	app_open_over(app, &screen_pin);
	gate_shut(app);
	app->visit.gate.corner_ms = -1;
}

void visit_return(struct app *app)
{
	app_close_over(app);
	app->visit.sign_ms = app->now;
}

/* ---- is anybody there? ---- */

static int64_t reading_ms(const struct app *app, const struct text *t)
{
	const char *s = text_in(t, app_language(app));

	return s ? (int64_t)utf8_length(s, strlen(s)) * CHARACTER_MS * app->set.reading_percent /
			       100
		 : 0;
}

static int64_t question_ms(const struct app *app)
{
	const struct asked *a = game_asked(&app->game);
	int64_t ms = THINKING_MS + reading_ms(app, &game_question(&app->game)->ask);

	for (int i = 0; i < a->nshown; i++)
		ms += reading_ms(app, &game_choice(&app->game, i)->text);
	return a->limit_ms > ms ? a->limit_ms : ms;
}

/* What nobody is hurried through, on top of the usual: a question's own time, or what it takes to
 * read; a reason. */
static int64_t thinking_ms(const struct app *app)
{
	if (app->screen == &screen_question)
		return question_ms(app);
	if (app->screen != &screen_reveal)
		return 0;
	const struct deck *d = &app->game.deck;
	int at = app->review >= 0 ? app->review : app->game.at;
	return reading_ms(app, &d->item[at].pack->questions[d->item[at].question].why);
}

static bool waits(const struct app *app)
{
	const struct screen *s = app->screen;

	return s != &screen_attract && s != &screen_closed && s != &screen_idle &&
	       s != &screen_pin && s != &screen_operator;
}

bool visit_touched(const struct app *app)
{
	if (app->screen != &screen_attract)
		return false;
	if (app->reach)
		return true;
	for (int k = 0; k < SETTINGS; k++)
		if (k != SETTING_FULLSCREEN &&
		    !setting_same(&app->set, &app->o.set, (enum setting)k))
			return true;
	return false;
}

static int64_t due_ms(const struct app *app)
{
	int64_t from = app->since > app->visit.sign_ms ? app->since : app->visit.sign_ms;

	return from + app->o.kiosk->idle_ms + thinking_ms(app);
}

static void pass_time(struct app *app)
{
	if (app->visit.gate.finger == FINGER_DOWN || app->listen.plays)
		app->visit.sign_ms = app->now;
	if (app->screen == &screen_idle && app->now - app->since >= app->o.kiosk->warn_ms)
		visit_end(app);
	else if (visit_touched(app) && app->now >= app->visit.sign_ms + app->o.kiosk->idle_ms)
		visit_end(app);
	else if (waits(app) && app->now >= due_ms(app))
		app_open_over(app, &screen_idle);
}

/* INT64_MIN: it does not rest. */
static int64_t rest_end_ms(const struct app *app)
{
	if (app->screen == &screen_results && !app->tallied)
		return app->since + RESULTS_REST_MS;
	if (app->screen == &screen_reveal && app->review < 0)
		return app->since + REVEAL_REST_MS;
	return app->screen == &screen_attract ? app->visit.ended_ms + ATTRACT_REST_MS : INT64_MIN;
}

bool visit_rests(const struct app *app)
{
	return app->o.kiosk && app->now < rest_end_ms(app);
}

void visit_wake(const struct app *app, struct ui *ui)
{
	const struct gate *g = &app->visit.gate;

	if (visit_rests(app))
		frame_wake(ui->f, rest_end_ms(app));
	if (g->finger == FINGER_DOWN)
		frame_wake(ui->f, g->still_ms + GATE_STUCK_MS);
	if (gate_held_ms(app) >= 0 && app->o.kiosk->pin[0])
		frame_wake(ui->f, g->corner_ms + STAFF_HOLD_MS);
	if (app->screen == &screen_idle)
		frame_wake(ui->f, app->since + app->o.kiosk->warn_ms);
	else if (visit_touched(app))
		frame_wake(ui->f, app->visit.sign_ms + app->o.kiosk->idle_ms);
	else if (waits(app) && g->finger != FINGER_DOWN && !app->listen.plays)
		frame_wake(ui->f, due_ms(app));
}

/* ---- what happens ---- */

static bool is_press(const struct event *ev)
{
	return ev->kind == EVENT_KEY || ev->kind == EVENT_PAD || ev->kind == EVENT_BUTTON ||
	       ev->kind == EVENT_DOWN || ev->kind == EVENT_WHEEL;
}

/* A key that something lies on is no sign, nor is a mouse that trembles. */
static bool is_sign(struct app *app, const struct event *ev)
{
	struct visit *v = &app->visit;

	if (ev->kind == EVENT_MOVE && !ev->held &&
	    hypotf(ev->x - v->x, ev->y - v->y) > 3 * app->ui.u) {
		v->x = ev->x;
		v->y = ev->y;
		return true;
	}
	return (is_press(ev) && !ev->repeat) || ev->kind == EVENT_UP || ev->kind == EVENT_TEXT;
}

/* Whatever else is pressed on a page that rests is for the one before it. */
static bool is_meant(const struct app *app, const struct event *ev)
{
	const struct spot *s = ev->kind == EVENT_DOWN ? press_spot(app, ev->x, ev->y) : NULL;

	return s && (s->action.verb == VERB_ACCESS || s->action.verb == VERB_PAUSE);
}

bool visit_take(struct app *app, const struct event *ev)
{
	gate_tick(app);
	if (gate_held_ms(app) >= STAFF_HOLD_MS || gate_is_chord(ev))
		open_staff(app);
	pass_time(app);
	if (!gate_lets(app, ev))
		return false;
	if (is_sign(app, ev))
		app->visit.sign_ms = app->now;
	if (!is_press(ev))
		return true;
	if (visit_rests(app) && !is_meant(app, ev)) {
		app->ui.hurry_ms = app->now;
		gate_shut(app);
		return false;
	}
	if (app->screen == &screen_idle) { /* whatever it is, it says no more than that */
		if (!ev->repeat)
			visit_return(app);
		gate_shut(app);
		return false;
	}
	return true;
}
