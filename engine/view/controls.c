#include "controls.h"

#include <math.h>

static float rest(struct ui *ui) /* around the parts of segments */
{
	return ui_px(ui, .6f);
}

static float segment_height(struct ui *ui)
{
	return fmaxf(fmaxf(ui_px(ui, 5.2f), roundf(ui_font(ui, STYLE_STRONG) * 1.9f)), 24);
}

static float segments_width(struct ui *ui, const struct row *r, float pad)
{
	float w = 2 * rest(ui);

	for (int i = 0; i < r->n; i++)
		w += ui_width(ui, STYLE_STRONG, r->options[i].label) + 2 * pad;
	return w;
}

/* Side by side with what air there is for it, else one below the other. */
static void fit_segments(struct ui *ui, const struct row *r, float room, struct row_fit *f)
{
	float most = ui_px(ui, 2.2f),
	      least = ui_px(ui, .9f * ui->text); /* more than between two words */

	f->pad = most;
	f->w = segments_width(ui, r, most);
	f->h = segment_height(ui) + 2 * rest(ui);
	if (f->w <= room)
		return;
	f->pad = floorf((room - segments_width(ui, r, 0)) / (2 * (float)r->n));
	f->w = segments_width(ui, r, f->pad);
	if (f->pad >= least)
		return;
	f->pad = 0;
	f->w = 0;
	for (int i = 0; i < r->n; i++)
		f->w = fmaxf(f->w, ui_width(ui, STYLE_STRONG, r->options[i].label));
	f->w = fminf(room, f->w + 2 * (rest(ui) + most));
	f->h = segment_height(ui) * (float)r->n + 2 * rest(ui);
}

static float tile_width(struct ui *ui, const struct row *r)
{
	float w = ui_px(ui, 17.6f);

	for (int i = 0; i < r->n; i++)
		w = fmaxf(w, ui_width(ui, STYLE_STRONG, r->options[i].label) + ui_px(ui, 1.8f));
	return w;
}

static float tile_height(struct ui *ui)
{
	return ui_px(ui, 11.1f) + roundf(ui_font(ui, STYLE_LABEL) * STYLE_LABEL.line);
}

static void fit_themes(struct ui *ui, const struct row *r, float room, struct row_fit *f)
{
	float w = tile_width(ui, r), gap = ui_px(ui, 1);

	for (f->columns = r->n; f->columns > 1; f->columns = (f->columns + 1) / 2)
		if ((float)f->columns * (w + gap) - gap <= room)
			break;
	int rows = (r->n + f->columns - 1) / f->columns;
	f->w = (float)f->columns * (w + gap) - gap;
	f->h = (float)rows * (tile_height(ui) + gap) - gap;
}

static float square(const struct ui *ui)
{
	return ui_scaled(ui, ui->compact ? 6.4f : 7.4f);
}

static struct style value_style(void)
{
	return ui_sized(STYLE_NUMERAL, 4.6f);
}

static struct style name_style(void)
{
	return ui_sized(STYLE_NUMERAL, 4);
}

static void fit_control(struct ui *ui, const struct row *r, float room, struct row_fit *f)
{
	switch (r->kind) {
	case CONTROL_CYCLE:
		f->w = fminf(room,
			     2 * square(ui) + ui_px(ui, 2) + ui_width(ui, name_style(), r->widest));
		f->h = fmaxf(square(ui), ui_font(ui, name_style()));
		break;
	case CONTROL_SEGMENTS: fit_segments(ui, r, room, f); break;
	case CONTROL_THEMES: fit_themes(ui, r, room, f); break;
	case CONTROL_STEPPER:
		f->w = 2 * square(ui) +
		       fmaxf(ui_px(ui, 14),
			     ui_width(ui, value_style(), r->widest) + ui_px(ui, 3.6f));
		f->h = fmaxf(square(ui), ui_font(ui, value_style()));
		break;
	case CONTROL_SWITCH:
		f->w = ui_width(ui, STYLE_LABEL, "Off") + ui_px(ui, 1.6f) + ui_scaled(ui, 10);
		f->h = ui_scaled(ui, 5.6f);
		break;
	case CONTROL_TICK: f->w = f->h = ui_scaled(ui, 4.8f); break;
	}
}

