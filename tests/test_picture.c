/* Pictures of packs: their heads, how they are decoded, and the store that keeps them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>
#include <SDL_image.h>
#include <cmocka.h>

#include "imagehead.h"
#include "leave.h"
#include "packmedia.h"
#include "pictures.h"
#include "pixels.h"

#define PICTURES TESTS "/pictures"

static unsigned char *slurp(const char *path, size_t *n)
{
	FILE *in = fopen(path, "rb");
	unsigned char *bytes = malloc(1 << 20);

	assert_non_null(in);
	*n = fread(bytes, 1, 1 << 20, in);
	fclose(in);
	return bytes;
}

/* ---- heads ---- */

static const struct {
	const char *path;
	struct imagehead head;
} drawn[] = {
	{PICTURES "/wide.png", {IMAGE_PNG, 1400, 420, 1}},
	{PICTURES "/glass.png", {IMAGE_PNG, 600, 400, 1}},
	{PICTURES "/stair.jpg", {IMAGE_JPEG, 1600, 900, 1}},
	{PICTURES "/side.jpg", {IMAGE_JPEG, 900, 600, 6}},
	{PICTURES "/stair.webp", {IMAGE_WEBP, 640, 360, 1}},
};

enum { DRAWN = sizeof drawn / sizeof *drawn };

static void heads_tell_kind_size_and_turn(void **state)
{
	(void)state;
	for (int i = 0; i < DRAWN; i++) {
		struct imagehead h;
		size_t n;
		unsigned char *bytes = slurp(drawn[i].path, &n);
		assert_true(imagehead_of(bytes, n, &h));
		assert_int_equal(h.kind, drawn[i].head.kind);
		assert_int_equal(h.w, drawn[i].head.w);
		assert_int_equal(h.h, drawn[i].head.h);
		assert_int_equal(h.turn, drawn[i].head.turn);
		free(bytes);
	}
}

static struct imagehead webp(const char *chunk, const char *rest, bool *good)
{
	unsigned char b[30] = "RIFF\0\0\0\0WEBP";
	struct imagehead h;

	memcpy(b + 12, chunk, 4);
	memcpy(b + 20, rest, 10);
	*good = imagehead_of(b, sizeof b, &h);
	return h;
}

static void all_three_kinds_of_webp_are_read(void **state)
{
	bool good;
	struct imagehead h = webp("VP8X", "\0\0\0\0\x7f\x02\0\x67\x01\0", &good);

	(void)state;
	assert_true(good && h.w == 640 && h.h == 360);
	h = webp("VP8L", "\x2f\x7f\xc2\x59\0\0\0\0\0\0", &good);
	assert_true(good && h.w == 640 && h.h == 360);
	h = webp("VP8 ", "\0\0\0\x9d\x01\x2a\x80\x02\x68\x01", &good);
	assert_true(good && h.w == 640 && h.h == 360);
	webp("VP8 ", "\0\0\0\x9d\x01\x2b\x80\x02\x68\x01", &good);
	assert_false(good);
	webp("ANIM", "\0\0\0\x9d\x01\x2a\x80\x02\x68\x01", &good);
	assert_false(good);
}

static void a_head_that_is_cut_short_is_none(void **state)
{
	(void)state;
	for (int i = 0; i < DRAWN; i++) {
		struct imagehead h;
		size_t n, least = 0;
		unsigned char *bytes = slurp(drawn[i].path, &n);
		while (least < n && !imagehead_of(bytes, least, &h))
			least++;
		assert_true(least > 20 && least < n); /* and no byte more was needed */
		unsigned char *cut = malloc(least - 1);
		memcpy(cut, bytes, least - 1);
		assert_false(imagehead_of(cut, least - 1, &h));
		free(cut);
		free(bytes);
	}
}

static bool read_filling(void *reads, size_t offset, unsigned char *to, size_t n)
{
	++*(int *)reads;
	memset(to, 0xFF, n);
	if (offset == 0 && n == 2)
		to[1] = 0xD8;
	return true;
}

