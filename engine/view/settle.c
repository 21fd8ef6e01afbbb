/* What is shown, drawn until focus and scrolling are where they belong. */
#include <math.h>
#include <string.h>

#include "accessbar.h"
#include "caption.h"
#include "entrance.h"
#include "mirror.h"
#include "screens.h"
#include "spots.h"
#include "told.h"
#include "writing.h"

static const struct action NOTHING = {VERB_NONE, 0};

static bool shows_question(const struct screen *s)
{
	return s == &screen_question || s == &screen_reveal || s == &screen_pause ||
	       s == &screen_results;
}

static bool has_question(const struct app *app)
{
	if (attract_plays(app))
		return true;
	return app->screen == &screen_preview ? app->preview.pack != NULL
					      : shows_question(app->screen);
}

/* Where a pack is played, its texts decide how a page is read: those of the translation that is
 * shown, or the author's own; elsewhere the language that was asked for. */
static void find_direction(const struct app *app, struct ui *ui)
{
	ui->language = app_language(app);
	ui->rtl = writing_is_rtl(ui->language);
	if (has_question(app)) {
		int at = app->screen == &screen_results ? 0 : told_index(app);
		const struct pack *p = app->game.deck.item[at].pack;
		const struct text *ask = &p->questions[app->game.deck.item[at].question].ask;
		const char *s = text_in(ask, app_language(app));

		ui->language = text_language(ask, app_language(app));
		if (!ui->language)
			ui->language = p->language;
		ui->rtl = ui->language ? writing_is_rtl(ui->language)
				       : writing_of(s, strlen(s)).starts_rtl;
	}
	ui->han = writing_han(ui->language);
}

/* What can be pressed on it lies low where a visitor wants that; of other screens all does. */
static bool places_itself(const struct screen *s)
{
	return s == &screen_question || s == &screen_reveal || s == &screen_pause ||
	       s == &screen_results || s == &screen_attract;
}

static const struct theme *theme_now(const struct app *app)
{
	const struct theme *t = theme_lookup(app->set.theme);

	return app->o.kiosk ? &app->themes[t - themes] : t;
}

static void show(struct app *app)
{
	struct ui *ui = &app->ui;

	ui->now = app->now;
	ui->motion = (enum motion)app->set.motion;
	ui->text = (float)app->set.text_percent / 100;
	find_direction(app, ui);
	ui_begin(ui, &app->frame, app->o.w, app->o.h, theme_now(app));
	app->frame.screen = app->screen->name;
	ui->reach = app->reach;
	if (ui->reach && ui->w < 1.5f * ui->h) /* what is to lie low needs the width */
		ui->column = false;
	if (app->o.kiosk)
		ui_fingers(ui, app->o.state.px_per_mm);
	if (app->reach && !places_itself(app->screen)) {
		if (!ui->portrait) /* half of a low page */
			ui->text = fminf(ui->text, 1.5f);
		ui_lower(ui);
	}
	ui->stage.h -= caption_room(app, ui);
	struct accessbar bar = accessbar_of_page(app, ui);
	app->screen->draw(app, ui);
	accessbar_page_draw(ui, &bar);
	if (ui->ringed.on)
		ui_ring_paint(ui);
	entrance_draw(app, ui);
	caption_draw(app, ui);
	if (app->o.kiosk)
		visit_wake(app, ui);
	if (ui->rtl)
		frame_mirror(&app->frame);
}

float app_furthest(const struct frame *f)
{
	return fmaxf(0, f->scroll_height - f->scroll.h);
}

void app_scroll(struct app *app, float px)
{
	app->ui.scroll_at = fminf(fmaxf(0, app->ui.scroll_at + px), app_furthest(&app->frame));
}

/* Scrolls so that what has the focus lies on the visible part of the page, with a little air; what
 * has no room there shows its top. */
static void reveal_focus(struct app *app)
{
	const struct frame *f = &app->frame;
	const struct spot *s = spot_find(f, app->ui.focus);
	float air = ui_px(&app->ui, 2);

	if (!s || !(s->flags & SPOT_SCROLLS) || app_furthest(f) == 0)
		return;
	if (app->screen ==
	    &screen_packs) { /* the row with the focus is the middle one, where there is room */
		app_scroll(app, s->box.y + s->box.h / 2 - f->scroll.y - f->scroll.h / 2);
		return;
	}
	air = fmaxf(0, fminf(air, floorf((f->scroll.h - s->box.h) / 2)));
	float above = f->scroll.y + air - s->box.y;
	float below = s->box.y + s->box.h + air - (f->scroll.y + f->scroll.h);
	if (above > 0)
		app->ui.scroll_at = fmaxf(0, app->ui.scroll_at - above);
	else if (below > 0)
		app->ui.scroll_at =
			fminf(app_furthest(f), app->ui.scroll_at + fminf(below, air - above));
}

/* Draws, and again when the picture itself says that focus or scrolling must move. */
void app_settle(struct app *app)
{
	struct frame *f = &app->frame;
	struct ui *ui = &app->ui;

	entrance_ring(app);
	show(app);
	bool moved = false;
	const struct spot *s = spot_find(f, ui->focus);
	if (!s || s->flags & (SPOT_DISABLED | SPOT_SILENT)) {
		struct action main = NOTHING;
		for (int i = 0; i < f->nspots && main.verb == VERB_NONE; i++)
			if (f->spots[i].flags & SPOT_MAIN)
				main = f->spots[i].action;
		moved = !ui_is(main, ui->focus);
		if (moved)
			app_focus(app, main);
		entrance_ring(app);
	}
	if (ui->scroll_at > app_furthest(f)) {
		ui->scroll_at = app_furthest(f);
		moved = true;
	}
	if (moved)
		show(app);
	if (app->seeking) {
		float before = ui->scroll_at;
		reveal_focus(app);
		if (ui->scroll_at != before)
			show(app);
		app->seeking = false;
	}
	entrance_seen(app);
}
