#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "paint.h"
#include "pictures.h"

enum { W = 400, H = 300, SHAPE = 16 };

static struct fonts *fonts;
static struct pictures *pictures;
static struct painter *painter;
static struct frame *frame;
static cairo_surface_t *glass;

static int set_up(void **state)
{
	(void)state;
	fonts = fonts_open(SOURCE "/fonts/fonts.ini");
	pictures = pictures_create(1 << 22);
	painter = painter_create(fonts, pictures);
	frame = calloc(1, sizeof *frame);
	glass = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
	return !fonts || !painter || !frame;
}

static int tear_down(void **state)
{
	(void)state;
	cairo_surface_destroy(glass);
	free(frame);
	painter_destroy(painter);
	pictures_destroy(pictures);
	fonts_close(fonts);
	return 0;
}

static void begin(void)
{
	frame_clear(frame, W, H, theme_lookup("dark"));
}

static struct item *add(enum item_kind kind, float x, float y, float w, float h, colour fill)
{
	struct item *i = frame_add(frame, kind, (struct rect){x, y, w, h});
	i->fill = fill;
	return i;
}

static void add_text(float x, float y, float px, colour c, const char *s)
{
	struct item *i = add(ITEM_TEXT, x, y, 0, px * 1.25f, c);
	size_t n = strlen(s);
	i->face = FACE_SEMIBOLD;
	i->px = px;
	i->line_height = px * 1.25f;
	i->s = frame_text(frame, s, n);
	i->line = (uint32_t)frame->nlines;
	i->nlines = 1;
	frame->lines[frame->nlines++] = (struct line){0, (uint32_t)n, x, y, 0};
}

static void paint(bool whole)
{
	struct damage d;
	painter_paint(painter, glass, frame, whole, &d);
}

static uint32_t pixel(int x, int y)
{
	const unsigned char *at = cairo_image_surface_get_data(glass);
	const uint32_t *row =
		(const uint32_t *)(const void *)(at + y * cairo_image_surface_get_stride(glass));
	return row[x] & 0xFFFFFF;
}

static int channel(int x, int y, int shift)
{
	return (int)(pixel(x, y) >> shift & 255);
}

static uint32_t ground(void)
{
	return theme_lookup("dark")->bg0 & 0xFFFFFF;
}

static void a_box_is_filled_inside_its_border_and_round_at_its_corners(void **state)
{
	(void)state;
	begin();
	struct item *i = add(ITEM_BOX, 20, 20, 100, 60, 0xFF203040);
	i->border = 0xFFFF0000;
	i->width = 2;
	i->radius = 12;
	paint(true);
	assert_int_equal(pixel(70, 50), 0x203040);
	assert_int_equal(pixel(70, 20), 0xFF0000);
	assert_int_equal(pixel(70, 21), 0xFF0000);
	assert_int_equal(pixel(70, 22), 0x203040);
	assert_int_equal(pixel(119, 50), 0xFF0000);
	assert_int_equal(pixel(120, 50), ground());
	assert_int_equal(pixel(20, 20), ground());
}

static void a_thin_border_is_one_pixel(void **state)
{
	(void)state;
	begin();
	struct item *i = add(ITEM_BOX, 20.4f, 20.4f, 100, 60, 0xFF203040);
	i->border = 0xFFFF0000;
	i->width = 1.7f;
	paint(true);
	assert_int_equal(pixel(20, 50), 0xFF0000);
	assert_int_equal(pixel(21, 50), 0x203040);
}

static void what_lies_outside_a_clip_is_not_painted(void **state)
{
	(void)state;
	begin();
	add(ITEM_CLIP, 50, 50, 20, 20, 0);
	add(ITEM_BOX, 0, 0, W, H, 0xFFFFFFFF);
	add(ITEM_UNCLIP, 0, 0, 0, 0, 0);
	add(ITEM_BOX, 200, 200, 10, 10, 0xFF00FF00);
	paint(true);
	assert_int_equal(pixel(50, 50), 0xFFFFFF);
	assert_int_equal(pixel(69, 69), 0xFFFFFF);
	assert_int_equal(pixel(49, 60), ground());
	assert_int_equal(pixel(70, 60), ground());
	assert_int_equal(pixel(205, 205), 0x00FF00);
}

