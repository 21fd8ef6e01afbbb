#include "draw.h"

#include <math.h>
#include <string.h>

#include "art.h"
#include "icons.h"
#include "shape.h"

struct span draw_snap(struct rect r)
{
	struct span s = {(int)floorf(r.x + .5f), (int)floorf(r.y + .5f),
			 (int)floorf(r.x + r.w + .5f), (int)floorf(r.y + r.h + .5f)};
	return s;
}

static struct span view_of(const struct pen *pen)
{
	return (struct span){0, 0, pen->f->w, pen->f->h};
}

static void source(const struct pen *pen, colour c)
{
	cairo_set_source_rgba(pen->cr, (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0,
			      (c & 255) / 255.0, (c >> 24) / 255.0);
}

static bool is_clear(colour c)
{
	return c >> 24 == 0;
}

static void paint_mask(const struct pen *pen, const struct cached *m, int x, int y, colour c)
{
	if (!m || !m->surface)
		return;
	source(pen, c);
	cairo_mask_surface(pen->cr, m->surface, x + m->x, y + m->y);
}

/* Whole pixels, at least one; a little under the next number still counts as it. */
static int border_px(float width)
{
	return width <= 0 ? 0 : width < 1 ? 1 : (int)(width + .25f);
}

float draw_radius(const struct item *i)
{
	return fmaxf(0, fminf(i->radius, fminf(i->box.w, i->box.h) / 2));
}

static void draw_box(const struct pen *pen, const struct item *i)
{
	struct span s = draw_snap(i->box);
	struct rect box = {(float)s.x0, (float)s.y0, (float)(s.x1 - s.x0), (float)(s.y1 - s.y0)};
	float radius = fminf(draw_radius(i), fminf(box.w, box.h) / 2);
	int width = is_clear(i->border) ? 0 : border_px(i->width);
	if (!is_clear(i->fill)) {
		source(pen, i->fill);
		shape_lay(pen->cr, pen->cache, s, radius, 0);
	}
	if (i->hatched) {
		source(pen, colour_fade(i->border, .24f));
		shape_hatch(pen->cr, pen->cache, s, radius, i->spread > 0 ? i->spread : 4);
	}
	source(pen, i->border);
	if (width && i->dashed)
		shape_dash(pen->cr, pen->cache, box, radius, width);
	else if (width)
		shape_lay(pen->cr, pen->cache, s, radius, width);
}

static void draw_disc(const struct pen *pen, const struct item *i)
{
	int width = is_clear(i->border) ? 0 : border_px(i->width);
	float radius = fminf(i->box.w, i->box.h) / 2;
	source(pen, i->fill);
	shape_lay_at(pen->cr, pen->cache, i->box, radius, 0);
	source(pen, i->border);
	if (width && i->dashed)
		shape_dash(pen->cr, pen->cache, i->box, radius, width);
	else if (width)
		shape_lay_at(pen->cr, pen->cache, i->box, radius, width);
}

static void draw_halo(const struct pen *pen, const struct item *i)
{
	struct span s = draw_snap(i->box);
	int w = s.x1 - s.x0, h = s.y1 - s.y0, down = (int)floorf(i->width + .5f);
	float radius = fminf(i->radius, (float)(w < h ? w : h) / 2);
	if (i->spread <= 0 || w <= 0 || h <= 0)
		return;
	const float key[] = {ITEM_HALO, (float)w, (float)h, radius, i->spread, (float)down};
	const struct cached *m = cache_find(pen->cache, key, sizeof key);
	if (!m)
		m = cache_put(pen->cache, key, sizeof key,
			      light_halo(w, h, radius, i->spread, down));
	paint_mask(pen, m, s.x0, s.y0, i->fill);
}

static struct span grown(struct span s, int by)
{
	return (struct span){s.x0 - by, s.y0 - by, s.x1 + by, s.y1 + by};
}

static struct span points_bounds(const struct pen *pen, const struct item *i, float reach)
{
	float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
	for (uint32_t k = 0; k < i->npoints; k++) {
		struct point p = pen->f->points[i->point + k];
		x0 = fminf(x0, p.x);
		y0 = fminf(y0, p.y);
		x1 = fmaxf(x1, p.x);
		y1 = fmaxf(y1, p.y);
	}
	if (!i->npoints)
		return (struct span){0, 0, 0, 0};
	return grown(draw_snap((struct rect){x0, y0, x1 - x0, y1 - y0}), (int)ceilf(reach) + 1);
}

/* A picture of what moves by whole pixels is made once: seen from `origin`, and cut off only where
 * the frame cuts it. */
struct place {
	int x, y;         /* the origin */
	struct span view; /* from there; all zero: nothing is cut off */
};

static struct place place_of(const struct pen *pen, struct span bounds, int x, int y)
{
	struct place p = {x, y, {0, 0, 0, 0}};
	if (bounds.x0 < 0 || bounds.y0 < 0 || bounds.x1 > pen->f->w || bounds.y1 > pen->f->h)
		p.view = (struct span){-x, -y, pen->f->w - x, pen->f->h - y};
	return p;
}

static struct span seen_from(struct place p)
{
	enum { FAR = 1 << 20 };
	return p.view.x1 ? p.view : (struct span){-FAR, -FAR, FAR, FAR};
}

float draw_seen_at(float v, int origin)
{
	return roundf((v - (float)origin) * 64) / 64;
}

static void draw_glow(const struct pen *pen, const struct item *i)
{
	struct span s = draw_snap(i->box);
	struct place p = place_of(pen, grown(s, 1), s.x0, s.y0);
	struct rect box = {draw_seen_at(i->box.x, p.x), draw_seen_at(i->box.y, p.y), i->box.w,
			   i->box.h};
	const struct {
		int kind;
		struct rect box;
		struct span view;
	} key = {ITEM_GLOW, box, p.view};
	const struct cached *m = cache_find(pen->cache, &key, sizeof key);
	if (!m)
		m = cache_put(pen->cache, &key, sizeof key, light_glow(box, seen_from(p)));
	paint_mask(pen, m, p.x, p.y, i->fill);
}

static void draw_gradient(const struct pen *pen, const struct item *i)
{
	struct span s = draw_snap(i->box);
	struct {
		int kind, n, across, nstops;
		struct stop stop[4];
	} key = {ITEM_GRADIENT,
		 i->across ? s.x1 - s.x0 : s.y1 - s.y0,
		 i->across,
		 i->nstops,
		 {{0, 0}}};
	if (key.n <= 0 || !i->nstops)
		return;
	memcpy(key.stop, i->stop, sizeof key.stop);
	const struct cached *m = cache_find(pen->cache, &key, sizeof key);
	if (!m)
		m = cache_put(pen->cache, &key, sizeof key,
			      light_gradient(i->stop, i->nstops, i->across, key.n));
	if (!m || !m->surface)
		return;
	cairo_set_source_surface(pen->cr, m->surface, s.x0, s.y0);
	cairo_pattern_set_extend(cairo_get_source(pen->cr), CAIRO_EXTEND_REPEAT);
	cairo_pattern_set_filter(cairo_get_source(pen->cr), CAIRO_FILTER_NEAREST);
	shape_lay(pen->cr, pen->cache, s, draw_radius(i), 0);
}

/* The key of what is made of points. */
static size_t point_key(const struct point *points, size_t n, const float head[8],
			float key[8 + 2 * FRAME_POINTS])
{
	memcpy(key, head, 8 * sizeof *key);
	memcpy(key + 8, points, n * sizeof *points);
	return 8 * sizeof *key + n * sizeof *points;
}

static void draw_beams(const struct pen *pen, const struct item *i)
{
	float key[8 + 2 * FRAME_POINTS];
	size_t n = point_key(pen->f->points + i->point, i->npoints,
			     (float[8]){ITEM_BEAMS, (float)pen->f->w, (float)pen->f->h}, key);
	const struct cached *m = cache_find(pen->cache, key, n);
	if (!m)
		m = cache_put(pen->cache, key, n,
			      light_beam(pen->f->points + i->point, (int)i->npoints, view_of(pen)));
	paint_mask(pen, m, 0, 0, i->fill);
}

static void paint_tube(const struct pen *pen, const struct item *i, float width, float glow,
		       float spread, colour c)
{
	struct point local[FRAME_POINTS];
	float key[8 + 2 * FRAME_POINTS];
	struct span b = points_bounds(pen, i, light_tube_reach(width, glow, spread));
	struct place p = place_of(pen, b, b.x0, b.y0);
	float head[8] = {
		ITEM_TUBE,        width,           glow, spread, (float)p.view.x0, (float)p.view.y0,
		(float)p.view.x1, (float)p.view.y1};

	for (uint32_t k = 0; k < i->npoints; k++) {
		struct point q = pen->f->points[i->point + k];
		local[k] = (struct point){draw_seen_at(q.x, p.x), draw_seen_at(q.y, p.y)};
	}
	size_t n = point_key(local, i->npoints, head, key);
	const struct cached *m = cache_find(pen->cache, key, n);
	if (!m)
		m = cache_put(
			pen->cache, key, n,
			light_tube(local, (int)i->npoints, width, glow, spread, seen_from(p)));
	paint_mask(pen, m, p.x, p.y, c);
}

static float tube_spread(const struct item *i)
{
	return i->spread > 0 ? i->spread : 13;
}

static void draw_tube(const struct pen *pen, const struct item *i)
{
	paint_tube(pen, i, i->width, i->glow, tube_spread(i), i->fill);
	if (i->core > 0)
		paint_tube(pen, i, i->width * .38f, 0, 0, colour_fade(0xFFFFFFFF, i->core));
}

/* A thin upright or level line lies on whole pixels, so that it is sharp. */
static bool is_rule(const struct pen *pen, const struct item *i, struct span *s)
{
	const struct point *p = pen->f->points + i->point;
	if (i->npoints != 2 || i->width >= 4 || (p[0].x != p[1].x && p[0].y != p[1].y))
		return false;
	float width = (float)border_px(i->width);
	struct rect r = {fminf(p[0].x, p[1].x), fminf(p[0].y, p[1].y), fabsf(p[0].x - p[1].x),
			 fabsf(p[0].y - p[1].y)};
	bool upright = p[0].x == p[1].x;
	r.x -= upright ? width / 2 : 0;
	r.y -= upright ? 0 : width / 2;
	*s = draw_snap(r);
	*(upright ? &s->x1 : &s->y1) = (upright ? s->x0 : s->y0) + (int)width;
	return true;
}

static void draw_line(const struct pen *pen, const struct item *i)
{
	struct span s;
	if (is_rule(pen, i, &s)) {
		source(pen, i->fill);
		cairo_rectangle(pen->cr, s.x0, s.y0, s.x1 - s.x0, s.y1 - s.y0);
		cairo_fill(pen->cr);
	} else {
		paint_tube(pen, i, fmaxf(1, i->width), 0, 0, i->fill);
	}
}

static struct cached make_icon(enum icon icon, bool mirrored, int size, float width, float part)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_A8, size, size);
	cairo_t *cr = cairo_create(s);
	icons_draw(cr, icon, mirrored, 0, 0, size, width, part);
	cairo_destroy(cr);
	return (struct cached){s, 0, 0};
}

