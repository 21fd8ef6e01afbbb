/*
 * What shines, as masks: halos, glows, beams and tubes. A mask is an alpha picture to be painted
 * with any colour.
 *
 * Each function gives a new picture (A8, but for the gradient) and where its top left goes; surface
 * NULL: nothing to see, or no memory. `view` is the part of the frame that anyone can see.
 */
#ifndef LIGHT_H
#define LIGHT_H

#include "alpha.h"
#include "frame.h"

/* Light outside a rounded box of w by h at 0, 0: a CSS box shadow of blur `spread`, moved down. */
struct cached light_halo(int w, int h, float radius, float spread, int down);
int light_halo_reach(float spread);

/* From 1 in the middle to 0 at the rim of the ellipse that fills the box. */
struct cached light_glow(struct rect box, struct span view);

/* A polygon: bright along the edge from its first point, dark along the one to its last. */
struct cached light_beam(const struct point *p, int n, struct span view);

/*
 * A polyline of `width` with its glow: strokes laid over each other, the widest `spread` widths
 * wide, `glow` times as strong as usual. With no glow, the bare line with round ends.
 */
struct cached light_tube(const struct point *p, int n, float width, float glow, float spread,
			 struct span view);
float light_tube_reach(float width, float glow, float spread);

/*
 * A gradient of n pixels, downwards or across, in colours: a strip that shows all of it when
 * repeated sideways (or downwards).
 */
struct cached light_gradient(const struct stop *stops, int nstops, bool across, int n);

#endif
