#include "art.h"

#include <math.h>
#include <string.h>

#include "pictures.h"
#include "pixels.h"
#include "shape.h"

static const float most_well = 2.4e6f; /* pixels: a 1080p screen and a little */

static cairo_surface_t *well_picture(const struct pen *pen, const struct well *well,
				     struct rect box, float scale)
{
	struct {
		int kind;
		struct rect box;
		struct well well;
		colour ground;
		int glow;
	} key = {ITEM_WELL, box, *well, pen->f->theme->bg0, pen->f->theme->glow};

	if (well->rise > 0)
		return well_move(pen->moving, well, pen->f->theme, box, scale, pen->breath);
	const struct cached *m = cache_find(pen->cache, &key, sizeof key);
	if (!m)
		m = cache_put(
			pen->cache, &key, sizeof key,
			(struct cached){well_bake(well, pen->f->theme, box, scale, pen->breath), 0,
					0});
	return m ? m->surface : NULL;
}

void art_well(const struct pen *pen, const struct item *i)
{
	struct span s = draw_snap(i->box);
	struct rect box = {0, 0, (float)(s.x1 - s.x0), (float)(s.y1 - s.y0)};
	struct well well = i->well; /* as seen from the box, so that it may move */
	well.centre = (struct point){draw_seen_at(well.centre.x, s.x0),
				     draw_seen_at(well.centre.y, s.y0)};
	well.vanishing = (struct point){draw_seen_at(well.vanishing.x, s.x0),
					draw_seen_at(well.vanishing.y, s.y0)};
	if (box.w <= 0 || box.h <= 0)
		return;
	/* A whole number of pixels to one of the picture: then a part scales as the whole does. */
	float scale = 1 / fmaxf(1, ceilf(sqrtf(box.w * box.h / most_well)));
	cairo_surface_t *picture = well_picture(pen, &well, box, scale);
	if (!picture)
		return;
	cairo_pattern_t *pattern = cairo_pattern_create_for_surface(picture);
	cairo_matrix_t matrix;
	cairo_matrix_init_scale(&matrix, scale, scale);
	cairo_matrix_translate(&matrix, -s.x0, -s.y0);
	cairo_pattern_set_matrix(pattern, &matrix);
	cairo_pattern_set_filter(pattern, scale < 1 ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST);
	cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
	cairo_set_source(pen->cr, pattern);
	if (i->fill >> 24 == 255) {
		shape_lay(pen->cr, pen->cache, s, draw_radius(i), 0);
	} else {
		cairo_save(pen->cr);
		shape_path(pen->cr, s.x0, s.y0, box.w, box.h, draw_radius(i));
		cairo_clip(pen->cr);
		cairo_paint_with_alpha(pen->cr, (i->fill >> 24) / 255.0);
		cairo_restore(pen->cr);
	}
	cairo_pattern_destroy(pattern);
}

/* The picture as large as its box has room for, from the cache where it was made before. */
static const struct cached *picture_for(const struct pen *pen, const struct item *i, int w, int h)
{
	struct {
		int kind, w, h;
		cairo_surface_t *from; /* a picture that was read again is another one */
		uint64_t path;
	} key;
	if (!pen->pictures || !i->folder || !i->path || w <= 0 || h <= 0)
		return NULL;
	cairo_surface_t *from = pictures_find(pen->pictures, i->folder, i->path);
	if (!from)
		return NULL;
	memset(&key, 0, sizeof key);
	key.kind = ITEM_PICTURE;
	key.from = from;
	key.path = cache_hash(i->folder, strlen(i->folder) + 1) ^
		   cache_hash(i->path, strlen(i->path)) * 31;
	pixels_contain(cairo_image_surface_get_width(from), cairo_image_surface_get_height(from),
		       (float)w, (float)h, &key.w, &key.h);
	const struct cached *m = cache_find(pen->cache, &key, sizeof key);
	if (!m)
		m = cache_put(pen->cache, &key, sizeof key,
			      (struct cached){pixels_scale(from, key.w, key.h), 0, 0});
	return m && m->surface ? m : NULL;
}

void art_picture(const struct pen *pen, const struct item *i)
{
	struct span s = draw_snap(i->box);
	int w = s.x1 - s.x0, h = s.y1 - s.y0;
	const struct cached *m = picture_for(pen, i, w, h);
	float alpha = (float)(i->fill >> 24) / 255;

	if (!m || alpha <= 0)
		return;
	cairo_save(pen->cr);
	if (alpha < 1) {
		cairo_rectangle(pen->cr, s.x0, s.y0, w, h);
		cairo_clip(pen->cr);
		cairo_push_group(pen->cr);
	}
	cairo_set_source_surface(pen->cr, m->surface,
				 s.x0 + (w - cairo_image_surface_get_width(m->surface)) / 2,
				 s.y0 + (h - cairo_image_surface_get_height(m->surface)) / 2);
	cairo_pattern_set_filter(cairo_get_source(pen->cr), CAIRO_FILTER_NEAREST);
	shape_lay(pen->cr, pen->cache, s, draw_radius(i), 0);
	if (alpha < 1) {
		cairo_pop_group_to_source(pen->cr);
		cairo_paint_with_alpha(pen->cr, (double)alpha);
	}
	cairo_restore(pen->cr);
}
