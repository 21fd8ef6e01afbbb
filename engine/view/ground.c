/* What is behind everything on a screen. */
#include <math.h>

#include "ui.h"

static void beam(struct ui *ui, const float (*at)[2], int n)
{
	struct item *i = frame_add(ui->f, ITEM_BEAMS, (struct rect){0, 0, ui->w, ui->h});

	i->fill = colour_fade(ui->t->focus, .06f);
	for (int k = 0; k < n;
	     k++) /* measured from the top end corner, in hundredths of the height */
		frame_point(ui->f, i, ui->w + at[k][0] * ui->h, at[k][1] * ui->h);
}

void ui_ground(struct ui *ui)
{
	struct item *sky = frame_add(ui->f, ITEM_GRADIENT, (struct rect){0, 0, ui->w, ui->h});

	sky->nstops = 2;
	sky->stop[0] = (struct stop){0, ui->t->bg1};
	sky->stop[1] = (struct stop){.72f, ui->t->bg0};
	ui_stay(ui);
}

colour ui_sky(const struct ui *ui, float y)
{
	return colour_mix(ui->t->bg1, ui->t->bg0, fminf(1, fmaxf(0, y) / (.72f * ui->h)));
}

void ui_stay(struct ui *ui)
{
	ui->still = ui->f->nitems;
}

static void light(struct ui *ui, float x, float y, float r, colour c)
{
	frame_add(ui->f, ITEM_GLOW, (struct rect){x - r, y - r, 2 * r, 2 * r})->fill =
		colour_fade(c, .10f);
}

void ui_beams(struct ui *ui)
{
	static const float slab[4][2] = {{-.389f, 0}, {-.120f, 0}, {-.731f, .556f}, {-1, .556f}};
	static const float edge[5][2] = {
		{-.0556f, 0}, {0, 0}, {0, .176f}, {-.4167f, .556f}, {-.6667f, .556f}};

	if (!ui->t->glow || ui->compact || ui->portrait)
		return;
	beam(ui, slab, 4);
	beam(ui, edge, 5);
	ui_stay(ui);
}

void ui_lights(struct ui *ui, float y, colour below)
{
	if (!ui->t->glow || ui->compact)
		return;
	light(ui, 11 * ui->u, y * ui->h, 57 * ui->u, ui->t->brand);
	if (below)
		light(ui, ui->w * .52f, ui->h * 1.09f, 83 * ui->u, below);
	ui_stay(ui);
}