static void draw_icon(const struct pen *pen, const struct item *i)
{
	struct span s = draw_snap(i->box);
	int size = s.x1 - s.x0 < s.y1 - s.y0 ? s.x1 - s.x0 : s.y1 - s.y0;
	float width = i->width > 0 ? i->width : 2.1f;
	const float key[] = {ITEM_ICON, (float)i->icon, i->rtl, (float)size, width, i->part};
	if (size <= 0)
		return;
	const struct cached *m = cache_find(pen->cache, key, sizeof key);
	if (!m)
		m = cache_put(pen->cache, key, sizeof key,
			      make_icon((enum icon)i->icon, i->rtl, size, width, i->part));
	paint_mask(pen, m, s.x0, s.y0, i->fill);
}

static struct mask mask_of(const struct pen *pen, const struct item *i, const struct line *l,
			   int *x, int *y)
{
	*x = (int)floorf(l->x + .5f);
	*y = (int)floorf(l->y + .5f);
	struct typeset set = {(enum face)i->face, i->px,  i->tracking,
			      i->line_height,     i->rtl, (enum han)i->han};
	return fonts_mask(pen->fonts, &set, i->s, l->start, l->n);
}

static void draw_text(const struct pen *pen, const struct item *i)
{
	source(pen, i->fill);
	for (uint32_t k = 0; k < i->nlines; k++) {
		int x, y;
		struct mask m = mask_of(pen, i, &pen->f->lines[i->line + k], &x, &y);
		if (m.surface)
			cairo_mask_surface(pen->cr, m.surface, x + m.x, y + m.y);
	}
}

