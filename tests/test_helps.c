/* Lifelines: what they do, where they stand, and what is left out. */
#include "checks.h"

static const char three[] =
	"title = Three\norder = file\ndraw = 2\n"
	"[question a]\nask = A?\nright = A1\nwrong = A2\nwrong = A3\nwrong = A4\n"
	"hint = It has a one.\n"
	"[question b]\nask = B?\nright = B1\nwrong = B2\n"
	"[question c]\nask = C?\nright = C1\nwrong = C2\nwrong = C3\n";

static void play(const char *ini, const char *mode, int w, int h)
{
	struct app_options o = options();

	add_pack(ini);
	o.straight = true;
	o.mode = game_mode(mode);
	o.w = w;
	o.h = h;
	open_app(o);
	assert_screen("question");
}

static const struct spot *spot_called(const char *label)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (strcmp(f->spots[i].label, label) == 0)
			return &f->spots[i];
	return NULL;
}

static bool pressable(const char *label)
{
	const struct spot *s = spot_called(label);

	return s && !(s->flags & SPOT_DISABLED);
}

static int removed(void)
{
	return __builtin_popcount(game_asked(app_game(app))->removed);
}

static void fifty_fifty_removes_wrong_choices_for_good(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	press("50 : 50");
	assert_int_equal(removed(), 2);
	assert_says("Removed");
	assert_false(pressable("50 : 50"));
	for (int i = 0; i < 4; i++) {
		if (!(game_asked(app_game(app))->removed >> i & 1))
			continue;
		key('1' + i);
		key('1' + i);
		key(KEY_ENTER);
		assert_says_not("Locked in");
	}
	for (int i = 0; i < 6; i++) {
		key(KEY_RIGHT);
		key(KEY_TAB);
		if (app->ui.focus.verb == VERB_CHOOSE)
			assert_false(game_asked(app_game(app))->removed >> app->ui.focus.arg & 1);
	}
	answer(true);
	assert_says_not("Removed");
}

static void what_is_selected_and_removed_is_unselected(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	for (int i = 0; i < 4; i++)
		if (strcmp(game_choice(app_game(app), i)->text.s, "A1") != 0)
			app->chosen |= 1u << i;
	key('7');
	assert_int_equal(app->chosen & game_asked(app_game(app))->removed, 0);
}

static void a_swap_brings_another_question_with_its_own_clock(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	assert_says("A?");
	wait_ms(5000);
	key('8');
	assert_screen("question");
	assert_says_not("A?");
	assert_says("C?");
	assert_int_equal(game_left_ms(app_game(app), now_ms), game_asked(app_game(app))->limit_ms);
	assert_false(pressable("Swap question"));
}

static void an_arrow_does_not_end_in_the_last_row(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	for (int i = 0; i < 20 && app->ui.focus.verb != VERB_HELP; i++)
		key(KEY_DOWN);
	assert_int_equal(app->ui.focus.verb, VERB_HELP);
	key(KEY_DOWN);
	assert_int_not_equal(app->ui.focus.verb, VERB_HELP);
}

static void more_time_is_twenty_seconds_once(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	int64_t left = game_left_ms(app_game(app), now_ms);
	key('9');
	assert_int_equal(game_left_ms(app_game(app), now_ms), left + MORE_MS);
	key('9');
	assert_int_equal(game_left_ms(app_game(app), now_ms), left + MORE_MS);
}

static void their_keys_are_told_where_a_key_was_the_last_thing_pressed(void **state)
{
	(void)state;
	play("title = T\n[question]\nask = Which?\nright = A\nwrong = B\nwrong = C\nwrong = D\n",
	     "climb", 1280, 720);
	key(KEY_DOWN);
	assert_says("Help");
	assert_says("9");
	step((struct event){.kind = EVENT_PAD, .index = PAD_DOWN});
	assert_says("LT");
	key('9');
	assert_says_not("LT");
	click_at(3, 3, true);
	assert_says_not("Help");
}

static void a_hint_is_shown_and_stays(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	assert_says_not("It has a one.");
	key('h');
	assert_says("Hint: It has a one.");
	key(KEY_ESCAPE);
	key(KEY_ESCAPE);
	assert_says("Hint: It has a one.");
}

static void what_would_do_nothing_is_left_out(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	assert_non_null(spot_called("Hint"));
	answer(true);
	key(KEY_ENTER);
	assert_says("B?");
	assert_null(spot_called("50 : 50")); /* of two choices */
	assert_null(spot_called("Hint"));    /* there is none */
	assert_non_null(spot_called("+20 seconds"));
	close_app(NULL);
	play(three, "study", 1280, 720); /* no clock, and lifelines are not for learning */
	assert_null(spot_called("+20 seconds"));
	assert_null(spot_called("50 : 50"));
	assert_non_null(spot_called("Hint"));
}

static void lifelines_rest_while_an_answer_is_held(void **state)
{
	(void)state;
	play(three, "climb", 1280, 720);
	press(choice(true));
	assert_says("Locked in");
	assert_non_null(spot_called("50 : 50"));
	assert_false(pressable("50 : 50"));
	key('7');
	key('8');
	assert_says("A?");
	assert_int_equal(removed(), 0);
}

