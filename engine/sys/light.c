#include "light.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A running mean over `size` values, the result moved by `shift`. */
static void box_blur(const float *from, float *to, int n, int size, int shift)
{
	float sum = 0;
	int ahead = size / 2 + shift;
	for (int i = 0; i < n && i < ahead; i++)
		sum += from[i];
	for (int i = 0; i < n; i++) {
		if (i + ahead < n)
			sum += from[i + ahead];
		if (i + ahead - size >= 0)
			sum -= from[i + ahead - size];
		to[i] = fmaxf(0, sum / (float)size);
	}
}

static int blur_size(float spread)
{
	/* Three means make a bell of deviation spread / 2 (CSS) when each is this wide (SVG 1.1,
	 * feGaussianBlur). */
	int size = (int)(spread / 2 * 1.87997f + .5f);
	return size < 1 ? 1 : size;
}

int light_halo_reach(float spread)
{
	return blur_size(spread) * 3 / 2 + 2;
}

/* Blurs each row three times and turns the picture on its side. */
static void blur_turned(const float *from, float *to, int w, int h, int size)
{
	float *a = malloc(sizeof *a * (size_t)w), *b = malloc(sizeof *b * (size_t)w);
	int even = size % 2 == 0;
	for (int y = 0; a && b && y < h; y++) {
		box_blur(from + y * w, a, w, size, 0);
		box_blur(a, b, w, size, even ? -1 : 0);
		box_blur(b, a, w, size + even, 0);
		for (int x = 0; x < w; x++)
			to[x * h + y] = a[x];
	}
	free(a);
	free(b);
}

/* The blurred box with `pad` around it, or NULL. */
static float *blurred_box(int w, int h, float radius, int pad, int size)
{
	int pw = w + 2 * pad, ph = h + 2 * pad;
	float *a = malloc(sizeof *a * (size_t)pw * (size_t)ph);
	float *b = malloc(sizeof *b * (size_t)pw * (size_t)ph);
	if (a && b) {
		for (int y = 0; y < ph; y++) {
			for (int x = 0; x < pw; x++)
				a[y * pw + x] =
					alpha_box((float)(x - pad) + .5f, (float)(y - pad) + .5f,
						  (float)w, (float)h, radius);
		}
		blur_turned(a, b, pw, ph, size);
		blur_turned(b, a, ph, pw, size);
	} else {
		free(a);
		a = NULL;
	}
	free(b);
	return a;
}

/* A row of n values from a shorter one: along a long edge all are like its middle. */
static void stretch(unsigned char *to, int n, const unsigned char *from, int short_n)
{
	int half = short_n / 2;
	memcpy(to, from, (size_t)half);
	memset(to + half, from[half], (size_t)(n - short_n + 1));
	memcpy(to + n - short_n + half + 1, from + half + 1, (size_t)(short_n - half - 1));
}

/* The halo of a box that is no longer than it must be. */
static struct alpha short_halo(int w, int h, float radius, float spread, int down, int pad)
{
	struct alpha a = alpha_new(w + 2 * pad, h + 2 * pad);
	float *blur = a.surface ? blurred_box(w, h, radius, pad, blur_size(spread)) : NULL;
	for (int y = 0; blur && y < a.h; y++) {
		for (int x = 0; x < a.w; x++) {
			float in = alpha_box((float)(x - pad) + .5f, (float)(y - pad + down) + .5f,
					     (float)w, (float)h, radius);
			a.at[y * a.stride + x] = alpha_level(blur[y * a.w + x] * (1 - in));
		}
	}
	free(blur);
	return a;
}

struct cached light_halo(int w, int h, float radius, float spread, int down)
{
	int pad = light_halo_reach(spread), least = 2 * (pad + (int)radius + abs(down) + 2) + 1;
	struct alpha from =
		short_halo(w < least ? w : least, h < least ? h : least, radius, spread, down, pad);
	struct alpha a = alpha_new(w + 2 * pad, h + 2 * pad);
	int half = from.h / 2;
	for (int y = 0; a.surface && from.surface && y < a.h; y++) {
		int row = y < half ? y : y < a.h - from.h + half ? half : y - a.h + from.h;
		stretch(a.at + y * a.stride, a.w, from.at + row * from.stride, from.w);
	}
	if (from.surface)
		cairo_surface_destroy(from.surface);
	return alpha_done(a, -pad, -pad + down);
}

static struct span span_of(struct rect r, struct span view)
{
	struct span s = {(int)floorf(fmaxf(r.x, (float)view.x0)),
			 (int)floorf(fmaxf(r.y, (float)view.y0)),
			 (int)ceilf(fminf(r.x + r.w, (float)view.x1)),
			 (int)ceilf(fminf(r.y + r.h, (float)view.y1))};
	return s;
}

