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

/*
 * The spot an arrow leads to: the nearest one that lies in its direction, what lies straight ahead
 * before what lies aside; from the far end around within the group.
 */
const struct spot *spot_beside(const struct frame *f, const struct spot *from, int dx, int dy)
{
	const struct spot *best = NULL;
	float best_cost = 0;

	for (int around = 0; around < 2 && !best; around++) {
		for (int i = 0; i < f->nspots; i++) {
			const struct spot *s = &f->spots[i];
			if (s == from || !spot_takes_focus(s) ||
			    (around && s->group != from->group))
				continue;
			float along = dx ? (float)dx * (s->box.x + s->box.w / 2 - from->box.x -
							from->box.w / 2)
					 : (float)dy * (s->box.y + s->box.h / 2 - from->box.y -
							from->box.h / 2);
			float low =
				dx ? fmaxf(s->box.y, from->box.y) : fmaxf(s->box.x, from->box.x);
			float high = dx ? fminf(s->box.y + s->box.h, from->box.y + from->box.h)
					: fminf(s->box.x + s->box.w, from->box.x + from->box.w);
			float aside = low < high ? 0 : low - high;
			float reach =
				dx ? fminf(s->box.w, from->box.w) : fminf(s->box.h, from->box.h);
			if (around ? along >= 0 || aside > 0 : along < reach / 4)
				continue;
			float cost = along + 3 * aside;
			if (!best || cost < best_cost) {
				best = s;
				best_cost = cost;
			}
		}
	}
	return best;
}

const struct spot *spot_first(const struct frame *f, bool last)
{
	for (int k = 0; k < f->nspots; k++) { /* choices and rows come before the head's buttons */
		const struct spot *s = &f->spots[last ? f->nspots - 1 - k : k];
		if (spot_takes_focus(s) && s->action.verb != VERB_BACK &&
		    s->action.verb != VERB_PAUSE)
			return s;
	}
	return NULL;
}

const struct spot *spot_of_key(const struct frame *f, int key)
{
	for (int i = 0; i < f->nspots; i++)
		for (int k = 0; k < 2; k++)
			if (f->spots[i].keys[k] == key && !(f->spots[i].flags & SPOT_DISABLED))
				return &f->spots[i];
	return NULL;
}