static float words_height(struct ui *ui, const struct row *r, float room)
{
	return ui_measure(ui, STYLE_BUTTON, r->name, room, 0).h +
	       (r->line ? ui_measure(ui, STYLE_LABEL, r->line, room, TEXT_BALANCED).h : 0);
}

struct row_fit row_fit(struct ui *ui, const struct row *r, float width)
{
	struct row_fit f = {0};
	float room = width - 2 * ui_px(ui, ui->compact ? 1.8f : 3);

	fit_control(ui, r, room, &f);
	f.words = room - f.w - ui_px(ui, 3);
	f.below = f.words < 19 * ui->u * ui->text;
	if (r->kind == CONTROL_TICK)
		f.below = false;
	if (f.below)
		f.words = room;
	float words = words_height(ui, r, f.words);
	f.height = f.below ? words + f.h + ui_px(ui, 5)
			   : fmaxf(ui_px(ui, ui->compact ? 9 : 10.8f),
				   fmaxf(words, f.h) + ui_px(ui, 3));
	f.height = roundf(f.height);
	return f;
}

const char *row_value(const struct row *r)
{
	switch (r->kind) {
	case CONTROL_CYCLE:
	case CONTROL_STEPPER: return r->value;
	case CONTROL_SWITCH: return r->on ? "On" : "Off";
	case CONTROL_TICK: return r->on ? "chosen" : NULL;
	default:
		for (int i = 0; i < r->n; i++)
			if (r->options[i].on)
				return r->options[i].label;
		return NULL;
	}
}

/* A part of a row: while the row has the focus, an arrow of the keyboard presses it. */
static void part(struct ui *ui, const struct row *r, struct rect at, int i, int key)
{
	const struct option *o = &r->options[i];
	bool whole = r->action.verb, mine = whole && ui_is(ui->focus, r->action);
	bool end = r->kind == CONTROL_STEPPER && o->on;
	if (key && ui->rtl) /* the page is mirrored, and the arrows with it */
		key = key == KEY_LEFT ? KEY_RIGHT : KEY_LEFT;
	const char *label = o->on && !end ? frame_printf(ui->f, "%s, chosen", o->label) : o->label;

	ui_spot(ui, at, label, o->action,
		(whole ? SPOT_SILENT : SPOT_PLAIN) | (end ? SPOT_DISABLED : 0), mine ? key : 0, 0);
}

/* Of several in a row: the one before the chosen one goes with left, the one behind it with right.
 */
static int arrow(const struct row *r, int i)
{
	if (i + 1 < r->n && r->options[i + 1].on)
		return KEY_LEFT;
	return i > 0 && r->options[i - 1].on ? KEY_RIGHT : 0;
}

static void draw_segments(struct ui *ui, struct rect at, const struct row *r,
			  const struct row_fit *f)
{
	struct rect one = {at.x + rest(ui), at.y + rest(ui), at.w - 2 * rest(ui),
			   segment_height(ui)};

	ui_box(ui, at, 1.4f, ui->t->bg0, ui->t->border, .16f);
	for (int i = 0; i < r->n; i++) {
		const struct option *o = &r->options[i];
		struct feel feel = ui_feel(ui, o->action);
		colour clear = colour_fade(ui->t->focusfill, 0), lit = ui->t->focusfill;

		if (f->pad > 0)
			one.w = ui_width(ui, STYLE_STRONG, o->label) + 2 * f->pad;
		part(ui, r, one, i, arrow(r, i));
		if (feel.to == LOOK_FOCUS)
			ui_ring(ui, one, 1, 0);
		ui_box(ui, one, 1,
		       o->on ? ui->t->text : ui_tint(feel, (colour[]){clear, lit, lit, lit}), 0, 0);
		ui_line(ui, STYLE_STRONG, one.x + roundf(one.w / 2), one.y + one.h / 2, TEXT_CENTRE,
			o->on ? ui->t->bg0 : ui->t->text2, o->label);
		if (f->pad > 0)
			one.x += one.w;
		else
			one.y += one.h;
	}
}