static void a_hatch_and_dashes_leave_gaps(void **state)
{
	int stripes = 0, dashes = 0;
	(void)state;
	begin();
	struct item *i = add(ITEM_BOX, 20, 20, 300, 80, 0xFF2E1519);
	i->border = 0xFFFF8159;
	i->width = 4;
	i->hatched = i->dashed = true;
	i->spread = 15;
	paint(true);
	for (int x = 40; x < 300; x++) {
		stripes += channel(x, 60, 16) > 0x40 && channel(x - 1, 60, 16) <= 0x40;
		dashes += channel(x, 21, 16) > 0xC0 && channel(x - 1, 21, 16) <= 0xC0;
	}
	assert_in_range(stripes, 11, 14); /* 260 / (15 * 1.414) */
	assert_in_range(dashes, 20, 23);  /* 260 / 12 */
}

static void a_halo_fades_outwards_and_leaves_its_box_free(void **state)
{
	(void)state;
	begin();
	struct item *i = add(ITEM_HALO, 120, 100, 160, 100, 0xFFFFFFFF);
	i->radius = 12;
	i->spread = 40;
	paint(true);
	assert_int_equal(pixel(200, 150), ground());
	assert_int_equal(pixel(200, 101), ground());
	assert_in_range(channel(200, 98, 16), 100, 140); /* half, as of a CSS shadow */
	for (int y = 98; y > 64; y--)
		assert_true(channel(200, y, 16) > channel(200, y - 1, 16));
	assert_int_equal(pixel(200, 20), ground());
	assert_int_equal(pixel(117, 150), pixel(282, 150));
}

static void a_tube_is_white_in_the_middle_and_glows(void **state)
{
	(void)state;
	begin();
	struct item *i = add(ITEM_TUBE, 0, 0, 0, 0, 0xFFFF4F98);
	i->width = 8;
	i->glow = 1;
	i->core = 1;
	frame_point(frame, i, 50, 100.5f);
	frame_point(frame, i, 200, 100.5f);
	frame_point(frame, i, 200, 200);
	paint(true);
	assert_int_equal(pixel(120, 100), 0xFFFFFF);
	assert_int_equal(pixel(120, 97), 0xFF4F98);
	assert_true(channel(120, 92, 16) > channel(120, 80, 16));
	assert_true(channel(120, 80, 16) > (int)(ground() >> 16));
	assert_int_equal(pixel(120, 20), ground());
}

static void a_gradient_runs_from_its_first_colour_to_its_last(void **state)
{
	(void)state;
	begin();
	struct item *i = add(ITEM_GRADIENT, 0, 0, W, H, 0);
	i->nstops = 2;
	i->stop[0] = (struct stop){0, 0xFF000000};
	i->stop[1] = (struct stop){1, 0xFFC80000};
	paint(true);
	assert_int_equal(channel(10, 0, 16), 0);
	assert_in_range(channel(399, 150, 16), 98, 102);
	assert_in_range(channel(10, 299, 16), 198, 200);
	i->across = true;
	paint(true);
	assert_in_range(channel(200, 10, 16), 98, 102);
}

static void text_is_painted_in_its_colour_inside_its_line(void **state)
{
	int inside = 0, outside = 0;
	(void)state;
	begin();
	add_text(100, 100, 40, 0xFF00FF00, "HELLO");
	paint(true);
	for (int y = 0; y < H; y++) {
		for (int x = 0; x < W; x++) {
			bool in = x >= 98 && x < 240 && y >= 100 && y < 150;
			*(in ? &inside : &outside) += pixel(x, y) != ground();
		}
	}
	assert_true(inside > 1000);
	assert_int_equal(outside, 0);
	assert_int_equal(pixel(106, 125), 0x00FF00); /* the stem of the H */
}

static void have_picture(const char *path)
{
	struct event ev;

	pictures_want(pictures, TESTS "/pictures", path, W, H);
	assert_true(pictures_answer(pictures, &ev));
	assert_int_equal(ev.index, 1);
}

static void name_picture(struct item *i, const char *path)
{
	i->folder = TESTS "/pictures";
	i->path = path;
}

