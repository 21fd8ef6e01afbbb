/* Packs in several scripts on every screen, in every size, with the real fonts: what holds of every
 * frame holds there too, every character has a font, and no ink is cut off. */
#include <SDL.h>

#include "checks.h"
#include "font.h"
#include "walk.h"

static const int sizes[][2] = {
	{320, 240},   {640, 360},   {800, 600},   {1280, 720},
	{1920, 1080}, {1080, 1920}, {1200, 1200}, {3840, 2160},
};
static const int texts[] = {100, 150, 200};

static struct fonts *fonts;
static bool is_long; /* the whole product, ink of every frame */

static void check_characters(const struct frame *f)
{
	for (int k = 0; k < f->nitems; k++) {
		const struct item *i = &f->items[k];
		if (i->kind != ITEM_TEXT)
			continue;
		uint32_t missing = fonts_missing(fonts, (enum face)i->face, i->s, strlen(i->s));
		if (missing)
			fail_msg("%s: «%s» has U+%04X, which no font has", where(), i->s,
				 (unsigned)missing);
	}
}

/* Where a mask has ink, in px of the frame. */
static struct area ink_of(const struct mask *m, float x, float y)
{
	int w = cairo_image_surface_get_width(m->surface),
	    h = cairo_image_surface_get_height(m->surface),
	    stride = cairo_image_surface_get_stride(m->surface);
	const unsigned char *pixels = cairo_image_surface_get_data(m->surface);
	struct area a = {(float)w, (float)h, -1, -1};

	for (int row = 0; row < h; row++) {
		for (int col = 0; col < w; col++) {
			if (pixels[row * stride + col] < 64)
				continue;
			a.x0 = fminf(a.x0, (float)col);
			a.y0 = fminf(a.y0, (float)row);
			a.x1 = fmaxf(a.x1, (float)col + 1);
			a.y1 = fmaxf(a.y1, (float)row + 1);
		}
	}
	x = floorf(x + .5f) + (float)m->x;
	y = floorf(y + .5f) + (float)m->y;
	return (struct area){x + a.x0, y + a.y0, x + a.x1, y + a.y1};
}

/* Every stroke is within the window, the page, and the box that its text lies in. */
static void check_ink(const struct frame *f)
{
	bool clipped = false, scrolls = f->scroll_height > f->scroll.h;

	for (int k = 0; k < f->nitems; k++) {
		const struct item *i = &f->items[k];
		if (i->kind == ITEM_CLIP)
			clipped = true;
		if (i->kind == ITEM_UNCLIP)
			clipped = false;
		for (uint32_t n = 0; i->kind == ITEM_TEXT && n < i->nlines; n++) {
			const struct line *l = &f->lines[i->line + n];
			struct typeset set = {(enum face)i->face, i->px,  i->tracking,
					      i->line_height,     i->rtl, (enum han)i->han};
			struct mask m = fonts_mask(fonts, &set, i->s, l->start, l->n);
			if (!m.surface)
				continue;
			struct area a = ink_of(&m, l->x, l->y),
				    whole = {0, 0, (float)f->w, (float)f->h};
			if (clipped && scrolls) {
				whole.y0 = f->scroll.y - f->scroll_at - 1;
				whole.y1 = whole.y0 + f->scroll_height + 2;
			}
			if (a.x1 < a.x0)
				continue;
			if (!area_within(a, whole, 0))
				fail_msg("%s: «%s» loses ink: %g,%g to %g,%g", where(), i->s,
					 (double)a.x0, (double)a.y0, (double)a.x1, (double)a.y1);
			const struct item *plate = flaw_plate(f, k, clipped, a);
			if (plate && !area_within(a, area_of(&plate->box), 1))
				fail_msg("%s: the ink of «%s» leaves its box: %g,%g to %g,%g of "
					 "%g,%g to %g,%g",
					 where(), i->s, (double)a.x0, (double)a.y0, (double)a.x1,
					 (double)a.y1, (double)plate->box.x, (double)plate->box.y,
					 (double)(plate->box.x + plate->box.w),
					 (double)(plate->box.y + plate->box.h));
		}
	}
}

static void look(void)
{
	for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
		for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
			if (!is_long && texts[t] == 150 && s % 5 != 1)
				continue;
			app->set.text_percent = texts[t];
			resize(sizes[s][0], sizes[s][1]);
			check(is_long || s == 0 || s == 3);
			if (s == 3 && t == 0)
				check_characters(app_frame(app));
			if (is_long || (s == 1 && t == 2) || (s == 3 && t == 0))
				check_ink(app_frame(app));
		}
	}
	app->set.text_percent = 100;
	resize(1280, 720);
}

/* Only high contrast lays anything out otherwise: its lines are thicker. */
static void walk_themes(const char *ini)
{
	for (const struct theme *t = themes; t->id; t++) {
		struct app_options o = options();
		if (!is_long && t != themes)
			continue;
		o.measure = fonts_measure(fonts);
		strcpy(o.set.theme, t->id);
		walk(ini, o, look);
	}
}

static void walk_file(const char *name)
{
	char path[256];
	static char ini[65536];

	snprintf(path, sizeof path, TESTS "/packs/languages/%s.ini", name);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	ini[fread(ini, 1, sizeof ini - 1, file)] = '\0';
	fclose(file);
	walk_themes(ini);
}

static void a_pack_fits_everywhere(void **state)
{
	walk_file(*state);
}

/* 500 characters to ask, six choices of 200. */
static void the_longest_questions_fit_everywhere(void **state)
{
	static const char words[] = "Light falls down the stairwell, floor by floor, and whoever "
				    "climbs it meets their own shadow on the way. ";
	static char ini[8192];
	char *p = ini + sprintf(ini, "title = %.80s\n[question]\nask = ", words);

	(void)state;
	for (int i = 0; i < 499; i++)
		*p++ = words[i % ((int)sizeof words - 1)];
	p += sprintf(p, "?\n");
	for (int c = 0; c < 6; c++) {
		p += sprintf(p, "%s = %d ", c ? "wrong" : "right", c);
		for (int i = 0; i < 198; i++)
			*p++ = words[(i + 7 * c) % ((int)sizeof words - 1)];
		*p++ = '\n';
	}
	sprintf(p, "why = %s%s%s\nhint = %s\n", words, words, words, words);
	walk_themes(ini);
}

static int open_fonts(void **state)
{
	(void)state;
	is_long = getenv("STAIRWELL_LONG") != NULL;
	fonts = fonts_open(SOURCE "/fonts/fonts.ini");
	return fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
	(void)state;
	fonts_close(fonts);
	return 0;
}

#define pack_test(name)                                                                            \
	{                                                                                          \
		name, a_pack_fits_everywhere, NULL, close_app, name                                \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		pack_test("en"),
		pack_test("de"),
		pack_test("ar"),
		pack_test("ja"),
		pack_test("th"),
		pack_test("hi"),
		cmocka_unit_test_teardown(the_longest_questions_fit_everywhere, close_app),
	};

	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
