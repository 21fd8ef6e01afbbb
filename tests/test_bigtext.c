/* What a page does with text that has grown, and with words that are long. */
#include "stage.h"

#include <math.h>

static void open_at(int w, int h, int percent)
{
	struct app_options o = options();

	o.w = w;
	o.h = h;
	o.set.text_percent = percent;
	open_app(o);
}

static void add_asking(const char *question, const char *right)
{
	char ini[1024];

	snprintf(ini, sizeof ini,
		 "title = T\n[question]\nask = %s\nright = %s\nwrong = Ice\nwrong = Silk\n"
		 "wrong = Grain\nwhy = It was dear, and the mines were far away in the hills.\n",
		 question, right);
	add_pack(ini);
}

static void start(void)
{
	press("Climb");
	press("T");
	wait_ms(2000);
	assert_screen("question");
}

/* The item that says this, from its beginning on. */
static const struct item *said(const char *s)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT && strncmp(f->items[i].s, s, strlen(s)) == 0)
			return &f->items[i];
	fail_msg("the screen %s does not say %s", f->screen, s);
	return NULL;
}

static bool in_a_line(const struct item *i, const char *word)
{
	const struct frame *f = app_frame(app);

	for (uint32_t k = 0; k < i->nlines; k++) {
		struct line l = f->lines[i->line + k];
		char text[512];
		snprintf(text, sizeof text, "%.*s", (int)l.n, i->s + l.start);
		if (strstr(text, word))
			return true;
	}
	return false;
}

#define LONG "Donaudampfschifffahrtsgesellschaft"

static void a_long_word_makes_the_question_smaller_and_nothing_else(void **state)
{
	float plain;

	(void)state;
	add_asking("What came by ship?", "Salt");
	open_at(1080, 1920, 200);
	start();
	plain = said("Salt")->px;
	close_app(NULL);
	add_asking("What did the " LONG " bring?", "Salt");
	open_at(1080, 1920, 200);
	start();
	assert_true(in_a_line(said("What did"), LONG));
	assert_true(said("Salt")->px >= plain);
}

static void the_reveal_breaks_no_word_of_the_question(void **state)
{
	static const int percents[] = {100, 150, 200};

	(void)state;
	for (int i = 0; i < 3; i++) {
		add_asking("What did the " LONG " bring?", "Salt");
		open_at(1080, 1920, percents[i]);
		start();
		answer(true);
		wait_ms(2000);
		assert_true(in_a_line(said("What did"), LONG));
		close_app(NULL);
	}
}

static void a_word_that_fits_no_line_is_broken(void **state)
{
	(void)state;
	add_asking("What did the " LONG LONG LONG LONG " bring?", "Salt");
	open_at(640, 360, 200);
	start();
	assert_false(in_a_line(said("What did"), LONG LONG LONG LONG));
	assert_true(said("What did")->px >= 12);
}

static void what_was_right_is_in_sight_beside_the_reason(void **state)
{
	static const int sizes[][2] = {{1080, 1920}, {1920, 1080}, {1280, 720}};
	static const char duke[] = "Duke Henry, in the winter of 1241, after the great fire";

	(void)state;
	for (int i = 0; i < 6; i++) {
		int w = sizes[i / 2][0], h = sizes[i / 2][1];
		add_asking("Who gave the town its charter?", duke);
		open_at(w, h, 200);
		start();
		answer(i % 2);
		wait_ms(2000);
		const struct item *right = said(duke), *why = said("It was dear");
		float floor = (float)h * .013f;
		assert_true(right->box.y > 0 && right->box.y + right->box.h < why->box.y);
		assert_true(why->box.y + why->box.h < (float)h * .9f);
		assert_true(right->px > 1.2f * floor && why->px > 1.2f * floor);
		assert_true(app_frame(app)->scroll_height <= app_frame(app)->scroll.h);
		close_app(NULL);
	}
}

static void a_reveal_that_scrolls_says_what_was_right(void **state)
{
	(void)state;
	add_asking("Who gave the town its charter, and what did it say of the market, the mill, "
		   "the bridge and the four gates, of which three are gone?",
		   "Duke Henry, in the winter of 1241, after the great fire");
	open_at(320, 240, 200);
	start();
	answer(true);
	wait_ms(2000);
	assert_true(said("Duke Henry")->box.y < 200);
}

static void a_streak_and_the_points_do_not_read_as_one_number(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		add_pack("title = T\n[question]\nask = A?\nright = Salt\nwrong = Ice\n"
			 "[question]\nask = B?\nright = Silk\nwrong = Grain\n");
		open_at(i ? 1280 : 640, i ? 720 : 360, i < 2 ? 100 + 100 * i : 150);
		start();
		for (int k = 0; k < 2; k++) {
			answer(true);
			wait_ms(2000);
			if (k == 0)
				key(KEY_ENTER);
		}
		const struct frame *f = app_frame(app);
		const struct item *points = NULL, *streak = NULL, *line = NULL;
		for (int k = 0; k < f->nitems && !streak; k++)
			if (f->items[k].kind == ITEM_TEXT && !points)
				points = &f->items[k];
			else if (f->items[k].kind == ITEM_TEXT)
				streak = &f->items[k];
			else if (f->items[k].kind == ITEM_BOX && points)
				line = &f->items[k];
		assert_string_equal(streak->s, "2");
		assert_non_null(line);
		assert_true(line->box.x > streak->box.x + streak->box.w + 2);
		assert_true(points->box.x > line->box.x + line->box.w + 2);
		close_app(NULL);
	}
}

static void a_title_of_usual_length_is_whole_where_packs_are_chosen(void **state)
{
	static const int sizes[][2] = {{1080, 1920}, {1920, 1080}, {1280, 720}, {640, 360}};
	static const char title[] = "Castles, kings and the long wars of the upper valley in 1241";

	(void)state;
	for (int i = 0; i < 8; i++) {
		char ini[256];
		snprintf(ini, sizeof ini, "title = %s\n[question]\nask = A?\nanswer = true\n",
			 title);
		add_pack(ini);
		add_asking("What came by ship?", "Salt");
		open_at(sizes[i / 2][0], sizes[i / 2][1], i % 2 ? 200 : 100);
		press("Climb");
		wait_ms(2000);
		const struct item *name = said(title), *below = said("1 question");
		uint32_t shown = 0;
		for (uint32_t k = 0; k < name->nlines; k++)
			shown += app_frame(app)->lines[name->line + k].n;
		assert_true(shown + name->nlines > strlen(title));
		assert_true(name->px >= below->px);
		assert_true(name->box.y + name->box.h <= below->box.y + below->px * .2f);
		close_app(NULL);
	}
}

#define TEST(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_long_word_makes_the_question_smaller_and_nothing_else),
		TEST(the_reveal_breaks_no_word_of_the_question),
		TEST(a_word_that_fits_no_line_is_broken),
		TEST(what_was_right_is_in_sight_beside_the_reason),
		TEST(a_reveal_that_scrolls_says_what_was_right),
		TEST(a_streak_and_the_points_do_not_read_as_one_number),
		TEST(a_title_of_usual_length_is_whole_where_packs_are_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
