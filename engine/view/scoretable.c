#include "scoretable.h"

#include <math.h>

#include "letters.h"
#include "motion.h"
#include "naming.h"
#include "scores.h"

enum { SLIDE_MS = 300, ROWS = 8 /* have room for large figures */ };

struct scoretable scoretable_measure(const struct app *app, struct ui *ui, float width,
				     float height, int rows)
{
	float big = fminf(1, 1.5f / ui->text);
	struct scoretable t = {.rows = rows,
			       .pad = ui_px(ui, ui->compact ? 1.4f : 2.8f),
			       .gap = ui_px(ui, ui->compact ? 1.4f : 2.4f),
			       .space = ui_px(ui, .8f),
			       .name_style = ui_sized(STYLE_NUMERAL, 4.4f * big),
			       .points_style = ui_sized(STYLE_NUMERAL, 4.2f * big),
			       .figure = ui_sized(STYLE_NUMERAL, 3.8f * big)};

	t.head = roundf(ui_font(ui, STYLE_LABEL) * 1.7f);
	t.row = fminf(ui_px(ui, 8),
		      floorf((height - t.head) / (float)(rows > ROWS ? rows : ROWS)) - t.space);
	t.row = fmaxf(fmaxf(t.row, ui_px(ui, 6.2f)), roundf(ui_font(ui, t.name_style) * 1.3f));
	t.place = ui_width(ui, t.figure, "10");
	t.points =
		fmaxf(ui_width(ui, t.points_style, "00,000"), ui_width(ui, STYLE_LABEL, "Points"));
	t.floor = fmaxf(ui_width(ui, t.figure, "00"), ui_width(ui, STYLE_LABEL, "Floor"));
	float room = width - 2 * t.pad - t.place - t.points - 2 * t.gap;
	float least = ui_width(ui, t.name_style, "WWW"), mode = 0;
	for (const struct mode *m = game_modes; m->id; m++) /* one's own row is the boldest */
		mode = fmaxf(mode, ceilf(ui_width(ui, STYLE_STRONG, m->name)));
	if (room - t.floor - t.gap >= least)
		room -= t.floor + t.gap;
	else
		t.floor = 0;
	bool long_names = app->o.kiosk && app->o.kiosk->names == NAMES_GENERATED;
	if (!long_names && room - mode - t.gap >= 1.4f * least) {
		t.mode = fmaxf(mode, room - t.gap - 2.4f * least);
		room -= t.mode + t.gap;
	}
	t.name = room;
	return t;
}

static void draw_titles(struct ui *ui, struct rect r, const struct scoretable *t)
{
	float x = r.x + t->pad + t->place + t->gap, y = r.y + t->head / 2, end = r.x + r.w - t->pad;
	colour c = ui->t->text2;

	ui_cut(ui, STYLE_LABEL, x, y, t->name, c, "Name");
	if (t->mode > 0)
		ui_line(ui, STYLE_LABEL, x + t->name + t->gap, y, TEXT_START, c, "Mode");
	ui_line(ui, STYLE_LABEL, end, y, TEXT_END, c, "Points");
	if (t->floor > 0)
		ui_line(ui, STYLE_LABEL, end - t->points - t->gap, y, TEXT_END, c, "Floor");
}

static const char *row_name(const struct app *app, struct ui *ui, const struct board_row *b)
{
	if (app->o.kiosk && app->o.kiosk->names == NAMES_NONE)
		return b->mine ? "You" : "Visitor";
	if (!b->mine || !app->scores.asks)
		return b->name[0] ? b->name : "—";
	if (naming_is(app))
		return app->scores.name;
	return letters_full(app) ? app->scores.name : frame_printf(ui->f, "%s_", app->scores.name);
}

static void draw_score(const struct app *app, struct ui *ui, struct rect r, int i,
		       const struct scoretable *t, bool focus)
{
	const struct theme *c = ui->t;
	const struct board_row *b = &app->scores.boards.span[app->scores.span].row[i];
	const char *name = row_name(app, ui, b), *points = ui_number(ui, b->score),
		   *mode = app->scores.mode->name;
	colour ink = b->mine ? c->onlock : c->text, dim = b->mine ? c->onlock : c->text2;
	struct action a = {VERB_ROW, SCORES_ROW + i};
	float x = r.x + t->pad, y = r.y + r.h / 2, end = r.x + r.w - t->pad;

	if (focus) {
		ui_spot(ui, r, frame_printf(ui->f, "%d, %s, %s points", b->place, name, points), a,
			SPOT_PLAIN, 0, 0);
		if (ui_feel(ui, a).to == LOOK_FOCUS)
			ui_ring(ui, r, 1.5f, 0);
	}
	ui_box(ui, r, 1.5f, b->mine ? c->lock : c->surface, b->mine ? c->lockline : c->hair,
	       b->mine && c->lockline ? .3f : .16f);
	ui_line(ui, t->figure, x + t->place / 2, y, TEXT_CENTRE, b->mine ? ink : c->text3,
		frame_printf(ui->f, "%d", b->place));
	x += t->place + t->gap;
	ui_cut(ui, ui_shrunk(ui, t->name_style, name, t->name), x, y, t->name, ink, name);
	if (t->mode > 0)
		ui_cut(ui, b->mine ? STYLE_STRONG : STYLE_LABEL, x + t->name + t->gap, y, t->mode,
		       dim, mode);
	ui_line(ui, t->points_style, end, y, TEXT_END, ink, points);
	if (t->floor > 0)
		ui_line(ui, t->figure, end - t->points - t->gap, y, TEXT_END, dim,
			frame_printf(ui->f, "%d", b->floor));
}

float scoretable_height(const struct scoretable *t, int rows)
{
	return t->head + (float)rows * (t->row + t->space);
}

void scoretable_draw(const struct app *app, struct ui *ui, struct rect r,
		     const struct scoretable *t, bool focus)
{
	const struct board *b = &app->scores.boards.span[app->scores.span];

	draw_titles(ui, r, t);
	r.y += t->head;
	r.h = t->row;
	for (int i = 0; i < b->n && i < t->rows; i++) {
		struct mark mark = motion_mark(ui);
		draw_score(app, ui, r, i, t, focus);
		if (b->row[i].mine && app->scores.found) { /* it comes to its place */
			float there = ease_out(motion_move(ui, app->since, 0, SLIDE_MS));
			motion_shift(ui, mark, ui_px(ui, 12) * (1 - there), 0,
				     motion_fade(ui, app->since, 0, SLIDE_MS));
		}
		r.y += t->row + t->space;
	}
}
