#include "spots.h"

#include <math.h>

const struct spot *spot_find(const struct frame *f, struct action a)
{
	for (int i = 0; i < f->nspots; i++)
		if (ui_is(f->spots[i].action, a))
			return &f->spots[i];
	return NULL;
}

bool spot_takes_focus(const struct spot *s)
{
	return !(s->flags & (SPOT_DISABLED | SPOT_SILENT));
}

static float between(float a0, float a1, float b0,
		     float b1) /* the gap of two spans; below 0: they meet */
{
	return fmaxf(a0, b0) - fminf(a1, b1);
}

/* As high as it is seen: a page that scrolls goes on beneath what stands above and below it. */
static struct rect in_sight(const struct frame *f, const struct spot *s)
{
	struct rect r = s->box;

	if (s->flags & SPOT_SCROLLS) {
		r.y = fmaxf(s->box.y, f->scroll.y);
		r.h = fminf(s->box.y + s->box.h, f->scroll.y + f->scroll.h) - r.y;
	}
	return r;
}

/*
 * The spot an arrow leads to. Left and right stay in the row. Up and down go to the nearest row,
 * and there to what lies least aside; of a list that scrolls, to its next row before anything that
 * stands below it. At the end the arrow goes around within the group, and where the group has
 * nothing else, around the page.
 */
const struct spot *spot_beside(const struct frame *f, const struct spot *from, int dx, int dy)
{
	const struct rect *a = &from->box;
	const struct spot *best = NULL;
	float best_along = 0, best_aside = 0;

	bool listed = dy && from->flags & SPOT_SCROLLS;

	for (int around = listed ? -1 : 0; around < 3 && !best; around++) {
		for (int i = 0; i < f->nspots; i++) {
			const struct spot *s = &f->spots[i];
			const struct rect *b = &s->box;
			struct rect seen = in_sight(f, s);
			bool near = s->group == from->group;
			if (s == from || !spot_takes_focus(s) || (around == 1 && !near) ||
			    (around < 0 && !(near && s->flags & SPOT_SCROLLS)))
				continue;
			float along = dx ? (float)dx * (b->x + b->w / 2 - a->x - a->w / 2)
					 : (float)dy * (b->y + b->h / 2 - a->y - a->h / 2);
			float aside = dx ? between(a->y, a->y + a->h, seen.y, seen.y + seen.h)
					 : between(a->x, a->x + a->w, b->x, b->x + b->w);
			float row = (dx ? fminf(a->w, b->w) : fminf(a->h, b->h)) /
				    4; /* less is the same row */
			if (around > 0 ? along >= 0 : along < row)
				continue;
			if ((dx || around > 0) && aside > 0)
				continue;
			bool nearer = along < best_along - row;
			bool same = fabsf(along - best_along) <= row;
			if (!best || nearer || (same && fmaxf(0, aside) < best_aside)) {
				best = s;
				best_along = along;
				best_aside = fmaxf(0, aside);
			}
		}
	}
	return best;
}

static bool is_of_head(const struct spot *s)
{
	return s->action.verb == VERB_BACK || s->action.verb == VERB_PAUSE ||
	       s->action.verb == VERB_ZOOM;
}

const struct spot *spot_first(const struct frame *f, bool last)
{
	const struct spot *head = NULL; /* its buttons come after choices and rows */

	for (int k = 0; k < f->nspots; k++) {
		const struct spot *s = &f->spots[last ? f->nspots - 1 - k : k];
		if (!spot_takes_focus(s))
			continue;
		if (!is_of_head(s))
			return s;
		if (!head)
			head = s;
	}
	return head;
}

const struct spot *spot_of_key(const struct frame *f, int key)
{
	for (int i = 0; i < f->nspots; i++)
		for (int k = 0; k < 2; k++)
			if (f->spots[i].keys[k] == key && !(f->spots[i].flags & SPOT_DISABLED))
				return &f->spots[i];
	return NULL;
}
