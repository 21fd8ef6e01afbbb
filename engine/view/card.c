/* A choice as a card: its letter, its text, and how it turned out. */
#include <math.h>
#include <string.h>

#include "cardcolours.h"
#include "motion.h"

struct card_measures {
	float pad, badge, gap, end; /* px */
	float text, tag;            /* room for the text; height of the tag's line below it, or 0 */
	bool beside;                /* the tag stands at the end side */
	struct block block;         /* the text */
};

static struct card_measures card_measures(struct ui *ui, const struct choice_card *c, float width)
{
	struct card_measures m = {
		.pad = ui_px(ui, ui->compact ? 1.6f : 2.4f),
		.badge = ui_scaled(ui, c->badge_u),
		.gap = ui_px(ui, ui->compact ? 1.5f : 2.2f),
		.end = ui_px(ui, ui->compact ? 1.6f : 2.6f),
	};

	m.text = width - m.pad - m.badge - m.gap - m.end;
	m.block = ui_measure(ui, c->style, c->text, m.text, TEXT_BALANCED);
	if (!c->tag)
		return m;
	float room = m.text - ui_width(ui, STYLE_STRONG, c->tag) - m.gap;
	struct block narrow = m.block;
	if (room > 0 && !c->steady)
		narrow = ui_measure(ui, c->style, c->text, room, TEXT_BALANCED);
	m.beside = !c->apart && narrow.w <= room && narrow.n == m.block.n;
	if (m.beside) {
		m.text = room;
		m.block = narrow;
	} else if (!c->steady) {
		m.tag = roundf(ui_font(ui, STYLE_STRONG) * STYLE_STRONG.line);
	}
	return m;
}

/*
 * A card of a grid: its picture on top, which nothing covers, and below it a row with the letter
 * and the zoom button, between which the words and the tag stand where they have room; else they
 * stand below. Without a picture, all that in the middle.
 */
struct stack {
	float pad, badge, gap, zoom; /* px */
	float text, tag;             /* width of the words; height of the tag's line, or 0 */
	bool between;                /* the words stand in the row */
	struct block block;          /* the text; none for a picture alone */
	float row, height;
};

static struct stack stack_measures(struct ui *ui, const struct choice_card *c, float width)
{
	struct stack m = {
		.pad = ui_px(ui, ui->compact ? .8f : 1.2f),
		.badge = ui_scaled(ui, c->badge_u),
		.gap = ui_px(ui, ui->compact ? .6f : 1),
	};
	float line = roundf(ui_font(ui, STYLE_STRONG) * STYLE_STRONG.line);
	float tag = fmaxf(c->tag_px, c->tag ? ui_width(ui, STYLE_STRONG, c->tag) : 0);
	float whole = width - 2 * (m.pad + m.gap);

	m.zoom = c->picture.path ? fmaxf(fmaxf(m.badge, 24), ui->finger) : 0;
	m.row = fmaxf(m.badge, m.zoom);
	m.text = whole - 2 * (m.row + m.gap);
	if (c->text && m.text > 0)
		m.block = ui_measure(ui, c->style, c->text, m.text, TEXT_BALANCED);
	m.between =
		c->picture.path && tag <= m.text && m.text > 0 && m.block.n <= 1 && !m.block.broken;
	if (!m.between) {
		m.text = whole;
		if (c->text)
			m.block = ui_measure(ui, c->style, c->text, m.text, TEXT_BALANCED);
	}
	/* On the question page nothing moves for a tag: it shows where its line is free. */
	if (c->tag && (!c->steady || (m.between && !c->text)))
		m.tag = line;
	float words = m.block.h + m.tag;
	if (m.between)
		m.row = fmaxf(m.row, words);
	m.height = m.pad + (c->picture.path ? c->picture_px + m.gap : 0) + m.row +
		   (!m.between && words > 0 ? m.gap + words : 0) + m.pad;
	return m;
}

bool ui_choice_breaks(struct ui *ui, const struct choice_card *c, float width)
{
	return c->picture_px > 0 ? stack_measures(ui, c, width).block.broken
				 : card_measures(ui, c, width).block.broken;
}

/* A tag on the lower edge: half of it is in the gap below the card. It grows less than text. */
static struct style label_style(const struct ui *ui)
{
	float size = fmaxf(2.3f * fminf(ui->text, 1.3f), 12 / ui->u);

	return ui_sized(STYLE_STRONG, size / ui->text);
}

static float label_height(const struct ui *ui)
{
	return roundf(ui_font(ui, label_style(ui)) * 1.25f);
}

static float label_out(const struct ui *ui)
{
	return roundf(ui_px(ui, ui->compact ? .8f : 1.3f));
}

bool ui_choice_beside(struct ui *ui, const struct choice_card *c, float width)
{
	return card_measures(ui, c, width).beside;
}

