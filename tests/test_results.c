/* The page of results: what keys lead to, and how much of the answers it shows. */
#include "screens.h"
#include "spots.h"
#include "stage.h"

static void answer_by_key(bool right)
{
	const struct asked *a = game_asked(app_game(app));
	int i = 0;

	while ((a->right >> i & 1) != right)
		i++;
	key('1' + i);
	key(KEY_ENTER);
	wait_ms(900);
	assert_screen("reveal");
	key(KEY_ENTER);
}

/* Plays a game of n questions to its end; the second answer is wrong. */
static void play(int n, const char *language, int w, int h)
{
	struct app_options o = options();
	char ini[4096];
	int at = snprintf(ini, sizeof ini, "title = Long\nquestions = %d\n", n);

	for (int i = 0; i < n; i++)
		at += snprintf(ini + at, sizeof ini - (size_t)at,
			       "[question]\nask = %s %d?\nright = Yes %d\nwrong = No %d\n",
			       strcmp(language, "ar") == 0 ? "سؤال" : "Question", i, i, i);
	add_pack(ini);
	strcpy(o.set.language, language);
	o.straight = true;
	o.w = w;
	o.h = h;
	open_app(o);
	for (int i = 0; i < n; i++) {
		answer_by_key(i != 1);
	}
	assert_screen("results");
}

static void play_long(const char *text, int n, int w, int h, int percent)
{
	struct app_options o = options();
	char ini[8192];
	int at = snprintf(ini, sizeof ini, "title = Long\nquestions = %d\n", n);

	for (int i = 0; i < n; i++)
		at += snprintf(ini + at, sizeof ini - (size_t)at,
			       "[question]\nask = %s %d?\nright = %s %dR\nwrong = %s %dW\n", text,
			       i, text, i, text, i);
	add_pack(ini);
	o.straight = true;
	o.w = w;
	o.h = h;
	o.set.text_percent = percent;
	open_app(o);
	for (int i = 0; i < n; i++) {
		answer_by_key(i != 1);
	}
	assert_screen("results");
}

static bool on_row(int at)
{
	return ui_is(app->ui.focus, (struct action){VERB_REVIEW, at});
}

/* The n-th text that is drawn and begins so; NULL: there are not so many. */
static const struct item *text_item(const char *begins, int n)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT &&
		    strncmp(f->items[i].s, begins, strlen(begins)) == 0 && n-- == 0)
			return &f->items[i];
	return NULL;
}

#define LONG "Which of all the mountains is the furthest from the very centre of the Earth"

static void no_row_is_cut(void **state)
{
	(void)state;
	play_long(LONG, 3, 1280, 720, 100);
	assert_says_not("…");
	assert_true(app_furthest(app_frame(app)) == 0);
	const struct item *said = text_item("You said", 0), *was = text_item("It was", 0);
	assert_true(was->box.y >
		    said->box.y + 1.5f * said->box.h); /* what was said has two lines */
	close_app(NULL);
	play_long(LONG, 12, 1280, 720, 100);
	assert_says_not("…");
	assert_true(app_furthest(app_frame(app)) > 0);
}

static void arrows_lead_to_every_row_of_a_small_window(void **state)
{
	(void)state;
	play_long(LONG, 12, 320, 240, 100);
	for (int i = 0; i < 12; i++) {
		key(KEY_DOWN);
		assert_true(on_row(i));
		assert_says_not("…");
	}
}

static void a_right_answer_in_a_small_window_is_not_taken_for_the_players_own(void **state)
{
	(void)state;
	play_long("Some words that are long", 3, 320, 240, 100);
	step((struct event){.kind = EVENT_WHEEL, .y = -100});
	const struct item *was = text_item("It was", 0);
	assert_non_null(was);
	assert_null(text_item("It was", 1));
}

