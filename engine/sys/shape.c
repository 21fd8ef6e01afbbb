#include "shape.h"

#include <math.h>

enum kind { BOX = 1000, DASH, HATCH }; /* first of a key; beyond the kinds of items */

static void rectangle(cairo_t *cr, int x0, int y0, int x1, int y1)
{
	if (x1 > x0 && y1 > y0) {
		cairo_rectangle(cr, x0, y0, x1 - x0, y1 - y0);
		cairo_fill(cr);
	}
}

static struct cached make_box(float x, float y, float w, float h, float radius, float ring)
{
	struct alpha a = alpha_new((int)ceilf(x + w), (int)ceilf(y + h));
	float round = fmaxf(0, radius - ring), iw = w - 2 * ring, ih = h - 2 * ring;
	for (int py = 0; a.surface && py < a.h; py++) {
		for (int px = 0; px < a.w; px++) {
			float mx = (float)px + .5f - x, my = (float)py + .5f - y;
			float v = alpha_box(mx, my, w, h, radius);
			if (ring > 0 && iw > 0 && ih > 0)
				v *= 1 - alpha_box(mx - ring, my - ring, iw, ih, round);
			a.at[py * a.stride + px] = alpha_level(v);
		}
	}
	return alpha_done(a, 0, 0);
}

static const struct cached *box_of(struct cache *cache, float x, float y, float w, float h,
				   float radius, int ring)
{
	const float key[] = {BOX, x, y, w, h, radius, (float)ring};
	const struct cached *c = cache_find(cache, key, sizeof key);
	return c ? c : cache_put(cache, key, sizeof key, make_box(x, y, w, h, radius, (float)ring));
}

static void lay_mask(cairo_t *cr, const struct cached *c, int x, int y)
{
	if (c && c->surface)
		cairo_mask_surface(cr, c->surface, x + c->x, y + c->y);
}

void shape_lay_at(cairo_t *cr, struct cache *cache, struct rect box, float radius, int ring)
{
	float x = floorf(box.x), y = floorf(box.y);
	lay_mask(cr, box_of(cache, box.x - x, box.y - y, box.w, box.h, radius, ring), (int)x,
		 (int)y);
}

/* A quarter of a picture of four corners, each `side` wide. */
static void lay_corner(cairo_t *cr, const struct cached *c, int x, int y, int side, int right,
		       int low)
{
	cairo_save(cr);
	cairo_rectangle(cr, x, y, side, side);
	cairo_clip(cr);
	lay_mask(cr, c, x - right * side, y - low * side);
	cairo_restore(cr);
}

void shape_lay(cairo_t *cr, struct cache *cache, struct span b, float radius, int ring)
{
	int w = b.x1 - b.x0, h = b.y1 - b.y0, side = (int)ceilf(radius);
	if (w <= 0 || h <= 0)
		return;
	if (radius <= 0 && (!ring || 2 * ring >= w || 2 * ring >= h)) {
		rectangle(cr, b.x0, b.y0, b.x1, b.y1);
		return;
	}
	side = ring > side ? ring : side;
	if (2 * side > w || 2 * side > h) {
		lay_mask(cr, box_of(cache, 0, 0, (float)w, (float)h, radius, ring), b.x0, b.y0);
		return;
	}
	float size = (float)(2 * side);
	const struct cached *c = box_of(cache, 0, 0, size, size, radius, ring);
	for (int k = 0; k < 4; k++)
		lay_corner(cr, c, k & 1 ? b.x1 - side : b.x0, k & 2 ? b.y1 - side : b.y0, side,
			   k & 1, k >> 1);
	int deep = ring ? ring : side;
	rectangle(cr, b.x0 + side, b.y0, b.x1 - side, b.y0 + deep);
	rectangle(cr, b.x0 + side, b.y1 - deep, b.x1 - side, b.y1);
	if (ring) {
		rectangle(cr, b.x0, b.y0 + side, b.x0 + ring, b.y1 - side);
		rectangle(cr, b.x1 - ring, b.y0 + side, b.x1, b.y1 - side);
	} else {
		rectangle(cr, b.x0, b.y0 + side, b.x1, b.y1 - side);
	}
}

void shape_path(cairo_t *cr, double x, double y, double w, double h, double r)
{
	cairo_new_sub_path(cr);
	cairo_arc(cr, x + w - r, y + r, r, -M_PI / 2, 0);
	cairo_arc(cr, x + w - r, y + h - r, r, 0, M_PI / 2);
	cairo_arc(cr, x + r, y + h - r, r, M_PI / 2, M_PI);
	cairo_arc(cr, x + r, y + r, r, M_PI, M_PI * 1.5);
	cairo_close_path(cr);
}

static struct cached make_dashes(double x, double y, double w, double h, double radius,
				 double width)
{
	struct alpha a = alpha_new((int)ceil(x + w), (int)ceil(y + h));
	if (!a.surface || w <= width || h <= width)
		return alpha_done(a, 0, 0);
	double in = width / 2, round = fmax(0, radius - in);
	double length = 2 * (w + h - 4 * in) - (8 - 2 * M_PI) * round;
	double dash = width * (width < 3 ? 3 : 2), gap = width * (width < 3 ? 2 : 1);
	double n = fmax(1, floor(length / (dash + gap) + .5));
	double dashes[2] = {dash, fmax(.1, length / n - dash)};
	cairo_t *cr = cairo_create(a.surface);
	shape_path(cr, x + in, y + in, w - width, h - width, round);
	cairo_set_line_width(cr, width);
	cairo_set_dash(cr, dashes, 2, 0);
	cairo_stroke(cr);
	cairo_destroy(cr);
	return alpha_done(a, 0, 0);
}

void shape_dash(cairo_t *cr, struct cache *cache, struct rect box, float radius, int width)
{
	float x = floorf(box.x), y = floorf(box.y);
	const float key[] = {DASH, box.x - x, box.y - y, box.w, box.h, radius, (float)width};
	const struct cached *c = cache_find(cache, key, sizeof key);
	if (!c)
		c = cache_put(cache, key, sizeof key,
			      make_dashes(key[1], key[2], box.w, box.h, radius, width));
	lay_mask(cr, c, (int)x, (int)y);
}

static struct cached make_hatch(int w, int h, float radius, float pitch)
{
	struct alpha a = alpha_new(w, h);
	float wide = pitch / 4, soft = .7071f; /* a pixel's half diagonal */
	for (int y = 0; a.surface && y < h; y++) {
		for (int x = 0; x < w; x++) {
			/* Counted from the bottom right corner; a stripe ends where its pitch does.
			 */
			float t = ((float)(w - x) + (float)(h - y) - 1) * soft;
			float d = fabsf(fmodf(t, pitch) - (pitch - wide / 2));
			float v = alpha_clamp((wide / 2 - fminf(d, pitch - d)) / (2 * soft) + .5f);
			float in = alpha_box((float)x + .5f, (float)y + .5f, (float)w, (float)h,
					     radius);
			a.at[y * a.stride + x] = alpha_level(v * in);
		}
	}
	return alpha_done(a, 0, 0);
}

void shape_hatch(cairo_t *cr, struct cache *cache, struct span b, float radius, float pitch)
{
	int w = b.x1 - b.x0, h = b.y1 - b.y0;
	const float key[] = {HATCH, (float)w, (float)h, radius, pitch};
	const struct cached *c = cache_find(cache, key, sizeof key);
	if (!c)
		c = cache_put(cache, key, sizeof key, make_hatch(w, h, radius, pitch));
	lay_mask(cr, c, b.x0, b.y0);
}
