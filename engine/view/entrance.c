#include "entrance.h"

#include "motion.h"

enum { ENTER_MS = 220 };

/* A question and its reveal are one place: they move what is theirs and leave the rest alone. */
static bool same_place(const struct app *app)
{
	return app->review < 0 &&
	       (app->screen == &screen_question || app->screen == &screen_reveal) &&
	       (app->from == &screen_question || app->from == &screen_reveal);
}

/* What is new fades in and rises; the ground and its art stay. It begins faint, not black: nothing
 * flashes. */
void entrance_draw(struct app *app, struct ui *ui)
{
	if (!app->from || same_place(app))
		return;
	float seen = .3f + .7f * ease_out(motion_fade(ui, app->since, 0, ENTER_MS));
	float there = ease_out(motion_move(ui, app->since, 0, ENTER_MS));
	motion_shift(ui, (struct mark){ui->still, true}, 0, ui_px(ui, 3) * (1 - there), seen);
	for (int i = 0; i < ui->still; i++) /* the art's light grows: nothing flashes */
		if (ui->f->items[i].kind == ITEM_WELL)
			ui->f->items[i].fill = colour_fade(ui->f->items[i].fill, seen);
}

/* The ring sets out from where it was seen last. */
void entrance_ring(struct app *app)
{
	struct ui *ui = &app->ui;

	if (!app->ring.on || ui->ring_at.w <= 0 || app->ring.screen != app->screen ||
	    ui_is(app->ring.focus, ui->focus))
		return;
	app->ring.focus = ui->focus;
	ui->ring_from = ui->ring_at;
	ui->ring_ms = app->now;
}

void entrance_seen(struct app *app)
{
	app->ring.on = app->ui.ring_at.w > 0;
	app->ring.focus = app->ui.focus;
	app->ring.screen = app->screen;
}

struct touched entrance_touched(const struct ui *ui)
{
	return (struct touched){ui->focus, ui->hover, ui->pressed, ui->ring};
}

static bool same_touched(struct touched a, struct touched b)
{
	return ui_is(a.focus, b.focus) && ui_is(a.hover, b.hover) && ui_is(a.pressed, b.pressed) &&
	       a.ring == b.ring;
}

/* What was touched until now turns into what is; a new screen has nothing to turn from. */
void entrance_feel(struct app *app, struct touched before, const struct screen *screen)
{
	if (app->screen != screen)
		before = entrance_touched(&app->ui);
	else if (same_touched(before, entrance_touched(&app->ui)))
		return;
	app->ui.before = before;
	app->ui.touched_ms = app->now;
}
