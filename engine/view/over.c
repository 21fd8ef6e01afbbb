/* Pages over whatever is shown, which is found again as it was: the settings; in a kiosk its
 * languages, whether somebody is still there, and the PIN. */
#include <assert.h>

#include "listen.h"

const struct screen *app_beneath(const struct app *app)
{
	return app->overs > 0 ? app->beneath[0].screen : app->screen;
}

static struct beneath seen(const struct app *app)
{
	return (struct beneath){
		.screen = app->screen,
		.from = app->from,
		.since = app->since,
		.focus = app->ui.focus,
		.scroll_at = app->ui.scroll_at,
		.zoomed = app->zoomed,
		.typing = app->typing,
	};
}

void app_open_over(struct app *app, const struct screen *s)
{
	struct beneath b = seen(app);
	bool asking = app->screen == &screen_question;

	if (asking) /* the clock stands still, what is held is taken back */
		app->screen->act(app, (struct action){VERB_PAUSE, 0}, BY_KEY);
	if (asking && app->screen != &screen_pause) /* or counts */
		b = seen(app);
	assert(app->overs < OVERS);
	app->beneath[app->overs++] = b;
	app_go(app, s);
}

void app_close_over(struct app *app)
{
	const struct beneath *b = &app->beneath[--app->overs];
	bool asks = b->screen == &screen_question;

	app->uncovers = true; /* it was there all the time */
	app_go(app, b->screen);
	app->uncovers = false;
	app->from = asks ? app->from : b->from;
	app->since = asks ? app->now : b->since;
	app->ui.focus = b->focus;
	app->ui.scroll_at = b->scroll_at;
	app->zoomed = b->zoomed;
	app->typing = b->typing;
	if (!asks)
		return;
	if (app->game.paused_ms >= 0)
		app_move(app, OP_RESUME, 0, app->now);
	listen_begin(app);
}
