/*
 * The items of a frame with cairo, one function a kind. Costly ones are made once and kept.
 */
#ifndef DRAW_H
#define DRAW_H

#include "breath.h"
#include "cache.h"
#include "font.h"
#include "frame.h"
#include "light.h"
#include "well.h"

struct pen {
	cairo_t *cr;
	struct cache *cache;
	struct fonts *fonts;
	struct moving_well *moving;
	struct pictures *pictures; /* may be NULL */
	const struct breath *breath;
	const struct frame *f;
};

struct span draw_snap(struct rect r);    /* edges on whole pixels */
float draw_radius(const struct item *i); /* at most half of the shorter side */

/* A coordinate as seen from a whole pixel, to 1/64: the same picture wherever it lies. */
float draw_seen_at(float v, int origin);

void draw_item(const struct pen *pen, const struct item *i);

/* Every pixel that draw_item can touch, without the frame's edge and clip; needs no context. */
struct span draw_bounds(const struct pen *pen, const struct item *i);

#endif
