#include "alpha.h"

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
