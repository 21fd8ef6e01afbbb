#include <SDL_ttf.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <fontconfig/fontconfig.h>

#include "font.h"

static const char *const ini = SOURCE "/fonts/fonts.ini";

static float width(struct fonts *f, enum face face, float px, float tracking, const char *s)
{
	struct measure m = fonts_measure(f);
	return m.width(m.ctx, face, px, tracking, s, strlen(s));
}

static struct mask mask(struct fonts *f, enum face face, float px, float tracking, const char *s)
{
	struct typeset set = {face, px, tracking, px * 1.25f, false, HAN_ANY};
	return fonts_mask(f, &set, s, 0, strlen(s));
}

/* The columns of a mask that hold ink: how far the first and the end lie from the line's left. */
static bool ink(struct mask m, int *left, int *right)
{
	*left = *right = 0;
	if (!m.surface)
		return false;
	const unsigned char *at = cairo_image_surface_get_data(m.surface);
	int w = cairo_image_surface_get_width(m.surface),
	    stride = cairo_image_surface_get_stride(m.surface);
	int first = w, end = 0;
	for (int y = 0; y < cairo_image_surface_get_height(m.surface); y++) {
		for (int x = 0; x < w; x++) {
			if (at[y * stride + x] > 32) {
				first = x < first ? x : first;
				end = x >= end ? x + 1 : end;
			}
		}
	}
	*left = first + m.x;
	*right = end + m.x;
	return end > 0;
}

static int open_all(void **state)
{
	*state = fonts_open(ini);
	return !*state;
}

static int close_all(void **state)
{
	fonts_close(*state);
	return 0;
}

static struct fonts *open_written(const char *text)
{
	char path[] = "/tmp/fonts-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	struct fonts *f = fonts_open(path);
	unlink(path);
	return f;
}

static void every_listed_font_is_found(void **state)
{
	assert_string_equal(fonts_notes(*state), "");
}

static void width_agrees_with_the_mask(void **state)
{
	static const struct {
		enum face face;
		float px, tracking;
		const char *s;
	} lines[] = {
		{FACE_SEMIBOLD, 40, 0, "Children of Men"},
		{FACE_SEMIBOLD, 71.28f, -1.283f, "Which film inspired the long"},
		{FACE_DISPLAY, 58.3f, .7f, "Floor 9"},
		{FACE_TEXT, 28, 4, "ベルリンの壁"},
		{FACE_SEMIBOLD, 28, 3, "שלום"},
		{FACE_TEXT, 37.8f, 0, "ما الذي يجعل لافتة النيون تتوهج؟ (1989)"},
		{FACE_MONO, 20, 0, "long-take.ini:42:1"},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		int left, right;
		float px = lines[i].px, track = lines[i].tracking;
		float w = width(*state, lines[i].face, px, track, lines[i].s);
		assert_true(ink(mask(*state, lines[i].face, px, track, lines[i].s), &left, &right));
		/* Bearings keep ink away from the ends by no more than a fifth of the size. */
		float most = px * .2f + fabsf(track);
		assert_true(fabsf((float)left) < most);
		assert_true(fabsf((float)right - w) < most);
	}
}

static void tracking_widens_each_character(void **state)
{
	float plain = width(*state, FACE_TEXT, 30, 0, "stairs");
	float wide = width(*state, FACE_TEXT, 30, 5, "stairs");
	assert_true(fabsf(wide - plain - 30) < .01f);
}

static void letters_that_join_are_never_moved_apart(void **state)
{
	const char *s = "سلام";
	float plain = width(*state, FACE_TEXT, 30, 0, s), wide = width(*state, FACE_TEXT, 30, 5, s);
	assert_true(fabsf(wide - plain) < .01f);
}

static void a_character_the_face_lacks_comes_from_another_font(void **state)
{
	static const char *const has[] = {"日本語", "한국어", "العربية", "עברית", "हिन्दी",
					  "ไทย",    "♫",      "∑",       "Ελλάς", "→"};
	for (size_t i = 0; i < sizeof has / sizeof *has; i++) {
		int left, right;
		assert_int_equal(fonts_missing(*state, FACE_SEMIBOLD, has[i], strlen(has[i])), 0);
		assert_int_equal(fonts_missing(*state, FACE_DISPLAY, has[i], strlen(has[i])), 0);
		assert_true(ink(mask(*state, FACE_TEXT, 30, 0, has[i]), &left, &right));
	}
}

static void a_character_nobody_has_is_named_and_drawn_as_a_box(void **state)
{
	const char *s = "a\U000F1234b";
	int left, right;
	assert_int_equal(fonts_missing(*state, FACE_TEXT, s, strlen(s)), 0xF1234);
	assert_true(width(*state, FACE_TEXT, 30, 0, s) > width(*state, FACE_TEXT, 30, 0, "ab") + 5);
	assert_true(ink(mask(*state, FACE_TEXT, 30, 0, "\U000F1234"), &left, &right));
}

