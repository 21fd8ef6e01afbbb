#include "shaft.h"

#include <math.h>

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

static struct item *add_tube(struct ui *ui, struct rect box)
{
	struct item *i = frame_add(ui->f, ITEM_TUBE, box);

	i->width = fmaxf(1, .34f * ui->u);
	i->fill = ui->t->brand;
	i->core = ui->t->glow ? .62f : 0;
	i->glow = ui->t->glow ? 1 : 0;
	i->spread = 12;
	return i;
}

static void add_marker(struct ui *ui, float cx, float y)
{
	float r = ui->u, cy = y - r * 1.42f, light = 5.4f * ui->u;

	if (ui->t->glow)
		frame_add(ui->f, ITEM_GLOW,
			  (struct rect){cx - light, cy - light, 2 * light, 2 * light})
			->fill = colour_fade(ui->t->brand, .55f);
	frame_add(ui->f, ITEM_DISC, (struct rect){cx - r, cy - r, 2 * r, 2 * r})->fill =
		ui->t->text;
}

void shaft_draw(struct ui *ui, struct rect r, int floors, int floor)
{
	const struct theme *t = ui->t;
	struct style small = {FACE_DISPLAY, 2.6f, 1, 0}, large = {FACE_DISPLAY, 2.6f * 1.85f, 1, 0};
	int bottom = 0, shown = floors;

	if (floors > MOST) { /* the part of the stair around the player */
		shown = SHOWN;
		bottom = floor - SHOWN / 2 < 0 ? 0 : floor - SHOWN / 2;
		if (bottom > floors - SHOWN)
			bottom = floors - SHOWN;
	}
	float numbers = 2.6f * 1.75f * ui->u;
	struct section s = {
		.r = r,
		.left = r.x + numbers + .3f * ui->u,
		.right = r.x + r.w - .4f * ui->u,
		.high = r.h / (float)shown,
	};
	s.landing = (s.right - s.left) * .17f;

	for (int side = 0; side < 2; side++) {
		float x = side ? s.right : s.left;
		struct item *wall = frame_add(ui->f, ITEM_LINE, r);
		wall->width = fmaxf(1, .14f * ui->u);
		wall->fill = t->hair;
		frame_point(ui->f, wall, x, r.y);
		frame_point(ui->f, wall, x, r.y + r.h);
	}
	if (floor < bottom + shown) {
		struct item *ahead = frame_add(ui->f, ITEM_LINE, r);
		ahead->width = fmaxf(1, .2f * ui->u);
		ahead->fill = t->border;
		for (int i = floor; i < bottom + shown; i++)
			add_flight(ui, ahead, &s, i, bottom);
	}
	float y = r.y + r.h - (float)(floor - bottom) * s.high;
	struct item *climbed = add_tube(ui, r);
	for (int i = bottom; i < floor; i++)
		add_flight(ui, climbed, &s, i, bottom);
	frame_point(ui->f, climbed, landing_x(&s, floor, false), y);
	frame_point(ui->f, climbed, landing_x(&s, floor, true), y);
	add_marker(ui, (landing_x(&s, floor, false) + landing_x(&s, floor, true)) / 2, y);

	float end = r.x + numbers - .9f * ui->u;
	for (int i = bottom; i <= bottom + shown; i++) {
		struct style style = i == floor ? large : small;
		float at = r.y + r.h - (float)(i - bottom) * s.high - .12f * style.size * ui->u;
		ui_line(ui, style, end, at, TEXT_END,
			i == floor  ? t->text
			: i < floor ? t->brand
				    : t->text3,
			frame_printf(ui->f, "%d", i));
	}
}

void shaft_strip(struct ui *ui, struct rect r, int floors, int floor)
{
	float w = r.w / (float)floors,
	      rise = fminf(1.2f * ui->u, fminf(5.1f * ui->u, .6f * r.h) / (float)floors);
	float base = r.y + r.h * .78f;

	struct item *ahead = NULL;
	if (floor < floors) {
		ahead = frame_add(ui->f, ITEM_LINE, r);
		ahead->width = fmaxf(1, .24f * ui->u);
		ahead->fill = ui->t->border;
		for (int i = floor; i < floors; i++) {
			frame_point(ui->f, ahead, r.x + (float)i * w, base - (float)i * rise);
			frame_point(ui->f, ahead, r.x + (float)(i + 1) * w, base - (float)i * rise);
		}
	}
	struct item *climbed = add_tube(ui, r);
	int last = floor < floors ? floor : floors - 1; /* the step the player stands on is lit */
	for (int i = 0; i <= last; i++) {
		frame_point(ui->f, climbed, r.x + (float)i * w, base - (float)i * rise);
		frame_point(ui->f, climbed, r.x + (float)(i + 1) * w, base - (float)i * rise);
	}
	add_marker(ui, r.x + ((float)last + .5f) * w, base - (float)last * rise);
}
