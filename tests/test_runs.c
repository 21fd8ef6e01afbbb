/* Lines in the order they are read in: UAX 9 with the direction of the whole text, and the fonts of
 * a language's Chinese characters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "runs.h"

static struct font_set set;
static struct runs *runs;

static int open_fonts(void **state)
{
	(void)state;
	runs = runs_create();
	return !fontfind_load(&set, SOURCE "/fonts/fonts.ini") || !runs;
}

static int close_fonts(void **state)
{
	(void)state;
	runs_destroy(runs);
	fontfind_finish(&set);
	return 0;
}

/* The characters from left to right; brackets are not turned yet, that is the font's to do. */
static const char *seen(struct reading how, const char *s)
{
	static char out[512];
	char *p = out;

	runs_split(runs, &set, FACE_TEXT, how, s, strlen(s));
	for (int i = 0; i < runs->nruns; i++) {
		const struct run *r = &runs->run[runs->order[i]];
		for (int k = 0; k < r->nclusters; k++) {
			const int *at =
				runs->cluster + r->cluster + (r->rtl ? r->nclusters - 1 - k : k);
			memcpy(p, runs->text + at[0], (size_t)(at[1] - at[0]));
			p += at[1] - at[0];
		}
	}
	*p = '\0';
	return out;
}

static const struct reading rtl = {.rtl = true}, ltr = {.rtl = false};

static void the_direction_of_the_whole_text_orders_a_line(void **state)
{
	(void)state;
	assert_string_equal(seen(rtl, "אב Rope?"), "?Rope בא");
	assert_string_equal(seen(ltr, "אב Rope?"), "בא Rope?");
	assert_string_equal(seen(ltr, "Rope, אב 1948!"), "Rope, 1948 בא!");
	/* a line of it that has no letter from right to left */
	assert_string_equal(seen(rtl, "Rope (1948)?"), "?Rope (1948)");
	assert_string_equal(seen(ltr, "Rope (1948)?"), "Rope (1948)?");
}

static void brackets_go_with_what_is_around_them(void **state)
{
	(void)state;
	assert_string_equal(seen(rtl, "אב (Rope) גד"), "דג )Rope( בא");
	assert_string_equal(seen(ltr, "Rope (אב) Noose"), "Rope (בא) Noose");
}

static void numbers_at_the_start_of_a_line_know_what_is_before_them(void **state)
{
	struct reading arabic = {.rtl = true, .before = 0x627},
		       hebrew = {.rtl = true, .before = 0x5D0};

	(void)state;
	assert_string_equal(seen(arabic, "2013-2015"), "2015-2013");
	assert_string_equal(seen(hebrew, "2013-2015"), "2013-2015");
	arabic.rtl = false;
	assert_string_equal(seen(arabic, "2013-2015"), "2015-2013");
}

static void a_language_has_its_hand_of_chinese_characters(void **state)
{
	static const struct {
		enum han han;
		const char *s;
		int index; /* of the face in Noto's collection */
	} hands[] = {
		{HAN_JAPANESE, "東", 0},    {HAN_KOREAN, "東", 1},    {HAN_SIMPLIFIED, "東", 2},
		{HAN_TRADITIONAL, "東", 3}, {HAN_HONG_KONG, "東", 4}, {HAN_SIMPLIFIED, "，", 2},
		{HAN_ANY, "東", 2},         {HAN_ANY, "東の", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof hands / sizeof hands[0]; i++) {
		struct reading how = {.han = hands[i].han};
		runs_split(runs, &set, FACE_TEXT, how, hands[i].s, strlen(hands[i].s));
		const struct font_file *f = &set.file[runs->run[0].file];
		assert_non_null(strstr(f->path, "CJK"));
		assert_int_equal(f->index, hands[i].index);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_direction_of_the_whole_text_orders_a_line),
		cmocka_unit_test(brackets_go_with_what_is_around_them),
		cmocka_unit_test(numbers_at_the_start_of_a_line_know_what_is_before_them),
		cmocka_unit_test(a_language_has_its_hand_of_chinese_characters),
	};

	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