static int matches;
FcPattern *__real_FcFontMatch(FcConfig *config, FcPattern *wanted, FcResult *result);
FcPattern *__wrap_FcFontMatch(FcConfig *config, FcPattern *wanted, FcResult *result);

FcPattern *__wrap_FcFontMatch(FcConfig *config, FcPattern *wanted, FcResult *result)
{
	matches++;
	return __real_FcFontMatch(config, wanted, result);
}

static int sizings;
int __real_TTF_SizeUTF8(TTF_Font *font, const char *s, int *w, int *h);
int __wrap_TTF_SizeUTF8(TTF_Font *font, const char *s, int *w, int *h);

int __wrap_TTF_SizeUTF8(TTF_Font *font, const char *s, int *w, int *h)
{
	sizings++;
	return __real_TTF_SizeUTF8(font, s, w, h);
}

/* A page is laid out many times over, with the same words each time. */
static void the_words_of_a_page_are_shaped_once_whatever_their_number(void **state)
{
	char s[16];

	for (int round = 0; round < 3; round++) {
		int before = sizings;
		for (int i = 0; i < 500; i++) {
			snprintf(s, sizeof s, "word %d", i * 7919);
			width(*state, FACE_BOLD, 20, 0, s);
		}
		assert_int_equal(sizings - before, round == 0 ? 500 : 0);
	}
}

/* Its letter is drawn, and the mark left out. */
static void a_mark_that_no_font_has_with_its_letter_is_named(void **state)
{
	static const char *const both = "q\u0E31";

	assert_int_equal(fonts_missing(*state, FACE_TEXT, both, 1), 0);
	assert_int_equal(fonts_missing(*state, FACE_TEXT, both + 1, 3), 0);
	assert_int_equal(fonts_missing(*state, FACE_TEXT, both, 4), 0x0E31);
}

static void what_no_font_has_is_asked_for_once(void **state)
{
	const char *s = "\U000F2001\U000F2002\U000F2001\U000F2003";

	for (int face = FACE_TEXT; face <= FACE_BOLD; face += FACE_BOLD - FACE_TEXT) {
		int before = matches;
		for (int size = 10; size < 60; size++)
			width(*state, (enum face)face, (float)size, 0, s);
		assert_int_equal(matches - before, 3);
	}
}

static void what_no_font_has_is_one_sign_and_said_once(void **state)
{
	struct fonts *f = fonts_open(ini);
	float sign = width(f, FACE_TEXT, 30, 0, "\uFFFD");

	(void)state;
	assert_true(sign > 0);
	assert_float_equal(width(f, FACE_TEXT, 30, 0, "\U000F1234"), sign, .01);
	assert_float_equal(width(f, FACE_TEXT, 30, 0, "\U000F1235\u0301"), sign, .01);
	const char *note = strstr(fonts_notes(f), "no font has");
	assert_non_null(note);
	assert_null(strstr(note + 1, "no font has"));
	/* of a character with something behind it that no font has, the character is left */
	assert_float_equal(width(f, FACE_TEXT, 30, 0, "a\U000E0101"),
			   width(f, FACE_TEXT, 30, 0, "a"), .01);
	fonts_close(f);
}

static void what_has_no_width_is_not_drawn_and_takes_no_room(void **state)
{
	static const char *const nothing[] = {"",
					      "\u200b",
					      "\u200d\u200c\ufeff",
					      "\u202e\u2066\u2069",
					      "\x01\x02\x7f",
					      "\u00ad\ufe0f",
					      "\n"};
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
		assert_true(width(*state, FACE_TEXT, 30, 0, nothing[i]) == 0);
		assert_true(width(*state, FACE_TEXT, 30, 4, nothing[i]) == 0);
		assert_null(mask(*state, FACE_TEXT, 30, 4, nothing[i]).surface);
	}
	float plain = width(*state, FACE_TEXT, 30, 0, "stair");
	assert_true(fabsf(width(*state, FACE_TEXT, 30, 0, "sta\u200b\x01ir\u2069") - plain) < .01f);
	mask(*state, FACE_TEXT, 30, 0, "\u0301"); /* a mark alone: whatever the font makes of it */
}

static void bytes_that_are_not_text_are_shown_as_such(void **state)
{
	assert_true(width(*state, FACE_TEXT, 30, 0, "a\xff\xc3") >
		    width(*state, FACE_TEXT, 30, 0, "a"));
}

static void what_the_author_wrote_is_not_made_into_an_arrow(void **state)
{
	float apart = width(*state, FACE_TEXT, 40, 0, "-") + width(*state, FACE_TEXT, 40, 0, ">");
	assert_true(fabsf(width(*state, FACE_TEXT, 40, 0, "->") - apart) < .5f);
	apart = width(*state, FACE_TEXT, 40, 0, "2x") + width(*state, FACE_TEXT, 40, 0, "2");
	assert_true(fabsf(width(*state, FACE_TEXT, 40, 0, "2x2") - apart) < .5f);
}

