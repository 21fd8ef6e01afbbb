#include "caption.h"

#include <math.h>

#include "clock.h"

enum { CAPTION_MS = 2000 };

enum number { NUMBER_NONE, NUMBER_SECONDS, NUMBER_FLOOR, NUMBER_STREAK };

/* What follows from the player's own press is faint: it takes the place of nothing else. */
static const struct {
	const char *words, *one; /* one: where the number is 1; NULL: the same */
	enum number number;
	bool faint;
} captions[CUES] = {
	[CUE_SELECT] = {"Selected", NULL, NUMBER_NONE, true},
	[CUE_BACK] = {"Back", NULL, NUMBER_NONE, true},
	[CUE_MOVE] = {"Moved", NULL, NUMBER_NONE, true},
	[CUE_QUESTION] = {"A question", NULL, NUMBER_NONE, false},
	[CUE_LOCK] = {"Locked in", NULL, NUMBER_NONE, false},
	[CUE_RIGHT] = {"Right answer", NULL, NUMBER_NONE, false},
	[CUE_WRONG] = {"Wrong answer", NULL, NUMBER_NONE, false},
	[CUE_CUT] = {"Cut: the take ends", NULL, NUMBER_NONE, false},
	[CUE_STEP] = {"Steps up to floor %d", NULL, NUMBER_FLOOR, false},
	[CUE_STREAK] = {"Streak of %d", NULL, NUMBER_STREAK, false},
	[CUE_TICK] = {"Tick: %d seconds left", "Tick: %d second left", NUMBER_SECONDS, false},
	[CUE_TIME_UP] = {"Time is up", NULL, NUMBER_NONE, false},
	[CUE_HINT] = {"Lifeline", NULL, NUMBER_NONE, false},
	[CUE_COUNT] = {"Counting", NULL, NUMBER_NONE, true},
	[CUE_BUZZ] = {"Buzzer", NULL, NUMBER_NONE, false},
	[CUE_PLACED] = {"On the board", NULL, NUMBER_NONE, false},
	[CUE_BEST] = {"A new best score", NULL, NUMBER_NONE, false},
	[CUE_IDLE] = {"Is anybody there?", NULL, NUMBER_NONE, false},
};

static bool shown(const struct app *app)
{
	return app->now - app->caption.ms < CAPTION_MS;
}

static int number_of(const struct app *app, enum number number)
{
	const struct game *g = &app->game;

	if (number == NUMBER_NONE || !app->playing)
		return 0;
	return number == NUMBER_SECONDS ? clock_seconds(app)
	       : number == NUMBER_FLOOR ? game_player(g)->floor
					: game_player(g)->streak;
}

void caption_set(struct app *app, enum cue cue)
{
	if (captions[cue].faint && shown(app) && !captions[app->caption.cue].faint)
		return;
	app->caption.cue = cue;
	app->caption.number = number_of(app, captions[cue].number);
	app->caption.ms = app->now;
}

static float height(const struct ui *ui)
{
	return fmaxf(ui_px(ui, 4.8f), roundf(ui_font(ui, STYLE_STRONG) * 1.7f));
}

float caption_room(const struct app *app, const struct ui *ui)
{
	return app->set.captions ? height(ui) + ui_px(ui, 1.2f) : 0;
}

void caption_draw(const struct app *app, struct ui *ui)
{
	const char *words = captions[app->caption.cue].words;

	if (!app->set.captions || !shown(app))
		return;
	if (app->caption.number == 1 && captions[app->caption.cue].one)
		words = captions[app->caption.cue].one;
	if (captions[app->caption.cue].number)
		words = frame_printf(ui->f, words, app->caption.number);
	float high = height(ui), pad = ui_px(ui, 2.2f), icon = ui_px(ui, 3 * ui->text);
	float between = ui_px(ui, 1);
	float w = 2 * pad + icon + between + ui_width(ui, STYLE_STRONG, words);
	struct rect r = {roundf((ui->w - w) / 2), ui->stage.y + ui->stage.h + ui_px(ui, 1.2f), w,
			 high};

	ui_box(ui, r, ROUND, ui->t->surface, ui->t->border, .16f);
	ui_icon(ui, ICON_SPEAKER, r.x + pad + icon / 2, r.y + high / 2, icon, ui->t->text2, 2.1f);
	ui_line(ui, STYLE_STRONG, r.x + pad + icon + between, r.y + high / 2, TEXT_START,
		ui->t->text, words);
	frame_wake(ui->f, app->caption.ms + CAPTION_MS);
}
