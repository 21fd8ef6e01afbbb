/* A question, its clock and its choices; what is pressed is locked in and can be taken back for a
 * moment. With buzzers it counts at once. */
#include "questionpage.h"

#include "buzz.h"
#include "clock.h"
#include "course.h"
#include "listen.h"
#include "picture.h"

static const int64_t LONG_AGO = INT64_MIN / 2;

void questionpage_begin(struct app *app)
{
	app->told_s = 0;
	picture_ask(app, app->game.at);
	picture_ask(app, app->game.at + 1);
	app->fresh = false;
	app->chosen = 0;
	app->eased.took_ms = 0;
	app->helped.removed_ms = app->helped.swapped_ms = app->helped.more_ms = LONG_AGO;
}

static void enter(struct app *app)
{
	app->locked_ms = app->eased.from_ms = -1;
	bool sounds = listen_begin(app);
	if (!app->fresh)
		return;
	if (!sounds)
		app_cue(app, CUE_QUESTION, 0);
	questionpage_begin(app);
}

static bool several(const struct game *g)
{
	return game_asked(g)->need > 1;
}

/* What is held is not given after all; what was toggled stays. */
static void take_back(struct app *app)
{
	app_cue(app, CUE_BACK, 0);
	app->locked_ms = -1;
	if (!several(&app->game))
		app->chosen = 0;
}

/* Where the game goes from what was just done to it. */
static void go_on(struct app *app)
{
	if (app->game.phase == PHASE_OVER)
		app_go(app, &screen_results);
	else if (app->game.phase == PHASE_ASKING)
		buzz_freed(app);
	else if (app_closed(app))
		app_go(app, &screen_reveal);
}

static void give(struct app *app, uint32_t positions, int64_t at_ms)
{
	app_move(app, OP_ANSWER, positions, at_ms);
	go_on(app);
}

static void count(struct app *app)
{
	int seconds = clock_seconds(app);

	if (seconds == app->told_s || clock_next_ms(app) < 0)
		return;
	app->told_s = seconds;
	if (seconds > 0 && seconds <= CLOCK_LAST_S)
		app_cue(app, CUE_TICK, 0);
}

void questionpage_ease(struct app *app)
{
	bool stands = app->eased.from_ms >= 0;
	int64_t from_ms = stands ? app->eased.from_ms : app->now;
	int64_t most_ms = from_ms + EASED_MS - app->eased.took_ms;

	if (app->game.phase != PHASE_ASKING || app->locked_ms >= 0 || buzz_game(app) ||
	    listen_waits(app) || app->now >= most_ms)
		return;
	if (!stands)
		app_move(app, OP_PAUSE, 0, app->now);
	app->eased.from_ms = from_ms;
	app->eased.until_ms = app->now + EASE_MS < most_ms ? app->now + EASE_MS : most_ms;
}

static void count_ease(struct app *app, int64_t at_ms)
{
	app->eased.took_ms += at_ms - app->eased.from_ms;
	app->eased.from_ms = -1;
}

static void stop_ease(struct app *app, int64_t at_ms)
{
	if (app->eased.from_ms < 0)
		return;
	count_ease(app, at_ms);
	app_move(app, OP_RESUME, 0, at_ms);
}

static void tick(struct app *app)
{
	if (app->now >= app->eased.until_ms)
		stop_ease(app, app->eased.until_ms);
	listen_tick(app);
	course_seen(app);
	if (app->game.phase != PHASE_ASKING) /* the answer was being kept */
		go_on(app);
	else if (app->locked_ms >= 0 && app->now - app->locked_ms >= HOLD_MS)
		give(app, app->chosen, app->locked_ms);
	else if (app->locked_ms >= 0)
		return;
	else if (buzz_given_ms(app) >= 0)
		give(app, buzz_selected(app), buzz_given_ms(app));
	else if (app_tick(app))
		go_on(app);
	else
		count(app);
}

