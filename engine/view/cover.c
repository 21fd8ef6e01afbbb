#include "cover.h"

#include <math.h>

static uint32_t hash(const char *id)
{
	uint32_t h = 2166136261u;

	for (; *id; id++)
		h = (h ^ (unsigned char)*id) * 16777619u; /* FNV-1a */
	return h;
}

/* From cyan over violet and pink to red: greens look ill in this light. */
static float hue(const char *id)
{
	return .5f + .5f * (float)(hash(id) >> 8 & 0xFFFF) / 65536;
}

static int level(const struct pack *p)
{
	int sum = 0;

	for (int i = 0; i < p->nquestions; i++)
		sum += p->questions[i].level ? p->questions[i].level : 3;
	float mean = (float)sum / (float)p->nquestions; /* a pack has at least one */
	return mean < 2.2f ? 1 : mean <= 3.4f ? 2 : 3;
}

void cover_level(struct ui *ui, float x, float y, const struct pack *p)
{
	int lit = level(p);
	float w = ui_scaled(ui, .9f), gap = ui_scaled(ui, .5f), foot = y + ui_scaled(ui, 1.15f);

	for (int i = 0; i < 3; i++) {
		float h = ui_scaled(ui, 1.0f + .7f * (float)i);
		struct rect r = {x + (float)i * (w + gap), foot - h, w, h};
		ui_box(ui, r, .2f, i < lit ? ui->t->text : 0, i < lit ? 0 : ui->t->text3,
		       i < lit ? 0 : .12f);
	}
}

void cover_draw(struct ui *ui, struct rect art, const char *id, bool playable, colour fill)
{
	float radius = ui_px(ui, 1.8f);
	struct rect round = {art.x, art.y, art.w,
			     art.h + radius}; /* the card covers the lower corners */
	struct item *w = frame_add(ui->f, ITEM_WELL, round);

	/* each pack looks up a stair of its own; all of them stand on a corner */
	uint32_t h = *id ? hash(id) : 0;
	float side = (float)(h >> 3 & 7) / 7 - .5f, turned = (float)(h >> 6 & 7) / 7 - .5f;
	w->radius = radius;
	w->well = (struct well){
		.centre = {art.x + art.w * (.5f + .24f * side), art.y + art.h / 2},
		.vanishing = {art.x + art.w * (.5f + .36f * side), art.y + art.h * .42f},
		.radius = fmaxf(art.h * .92f, art.w * .56f),
		.aspect = *id ? 1.25f + .6f * (float)(h & 7) / 7 : 1,
		.rotation = *id ? .7f * turned : .785f,
		.turns = 4.5f,
		.near_rail = ui->t->brand,
		.far_rail = ui->t->focus,
		.tint = ui->t->flat || !*id ? -1 : hue(id),
	};
	if (!playable) {
		ui_box(ui, round, 1.8f, colour_fade(ui->t->bg0, .72f), 0, 0);
	}
	ui_box(ui, (struct rect){art.x, art.y + art.h, art.w, radius}, 0, fill, 0, 0);
}
