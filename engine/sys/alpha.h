/*
 * Alpha pictures that are computed by the pixel: the ground that light.h and shape.h stand on.
 */
#ifndef ALPHA_H
#define ALPHA_H

#include <math.h>

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

static inline float alpha_clamp(float v) /* to 0 to 1 */
{
	return v < 0 ? 0 : v > 1 ? 1 : v;
}

static inline unsigned char alpha_level(float v)
{
	return (unsigned char)(alpha_clamp(v) * 255 + .5f);
}

/* How much of the pixel whose middle is x, y lies in a rounded box of w by h at 0, 0. */
static inline float alpha_box(float x, float y, float w, float h, float radius)
{
	float dx = fabsf(x - w / 2) - (w / 2 - radius), dy = fabsf(y - h / 2) - (h / 2 - radius);
	float out = dx > 0 && dy > 0 ? sqrtf(dx * dx + dy * dy) : fmaxf(dx, dy);
	return alpha_clamp(.5f - (out - radius));
}

#endif
