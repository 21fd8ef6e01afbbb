/*
 * Paints a frame on a cairo surface. It needs no display: a window, a screenshot and a test all do
 * it.
 *
 * A painter remembers the last frame it painted, so that the next one costs only what differs.
 * Costly art (the well, glows, tubes) is kept in a cache of bounded bytes. What is painted in part
 * is the same, to the pixel, as what is painted whole.
 *
 * How an item of frame.h is read: edges of boxes lie on whole pixels, and everything takes its
 * colour from `fill`, unless said otherwise.
 *
 * BOX, DISC: `fill`, then inside the edge a border of `border`, `width` px rounded down but at
 * least 1; none when its alpha or width is 0. `dashed`: dashes 2 widths long (3 under 3 px).
 * `hatched`: stripes in 24 % of `border`, one every `spread` px (0: 4 px), a quarter of that wide.
 *
 * HALO: a CSS box shadow. `spread` is its blur, `fill` its colour, `width` how far down it lies. As
 * in CSS, the light has half its alpha at the edge of the box.
 *
 * GLOW: 1, .42, .1 and 0 times the alpha at 0, .35, .7 and 1 of the radius, straight between.
 *
 * GRADIENT: at most 4 stops, colours mixed as CSS does; corners rounded by `radius`.
 *
 * BEAMS: one polygon, bright along the edge between its first two points, dark along the one
 * between its last two.
 *
 * LINE: an upright or level one under 4 px wide lies on whole pixels.
 *
 * TUBE: `glow` is the strength of the light, 1 as usual, 0 none; `spread` how many widths wide it
 * is (0: 13); `core` the alpha of the white in the middle third.
 *
 * ICON: `width` of the pen, in 24ths of the box (0: 2.1).
 *
 * PICTURE: whole within `box`, in its middle, as large as it can be; `radius` rounds the corners of
 * the box, the alpha of `fill` counts. Nothing where it is not in the store.
 *
 * WELL: `radius` rounds its corners. A tint turns near_rail's hue too, never far_rail's.
 */
#ifndef PAINT_H
#define PAINT_H

#include <cairo.h>

#include "font.h"
#include "frame.h"

struct painter;
struct pictures;

/* Both are borrowed; no pictures: none is shown. NULL: no memory. */
struct painter *painter_create(struct fonts *fonts, struct pictures *pictures);
void painter_destroy(struct painter *p);

enum { PAINT_RECTS = 16 };

/* Whole pixels, clipped to the frame. */
struct damage {
	int n;
	struct {
		int x, y, w, h;
	} rect[PAINT_RECTS];
};

/*
 * Makes `target` (CAIRO_FORMAT_RGB24 or ARGB32, at least the frame's size) show the frame. With
 * `whole`, or when the size changed, everything is painted; otherwise what differs from the last
 * frame painted on it. Says what was painted in *d.
 */
void painter_paint(struct painter *p, cairo_surface_t *target, const struct frame *f, bool whole,
		   struct damage *d);

/* Called again and again while a frame is painted, with nothing half done that it could see. */
void painter_breathe(struct painter *p, void (*breath)(void *ctx), void *ctx);

size_t painter_cache_bytes(const struct painter *p); /* all pictures kept for frames to come */

#endif