float ui_choice_height(struct ui *ui, const struct choice_card *c, float width, float least_u)
{
	if (c->picture_px > 0)
		return stack_measures(ui, c, width).height;
	struct card_measures m = card_measures(ui, c, width);
	float pad = ui_px(ui, ui->compact ? .8f : 1.6f);

	if (c->steady && c->apart)
		least_u = fmaxf(least_u,
				(m.block.h + 2 * (label_height(ui) - label_out(ui))) / ui->u);
	return fmaxf(ui_px(ui, least_u), fmaxf(m.block.h + m.tag, m.badge) + 2 * pad);
}

/* Where neither colour nor light may tell, lines do: one around what is right, two under the
 * pointer. */
static void draw_lines(struct ui *ui, struct rect r, enum choice_state state, enum look look)
{
	float out = ui_px(ui, .7f);

	if (state == CHOICE_RIGHT)
		ui_box(ui, ui_inset(r, -out, -out), 2.5f, 0, ui->t->ok, .3f);
	else if (state == CHOICE_OPEN && look == LOOK_HOVER)
		ui_box(ui, ui_inset(r, -out, -out), 2.5f, 0, ui->t->border, .3f);
}

static void draw_badge(struct ui *ui, const struct choice_card *c, const struct card_colours *k,
		       enum look look, struct rect badge)
{
	static const enum icon icons[] = {[CHOICE_LOCKED] = ICON_LOCK,
					  [CHOICE_RIGHT] = ICON_CHECK,
					  [CHOICE_WRONG] = ICON_CROSS,
					  [CHOICE_REMOVED] = ICON_NONE};
	const struct theme *t = ui->t;
	struct item *b =
		ui_box(ui, badge, ui->compact ? 1 : 1.2f, k->badge, k->badge ? 0 : k->border, .16f);

	if (t->flat && (c->state == CHOICE_OPEN || c->state >= CHOICE_DIM))
		b->border = look == LOOK_FOCUS ? t->focus : t->border;
	else if (k->badge || c->state == CHOICE_REMOVED)
		b->width = 0;
	float cx = badge.x + badge.w / 2, cy = badge.y + badge.h / 2;
	if (c->state != CHOICE_OPEN && c->state != CHOICE_SELECTED && icons[c->state]) {
		ui_icon(ui, icons[c->state], cx, cy, badge.w * .72f, k->letter, 2.8f)->part =
			1 - c->undrawn;
	} else {
		float size = fminf(.73f * badge.w / ui->u, 4.4f * fminf(ui->text, 1.5f));
		struct style s = {FACE_DISPLAY, size / ui->text, 1, 0};
		ui_line(ui, s, cx, cy, TEXT_CENTRE, k->letter,
			(char[]){(char)('A' + c->position), '\0'});
	}
}

/* A tag takes one line, however narrow its card. */
static struct style tag_style(struct ui *ui, const struct choice_card *c, float width)
{
	return c->tag ? ui_shrunk(ui, STYLE_STRONG, c->tag, width) : STYLE_STRONG;
}

/* The tag of a steady card that has no line for it, where no words are. */
static void draw_label(struct ui *ui, struct rect r, const struct choice_card *c,
		       const struct card_colours *k, struct rect words)
{
	struct style s = label_style(ui);
	float inset = ui_px(ui, ui->compact ? 1.6f : 2.4f), pad = ui_px(ui, 1.1f);
	float most = r.w - 2 * (inset + pad), high = label_height(ui);

	if (ui_width(ui, s, c->tag) > most)
		return;
	float w = roundf(ui_width(ui, s, c->tag) + 2 * pad);
	struct rect label = {r.x + r.w - inset - w, r.y + r.h + label_out(ui) - high, w, high};
	if (label.y < words.y + words.h - 1 && label.x < words.x + words.w + pad)
		return;
	bool bare = c->state == CHOICE_REMOVED;
	ui_box(ui, label, .8f, bare ? ui->t->bg0 : k->badge, bare ? k->border : 0, .16f);
	ui_line(ui, s, label.x + pad, label.y + high / 2, TEXT_START, bare ? k->tag : k->letter,
		c->tag);
}

/* Beside words that leave it room if it is a little smaller. */
static bool draw_beside(struct ui *ui, struct rect r, const struct choice_card *c,
			const struct card_colours *k, const struct card_measures *m)
{
	float room = r.x + r.w - m->end - (r.x + m->pad + m->badge + m->gap) - m->block.w - m->gap;
	struct style s = room > 0 ? ui_shrunk(ui, STYLE_STRONG, c->tag, room) : STYLE_STRONG;

	if (c->apart || ui_font(ui, s) < .6f * ui_font(ui, STYLE_STRONG) ||
	    ui_width(ui, s, c->tag) > room)
		return false;
	ui_line(ui, s, r.x + r.w - m->end, r.y + r.h / 2, TEXT_END, k->tag, c->tag);
	return true;
}

