#include "attracttitle.h"

#include <math.h>

#include "ascent.h"
#include "attractbar.h"
#include "wordmark.h"

/* ---- the well ---- */

/* Where it lies; beside words, or above them. */
static void draw_well(const struct app *app, struct ui *ui, bool stacked)
{
	colour ground = ui->t->bg0;
	struct well *w = ascent_draw(app, ui);
	float s = fminf(ui->w, ui->h), across = stacked ? .1f : .92f;
	/* from where to where it grows dark downwards */
	float clear = ui->portrait ? .3f
		      : stacked    ? .06f
				   : .46f,
	      dark = ui->portrait ? .46f
		     : stacked    ? .34f
				  : .68f;

	w->turns = 5.5f;
	if (stacked) {
		w->aspect = .92f;
		w->centre = (struct point){ui->w * .528f, ui->h * .271f};
		w->vanishing = (struct point){w->centre.x + .0185f * s, ui->h * .25f};
		w->radius = s * .648f;
	} else {
		w->aspect = 1.25f;
		w->centre = (struct point){ui->w - .6296f * s, ui->h * .389f};
		w->vanishing = (struct point){w->centre.x + .0185f * s, ui->h * .352f};
		w->radius = s * .704f;
	}
	if (w->rise == 0) { /* at rest it must not burn in either */
		float dx = ui->stage.x + ui->stage.w / 2 - ui->w / 2, dy = ui->stage.y;
		w->centre.x += dx;
		w->vanishing.x += dx;
		w->centre.y += dy;
		w->vanishing.y += dy;
	}
	ascent_scrim(ui, true,
		     (struct stop[]){{0, colour_fade(ground, across)},
				     {.36f, colour_fade(ground, .6f * across)},
				     {.56f, colour_fade(ground, 0)}},
		     3);
	ascent_scrim(
		ui, false,
		(struct stop[]){{0, colour_fade(ground, .72f)}, {.14f, colour_fade(ground, 0)}}, 2);
	ascent_scrim(ui, false,
		     (struct stop[]){{clear, colour_fade(ground, 0)},
				     {dark, colour_fade(ground, .86f)},
				     {.84f, colour_fade(ground, .98f)}},
		     3);
}

/* ---- the top: whose it is, and who is the best of today ---- */

static float title_size(struct ui *ui)
{
	return ui->compact ? 6.4f : 8.4f;
}

/* Its height; it stands at the start of the stage, `end` px wide at most. */
static float draw_name(const struct app *app, struct ui *ui, float most)
{
	struct rect s = ui->stage;
	float size = title_size(ui);

	if (app->o.kiosk->title[0]) {
		struct style style = ui_sized(STYLE_TITLE, .7f * size * fminf(1, 1.5f / ui->text));
		const char *name = app->o.kiosk->title;
		struct block b = ui_measure(ui, style, name, most, TEXT_BALANCED);
		while ((b.n > 2 || b.broken) && ui_font(ui, style) > 12) {
			style.size *= .96f;
			b = ui_measure(ui, style, name, most, TEXT_BALANCED);
		}
		ui_text(ui, style, (struct rect){s.x, s.y, most, b.h}, TEXT_BALANCED, ui->t->text,
			name);
		return roundf(fmaxf(b.h, ui_font(ui, style) * 1.2f));
	}
	size = fminf(size, size * most / wordmark_width(ui, size));
	wordmark_draw(ui, s.x, s.y, size);
	return roundf(1.34f * size * ui->u);
}

static const char *highest(const struct app *app, struct ui *ui)
{
	const struct board *b = &app->scores.boards.span[SPAN_TODAY];
	const struct board_row *best = &b->row[0];

	if (b->n == 0 || best->score == 0)
		return NULL;
	return best->name[0] ? frame_printf(ui->f, "%s, floor %d", best->name, best->floor)
			     : frame_printf(ui->f, "floor %d", best->floor);
}

