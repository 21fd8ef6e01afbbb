/* The page of results: what keys lead to, and how much of the answers it shows. */
#include "screens.h"
#include "stage.h"

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
		answer(i != 1);
		key(KEY_ENTER);
	}
	assert_screen("results");
}

static bool on_row(int at)
{
	return ui_is(app->ui.focus, (struct action){VERB_REVIEW, at});
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

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		app_test(arrows_lead_from_the_button_to_the_first_row_and_back),
		app_test(the_hint_says_what_enter_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