static void draw_row(struct ui *ui, struct rect r, const struct choice_card *c,
		     const struct card_colours *k, enum look look)
{
	const struct theme *t = ui->t;
	struct card_measures m = card_measures(ui, c, c->laid > 0 ? c->laid : r.w);
	struct rect badge = {r.x + m.pad, r.y + roundf((r.h - m.badge) / 2), m.badge, m.badge};

	draw_badge(ui, c, k, look, badge);
	float x = badge.x + badge.w + m.gap, high = m.block.h + m.tag;
	float y = r.y + roundf((r.h - high) / 2);
	struct style tag = m.beside ? STYLE_STRONG : tag_style(ui, c, m.text);
	float tag_w = c->tag ? ui_width(ui, tag, c->tag) : 0;
	if (m.tag > 0) /* a player's name may be longer than the card */
		tag_w = fminf(tag_w, m.text);
	if (c->state == CHOICE_WRONG) { /* words stand on plain ground, not on the hatch */
		float pad = ui_px(ui, .8f), w = fmaxf(m.block.w, m.tag > 0 ? tag_w : 0);
		struct rect plain = {x - pad, y - ui_px(ui, .3f), w + 2 * pad,
				     high + 2 * ui_px(ui, .3f)};
		ui_box(ui, plain, .9f, t->badfill, 0, 0);
	}
	ui_text(ui, c->style, (struct rect){x, y, m.text, m.block.h}, TEXT_BALANCED, k->text,
		c->text);
	if (c->state == CHOICE_REMOVED)
		ui_strike(ui, k->text);
	if (m.tag > 0)
		ui_cut(ui, tag, x, y + m.block.h + m.tag / 2, m.text, k->tag, c->tag);
	if (!m.beside && c->steady && c->tag && !draw_beside(ui, r, c, k, &m))
		draw_label(ui, r, c, k, (struct rect){x, y, m.block.w, m.block.h});
	if (!m.beside)
		return;
	float end = r.x + r.w - m.end;
	if (c->state == CHOICE_WRONG) {
		float h = ui_px(ui, 4.4f * ui->text), pad = ui_px(ui, 1.2f);
		end -= ui_px(ui, .8f);
		ui_box(ui,
		       (struct rect){end - tag_w - pad, r.y + roundf((r.h - h) / 2),
				     tag_w + 2 * pad, h},
		       .9f, t->badfill, 0, 0);
	}
	ui_line(ui, tag, end, r.y + r.h / 2, TEXT_END, k->tag, c->tag);
}

/* The words of a card of a grid stand on plain ground where the card is hatched. */
static void draw_plain(struct ui *ui, const struct choice_card *c, float x, float y, float w,
		       float h)
{
	float pad = ui_px(ui, .8f);

	if (c->state == CHOICE_WRONG)
		ui_box(ui, (struct rect){x - pad, y, w + 2 * pad, h}, .9f, ui->t->badfill, 0, 0);
}

static void draw_stack(struct ui *ui, struct rect r, const struct choice_card *c,
		       const struct card_colours *k, enum look look)
{
	struct stack m = stack_measures(ui, c, r.w);
	struct rect in = ui_inset(r, m.pad, m.pad);
	float words = m.block.h + m.tag, y = in.y;

	if (c->picture.path) { /* in one row all have the same top and size */
		ui_picture(ui, (struct rect){in.x, y, in.w, c->picture_px}, ui->compact ? 1 : 1.2f,
			   &c->picture);
		y += c->picture_px + m.gap;
	} else {
		y += roundf((r.h - m.height) / 2);
	}
	float middle = y + roundf(m.row / 2);
	struct rect badge = {in.x, middle - roundf(m.badge / 2), m.badge, m.badge};
	if (!c->picture.path)
		badge.x = roundf(r.x + (r.w - m.badge) / 2);
	draw_badge(ui, c, k, look, badge);
	if (c->zoom.verb && c->picture.path)
		ui_zoom(ui,
			(struct rect){in.x + in.w - m.zoom, middle - roundf(m.zoom / 2), m.zoom,
				      m.zoom},
			frame_printf(ui->f, "Zoom %s", c->words), c->zoom,
			c->action.verb ? SPOT_SILENT : SPOT_PLAIN, c->zoom_key);
	y = m.between ? middle - roundf(words / 2) : y + m.row + m.gap;
	float x = r.x + roundf((r.w - m.text) / 2);
	if (m.block.h > 0) {
		float wide = fminf(m.block.w, m.text);
		draw_plain(ui, c, x + (m.text - wide) / 2, y, wide, m.block.h);
		ui_text(ui, c->style, (struct rect){x, y, m.text, m.block.h},
			TEXT_CENTRE | TEXT_BALANCED, k->text, c->text);
		if (c->state == CHOICE_REMOVED)
			ui_strike(ui, k->text);
		y += m.block.h;
	}
	if (m.tag > 0) {
		struct style tag = tag_style(ui, c, m.text);
		float w = fminf(ui_width(ui, tag, c->tag), m.text);
		x = r.x + roundf((r.w - w) / 2);
		draw_plain(ui, c, x, y, w, m.tag);
		ui_cut(ui, tag, x, y + m.tag / 2, w, k->tag, c->tag);
	}
}

