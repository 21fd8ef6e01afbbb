/*
 * Icons on a grid of 24, drawn with a round pen.
 */
#ifndef ICONS_H
#define ICONS_H

#include <cairo.h>

#include "frame.h"

/* Draws into a square of `size` at x, y with the context's source; `pen` in units of the grid;
 * mirrored: pointing the other way. Of its strokes only a part is drawn, 0 to 1, as a hand would.
 */
void icons_draw(cairo_t *cr, enum icon icon, bool mirrored, double x, double y, double size,
		double pen, double part);

#endif
