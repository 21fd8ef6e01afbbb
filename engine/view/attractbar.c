#include "attractbar.h"

#include <math.h>
#include <string.h>

static const char *const START = "Touch to start";
static const struct action STARTS = {VERB_START, 0}, ANYWHERE = {VERB_START, 1};

/* ---- the pills ---- */

enum { LEAST_PAD = 14, PAD = 25 /* tenths of u */, ROWS = 3 /* of languages */ };

static float icon_size(const struct ui *ui)
{
	return roundf(ui_font(ui, STYLE_STRONG) * 1.27f);
}

static float pill_width(struct ui *ui, const struct pills *p, int i, float pad)
{
	float w = 2 * pad + ui_width(ui, STYLE_STRONG, p->label[i]);

	if (p->icons[i])
		w += icon_size(ui) + ui_px(ui, 1.1f);
	return ceilf(fmaxf(w, ui->finger));
}

static float row_width(const struct pills *p, int from, int to)
{
	float w = 0;

	for (int i = from; i < to; i++)
		w += p->w[i] + (i > from ? p->gap : 0);
	return w;
}

/* How they may be laid out: the first that fits, or the last. */
enum {
	APART = 1, /* languages in rows of their own */
	GLOBE = 2, /* and as one, which leads to them */
	BRIEF = 4, /* the others in one word */
	BARE = 8,  /* without icons */
};

static const int wide[] = {0, APART, APART | BRIEF, GLOBE, GLOBE | BRIEF, APART | GLOBE | BRIEF},
		 low[] = {0,
			  GLOBE,
			  GLOBE | BRIEF,
			  GLOBE | BRIEF | BARE,
			  APART | GLOBE | BRIEF,
			  APART | GLOBE | BRIEF | BARE};

static void fill(const struct app *app, struct ui *ui, struct pills *p, int way)
{
	int n = access_offers(app, ACCESS_LANGUAGE) ? access_tongues(app) : 0;

	p->n = 0;
	for (int i = 0; i < n && !(way & GLOBE); i++)
		p->of[p->n++] = access_tongue(app, ui, i);
	if (n > 0 && way & GLOBE)
		p->of[p->n++] = access_choice(app, ui, ACCESS_LANGUAGE);
	p->tongues = p->n;
	for (int i = ACCESS_TEXT; i <= ACCESS_REACH; i++) { /* Text where all rows end or begin */
		int k = ui->portrait ? i : ACCESS_REACH - i;
		p->of[p->n++] = access_choice(app, ui, (enum access)k);
	}
	for (int i = 0; i < p->n; i++) {
		p->label[i] = way & BRIEF ? p->of[i].brief : p->of[i].label;
		p->icons[i] = !(way & BARE) && (i >= p->tongues || way & GLOBE);
		p->w[i] = pill_width(ui, p, i, ui_px(ui, LEAST_PAD / 10.f));
	}
}

/* Where a row of languages begins; all of them have as many, or one less. */
static int row_begin(const struct pills *p, int row)
{
	return p->rows ? row * p->tongues / p->rows : 0;
}

static float rows_height(const struct pills *p)
{
	return p->high + (float)p->rows * (p->high + p->between);
}

static bool fits(const struct pills *p, float room)
{
	bool fit = row_width(p, p->rows ? p->tongues : 0, p->n) <= room;

	for (int i = 0; i < p->rows; i++)
		fit &= row_width(p, row_begin(p, i), row_begin(p, i + 1)) <= room;
	return fit;
}

/* What is left of a row goes to its pills, as far as they look well or the row is full. */
static void widen(struct ui *ui, struct pills *p, int from, int to, float room)
{
	float more = floorf((room - row_width(p, from, to)) / (float)(to - from));
	float most = p->filled ? more : 2 * (ui_px(ui, PAD / 10.f) - ui_px(ui, LEAST_PAD / 10.f));

	for (int i = from; i < to; i++)
		p->w[i] += fminf(more, most);
}

static void lay_out(const struct app *app, struct ui *ui, struct pills *p, const int *ways, int n)
{
	float room = ui->stage.w, most = ui->compact ? 0 : .3f * ui->stage.h;
	bool fit = false;

	for (int i = 0; i < n && !fit; i++) {
		fill(app, ui, p, ways[i]);
		p->rows = p->tongues > 0 && (ways[i] & APART || p->filled);
		fit = fits(p, room);
		while (!fit && p->rows > 0 && p->rows < ROWS && p->rows < p->tongues) {
			p->rows++;
			fit = rows_height(p) <= most && fits(p, room);
		}
	}
	for (int i = 0; i < p->rows; i++)
		widen(ui, p, row_begin(p, i), row_begin(p, i + 1), room);
	widen(ui, p, p->rows ? p->tongues : 0, p->n, room);
	p->h = rows_height(p);
}

struct pills pills_fit(const struct app *app, struct ui *ui)
{
	struct pills p = {.gap = ui_gap(ui, ui->compact ? .9f : 1.3f),
			  .between = ui_gap(ui, 1.6f),
			  .high = fmaxf(ui_finger(ui, ui->tiny ? 6 : 7.6f),
					roundf(ui_font(ui, STYLE_STRONG) * 2)),
			  .filled = ui->portrait};

	lay_out(app, ui, &p, ui->compact ? low : wide, 6);
	return p;
}