static void a_picture_lies_whole_in_the_middle_of_its_box(void **state)
{
	(void)state;
	have_picture("square.png"); /* 600 x 400, a light square on blue */
	begin();
	struct item *i = add(ITEM_PICTURE, 50, 40, 300, 240, 0xFFFFFFFF);
	name_picture(i, "square.png");
	i->radius = 30;
	paint(true);
	assert_int_equal(pixel(200, 160), 0x8FD3FF);
	assert_int_equal(pixel(60, 160), 0x1D2440);
	assert_int_equal(pixel(200, 61), 0x1D2440); /* 200 px high, from 60 on */
	assert_int_equal(pixel(200, 58), ground());
	assert_int_equal(pixel(48, 160), ground());
	begin();
	i = add(ITEM_PICTURE, 50, 40, 300, 200, 0xFFFFFFFF);
	name_picture(i, "square.png");
	i->radius = 30;
	paint(true);
	assert_int_equal(pixel(52, 42), ground()); /* the corners of the box are round */
	assert_int_equal(pixel(347, 237), ground());
	assert_int_equal(pixel(80, 42), 0x1D2440);
}

static void a_picture_fades_by_its_alpha(void **state)
{
	(void)state;
	have_picture("square.png");
	begin();
	name_picture(add(ITEM_PICTURE, 50, 40, 300, 240, 0x00FFFFFF), "square.png");
	paint(true);
	assert_int_equal(pixel(200, 160), ground());
	begin();
	name_picture(add(ITEM_PICTURE, 50, 40, 300, 240, 0x80FFFFFF), "square.png");
	paint(true);
	int half = (int)((0x8F + (ground() >> 16 & 255)) / 2);
	assert_true(abs((int)(pixel(200, 160) >> 16) - half) <= 2);
}

static void a_picture_that_came_in_is_painted(void **state)
{
	struct damage d;

	(void)state;
	for (int there = 0; there < 2; there++) {
		if (there)
			have_picture("bar.png");
		begin();
		struct item *i = add(ITEM_PICTURE, 0, 0, 300, 200, 0xFFFFFFFF);
		name_picture(i, "bar.png");
		i->version = there;
		painter_paint(painter, glass, frame, !there, &d);
		assert_int_equal(pixel(150, 100), there ? 0x8FD3FF : ground());
	}
}

static void every_icon_paints_something(void **state)
{
	(void)state;
	for (int icon = ICON_NONE + 1; icon < ICONS; icon++) {
		int ink = 0;
		begin();
		add(ITEM_ICON, 100, 100, 48, 48, 0xFFFFFFFF)->icon = (uint8_t)icon;
		paint(true);
		for (int i = 0; i < W * H; i++)
			ink += pixel(i % W, i / W) != ground();
		assert_true(ink > 80);
	}
}

/* A player's shape as it is in the smallest window. */
static void paint_shape(enum icon icon, bool inked[SHAPE * SHAPE])
{
	begin();
	struct item *i = add(ITEM_ICON, 100, 100, SHAPE, SHAPE, 0xFFFFFFFF);
	i->icon = (uint8_t)icon;
	i->width = 2;
	paint(true);
	for (int k = 0; k < SHAPE * SHAPE; k++)
		inked[k] = (pixel(100 + k % SHAPE, 100 + k / SHAPE) & 255) > 128;
}

static void no_two_players_have_nearly_the_same_shape(void **state)
{
	enum { FIRST = ICON_SHAPE_CIRCLE, N = ICON_SHAPE_MOON - ICON_SHAPE_CIRCLE + 1 };
	bool inked[N][SHAPE * SHAPE];

	(void)state;
	for (int s = 0; s < N; s++) {
		paint_shape(FIRST + s, inked[s]);
		for (int q = 0; q < s; q++) {
			int both = 0, any = 0;
			for (int k = 0; k < SHAPE * SHAPE; k++) {
				both += inked[s][k] && inked[q][k];
				any += inked[s][k] || inked[q][k];
			}
			if (both * 100 > any * 85)
				fail_msg("shapes %d and %d share %d of %d pixels", q, s, both, any);
		}
	}
}

static struct item *add_well(float hue)
{
	struct item *i = add(ITEM_WELL, 0, 0, W, H, 0xFFFFFFFF);
	i->well = (struct well){.centre = {200, 150},
				.vanishing = {205, 130},
				.radius = 160,
				.aspect = 1,
				.rotation = -.14f,
				.turns = 5,
				.near_rail = 0xFFFF4F98,
				.far_rail = 0xFF63E3FF,
				.tint = hue};
	return i;
}

