/*
 * The pictures and the sound of questions/tour.ini are the program's own work: its painter draws
 * them, and the notes are made here. The files are kept beside the pack; with STAIRWELL_RENEW=1
 * they are written anew.
 */
#include <math.h>
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
#include "shot.h"

#define FOLDER SOURCE "/questions/tour/"

enum { STEPS = 5 };

static struct fonts *fonts;
static struct pictures *pictures;
static struct painter *painter;
static struct frame *frame;

static int set_up(void **state)
{
	(void)state;
	fonts = fonts_open(SOURCE "/fonts/fonts.ini");
	pictures = pictures_create(1 << 22);
	painter = painter_create(fonts, pictures);
	frame = calloc(1, sizeof *frame);
	return !fonts || !painter || !frame;
}

static int tear_down(void **state)
{
	(void)state;
	free(frame);
	painter_destroy(painter);
	pictures_destroy(pictures);
	fonts_close(fonts);
	return 0;
}

static bool renews(void)
{
	return getenv("STAIRWELL_RENEW") != NULL;
}

/* Walked from left to right: steps of w by h each, h below 0 for a stair that leads down. */
static void draw_stair(float left, float foot, float w, float h, colour c)
{
	struct item *tube = frame_add(frame, ITEM_TUBE, (struct rect){0, 0, frame->w, frame->h});

	tube->fill = c;
	tube->width = 5;
	tube->core = .8f;
	tube->glow = .7f;
	for (int i = 0; i < STEPS; i++) {
		frame_point(frame, tube, left + (float)i * w, foot - (float)i * h);
		frame_point(frame, tube, left + (float)i * w, foot - (float)(i + 1) * h);
	}
	frame_point(frame, tube, left + STEPS * w, foot - STEPS * h);
}

static const struct theme *begin(int w, int h)
{
	const struct theme *t = theme_lookup("dark");
	struct item *ground;

	frame_clear(frame, (float)w, (float)h, t);
	ground = frame_add(frame, ITEM_GRADIENT, (struct rect){0, 0, frame->w, frame->h});
	ground->nstops = 2;
	ground->stop[0] = (struct stop){0, t->surface};
	ground->stop[1] = (struct stop){1, t->bg0};
	return t;
}

static void draw_lamp(const struct theme *t, float x, float y)
{
	struct item *glow = frame_add(frame, ITEM_GLOW, (struct rect){x - 130, y - 130, 260, 260});

	glow->fill = colour_fade(t->focus, .8f);
	frame_add(frame, ITEM_DISC, (struct rect){x - 16, y - 16, 32, 32})->fill = t->text;
}

/* At most as far apart as another version of cairo may smooth an edge. */
static void assert_alike(cairo_surface_t *one, cairo_surface_t *other)
{
	int w = cairo_image_surface_get_width(one), h = cairo_image_surface_get_height(one);
	long far = 0;

	assert_int_equal(cairo_surface_status(other), CAIRO_STATUS_SUCCESS);
	assert_int_equal(cairo_image_surface_get_width(other), w);
	assert_int_equal(cairo_image_surface_get_height(other), h);
	for (int y = 0; y < h; y++) {
		const unsigned char *a =
			cairo_image_surface_get_data(one) + y * cairo_image_surface_get_stride(one);
		const unsigned char *b = cairo_image_surface_get_data(other) +
					 y * cairo_image_surface_get_stride(other);
		for (int x = 0; x < 4 * w; x++)
			if (x % 4 < 3)
				far += abs(a[x] - b[x]);
	}
	assert_true(far <= 3L * w * h);
}

static void keep_picture(const char *name)
{
	char path[4096];
	cairo_surface_t *kept, *drawn;
	struct damage d;

	snprintf(path, sizeof path, FOLDER "%s", name);
	if (renews()) {
		FILE *f = fopen(path, "wb");
		assert_non_null(f);
		assert_true(shot_save(painter, frame, f));
		assert_int_equal(fclose(f), 0);
	}
	kept = cairo_image_surface_create_from_png(path);
	drawn = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)frame->w, (int)frame->h);
	painter_paint(painter, drawn, frame, true, &d);
	cairo_surface_flush(drawn);
	assert_alike(drawn, kept);
	cairo_surface_destroy(drawn);
	cairo_surface_destroy(kept);
}