static void there_is_a_gap_between_you_said_and_the_answer(void **state)
{
	(void)state;
	for (int rtl = 0; rtl < 2; rtl++) {
		play(3, rtl ? "ar" : "en", 1280, 720);
		const struct item *said = text_item("You said", 0), *no = text_item("No", 0);
		float gap = rtl ? said->box.x - (no->box.x + no->box.w)
				: no->box.x - (said->box.x + said->box.w);
		assert_true(gap >= 4 && gap < 12);
		assert_string_equal(said->s, "You said");
		close_app(NULL);
	}
}

static void no_figure_is_cut_through_by_the_buttons(void **state)
{
	(void)state;
	for (int percent = 100; percent <= 200; percent += 5) {
		play_long("A", 3, 320, 240, percent);
		const struct frame *f = app_frame(app);
		float fold = f->scroll.y + f->scroll.h;
		static const char *const labels[] = {"points", "best streak", "total time"};
		for (int i = 0; i < 3; i++) {
			const struct item *label = text_item(labels[i], 0);
			assert_true(label);
			bool above = label->box.y + label->box.h * .9f <= fold;
			assert_true(above || label->box.y - 1.7f * label->px > fold - 2);
		}
		close_app(NULL);
	}
}

static bool on_button(enum verb verb)
{
	return ui_is(app->ui.focus, (struct action){verb, 0});
}

static void arrows_lead_from_the_button_to_the_first_row_and_back(void **state)
{
	static const int sizes[][2] = {{1280, 720}, {1080, 1920}, {640, 360}, {320, 240}};

	(void)state;
	for (int i = 0; i < 16; i++) {
		bool rtl = i & 1;
		int there = rtl ? KEY_LEFT : KEY_RIGHT, back = rtl ? KEY_RIGHT : KEY_LEFT;
		play(i & 2 ? 12 : 3, rtl ? "ar" : "en", sizes[i / 4][0], sizes[i / 4][1]);
		assert_true(on_button(VERB_AGAIN));
		key(KEY_DOWN);
		assert_true(on_row(0));
		key(KEY_DOWN);
		assert_true(on_row(1));
		key(KEY_UP);
		key(KEY_UP);
		assert_true(on_button(VERB_AGAIN));
		assert_true(app->ui.scroll_at == 0);
		key(there);
		assert_true(on_button(VERB_HOME));
		key(there);
		assert_true(on_row(0));
		key(KEY_DOWN);
		key(back);
		assert_true(on_button(VERB_AGAIN));
		key(KEY_DOWN);
		key(KEY_ENTER);
		assert_screen("reveal");
		close_app(NULL);
	}
}

static void the_hint_says_what_enter_does(void **state)
{
	(void)state;
	play(3, "en", 1280, 720);
	assert_says("Again");
	assert_says_not("Why?");
	key(KEY_DOWN);
	assert_says("Why?");
	assert_says_not("Again");
	key(KEY_ENTER);
	assert_screen("reveal");
	key(KEY_ESCAPE);
	assert_true(on_row(0)); /* the one that was opened */
	key(KEY_UP);
	wait_ms(1000);
	key(KEY_ENTER);
	assert_screen("question");
}

/* What scrolls out of sight above fades away there. */
static bool fades_above(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_GRADIENT && f->items[i].box.y == f->scroll.y &&
		    f->items[i].stop[0].c >> 24 == 0xFF && f->items[i].stop[1].c >> 24 == 0)
			return true;
	return false;
}

static void nothing_is_cut_hard_at_the_top(void **state)
{
	(void)state;
	play_long(LONG, 6, 1080, 1920, 200);
	assert_false(fades_above());
	step((struct event){.kind = EVENT_WHEEL, .y = -3});
	assert_true(app->ui.scroll_at > 0);
	assert_true(fades_above());
}

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		app_test(arrows_lead_from_the_button_to_the_first_row_and_back),
		app_test(no_row_is_cut),
		app_test(arrows_lead_to_every_row_of_a_small_window),
		app_test(a_right_answer_in_a_small_window_is_not_taken_for_the_players_own),
		app_test(there_is_a_gap_between_you_said_and_the_answer),
		app_test(no_figure_is_cut_through_by_the_buttons),
		app_test(nothing_is_cut_hard_at_the_top),
		app_test(the_hint_says_what_enter_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
