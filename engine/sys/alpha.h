/*
 * Alpha pictures that are computed by the pixel: the ground that light.h and shape.h stand on.
 */
#ifndef ALPHA_H
#define ALPHA_H

#include "cache.h"

/* Whole pixels; empty when x1 <= x0 or y1 <= y0. */
struct span {
	int x0, y0, x1, y1;
};

struct alpha {
	cairo_surface_t *surface; /* A8; NULL: nothing of it can be seen, or no memory */
	unsigned char *at;
	int stride, w, h;
};

struct alpha alpha_new(int w, int h); /* all clear */
struct cached alpha_done(struct alpha a, int x, int y);

float alpha_clamp(float v); /* to 0 to 1 */
unsigned char alpha_level(float v);

/* How much of the pixel whose middle is x, y lies in a rounded box of w by h at 0, 0. */
float alpha_box(float x, float y, float w, float h, float radius);

#endif