static void the_painter_draws_the_pictures_of_the_tour(void **state)
{
	const struct theme *t;

	(void)state;
	t = begin(640, 400);
	draw_lamp(t, 500, 62);
	draw_stair(90, 350, 92, 40, t->brand);
	keep_picture("stair.png");

	t = begin(360, 240);
	draw_stair(40, 200, 56, 32, t->focus);
	keep_picture("up.png");

	t = begin(360, 240);
	draw_stair(40, 40, 56, -32, t->focus);
	keep_picture("down.png");

	t = begin(360, 240);
	draw_stair(40, 140, 56, 0, t->focus);
	keep_picture("level.png");
}

enum { RATE = 16000, NOTE_MS = 400, LAST_MS = 700, HEAD = 44 };

static void put(unsigned char *to, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		to[i] = (unsigned char)(value >> 8 * i);
}

/* A WAV file as RIFF has it: 16 bits, one channel. */
static void put_head(unsigned char *head, uint32_t bytes)
{
	memcpy(head, "RIFF    WAVEfmt ", 16);
	put(head + 4, HEAD - 8 + bytes, 4);
	put(head + 16, 16, 4);
	put(head + 20, 1, 2); /* plain samples */
	put(head + 22, 1, 2);
	put(head + 24, RATE, 4);
	put(head + 28, RATE * 2, 4);
	put(head + 32, 2, 2);
	put(head + 34, 16, 2);
	memcpy(head + 36, "data", 4);
	put(head + 40, bytes, 4);
}

/* Each note begins softly, has one overtone, and falls away. */
static void put_note(unsigned char *to, int samples, double hz)
{
	for (int i = 0; i < samples; i++) {
		double s = (double)i / RATE, left = (double)(samples - i) / RATE;
		double level = .35 * fmin(1, s / .01) * fmin(1, left / .05) * exp(-2.5 * s);
		double wave = sin(2 * M_PI * hz * s) + .3 * sin(4 * M_PI * hz * s);
		put(to + 2 * i, (uint32_t)(int32_t)lrint(32767 * level * wave), 2);
	}
}

static void the_sound_of_the_tour_is_three_notes_that_go_up(void **state)
{
	static const int semitones[] = {0, 4, 7}; /* D, F sharp, A */
	static const int ms[] = {NOTE_MS, NOTE_MS, LAST_MS};
	enum { BYTES = 2 * (2 * NOTE_MS + LAST_MS) * RATE / 1000 };
	static unsigned char made[HEAD + BYTES], kept[HEAD + BYTES + 1];
	unsigned char *at = made + HEAD;
	FILE *f;

	(void)state;
	put_head(made, BYTES);
	for (int i = 0; i < 3; i++) {
		int samples = ms[i] * RATE / 1000;
		put_note(at, samples, 293.66 * pow(2, semitones[i] / 12.0));
		at += 2 * samples;
	}
	assert_ptr_equal(at, made + sizeof made);
	if (renews()) {
		assert_non_null(f = fopen(FOLDER "notes.wav", "wb"));
		assert_int_equal(fwrite(made, 1, sizeof made, f), sizeof made);
		assert_int_equal(fclose(f), 0);
	}
	assert_non_null(f = fopen(FOLDER "notes.wav", "rb"));
	assert_int_equal(fread(kept, 1, sizeof kept, f), sizeof made);
	fclose(f);
	for (size_t i = 0; i < sizeof made; i += 2) {
		/* a last digit that another libm rounds otherwise */
		int a = (int16_t)(made[i] | made[i + 1] << 8);
		int b = (int16_t)(kept[i] | kept[i + 1] << 8);
		assert_in_range(abs(a - b), 0, i < HEAD ? 0 : 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_painter_draws_the_pictures_of_the_tour),
		cmocka_unit_test(the_sound_of_the_tour_is_three_notes_that_go_up),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
