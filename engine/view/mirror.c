#include "mirror.h"

/* These point along the line of reading. Others show things, or a way through time. */
static const bool directed[ICONS] = {
	[ICON_STAIRS] = true, [ICON_BACK] = true,   [ICON_NEXT] = true, [ICON_ARROW] = true,
	[ICON_FLAG] = true,   [ICON_DELETE] = true, [ICON_BOOK] = true,
};

static void flip(struct rect *r, float sum)
{
	r->x = sum - r->x - r->w;
}

static void flip_stops(struct item *i)
{
	struct stop from[4];
	int n = i->nstops;

	for (int k = 0; k < n; k++)
		from[k] = i->stop[k];
	for (int k = 0; k < n; k++)
		i->stop[k] = (struct stop){1 - from[n - 1 - k].at, from[n - 1 - k].c};
}

/* x becomes sum - x. */
static void flip_item(struct frame *f, struct item *i, float sum)
{
	flip(&i->box, sum);
	for (uint32_t k = 0; k < i->nlines; k++) {
		struct line *l = &f->lines[i->line + k];
		l->x = sum - l->x - l->w;
	}
	for (uint32_t k = 0; k < i->npoints; k++)
		f->points[i->point + k].x = sum - f->points[i->point + k].x;
	if (i->kind == ITEM_GRADIENT && i->across)
		flip_stops(i);
	if (i->kind == ITEM_ICON && directed[i->icon])
		i->rtl = !i->rtl;
	if (i->kind == ITEM_WELL) {
		i->well.centre.x = sum - i->well.centre.x;
		i->well.vanishing.x = sum - i->well.vanishing.x;
	}
}

void frame_mirror_part(struct frame *f, int first, float left, float right)
{
	for (int k = first; k < f->nitems; k++)
		flip_item(f, &f->items[k], left + right);
}

void frame_mirror(struct frame *f)
{
	float w = (float)f->w;

	frame_mirror_part(f, 0, 0, w);
	for (int k = 0; k < f->nspots; k++)
		flip(&f->spots[k].box, w);
	flip(&f->scroll, w);
}
