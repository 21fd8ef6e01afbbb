#include "well.h"

#include <math.h>
#include <string.h>

#include "alpha.h"
#include "light.h"

enum { TREADS = 9, FIRST = -4 };

static const float shrink = .872f, inner = .70f;

/* What the well is made of, by the kind of theme. */
struct matter {
	colour soffit_near, soffit_far, wall_near, wall_far, tread, shade, dusk, sky;
	float dusk_part, glaze, tread_alpha;
};

static const struct matter dark = {
	0xFF151A36, 0xFF3A3168, 0xFF0A0D1C, 0xFF1B1B40, 0xFF7C86C8, 0xFF05060E,
	0xFF000000, 0xFFFFF4DC, .38f,       .16f,       .30f,
};
static const struct matter light = {
	0xFFE2D9C6, 0xFFFBF7EE, 0xFFD2C8B2, 0xFFF3EDE0, 0xFF8C8471, 0xFFCFC5B0,
	0xFFB9AE97, 0xFFFFFFFF, .18f,       .05f,       .5f,
};
static const struct matter flat = {
	0xFF000000, 0xFF000000, 0xFF000000, 0xFF000000, 0xFFFFFFFF, 0xFF000000,
	0xFF000000, 0xFFFFFFFF, 0,          0,          .5f,
};

struct bake {
	cairo_t *cr;
	struct well w; /* moved and scaled to the picture */
	struct matter m;
	struct span view;
	float glow;
	float scale; /* pixels of the picture to one of the frame */
	int flights;
};

static bool is_light(colour c)
{
	return (c >> 16 & 255) + (c >> 8 & 255) + (c & 255) > 384;
}

/* The colour with its hue turned by part of a circle. */
static colour turn_hue(colour c, float by)
{
	float v[3] = {(float)(c >> 16 & 255), (float)(c >> 8 & 255), (float)(c & 255)};
	float most = fmaxf(v[0], fmaxf(v[1], v[2])), least = fminf(v[0], fminf(v[1], v[2]));
	float range = most - least, hue;
	if (range < 1)
		return c;
	if (most == v[0])
		hue = (v[1] - v[2]) / range;
	else if (most == v[1])
		hue = 2 + (v[2] - v[0]) / range;
	else
		hue = 4 + (v[0] - v[1]) / range;
	colour out = c & 0xFF000000;
	for (int i = 0; i < 3; i++) {
		/* Distance of this channel's own hue on the circle of six. */
		float d = fmodf(hue + by * 6 - 2 * (float)i + 15, 6) - 3;
		float part = fminf(1, fmaxf(0, 2 - fabsf(d)));
		out |= (colour)(least + range * part + .5f) << (16 - 8 * i);
	}
	return out;
}

static void tint(struct bake *b, float hue)
{
	static const float violet = .69f;
	colour *all[] = {&b->m.soffit_near, &b->m.soffit_far, &b->m.wall_near,
			 &b->m.wall_far,    &b->m.tread,      &b->w.near_rail};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		*all[i] = turn_hue(*all[i], hue - violet);
}

static struct point corner(const struct bake *b, float k, float angle_k, float reach)
{
	const struct well *w = &b->w;
	float s = powf(shrink, k), a = w->rotation + (float)M_PI * (.25f + angle_k / 2);
	float r = w->radius * reach * s * 1.414f;
	return (struct point){w->vanishing.x + (w->centre.x - w->vanishing.x) * s +
				      r * cosf(a) * w->aspect,
			      w->vanishing.y + (w->centre.y - w->vanishing.y) * s + r * sinf(a)};
}

/* How many corners below the outermost ring corner k is, now that the stair has come down. */
static float below(const struct bake *b, int k)
{
	return (float)k - 4 * b->w.rise;
}

static struct point at(const struct bake *b, int k, float reach)
{
	return corner(b, below(b, k), (float)k, reach);
}

