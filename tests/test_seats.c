/* Whose press is it? On a stage without SDL. */
#include "screens.h"
#include "seats.h"
#include "stage.h"

static const char pack[] = "[pack]\nquizpack = 1\ntitle = Pack\nlicence = CC0-1.0\n"
			   "[question one]\nask = One?\nright = a\nwrong = b\nwrong = c\n"
			   "[question two]\nask = Two?\nright = a\nwrong = b\nwrong = c\n";

static int open_stage(void **state)
{
	struct app_options o;

	(void)state;
	add_pack(pack);
	o = options();
	o.nplayers = 4;
	o.party = PARTY_BUZZERS;
	open_app(o);
	return 0;
}

static struct event a_key(int k, int mods)
{
	return (struct event){.kind = EVENT_KEY, .key = k, .mods = mods};
}

static struct event a_pad(int device, int index)
{
	return (struct event){.kind = EVENT_PAD, .device = device, .index = index};
}

static struct event a_button(int device, int index)
{
	return (struct event){.kind = EVENT_BUTTON, .device = device, .index = index};
}

static void plug(int device, enum plugged kind)
{
	step((struct event){
		.kind = EVENT_DEVICE, .device = device, .index = (int)kind, .text = "A thing"});
}

static const char *named(int seat)
{
	static char name[NAME_BOUND];

	return seat_binding_name(app, seat, name);
}

static void six_keys_of_a_zone_are_one_seat(void **state)
{
	struct event d = a_key('d', 0), q = a_key('q', 0), t = a_key('t', 0);

	(void)state;
	assert_true(seat_bind(app, 2, &d));
	assert_int_equal(seat_of(app, &q), 2);
	assert_int_equal(seat_of(app, &t), -1);
	assert_string_equal(named(2), "Q W E A S D");
	assert_int_equal(seat_unbound(app), 0);
}

static void the_keypad_is_not_the_row_of_digits(void **state)
{
	struct event pad = a_key('7', MOD_KEYPAD), row = a_key('7', 0);

	(void)state;
	assert_true(seat_bind(app, 0, &pad));
	assert_int_equal(seat_of(app, &pad), 0);
	assert_int_equal(seat_of(app, &row), -1);
}

static void what_all_need_is_nobodys(void **state)
{
	static const int keys[] = {KEY_ENTER, KEY_ESCAPE, KEY_TAB, KEY_LEFT, KEY_F1, KEY_F11};

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		struct event ev = a_key(keys[i], 0);
		assert_false(seat_bind(app, 0, &ev));
	}
	struct event quit = a_key('q', MOD_CTRL);
	assert_false(seat_bind(app, 0, &quit));
}

static void what_is_bound_anew_leaves_its_old_seat(void **state)
{
	struct event p = a_key('p', 0);

	(void)state;
	assert_true(seat_bind(app, 0, &p));
	assert_true(seat_bind(app, 1, &p));
	assert_int_equal(seat_of(app, &p), 1);
	assert_string_equal(named(0), "");
	assert_string_equal(named(1), "Key P");
}

static void devices_are_named_by_kind_and_number(void **state)
{
	struct event pad = a_pad(5, PAD_A), buzz = a_button(3, 2), other = a_button(4, 6);

	(void)state;
	plug(1, PLUGGED_PAD);
	plug(5, PLUGGED_PAD);
	plug(2, PLUGGED_BUZZ);
	plug(3, PLUGGED_BUZZ);
	plug(4, PLUGGED_BUTTONS);
	assert_true(seat_bind(app, 0, &pad));
	assert_true(seat_bind(app, 1, &buzz));
	assert_true(seat_bind(app, 2, &other));
	assert_string_equal(named(0), "Gamepad 2");
	assert_string_equal(named(1), "Buzz! 2");
	assert_string_equal(named(2), "Button 7");
}

