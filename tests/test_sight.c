/*
 * The reveal as those see it who see colours otherwise, and those who see none: right and wrong
 * stay apart.
 *
 * Simulation: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009, table 1, severity 1.0, on linear
 * light. Distance: CIE 1976 L*a*b*, D65.
 */
#include "stage.h"

#include <math.h>

#include "paint.h"

enum { W = 1280, H = 720 };

static const char pack[] = "[pack]\nquizpack = 1\ntitle = Capitals\nlicence = CC0-1.0\n"
			   "[question one]\nask = What is the capital of Australia?\n"
			   "right = Canberra\nwrong = Sydney\nwrong = Melbourne\nwrong = Perth\n"
			   "why = It was founded for that.\n";

struct sight {
	const char *name;
	double m[3][3];
};

static const struct sight sights[] = {
	{"no red cones",
	 {{.152286, 1.052583, -.204868},
	  {.114503, .786281, .099216},
	  {-.003882, -.048116, 1.051998}}},
	{"no green cones",
	 {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}}},
	{"no blue cones",
	 {{1.255528, -.076749, -.178779},
	  {-.078411, .930809, .147602},
	  {.004733, .691367, .303900}}},
	{"no colours", {{.2126, .7152, .0722}, {.2126, .7152, .0722}, {.2126, .7152, .0722}}},
};
enum { SIGHTS = sizeof(sights) / sizeof(sights[0]), GREY = SIGHTS - 1 };

/* The least distance of the two cards' fills: what the design promises with two kinds of cones; its
 * own measure without any, and in high contrast. */
static const struct {
	const char *theme;
	double cones, grey;
} promised[] = {{"dark", 67, 65}, {"paper", 53, 50}, {"hc", 95, 95}, {"cvd", 81, 55}};

static struct fonts *fonts;
static struct painter *painter;
static cairo_surface_t *glass;

static int set_up(void **state)
{
	(void)state;
	fonts = fonts_open(SOURCE "/fonts/fonts.ini");
	painter = fonts ? painter_create(fonts, NULL) : NULL;
	glass = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
	return !painter;
}

static int tear_down(void **state)
{
	(void)state;
	cairo_surface_destroy(glass);
	painter_destroy(painter);
	fonts_close(fonts);
	return 0;
}

static colour pixel(float x, float y)
{
	const unsigned char *at = cairo_image_surface_get_data(glass);
	size_t row = (size_t)y * (size_t)cairo_image_surface_get_stride(glass);

	return ((const uint32_t *)(const void *)(at + row))[(size_t)x] & 0xFFFFFF;
}

struct lab {
	double l, a, b;
};

static double lab_part(double t)
{
	return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static struct lab see(const struct sight *s, colour c)
{
	double in[3], v[3];

	for (int i = 0; i < 3; i++) {
		double e = (double)(c >> (16 - 8 * i) & 255) / 255;
		in[i] = e <= .04045 ? e / 12.92 : pow((e + .055) / 1.055, 2.4);
	}
	for (int i = 0; i < 3; i++)
		v[i] = fmin(1,
			    fmax(0, s->m[i][0] * in[0] + s->m[i][1] * in[1] + s->m[i][2] * in[2]));
	double x = lab_part((.4124 * v[0] + .3576 * v[1] + .1805 * v[2]) / .9505);
	double y = lab_part(.2126 * v[0] + .7152 * v[1] + .0722 * v[2]);
	double z = lab_part((.0193 * v[0] + .1192 * v[1] + .9505 * v[2]) / 1.089);
	return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double distance(const struct sight *s, colour c, colour d)
{
	struct lab p = see(s, c), q = see(s, d);

	return sqrt((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) +
		    (p.b - q.b) * (p.b - q.b));
}

/* A wrong answer revealed in a theme, painted when all has come to rest. */
static void show(const char *theme)
{
	struct app_options o = options();
	struct damage d;

	if (library.n == 0)
		add_pack(pack);
	app_destroy(app);
	snprintf(o.set.theme, sizeof(o.set.theme), "%s", theme);
	o.straight = true;
	o.measure = fonts_measure(fonts);
	o.w = W;
	o.h = H;
	open_app(o);
	answer(false);
	for (int i = 0; i < 200; i++)
		wait_ms(16);
	painter_paint(painter, glass, app_frame(app), true, &d);
}

static bool contains(struct rect r, struct rect in)
{
	return in.x >= r.x && in.y >= r.y && in.x + in.w <= r.x + r.w + 1 &&
	       in.y + in.h <= r.y + r.h + 1;
}

/* The card that has these words on it. */
static struct rect card_of(const char *words)
{
	const struct frame *f = app_frame(app);
	struct rect found = {0};

	for (int i = 0; i < f->nitems; i++) {
		const struct item *text = &f->items[i];
		if (text->kind != ITEM_TEXT || strcmp(text->s, words) != 0)
			continue;
		const struct line *l = &f->lines[text->line];
		struct rect at = {l->x, l->y, l->w, text->line_height};
		for (int k = 0; k < i; k++)
			if (f->items[k].kind == ITEM_BOX && f->items[k].fill >> 24 == 255 &&
			    f->items[k].box.w > 200 && f->items[k].box.h < 200 &&
			    contains(f->items[k].box, at))
				found = f->items[k].box;
	}
	if (found.w == 0)
		fail_msg("no card says «%s»", words);
	return found;
}

static bool has_icon(struct rect card, enum icon icon)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_ICON && f->items[i].icon == icon &&
		    contains(card, f->items[i].box))
			return true;
	return false;
}