static void draw_highest(struct ui *ui, const char *who, float from)
{
	struct rect s = ui->stage;
	float font = ui_font(ui, STYLE_LABEL), icon = roundf(font * 1.27f), gap = ui_px(ui, 1.3f);
	float name = ui_width(ui, STYLE_STRONG, who), pad = ui_px(ui, 2.2f);
	float about = ui_width(ui, STYLE_LABEL, "Today’s highest") + gap;
	float h = fmaxf(ui_px(ui, 6.4f), roundf(font * 2)), w = 2 * pad + icon + gap + name;

	if (s.x + s.w - w - about >= from)
		w += about;
	else
		about = 0;
	if (s.x + s.w - w < from)
		return;
	struct rect r = {s.x + s.w - w, s.y, w, h};
	float x = r.x + pad, y = r.y + h / 2;
	ui_box(ui, r, ROUND, colour_fade(ui->t->bg0, .86f), ui->t->flat ? ui->t->border : 0, .16f);
	ui_icon(ui, ICON_TROPHY, x + icon / 2, y, icon, ui->t->time, 2.1f);
	x += icon + gap;
	if (about > 0)
		ui_line(ui, STYLE_LABEL, x, y, TEXT_START, ui->t->text2, "Today’s highest");
	ui_line(ui, STYLE_STRONG, x + about, y, TEXT_START, ui->t->text, who);
}

/* ---- the headline ---- */

static const char *headline(const struct app *app, const struct ui *ui, bool stacked)
{
	if (app->o.kiosk->headline[0])
		return app->o.kiosk->headline;
	return stacked && ui->portrait ? "How high\ncan you\nclimb?" : "How high\ncan you climb?";
}

/* As large as it has room, on the bottom of the box. Returns its height. */
static float draw_headline(struct ui *ui, struct rect r, float most, const char *text)
{
	struct style s = {FACE_DISPLAY, most * fminf(1, 1.5f / ui->text), .9f, .012f};
	struct block b = ui_measure(ui, s, text, r.w, TEXT_BALANCED);

	while ((b.h > r.h || b.w > r.w || b.broken || b.n > 3) && ui_font(ui, s) > 12) {
		s.size *= .96f;
		b = ui_measure(ui, s, text, r.w, TEXT_BALANCED);
	}
	r.y += fmaxf(0, r.h - b.h);
	r.h = b.h;
	ui_text(ui, s, r, TEXT_BALANCED, ui->t->text, text);
	return b.h;
}

static void draw_empty(struct ui *ui, struct rect r)
{
	const char *line = "There is nothing to play at the moment.";
	struct block b = ui_measure(ui, STYLE_BODY, line, r.w, TEXT_BALANCED);

	ui_text(ui, STYLE_BODY, (struct rect){r.x, r.y + r.h - b.h, r.w, b.h}, TEXT_BALANCED,
		ui->t->text2, line);
	r.h -= b.h + ui_px(ui, 2.4f);
	draw_headline(ui, r, ui->portrait ? 18 : 16, "Back soon");
}

void attracttitle_draw(const struct app *app, struct ui *ui, bool empty)
{
	struct rect s = ui->stage, start = start_size(ui);
	struct pills pills = pills_fit(app, ui, 0);
	float small = ui->compact ? .5f : 1, air = ui_px(ui, 4.8f * small), least = s.w * .5f;
	float beside = s.w - start.w - ui_px(ui, 4);
	bool stacked = ui->portrait || (beside < least && !ui->compact) || ui->tiny;
	const char *who = highest(app, ui);

	ui_ground(ui);
	draw_well(app, ui, stacked);
	ui_stay(ui);
	float gap = ui_px(ui, ui->tiny ? 1.2f : 3);
	float wanted = ui_px(ui, ui->tiny ? 7 : 12); /* of the headline, at least */
	struct rect r = {s.x, s.y, s.w, s.h - pills.h - air};
	if (stacked)
		r.h -= start.h + ui_px(ui, 3.4f * small);
	else
		r.w = beside;
	float name = 1.34f * title_size(ui) * ui->u;
	if (empty)
		r = (struct rect){s.x, s.y, s.w, s.h};
	if (r.h - name - gap >= wanted) {
		float most = who && !ui->tiny ? s.w * .5f : s.w;
		name = draw_name(app, ui, most);
		r.y += name + gap;
		r.h -= name + gap;
		if (who && !empty)
			draw_highest(ui, who, s.x + most * .6f);
	}
	if (empty) {
		draw_empty(ui, r);
		return;
	}
	draw_headline(ui, r, ui->portrait ? 25.5f : 20.5f, headline(app, ui, stacked));
	start_anywhere(ui);
	start.y = s.y + s.h - pills.h - air - start.h;
	if (stacked)
		start.w = s.w;
	start.x = s.x + s.w - start.w;
	start_draw(ui, start);
	pills_draw(ui, &pills);
}