static void a_handset_is_one_hand_and_a_box_of_buttons_is_many(void **state)
{
	struct event big = a_button(0, 0), blue = a_button(0, 1);
	struct event one = a_button(1, 0), two = a_button(1, 1);

	(void)state;
	plug(0, PLUGGED_BUZZ);
	plug(1, PLUGGED_BUTTONS);
	assert_true(seat_bind(app, 0, &big));
	assert_true(seat_bind(app, 1, &one));
	assert_int_equal(seat_of(app, &blue), 0);
	assert_int_equal(seat_of(app, &two), -1);
}

static void a_device_that_is_gone_keeps_its_player(void **state)
{
	struct event pad = a_pad(7, PAD_A);

	(void)state;
	plug(7, PLUGGED_PAD);
	assert_true(seat_bind(app, 3, &pad));
	assert_int_equal(seat_lost(app), -1);
	plug(7, PLUGGED_NOT);
	assert_int_equal(seat_lost(app), 3);
	assert_string_equal(named(3), "Gamepad 1");
	plug(7, PLUGGED_PAD);
	assert_int_equal(seat_lost(app), -1);
	assert_int_equal(seat_of(app, &pad), 3);
	assert_string_equal(named(3), "Gamepad 1");
}

/* ---- in a question with buzzers ---- */

static void press_of(struct event ev, bool more)
{
	ev.more = more;
	step(ev);
}

static int play_stage(void **state)
{
	struct event zone = a_key('q', 0), pad = a_pad(0, PAD_A), buzz = a_button(1, 0),
		     box = a_button(2, 3);
	struct app_options o = options();

	(void)state;
	add_pack(pack);
	o.nplayers = 4;
	o.party = PARTY_BUZZERS;
	open_app(o);
	plug(0, PLUGGED_PAD);
	plug(1, PLUGGED_BUZZ);
	plug(2, PLUGGED_BUTTONS);
	seat_bind(app, 0, &zone);
	seat_bind(app, 1, &pad);
	seat_bind(app, 2, &buzz);
	seat_bind(app, 3, &box);
	app_play(app, -1);
	step((struct event){.kind = EVENT_TICK});
	app->screen->act(app, (struct action){VERB_READY, 0}, BY_KEY);
	wait_ms(1);
	assert_screen("question");
	assert_int_equal(app->game.turn, -1);
	return 0;
}

/* What was answered, in the turn that is over or held; 0: nothing. */
static uint32_t answered(void)
{
	const struct asked *a = game_asked(&app->game);

	return app->chosen ? app->chosen : a->ntries > 0 ? a->tries[0].chosen : a->chosen;
}

static void presses_of_one_moment_are_a_tie(void **state)
{
	(void)state;
	press_of(a_key('d', 0), true);
	press_of(a_pad(0, PAD_X), true);
	press_of(a_button(1, 3), false);
	assert_int_equal(game_asked(&app->game)->tied, 7);
	assert_in_range(app->game.turn, 0, 2);
}

static void the_first_press_takes_the_turn(void **state)
{
	(void)state;
	press_of(a_button(2, 0), false); /* of nobody */
	assert_int_equal(app->game.turn, -1);
	press_of(a_button(2, 3), false);
	press_of(a_pad(0, PAD_A), false);
	assert_int_equal(app->game.turn, 3);
}

static void a_moment_that_is_never_ended_ends_with_the_next_event(void **state)
{
	(void)state;
	press_of(a_pad(0, PAD_A), true);
	assert_int_equal(app->game.turn, -1);
	step((struct event){.kind = EVENT_TICK});
	assert_int_equal(app->game.turn, 1);
}

static void only_the_hand_whose_turn_it_is_answers(void **state)
{
	(void)state;
	press_of(a_key('d', 0), false);
	press_of(a_pad(0, PAD_DOWN), false);
	press_of(a_pad(0, PAD_A), false);
	press_of(a_button(1, 1), false);
	press_of(a_button(2, 3), false);
	assert_int_equal(app->game.turn, 0);
	assert_int_equal(answered(), 0);
	press_of(a_key('w', 0), false);
	assert_int_equal(answered(), 2);
}

