/*
 * The well: looking up a square stair. Corner k of its spiral lies at scale q^k about the vanishing
 * point; between the outer wall and the inner rail are the soffits of the flights, with their
 * treads; rails are tubes; at the end is the sky.
 */
#ifndef WELL_H
#define WELL_H

#include "breath.h"
#include "cache.h"
#include "frame.h"

/*
 * A new opaque picture of `box`, w by h pixels at `scale` (1, or less where that would be too
 * many). NULL: no memory.
 */
cairo_surface_t *well_bake(const struct well *well, const struct theme *theme, struct rect box,
			   float scale, const struct breath *breath);

/*
 * A well that moves is painted anew for every frame, at half the size, and enlarged. Its last
 * picture is here and not among what is kept: each is needed once. Zero it before the first use.
 */
struct moving_well {
	struct well well;
	const struct theme *theme;
	struct rect box;
	cairo_surface_t *half, *picture;
};

/* The picture as well_bake makes it, but borrowed, and softer. NULL: no memory. */
cairo_surface_t *well_move(struct moving_well *m, const struct well *well,
			   const struct theme *theme, struct rect box, float scale,
			   const struct breath *breath);
size_t well_bytes(const struct moving_well *m);
void well_finish(struct moving_well *m); /* zeroes it: it may move again */

#endif