static void right_to_left_text_stands_in_its_order(void **state)
{
	/* Digits after Hebrew stand to its left: the ink of the line begins with the digit's. */
	int digit_left, digit_right, left, right;
	ink(mask(*state, FACE_TEXT, 60, 0, "1"), &digit_left, &digit_right);
	struct mask m = mask(*state, FACE_TEXT, 60, 0, "לללללל 1");
	assert_true(ink(m, &left, &right));
	assert_int_equal(left, digit_left);
	const unsigned char *at = cairo_image_surface_get_data(m.surface);
	int stride = cairo_image_surface_get_stride(m.surface), dots = 0;
	int gap = digit_right - m.x + 4;
	for (int y = 0; y < cairo_image_surface_get_height(m.surface); y++)
		dots += at[y * stride + gap] > 0;
	assert_int_equal(dots, 0);
}

static void a_size_is_any_quarter_of_a_pixel(void **state)
{
	float w20 = width(*state, FACE_TEXT, 20, 0, "stairwell");
	assert_true(fabsf(width(*state, FACE_TEXT, 40, 0, "stairwell") - 2 * w20) < .01f);
	assert_true(fabsf(width(*state, FACE_TEXT, 20.25f, 0, "stairwell") - w20 * 1.0125f) < .01f);
}

static void long_text_is_drawn_as_far_as_a_screen_goes(void **state)
{
	size_t n = 200000;
	char *s = malloc(n);
	assert_non_null(s);
	for (size_t i = 0; i < n; i++)
		s[i] = i % 7 == 6 ? ' ' : 'm';
	for (int tracked = 0; tracked < 2; tracked++) {
		struct typeset set = {FACE_TEXT, 30, (float)tracked, 40, false, HAN_ANY};
		struct mask m = fonts_mask(*state, &set, s, 0, n);
		assert_non_null(m.surface);
		assert_true(cairo_image_surface_get_width(m.surface) > 3900);
		assert_true(cairo_image_surface_get_width(m.surface) < 4200);
	}
	free(s);
}

static void a_missing_font_is_noted_once_and_replaced(void **state)
{
	struct fonts *f = open_written("[face text]\nfont = No Such Family, Regular\n"
				       "[face bold]\nfont = No Such Family, Regular\n");
	int left, right;
	(void)state;
	assert_non_null(f);
	const char *note = strstr(fonts_notes(f), "No Such Family");
	assert_non_null(note);
	assert_null(strstr(note + 1, "No Such Family"));
	assert_true(ink(mask(f, FACE_TEXT, 30, 0, "Still here"), &left, &right));
	assert_true(ink(mask(f, FACE_DISPLAY, 30, 0, "Still here"), &left, &right));
	fonts_close(f);
}

static void without_the_list_there_is_still_text(void **state)
{
	struct fonts *f = fonts_open("/no/such/folder/fonts.ini");
	int left, right;
	(void)state;
	assert_non_null(f);
	assert_non_null(strstr(fonts_notes(f), "fonts.ini"));
	for (int face = 0; face < FACES; face++)
		assert_true(ink(mask(f, face, 30, 0, "Still here"), &left, &right));
	fonts_close(f);
}

static void a_list_of_nonsense_is_complained_about(void **state)
{
	struct fonts *f = open_written("[colour text]\nfont = Inter, Regular\nnonsense\n");
	(void)state;
	assert_non_null(f);
	assert_non_null(strstr(fonts_notes(f), "colour text"));
	fonts_close(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_listed_font_is_found),
		cmocka_unit_test(width_agrees_with_the_mask),
		cmocka_unit_test(tracking_widens_each_character),
		cmocka_unit_test(letters_that_join_are_never_moved_apart),
		cmocka_unit_test(a_character_the_face_lacks_comes_from_another_font),
		cmocka_unit_test(a_character_nobody_has_is_named_and_drawn_as_a_box),
		cmocka_unit_test(the_words_of_a_page_are_shaped_once_whatever_their_number),
		cmocka_unit_test(a_mark_that_no_font_has_with_its_letter_is_named),
		cmocka_unit_test(what_no_font_has_is_asked_for_once),
		cmocka_unit_test(what_no_font_has_is_one_sign_and_said_once),
		cmocka_unit_test(what_has_no_width_is_not_drawn_and_takes_no_room),
		cmocka_unit_test(bytes_that_are_not_text_are_shown_as_such),
		cmocka_unit_test(what_the_author_wrote_is_not_made_into_an_arrow),
		cmocka_unit_test(right_to_left_text_stands_in_its_order),
		cmocka_unit_test(a_size_is_any_quarter_of_a_pixel),
		cmocka_unit_test(long_text_is_drawn_as_far_as_a_screen_goes),
		cmocka_unit_test(a_missing_font_is_noted_once_and_replaced),
		cmocka_unit_test(without_the_list_there_is_still_text),
		cmocka_unit_test(a_list_of_nonsense_is_complained_about),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