static void each_hand_answers_in_its_way(void **state)
{
	(void)state;
	press_of(a_button(1, 0), false);
	press_of(a_button(1, 2), false);
	assert_int_equal(answered(), 2);
}

static void one_button_goes_from_choice_to_choice(void **state)
{
	(void)state;
	press_of(a_button(2, 3), false);
	for (int i = 0; i < 2; i++) {
		press_of(a_button(2, 3), false);
		assert_true(ui_is(app->ui.focus, (struct action){VERB_CHOOSE, i}));
	}
}

static void where_one_button_stands_is_the_answer(void **state)
{
	(void)state;
	press_of(a_button(2, 3), false);
	press_of(a_button(2, 3), false);
	press_of(a_button(2, 3), false);
	wait_ms(BUZZ_MS);
	wait_ms(HOLD_MS);
	assert_int_equal(answered(), 2);
}

static void a_pad_answers_with_cross_and_a(void **state)
{
	(void)state;
	press_of(a_pad(0, PAD_B), false); /* buzzes, and does not pause */
	assert_screen("question");
	press_of(a_pad(0, PAD_DOWN), false);
	assert_int_equal(answered(), 0);
	press_of(a_pad(0, PAD_A), false);
	assert_int_not_equal(answered(), 0);
}

/* They may point another way for a moment when they are lifted. */
static void a_pad_answers_at_once_where_its_buttons_pick(void **state)
{
	(void)state;
	app_set(app, SETTING_PAD_PICKS, 1);
	press_of(a_pad(0, PAD_Y), false);
	assert_int_equal(app->game.turn, 1);
	assert_int_equal(answered(), 0);
	press_of(a_pad(0, PAD_B), false);
	assert_int_equal(answered(), 2);
}

static void a_cross_or_a_stick_never_buzzes(void **state)
{
	(void)state;
	for (int i = PAD_UP; i <= PAD_RIGHT; i++) {
		press_of(a_pad(0, i), false);
		assert_int_equal(app->game.turn, -1);
	}
	press_of(a_pad(0, PAD_LEFT_TRIGGER), false);
	assert_int_equal(app->game.turn, 1);
}

static void anybody_pauses_with_start(void **state)
{
	(void)state;
	press_of(a_pad(0, PAD_START), false);
	assert_screen("pause");
}

/* ---- hands that are guessed until they are pressed ---- */

static int cold_stage(void **state)
{
	struct app_options o = options();

	(void)state;
	add_pack(pack);
	o.nplayers = 2;
	o.party = PARTY_BUZZERS;
	open_app(o);
	assert_true(app_play(app, -1));
	wait_ms(1);
	assert_screen("players");
	assert_string_equal(named(0), "Q W E A S D");
	assert_string_equal(named(1), "U I O J K L");
	return 0;
}

static void press_and_wait(struct event ev)
{
	step(ev);
	wait_ms(1000);
}

static void two_pads_from_a_cold_start_are_the_two_players(void **state)
{
	(void)state;
	press_and_wait(a_pad(0, PAD_A));
	assert_string_equal(named(0), "Gamepad 1");
	press_and_wait(a_pad(1, PAD_X));
	assert_string_equal(named(1), "Gamepad 2");
	assert_says("Any button begins the game");
	press_and_wait(a_pad(1, PAD_A));
	assert_screen("question");
	press_and_wait(a_pad(1, PAD_A));
	assert_int_equal(app->game.turn, 1);
}

static void a_pad_and_a_zone_from_a_cold_start_are_the_two_players(void **state)
{
	(void)state;
	press_and_wait(a_key('q', 0));
	press_and_wait(a_pad(3, PAD_A));
	assert_string_equal(named(0), "Q W E A S D");
	assert_string_equal(named(1), "Gamepad 1");
	assert_says("Any button begins the game");
}