static void the_well_has_a_bright_sky_and_takes_a_tint(void **state)
{
	(void)state;
	begin();
	add_well(-1);
	paint(true);
	assert_true(channel(204, 134, 16) > 220);
	assert_true(channel(204, 134, 8) > 180);
	uint32_t violet = pixel(330, 150);
	begin();
	add_well(.33f);
	paint(true);
	assert_true(pixel(330, 150) != violet);
	assert_true((int)(violet & 255) > channel(330, 150, 0)); /* less blue */
}

/* The sum of all channels, and in *apart the mean difference from what was there. */
static double paint_well(float rise, unsigned char *before, double *apart)
{
	const unsigned char *at = cairo_image_surface_get_data(glass);
	int n = cairo_image_surface_get_stride(glass) * H;
	double sum = 0;

	memcpy(before, at, (size_t)n);
	begin();
	add_well(-1)->well.rise = rise;
	paint(true);
	*apart = 0;
	for (int i = 0; i < n; i++) {
		sum += at[i];
		*apart += abs(at[i] - before[i]) / (double)n;
	}
	return sum;
}

static void a_well_that_begins_to_move_or_has_come_round_does_not_jump(void **state)
{
	static unsigned char before[W * H * 4];
	double apart, rest, start, end;

	(void)state;
	rest = paint_well(0, before, &apart);
	start = paint_well(.0001f, before, &apart);
	assert_true(apart < 3);
	assert_true(start > rest * .99 && start < rest * 1.01);
	paint_well(.5f, before, &apart);
	assert_true(apart > 5);
	paint_well(.0001f, before, &apart);
	end = paint_well(1, before, &apart);
	assert_true(apart < .2);
	assert_true(end > start * .999 && end < start * 1.001);
}

static void a_well_that_moves_leaves_nothing_behind(void **state)
{
	static unsigned char before[W * H * 4], still[W * H * 4];
	double apart;

	(void)state;
	paint_well(0, before, &apart);
	memcpy(still, cairo_image_surface_get_data(glass), sizeof(still));
	size_t kept = painter_cache_bytes(painter);
	for (int i = 0; i < 20; i++)
		paint_well(.2f + (float)i / 40, before, &apart);
	assert_true(painter_cache_bytes(painter) > kept);
	paint_well(0, before, &apart);
	assert_int_equal(painter_cache_bytes(painter), kept);
	assert_memory_equal(cairo_image_surface_get_data(glass), still, sizeof(still));
}

