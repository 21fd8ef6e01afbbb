#include "motion.h"

#include <math.h>

enum { SHORT_MS = 120 };

float ease_out(float t)
{
	float r = 1 - t;

	return 1 - r * r * r * r;
}

float ease_in(float t)
{
	return t * t * t;
}

float ease_std(float t)
{
	float r = 1 - t;

	return t < .5f ? 4 * t * t * t : 1 - 4 * r * r * r;
}

static float progress(struct ui *ui, int64_t from_ms, int delay_ms, int ms)
{
	if (from_ms < ui->hurry_ms || ui->now >= from_ms + delay_ms + ms)
		return 1;
	from_ms += delay_ms;
	if (ui->now < from_ms) {
		frame_wake(ui->f, from_ms);
		return 0;
	}
	int64_t next = ui->now + FRAME_MS;
	frame_wake(ui->f, next < from_ms + ms ? next : from_ms + ms);
	return (float)(ui->now - from_ms) / (float)ms;
}

float motion_move(struct ui *ui, int64_t from_ms, int delay_ms, int ms)
{
	return ui->motion == MOTION_FULL ? progress(ui, from_ms, delay_ms, ms) : 1;
}

float motion_fade(struct ui *ui, int64_t from_ms, int delay_ms, int ms)
{
	if (ui->motion == MOTION_NONE)
		return 1;
	if (ui->motion == MOTION_REDUCED) {
		delay_ms = 0;
		ms = ms < SHORT_MS ? ms : SHORT_MS;
	}
	return progress(ui, from_ms, delay_ms, ms);
}

struct mark motion_mark(const struct ui *ui)
{
	return (struct mark){ui->f->nitems, ui->ringed.on};
}

static void move_well(struct well *w, float dx, float dy)
{
	w->centre.x += dx;
	w->centre.y += dy;
	w->vanishing.x += dx;
	w->vanishing.y += dy;
}

void motion_shift(struct ui *ui, struct mark since, float dx, float dy, float alpha)
{
	struct frame *f = ui->f;

	dx = roundf(dx);
	dy = roundf(dy);
	if (dx == 0 && dy == 0 && alpha >= 1)
		return;
	if (ui->ringed.on && !since.ringed) {
		ui->ringed.r.x += dx;
		ui->ringed.r.y += dy;
		ui->ringed.alpha *= alpha;
	}
	for (int k = since.item; k < f->nitems; k++) {
		struct item *i = &f->items[k];

		i->box.x += dx;
		i->box.y += dy;
		move_well(&i->well, dx, dy);
		for (uint32_t p = 0; p < i->npoints; p++) {
			f->points[i->point + p].x += dx;
			f->points[i->point + p].y += dy;
		}
		for (uint32_t l = 0; l < i->nlines; l++) {
			f->lines[i->line + l].x += dx;
			f->lines[i->line + l].y += dy;
		}
		i->fill = colour_fade(i->fill, alpha);
		i->border = colour_fade(i->border, alpha);
		i->core *= alpha;
		for (int s = 0; s < i->nstops; s++)
			i->stop[s].c = colour_fade(i->stop[s].c, alpha);
	}
}