static void a_zone_that_lost_its_guessed_seat_takes_the_other(void **state)
{
	(void)state;
	press_and_wait(a_pad(3, PAD_A));
	press_and_wait(a_key('q', 0));
	assert_string_equal(named(0), "Gamepad 1");
	assert_string_equal(named(1), "Q W E A S D");
}

static void what_was_pressed_is_nobody_elses(void **state)
{
	struct event other = a_pad(3, PAD_A);

	(void)state;
	press_and_wait(a_key('w', 0));
	press_and_wait(a_key('j', 0));
	press_and_wait(other);
	assert_int_equal(seat_of(app, &other), -1);
	assert_string_equal(named(0), "Q W E A S D");
	assert_string_equal(named(1), "U I O J K L");
}

static void who_is_asked_for_comes_before_a_guess(void **state)
{
	struct event first = a_pad(3, PAD_A), second = a_pad(4, PAD_A);

	(void)state;
	app_go(app, &screen_join);
	press_and_wait((struct event){.kind = EVENT_TICK});
	press("More players");
	assert_says("Player 3, press a free button");
	press_and_wait(first);
	press_and_wait(second);
	assert_int_equal(seat_of(app, &first), 2);
	assert_int_equal(seat_of(app, &second), 0);
}

static void two_pads_lead_from_home_into_a_game_of_theirs(void **state)
{
	(void)state;
	app_go(app, &screen_home);
	press_and_wait((struct event){.kind = EVENT_TICK});
	for (int i = 0; i < 9 && app->ui.focus.verb != VERB_TOGETHER; i++)
		press_and_wait(a_pad(0, PAD_DOWN));
	press_and_wait(a_pad(0, PAD_A));
	assert_screen("join");
	assert_string_equal(named(0), "Q W E A S D");
	press_and_wait(a_pad(0, PAD_A));
	press_and_wait(a_pad(1, PAD_A));
	assert_string_equal(named(0), "Gamepad 1");
	assert_string_equal(named(1), "Gamepad 2");
	for (int i = 0; i < 9 && app->ui.focus.verb != VERB_PLAY; i++)
		press_and_wait(a_pad(1, PAD_DOWN));
	press_and_wait(a_pad(1, PAD_A));
	assert_screen("packs");
	press_and_wait(a_pad(0, PAD_A));
	assert_screen("players");
	press_and_wait(a_pad(0, PAD_A));
	press_and_wait(a_pad(1, PAD_A));
	press_and_wait(a_pad(0, PAD_A));
	assert_screen("question");
}

static void a_pad_joins_in_on_a_free_question_where_a_hand_was_guessed(void **state)
{
	(void)state;
	press_and_wait(a_key('q', 0));
	press_and_wait(a_key(KEY_ENTER, 0));
	assert_screen("question");
	press_and_wait(a_pad(5, PAD_DOWN));
	press_and_wait(a_key('m', 0)); /* a stray key is no hand */
	assert_int_equal(app->game.turn, -1);
	assert_string_equal(named(1), "U I O J K L");
	press_and_wait(a_pad(5, PAD_A));
	assert_int_equal(app->game.turn, 1);
	assert_string_equal(named(1), "Gamepad 1");
	assert_says("Player 2, your answer");
}

static void letters_of_a_name_are_no_hand(void **state)
{
	(void)state;
	app_go(app, &screen_join);
	press_and_wait((struct event){.kind = EVENT_TICK});
	app->screen->act(app, (struct action){VERB_SEAT, 0}, BY_KEY);
	wait_ms(1);
	press_and_wait(a_key('q', 0));
	press_and_wait(a_key(KEY_ESCAPE, 0));
	press_and_wait(a_pad(3, PAD_A));
	assert_string_equal(named(0), "Gamepad 1");
}

/* ---- plugged and unplugged ---- */