static void a_jpeg_of_filling_alone_is_soon_left(void **state)
{
	struct imagehead h;
	int reads = 0;

	(void)state;
	assert_false(imagehead_read((struct imagebytes){read_filling, &reads}, &h));
	assert_true(reads < 10000);
}

static void a_picture_without_a_side_is_none(void **state)
{
	unsigned char png[24] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x10";
	struct imagehead h;

	(void)state;
	assert_false(imagehead_of(png, sizeof png, &h));
	png[19] = 1;
	assert_true(imagehead_of(png, sizeof png, &h));
}

static void sizes_are_bounded_by_sides_and_pixels(void **state)
{
	(void)state;
	assert_true(imagehead_bearable(&(struct imagehead){.w = 8192, .h = 1953}));
	assert_false(imagehead_bearable(&(struct imagehead){.w = 8193, .h = 1}));
	assert_false(imagehead_bearable(&(struct imagehead){.w = 1, .h = 8193}));
	assert_false(imagehead_bearable(&(struct imagehead){.w = 4001, .h = 4000}));
	assert_false(imagehead_bearable(&(struct imagehead){.w = 0xFFFFFFFF, .h = 0xFFFFFFFF}));
}

/* The file with all its scans repeated: as much work, and hardly longer if they are short. */
static unsigned char *repeat_scans(const unsigned char *bytes, size_t n, int times, size_t *to_n)
{
	size_t from = 0, scans = 0;

	while (bytes[from] != 0xFF || bytes[from + 1] != 0xDA)
		from++;
	scans = n - 2 - from;
	unsigned char *to = malloc(from + scans * (size_t)times + 2);
	memcpy(to, bytes, from);
	for (int i = 0; i < times; i++)
		memcpy(to + from + scans * (size_t)i, bytes + from, scans);
	*to_n = from + scans * (size_t)times + 2;
	memcpy(to + *to_n - 2, "\xff\xd9", 2);
	return to;
}

static void a_jpeg_of_very_many_scans_is_not_decoded(void **state)
{
	size_t n, many_n;
	bool whole;
	unsigned char *bytes = slurp(PICTURES "/stair.jpg", &n);

	(void)state;
	int scans = imagehead_scans_of(bytes, n);
	assert_in_range(scans, 1, 16);
	for (int times = 1; times <= IMAGE_SCANS / scans + 1; times += IMAGE_SCANS / scans) {
		unsigned char *many = repeat_scans(bytes, n, times, &many_n);
		assert_int_equal(imagehead_scans_of(many, many_n), scans * times);
		cairo_surface_t *s = pixels_decode(many, many_n, 640, 360, 1 << 20, &whole);
		assert_true((s != NULL) == (times == 1));
		cairo_surface_destroy(s);
		free(many);
	}
	free(bytes);
}

static void the_author_is_told_of_very_many_scans(void **state)
{
	char dir[] = "/tmp/stairwell-pictures-XXXXXX", path[256];
	struct media_folder folder;
	size_t n, many_n;
	unsigned char *bytes = slurp(PICTURES "/stair.jpg", &n);
	unsigned char *many = repeat_scans(bytes, n, IMAGE_SCANS + 1, &many_n);

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/many.jpg", dir);
	FILE *out = fopen(path, "wb");
	assert_int_equal(fwrite(many, 1, many_n, out), many_n);
	fclose(out);
	media_init(&folder, dir);
	const struct media_fault *fault = media_check(&folder, "many.jpg", MEDIA_PICTURE);
	assert_non_null(fault);
	assert_string_equal(fault->code, "E328");
	media_finish(&folder);
	unlink(path);
	rmdir(dir);
	free(many);
	free(bytes);
}

/* Any bytes at all: nothing is read that is not there. The sanitizers watch. */
static void no_bytes_lead_a_reader_astray(void **state)
{
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < DRAWN; i++) {
		size_t n;
		unsigned char *bytes = slurp(drawn[i].path, &n);
		if (n > 700)
			n = 700;
		for (int round = 0; round < 20000; round++) {
			struct imagehead h;
			size_t size;
			seed = seed * 1664525u + 1013904223u;
			size = 1 + (seed >> 8) % n;
			unsigned char *other = malloc(size);
			memcpy(other, bytes, size);
			for (int k = 0; k < 1 + round % 8; k++) {
				seed = seed * 1664525u + 1013904223u;
				size_t at = (seed >> 8) % size % (round % 3 ? 64 : size);
				other[at] = (unsigned char)(seed >> 24);
			}
			if (imagehead_of(other, size, &h))
				assert_true(h.w > 0 && h.h > 0 && h.turn >= 1 && h.turn <= 8);
			free(other);
		}
		free(bytes);
	}
}

