/* Contrast of every text with what lies under it, computed from frames, by the formula of WCAG 2.2.
 */
#include <math.h>

#include "stage.h"

static double channel(unsigned c)
{
	double v = c / 255.0;

	return v <= .04045 ? v / 12.92 : pow((v + .055) / 1.055, 2.4);
}

static double luminance(colour c)
{
	return .2126 * channel(c >> 16 & 255) + .7152 * channel(c >> 8 & 255) +
	       .0722 * channel(c & 255);
}

static double contrast(colour a, colour b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + .05) / (y + .05) : (y + .05) / (x + .05);
}

static colour over(colour ground, colour c)
{
	return 0xFF000000 | colour_mix(ground | 0xFF000000, c | 0xFF000000, (float)(c >> 24) / 255);
}

static bool covers(const struct item *i, float x, float y)
{
	return x >= i->box.x && x < i->box.x + i->box.w && y >= i->box.y && y < i->box.y + i->box.h;
}

static colour gradient(const struct item *i, float x, float y)
{
	float t = i->across ? (x - i->box.x) / i->box.w : (y - i->box.y) / i->box.h;
	int k = 0;

	while (k < i->nstops && i->stop[k].at <= t)
		k++;
	if (k == 0)
		return i->stop[0].c;
	if (k == i->nstops)
		return i->stop[k - 1].c;
	float span = i->stop[k].at - i->stop[k - 1].at;
	return colour_mix(i->stop[k - 1].c, i->stop[k].c,
			  span > 0 ? (t - i->stop[k - 1].at) / span : 1);
}

/* What item `n` is painted on at a point; *art: a picture shows through, its colours are anybody's.
 */
static colour ground(const struct frame *f, int n, float x, float y, bool *art)
{
	colour c = f->theme->bg0;

	*art = false;
	for (int k = 0; k < n; k++) {
		const struct item *i = &f->items[k];
		colour laid = 0;

		if (!covers(i, x, y))
			continue;
		if (i->kind == ITEM_WELL)
			*art = true;
		else if (i->kind == ITEM_GRADIENT)
			laid = gradient(i, x, y);
		else if (i->kind == ITEM_BOX || i->kind == ITEM_DISC)
			laid = i->fill;
		if (laid >> 24 > 0xE0)
			*art = false;
		c = over(c, laid);
	}
	return c;
}

static void check_contrast(const char *theme)
{
	const struct frame *f = app_frame(app);

	for (int k = 0; k < f->nitems; k++) {
		const struct item *i = &f->items[k];
		for (uint32_t l = 0; i->kind == ITEM_TEXT && l < i->nlines; l++) {
			const struct line *line = &f->lines[i->line + l];
			float x = line->x + line->w / 2, y = line->y + i->line_height / 2;
			double least = i->px >= 40                  ? 3
				       : i->fill == f->theme->text3 ? 4.5
				       : i->fill == f->theme->text  ? 7
								    : 4.5;
			bool art;
			colour under = ground(f, k, x, y, &art);

			if (!art && contrast(i->fill, under) < least)
				fail_msg("%s, %s: «%s» #%06X on #%06X has a contrast of %.2f",
					 theme, f->screen, i->s, i->fill & 0xFFFFFF,
					 under & 0xFFFFFF, contrast(i->fill, under));
		}
	}
}

static void visit(const char *theme)
{
	struct app_options o = options();

	add_pack("title = Ordinary\n"
		 "[question]\nask = Which film?\nright = Children of Men\nwrong = Birdman\nwrong = "
		 "Rope\n"
		 "why = The takes of 2006 set the bar.\nsource = A book\n"
		 "[question]\nask = A statement to judge.\nanswer = false\n");
	add_pack("title = Half\n[question]\nask = Q?\nright = R\nwrong = W\n[question]\nask = "
		 "Nothing?\n");
	assert_non_null(theme_lookup(theme));
	strcpy(o.set.theme, theme);
	open_app(o);
	check_contrast(theme);
	key(KEY_ENTER);
	check_contrast(theme);
	key('s');
	check_contrast(theme);
	key(KEY_ESCAPE);
	press("Half");
	check_contrast(theme);
	key(KEY_ESCAPE);
	press("Ordinary");
	for (int i = 0; i < 2; i++) {
		key('1');
		check_contrast(theme);
		key('1');
		check_contrast(theme);
		wait_ms(900);
		assert_screen("reveal");
		check_contrast(theme);
		key(KEY_ESCAPE);
		check_contrast(theme);
		key(KEY_ESCAPE);
		key(KEY_ENTER);
	}
	assert_screen("results");
	check_contrast(theme);
	close_app(NULL);
}

static void every_text_stands_out_in_every_theme(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++)
		visit(t->id);
}

static void right_and_wrong_differ_without_colour(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++)
		assert_true(fabs(luminance(t->ok) - luminance(t->badfill)) > .1);
}

static void a_theme_is_found_by_its_name(void **state)
{
	(void)state;
	assert_string_equal(theme_lookup("hc")->name, "High contrast");
	assert_null(theme_lookup("beige"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_stands_out_in_every_theme),
		cmocka_unit_test(right_and_wrong_differ_without_colour),
		cmocka_unit_test(a_theme_is_found_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
