#include "icon.h"

#include "shape.h"
#include "theme.h"

static void source(cairo_t *cr, colour c, double alpha)
{
	cairo_set_source_rgba(cr, (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0,
			      (c & 255) / 255.0, alpha);
}

cairo_surface_t *icon_create(int size_px)
{
	static const double stair[][2] = {{3.5, 20}, {8, 20},  {8, 15.5}, {12, 15.5},
					  {12, 11},  {16, 11}, {16, 6.5}, {20.5, 6.5}};
	static const struct {
		double width, alpha;
	} strokes[] = {{5.4, 0.12}, {3.8, 0.22}, {2.1, 1}};
	const struct theme *t = &themes[0];
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size_px, size_px);
	cairo_t *cr = cairo_create(s);

	cairo_scale(cr, size_px / 24.0, size_px / 24.0);
	shape_path(cr, 0, 0, 24, 24, 5);
	source(cr, t->bg1, 1);
	cairo_fill(cr);

	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	cairo_translate(cr, 2.4, 1.4);
	cairo_scale(cr, 0.8, 0.8);
	for (int i = 0; i < 3; i++) {
		for (int k = 0; k < 8; k++)
			cairo_line_to(cr, stair[k][0], stair[k][1]);
		cairo_set_line_width(cr, strokes[i].width);
		source(cr, t->brand, strokes[i].alpha);
		cairo_stroke(cr);
	}
	cairo_destroy(cr);
	cairo_surface_flush(s);
	return s;
}
