#include "ui.h"

#include <math.h>
#include <string.h>

#include "mirror.h"
#include "writing.h"

const struct style STYLE_TITLE = {FACE_DISPLAY, 7.4f, 1, .012f};
const struct style STYLE_NUMERAL = {FACE_DISPLAY, 5.4f, 1, .012f};
const struct style STYLE_QUESTION = {FACE_SEMIBOLD, 6.6f, 1.16f, -.018f};
const struct style STYLE_CHOICE = {FACE_SEMIBOLD, 3.7f, 1.22f, 0};
const struct style STYLE_BODY = {FACE_TEXT, 3.5f, 1.42f, 0};
const struct style STYLE_BUTTON = {FACE_SEMIBOLD, 3.1f, 1.22f, 0};
const struct style STYLE_LABEL = {FACE_MEDIUM, 2.6f, 1.25f, 0};
const struct style STYLE_STRONG = {FACE_SEMIBOLD, 2.6f, 1.25f, 0};
const struct style STYLE_MONO = {FACE_MONO, 2.6f, 1.45f, 0};

void ui_size(struct ui *ui, int w, int h)
{
	float s = (float)(w < h ? w : h), ratio = (float)w / (float)h;
	float k = fminf(fmaxf(510 / s, 1), 1.9f);

	ui->w = (float)w;
	ui->h = (float)h;
	ui->u = k * s / 100;
	ui->compact = s < 480;
	ui->tiny = s < 300;
	ui->portrait = ratio < .84f;
	ui->column = !ui->compact && !ui->portrait && ratio >= 1.2f && ui->text < 1.5f;

	float across = fminf(ui->w, 190 * ui->u);
	float mx = ui_px(ui, ui->compact ? 3 : 6), my = ui_px(ui, ui->compact ? 2.4f : 5);
	float x = roundf((ui->w - across) / 2) + mx;
	ui->stage = (struct rect){x, my, ui->w - 2 * x, ui->h - 2 * my};
}

void ui_begin(struct ui *ui, struct frame *f, int w, int h, const struct theme *t)
{
	frame_clear(f, w, h, t);
	ui->f = f;
	ui->t = t;
	ui->scrolling = ui->headless = false;
	ui->head_end = 0;
	ui->group = 0;
	ui->still = 0;
	ui->ringed.on = false;
	ui->ring_at = (struct rect){0};
	ui_size(ui, w, h);
}

float ui_px(const struct ui *ui, float u)
{
	float px = roundf(u * ui->u);

	return u > 0 && px < 1 ? 1 : px;
}

enum { FINGER_MM = 20, APART_MM = 2 };

/* The sizes are those of DESIGN; a millimetre that can't be right gives way to the window. */
void ui_fingers(struct ui *ui, float px_per_mm)
{
	float mm = ceilf(FINGER_MM * px_per_mm), most = ui_px(ui, 22);

	mm = fminf(mm, most);
	ui->finger = fmaxf(ui_px(ui, 8), mm);
	ui->thumb = fmaxf(ui_px(ui, ui->compact ? 10 : 13), mm);
	ui->apart = fminf(ceilf(APART_MM * px_per_mm), most / 10);
}

struct rect ui_low(const struct ui *ui, struct rect r)
{
	float line = ceilf(ui->h * .55f), end = r.y + r.h;

	if (ui->reach && r.y < line) {
		r.y = line;
		r.h = end - line;
	}
	return r;
}

void ui_lower(struct ui *ui)
{
	ui->stage = ui_low(ui, ui->stage);
	ui->portrait = ui->w / (ui->h * .45f) < .84f;
	ui->column = false;
}

float ui_finger(const struct ui *ui, float u)
{
	return fmaxf(ui_px(ui, u), ui->finger);
}

float ui_gap(const struct ui *ui, float u)
{
	return fmaxf(ui_px(ui, u), ui->apart);
}

struct style ui_sized(struct style s, float size)
{
	s.size = size;
	return s;
}

float ui_scaled(const struct ui *ui, float u)
{
	return ui_px(ui, u * fminf(ui->text, 1.5f));
}

float ui_font(const struct ui *ui, struct style s)
{
	return fmaxf(12, roundf(s.size * ui->u * ui->text));
}

/* The style as the text's script has it: letters that join stay together, marks get their air, code
 * its columns. */
static struct style fitted(struct style s, const char *text, size_t n)
{
	float line = writing_of(text, n).line;

	if (s.face != FACE_MONO && writing_is_code(text, n)) {
		s.face = FACE_MONO;
		s.size *= .92f; /* its letters are wide, and as tall as others then */
		s.tracking = 0;
	}
	if (line > 0)
		s.tracking = 0;
	s.line = fmaxf(s.line, line);
	return s;
}

static float line_height(const struct ui *ui, struct style s)
{
	return roundf(ui_font(ui, s) * s.line);
}

struct block ui_measure(struct ui *ui, struct style s, const char *text, float width, int how)
{
	s = fitted(s, text, strnlen(text, WRAP_BYTES));
	float px = ui_font(ui, s);
	struct wrapped w = wrap_text(ui->wrap, s.face, px, s.tracking * px, text, width,
				     how & TEXT_BALANCED ? WRAP_BALANCED : WRAP_PLAIN);