/* A question's page in small: a line, a right and a wrong answer. */
static void draw_preview(struct ui *ui, struct rect at, const struct theme *t)
{
	float pad = ui_px(ui, 1.2f), gap = ui_px(ui, .8f), bar = ui_px(ui, 1);
	struct rect line = {at.x + pad, at.y + pad, roundf((at.w - 2 * pad) * .8f), bar};
	struct rect card = {line.x, line.y + bar + gap, floorf((at.w - 2 * pad - gap) / 2), 0};
	struct item *wrong;

	card.h = at.y + at.h - pad - card.y;
	ui_box(ui, at, 1.2f, t->bg0, t->border, .2f);
	ui_box(ui, line, ROUND, t->text, 0, 0);
	ui_box(ui, card, .6f, t->ok, 0, 0);
	ui_icon(ui, ICON_CHECK, card.x + card.w / 2, card.y + card.h / 2, ui_px(ui, 2.4f), t->onok,
		3.2f);
	card.x = at.x + at.w - pad - card.w;
	wrong = ui_box(ui, card, .6f, t->badfill, t->bad, .25f);
	wrong->dashed = true;
	ui_icon(ui, ICON_CROSS, card.x + card.w / 2, card.y + card.h / 2, ui_px(ui, 2.4f), t->bad,
		3.2f);
}

static void draw_themes(struct ui *ui, struct rect at, const struct row *r, const struct row_fit *f)
{
	float w = tile_width(ui, r), h = tile_height(ui), gap = ui_px(ui, 1), pad = ui_px(ui, .9f);

	for (int i = 0; i < r->n; i++) {
		const struct option *o = &r->options[i];
		struct rect tile = {at.x + (float)(i % f->columns) * (w + gap),
				    at.y + (float)(i / f->columns) * (h + gap), w, h};
		struct feel feel = ui_feel(ui, o->action);
		colour clear = colour_fade(ui->t->text3, 0);
		struct rect page = {tile.x + pad, tile.y + pad, w - 2 * pad, ui_px(ui, 8.4f)};

		part(ui, r, tile, i, arrow(r, i));
		ui_box(ui, tile, 1.8f, 0,
		       o->on ? ui->t->brand
			     : ui_tint(feel, (colour[]){clear, ui->t->text3, clear, ui->t->focus}),
		       .45f);
		draw_preview(ui, page, o->theme);
		ui_line(ui, o->on ? STYLE_STRONG : STYLE_LABEL, tile.x + roundf(w / 2),
			page.y + page.h + (tile.y + h - page.y - page.h) / 2, TEXT_CENTRE,
			ui->t->text, o->label);
	}
}

static void draw_stepper(struct ui *ui, struct rect at, const struct row *r)
{
	float side = square(ui);
	struct rect less = {at.x, at.y + roundf((at.h - side) / 2), side, side}, more = less;
	bool cycle = r->kind == CONTROL_CYCLE;
	const enum icon icons[] = {cycle ? ICON_BACK : ICON_MINUS, cycle ? ICON_NEXT : ICON_PLUS};

	more.x = at.x + at.w - side;
	for (int i = 0; i < 2; i++) {
		const struct option *o = &r->options[i];
		struct rect box = i ? more : less;
		struct feel feel = o->on ? (struct feel){.t = 1} : ui_feel(ui, o->action);
		const colour fills[] = {ui->t->bg0, ui->t->focusfill, ui->t->focusfill,
					ui->t->focusfill};
		const colour edges[] = {o->on ? ui->t->hair : ui->t->border, ui->t->text3,
					ui->t->border, ui->t->focus};

		part(ui, r, box, i, i ? KEY_RIGHT : KEY_LEFT);
		if (feel.to == LOOK_FOCUS)
			ui_ring(ui, box, 1.6f, 0);
		box.y += feel.down;
		ui_box(ui, box, 1.6f, ui_tint(feel, fills), ui_tint(feel, edges),
		       feel.to == LOOK_PRESSED ? .4f : .16f)
			->dashed = o->on;
		ui_icon(ui, icons[i], box.x + side / 2, box.y + side / 2, roundf(side * .46f),
			o->on ? ui->t->text3 : ui->t->text, 2.8f);
	}
	if (!cycle) {
		ui_line(ui, value_style(), at.x + roundf(at.w / 2), at.y + at.h / 2, TEXT_CENTRE,
			ui->t->text, r->value);
		return;
	}
	float room = at.w - 2 * side - ui_px(ui, 1.2f), w = ui_width(ui, name_style(), r->value);
	ui_cut(ui, name_style(), at.x + side + ui_px(ui, .6f) + fmaxf(0, floorf((room - w) / 2)),
	       at.y + at.h / 2, room, ui->t->text, r->value);
}

