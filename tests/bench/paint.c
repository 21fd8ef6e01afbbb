/*
 * What a frame costs: a screen like a question's, 1920 by 1080, painted whole and painted again
 * when a second went by, beside the least that any painter could do: filling that many pixels and
 * copying them once. Usage: bench_paint [fonts.ini]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "paint.h"

enum { W = 1920, H = 1080, ROUNDS = 200 };

static const float u = 10.8f;

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static struct item *add(struct frame *f, enum item_kind kind, float x, float y, float w, float h,
			colour fill)
{
	struct item *i = frame_add(f, kind, (struct rect){x, y, w, h});
	i->fill = fill;
	return i;
}

static void add_text(struct frame *f, enum face face, float px, float x, float y, colour c,
		     const char *s)
{
	struct item *i = add(f, ITEM_TEXT, x, y, 0, px * 1.2f, c);
	size_t n = strlen(s);
	i->face = (uint8_t)face;
	i->px = px;
	i->line_height = px * 1.2f;
	i->s = frame_text(f, s, n);
	i->line = (uint32_t)f->nlines;
	i->nlines = 1;
	f->lines[f->nlines++] = (struct line){0, (uint32_t)n, x, y, 0};
}

static void add_shaft(struct frame *f, const struct theme *t)
{
	struct item *ahead = add(f, ITEM_LINE, 0, 0, 0, 0, t->border);
	ahead->width = .2f * u;
	for (int i = 0; i < 40; i++)
		frame_point(f, ahead, 120 + (float)((i + 1) / 2 % 9) * 13,
			    540 - (float)(i / 2) * 23);
	struct item *tube = add(f, ITEM_TUBE, 0, 0, 0, 0, t->brand);
	tube->width = .34f * u;
	tube->glow = 1;
	tube->core = .62f;
	for (int i = 0; i < 40; i++)
		frame_point(f, tube, 120 + (float)((i + 1) / 2 % 9) * 13,
			    1000 - (float)(i / 2) * 23);
	for (int i = 0; i < 13; i++) {
		char s[4];
		snprintf(s, sizeof s, "%d", i);
		add_text(f, FACE_DISPLAY, 2.6f * u, 80, 1000 - (float)i * 77, t->text3, s);
	}
}

static void add_choice(struct frame *f, const struct theme *t, int k, const char *s)
{
	float x = k % 2 ? 1090 : 303, y = k / 2 ? 775 : 620, w = 766, h = 134;
	char letter[2] = {(char)('A' + k), 0};
	if (k == 0) {
		struct item *halo = add(f, ITEM_HALO, x, y, w, h, colour_fade(t->focus, .34f));
		halo->radius = 1.8f * u;
		halo->spread = 4.5f * u;
		struct item *ring = add(f, ITEM_BOX, x - 6, y - 6, w + 12, h + 12, 0);
		ring->radius = 2.35f * u;
		ring->border = t->focus;
		ring->width = 6;
	}
	struct item *card = add(f, ITEM_BOX, x, y, w, h, k ? t->surface : t->focusfill);
	card->radius = 1.8f * u;
	card->border = k ? t->border : 0;
	card->width = 1.7f;
	add(f, ITEM_BOX, x + 26, y + 30, 73, 73, t->surface2)->radius = 1.2f * u;
	add_text(f, FACE_DISPLAY, 4.4f * u, x + 53, y + 38, t->text2, letter);
	add_text(f, FACE_SEMIBOLD, 3.7f * u, x + 123, y + 43, t->text, s);
}

static void draw(struct frame *f, int second)
{
	static const char *const choices[] = {"Children of Men", "Birdman", "Rope", "Russian Ark"};
	const struct theme *t = theme_lookup("dark");
	char s[8];
	frame_clear(f, W, H, t);
	struct item *sky = add(f, ITEM_GRADIENT, 0, 0, W, H, 0);
	sky->nstops = 2;
	sky->stop[0] = (struct stop){0, t->bg1};
	sky->stop[1] = (struct stop){.72f, t->bg0};
	struct item *beam = add(f, ITEM_BEAMS, 0, 0, W, H, colour_fade(t->focus, .07f));
	frame_point(f, beam, 1500, 0);
	frame_point(f, beam, 1790, 0);
	frame_point(f, beam, 1130, 600);
	frame_point(f, beam, 840, 600);
	add(f, ITEM_GLOW, -500, -60, 1240, 1240, colour_fade(t->brand, .1f));
	add_shaft(f, t);
	add_text(f, FACE_MEDIUM, 2.6f * u, 303, 57, t->text2, "The Long Take");
	add_text(f, FACE_SEMIBOLD, 2.6f * u, 303, 97, t->text, "Question 7 of 12");
	add_text(f, FACE_DISPLAY, 5 * u, 1550, 67, t->text, "4,250");
	add_text(f, FACE_SEMIBOLD, 6.6f * u, 303, 249, t->text, "Which film inspired the long");
	add_text(f, FACE_SEMIBOLD, 6.6f * u, 303, 331, t->text, "one-shot stairwell fight?");
	add(f, ITEM_BOX, 303, 560, 1479, 10, t->hair)->radius = 5;
	float lit = 1479 - (float)(second % 30) * 40;
	struct item *light = add(f, ITEM_HALO, 303, 560, lit, 10, colour_fade(t->time, .38f));
	light->radius = 5;
	light->spread = 2.4f * u;
	add(f, ITEM_BOX, 303, 560, lit, 10, t->time)->radius = 5;
	snprintf(s, sizeof s, "%d", 30 - second % 30);
	add_text(f, FACE_DISPLAY, 5.4f * u, 1805, 536, t->time, s);
	for (int k = 0; k < 4; k++)
		add_choice(f, t, k, choices[k]);
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double say(const char *what, double *ms, double floor_ms)
{
	qsort(ms, ROUNDS, sizeof *ms, by_value);
	printf("%-28s median %7.3f ms   p99 %7.3f ms   %6.2f x the floor\n", what, ms[ROUNDS / 2],
	       ms[ROUNDS * 99 / 100], floor_ms > 0 ? ms[ROUNDS / 2] / floor_ms : 1);
	return ms[ROUNDS / 2];
}

int main(int argc, char **argv)
{
	static struct frame frame;
	static double ms[ROUNDS];
	struct damage d;
	double start = now_ms();
	struct fonts *fonts = fonts_open(argc > 1 ? argv[1] : SOURCE "/fonts/fonts.ini");
	struct painter *p = painter_create(fonts, NULL);
	cairo_surface_t *glass = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
	unsigned char *copy = malloc((size_t)W * H * 4);
	if (!fonts || !p || !copy)
		return 1;
	printf("fonts opened in %.1f ms\n", now_ms() - start);
	start = now_ms();
	draw(&frame, 0);
	painter_paint(p, glass, &frame, true, &d);
	printf("the first frame, all made anew, %.1f ms; %zu KiB kept\n", now_ms() - start,
	       painter_cache_bytes(p) / 1024);

	unsigned char *pixels = cairo_image_surface_get_data(glass);
	for (int i = 0; i < ROUNDS; i++) {
		start = now_ms();
		memset(pixels, i, (size_t)W * H * 4);
		memcpy(copy, pixels, (size_t)W * H * 4);
		ms[i] = now_ms() - start;
	}
	double least = say("floor: fill and copy", ms, 0);
	for (int i = 0; i < ROUNDS; i++) {
		start = now_ms();
		painter_paint(p, glass, &frame, true, &d);
		ms[i] = now_ms() - start;
	}
	say("a whole frame", ms, least);
	for (int i = 0; i < ROUNDS; i++) {
		draw(&frame, i + 1);
		start = now_ms();
		painter_paint(p, glass, &frame, false, &d);
		ms[i] = now_ms() - start;
	}
	say("a second ticks", ms, least);
	for (int i = 0; i < ROUNDS; i++) {
		start = now_ms();
		painter_paint(p, glass, &frame, false, &d);
		ms[i] = now_ms() - start;
	}
	say("nothing changed", ms, least);
	free(copy);
	cairo_surface_destroy(glass);
	painter_destroy(p);
	fonts_close(fonts);
	return 0;
}
