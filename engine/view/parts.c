/* The pressable parts of ui.h: buttons, rows, hints. */
#include <math.h>
#include <string.h>

#include "pad.h"
#include "ui.h"

static void plate(struct ui *ui, struct rect r, float radius, struct feel feel)
{
	const struct theme *t = ui->t;
	const colour fill[] = {t->surface, t->focusfill, t->focusfill, t->focusfill};
	const colour edge[] = {[LOOK_REST] = t->border,
			       [LOOK_HOVER] = t->text3,
			       [LOOK_FOCUS] = t->border,
			       [LOOK_PRESSED] = t->focus};

	ui_shadow(ui, r, radius, false);
	ui_box(ui, r, radius, ui_tint(feel, fill), ui_tint(feel, edge),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
}

void ui_plate(struct ui *ui, struct rect *r, float radius_u, struct action a)
{
	struct feel feel = ui_feel(ui, a);

	r->y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, *r, radius_u, 0);
	plate(ui, *r, radius_u, feel);
}

static struct style button_style(const struct button *b)
{
	return b->kind == BUTTON_PILL ? STYLE_STRONG : STYLE_BUTTON;
}

static float icon_size(struct ui *ui, const struct button *b)
{
	return roundf(ui_font(ui, button_style(b)) * 1.2f);
}

float ui_button_height(const struct ui *ui, const struct button *b)
{
	float text = ui_font(ui, button_style(b));

	float least = b->kind == BUTTON_PRIMARY ? ui->thumb : ui->finger;

	return fmaxf(fmaxf(least, ui_px(ui, b->kind == BUTTON_PILL ? 6.4f : 8)), roundf(text * 2));
}

/* The label and its icons. */
static float content_width(struct ui *ui, const struct button *b)
{
	float w = ui_width(ui, button_style(b), b->label);

	if (b->icon)
		w += icon_size(ui, b) + ui_px(ui, 1.3f);
	if (b->after)
		w += icon_size(ui, b) + ui_px(ui, 1.3f);
	return w;
}

float ui_button_width(struct ui *ui, const struct button *b)
{
	float pad = ui_px(ui, b->kind == BUTTON_PILL ? 2.3f : 3);

	return fmaxf(ui->finger, content_width(ui, b) + 2 * pad);
}

void ui_button(struct ui *ui, struct rect r, const struct button *b)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, b->action);
	bool primary = b->kind == BUTTON_PRIMARY;
	float radius = b->kind == BUTTON_PILL ? ROUND : 1.8f;
	colour ink = primary ? t->onprimary : t->text;

	ui->f->pressed = true;
	unsigned flags = b->flags | (b->used || b->resting ? SPOT_DISABLED : 0);
	ui_spot(ui, r, b->label, b->action, flags, b->key1, b->key2);
	r.y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, radius, primary ? .4f : 0);
	bool dim = b->used || b->early || b->flags & SPOT_DISABLED;
	if (dim) {
		ink = t->text3;
		ui_box(ui, r, radius, 0, t->hair, .16f)->dashed = true;
	} else if (primary) {
		colour lit = colour_mix(t->primary, t->text, .15f),
		       clear = colour_fade(t->focus, 0);
		ui_box(ui, r, radius,
		       ui_tint(feel, (colour[]){t->primary, lit, t->primary, t->primary}),
		       ui_tint(feel, (colour[]){clear, clear, clear, t->focus}), .4f);
	} else {
		plate(ui, r, radius, feel);
	}

	float gap = ui_px(ui, 1.3f), size = icon_size(ui, b), middle = r.y + r.h / 2;
	float w = content_width(ui, b);
	float room = r.w - 2 * ui_px(ui, ui->compact ? 1 : 1.8f);
	bool icons = w <= room; /* where there is no room, the word comes first */
	struct style s = ui_shrunk(ui, button_style(b), b->label, room);
	float x = r.x + roundf((r.w - (icons ? w : ui_width(ui, s, b->label))) / 2);
	if (b->icon && icons) {
		ui_icon(ui, b->icon, x + size / 2, middle, size, b->tint && !dim ? b->tint : ink,
			2.6f);
		x += size + gap;
	}
	x += ui_line(ui, s, x, middle, TEXT_START, ink, b->label) + gap;
	if (b->used && t->flat)
		ui_strike(ui, ink);
	if (b->after && icons)
		ui_icon(ui, b->after, x + size / 2, middle, size, ink, 2.6f);
	ui->f->pressed = false;
}

