#include "alpha.h"

#include <math.h>

struct alpha alpha_new(int w, int h)
{
	struct alpha a = {.w = w, .h = h};
	if (w <= 0 || h <= 0)
		return a;
	a.surface = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
	cairo_surface_flush(a.surface);
	a.at = cairo_image_surface_get_data(a.surface);
	a.stride = cairo_image_surface_get_stride(a.surface);
	if (!a.at) {
		cairo_surface_destroy(a.surface);
		a.surface = NULL;
	}
	return a;
}

struct cached alpha_done(struct alpha a, int x, int y)
{
	if (a.surface)
		cairo_surface_mark_dirty(a.surface);
	return (struct cached){a.surface, x, y};
}

float alpha_clamp(float v)
{
	return v < 0 ? 0 : v > 1 ? 1 : v;
}

unsigned char alpha_level(float v)
{
	return (unsigned char)(alpha_clamp(v) * 255 + .5f);
}

float alpha_box(float x, float y, float w, float h, float radius)
{
	float dx = fabsf(x - w / 2) - (w / 2 - radius), dy = fabsf(y - h / 2) - (h / 2 - radius);
	float d = hypotf(fmaxf(dx, 0), fmaxf(dy, 0)) + fminf(fmaxf(dx, dy), 0) - radius;
	return alpha_clamp(.5f - d);
}