static unsigned next(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static float any(unsigned *seed, int from, int to)
{
	return (float)from + (float)(next(seed) % (unsigned)((to - from) * 4)) / 4;
}

static void add_anything(unsigned *seed)
{
	static const char *const words[] = {"Rope", "Birdman (2014)", "שלום 12", "日本", "Q?", ""};
	enum item_kind kind = (enum item_kind)(next(seed) % (ITEM_UNCLIP + 1));
	float x = any(seed, -60, W), y = any(seed, -60, H);
	colour c = 0x40808080u + next(seed) * 3571u;
	if (kind == ITEM_TEXT) {
		add_text(x, y, any(seed, 8, 60), c, words[next(seed) % 6]);
		frame->items[frame->nitems - 1].tracking = next(seed) % 3 ? 0 : 1.5f;
		return;
	}
	struct item *i = kind == ITEM_WELL
				 ? add_well(-1)
				 : add(kind, x, y, any(seed, 1, 200), any(seed, 1, 150), c);
	if (kind == ITEM_WELL)
		i->box = (struct rect){x, y, 90, 70};
	i->border = 0x40404040u + next(seed) * 7919u;
	i->width = any(seed, 0, 9);
	i->radius = any(seed, 0, 30);
	i->spread = any(seed, 0, 40);
	i->glow = any(seed, 0, 2);
	i->core = kind == ITEM_TUBE && next(seed) % 2 ? .7f : 0;
	i->dashed = next(seed) % 3 == 0;
	i->hatched = next(seed) % 3 == 0;
	i->across = next(seed) % 2;
	i->icon = (uint8_t)(next(seed) % ICONS);
	if (kind == ITEM_PICTURE)
		name_picture(i, "glass.png");
	i->nstops = (uint8_t)(1 + next(seed) % 4);
	for (int k = 0; k < 4; k++)
		i->stop[k] = (struct stop){(float)k / 3, 0x20202020u + next(seed) * 6151u};
	if (kind == ITEM_LINE || kind == ITEM_TUBE || kind == ITEM_BEAMS) {
		for (unsigned k = 0, n = next(seed) % 7; k < n; k++)
			frame_point(frame, i, any(seed, -60, W + 60), any(seed, -60, H + 60));
	}
}

/* The frame again, with a few of its items changed, moved, gone or new. */
static void change_a_little(unsigned *seed)
{
	int n = frame->nitems;
	for (unsigned k = 1 + next(seed) % 3; k > 0 && n > 0; k--) {
		struct item *i = &frame->items[next(seed) % (unsigned)n];
		switch (next(seed) % 4) {
		case 0: i->fill ^= 0x00703050; break;
		case 1:
			i->box.x += any(seed, -20, 20);
			i->width += 1;
			break;
		case 2:
			memmove(i, i + 1, (size_t)(&frame->items[n] - (i + 1)) * sizeof *i);
			frame->nitems = --n;
			break;
		case 3: add_anything(seed); break;
		}
	}
}

static void painting_what_changed_gives_the_same_as_painting_all(void **state)
{
	unsigned seed = 20240;
	struct painter *other = painter_create(fonts, pictures);
	cairo_surface_t *whole = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
	struct damage d;
	(void)state;
	assert_non_null(other);
	have_picture("glass.png");
	for (int round = 0; round < 300; round++) {
		if (round % 10 == 0) {
			begin();
			for (int i = 0; i < 12; i++)
				add_anything(&seed);
			paint(round % 20 == 0);
		} else {
			change_a_little(&seed);
			paint(false);
		}
		painter_paint(other, whole, frame, true, &d);
		const unsigned char *a = cairo_image_surface_get_data(glass);
		const unsigned char *b = cairo_image_surface_get_data(whole);
		int stride = cairo_image_surface_get_stride(whole);
		for (int y = 0; y < H; y++) {
			for (int x = 0; x < W * 4; x++) {
				if (x % 4 != 3 && a[y * stride + x] != b[y * stride + x])
					fail_msg("round %d differs at %d, %d: %d and %d", round,
						 x / 4, y, a[y * stride + x], b[y * stride + x]);
			}
		}
	}
	cairo_surface_destroy(whole);
	painter_destroy(other);
}

static void a_well_of_more_pixels_than_are_kept_is_the_same_in_parts(void **state)
{
	enum { WIDE = 2001, HIGH = 1401 };
	cairo_surface_t *parts = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDE, HIGH);
	cairo_surface_t *whole = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDE, HIGH);
	struct damage d;
	(void)state;
	for (int i = 0; i < 9; i++) {
		frame_clear(frame, WIDE, HIGH, theme_lookup("dark"));
		struct item *well = add_well(-1);
		well->box = (struct rect){0, 0, WIDE, HIGH};
		well->well.radius = 800;
		add(ITEM_BOX, (float)i * 83, (float)i * 51, 211, 77, 0x80FFFFFF)->radius = 13;
		painter_paint(painter, parts, frame, i == 0, &d);
	}
	painter_paint(painter, whole, frame, true, &d);
	assert_memory_equal(cairo_image_surface_get_data(parts),
			    cairo_image_surface_get_data(whole),
			    (size_t)cairo_image_surface_get_stride(whole) * HIGH);
	cairo_surface_destroy(parts);
	cairo_surface_destroy(whole);
}

static void the_same_frame_costs_nothing(void **state)
{
	struct damage d;
	(void)state;
	begin();
	add_text(20, 20, 30, 0xFFFFFFFF, "Same");
	painter_paint(painter, glass, frame, true, &d);
	assert_int_equal(d.n, 1);
	assert_int_equal(d.rect[0].w, W);
	begin();
	add_text(20, 20, 30, 0xFFFFFFFF, "Same");
	painter_paint(painter, glass, frame, false, &d);
	assert_int_equal(d.n, 0);
}

