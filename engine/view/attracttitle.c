#include "attracttitle.h"

#include <math.h>

#include "ascent.h"
#include "attractbar.h"
#include "scores.h"
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

struct name {
	struct style style;
	float w, h;
};

/* At most so wide. */
static struct name measure_name(const struct app *app, struct ui *ui, float most)
{
	const char *name = app->o.kiosk->title;
	float size = title_size(ui);

	if (!name[0]) {
		size = fminf(size, size * most / wordmark_width(ui, size));
		return (struct name){
			{.size = size}, wordmark_width(ui, size), roundf(1.34f * size * ui->u)};
	}
	struct style s = ui_sized(STYLE_TITLE, .7f * size * fminf(1, 1.5f / ui->text));
	struct block b = ui_measure(ui, s, name, most, TEXT_BALANCED);
	while ((b.n > 2 || b.broken) && ui_font(ui, s) > 12) {
		s.size *= .96f;
		b = ui_measure(ui, s, name, most, TEXT_BALANCED);
	}
	return (struct name){s, b.w, roundf(fmaxf(b.h, ui_font(ui, s) * 1.2f))};
}

/* It stands at the start of the stage. */
static void draw_name(const struct app *app, struct ui *ui, const struct name *n)
{
	struct rect r = {ui->stage.x, ui->stage.y, ceilf(n->w) + 1, n->h};

	if (app->o.kiosk->title[0])
		ui_text(ui, n->style, r, TEXT_BALANCED, ui->t->text, app->o.kiosk->title);
	else
		wordmark_draw(ui, r.x, r.y, n->style.size);
}

static const char *highest(const struct app *app, struct ui *ui)
{
	const struct board *b = &app->scores.boards.span[app->scores.span];
	const struct board_row *best = &b->row[0];

	if (b->n == 0 || best->score == 0)
		return NULL;
	return best->name[0] ? frame_printf(ui->f, "%s, floor %d", best->name, best->floor)
			     : frame_printf(ui->f, "floor %d", best->floor);
}

/* How large it is; what NULL: it does not say of what. */
static struct rect highest_size(struct ui *ui, const char *who, const char *what)
{
	float font = ui_font(ui, STYLE_LABEL), gap = ui_px(ui, 1.3f);
	float about = what ? ui_width(ui, STYLE_LABEL, what) + gap : 0;

	return (struct rect){.w = 2 * ui_px(ui, 2.2f) + roundf(font * 1.27f) + gap + about +
				  ui_width(ui, STYLE_STRONG, who),
			     .h = fmaxf(ui_px(ui, 6.4f), roundf(font * 2))};
}

static void draw_highest(struct ui *ui, struct rect r, const char *who, const char *what)
{
	float icon = roundf(ui_font(ui, STYLE_LABEL) * 1.27f), gap = ui_px(ui, 1.3f);
	float x = r.x + ui_px(ui, 2.2f), y = r.y + r.h / 2;

	ui_box(ui, r, ROUND, colour_fade(ui->t->bg0, .86f), ui->t->flat ? ui->t->border : 0, .16f);
	ui_icon(ui, ICON_TROPHY, x + icon / 2, y, icon, ui->t->time, 2.1f);
	x += icon + gap;
	if (what)
		x += ui_line(ui, STYLE_LABEL, x, y, TEXT_START, ui->t->text2, what) + gap;
	ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text, who);
}

/* So far down nothing of the well runs through letters. */
static void draw_veil(struct ui *ui, float end)
{
	colour ground = ui->t->bg0;
	float clear = end + ui_px(ui, 7);

	ascent_scrim(ui, false,
		     (struct stop[]){{0, colour_fade(ground, .96f)},
				     {end / ui->h, colour_fade(ground, .93f)},
				     {clear / ui->h, colour_fade(ground, 0)}},
		     3);
}

/* Both side by side; where a name is long, and of a house upright always, one below the other; who
 * is the best goes without room in `most` px. Returns the height. */
static float draw_top(const struct app *app, struct ui *ui, const char *who, float most)
{
	struct rect s = ui->stage, best = {0};
	float gap = ui_px(ui, 2);
	struct name alone = measure_name(app, ui, s.w),
		    name = who ? measure_name(app, ui, s.w / 2) : alone;
	const char *what = scores_highest(app);
	bool below = false;

	if (who) {
		best = highest_size(ui, who, what);
		below = (ui->portrait && app->o.kiosk->title[0]) || name.w + 2 * gap + best.w > s.w;
	}
	if (below) {
		what = best.w > s.w ? NULL : what;
		best = highest_size(ui, who, what);
		if (alone.h + gap + best.h > most || best.w > s.w) {
			below = false;
			best = highest_size(ui, who, what = NULL);
			who = name.w + 2 * gap + best.w > s.w ? NULL : who;
		}
		name = below || !who ? alone : name;
	}
	if (app->o.kiosk->title[0]) {
		draw_veil(ui, s.y + name.h);
		ui_stay(ui);
	}
	draw_name(app, ui, &name);
	if (!who)
		return name.h;
	best.x = below ? s.x : s.x + s.w - best.w;
	best.y = below ? s.y + name.h + gap : s.y;
	draw_highest(ui, best, who, what);
	return below ? name.h + gap + best.h : name.h;
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
	struct rect s = ui->stage;
	struct pills pills = pills_fit(app, ui);
	struct rect start = start_place(ui, &pills);
	bool stacked = start_alone(ui);

	ui_ground(ui);
	draw_well(app, ui, stacked);
	ui_stay(ui);
	float gap = ui_px(ui, ui->tiny ? 1.2f : 3);
	float wanted = ui_px(ui, ui->tiny ? 7 : 12); /* of the headline, at least */
	struct rect r = {s.x, s.y, s.w, start.y - ui_px(ui, ui->compact ? 1.7f : 3.4f) - s.y};
	if (!stacked) {
		r.w = start.x - ui_px(ui, 4) - s.x;
		r.h = start.y + start.h - s.y;
	}
	if (empty)
		r = s;
	float room = r.h - wanted - gap;
	if (room >= 1.34f * title_size(ui) * ui->u) {
		float top = draw_top(app, ui, empty ? NULL : highest(app, ui), room) + gap;
		r.y += top;
		r.h -= top;
	}
	if (empty) {
		draw_empty(ui, r);
		return;
	}
	draw_headline(ui, r, ui->portrait ? 25.5f : 20.5f, headline(app, ui, stacked));
	start_anywhere(ui);
	start_draw(ui, start);
	pills_draw(ui, &pills);
}