	return (struct block){w.width, (float)w.n * line_height(ui, s), w.n, w.word > 0, w.word};
}

float ui_width(struct ui *ui, struct style s, const char *text)
{
	size_t n = strnlen(text, WRAP_BYTES);
	s = fitted(s, text, n);
	float px = ui_font(ui, s);
	return ceilf(wrap_width(ui->wrap, s.face, px, s.tracking * px, text, n));
}

struct style ui_shrunk(struct ui *ui, struct style s, const char *text, float width)
{
	while (ui_width(ui, s, text) > width && ui_font(ui, s) > 12)
		s.size *= .96f;
	return s;
}

struct style ui_whole(struct ui *ui, struct style s, const char *text, float width, float least)
{
	struct style whole = s;
	float word;

	while ((word = ui_measure(ui, whole, text, width, TEXT_BALANCED).word) > 0) {
		if (whole.size <= least)
			return s;
		whole.size = fmaxf(least, whole.size * fminf(.98f, width / word));
	}
	return whole;
}

static struct item *add_text(struct ui *ui, struct style s, struct rect box, colour c,
			     const char *text, size_t n)
{
	struct item *i = frame_add(ui->f, ITEM_TEXT, box);

	i->face = (uint8_t)s.face;
	i->px = ui_font(ui, s);
	i->tracking = s.tracking * i->px;
	i->line_height = line_height(ui, s);
	i->fill = c;
	i->s = frame_text(ui->f, text, n);
	struct writing w = writing_of(text, n);
	i->rtl = ui->rtl ? w.has_rtl : w.starts_rtl;
	i->han = (uint8_t)ui->han;
	return i;
}

struct block ui_text(struct ui *ui, struct style s, struct rect box, int how, colour c,
		     const char *text)
{
	s = fitted(s, text, strnlen(text, WRAP_BYTES));
	float px = ui_font(ui, s), high = line_height(ui, s);
	struct wrapped w = wrap_text(ui->wrap, s.face, px, s.tracking * px, text, box.w,
				     how & TEXT_BALANCED ? WRAP_BALANCED : WRAP_PLAIN);
	struct block b = {w.width, (float)w.n * high, w.n, w.word > 0, w.word};
	float y = box.y;

	if (how & TEXT_MIDDLE)
		y += roundf((box.h - b.h) / 2);
	else if (how & TEXT_BOTTOM)
		y += box.h - b.h;
	struct item *i = add_text(ui, s, (struct rect){box.x, y, box.w, b.h}, c, text,
				  strnlen(text, WRAP_BYTES));
	for (int k = 0; k < w.n; k++) {
		struct line l = w.lines[k];
		l.x = box.x;
		if (how & TEXT_CENTRE)
			l.x += roundf((box.w - l.w) / 2);
		else if (how & TEXT_END)
			l.x += floorf(box.w - l.w);
		l.y = y + (float)k * high;
		frame_line(ui->f, i, l);
	}
	return b;
}

float ui_line(struct ui *ui, struct style s, float x, float y, int how, colour c, const char *text)
{
	size_t n = strnlen(text, WRAP_BYTES);
	s = fitted(s, text, n);
	float w = ui_width(ui, s, text), high = line_height(ui, s);

	if (how & TEXT_CENTRE)
		x -= roundf(w / 2);
	else if (how & TEXT_END)
		x -= w;
	struct rect box = {x, roundf(y - high / 2), w, high};
	struct item *i = add_text(ui, s, box, c, text, n);
	frame_line(ui->f, i, (struct line){0, (uint32_t)n, box.x, box.y, w});
	return w;
}

float ui_cut(struct ui *ui, struct style s, float x, float y, float width, colour c,
	     const char *text)
{
	size_t first = strcspn(text, "\n"), n = strnlen(text, WRAP_BYTES);
	s = fitted(s, text, n);
	float px = ui_font(ui, s), high = line_height(ui, s);
	size_t fits = wrap_cut(ui->wrap, s.face, px, s.tracking * px, text, width);

	if (fits == n && first >= n)
		return ui_line(ui, s, x, y, TEXT_START, c, text);
	if (first < fits)
		fits = first;
	while (fits > 0 && text[fits - 1] == ' ')
		fits--;
	float wide = roundf(wrap_width(ui->wrap, s.face, px, s.tracking * px, text, fits));
	float dots = ui_width(ui, s, "…");
	struct rect box = {x, roundf(y - high / 2), width, high};
	struct item *i = add_text(ui, s, box, c, text, n);
	bool turned = i->rtl != ui->rtl; /* what is left out follows on the other side */
	frame_line(ui->f, i,
		   (struct line){0, (uint32_t)fits, box.x + (turned ? dots : 0), box.y, wide});
	ui_line(ui, s, turned ? x : x + wide, y, TEXT_START, c, "…");
	return wide + dots;
}