static void draw_switch(struct ui *ui, struct rect at, const struct row *r)
{
	const struct theme *t = ui->t;
	float w = ui_scaled(ui, 10), knob = ui_scaled(ui, 4.2f), inset = roundf((at.h - knob) / 2);
	struct rect pill = {at.x + at.w - w, at.y, w, at.h};
	float middle = at.y + at.h / 2;
	struct item *disc;

	part(ui, r, at, 0, r->on ? KEY_LEFT : KEY_RIGHT);
	ui_line(ui, STYLE_LABEL, pill.x - ui_px(ui, 1.6f), middle, TEXT_END, t->text2,
		r->on ? "On" : "Off");
	ui_box(ui, pill, ROUND, r->on ? t->primary : t->bg0, r->on ? 0 : t->border, .2f);
	disc = frame_add(ui->f, ITEM_DISC,
			 (struct rect){r->on ? pill.x + w - inset - knob : pill.x + inset,
				       pill.y + inset, knob, knob});
	disc->fill = r->on ? t->onprimary : t->text2;
	if (r->on)
		ui_icon(ui, ICON_CHECK, disc->box.x + knob / 2, middle, ui_scaled(ui, 2.8f),
			t->primary, 3.4f);
}

static void draw_tick(struct ui *ui, struct rect at, const struct row *r)
{
	const struct theme *t = ui->t;

	if (r->on)
		ui_disc(ui, at.x + at.w / 2, at.y + at.h / 2, at.w, ICON_CHECK, t->primary,
			t->onprimary, false);
	else
		ui_box(ui, at, ROUND, t->bg0, t->border, .2f);
}

static void draw_plate(struct ui *ui, struct rect at, const struct row *r)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, r->action);
	const char *value = row_value(r);

	if (r->action.verb)
		ui_spot(ui, at, value ? frame_printf(ui->f, "%s: %s", r->name, value) : r->name,
			r->action, r->flags, 0, 0);
	ui_shadow(ui, at, 1.8f, false);
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, at, 1.8f, 0);
	ui_box(ui, at, 1.8f,
	       ui_tint(feel, (colour[]){t->surface, t->surface, t->focusfill, t->surface}),
	       ui_tint(feel, (colour[]){t->hair, t->text3, t->hair, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
}

void row_draw(struct ui *ui, struct rect at, const struct row *r, const struct row_fit *f)
{
	float pad = ui_px(ui, ui->compact ? 1.8f : 3);
	float words = words_height(ui, r, f->words), title;
	struct rect control = {at.x + at.w - pad - f->w, at.y + roundf((at.h - f->h) / 2), f->w,
			       f->h};
	struct rect box = {at.x + pad, at.y + roundf((at.h - words) / 2), f->words, 0};

	if (f->below) {
		box.y = at.y + ui_px(ui, 1.6f);
		control.x = at.x + pad;
		control.y = at.y + at.h - ui_px(ui, 1.8f) - f->h;
	}
	draw_plate(ui, at, r);
	title = ui_text(ui, STYLE_BUTTON, box, 0, ui->t->text, r->name).h;
	box.y += title;
	if (r->line)
		ui_text(ui, STYLE_LABEL, box, TEXT_BALANCED, ui->t->text2, r->line);
	switch (r->kind) {
	case CONTROL_SEGMENTS: draw_segments(ui, control, r, f); break;
	case CONTROL_THEMES: draw_themes(ui, control, r, f); break;
	case CONTROL_CYCLE:
	case CONTROL_STEPPER: draw_stepper(ui, control, r); break;
	case CONTROL_SWITCH: draw_switch(ui, control, r); break;
	case CONTROL_TICK: draw_tick(ui, control, r); break;
	}
}