static void draw_pill(struct ui *ui, struct rect r, const struct access_choice *c,
		      const char *label, bool icon)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, c->action);
	colour ground = colour_fade(t->bg0, .8f), ink = c->on ? t->bg0 : t->text;
	colour at_rest = c->on ? t->text : ground, moved = c->on ? t->text : t->focusfill;

	ui->f->pressed = true;
	ui_spot(ui, r, c->words, c->action, SPOT_PLAIN, c->key, 0);
	r.y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, ROUND, 0);
	ui_box(ui, r, ROUND, ui_tint(feel, (colour[]){at_rest, moved, moved, moved}),
	       ui_tint(feel, (colour[]){t->border, t->text3, t->border, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
	float size = icon_size(ui), gap = ui_px(ui, 1.1f), room = r.w - 2 * ui_px(ui, .8f);
	struct style s = ui_shrunk(ui, STYLE_STRONG, label, room);
	float w = ui_width(ui, s, label), middle = r.y + r.h / 2;
	icon = icon && w + size + gap <= room;
	float x = r.x + roundf((r.w - w - (icon ? size + gap : 0)) / 2);
	if (icon) {
		ui_icon(ui, c->icon, x + size / 2, middle, size, ink, 2.1f);
		x += size + gap;
	}
	ui_line(ui, s, x, middle, TEXT_START, ink, label);
	ui->f->pressed = false;
}

static void draw_row(struct ui *ui, const struct pills *p, int from, int to, float x, float y)
{
	for (int i = from; i < to; i++) {
		draw_pill(ui, (struct rect){x, y, p->w[i], p->high}, &p->of[i], p->label[i],
			  p->icons[i]);
		x += p->w[i] + p->gap;
	}
}

void pills_draw(struct ui *ui, const struct pills *p)
{
	struct rect s = ui->stage;
	float y = s.y + s.h - p->h, end = s.x + s.w - row_width(p, p->tongues, p->n);

	ui->group = 2;
	for (int i = 0; i < p->rows; i++, y += p->high + p->between)
		draw_row(ui, p, row_begin(p, i), row_begin(p, i + 1), s.x, y);
	if (p->rows == 0)
		draw_row(ui, p, 0, p->tongues, s.x, y);
	ui->group = 3;
	draw_row(ui, p, p->tongues, p->n, p->filled ? s.x : end, y);
	ui->group = 0;
}

/* ---- the start ---- */

static struct style start_style(const struct ui *ui)
{
	return ui_sized(STYLE_BUTTON, (ui->compact ? 4 : 4.8f) * fminf(1, 1.5f / ui->text));
}

static struct rect start_size(struct ui *ui)
{
	struct style s = start_style(ui);
	float text = ui_font(ui, s), icon = roundf(text * 1.2f);

	return (struct rect){
		.w = 2 * ui_px(ui, ui->compact ? 3 : 6) + icon + ui_px(ui, 1.3f) +
		     ui_width(ui, s, START),
		.h = fmaxf(ui->thumb, roundf(text * 1.8f)),
	};
}

bool start_alone(struct ui *ui)
{
	float w = ui->stage.w, beside = w - start_size(ui).w - ui_px(ui, 4);

	return ui->portrait || ui->tiny || (beside < w * .5f && !ui->compact);
}

struct rect start_place(struct ui *ui, const struct pills *p)
{
	struct rect s = ui->stage, r = start_size(ui);

	r.y = s.y + s.h - p->h - ui_px(ui, ui->compact ? 2.4f : 4.8f) - r.h;
	if (start_alone(ui))
		r.w = s.w;
	r.x = s.x + s.w - r.w;
	return r;
}

void start_draw(struct ui *ui, struct rect r)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, STARTS);
	colour lit = colour_mix(t->primary, t->text, .15f), clear = colour_fade(t->focus, 0);
	struct style s = ui_shrunk(ui, start_style(ui), START, r.w - 2 * ui_px(ui, 1.6f));
	float w = ui_width(ui, s, START), size = roundf(ui_font(ui, s) * 1.2f);
	float gap = ui_px(ui, 1.3f);
	bool icon = w + size + gap <= r.w - 2 * ui_px(ui, 1.6f);

	ui->f->pressed = true;
	ui_spot(ui, r, START, STARTS, SPOT_MAIN, 0, 0);
	r.y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, ROUND, .4f);
	if (t->glow)
		ui_halo(ui, r, ROUND, 7, colour_fade(t->primary, .5f));
	else
		ui_shadow(ui, r, ROUND, false);
	ui_box(ui, r, ROUND, ui_tint(feel, (colour[]){t->primary, lit, t->primary, t->primary}),
	       ui_tint(feel, (colour[]){clear, clear, clear, t->focus}), .4f);
	float x = r.x + roundf((r.w - w - (icon ? size + gap : 0)) / 2), middle = r.y + r.h / 2;
	if (icon) {
		ui_icon(ui, ICON_TOUCH, x + size / 2, middle, size, t->onprimary, 2);
		x += size + gap;
	}
	ui_line(ui, s, x, middle, TEXT_START, t->onprimary, START);
	ui->f->pressed = false;
}

void start_anywhere(struct ui *ui)
{
	ui_spot(ui, (struct rect){0, 0, ui->w, ui->h}, "Start", ANYWHERE, SPOT_SILENT, SPOT_ANY, 0);
}
