/* A choice as a card: its letter, its text, and how it turned out. */
#include <math.h>
#include <string.h>

#include "ui.h"

struct card_colours {
	colour fill, border, text, badge, letter, tag;
	float border_u;
};

static struct card_colours card_colours(const struct ui *ui, enum choice_state state,
					enum look look)
{
	const struct theme *t = ui->t;

	switch (state) {
	case CHOICE_LOCKED:
		return (struct card_colours){t->lock, t->lockline, t->onlock, t->onlock,
					     t->lock, t->onlock,   .16f};
	case CHOICE_RIGHT:
		return (struct card_colours){t->ok, t->ok, t->onok, t->onok, t->ok, t->onok, .16f};
	case CHOICE_WRONG:
		return (struct card_colours){t->badfill, t->bad, t->onbad, t->bad,
					     t->badfill, t->bad, .42f};
	case CHOICE_DIM:
		return (struct card_colours){0, t->hair, t->text3, 0, t->text3, t->text3, .16f};
	case CHOICE_SELECTED:
		return (struct card_colours){t->focusfill, t->time, t->text, t->lock,
					     t->onlock,    t->time, .4f};
	case CHOICE_OPEN: break;
	}
	struct card_colours rest = {t->surface, t->border, t->text, t->surface2,
				    t->text2,   t->text2,  .16f};
	if (look == LOOK_REST)
		return rest;
	rest.fill = t->focusfill;
	rest.badge = look == LOOK_FOCUS ? t->focus : t->hair;
	rest.letter = look == LOOK_FOCUS ? t->onfocus : t->text;
	rest.border = look == LOOK_PRESSED ? t->focus : look == LOOK_HOVER ? t->text3 : t->border;
	rest.border_u = look == LOOK_PRESSED ? .4f : .16f;
	return rest;
}

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
		.badge = ui_px(ui, c->badge_u * fminf(ui->text, 1.5f)),
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
	m.beside = narrow.w <= room && narrow.n == m.block.n;
	if (m.beside) {
		m.text = room;
		m.block = narrow;
	} else if (!c->steady) {
		m.tag = roundf(ui_font(ui, STYLE_STRONG) * STYLE_STRONG.line);
	}
	return m;
}

float ui_choice_height(struct ui *ui, const struct choice_card *c, float width, float least_u)
{
	struct card_measures m = card_measures(ui, c, width);
	float pad = ui_px(ui, ui->compact ? .8f : 1.6f);

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

void ui_choice(struct ui *ui, struct rect r, const struct choice_card *c)
{
	static const enum icon icons[] = {[CHOICE_LOCKED] = ICON_LOCK,
					  [CHOICE_RIGHT] = ICON_CHECK,
					  [CHOICE_WRONG] = ICON_CROSS,
					  [CHOICE_DIM] = 0};
	const struct theme *t = ui->t;
	enum look look = c->action.verb ? ui_look(ui, c->action) : LOOK_REST;
	struct card_colours k = card_colours(ui, c->state, look);
	struct card_measures m = card_measures(ui, c, r.w);

	if (c->action.verb) {
		const char *label =
			c->tag ? frame_printf(ui->f, "%s, %s", c->text, c->tag) : c->text;
		ui_spot(ui, r, label, c->action, SPOT_PLAIN, '1' + c->position, 'a' + c->position);
	}
	if (look == LOOK_PRESSED)
		r.y += ui_px(ui, .3f);
	if (c->state == CHOICE_LOCKED || c->state == CHOICE_RIGHT)
		ui_halo(ui, r, 1.8f, 5, colour_fade(k.fill, .37f));
	if (look == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, 0);
	if (c->state != CHOICE_DIM)
		ui_shadow(ui, r, 1.8f, false);
	if (t->flat)
		draw_lines(ui, r, c->state, look);
	struct item *plate = ui_box(ui, r, 1.8f, k.fill, k.border, k.border_u);
	if (c->state == CHOICE_WRONG) {
		plate->dashed = plate->hatched = true;
		plate->spread = 1.4f * ui->u;
	}

	struct rect badge = {r.x + m.pad, r.y + roundf((r.h - m.badge) / 2), m.badge, m.badge};
	struct item *b =
		ui_box(ui, badge, ui->compact ? 1 : 1.2f, k.badge, k.badge ? 0 : k.border, .16f);
	if (t->flat && (c->state == CHOICE_OPEN || c->state == CHOICE_DIM))
		b->border = look == LOOK_FOCUS ? t->focus : t->border;
	else if (k.badge)
		b->width = 0;
	float cx = badge.x + badge.w / 2, cy = badge.y + badge.h / 2;
	if (c->state != CHOICE_OPEN && c->state != CHOICE_SELECTED && icons[c->state]) {
		ui_icon(ui, icons[c->state], cx, cy, m.badge * .72f, k.letter, 2.8f);
	} else {
		float size = fminf(.73f * m.badge / ui->u, 4.4f * fminf(ui->text, 1.5f));
		struct style s = {FACE_DISPLAY, size / ui->text, 1, 0};
		ui_line(ui, s, cx, cy, TEXT_CENTRE, k.letter,
			(char[]){(char)('A' + c->position), '\0'});
	}

	float x = badge.x + badge.w + m.gap, high = m.block.h + m.tag;
	float y = r.y + roundf((r.h - high) / 2),
	      tag_w = c->tag ? ui_width(ui, STYLE_STRONG, c->tag) : 0;
	if (c->state == CHOICE_WRONG) { /* words stand on plain ground, not on the hatch */
		float pad = ui_px(ui, .8f), w = fmaxf(m.block.w, m.tag > 0 ? tag_w : 0);
		struct rect plain = {x - pad, y - ui_px(ui, .3f), w + 2 * pad,
				     high + 2 * ui_px(ui, .3f)};
		ui_box(ui, plain, .9f, t->badfill, 0, 0);
	}
	ui_text(ui, c->style, (struct rect){x, y, m.text, m.block.h}, TEXT_BALANCED, k.text,
		c->text);
	if (m.tag > 0)
		ui_line(ui, STYLE_STRONG, x, y + m.block.h + m.tag / 2, TEXT_START, k.tag, c->tag);
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
	ui_line(ui, STYLE_STRONG, end, r.y + r.h / 2, TEXT_END, k.tag, c->tag);
}