/* As a headline, a name stops growing at 1.5 times. */
static struct style row_style(const struct ui *ui, float size)
{
	if (size <= 0)
		size = ui->compact ? 5 : 5.4f;
	return ui_sized(STYLE_NUMERAL, size * fminf(1, 1.5f / ui->text));
}

/* Names begin in one column, whatever the size of their icons. */
static float icon_column(const struct ui *ui)
{
	return ui_scaled(ui, ui->compact ? 4.4f : 3.8f);
}

float ui_row_height(const struct ui *ui)
{
	float least = ui->tiny ? 7.4f : ui->compact ? 9 : 8.6f;

	return fmaxf(ui_finger(ui, least), roundf(ui_font(ui, row_style(ui, 0)) * 1.4f));
}

float ui_row_width(struct ui *ui, const struct menu_row *m)
{
	return 2 * ui_px(ui, 2.2f) + icon_column(ui) + ui_px(ui, 2.6f) +
	       ui_width(ui, row_style(ui, m->size), m->name);
}

void ui_row(struct ui *ui, struct rect r, const struct menu_row *m)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, m->action);
	struct style name_style = row_style(ui, m->size);
	float pad = ui_px(ui, 2.2f), column = icon_column(ui);
	float size = m->size > 0 ? roundf(column * m->size / 5.4f) : column;
	float start = r.x + pad + column + ui_px(ui, 2.2f), end = r.x + r.w - ui_px(ui, 2.6f);
	const char *label =
		m->line && m->instead ? frame_printf(ui->f, "%s: %s", m->name, m->line) : m->name;

	ui_spot(ui, r, label, m->action, m->flags, m->key1, m->key2);
	r.y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, 0);
	if (feel.to != LOOK_REST || feel.t < 1) {
		colour clear = colour_fade(t->focus, 0);
		ui_box(ui, r, 1.8f,
		       ui_tint(feel, (colour[]){colour_fade(t->focusfill, 0), t->focusfill,
						t->focusfill, t->focusfill}),
		       ui_tint(feel, (colour[]){clear, t->text3, clear, t->focus}),
		       feel.to == LOOK_PRESSED ? .4f : .16f);
	}
	float y = r.y + r.h / 2;
	ui_icon(ui, m->icon, r.x + pad + column / 2, y, size,
		ui_tint(feel, (colour[]){t->text2, t->text2, t->brand, t->text2}), 2.2f);
	float room = end - start - ui_width(ui, name_style, m->name) - ui_px(ui, 4);
	const char *line = m->line;
	if (line && ui_width(ui, STYLE_LABEL, line) > room)
		line = m->brief && ui_width(ui, STYLE_LABEL, m->brief) <= room ? m->brief : NULL;
	const char *name = m->line && m->instead && !line ? m->instead : m->name;
	ui_line(ui, ui_shrunk(ui, name_style, name, end - start), start, y, TEXT_START, t->text,
		name);
	if (line)
		ui_line(ui, STYLE_LABEL, end, y, TEXT_END,
			ui_tint(feel, (colour[]){t->text2, t->text, t->text, t->text}), line);
}

float ui_square_side(const struct ui *ui)
{
	return fmaxf(ui->finger, ui_scaled(ui, ui->compact ? 6.4f : 8));
}

void ui_square(struct ui *ui, struct rect r, enum icon icon, const char *label, struct action a,
	       int key)
{
	struct feel feel = ui_feel(ui, a);

	ui_spot(ui, r, label, a, SPOT_PLAIN, key, 0);
	r.y += feel.down;
	if (ui->compact && feel.to == LOOK_REST &&
	    feel.t >= 1) { /* small windows spare the frame */
		ui_icon(ui, icon, r.x + r.w / 2, r.y + r.h / 2, roundf(r.h * .62f), ui->t->text,
			2.8f);
		return;
	}
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.6f, 0);
	plate(ui, r, 1.6f, feel);
	ui_icon(ui, icon, r.x + r.w / 2, r.y + r.h / 2, roundf(r.h * .486f), ui->t->text, 2.6f);
}

