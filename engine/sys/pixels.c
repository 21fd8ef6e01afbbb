#include "pixels.h"

#include <SDL_image.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "imagehead.h"

void pixels_contain(int w0, int h0, float room_w, float room_h, int *w, int *h)
{
	float scale = fminf(room_w / (float)w0, room_h / (float)h0);

	*w = (int)fmaxf(1, roundf((float)w0 * scale));
	*h = (int)fmaxf(1, roundf((float)h0 * scale));
}

static cairo_surface_t *blank(int w, int h)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);

	if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS)
		return s;
	cairo_surface_destroy(s);
	return NULL;
}

static uint32_t *row_of(cairo_surface_t *s, int y)
{
	return (uint32_t *)(void *)(cairo_image_surface_get_data(s) +
				    (ptrdiff_t)y * cairo_image_surface_get_stride(s));
}

static uint32_t premultiplied(uint32_t c)
{
	uint32_t a = c >> 24, r = c >> 16 & 255, g = c >> 8 & 255, b = c & 255;

	if (a == 255)
		return c;
	r = (r * a + 127) / 255;
	g = (g * a + 127) / 255;
	b = (b * a + 127) / 255;
	return a << 24 | r << 16 | g << 8 | b;
}

/* Where pixel x, y of the upright picture lies in one of w x h as stored, for Exif's eight
 * orientations. */
static void stored_at(int turn, int w, int h, int x, int y, int *sx, int *sy)
{
	bool swapped = turn >= 5;
	bool right = turn == 2 || turn == 3 || turn == 7 || turn == 8;
	bool down = turn == 3 || turn == 4 || turn == 6 || turn == 7;

	*sx = swapped ? y : x;
	*sy = swapped ? x : y;
	if (right)
		*sx = w - 1 - *sx;
	if (down)
		*sy = h - 1 - *sy;
}

static cairo_surface_t *upright(const SDL_Surface *from, int turn)
{
	int w = turn >= 5 ? from->h : from->w, h = turn >= 5 ? from->w : from->h;
	cairo_surface_t *to = blank(w, h);

	if (!to)
		return NULL;
	for (int y = 0; y < h; y++) {
		uint32_t *row = row_of(to, y);
		for (int x = 0; x < w; x++) {
			int sx, sy;
			stored_at(turn, from->w, from->h, x, y, &sx, &sy);
			const unsigned char *in =
				(const unsigned char *)from->pixels + (ptrdiff_t)sy * from->pitch;
			row[x] = premultiplied(((const uint32_t *)(const void *)in)[sx]);
		}
	}
	cairo_surface_mark_dirty(to);
	return to;
}

/* ---- size ---- */

/* Adds a row, each pixel of `to` the average of what lies under it, times `weight`. */
static void add_row(float *to, int w, const uint32_t *from, int from_w, float weight)
{
	float step = (float)from_w / (float)w;

	for (int x = 0; x < w; x++) {
		float x0 = (float)x * step, x1 = fminf((float)(x + 1) * step, (float)from_w);
		float sum[4] = {0};
		for (int i = (int)x0; i < from_w && (float)i < x1; i++) {
			float part = fminf(x1, (float)(i + 1)) - fmaxf(x0, (float)i);
			for (int c = 0; c < 4; c++)
				sum[c] += part * (float)(from[i] >> (8 * c) & 255);
		}
		for (int c = 0; c < 4; c++)
			to[4 * x + c] += sum[c] * weight / step;
	}
}

static bool shrink(cairo_surface_t *to, int w, int h, cairo_surface_t *from)
{
	int from_w = cairo_image_surface_get_width(from),
	    from_h = cairo_image_surface_get_height(from);
	float step = (float)from_h / (float)h;
	float *sum = calloc((size_t)w * 4, sizeof *sum);

	for (int y = 0; sum && y < h; y++) {
		float y0 = (float)y * step, y1 = fminf((float)(y + 1) * step, (float)from_h);
		memset(sum, 0, (size_t)w * 4 * sizeof *sum);
		for (int i = (int)y0; i < from_h && (float)i < y1; i++) {
			float part = fminf(y1, (float)(i + 1)) - fmaxf(y0, (float)i);
			add_row(sum, w, row_of(from, i), from_w, part / step);
		}
		uint32_t *row = row_of(to, y);
		for (int x = 0; x < w; x++) {
			row[x] = 0;
			for (int c = 0; c < 4; c++) {
				float v = fminf(sum[4 * x + c] + .5f, 255);
				row[x] |= (uint32_t)v << (8 * c);
			}
		}
	}
	free(sum);
	return sum != NULL;
}

static void stretch(cairo_surface_t *to, int w, int h, cairo_surface_t *from)
{
	cairo_t *cr = cairo_create(to);

	cairo_scale(cr, (double)w / cairo_image_surface_get_width(from),
		    (double)h / cairo_image_surface_get_height(from));
	cairo_set_source_surface(cr, from, 0, 0);
	cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_BILINEAR);
	cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
	cairo_paint(cr);
	cairo_destroy(cr);
}

cairo_surface_t *pixels_scale(cairo_surface_t *from, int w, int h)
{
	int from_w = cairo_image_surface_get_width(from),
	    from_h = cairo_image_surface_get_height(from);

	if (w == from_w && h == from_h)
		return cairo_surface_reference(from);
	cairo_surface_t *to = blank(w, h);
	if (!to)
		return NULL;
	cairo_surface_flush(from);
	if (w > from_w || h > from_h) {
		stretch(to, w, h, from);
	} else if (!shrink(to, w, h, from)) {
		cairo_surface_destroy(to);
		return NULL;
	}
	cairo_surface_mark_dirty(to);
	return to;
}

/* ---- decoding ---- */

static SDL_Surface *load(const unsigned char *bytes, size_t n, const struct imagehead *head)
{
	SDL_RWops *rw = SDL_RWFromConstMem(bytes, (int)n);
	SDL_Surface *raw = rw ? IMG_Load_RW(rw, 1) : NULL, *argb = NULL;

	if (raw && raw->w == (int)head->w && raw->h == (int)head->h)
		argb = SDL_ConvertSurfaceFormat(raw, SDL_PIXELFORMAT_ARGB8888, 0);
	SDL_FreeSurface(raw);
	return argb;
}

cairo_surface_t *pixels_decode(const unsigned char *bytes, size_t n, int max_w, int max_h,
			       size_t max_pixels, bool *whole)
{
	struct imagehead head;

	if (!imagehead_of(bytes, n, &head) || !imagehead_bearable(&head) ||
	    (head.kind == IMAGE_JPEG && imagehead_scans_of(bytes, n) > IMAGE_SCANS))
		return NULL;
	SDL_Surface *stored = load(bytes, n, &head);
	if (!stored)
		return NULL;
	cairo_surface_t *all = upright(stored, head.turn);
	SDL_FreeSurface(stored);
	if (!all)
		return NULL;
	int all_w = cairo_image_surface_get_width(all), all_h = cairo_image_surface_get_height(all),
	    w, h;
	float most = sqrtf((float)max_pixels / ((float)all_w * (float)all_h));
	pixels_contain(all_w, all_h, fminf((float)max_w, floorf((float)all_w * most)),
		       fminf((float)max_h, floorf((float)all_h * most)), &w, &h);
	*whole = w >= all_w || h >= all_h;
	if (*whole)
		return all;
	cairo_surface_t *less = pixels_scale(all, w, h);
	cairo_surface_destroy(all);
	return less;
}
