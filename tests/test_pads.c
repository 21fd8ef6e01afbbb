/* Controllers, handsets and boxes of buttons, zones of the keyboard: on a stage without SDL. */
#include "screens.h"
#include "seats.h"
#include "stage.h"

static const char pack[] = "[pack]\nquizpack = 1\ntitle = Pack\nlicence = CC0-1.0\n"
			   "[question one]\nask = One?\nright = a\nwrong = b\nwrong = c\n"
			   "[question two]\nask = Two?\nright = a\nwrong = b\nwrong = c\n";

static int open_stage(void **state)
{
	(void)state;
	add_pack(pack);
	open_app(options());
	return 0;
}

static void straight(void)
{
	key(KEY_ENTER);
	key(KEY_ENTER);
	assert_screen("question");
}

static void pad(int device, enum pad button)
{
	step((struct event){.kind = EVENT_PAD, .device = device, .index = (int)button});
}

static void button(int device, int index)
{
	step((struct event){.kind = EVENT_BUTTON, .device = device, .index = index});
}

static void plug(int device, enum plugged kind)
{
	step((struct event){
		.kind = EVENT_DEVICE, .device = device, .index = (int)kind, .text = "A thing"});
}

/* The choice with the focus is locked in and held. */
static void a_game_is_played_by_a_pad_alone(void **state)
{
	(void)state;
	pad(0, PAD_A);
	assert_screen("packs");
	pad(0, PAD_B);
	assert_screen("home");
	pad(0, PAD_A);
	pad(0, PAD_A);
	assert_screen("question");
	for (int i = 0; i < 2; i++) {
		pad(0, PAD_DOWN);
		pad(0, PAD_A);
		wait_ms(900);
		assert_screen("reveal");
		pad(0, PAD_A);
	}
	assert_screen("results");
}

static void buttons_pick_choices_where_that_is_set(void **state)
{
	(void)state;
	straight();
	pad(0, PAD_X); /* it is not set */
	assert_int_equal(app->ui.focus.verb, VERB_NONE);
	app_set(app, SETTING_PAD_PICKS, 1);
	pad(0, PAD_X);
	assert_true(ui_is(app->ui.focus, (struct action){VERB_CHOOSE, 2}));
	pad(0, PAD_B);
	assert_screen("question");
	assert_true(ui_is(app->ui.focus, (struct action){VERB_CHOOSE, 1}));
	assert_says("X");
	assert_says_not("↑");
	pad(0, PAD_B); /* the same again locks in */
	wait_ms(HOLD_MS);
	assert_screen("reveal");
	assert_int_equal(game_asked(app_game(app))->chosen, 1u << 1);
	pad(0, PAD_A); /* and elsewhere they are what they were */
	assert_screen("question");
	pad(0, PAD_Y); /* there is no fourth */
	assert_int_equal(app->ui.focus.verb, VERB_NONE);
	pad(0, PAD_START);
	assert_screen("pause");
	pad(0, PAD_B);
	assert_screen("question");
}

static void start_pauses_and_held_it_opens_the_settings(void **state)
{
	(void)state;
	straight();
	pad(0, PAD_START);
	assert_screen("pause");
	step((struct event){.kind = EVENT_PAD, .index = PAD_START, .repeat = true});
	assert_screen("settings");
}

static void home_is_not_left_by_a_pad_in_a_lap(void **state)
{
	(void)state;
	app->ui.focus = (struct action){0};
	assert_true(step((struct event){.kind = EVENT_PAD, .index = PAD_B}));
	assert_screen("home");
	pad(0, PAD_START);
	assert_screen("packs");
}

static void hints_are_those_of_what_was_used_last(void **state)
{
	(void)state;
	key(KEY_DOWN);
	assert_says("Enter");
	pad(0, PAD_UP);
	assert_says_not("Enter");
	assert_says("A");
	pad(0, PAD_A);
	assert_says("B");
	assert_says_not("Esc");
}

static void a_handset_alone_leads_through_the_menus(void **state)
{
	(void)state;
	plug(4, PLUGGED_BUZZ);
	button(4, 0);
	assert_screen("packs");
	button(4, 4);
	assert_screen("home");
}

static void a_zone_leads_from_a_cold_start(void **state)
{
	(void)state;
	key('e');
	assert_screen("packs");
	key('q');
	assert_screen("home");
	step((struct event){.kind = EVENT_KEY, .key = '9', .mods = MOD_KEYPAD});
	assert_screen("packs");
}

static void a_zone_is_no_cross_for_one_who_plays_alone(void **state)
{
	(void)state;
	straight();
	key('t');
	assert_int_equal(app->ui.focus.verb, VERB_NONE);
	key('q');
	assert_screen("question");
}

#define stage_test(f) cmocka_unit_test_setup_teardown(f, open_stage, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		stage_test(a_game_is_played_by_a_pad_alone),
		stage_test(buttons_pick_choices_where_that_is_set),
		stage_test(start_pauses_and_held_it_opens_the_settings),
		stage_test(home_is_not_left_by_a_pad_in_a_lap),
		stage_test(hints_are_those_of_what_was_used_last),
		stage_test(a_handset_alone_leads_through_the_menus),
		stage_test(a_zone_leads_from_a_cold_start),
		stage_test(a_zone_is_no_cross_for_one_who_plays_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