/* ---- decoding ---- */

static uint32_t at(cairo_surface_t *s, int x, int y)
{
	const unsigned char *row =
		cairo_image_surface_get_data(s) + y * cairo_image_surface_get_stride(s);

	return ((const uint32_t *)(const void *)row)[x];
}

static bool near(uint32_t a, uint32_t b)
{
	for (int c = 0; c < 32; c += 8)
		if (abs((int)(a >> c & 255) - (int)(b >> c & 255)) > 12)
			return false;
	return true;
}

static cairo_surface_t *decode(const char *path, int w, int h, bool *whole)
{
	size_t n;
	unsigned char *bytes = slurp(path, &n);
	cairo_surface_t *s = pixels_decode(bytes, n, w, h, 4000000, whole);

	free(bytes);
	return s;
}

static void each_kind_is_decoded(void **state)
{
	(void)state;
	for (int i = 0; i < DRAWN; i++) {
		bool whole;
		cairo_surface_t *s = decode(drawn[i].path, 8192, 8192, &whole);
		bool turned = drawn[i].head.turn >= 5;
		assert_non_null(s);
		assert_true(whole);
		assert_int_equal(cairo_image_surface_get_width(s),
				 turned ? drawn[i].head.h : drawn[i].head.w);
		assert_int_equal(cairo_image_surface_get_height(s),
				 turned ? drawn[i].head.w : drawn[i].head.h);
		cairo_surface_destroy(s);
	}
}

static void what_lies_on_its_side_is_put_upright(void **state)
{
	bool whole;
	cairo_surface_t *s = decode(PICTURES "/side.jpg", 8192, 8192, &whole);

	(void)state;
	/* Stored: yellow at the top left, violet at the bottom right; a quarter turn clockwise. */
	assert_true(near(at(s, 580, 20), 0xFFFFD166));
	assert_true(near(at(s, 20, 880), 0xFF40306B));
	assert_true(near(at(s, 300, 200), 0xFFFFD166));
	cairo_surface_destroy(s);
}

static void alpha_is_multiplied_in(void **state)
{
	bool whole;
	cairo_surface_t *s = decode(PICTURES "/glass.png", 8192, 8192, &whole);

	(void)state;
	assert_int_equal(at(s, 2, 2), 0);
	assert_true(near(at(s, 120, 200), 0xC0C0477A)); /* #ff5fa2 at 192 of 255 */
	cairo_surface_destroy(s);
}

static void a_large_picture_becomes_as_small_as_its_room(void **state)
{
	bool whole;
	cairo_surface_t *s = decode(PICTURES "/stair.jpg", 320, 400, &whole);

	(void)state;
	assert_false(whole);
	assert_int_equal(cairo_image_surface_get_width(s), 320);
	assert_int_equal(cairo_image_surface_get_height(s), 180);
	assert_true(near(at(s, 300, 160), 0xFFFF5FA2));
	cairo_surface_destroy(s);
}

static void less_is_the_average_of_what_was_there(void **state)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 4, 4), *less;
	uint32_t *p = (uint32_t *)(void *)cairo_image_surface_get_data(s);

	(void)state;
	for (int i = 0; i < 16; i++)
		p[i] = i % 2 ? 0xFF000000 : 0xFF808080;
	cairo_surface_mark_dirty(s);
	less = pixels_scale(s, 2, 2);
	for (int y = 0; y < 2; y++)
		for (int x = 0; x < 2; x++)
			assert_int_equal(at(less, x, y), 0xFF404040);
	cairo_surface_destroy(less);
	less = pixels_scale(s, 3, 3); /* no pixel of a grey picture gets lighter or darker */
	for (int i = 0; i < 16; i++)
		p[i] = 0xFF808080;
	cairo_surface_destroy(less);
	less = pixels_scale(s, 3, 3);
	for (int y = 0; y < 3; y++)
		for (int x = 0; x < 3; x++)
			assert_int_equal(at(less, x, y), 0xFF808080);
	cairo_surface_destroy(less);
	cairo_surface_destroy(s);
}