void ui_strike(struct ui *ui, colour c)
{
	int last = ui->f->nitems - 1;
	struct item text = ui->f->items[last < 0 ? 0 : last];
	float high = ui_px(ui, .28f);

	if (last < 0 || text.kind != ITEM_TEXT)
		return;
	for (uint32_t k = 0; k < text.nlines; k++) {
		struct line l = ui->f->lines[text.line + k];
		ui_box(ui, (struct rect){l.x, roundf(l.y + text.line_height * .53f), l.w, high}, 0,
		       c, 0, 0);
	}
}

void ui_ltr_begin(struct ui *ui)
{
	ui->was_rtl = ui->rtl;
	ui->rtl = false;
	ui->ltr = ui->f->nitems;
}

void ui_ltr_end(struct ui *ui, float left, float right)
{
	ui->rtl = ui->was_rtl;
	if (ui->rtl)
		frame_mirror_part(ui->f, ui->ltr, left, right);
}

struct rect ui_inset(struct rect r, float x, float y)
{
	return (struct rect){r.x + x, r.y + y, r.w - 2 * x, r.h - 2 * y};
}

struct item *ui_box(struct ui *ui, struct rect r, float radius_u, colour fill, colour border,
		    float border_u)
{
	struct item *i = frame_add(ui->f, ITEM_BOX, r);

	i->radius = fminf(ui_px(ui, radius_u), fminf(r.w, r.h) / 2);
	i->fill = fill;
	i->border = border;
	if (ui->t->flat && border_u > 0)
		border_u = fmaxf(border_u, .3f);
	i->width = border_u < .3f ? fmaxf(1, floorf(border_u * ui->u)) : ui_px(ui, border_u);
	return i;
}

void ui_halo(struct ui *ui, struct rect r, float radius_u, float spread_u, colour c)
{
	if (!ui->t->glow)
		return;
	struct item *i = frame_add(ui->f, ITEM_HALO, r);
	i->radius = fminf(ui_px(ui, radius_u), fminf(r.w, r.h) / 2);
	i->spread = ui_px(ui, spread_u);
	i->fill = c;
}

void ui_shadow(struct ui *ui, struct rect r, float radius_u, bool panel)
{
	if (!ui->t->lift && !(ui->t->glow && panel))
		return;
	struct item *i = frame_add(ui->f, ITEM_HALO, r);
	i->radius = ui_px(ui, radius_u);
	i->spread = ui_px(ui, ui->t->lift ? 2 : 4);
	i->width = ui_px(ui, ui->t->lift ? .5f : 1.2f);
	i->fill = ui->t->lift ? 0x1A3C3014 : 0x61000000;
}

struct item *ui_icon(struct ui *ui, enum icon icon, float cx, float cy, float size, colour c,
		     float stroke)
{
	size = roundf(size);
	struct item *i =
		frame_add(ui->f, ITEM_ICON,
			  (struct rect){roundf(cx - size / 2), roundf(cy - size / 2), size, size});
	i->icon = (uint8_t)icon;
	i->fill = c;
	i->width = stroke;
	return i;
}

struct item *ui_disc(struct ui *ui, float cx, float cy, float size, enum icon icon, colour fill,
		     colour ink, bool dashed)
{
	size = roundf(size);
	struct rect r = {roundf(cx - size / 2), roundf(cy - size / 2), size, size};
	struct item *i = frame_add(ui->f, ITEM_DISC, r);

	i->fill = fill;
	i->dashed = dashed;
	i->border = dashed ? ink : 0;
	i->width = dashed ? fmaxf(1, roundf(size * .055f)) : 0;
	return ui_icon(ui, icon, r.x + size / 2, r.y + size / 2, size * .6f, ink, 3);
}

struct spot *ui_spot(struct ui *ui, struct rect r, const char *label, struct action a,
		     unsigned flags, int key1, int key2)
{
	struct spot *s = &ui->f->spare_spot;
	bool pressed = ui->f->pressed;

	ui->f->pressed = true;
	if (ui->f->nspots < FRAME_SPOTS)
		s = &ui->f->spots[ui->f->nspots++];
	else
		ui->f->full = true;
	*s = (struct spot){
		.box = r,
		.label = frame_text(ui->f, label, strlen(label)),
		.action = a,
		.keys = {key1, key2},
		.flags = flags | (ui->scrolling ? SPOT_SCROLLS : 0),
		.group = ui->group,
	};
	ui->f->pressed = pressed;
	return s;
}

const char *ui_number(struct ui *ui, int n)
{
	if (n < 0)
		return frame_printf(ui->f, "−%s", ui_number(ui, -n));
	if (n < 1000)
		return frame_printf(ui->f, "%d", n);
	if (n < 1000000)
		return frame_printf(ui->f, "%d,%03d", n / 1000, n % 1000);
	return frame_printf(ui->f, "%d,%03d,%03d", n / 1000000, n / 1000 % 1000, n % 1000);
}

const char *ui_duration(struct ui *ui, int64_t ms)
{
	int s = (int)((ms + 500) / 1000);

	return s < 3600 ? frame_printf(ui->f, "%d:%02d", s / 60, s % 60)
			: frame_printf(ui->f, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
}