static void in_the_smallest_windows_they_are_in_the_pause_menu(void **state)
{
	(void)state;
	play(three, "climb", 320, 240);
	assert_says_not("50 : 50");
	press("Pause");
	press("50 : 50");
	assert_screen("question");
	assert_int_equal(removed(), 2);
	press("Pause");
	assert_null(spot_called("50 : 50"));
	key('h');
	assert_screen("question");
	assert_says("Hint: It has a one.");
	key('9'); /* the key alone does it too */
	assert_true(game_asked(app_game(app))->more_ms > 0);
}

static void a_used_lifeline_is_struck_in_high_contrast(void **state)
{
	struct app_options o = options();
	int boxes[2];

	(void)state;
	for (int used = 0; used < 2; used++) {
		add_pack(three);
		o.straight = true;
		strcpy(o.set.theme, "hc");
		open_app(o);
		if (used)
			key('9');
		boxes[used] = 0;
		for (int i = 0; i < app_frame(app)->nitems; i++) {
			const struct item *it = &app_frame(app)->items[i];
			boxes[used] += it->kind == ITEM_BOX && it->box.h <= 3 && it->box.w > 20;
		}
		close_app(NULL);
	}
	assert_int_equal(boxes[1], boxes[0] + 1);
}

static colour ink_of(const char *text)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT && strcmp(f->items[i].s, text) == 0)
			return f->items[i].fill;
	fail_msg("%s is not on the screen", text);
	return 0;
}

static void play_moving(enum motion motion)
{
	struct app_options o = options();

	add_pack(three);
	o.straight = true;
	o.set.motion = motion;
	open_app(o);
	wait_ms(1000);
}

static const char *removed_one(void)
{
	const struct game *g = app_game(app);

	return game_choice(g, __builtin_ctz(game_asked(g)->removed))->text.s;
}

static void removed_choices_fade(void **state)
{
	static const struct {
		enum motion motion;
		int ms;
	} takes[] = {{MOTION_FULL, 200}, {MOTION_REDUCED, 120}, {MOTION_NONE, 0}};

	(void)state;
	for (size_t i = 0; i < sizeof takes / sizeof takes[0]; i++) {
		play_moving(takes[i].motion);
		key('7');
		if (takes[i].ms > 0) {
			wait_ms(takes[i].ms / 2);
			assert_int_not_equal(ink_of(removed_one()), app->ui.t->text3);
			assert_true(app_frame(app)->wake <= now_ms + 16);
			wait_ms(takes[i].ms / 2);
		}
		assert_int_equal(ink_of(removed_one()), app->ui.t->text3);
		close_app(NULL);
	}
}

static void a_swap_fades_over(void **state)
{
	(void)state;
	play_moving(MOTION_FULL);
	key('8');
	assert_true(ink_of("C?") >> 24 < 255);
	assert_true(ink_of("C?") >> 24 > 60); /* it begins faint, not black */
	wait_ms(220);
	assert_int_equal(ink_of("C?") >> 24, 255);
	close_app(NULL);
	play_moving(MOTION_NONE);
	key('8');
	assert_int_equal(ink_of("C?") >> 24, 255);
}

static float tube(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_BOX && f->items[i].fill == f->theme->time &&
		    f->items[i].box.h < 12)
			return f->items[i].box.w;
	return 0;
}

static void more_time_refills_the_tube(void **state)
{
	(void)state;
	play_moving(MOTION_FULL);
	wait_ms(6000);
	float before = tube();
	key('9');
	wait_ms(50);
	float on_the_way = tube();
	wait_ms(250);
	float after = tube();
	assert_true(before < on_the_way && on_the_way < after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(fifty_fifty_removes_wrong_choices_for_good, close_app),
		cmocka_unit_test_teardown(what_is_selected_and_removed_is_unselected, close_app),
		cmocka_unit_test_teardown(a_swap_brings_another_question_with_its_own_clock,
					  close_app),
		cmocka_unit_test_teardown(an_arrow_does_not_end_in_the_last_row, close_app),
		cmocka_unit_test_teardown(more_time_is_twenty_seconds_once, close_app),
		cmocka_unit_test_teardown(
			their_keys_are_told_where_a_key_was_the_last_thing_pressed, close_app),
		cmocka_unit_test_teardown(a_hint_is_shown_and_stays, close_app),
		cmocka_unit_test_teardown(what_would_do_nothing_is_left_out, close_app),
		cmocka_unit_test_teardown(lifelines_rest_while_an_answer_is_held, close_app),
		cmocka_unit_test_teardown(in_the_smallest_windows_they_are_in_the_pause_menu,
					  close_app),
		cmocka_unit_test(a_used_lifeline_is_struck_in_high_contrast),
		cmocka_unit_test(removed_choices_fade),
		cmocka_unit_test_teardown(a_swap_fades_over, close_app),
		cmocka_unit_test_teardown(more_time_refills_the_tube, close_app),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
