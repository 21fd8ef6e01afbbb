/*
 * The well: looking up a square stair. Corner k of its spiral lies at scale q^k about the vanishing
 * point; between the outer wall and the inner rail are the soffits of the flights, with their
 * treads; rails are tubes; at the end is the sky.
 */
#ifndef WELL_H
#define WELL_H

#include "cache.h"
#include "frame.h"

/*
 * A new opaque picture of `box`, w by h pixels at `scale` (1, or less where that would be too
 * many). NULL: no memory.
 */
cairo_surface_t *well_bake(const struct well *well, const struct theme *theme, struct rect box,
			   float scale);

#endif