static void only_what_changed_is_painted(void **state)
{
	struct damage d;
	(void)state;
	for (int i = 0; i < 2; i++) {
		begin();
		add(ITEM_BOX, 0, 0, 50, 50, 0xFF111111);
		add(ITEM_BOX, 300, 200, 20, 20, i ? 0xFF00FF00 : 0xFFFF0000);
		painter_paint(painter, glass, frame, i == 0, &d);
	}
	assert_int_equal(d.n, 1);
	assert_in_range(d.rect[0].x, 296, 300);
	assert_in_range(d.rect[0].w, 20, 28);
	assert_int_equal(pixel(310, 210), 0x00FF00);
}

static void text_that_has_gone_is_compared_by_its_letters(void **state)
{
	char *pack = strdup("The pack's own text");
	struct damage d;
	(void)state;
	for (int i = 0; i < 2; i++) {
		begin();
		add_text(20, 20, 30, 0xFFFFFFFF, "The pack's own text");
		frame->items[0].s = i ? frame->items[0].s : pack;
		painter_paint(painter, glass, frame, i == 0, &d);
		if (i == 0)
			free(pack);
	}
	assert_int_equal(d.n, 0);
}

static void the_cache_stays_within_its_bound(void **state)
{
	(void)state;
	for (int i = 0; i < 700; i++) {
		begin();
		add(ITEM_GLOW, (float)i / 100, 0, W, H, 0xFFFFFFFF);
		struct item *halo = add(ITEM_HALO, 0, 0, 100, 100, 0xFFFFFFFF);
		halo->spread = 20 + (float)i / 50;
		paint(true);
	}
	assert_true(painter_cache_bytes(painter) <= 48 << 20);
	assert_true(painter_cache_bytes(painter) > 16 << 20);
}

static void count_breath(void *ctx)
{
	++*(int *)ctx;
}

/* Nothing else in a frame takes as long: a press meanwhile must not wait for it. */
static void a_well_is_made_in_many_breaths(void **state)
{
	int breaths = 0;

	(void)state;
	begin();
	add_well(.77f);
	painter_breathe(painter, count_breath, &breaths);
	paint(true);
	assert_in_range(breaths, 20, 1000);
	breaths = 0;
	frame->items[0].well.rise = .3f;
	paint(true);
	assert_in_range(breaths, 20, 1000);
	painter_breathe(painter, NULL, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_box_is_filled_inside_its_border_and_round_at_its_corners),
		cmocka_unit_test(a_thin_border_is_one_pixel),
		cmocka_unit_test(what_lies_outside_a_clip_is_not_painted),
		cmocka_unit_test(a_hatch_and_dashes_leave_gaps),
		cmocka_unit_test(a_halo_fades_outwards_and_leaves_its_box_free),
		cmocka_unit_test(a_tube_is_white_in_the_middle_and_glows),
		cmocka_unit_test(a_gradient_runs_from_its_first_colour_to_its_last),
		cmocka_unit_test(text_is_painted_in_its_colour_inside_its_line),
		cmocka_unit_test(a_picture_lies_whole_in_the_middle_of_its_box),
		cmocka_unit_test(a_picture_fades_by_its_alpha),
		cmocka_unit_test(a_picture_that_came_in_is_painted),
		cmocka_unit_test(every_icon_paints_something),
		cmocka_unit_test(no_two_players_have_nearly_the_same_shape),
		cmocka_unit_test(the_well_has_a_bright_sky_and_takes_a_tint),
		cmocka_unit_test(a_well_that_begins_to_move_or_has_come_round_does_not_jump),
		cmocka_unit_test(a_well_that_moves_leaves_nothing_behind),
		cmocka_unit_test(painting_what_changed_gives_the_same_as_painting_all),
		cmocka_unit_test(a_well_of_more_pixels_than_are_kept_is_the_same_in_parts),
		cmocka_unit_test(a_well_is_made_in_many_breaths),
		cmocka_unit_test(the_same_frame_costs_nothing),
		cmocka_unit_test(only_what_changed_is_painted),
		cmocka_unit_test(text_that_has_gone_is_compared_by_its_letters),
		cmocka_unit_test(the_cache_stays_within_its_bound),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
