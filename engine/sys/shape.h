/*
 * Rounded boxes and discs.
 *
 * They are laid from whole rectangles and alpha pictures of what is not whole, never as paths:
 * cairo's own edges differ by a level with the clip they are drawn in, and a part must equal the
 * whole. `radius` is at most half of the shorter side.
 */
#ifndef SHAPE_H
#define SHAPE_H

#include "alpha.h"
#include "frame.h"

/* Lays the context's source over the box; with `ring` over a border of that width only. */
void shape_lay(cairo_t *cr, struct cache *cache, struct span box, float radius, int ring);

/* The same anywhere, for what is small. */
void shape_lay_at(cairo_t *cr, struct cache *cache, struct rect box, float radius, int ring);

/* A border in dashes two widths long (three if thin), with gaps of about one, all alike. */
void shape_dash(cairo_t *cr, struct cache *cache, struct rect box, float radius, int width);

/* Stripes at 45 degrees, one every `pitch`, each a quarter of that wide. */
void shape_hatch(cairo_t *cr, struct cache *cache, struct span box, float radius, float pitch);

/* A rounded rectangle added to the context's path. */
void shape_path(cairo_t *cr, double x, double y, double w, double h, double r);

#endif
