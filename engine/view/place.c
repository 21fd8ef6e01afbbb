#include "place.h"

struct way {
	float left, top, scale;
};

static void place_box(struct rect *r, struct way to)
{
	*r = (struct rect){to.left + r->x * to.scale, to.top + r->y * to.scale, r->w * to.scale,
			   r->h * to.scale};
}

static void place_point(struct point *p, struct way to)
{
	*p = (struct point){to.left + p->x * to.scale, to.top + p->y * to.scale};
}

static void place_item(struct frame *f, struct item *i, struct way to)
{
	float *const lengths[] = {&i->radius,   &i->width,       &i->spread,     &i->px,
				  &i->tracking, &i->line_height, &i->well.radius};
	bool pen = i->kind == ITEM_ICON; /* in parts of its box */
	float width = i->width;

	for (size_t k = 0; k < sizeof lengths / sizeof lengths[0]; k++)
		*lengths[k] *= to.scale;
	if (pen)
		i->width = width;
	if (i->kind == ITEM_TUBE) /* in widths of the tube */
		i->spread /= to.scale;
	place_box(&i->box, to);
	place_point(&i->well.centre, to);
	place_point(&i->well.vanishing, to);
	for (uint32_t k = 0; k < i->nlines; k++) {
		struct line *l = &f->lines[i->line + k];
		*l = (struct line){l->start, l->n, to.left + l->x * to.scale,
				   to.top + l->y * to.scale, l->w * to.scale};
	}
	for (uint32_t k = 0; k < i->npoints; k++)
		place_point(&f->points[i->point + k], to);
}

void frame_place(struct frame *f, int item, int spot, float left, float top, float scale)
{
	struct way to = {left, top, scale};

	for (int k = item; k < f->nitems; k++)
		place_item(f, &f->items[k], to);
	for (int k = spot; k < f->nspots; k++)
		place_box(&f->spots[k].box, to);
	if (f->scroll.h <= 0)
		return;
	place_box(&f->scroll, to);
	f->scroll_height *= scale;
	f->scroll_at *= scale;
}