static void half_a_pixel_counts_half(void **state)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 3, 3), *less;
	uint32_t *p = (uint32_t *)(void *)cairo_image_surface_get_data(s);

	(void)state;
	for (int i = 0; i < 9; i++) /* a white cross */
		p[i] = i % 2 || i == 4 ? 0xFFFFFFFF : 0xFF000000;
	cairo_surface_mark_dirty(s);
	less = pixels_scale(s, 2, 2);
	for (int i = 0; i < 4; i++) /* of 9 quarters, 4 are in the corner */
		assert_int_equal(at(less, i % 2, i / 2), 0xFF8E8E8E);
	cairo_surface_destroy(less);
	less = pixels_scale(s, 3, 1); /* one way alone */
	assert_int_equal(at(less, 0, 0), 0xFF555555);
	assert_int_equal(at(less, 1, 0), 0xFFFFFFFF);
	cairo_surface_destroy(less);
	cairo_surface_destroy(s);
}

static void a_picture_like_a_thread_is_no_longer_than_its_room(void **state)
{
	SDL_Surface *thread =
		SDL_CreateRGBSurfaceWithFormat(0, 4096, 1, 32, SDL_PIXELFORMAT_ARGB8888);
	static unsigned char bytes[1 << 16];
	SDL_RWops *out = SDL_RWFromMem(bytes, sizeof bytes);
	bool whole;

	(void)state;
	assert_int_equal(IMG_SavePNG_RW(thread, out, 0), 0);
	cairo_surface_t *s =
		pixels_decode(bytes, (size_t)SDL_RWtell(out), 1280, 768, 1 << 20, &whole);
	assert_false(whole);
	assert_int_equal(cairo_image_surface_get_width(s), 1280);
	assert_int_equal(cairo_image_surface_get_height(s), 1);
	cairo_surface_destroy(s);
	SDL_RWclose(out);
	SDL_FreeSurface(thread);
}

static void what_is_too_large_or_lies_is_not_decoded(void **state)
{
	size_t n;
	bool whole;
	unsigned char *bytes = slurp(PICTURES "/glass.png", &n);

	(void)state;
	bytes[16 + 2] = 0x40; /* 16,384 and more wide */
	assert_null(pixels_decode(bytes, n, 800, 600, 1000000, &whole));
	bytes[16 + 2] = 1; /* not as wide as it says */
	assert_null(pixels_decode(bytes, n, 800, 600, 1000000, &whole));
	bytes[16 + 2] = 2;
	assert_null(pixels_decode(bytes, 40, 800, 600, 1000000, &whole));
	free(bytes);
}

/* ---- the store ---- */

static int answers(struct pictures *p, int *good)
{
	struct event ev;
	int n = 0;

	for (*good = 0; pictures_answer(p, &ev); n++) {
		assert_int_equal(ev.kind, EVENT_PICTURE);
		*good += ev.index;
	}
	return n;
}

static void a_picture_is_there_once_it_was_asked_for(void **state)
{
	struct pictures *p = pictures_create(PICTURES_BYTES);
	struct event ev;

	(void)state;
	assert_null(pictures_find(p, PICTURES, "stair.jpg"));
	pictures_want(p, PICTURES, "stair.jpg", 1280, 720);
	assert_true(pictures_answer(p, &ev));
	assert_string_equal(ev.folder, PICTURES);
	assert_string_equal(ev.text, "stair.jpg");
	assert_int_equal(ev.index, 1);
	assert_false(pictures_answer(p, &ev));
	assert_non_null(pictures_find(p, PICTURES, "stair.jpg"));
	assert_null(pictures_find(p, TESTS, "stair.jpg"));
	pictures_destroy(p);
}

