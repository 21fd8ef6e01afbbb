/* What `check --fit` looks at: a question shown as it is said, each choice somewhere, and flaws
 * that are found where there are any. */
#include "exhibit.h"
#include "fitdeal.h"
#include "flaw.h"
#include "stage.h"

#include "bits.h"

static const struct question *question(void)
{
	return &library.entries[0].pack->questions[0];
}

static void ask(const char *lines)
{
	char ini[4096];

	snprintf(ini, sizeof ini, "title = T\n[question]\nask = What?\n%s", lines);
	add_pack(ini);
	assert_non_null(library.entries[0].pack);
}

static uint32_t set_of(const struct fit_deal *d)
{
	uint32_t set = 0;

	for (int i = 0; i < d->n; i++)
		set |= UINT32_C(1) << d->shown[i];
	assert_int_equal(bits_count(set), d->n);
	return set;
}

/* Each deal is one that the game could deal, and all choices are in one. */
static void check_deals(int deals_wanted)
{
	struct fit_deal deals[PACK_CHOICES];
	const struct question *q = question();
	int n = fitdeal_all(q, NULL, deals);
	uint32_t all = 0;

	assert_int_equal(n, deals_wanted);
	for (int i = 0; i < n; i++) {
		uint32_t set = set_of(&deals[i]);
		int right = 0;
		for (int k = 0; k < deals[i].n; k++)
			right += q->choices[deals[i].shown[k]].right;
		all |= set;
		assert_in_range(deals[i].n, 2, PACK_SHOWN);
		assert_true(right > 0 && right < deals[i].n);
		if (q->pick == PICK_ONE)
			assert_int_equal(right, 1);
		if (q->pick == PICK_ALL)
			assert_int_equal(right, q->nright);
	}
	assert_int_equal(all, (UINT32_C(1) << q->nchoices) - 1);
}

static void every_choice_of_a_pool_is_shown_and_the_longest_meet(void **state)
{
	struct fit_deal deals[PACK_CHOICES];

	(void)state;
	ask("show = 3\nright = Right\nwrong = 1\nwrong = 22\nwrong = 333\nwrong = 4444\nwrong = "
	    "55555\n");
	check_deals(3);
	fitdeal_all(question(), NULL, deals);
	assert_int_equal(set_of(&deals[0]), 1 | 1 << 4 | 1 << 5);
}

static void every_right_choice_has_its_turn(void **state)
{
	(void)state;
	ask("pick = one\nright = A\nright = BB\nright = CCC\nwrong = D\nwrong = E\n");
	check_deals(3);
}

static void all_right_choices_stand_together_where_all_are_wanted(void **state)
{
	(void)state;
	ask("show = 4\nright = A\nright = BB\nright = CCC\nwrong = D\nwrong = E\n");
	check_deals(2);
}

static void where_one_of_several_is_enough_each_has_its_turn(void **state)
{
	(void)state;
	ask("pick = any\nshow = 2\nright = A\nright = BB\nright = CCC\nwrong = D\nwrong = E\n");
	check_deals(3);
	close_app(NULL);
	ask("pick = any\nshow = 4\nright = A\nright = BB\nright = CCC\nwrong = D\nwrong = E\nwrong "
	    "= F\n"
	    "wrong = G\n");
	check_deals(3);
}

static void what_stays_last_is_last_and_a_kept_order_is_kept(void **state)
{
	struct fit_deal deals[PACK_CHOICES];

	(void)state;
	ask("right = A\nwrong = All of the above\nwrong = CC\n");
	fitdeal_all(question(), NULL, deals);
	assert_int_equal(deals[0].shown[2], 1);
	close_app(NULL);
	ask("shuffle = no\nright = A\nwrong = BBBB\nwrong = CC\n");
	fitdeal_all(question(), NULL, deals);
	for (int i = 0; i < 3; i++)
		assert_int_equal(deals[0].shown[i], i);
}

/* Two of the replies are shown together where two choices are wanted. */
static void every_reply_is_told(void **state)
{
	static const char *const packs[] = {
		"right = A\nbecause = r\nwrong = B\nbecause = x\nwrong = C\nbecause = y\nwrong = "
		"D\n",
		"right = A\nbecause = r\nright = B\nbecause = x\nwrong = C\nbecause = y\nwrong = "
		"D\n",
	};

	(void)state;
	for (int p = 0; p < 2; p++) {
		struct fit_deal deals[PACK_CHOICES];
		uint32_t told = 0, answers[PACK_SHOWN + 1];
		ask(packs[p]);
		assert_int_equal(fitdeal_all(question(), NULL, deals), 1);
		int n = fitdeal_answers(question(), &deals[0], NULL, &told, answers);
		assert_int_equal(told & 7, 7);
		for (int i = 0; i < n; i++)
			assert_int_equal(bits_count(answers[i]), p + 1);
		close_app(NULL);
	}
}