/* The colour of most of the card's pixels. */
static colour fill_of(struct rect card)
{
	static unsigned count[1 << 24];
	colour most = 0;

	memset(count, 0, sizeof(count));
	for (float y = card.y; y < card.y + card.h; y++)
		for (float x = card.x; x < card.x + card.w; x++)
			if (++count[pixel(x, y)] > count[most])
				most = pixel(x, y);
	return most;
}

/* How often it turns from lighter to darker or back by more than `step` of L*, without colours, on
 * a level stretch of the card, `down` px below its top. */
static int changes(struct rect card, float down, double step)
{
	double last = see(&sights[GREY], pixel(card.x + 30, card.y + down)).l;
	int n = 0;

	for (float x = card.x + 31; x < card.x + card.w - 30; x++) {
		double l = see(&sights[GREY], pixel(x, card.y + down)).l;
		if (fabs(l - last) > step) {
			n++;
			last = l;
		}
	}
	return n;
}

static void fills_stay_apart_in_every_sight(void **state)
{
	(void)state;
	for (size_t t = 0; t < sizeof(promised) / sizeof(promised[0]); t++) {
		show(promised[t].theme);
		colour right = fill_of(card_of("Correct answer"));
		colour wrong = fill_of(card_of("Your answer"));
		for (int i = 0; i < SIGHTS; i++) {
			double apart = distance(&sights[i], right, wrong);
			double least = i == GREY ? promised[t].grey : promised[t].cones;
			if (apart < least)
				fail_msg("%s with %s: %.1f apart, not %.0f", promised[t].theme,
					 sights[i].name, apart, least);
		}
	}
}

static void pattern_edge_icon_and_words_need_no_colour(void **state)
{
	(void)state;
	for (size_t t = 0; t < sizeof(promised) / sizeof(promised[0]); t++) {
		show(promised[t].theme);
		struct rect right = card_of("Correct answer"), wrong = card_of("Your answer");

		assert_true(has_icon(right, ICON_CHECK) && !has_icon(right, ICON_CROSS));
		assert_true(has_icon(wrong, ICON_CROSS) && !has_icon(wrong, ICON_CHECK));
		/* dashes on the edge, and stripes between edge and text; none on the other */
		assert_true(changes(wrong, 1, 10) > 20);
		assert_int_equal(changes(right, 1, 10), 0);
		assert_true(changes(wrong, 8, 3) > 20);
		assert_int_equal(changes(right, 8, 3), 0);
	}
}

/* Whose token it is: any theme to those who see all colours, one theme to those who don't. */
static void players_stay_apart(void **state)
{
	static const struct sight whole = {"all cones", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

	(void)state;
	for (const struct theme *t = themes; t->id; t++) {
		int n = strcmp(t->id, "cvd") == 0 ? GREY : 0;
		for (int i = -1; i < n; i++)
			for (int p = 0; p < GAME_PLAYERS; p++)
				for (int q = 0; q < p; q++)
					assert_true(distance(i < 0 ? &whole : &sights[i],
							     t->players[p], t->players[q]) > 27);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(fills_stay_apart_in_every_sight, close_app),
		cmocka_unit_test_teardown(pattern_edge_icon_and_words_need_no_colour, close_app),
		cmocka_unit_test(players_stay_apart),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