/* Value at t of a curve through (0, v0) (t1, v1) (t2, v2) (1, 0), straight between. */
static float curve(float t, float v0, float t1, float v1, float t2, float v2)
{
	if (t < t1)
		return v0 + (v1 - v0) * t / t1;
	if (t < t2)
		return v1 + (v2 - v1) * (t - t1) / (t2 - t1);
	return t < 1 ? v2 * (1 - t) / (1 - t2) : 0;
}

enum { GLOW_STEPS = 4096 };

struct cached light_glow(struct rect box, struct span view)
{
	struct span s = span_of(box, view);
	struct alpha p = alpha_new(s.x1 - s.x0, s.y1 - s.y0);
	float rx = box.w / 2, ry = box.h / 2;
	unsigned char level[GLOW_STEPS + 1];
	for (int i = 0; i <= GLOW_STEPS; i++)
		level[i] = alpha_level(curve((float)i / GLOW_STEPS, 1, .35f, .42f, .7f, .1f));
	for (int y = 0; p.surface && y < p.h; y++) {
		float dy = ((float)(s.y0 + y) + .5f - box.y - ry) / ry;
		for (int x = 0; x < p.w; x++) {
			float dx = ((float)(s.x0 + x) + .5f - box.x - rx) / rx;
			float t = fminf(1, sqrtf(dx * dx + dy * dy));
			p.at[y * p.stride + x] = level[(int)(t * GLOW_STEPS + .5f)];
		}
	}
	return alpha_done(p, s.x0, s.y0);
}

/* The line through two points, so that the distance from it is |x * nx + y * ny + c|. */
struct edge {
	float nx, ny, c;
};

static struct edge edge_of(struct point a, struct point b)
{
	float dx = b.x - a.x, dy = b.y - a.y, length = fmaxf(hypotf(dx, dy), .001f);
	return (struct edge){dy / length, -dx / length, (a.y * dx - a.x * dy) / length};
}

static float beyond(struct edge e, float x, float y)
{
	return fabsf(x * e.nx + y * e.ny + e.c);
}

struct cached light_beam(const struct point *q, int n, struct span view)
{
	if (n < 3)
		return (struct cached){0};
	float x0 = q[0].x, x1 = x0, y0 = q[0].y, y1 = y0;
	for (int i = 1; i < n; i++) {
		x0 = fminf(x0, q[i].x);
		x1 = fmaxf(x1, q[i].x);
		y0 = fminf(y0, q[i].y);
		y1 = fmaxf(y1, q[i].y);
	}
	struct span s = span_of((struct rect){x0, y0, x1 - x0, y1 - y0}, view);
	struct alpha p = alpha_new(s.x1 - s.x0, s.y1 - s.y0);
	if (!p.surface)
		return (struct cached){0};
	cairo_t *cr = cairo_create(p.surface);
	for (int i = 0; i < n; i++)
		cairo_line_to(cr, q[i].x - (float)s.x0, q[i].y - (float)s.y0);
	cairo_fill(cr);
	cairo_destroy(cr);
	cairo_surface_flush(p.surface);
	struct edge bright = edge_of(q[0], q[1]), dim = edge_of(q[n - 2], q[n - 1]);
	for (int y = 0; y < p.h; y++) {
		for (int x = 0; x < p.w; x++) {
			unsigned char *at = p.at + y * p.stride + x;
			float px = (float)(s.x0 + x) + .5f, py = (float)(s.y0 + y) + .5f;
			if (!*at)
				continue;
			float d0 = beyond(bright, px, py);
			float t = d0 / fmaxf(d0 + beyond(dim, px, py), .001f);
			*at = alpha_level(curve(t, 1, .3f, .6f, .55f, .3f) * (float)*at / 255);
		}
	}
	return alpha_done(p, s.x0, s.y0);
}

enum { TUBE_STROKES = 12, TUBE_STEPS = 8 /* to a pixel */ };

static float stroke_width(int j, float width, float spread)
{
	return width * (spread * powf((float)(TUBE_STROKES - j) / TUBE_STROKES, 1.35f) + 1.2f);
}

float light_tube_reach(float width, float glow, float spread)
{
	return (glow > 0 ? stroke_width(0, width, spread) : width) / 2 + 1;
}

static float stroke_cover(float d, float width)
{
	return alpha_clamp(width / 2 - d + .5f) * fminf(width, 1);
}

/* How much a tube covers at a distance from its middle. */
static float tube_cover(float d, float width, float glow, float spread)
{
	float dark = 1 - stroke_cover(d, width);
	for (int j = 0; glow > 0 && j < TUBE_STROKES; j++) {
		float alpha = fminf(1, (.018f + .004f * (float)j) * glow);
		dark *= 1 - alpha * stroke_cover(d, stroke_width(j, width, spread));
	}
	return 1 - dark;
}