static float key_width(struct ui *ui, const char *key)
{
	float high = ui_font(ui, STYLE_STRONG) + 2 * ui_px(ui, .9f);

	return fmaxf(high, ui_width(ui, STYLE_STRONG, key) + 2 * ui_px(ui, 1.1f));
}

float ui_key(struct ui *ui, float x, float y, const char *key)
{
	float high = ui_font(ui, STYLE_STRONG) + 2 * ui_px(ui, .9f), w = key_width(ui, key);

	ui_box(ui, (struct rect){x, roundf(y - high / 2), w, high}, .8f, ui->t->surface,
	       ui->t->border, .14f);
	ui_line(ui, STYLE_STRONG, x + roundf(w / 2), y, TEXT_CENTRE, ui->t->text, key);
	return x + w;
}

/* One hint, its end at x; returns its start. */
static float add_hint(struct ui *ui, float x, float y, const struct hint *h, bool paint)
{
	const char *keys[4];
	int n = 0;

	for (const char *k = h->keys; n < 4;) {
		size_t length = strcspn(k, "|");
		keys[n++] = frame_text(ui->f, k, length);
		if (!k[length])
			break;
		k += length + 1;
	}
	x -= ui_width(ui, STYLE_LABEL, h->does);
	if (paint)
		ui_line(ui, STYLE_LABEL, x, y, TEXT_START, ui->t->text2, h->does);
	float end = x - ui_px(ui, 1);
	ui_ltr_begin(ui);
	while (n-- > 0) {
		x -= ui_px(ui, 1) + key_width(ui, keys[n]);
		if (paint)
			ui_key(ui, x, y, keys[n]);
	}
	ui_ltr_end(ui, x, end);
	return x;
}

float ui_hints(struct ui *ui, float from, float x, float y, const struct hint *h, int n)
{
	float gap = ui_px(ui, 2.8f), start = x;

	if ((ui->device != DEVICE_KEYS && ui->device != DEVICE_PAD) || ui->tiny)
		return x;
	while (n-- > 0) {
		struct hint hint = h[n];
		int before = ui->f->nchars;
		if (ui->device == DEVICE_PAD)
			hint.keys = pad_hint(hint.keys);
		if (!hint.keys)
			continue;
		float fits = add_hint(ui, x, y, &hint, false);
		ui->f->nchars = before;
		if (fits < from)
			break;
		start = add_hint(ui, x, y, &hint, true);
		x = start - gap;
	}
	return start;
}

float ui_head(struct ui *ui, const char *title, struct action back, float end)
{
	float square = ui_square_side(ui), h = fmaxf(square, ui_scaled(ui, ui->compact ? 7.4f : 9));
	struct rect r = {ui->stage.x, ui->stage.y + roundf((h - square) / 2), square, square};
	struct style s = ui->compact ? ui_sized(STYLE_TITLE, 6) : STYLE_TITLE;
	float x = ui->stage.x, y = ui->stage.y;

	if (!ui->headless) {
		ui_square(ui, r, ICON_BACK, "Back", back, KEY_ESCAPE);
		x += r.w + ui_px(ui, ui->compact ? 1.6f : 2.8f);
	} else if (ui->reach) {
		y -= h;
	}
	if (ui->head_end > 0)
		end = fminf(end, ui->head_end);
	if (ui->text > 1.5f)
		s.size *= 1.5f / ui->text;
	for (float least = .6f * s.size; s.size > least && ui_width(ui, s, title) > end - x;)
		s.size *= .96f;
	struct block b = ui_measure(ui, s, title, end - x, 0);
	if (b.n > 1) { /* a long title in a narrow window takes more lines */
		h = fmaxf(h, b.h);
		ui_text(ui, s, (struct rect){x, y, end - x, h}, TEXT_MIDDLE | TEXT_BALANCED,
			ui->t->text, title);
		return y + h;
	}
	ui_line(ui, s, x, y + h / 2, TEXT_START, ui->t->text, title);
	return y + h;
}
