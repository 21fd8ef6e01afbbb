#include "sections.h"

#include <math.h>

#include "screens.h"

void section_spot(struct ui *ui, struct rect r, const struct sections *s, int i)
{
	ui_spot(ui, r, s->of[i].name, (struct action){VERB_SECTION, i}, SPOT_SILENT,
		i == (s->now + 1) % s->n ? KEY_TAB : 0,
		i == (s->now + s->n - 1) % s->n ? KEY_TAB | SPOT_SHIFT : 0);
}

void sections_draw(struct ui *ui, struct rect at, const struct sections *s)
{
	const struct theme *t = ui->t;
	float pad = ui_px(ui, 2.4f), size = ui_scaled(ui, 3.6f), bar = ui_px(ui, .7f);
	float gap = ui_px(ui, 1), least = roundf(ui_font(ui, STYLE_BUTTON) * 1.9f);
	float room = floorf((at.h + gap) / (float)s->n - gap);
	struct rect r = {at.x, at.y, at.w, fmaxf(fminf(ui_px(ui, 8.4f), room), least)};

	for (int i = 0; i < s->n; i++) {
		bool on = i == s->now;
		struct feel feel = ui_feel(ui, (struct action){VERB_SECTION, i});
		colour clear = colour_fade(t->focusfill, 0), lit = t->focusfill;
		colour ink = on ? t->text : t->text2;
		struct style style = STYLE_BUTTON;

		section_spot(ui, r, s, i);
		if (on) {
			struct rect in = {r.x + bar, r.y, r.w - bar, r.h}, mark = r;
			mark.w = ui_px(ui, 4);
			ui_box(ui, mark, 1.6f, t->brand, 0, 0);
			ui_box(ui, in, 1.6f, t->surface2, t->flat ? t->border : 0, .16f);
		} else if (feel.to != LOOK_REST || feel.t < 1) {
			ui_box(ui, r, 1.6f, ui_tint(feel, (colour[]){clear, lit, lit, lit}),
			       ui_tint(feel, (colour[]){clear, t->text3, t->text3, t->focus}),
			       feel.to == LOOK_PRESSED ? .4f : .16f);
		}
		style.face = on ? FACE_SEMIBOLD : FACE_MEDIUM;
		ui_icon(ui, s->of[i].icon, r.x + pad + size / 2, r.y + r.h / 2, size, ink, 2.1f);
		ui_line(ui, style, r.x + pad + size + ui_px(ui, 2), r.y + r.h / 2, TEXT_START, ink,
			s->of[i].name);
		r.y += r.h + gap;
	}
}
