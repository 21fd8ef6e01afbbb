#include "shaft.h"

#include <math.h>

#include "motion.h"

enum { STEPS = 6, MOST = 14, SHOWN = 12 };

struct section {
	struct rect r;
	float left, right, landing, high; /* px: walls, a landing's length, a floor's height */
};

static float landing_x(const struct section *s, int floor, bool inner)
{
	float dx = inner ? s->landing : 0;

	return floor % 2 == 0 ? s->left + dx : s->right - dx;
}

static void add_flight(struct ui *ui, struct item *i, const struct section *s, int floor,
		       int bottom)
{
	float y = s->r.y + s->r.h - (float)(floor - bottom) * s->high;
	float x = landing_x(s, floor, true);
	float dx = (landing_x(s, floor + 1, true) - x) / STEPS, dy = -s->high / STEPS;

	frame_point(ui->f, i, landing_x(s, floor, false), y);
	frame_point(ui->f, i, x, y);
	for (int k = 0; k < STEPS; k++) {
		frame_point(ui->f, i, x, y += dy);
		frame_point(ui->f, i, x += dx, y);
	}
	frame_point(ui->f, i, landing_x(s, floor + 1, false), y);
}

static colour lit_colour(const struct ui *ui, const struct climb *c)
{
	return c->lit ? c->lit : ui->t->brand;
}

static struct item *add_tube(struct ui *ui, struct rect box, colour lit)
{
	struct item *i = frame_add(ui->f, ITEM_TUBE, box);

	i->width = fmaxf(1, .34f * ui->u);
	i->fill = lit;
	i->core = ui->t->glow ? .62f : 0;
	i->glow = ui->t->glow ? 1 : 0;
	i->spread = 12;
	return i;
}

/* `bright`: the light, 1 as usual. */
static void add_marker(struct ui *ui, struct point at, float bright, colour lit)
{
	float r = ui->u, cy = at.y - r * 1.42f, light = 5.4f * ui->u;

	if (ui->t->glow)
		frame_add(ui->f, ITEM_GLOW,
			  (struct rect){at.x - light, cy - light, 2 * light, 2 * light})
			->fill = colour_fade(lit, .55f * bright);
	frame_add(ui->f, ITEM_DISC, (struct rect){at.x - r, cy - r, 2 * r, 2 * r})->fill =
		ui->t->text;
}

/* What the marker runs along, and the tube that lights behind it. */
struct path {
	struct point at[2 * STEPS + 4];
	int n;
};

static void path_to(struct path *p, float x, float y)
{
	p->at[p->n++] = (struct point){x, y};
}

static float path_length(const struct path *p)
{
	float sum = 0;

	for (int i = 1; i < p->n; i++)
		sum += hypotf(p->at[i].x - p->at[i - 1].x, p->at[i].y - p->at[i - 1].y);
	return sum;
}

/* Walks so far along the path, and draws it as it goes, if there is a tube to draw. */
static struct point path_walk(struct ui *ui, const struct path *p, float length, struct item *tube)
{
	struct point at = p->at[0];

	for (int i = 1; i < p->n; i++) {
		struct point to = p->at[i];
		float step = hypotf(to.x - at.x, to.y - at.y);
		float part = step > 0 ? fminf(1, length / step) : 1;

		if (tube)
			frame_point(ui->f, tube, at.x, at.y);
		at.x += (to.x - at.x) * part;
		at.y += (to.y - at.y) * part;
		if (part < 1)
			break;
		length -= step;
	}
	if (tube)
		frame_point(ui->f, tube, at.x, at.y);
	return at;
}

/* The marker on its way along the path, whose last `rest` px it does not walk: they only light. */
static void run(struct ui *ui, struct rect box, const struct path *p, float rest, float t,
		colour lit)
{
	float all = path_length(p), walked = (all - rest) * t;
	float bright = 1 + .4f * sinf(t * 3.14159265f), ahead = rest * t * t * t * t;

	path_walk(ui, p, walked + ahead, add_tube(ui, box, lit));
	add_marker(ui, path_walk(ui, p, walked, NULL), bright, lit);
}

static float middle_x(const struct section *s, int floor)
{
	return (landing_x(s, floor, false) + landing_x(s, floor, true)) / 2;
}

/* From the middle of one landing to the far end of the next. */
static void run_flight(struct ui *ui, const struct section *s, int from, int bottom,
		       const struct climb *c)
{
	float y = s->r.y + s->r.h - (float)(from - bottom) * s->high;
	float x = landing_x(s, from, true);
	float dx = (landing_x(s, from + 1, true) - x) / STEPS, dy = -s->high / STEPS;
	struct path p = {.n = 0};

	path_to(&p, middle_x(s, from), y);
	path_to(&p, x, y);
	for (int k = 0; k < STEPS; k++) {
		path_to(&p, x, y += dy);
		path_to(&p, x += dx, y);
	}
	float end = landing_x(s, from + 1, false);
	path_to(&p, end, y);
	run(ui, s->r, &p, fabsf(end - middle_x(s, from + 1)), c->flight, lit_colour(ui, c));
}

static colour ahead_colour(const struct ui *ui, const struct climb *c)
{
	return colour_mix(ui->t->border, ui->t->hair, c->over);
}

/* The lowest floor to be seen. */
static int bottom_of(int floors, int floor)
{
	int most = floors - SHOWN, bottom = floor - SHOWN / 2;

	return floors <= MOST || bottom < 0 ? 0 : bottom > most ? most : bottom;
}

