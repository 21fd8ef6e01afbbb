#include "aside.h"

#include "course.h"
#include "picture.h"
#include "questionpage.h"

enum { TRIES = 6, LEAST_MS = 10000 /* of a clock: it stays quiet */ };

static const uint64_t STREAM = UINT64_C(0x6173696465); /* "aside" */

void aside_end(struct app *app)
{
	app->attract.plays = app->playing = false;
	app->attract.page = NULL;
	app->review = app->locked_ms = -1;
	app->chosen = 0;
}

static uint32_t right_of(const struct asked *a)
{
	return a->need > 1 ? a->right : a->right & (~a->right + 1);
}

static void show(struct app *app, const struct screen *page, int64_t at_ms)
{
	app->attract.page = page;
	app->since = at_ms;
}

void aside_lock(struct app *app, int64_t at_ms)
{
	app->chosen = right_of(game_asked(&app->game));
	app->locked_ms = at_ms;
}

void aside_tell(struct app *app, int64_t at_ms)
{
	game_answer(&app->game, app->chosen, app->locked_ms);
	app->attract.told_ms = at_ms;
	if (app->attract.whole)
		show(app, &screen_reveal, at_ms);
}

static void ask(struct app *app)
{
	questionpage_begin(app);
	app->locked_ms = -1;
	show(app, &screen_question, app->now);
}

/* In sight without anybody there to scroll. */
static bool fits(struct app *app)
{
	app_settle(app);
	return app_furthest(&app->frame) == 0;
}

static bool suits(struct app *app)
{
	const struct asked *a = game_asked(&app->game);

	if (game_question(&app->game)->audio || a->nshown == 0 ||
	    (a->limit_ms > 0 && game_left_ms(&app->game, app->now) < LEAST_MS))
		return false;
	ask(app);
	if (!fits(app))
		return false;
	const struct game before = app->game;
	aside_lock(app, app->now);
	app->attract.whole = true;
	aside_tell(app, app->now);
	app->attract.whole = fits(app);
	app->game = before;
	ask(app);
	return true;
}

/* The question after this one; of another game, where that was the last. */
static bool turn(struct app *app)
{
	struct game *g = &app->game;

	if (app->attract.plays && g->phase == PHASE_ASKING)
		game_answer(g, right_of(game_asked(g)), app->now);
	if (!app->attract.plays || !game_next(g, app->now))
		app->attract.plays = course_aside(app, STREAM + app->attract.games++);
	if (app->attract.plays && g->phase == PHASE_WAITING)
		game_ready(g, app->now);
	return app->attract.plays;
}

bool aside_next(struct app *app)
{
	for (int i = 0; i < TRIES && turn(app); i++)
		if (suits(app))
			return true;
	app->attract.page = NULL;
	return false;
}