static void a_question_is_shown_as_it_is_said(void **state)
{
	static const uint8_t shown[] = {3, 0, 1};

	(void)state;
	ask("ask.de = Was?\nhint = A hint\nright = Yes\nwrong = No\nbecause = Since not.\nwrong = "
	    "Maybe\n"
	    "wrong = Never\nwhy = So it is.\n");
	open_app(options());
	struct exhibit x = {.pack = library.entries[0].pack,
			    .shown = shown,
			    .nshown = 3,
			    .w = 640,
			    .h = 360,
			    .text_percent = 150};
	exhibit_show(app, &x);
	assert_screen("question");
	assert_int_equal(app_frame(app)->w, 640);
	assert_int_equal(app_settings(app)->text_percent, 150);
	assert_says("What?");
	assert_says("Never");
	assert_says_not("Maybe");
	assert_says_not("A hint");
	x.hint = true;
	x.language = "de";
	exhibit_show(app, &x);
	assert_says("Was?");
	assert_says("A hint");
	x.language = NULL;
	x.chosen = 1 << 2;
	exhibit_show(app, &x);
	assert_screen("reveal");
	assert_says("Since not.");
	assert_says("So it is.");
	x.chosen = 1 << 1;
	exhibit_show(app, &x);
	assert_says("Correct");
	assert_says_not("Since not.");
	x.chosen = 0;
	exhibit_show(app, &x);
	assert_screen("question");
	assert_says("What?");
}

/* A frame of one text in a box, and what is done to it. */
static struct frame frame;

static struct item *one_text(const char *s, size_t n)
{
	frame_clear(&frame, 640, 360, &themes[0]);
	frame_add(&frame, ITEM_BOX, (struct rect){100, 100, 200, 40})->fill = 0xFFFFFFFF;
	struct item *i = frame_add(&frame, ITEM_TEXT, (struct rect){110, 110, 180, 20});
	i->px = 16;
	i->line_height = 20;
	i->s = frame_text(&frame, s, strlen(s));
	frame_line(&frame, i, (struct line){0, (uint32_t)n, 110, 110, 100});
	return i;
}

static void flaws_are_found(void **state)
{
	(void)state;
	one_text("Words ", 5);
	assert_null(flaw_find(&frame).what);
	one_text("Words that go on", 5);
	assert_string_equal(flaw_find(&frame).what, "is not there to its end");
	one_text("Words", 5)->px = 11;
	assert_string_equal(flaw_find(&frame).what, "is too small to be read");
	one_text("Words", 5);
	frame.lines[0].w = 200;
	assert_string_equal(flaw_find(&frame).what, "leaves its box");
	one_text("Words", 5);
	frame.lines[0].x = 600;
	assert_string_equal(flaw_find(&frame).what, "is cut off");
	struct item *i = one_text("Words", 5);
	struct line over = frame.lines[0];
	i = frame_add(&frame, ITEM_TEXT, i->box);
	*i = frame.items[1];
	i->line = (uint32_t)frame.nlines;
	i->nlines = 0;
	over.x += 20;
	frame_line(&frame, i, over);
	assert_string_equal(flaw_find(&frame).what, "lies over another");
	one_text("Words", 5);
	frame.full = true;
	assert_non_null(flaw_find(&frame).what);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_choice_of_a_pool_is_shown_and_the_longest_meet,
					  close_app),
		cmocka_unit_test_teardown(every_right_choice_has_its_turn, close_app),
		cmocka_unit_test_teardown(all_right_choices_stand_together_where_all_are_wanted,
					  close_app),
		cmocka_unit_test_teardown(where_one_of_several_is_enough_each_has_its_turn,
					  close_app),
		cmocka_unit_test_teardown(what_stays_last_is_last_and_a_kept_order_is_kept,
					  close_app),
		cmocka_unit_test_teardown(every_reply_is_told, close_app),
		cmocka_unit_test_teardown(a_question_is_shown_as_it_is_said, close_app),
		cmocka_unit_test(flaws_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
