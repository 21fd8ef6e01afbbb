#include "pixels.h"

#include <SDL_image.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "imagehead.h"

static int least(int a, int b)
{
	return a < b ? a : b;
}

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

static unsigned char *bytes_of(cairo_surface_t *s, int y)
{
	return cairo_image_surface_get_data(s) + (ptrdiff_t)y * cairo_image_surface_get_stride(s);
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
		uint32_t *row = (uint32_t *)(void *)bytes_of(to, y);
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

/* What part of each pixel of a line lies under one of a shorter line: all of those between the
 * first and the last. */
struct reach {
	int first, last;
	float of_first, of_all, of_last; /* sum up to 1 */
};

static struct reach reach_of(int i, float step, int n)
{
	float from = (float)i * step, to = fminf((float)(i + 1) * step, (float)n);
	int first = least((int)from, n - 1), last = least((int)to, n - 1);

	return (struct reach){.first = first,
			      .last = last,
			      .of_first = (fminf(to, (float)(first + 1)) - from) / step,
			      .of_all = 1 / step,
			      .of_last = last > first ? (to - (float)last) / step : 0};
}

/* Adds `weight` times a row of n bytes. */
static void add_row(float *restrict sum, const unsigned char *restrict row, int n, float weight)
{
	for (int i = 0; i < n; i++)
		sum[i] += weight * (float)row[i];
}

/* A row of pixels, four sums each, to one of w pixels. */
static void narrow(float *restrict to, int w, const float *restrict from,
		   const struct reach *restrict across)
{
	for (int x = 0; x < w; x++) {
		const struct reach *r = &across[x];
		float v[4];
		for (int c = 0; c < 4; c++)
			v[c] = r->of_first * from[4 * r->first + c] +
			       r->of_last * from[4 * r->last + c];
		for (int i = r->first + 1; i < r->last; i++)
			for (int c = 0; c < 4; c++)
				v[c] += r->of_all * from[4 * i + c];
		for (int c = 0; c < 4; c++)
			to[4 * x + c] = v[c];
	}
}

static void round_row(unsigned char *restrict to, const float *restrict from, int n)
{
	for (int i = 0; i < n; i++)
		to[i] = (unsigned char)(int)(from[i] + .5f);
}

/* Each pixel the average of what lies under it: down first, a whole row at a time, so that only
 * the few rows of the result are gone through pixel by pixel. */
static bool shrink(cairo_surface_t *to, int w, int h, cairo_surface_t *from)
{
	int from_w = cairo_image_surface_get_width(from),
	    from_h = cairo_image_surface_get_height(from), n = 4 * from_w;
	struct reach *across = malloc((size_t)w * sizeof *across);
	float *sum = malloc((size_t)(n + 4 * w) * sizeof *sum), *line = sum + n;
	bool good = across && sum;

	for (int x = 0; good && x < w; x++)
		across[x] = reach_of(x, (float)from_w / (float)w, from_w);
	for (int y = 0; good && y < h; y++) {
		struct reach r = reach_of(y, (float)from_h / (float)h, from_h);
		memset(sum, 0, (size_t)n * sizeof *sum);
		add_row(sum, bytes_of(from, r.first), n, r.of_first);
		for (int i = r.first + 1; i < r.last; i++)
			add_row(sum, bytes_of(from, i), n, r.of_all);
		if (r.of_last > 0)
			add_row(sum, bytes_of(from, r.last), n, r.of_last);
		narrow(line, w, sum, across);
		round_row(bytes_of(to, y), line, 4 * w);
	}
	free(across);
	free(sum);
	return good;
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
	*whole = w >= all_w && h >= all_h;
	if (*whole)
		return all;
	cairo_surface_t *less = pixels_scale(all, w, h);
	cairo_surface_destroy(all);
	return less;
}