static void a_device_that_is_gone_pauses_and_names_its_player(void **state)
{
	(void)state;
	snprintf(app->game.options.seats[1].name, GAME_NAME, "Ben");
	plug(0, PLUGGED_NOT);
	assert_screen("pause");
	assert_says("Ben’s gamepad is gone");
	wait_ms(60000);
	plug(0, PLUGGED_PAD);
	assert_screen("question");
	press_of(a_pad(0, PAD_A), false);
	assert_int_equal(app->game.turn, 1);
}

static void another_device_takes_the_place_of_one_that_is_gone(void **state)
{
	struct event other = a_pad(7, PAD_X);

	(void)state;
	plug(0, PLUGGED_NOT);
	assert_screen("pause");
	plug(7, PLUGGED_PAD);
	assert_screen("pause");
	step(other);
	assert_int_equal(seat_of(app, &other), 1);
	assert_screen("question");
	assert_string_equal(named(1), "Gamepad 2");
}

static void who_is_not_waited_for_can_still_come_back(void **state)
{
	struct event other = a_button(2, 1);

	(void)state;
	plug(0, PLUGGED_NOT);
	press_of(a_button(1, 0), false); /* somebody else goes on */
	assert_screen("question");
	assert_int_equal(app->game.turn, -1);
	step(other);
	assert_int_equal(seat_of(app, &other), 1);
}

static void two_that_are_gone_are_both_waited_for(void **state)
{
	(void)state;
	plug(0, PLUGGED_NOT);
	plug(1, PLUGGED_NOT);
	assert_says("Player 2");
	plug(0, PLUGGED_PAD);
	assert_screen("pause");
	assert_says("Player 3");
	plug(1, PLUGGED_BUZZ);
	assert_screen("question");
}

#define play_test(f)  cmocka_unit_test_setup_teardown(f, play_stage, close_app)
#define cold_test(f)  cmocka_unit_test_setup_teardown(f, cold_stage, close_app)
#define stage_test(f) cmocka_unit_test_setup_teardown(f, open_stage, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		stage_test(six_keys_of_a_zone_are_one_seat),
		stage_test(the_keypad_is_not_the_row_of_digits),
		stage_test(what_all_need_is_nobodys),
		stage_test(what_is_bound_anew_leaves_its_old_seat),
		stage_test(devices_are_named_by_kind_and_number),
		stage_test(a_handset_is_one_hand_and_a_box_of_buttons_is_many),
		stage_test(a_device_that_is_gone_keeps_its_player),
		play_test(presses_of_one_moment_are_a_tie),
		play_test(the_first_press_takes_the_turn),
		play_test(a_moment_that_is_never_ended_ends_with_the_next_event),
		play_test(only_the_hand_whose_turn_it_is_answers),
		play_test(each_hand_answers_in_its_way),
		play_test(one_button_goes_from_choice_to_choice),
		play_test(where_one_button_stands_is_the_answer),
		play_test(a_pad_answers_with_cross_and_a),
		play_test(a_pad_answers_at_once_where_its_buttons_pick),
		play_test(a_cross_or_a_stick_never_buzzes),
		play_test(anybody_pauses_with_start),
		cold_test(two_pads_from_a_cold_start_are_the_two_players),
		cold_test(a_pad_and_a_zone_from_a_cold_start_are_the_two_players),
		cold_test(a_zone_that_lost_its_guessed_seat_takes_the_other),
		cold_test(what_was_pressed_is_nobody_elses),
		cold_test(who_is_asked_for_comes_before_a_guess),
		cold_test(two_pads_lead_from_home_into_a_game_of_theirs),
		cold_test(a_pad_joins_in_on_a_free_question_where_a_hand_was_guessed),
		cold_test(letters_of_a_name_are_no_hand),
		play_test(a_device_that_is_gone_pauses_and_names_its_player),
		play_test(another_device_takes_the_place_of_one_that_is_gone),
		play_test(who_is_not_waited_for_can_still_come_back),
		play_test(two_that_are_gone_are_both_waited_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