static void draw_body(struct ui *ui, struct rect r, const struct choice_card *c,
		      const struct card_colours *k, enum look look)
{
	if (c->state != CHOICE_DIM && c->state != CHOICE_REMOVED)
		ui_shadow(ui, r, 1.8f, false);
	if (ui->t->flat)
		draw_lines(ui, r, c->state, look);
	struct item *plate = ui_box(ui, r, 1.8f, k->fill, k->border, k->border_u);
	if (c->state == CHOICE_WRONG) {
		plate->dashed = plate->hatched = true;
		plate->spread = 1.4f * ui->u;
	}
	if (c->state == CHOICE_REMOVED)
		plate->dashed = true;
	if (c->picture_px > 0)
		draw_stack(ui, r, c, k, look);
	else
		draw_row(ui, r, c, k, look);
}

static void shine(struct ui *ui, struct rect r, enum choice_state state, float much)
{
	struct card_colours k = card_colours_of(ui->t, state, LOOK_REST);

	if (much > 0 && (state == CHOICE_LOCKED || state == CHOICE_RIGHT))
		ui_halo(ui, r, 1.8f, 5, colour_fade(k.fill, .37f * much));
}

/* Light ink takes the place of dark ink, or the other way: the new state is wiped over the old one,
 * from the badge outwards, so that no letter loses its contrast on the way. */
static bool is_wiped(const struct choice_card *c)
{
	if (c->state == CHOICE_DIM || c->state == CHOICE_REMOVED)
		return false;
	return c->state != CHOICE_RIGHT || c->was != CHOICE_LOCKED;
}

static void draw_wiped(struct ui *ui, struct rect r, const struct choice_card *c,
		       const struct card_colours *k, enum look look)
{
	struct choice_card old = *c;
	struct card_colours was = card_colours_of(ui->t, c->was, LOOK_REST);
	float t = 1 - c->was_seen, out = ui_px(ui, 1.5f), from = r.x + ui_px(ui, 5);

	old.state = c->was;
	old.zoom = old.action = (struct action){0, 0};
	old.undrawn = 0;
	if (c->was != CHOICE_LOCKED) /* words that belong to the new state */
		was.tag = 0;
	draw_body(ui, r, &old, &was, LOOK_REST);
	float x0 = roundf(from + (r.x - out - from) * fminf(1, 3 * t));
	float x1 = roundf(from + (r.x + r.w + out - from) * t);
	ui_clip_begin(ui, (struct rect){x0, r.y - out, x1 - x0, r.h + 2 * out});
	draw_body(ui, r, c, k, look);
	ui_clip_end(ui);
}

void ui_choice(struct ui *ui, struct rect r, const struct choice_card *c)
{
	struct feel feel = ui_feel(ui, c->action);
	struct card_colours k = card_colours_of(ui->t, c->state, feel.to);

	if (c->action.verb) {
		const char *name = c->words ? c->words : c->text;
		const char *label = c->tag ? frame_printf(ui->f, "%s, %s", name, c->tag) : name;
		ui_spot(ui, r, label, c->action, SPOT_PLAIN, '1' + c->position, 'a' + c->position);
	}
	if (c->steady && c->position < CHOICES_AT)
		ui->choice_at[c->position] = ui->scrolling ? (struct rect){0} : r;
	r.y += feel.down;
	shine(ui, r, c->was, c->was_seen);
	shine(ui, r, c->state, 1 - c->was_seen);
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, 0);
	if (c->was_seen > 0 && is_wiped(c)) {
		draw_wiped(ui, r, c, &k, feel.to);
		return;
	}
	if (c->was_seen > 0) {
		k = card_colours_mix(card_colours_of(ui->t, c->was, LOOK_REST), k, 1 - c->was_seen);
	} else if (feel.from != feel.to) {
		struct card_colours to = k;
		k = card_colours_mix(card_colours_of(ui->t, c->state, feel.from), k, feel.t);
		k.badge = to.badge; /* its letter turns from light to dark */
		k.letter = to.letter;
	}
	draw_body(ui, r, c, &k, feel.to);
}