static void lock(struct app *app, uint32_t positions)
{
	app->chosen = positions;
	if (buzz_game(app)) {
		give(app, positions, app->now);
		return;
	}
	app_cue(app, CUE_LOCK, 0);
	app->locked_ms = app->now;
}

static void choose(struct app *app, struct action a, enum by by)
{
	uint32_t one = 1u << a.arg;

	if (several(&app->game)) {
		app->chosen ^= one;
		if (by == BY_KEY)
			app_focus(app, (struct action){VERB_LOCK, 0});
		return;
	}
	if (by == BY_KEY && !buzz_game(app) &&
	    !ui_is(app->ui.focus, a)) /* the first press selects, the second locks in */
		app_focus(app, a);
	else
		lock(app, one);
}

/* Pressing while the answer is held: another choice takes its place, the same one takes it back. */
static void choose_again(struct app *app, struct action a, enum by by)
{
	uint32_t one = 1u << a.arg;

	if (by == BY_POINTER && several(&app->game))
		take_back(app);
	else if (by == BY_POINTER && app->chosen != one)
		lock(app, one);
	else if (by == BY_POINTER && app->now - app->locked_ms >= TWICE_MS)
		take_back(app);
	else if (by == BY_FOCUS || ui_is(app->ui.focus, a))
		give(app, app->chosen, app->locked_ms);
}

static bool can_choose(const struct app *app, int position)
{
	const struct asked *a = game_asked(&app->game);

	return !buzz_open(app) && position < a->nshown && !(a->removed >> position & 1);
}

static void swap(struct app *app)
{
	listen_leave(app);
	app->fresh = true;
	listen_begin(app);
	questionpage_begin(app);
	app->ui.scroll_at = 0;
	app->since = app->helped.swapped_ms = app->now;
}

static void help(struct app *app, enum lifeline l)
{
	if (app->locked_ms >= 0 || !game_can(&app->game, l))
		return;
	app_cue(app, CUE_HINT, 0);
	app_move(app, OP_HELP, (uint32_t)l, app->now);
	app->told_s = 0;
	app->chosen &= ~game_asked(&app->game)->removed;
	if (l == LIFELINE_FIFTY)
		app->helped.removed_ms = app->now;
	else if (l == LIFELINE_SWAP)
		swap(app);
	else if (l == LIFELINE_TIME)
		app->helped.more_ms = app->now;
}

static void pause(struct app *app)
{
	if (app->locked_ms >= 0 && game_left_ms(&app->game, app->now) == 0) {
		give(app, app->chosen, app->locked_ms); /* it was in time, and there is none left to
					      take it back into */
		return;
	}
	if (app->locked_ms >= 0)
		take_back(app);
	if (app->eased.from_ms >= 0)
		count_ease(app, app->now);
	app_move(app, OP_PAUSE, 0, app->now);
	app_go(app, &screen_pause);
}

static void act(struct app *app, struct action a, enum by by)
{
	if (app->game.phase != PHASE_ASKING)
		return;
	if (a.verb != VERB_PAUSE)
		stop_ease(app, app->now);
	switch (a.verb) {
	case VERB_CHOOSE:
		if (!can_choose(app, a.arg))
			break;
		if (app->locked_ms >= 0)
			choose_again(app, a, by);
		else
			choose(app, a, by);
		break;
	case VERB_LOCK:
		if (app->chosen && !buzz_open(app))
			lock(app, app->chosen);
		break;
	case VERB_LISTEN: listen_press(app); break;
	case VERB_ZOOM: picture_zoom_to(app, a.arg); break;
	case VERB_HELP: help(app, (enum lifeline)a.arg); break;
	case VERB_BUZZ: buzz_press(app, (unsigned)a.arg); break;
	case VERB_SKIP:
		if (!buzz_open(app))
			break;
		app_move(app, OP_SKIP, 0, app->now);
		go_on(app);
		break;
	case VERB_PAUSE: pause(app); break;
	default: break;
	}
}

const struct screen screen_question = {"question", enter, act, tick, questionpage_draw};