void draw_item(const struct pen *pen, const struct item *i)
{
	static void (*const draw[])(const struct pen *, const struct item *) = {
		[ITEM_BOX] = draw_box,     [ITEM_HALO] = draw_halo,
		[ITEM_GLOW] = draw_glow,   [ITEM_GRADIENT] = draw_gradient,
		[ITEM_BEAMS] = draw_beams, [ITEM_LINE] = draw_line,
		[ITEM_TUBE] = draw_tube,   [ITEM_DISC] = draw_disc,
		[ITEM_ICON] = draw_icon,   [ITEM_TEXT] = draw_text,
		[ITEM_WELL] = art_well,    [ITEM_PICTURE] = art_picture,
		[ITEM_UNCLIP] = NULL,
	};
	if (draw[i->kind])
		draw[i->kind](pen, i);
}

static struct span text_bounds(const struct pen *pen, const struct item *i)
{
	struct span all = {0, 0, 0, 0};
	bool any = false;
	for (uint32_t k = 0; k < i->nlines; k++) {
		int x, y;
		struct mask m = mask_of(pen, i, &pen->f->lines[i->line + k], &x, &y);
		if (!m.surface)
			continue;
		struct span s = {x + m.x, y + m.y,
				 x + m.x + cairo_image_surface_get_width(m.surface),
				 y + m.y + cairo_image_surface_get_height(m.surface)};
		if (!any)
			all = s;
		any = true;
		all.x0 = s.x0 < all.x0 ? s.x0 : all.x0;
		all.y0 = s.y0 < all.y0 ? s.y0 : all.y0;
		all.x1 = s.x1 > all.x1 ? s.x1 : all.x1;
		all.y1 = s.y1 > all.y1 ? s.y1 : all.y1;
	}
	return all;
}

struct span draw_bounds(const struct pen *pen, const struct item *i)
{
	switch (i->kind) {
	case ITEM_CLIP:
	case ITEM_UNCLIP: return (struct span){0, 0, 0, 0};
	case ITEM_TEXT: return text_bounds(pen, i);
	case ITEM_LINE: return points_bounds(pen, i, fmaxf(1, i->width) / 2);
	case ITEM_BEAMS: return points_bounds(pen, i, 1);
	case ITEM_TUBE:
		return points_bounds(pen, i, light_tube_reach(i->width, i->glow, tube_spread(i)));
	case ITEM_HALO:
		return grown(draw_snap(i->box),
			     light_halo_reach(i->spread) + (int)fabsf(i->width) + 1);
	default: return grown(draw_snap(i->box), 1);
	}
}