static void what_is_no_picture_is_said(void **state)
{
	static const char *const paths[] = {"nowhere.png", "pack.ini", "../packs/cover.png",
					    "/etc/passwd", "../packs/pictures/words.png"};
	struct pictures *p = pictures_create(PICTURES_BYTES);
	int good;

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		pictures_want(p, PICTURES, paths[i], 1280, 720);
		assert_int_equal(answers(p, &good), 1);
		assert_int_equal(good, 0);
		assert_null(pictures_find(p, PICTURES, paths[i]));
	}
	pictures_want(p, TESTS "/packs", "out.png", 1280, 720); /* a link that leads out */
	pictures_want(p, TESTS "/packs/pictures", "wide.png", 1280, 720);
	assert_int_equal(answers(p, &good), 2);
	assert_int_equal(good, 0);
	pictures_destroy(p);
}

static void a_larger_window_gets_a_larger_picture(void **state)
{
	struct pictures *p = pictures_create(PICTURES_BYTES);
	int good;

	(void)state;
	pictures_want(p, PICTURES, "stair.jpg", 512, 256);
	answers(p, &good);
	int small = cairo_image_surface_get_width(pictures_find(p, PICTURES, "stair.jpg"));
	pictures_want(p, PICTURES, "stair.jpg", 1280, 768);
	answers(p, &good);
	int large = cairo_image_surface_get_width(pictures_find(p, PICTURES, "stair.jpg"));
	assert_true(small == 455 && large == 1280);
	size_t bytes = pictures_bytes(p);
	pictures_want(p, PICTURES, "stair.jpg", 512, 256); /* the large one serves */
	assert_int_equal(answers(p, &good), 1);
	assert_int_equal(pictures_bytes(p), bytes);
	pictures_destroy(p);
}

static void copy(const char *from, const char *to)
{
	size_t n;
	unsigned char *bytes = slurp(from, &n);
	FILE *out = fopen(to, "wb");

	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, n, out), n);
	fclose(out);
	free(bytes);
}

static void a_thousand_pictures_stay_within_the_bound(void **state)
{
	enum { BOUND = 256 << 10 };
	struct pictures *p = pictures_create(BOUND);
	char dir[] = "/tmp/stairwell-pictures-XXXXXX", to[256];
	int good;

	(void)state;
	assert_non_null(mkdtemp(dir));
	for (int i = 0; i < 1000; i++) {
		char name[32];
		snprintf(name, sizeof name, "%d.png", i);
		snprintf(to, sizeof to, "%s/%s", dir, name);
		copy(PICTURES "/tiny.png", to);
		pictures_want(p, dir, name, 256, 256);
		assert_int_equal(answers(p, &good), 1);
		assert_int_equal(good, 1);
		assert_true(pictures_bytes(p) <= BOUND);
		assert_non_null(pictures_find(p, dir, name));
		unlink(to);
	}
	rmdir(dir);
	assert_true(pictures_bytes(p) > BOUND / 2);
	assert_null(pictures_find(p, dir, "0.png"));
	pictures_destroy(p);
}

static void a_picture_stays_when_its_file_goes(void **state)
{
	struct pictures *p = pictures_create(PICTURES_BYTES);
	char dir[] = "/tmp/stairwell-pictures-XXXXXX", to[256];
	int good;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(to, sizeof to, "%s/a.png", dir);
	copy(PICTURES "/square.png", to);
	pictures_want(p, dir, "a.png", 256, 256);
	answers(p, &good);
	unlink(to);
	rmdir(dir);
	for (int w = 256; w <= 2048; w *= 2) {
		pictures_want(p, dir, "a.png", w, w);
		assert_int_equal(answers(p, &good), 1);
		assert_int_equal(good, 1);
	}
	pictures_destroy(p);
}

static void count(void *ctx)
{
	SDL_SemPost(ctx);
}

