/* What is touched: how it looks, and the ring around what has the focus. */
#include <math.h>

#include "motion.h"

enum { RING_MS = 110, HOVER_MS = 90, PRESS_MS = 60, RELEASE_MS = 120 };

bool ui_is(struct action a, struct action b)
{
	return a.verb == b.verb && a.arg == b.arg;
}

static enum look look_of(const struct touched *t, struct action a)
{
	if (a.verb == 0)
		return LOOK_REST;
	if (ui_is(t->pressed, a))
		return LOOK_PRESSED;
	if (t->ring && ui_is(t->focus, a))
		return LOOK_FOCUS;
	return ui_is(t->hover, a) ? LOOK_HOVER : LOOK_REST;
}

enum look ui_look(const struct ui *ui, struct action a)
{
	return look_of(&(struct touched){ui->focus, ui->hover, ui->pressed, ui->ring}, a);
}

struct feel ui_feel(struct ui *ui, struct action a)
{
	struct feel f = {look_of(&ui->before, a), ui_look(ui, a), 1, 0};
	bool sinks = f.to == LOOK_PRESSED;
	int ms = sinks ? PRESS_MS : f.from == LOOK_PRESSED ? RELEASE_MS : HOVER_MS;
	float in = sinks, was = f.from == LOOK_PRESSED;

	if (f.from != f.to) {
		f.t = motion_fade(ui, ui->touched_ms, 0, ms);
		in = was + (in - was) * motion_move(ui, ui->touched_ms, 0, ms);
	}
	f.down = roundf(ui_px(ui, .3f) * in);
	return f;
}

colour ui_tint(struct feel feel, const colour looks[4])
{
	return colour_mix(looks[feel.from], looks[feel.to], feel.t);
}

void ui_ring(struct ui *ui, struct rect r, float radius_u, float gap_u)
{
	ui->ringed = (struct ringed){true, ui->scrolling, r, radius_u, gap_u, 1};
}

void ui_ring_paint(struct ui *ui)
{
	const struct ringed *g = &ui->ringed;
	float width = ui->t->flat ? .9f : .55f, gap = ui_px(ui, g->gap_u),
	      out = gap + ui_px(ui, width);
	struct rect from = ui->ring_from, to = g->r;
	float t = ease_out(motion_move(ui, ui->ring_ms, 0, RING_MS));

	if (t < 1) {
		to.x = roundf(from.x + (to.x - from.x) * t);
		to.y = roundf(from.y + (to.y - from.y) * t);
		to.w = roundf(from.w + (to.w - from.w) * t);
		to.h = roundf(from.h + (to.h - from.h) * t);
	}
	ui->ring_at = to;
	ui->ringed.on = false;
	struct rect outer = ui_inset(to, -out, -out);
	ui_halo(ui, outer, g->radius_u + g->gap_u + width, 4.5f,
		colour_fade(ui->t->focus, .34f * g->alpha));
	if (gap > 0)
		ui_box(ui, ui_inset(to, -gap, -gap), g->radius_u + g->gap_u, 0,
		       colour_fade(ui->t->bg0, g->alpha), g->gap_u);
	ui_box(ui, outer, g->radius_u + g->gap_u + width, 0, colour_fade(ui->t->focus, g->alpha),
	       width);
}