/* A flight comes out of the sky at one end and goes at the other, so that nothing jumps. */
static float seen(const struct bake *b, int k)
{
	float d = below(b, k);

	return alpha_clamp(d - FIRST + 1) * alpha_clamp((float)b->flights - d);
}

static struct point between(struct point a, struct point b, float t)
{
	return (struct point){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

static void source(cairo_t *cr, colour c, float alpha)
{
	cairo_set_source_rgba(cr, (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0,
			      (c & 255) / 255.0, alpha);
}

static void add_stop(cairo_pattern_t *p, double t, colour c, float alpha)
{
	cairo_pattern_add_color_stop_rgba(p, t, (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0,
					  (c & 255) / 255.0, alpha);
}

static void face(cairo_t *cr, const struct point p[4], struct point from, struct point to,
		 colour c0, colour c1, float alpha)
{
	cairo_pattern_t *g = cairo_pattern_create_linear(from.x, from.y, to.x, to.y);
	add_stop(g, 0, c0, alpha);
	add_stop(g, 1, c1, alpha);
	cairo_set_source(cr, g);
	for (int i = 0; i < 4; i++)
		cairo_line_to(cr, p[i].x, p[i].y);
	cairo_close_path(cr);
	cairo_fill(cr);
	cairo_pattern_destroy(g);
}

static float depth_of(const struct bake *b, int k)
{
	return alpha_clamp(below(b, k) / (float)b->flights);
}

static void draw_flight(const struct bake *b, int k)
{
	static const float shades[4] = {0, .22f, .42f, .16f};
	const struct matter *m = &b->m;
	int side = (k + 4) % 4;
	float depth = depth_of(b, k), alpha = seen(b, k),
	      wall = alpha * alpha_clamp(1 + below(b, k));
	struct point o0 = at(b, k, 1), o1 = at(b, k + 1, 1);
	struct point i0 = at(b, k, inner), i1 = at(b, k + 1, inner);
	if (wall > 0) { /* the wall from here to the rail of the turn before */
		struct point p0 = at(b, k - 4, inner), p1 = at(b, k - 3, inner);
		colour c = colour_mix(m->wall_near, m->wall_far, depth);
		face(b->cr, (struct point[]){p0, p1, o1, o0}, p0, o1,
		     colour_mix(c, m->dusk, m->dusk_part), c, wall);
	}
	colour rail = side == 0 || side == 3 ? b->w.near_rail : b->w.far_rail;
	colour in = colour_mix(colour_mix(m->soffit_near, m->soffit_far, .25f + .75f * depth), rail,
			       m->glaze);
	colour out = colour_mix(m->soffit_near, m->shade, shades[side]);
	face(b->cr, (struct point[]){o0, o1, i1, i0}, between(o0, o1, .5f), between(i0, i1, .5f),
	     out, in, alpha);
	source(b->cr, m->tread, m->tread_alpha * (1 - .35f * depth) * alpha);
	cairo_set_line_width(
		b->cr,
		fmaxf(.8f * b->scale, b->w.radius * .00525f * powf(shrink, fmaxf(0, below(b, k)))));
	for (int j = 0; j < TREADS; j++) {
		float t = .16f + .68f * (float)j / (TREADS - 1);
		struct point p = between(o0, o1, t), q = between(i0, i1, t);
		cairo_move_to(b->cr, p.x, p.y);
		cairo_line_to(b->cr, q.x, q.y);
		cairo_stroke(b->cr);
	}
}

static void paint_mask(const struct bake *b, struct cached mask, colour c, float alpha)
{
	if (!mask.surface)
		return;
	source(b->cr, c, alpha);
	cairo_mask_surface(b->cr, mask.surface, mask.x, mask.y);
	cairo_surface_destroy(mask.surface);
}

static void draw_light(const struct bake *b, float x, float y, float r, colour c, float alpha)
{
	paint_mask(b, light_glow((struct rect){x - r, y - r, 2 * r, 2 * r}, b->view), c, alpha);
}

static void draw_sky(const struct bake *b)
{
	float x = 0, y = 0;
	source(b->cr, b->m.sky, 1);
	for (int j = 0; j < 4; j++) {
		struct point p = corner(b, (float)b->flights + .75f, (float)j, inner);
		cairo_line_to(b->cr, p.x, p.y);
		x += p.x / 4;
		y += p.y / 4;
	}
	cairo_fill(b->cr);
	if (b->glow > 0) {
		draw_light(b, x, y, b->w.radius * .62f, 0xFFFFE3B8, .55f);
		draw_light(b, x, y, b->w.radius * 1.25f, b->w.near_rail, .20f);
	}
}

static void draw_rail(const struct bake *b, int k)
{
	struct point p[2] = {at(b, k, inner), at(b, k + 1, inner)};
	float d = below(b, k), alpha = seen(b, k);
	float t = alpha_clamp((d + 2) / ((float)b->flights * .72f));
	float width = fmaxf(b->scale, b->w.radius * .0105f * powf(shrink, fmaxf(-1, d)));
	float glow = b->glow * (1 - .3f * depth_of(b, k));
	paint_mask(b, light_tube(p, 2, width, glow, 13, b->view),
		   colour_mix(b->w.near_rail, b->w.far_rail, t), alpha);
	if (b->glow > 0)
		paint_mask(b, light_tube(p, 2, width * .38f, 0, 0, b->view), 0xFFFFFFFF,
			   .75f * alpha);
}

static struct point moved(struct point p, struct rect box, float scale)
{
	return (struct point){(p.x - box.x) * scale, (p.y - box.y) * scale};
}

static bool is_good(cairo_surface_t *s)
{
	return cairo_surface_status(s) == CAIRO_STATUS_SUCCESS;
}

static void bake(cairo_surface_t *s, const struct well *well, const struct theme *theme,
		 struct rect box, float scale, const struct breath *breath)
{
	struct bake b = {.cr = cairo_create(s),
			 .w = *well,
			 .scale = scale,
			 .view = {0, 0, cairo_image_surface_get_width(s),
				  cairo_image_surface_get_height(s)}};

	b.m = theme->glow ? dark : is_light(theme->bg0) ? light : flat;
	b.glow = theme->glow ? 1 : 0;
	b.flights = (int)fmaxf(1, well->turns * 4);
	b.w.centre = moved(well->centre, box, scale);
	b.w.vanishing = moved(well->vanishing, box, scale);
	b.w.radius *= scale;
	if (well->tint >= 0)
		tint(&b, well->tint);
	source(b.cr, theme->bg0, 1);
	cairo_paint(b.cr);
	int end = b.flights + (int)ceilf(4 * well->rise);
	for (int k = FIRST; k < end; k++) {
		draw_flight(&b, k);
		breathe(breath);
	}
	draw_sky(&b);
	for (int k = FIRST; k < end; k++) {
		breathe(breath);
		draw_rail(&b, k);
	}
	cairo_destroy(b.cr);
	cairo_surface_flush(s);
}

static cairo_surface_t *new_picture(struct rect box, float scale)
{
	cairo_surface_t *s = cairo_image_surface_create(
		CAIRO_FORMAT_RGB24, (int)ceilf(box.w * scale), (int)ceilf(box.h * scale));

	if (is_good(s))
		return s;
	cairo_surface_destroy(s);
	return NULL;
}

cairo_surface_t *well_bake(const struct well *well, const struct theme *theme, struct rect box,
			   float scale, const struct breath *breath)
{
	cairo_surface_t *s = new_picture(box, scale);

	if (s)
		bake(s, well, theme, box, scale, breath);
	return s;
}

/* ---- a well that moves ---- */

/* Four channels of three parts of one pixel and one of another, each in 16 bits. */
static uint64_t blend(uint64_t near, uint64_t far)
{
	return 3 * near + far;
}

static uint64_t spread_out(uint32_t pixel)
{
	uint64_t p = pixel;

	return (p & 0xFF) | (p & 0xFF00) << 8 | (p & 0xFF0000) << 16;
}

static uint32_t pack_in(uint64_t p)
{
	p = (p + 0x0008000800080008u) >> 4;
	return 0xFF000000 | (uint32_t)((p & 0xFF) | (p >> 8 & 0xFF00) | (p >> 16 & 0xFF0000));
}

static const uint32_t *row_of(cairo_surface_t *s, int y)
{
	int h = cairo_image_surface_get_height(s);

	y = y < 0 ? 0 : y >= h ? h - 1 : y;
	return (const uint32_t *)(const void *)(cairo_image_surface_get_data(s) +
						y * cairo_image_surface_get_stride(s));
}

/* Twice as large, each pixel three parts of the nearest one of either direction and one of the
 * next. */
static void enlarge(cairo_surface_t *from, cairo_surface_t *to)
{
	int w = cairo_image_surface_get_width(to), h = cairo_image_surface_get_height(to);
	int last = cairo_image_surface_get_width(from) - 1;

	cairo_surface_flush(to);
	for (int y = 0; y < h; y++) {
		const uint32_t *near = row_of(from, y / 2);
		const uint32_t *far = row_of(from, y / 2 + (y % 2 ? 1 : -1));
		uint32_t *out = (uint32_t *)(void *)(cairo_image_surface_get_data(to) +
						     y * cairo_image_surface_get_stride(to));
		uint64_t here = blend(spread_out(near[0]), spread_out(far[0])), before = here;
		for (int x = 0; x < w; x += 2) {
			int next = x / 2 < last ? x / 2 + 1 : last;
			uint64_t after = blend(spread_out(near[next]), spread_out(far[next]));
			out[x] = pack_in(blend(here, before));
			if (x + 1 < w)
				out[x + 1] = pack_in(blend(here, after));
			before = here;
			here = after;
		}
	}
	cairo_surface_mark_dirty(to);
}

static bool is_same_size(cairo_surface_t *s, struct rect box, float scale)
{
	return s && cairo_image_surface_get_width(s) == (int)ceilf(box.w * scale) &&
	       cairo_image_surface_get_height(s) == (int)ceilf(box.h * scale);
}

static void fit_picture(cairo_surface_t **s, struct rect box, float scale)
{
	if (is_same_size(*s, box, scale))
		return;
	if (*s)
		cairo_surface_destroy(*s);
	*s = new_picture(box, scale);
}

cairo_surface_t *well_move(struct moving_well *m, const struct well *well,
			   const struct theme *theme, struct rect box, float scale,
			   const struct breath *breath)
{
	bool same = m->theme == theme && memcmp(&m->well, well, sizeof *well) == 0 &&
		    memcmp(&m->box, &box, sizeof box) == 0;

	if (same && m->picture)
		return m->picture;
	fit_picture(&m->half, box, scale / 2);
	fit_picture(&m->picture, box, scale);
	if (!m->half || !m->picture)
		return NULL;
	bake(m->half, well, theme, box, scale / 2, breath);
	enlarge(m->half, m->picture);
	m->well = *well;
	m->theme = theme;
	m->box = box;
	return m->picture;
}

static size_t bytes_of(cairo_surface_t *s)
{
	return s ? (size_t)cairo_image_surface_get_stride(s) *
			       (size_t)cairo_image_surface_get_height(s)
		 : 0;
}

size_t well_bytes(const struct moving_well *m)
{
	return bytes_of(m->half) + bytes_of(m->picture);
}

void well_finish(struct moving_well *m)
{
	if (m->half)
		cairo_surface_destroy(m->half);
	if (m->picture)
		cairo_surface_destroy(m->picture);
	*m = (struct moving_well){0};
}