static void draw_walls(struct ui *ui, const struct section *s)
{
	for (int side = 0; side < 2; side++) {
		float x = side ? s->right : s->left;
		struct item *wall = frame_add(ui->f, ITEM_LINE, s->r);
		wall->width = fmaxf(1, .14f * ui->u);
		wall->fill = ui->t->hair;
		frame_point(ui->f, wall, x, s->r.y);
		frame_point(ui->f, wall, x, s->r.y + s->r.h);
	}
}

/* The stair with the player at rest on `floor`, floors `bottom` to `top` of it. */
static void draw_stair(struct ui *ui, const struct section *s, const struct climb *c, int floor,
		       int bottom, int top, bool marked)
{
	if (floor < top) {
		struct item *ahead = frame_add(ui->f, ITEM_LINE, s->r);
		ahead->width = fmaxf(1, .2f * ui->u);
		ahead->fill = ahead_colour(ui, c);
		for (int i = floor; i < top; i++)
			add_flight(ui, ahead, s, i, bottom);
	}
	float y = s->r.y + s->r.h - (float)(floor - bottom) * s->high;
	struct item *climbed = add_tube(ui, s->r, lit_colour(ui, c));
	for (int i = bottom; i < floor; i++)
		add_flight(ui, climbed, s, i, bottom);
	frame_point(ui->f, climbed, landing_x(s, floor, false), y);
	frame_point(ui->f, climbed, landing_x(s, floor, true), y);
	if (marked)
		add_marker(ui, (struct point){middle_x(s, floor), y}, 1, lit_colour(ui, c));
}

static void draw_numbers(struct ui *ui, const struct section *s, int floor, int bottom, int top,
			 float end, colour lit)
{
	struct style small = {FACE_DISPLAY, 2.6f, 1, 0}, large = {FACE_DISPLAY, 2.6f * 1.85f, 1, 0};

	for (int i = bottom; i <= top; i++) {
		struct style style = i == floor ? large : small;
		float at =
			s->r.y + s->r.h - (float)(i - bottom) * s->high - .12f * style.size * ui->u;
		ui_line(ui, style, end, at, TEXT_END,
			i == floor  ? ui->t->text
			: i < floor ? lit
				    : ui->t->text3,
			frame_printf(ui->f, "%d", i));
	}
}

void shaft_draw(struct ui *ui, struct rect r, const struct climb *c)
{
	bool climbs = c->flight < 1 && c->floor > 0;
	int floor = climbs ? c->floor - 1 : c->floor, shown = c->floors > MOST ? SHOWN : c->floors;
	int bottom = bottom_of(c->floors, floor), up = bottom_of(c->floors, c->floor) - bottom;
	float numbers = c->bare ? 0 : 2.6f * 1.75f * ui->u, end = r.x + numbers - .9f * ui->u;
	struct section s = {
		.r = r,
		.left = r.x + numbers + .3f * ui->u,
		.right = r.x + r.w - .4f * ui->u,
		.high = r.h / (float)shown,
	};
	s.landing = (s.right - s.left) * .17f;

	draw_walls(ui, &s);
	if (up) { /* the stair comes down by a floor while the player climbs it */
		ui_clip_begin(ui, ui_inset(r, -6 * ui->u, -1.8f * ui->u));
	}
	struct mark mark = motion_mark(ui);
	draw_stair(ui, &s, c, floor, bottom, bottom + shown + up, !climbs);
	if (climbs)
		run_flight(ui, &s, floor, bottom, c);
	if (!c->bare)
		draw_numbers(ui, &s, c->flight < .5f ? floor : c->floor, bottom,
			     bottom + shown + up, end, lit_colour(ui, c));
	if (up) {
		motion_shift(ui, mark, 0, (float)up * s.high * c->flight, 1);
		ui_clip_end(ui);
	}
}

/* A tread of the strip: its start, as high as it lies. */
struct strip {
	float x, w, base, rise;
};

static struct point tread(const struct strip *s, int i, float along)
{
	return (struct point){s->x + ((float)i + along) * s->w, s->base - (float)i * s->rise};
}

static void add_tread(struct ui *ui, struct item *item, const struct strip *s, int i)
{
	struct point from = tread(s, i, 0), to = tread(s, i, 1);

	frame_point(ui->f, item, from.x, from.y);
	frame_point(ui->f, item, to.x, to.y);
}

void shaft_strip(struct ui *ui, struct rect r, const struct climb *c)
{
	int top = c->floors - 1, last = c->floor < top ? c->floor : top;
	bool climbs = c->flight < 1 && c->floor > 0 && c->floor <= top;
	int floor = climbs ? c->floor - 1 : c->floor;
	struct strip s = {
		.x = r.x,
		.w = r.w / (float)c->floors,
		.base = r.y + r.h * .78f,
		.rise = fminf(1.2f * ui->u, fminf(5.1f * ui->u, .6f * r.h) / (float)c->floors),
	};

	if (floor < c->floors) {
		struct item *ahead = frame_add(ui->f, ITEM_LINE, r);
		ahead->width = fmaxf(1, .24f * ui->u);
		ahead->fill = ahead_colour(ui, c);
		for (int i = floor; i < c->floors; i++)
			add_tread(ui, ahead, &s, i);
	}
	struct item *climbed = add_tube(ui, r, lit_colour(ui, c));
	for (int i = 0; i <= last - climbs; i++) /* the step the player stands on is lit */
		add_tread(ui, climbed, &s, i);
	if (!climbs) {
		add_marker(ui, tread(&s, last, .5f), 1, lit_colour(ui, c));
		return;
	}
	struct path p = {.n = 0};
	for (int i = last - 1; i <= last; i++) {
		struct point from = tread(&s, i, i == last ? 0 : .5f), to = tread(&s, i, 1);
		path_to(&p, from.x, from.y);
		path_to(&p, to.x, to.y);
	}
	run(ui, r, &p, s.w / 2, c->flight, lit_colour(ui, c));
}