static void a_thread_decodes_and_wakes_who_waits(void **state)
{
	static const char *const paths[] = {"stair.jpg", "wide.png", "glass.png", "stair.webp",
					    "nowhere.png"};
	SDL_sem *woken = SDL_CreateSemaphore(0);
	struct pictures *p = pictures_create(PICTURES_BYTES);
	int n = 0, good = 0;

	(void)state;
	assert_true(pictures_start(p, count, woken));
	for (int round = 0; round < 3; round++)
		for (int i = 0; i < 5; i++)
			pictures_want(p, PICTURES, paths[i], 640, 480);
	while (!pictures_find(p, PICTURES, "stair.webp") || n < 5) {
		struct event ev;
		SDL_SemWaitTimeout(woken, 5000);
		while (pictures_answer(p, &ev)) {
			n++;
			good += ev.index;
		}
	}
	assert_true(good >= 4 && good < n);
	for (int i = 0; i < 4; i++)
		assert_non_null(pictures_find(p, PICTURES, paths[i]));
	for (int i = 0; i < 5; i++) /* leaving in the middle of it */
		pictures_want(p, PICTURES, paths[i], 4000, 4000);
	pictures_destroy(p);
	SDL_DestroySemaphore(woken);
}

static struct {
	SDL_mutex *lock;
	SDL_cond *news;
	SDL_sem *go_on, *end;
	bool left;
} hanging;

static int hang(void *ctx)
{
	(void)ctx;
	SDL_SemWait(hanging.go_on);
	SDL_LockMutex(hanging.lock);
	hanging.left = true;
	SDL_CondSignal(hanging.news);
	SDL_UnlockMutex(hanging.lock);
	SDL_SemPost(hanging.end);
	return 0;
}

static void a_thread_that_hangs_is_left_behind(void **state)
{
	(void)state;
	hanging.lock = SDL_CreateMutex();
	hanging.news = SDL_CreateCond();
	hanging.go_on = SDL_CreateSemaphore(0);
	hanging.end = SDL_CreateSemaphore(0);
	SDL_Thread *thread = SDL_CreateThread(hang, "hang", NULL);
	assert_false(leave_thread(thread, hanging.lock, hanging.news, &hanging.left));
	SDL_SemPost(hanging.go_on);
	SDL_SemWait(hanging.end);
	hanging.left = false;
	SDL_SemPost(hanging.go_on);
	thread = SDL_CreateThread(hang, "go", NULL);
	assert_true(leave_thread(thread, hanging.lock, hanging.news, &hanging.left));
	SDL_DestroySemaphore(hanging.end);
	SDL_DestroySemaphore(hanging.go_on);
	SDL_DestroyCond(hanging.news);
	SDL_DestroyMutex(hanging.lock);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heads_tell_kind_size_and_turn),
		cmocka_unit_test(all_three_kinds_of_webp_are_read),
		cmocka_unit_test(a_head_that_is_cut_short_is_none),
		cmocka_unit_test(a_jpeg_of_filling_alone_is_soon_left),
		cmocka_unit_test(a_picture_without_a_side_is_none),
		cmocka_unit_test(sizes_are_bounded_by_sides_and_pixels),
		cmocka_unit_test(a_jpeg_of_very_many_scans_is_not_decoded),
		cmocka_unit_test(the_author_is_told_of_very_many_scans),
		cmocka_unit_test(no_bytes_lead_a_reader_astray),
		cmocka_unit_test(each_kind_is_decoded),
		cmocka_unit_test(what_lies_on_its_side_is_put_upright),
		cmocka_unit_test(alpha_is_multiplied_in),
		cmocka_unit_test(a_large_picture_becomes_as_small_as_its_room),
		cmocka_unit_test(less_is_the_average_of_what_was_there),
		cmocka_unit_test(half_a_pixel_counts_half),
		cmocka_unit_test(a_picture_like_a_thread_is_no_longer_than_its_room),
		cmocka_unit_test(what_is_too_large_or_lies_is_not_decoded),
		cmocka_unit_test(a_picture_is_there_once_it_was_asked_for),
		cmocka_unit_test(what_is_no_picture_is_said),
		cmocka_unit_test(a_larger_window_gets_a_larger_picture),
		cmocka_unit_test(a_thousand_pictures_stay_within_the_bound),
		cmocka_unit_test(a_picture_stays_when_its_file_goes),
		cmocka_unit_test(a_thread_decodes_and_wakes_who_waits),
		cmocka_unit_test(a_thread_that_hangs_is_left_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