/* Lowers every value of the field to the square of the distance from the stretch a to b. */
static void lower(float *field, struct span s, struct point a, struct point b, float reach)
{
	struct rect r = {fminf(a.x, b.x) - reach, fminf(a.y, b.y) - reach,
			 fabsf(a.x - b.x) + 2 * reach, fabsf(a.y - b.y) + 2 * reach};
	struct span part = span_of(r, s);
	float dx = b.x - a.x, dy = b.y - a.y, length = fmaxf(dx * dx + dy * dy, 1e-6f);
	for (int y = part.y0; y < part.y1; y++) {
		float *row = field + (size_t)(y - s.y0) * (size_t)(s.x1 - s.x0) - s.x0;
		float py = (float)y + .5f - a.y;
		for (int x = part.x0; x < part.x1; x++) {
			float px = (float)x + .5f - a.x;
			float t = alpha_clamp((px * dx + py * dy) / length);
			float ex = px - t * dx, ey = py - t * dy, d = ex * ex + ey * ey;
			row[x] = d < row[x] ? d : row[x];
		}
	}
}

struct cached light_tube(const struct point *q, int n, float width, float glow, float spread,
			 struct span view)
{
	float reach = light_tube_reach(width, glow, spread);
	float x0 = 1e9f, x1 = -1e9f, y0 = 1e9f, y1 = -1e9f;
	for (int i = 0; i < n; i++) {
		x0 = fminf(x0, q[i].x - reach);
		x1 = fmaxf(x1, q[i].x + reach);
		y0 = fminf(y0, q[i].y - reach);
		y1 = fmaxf(y1, q[i].y + reach);
	}
	struct span s = span_of((struct rect){x0, y0, x1 - x0, y1 - y0}, view);
	int steps = (int)(reach * TUBE_STEPS) + 2;
	struct alpha p = alpha_new(s.x1 - s.x0, s.y1 - s.y0);
	size_t area = p.surface ? (size_t)p.w * (size_t)p.h : 0;
	float *field = malloc(sizeof *field * (area + 1));
	unsigned char *cover = malloc((size_t)steps);
	if (!area || !field || !cover) {
		free(field);
		free(cover);
		if (p.surface)
			cairo_surface_destroy(p.surface);
		return (struct cached){0};
	}
	for (int i = 0; i < steps; i++)
		cover[i] = alpha_level(tube_cover((float)i / TUBE_STEPS, width, glow, spread));
	for (size_t i = 0; i < area; i++)
		field[i] = 1e12f;
	for (int i = 0; i < n; i++)
		lower(field, s, q[i], q[i + 1 < n ? i + 1 : i], reach);
	for (int y = 0; y < p.h; y++) {
		const float *from = field + (size_t)y * (size_t)p.w;
		for (int x = 0; x < p.w; x++) {
			if (from[x] < reach * reach)
				p.at[y * p.stride + x] =
					cover[(int)(sqrtf(from[x]) * TUBE_STEPS + .5f)];
		}
	}
	free(field);
	free(cover);
	return alpha_done(p, s.x0, s.y0);
}

/* The colour at t, its channels multiplied by its alpha, as cairo's pictures want them. */
static uint32_t stop_at(const struct stop *stops, int nstops, float t)
{
	int k = 0, last = nstops - 1;
	while (k < last && stops[k + 1].at <= t)
		k++;
	const struct stop *a = &stops[k], *b = &stops[k < last ? k + 1 : k];
	float part = b->at > a->at ? fminf(1, fmaxf(0, (t - a->at) / (b->at - a->at))) : 0;
	float alpha0 = (float)(a->c >> 24) * (1 - part) / 255;
	float alpha1 = (float)(b->c >> 24) * part / 255;
	uint32_t out = (uint32_t)((alpha0 + alpha1) * 255 + .5f) << 24;
	for (int shift = 0; shift < 24; shift += 8)
		out |= (uint32_t)((float)(a->c >> shift & 255) * alpha0 +
				  (float)(b->c >> shift & 255) * alpha1 + .5f)
		       << shift;
	return out;
}

struct cached light_gradient(const struct stop *stops, int nstops, bool across, int n)
{
	enum { STRIP = 64 };
	int w = across ? n : STRIP, h = across ? STRIP : n;
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
	cairo_surface_flush(s);
	unsigned char *to = cairo_image_surface_get_data(s);
	int stride = cairo_image_surface_get_stride(s);
	for (int i = 0; to && i < n; i++) {
		uint32_t c = stop_at(stops, nstops, ((float)i + .5f) / (float)n);
		for (int k = 0; k < STRIP; k++)
			((uint32_t *)(void *)(to + (across ? k : i) * stride))[across ? i : k] = c;
	}
	cairo_surface_mark_dirty(s);
	if (to)
		return (struct cached){s, 0, 0};
	cairo_surface_destroy(s);
	return (struct cached){0};
}
