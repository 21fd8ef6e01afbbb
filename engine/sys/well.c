#include "well.h"

#include <math.h>

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

static struct point at(const struct bake *b, int k, float reach)
{
	return corner(b, (float)k, (float)k, reach);
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

static void add_stop(cairo_pattern_t *p, double t, colour c)
{
	cairo_pattern_add_color_stop_rgb(p, t, (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0,
					 (c & 255) / 255.0);
}

static void face(cairo_t *cr, const struct point p[4], struct point from, struct point to,
		 colour c0, colour c1)
{
	cairo_pattern_t *g = cairo_pattern_create_linear(from.x, from.y, to.x, to.y);
	add_stop(g, 0, c0);
	add_stop(g, 1, c1);
	cairo_set_source(cr, g);
	for (int i = 0; i < 4; i++)
		cairo_line_to(cr, p[i].x, p[i].y);
	cairo_close_path(cr);
	cairo_fill(cr);
	cairo_pattern_destroy(g);
}

static float depth_of(const struct bake *b, int k)
{
	return k < 0 ? 0 : (float)k / (float)b->flights;
}

static void draw_flight(const struct bake *b, int k)
{
	static const float shades[4] = {0, .22f, .42f, .16f};
	const struct matter *m = &b->m;
	int side = (k + 4) % 4;
	float depth = depth_of(b, k);
	struct point o0 = at(b, k, 1), o1 = at(b, k + 1, 1);
	struct point i0 = at(b, k, inner), i1 = at(b, k + 1, inner);
	if (k >= 0) { /* the wall from here to the rail of the turn before */
		struct point p0 = at(b, k - 4, inner), p1 = at(b, k - 3, inner);
		colour c = colour_mix(m->wall_near, m->wall_far, depth);
		face(b->cr, (struct point[]){p0, p1, o1, o0}, p0, o1,
		     colour_mix(c, m->dusk, m->dusk_part), c);
	}
	colour rail = side == 0 || side == 3 ? b->w.near_rail : b->w.far_rail;
	colour in = colour_mix(colour_mix(m->soffit_near, m->soffit_far, .25f + .75f * depth), rail,
			       m->glaze);
	colour out = colour_mix(m->soffit_near, m->shade, shades[side]);
	face(b->cr, (struct point[]){o0, o1, i1, i0}, between(o0, o1, .5f), between(i0, i1, .5f),
	     out, in);
	source(b->cr, m->tread, m->tread_alpha * (1 - .35f * depth));
	cairo_set_line_width(b->cr,
			     fmaxf(.8f, b->w.radius * .00525f * powf(shrink, fmaxf(0, (float)k))));
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
	float t = fminf(1, fmaxf(0, (float)(k + 2) / ((float)b->flights * .72f)));
	float width = fmaxf(1, b->w.radius * .0105f * powf(shrink, fmaxf(-1, (float)k)));
	float glow = b->glow * (1 - .3f * depth_of(b, k));
	paint_mask(b, light_tube(p, 2, width, glow, 13, b->view),
		   colour_mix(b->w.near_rail, b->w.far_rail, t), 1);
	if (b->glow > 0)
		paint_mask(b, light_tube(p, 2, width * .38f, 0, 0, b->view), 0xFFFFFFFF, .75f);
}

static struct point moved(struct point p, struct rect box, float scale)
{
	return (struct point){(p.x - box.x) * scale, (p.y - box.y) * scale};
}

cairo_surface_t *well_bake(const struct well *well, const struct theme *theme, struct rect box,
			   float scale)
{
	int w = (int)ceilf(box.w * scale), h = (int)ceilf(box.h * scale);
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
	struct bake b = {.cr = cairo_create(s), .w = *well, .view = {0, 0, w, h}};
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
	for (int k = FIRST; k < b.flights; k++)
		draw_flight(&b, k);
	draw_sky(&b);
	for (int k = FIRST; k < b.flights; k++)
		draw_rail(&b, k);
	cairo_destroy(b.cr);
	if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS)
		return s;
	cairo_surface_destroy(s);
	return NULL;
}
