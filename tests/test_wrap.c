/* Where lines break, by script. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "textwrap.h"
#include "utf8.h"

static float one_each(void *ctx, enum face face, float px, float tracking, const char *s, size_t n)
{
	(void)ctx;
	(void)face;
	(void)px;
	(void)tracking;
	return (float)utf8_length(s, n);
}

/* Calls `check` with where each line but the first begins, at all widths from `width` on. */
static void break_everywhere(const char *s, size_t width,
			     void (*check)(const char *text, size_t at))
{
	struct wrapper *w = wrapper_create((struct measure){.width = one_each});
	size_t length = utf8_length(s, strlen(s));

	assert_non_null(w);
	for (; width <= length; width++) {
		struct wrapped lines = wrap_text(w, FACE_TEXT, 10, 0, s, (float)width, WRAP_PLAIN);
		for (int i = 1; i < lines.n; i++)
			check(s, lines.lines[i].start);
		assert_true(width < length ? lines.n > 1 : lines.n == 1);
	}
	wrapper_destroy(w);
}

static void thai_breaks_between_words(void **state)
{
	static const char text[] = "แสงเดินทางเร็วกว่าเสียง";
	struct wrapper *w = wrapper_create((struct measure){.width = one_each});
	struct wrapped lines = wrap_text(w, FACE_TEXT, 10, 0, text, 11, WRAP_PLAIN);

	(void)state;
	assert_int_equal(lines.n, 3);
	assert_int_equal(lines.lines[1].start, strlen("แสงเดินทาง"));
	assert_int_equal(lines.lines[2].start, strlen("แสงเดินทางเร็วกว่า"));
	wrapper_destroy(w);
}

static bool is_one_of(const char *s, const char *const *all)
{
	for (; *all; all++)
		if (strncmp(s, *all, strlen(*all)) == 0)
			return true;
	return false;
}

static void check_kinsoku(const char *text, size_t at)
{
	static const char *const never_first[] = {"、", "。", "」", "）", "ー", "っ", "ょ", NULL};
	static const char *const never_last[] = {"「", "（", NULL};

	assert_false(is_one_of(text + at, never_first));
	assert_false(is_one_of(text + at - strlen("「"), never_last));
}

static void japanese_lines_begin_and_end_as_they_may(void **state)
{
	(void)state;
	break_everywhere("光った「映画」（ショー）は、スターがちょっと長い。", 5, check_kinsoku);
}

/* No mark stands alone at the start of a line. */
static void check_marks(const char *text, size_t at)
{
	static const char *const marks[] = {"\u0301", "\u0E48", "\u0E49", "\u0E38", "\u093F",
					    "\u094D", "\u0651", "\u200D", NULL};

	assert_false(is_one_of(text + at, marks));
}

static void a_word_that_is_too_long_is_cut_between_whole_characters(void **state)
{
	static const char *const words[] = {
		"e\u0301e\u0301e\u0301e\u0301e\u0301", "ปุ่ปุ้ปุ่ปุ้ปุ่", "क्षिक्षिक्षिक्षि", "بّبّبّبّبّبّ",
		"👩\u200D👩\u200D👧👩\u200D👩\u200D👧",
	};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		break_everywhere(words[i], 2, check_marks);
}

/* What the first of two balanced lines is. */
static void assert_first_line(const char *text, float width, const char *first)
{
	struct wrapper *w = wrapper_create((struct measure){.width = one_each});
	struct wrapped lines = wrap_text(w, FACE_TEXT, 10, 0, text, width, WRAP_BALANCED);

	assert_int_equal(lines.n, 2);
	assert_int_equal(lines.lines[0].n, strlen(first));
	assert_true(lines.width <= width);
	wrapper_destroy(w);
}

static void a_word_breaks_at_its_hyphen_only_when_a_line_is_too_short_for_it(void **state)
{
	(void)state;
	assert_first_line("See the long one-shot sequence", 20, "See the long");
	assert_first_line("See the long one\u2010shot sequence", 20, "See the long");
	assert_first_line("A well-to-do, never-ending way", 20, "A well-to-do,");
	assert_first_line("mother-in-law", 10, "mother-"); /* alone, and too long */
	assert_first_line("Treppen\u00ADhaus", 9, "Treppen\u00AD");
	assert_first_line("a - b - c", 6, "a - b");
}

static void balanced_lines_do_not_begin_with_a_short_one(void **state)
{
	static const char text[] = "About three quarters of the way";

	(void)state;
	assert_first_line(text, 25, "About three quarters");
	assert_first_line(text, 19, "About three"); /* no room for more */
	assert_first_line("Which film inspired the long one-shot stairwell fight?", 40,
			  "Which film inspired the long");
	assert_first_line("I met\nConstantinople", 40, "I met"); /* the author's own line */
	assert_first_line("A stairwell of Constantinople", 25, "A stairwell of");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(thai_breaks_between_words),
		cmocka_unit_test(japanese_lines_begin_and_end_as_they_may),
		cmocka_unit_test(a_word_breaks_at_its_hyphen_only_when_a_line_is_too_short_for_it),
		cmocka_unit_test(balanced_lines_do_not_begin_with_a_short_one),
		cmocka_unit_test(a_word_that_is_too_long_is_cut_between_whole_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
