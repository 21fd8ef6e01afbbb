/* Who plays together: how many, how, with which names, times and buttons. */
#include "checks.h"
#include "seats.h"
#include "together.h"

static const int sizes[][2] = {
	{320, 240},   {640, 360},   {360, 640},   {800, 600},   {1280, 720},
	{1920, 1080}, {1080, 1920}, {1200, 1200}, {2560, 1080}, {3840, 2160},
};

static void open_join(int n, enum party party)
{
	add_statements();
	open_app(options_together("climb", party, n));
	app_go(app, &screen_join);
	wait_ms(0);
	assert_screen("join");
}

static void type(const char *text)
{
	step((struct event){.kind = EVENT_TEXT, .text = text});
}

static const char *hand(int seat)
{
	static char name[NAME_BOUND];

	return seat_binding_name(app, seat, name);
}

static void two_can_play_at_one_keyboard_at_once(void **state)
{
	(void)state;
	open_join(1, PARTY_TURNS);
	assert_int_equal(app->nplayers, 2);
	press("Buzzers");
	assert_says("Q W E A S D");
	assert_says("U I O J K L");
	press("Choose a pack");
	assert_screen("packs");
	press("Statements");
	assert_screen("players");
	assert_says("Press your button to try it");
	assert_int_equal(app_game(app)->nplayers, 2);
}

static void from_two_to_eight_play(void **state)
{
	(void)state;
	open_join(2, PARTY_TURNS);
	for (int n = 3; n <= 8; n++) {
		press("More players");
		assert_int_equal(app->nplayers, n);
	}
	assert_says("Player 8");
	for (int n = 7; n >= 2; n--)
		press("Fewer players");
	assert_says_not("Player 3");
	assert_int_equal(app->nplayers, 2);
}

static void a_name_is_typed_in_its_own_case(void **state)
{
	(void)state;
	open_join(2, PARTY_TURNS);
	press("Player 2: Name and time");
	key('b');
	type("B");
	key('e');
	type("é");
	key(KEY_SPACE);
	type(" ");
	type("n");
	assert_string_equal(app->seats[1].name, "Bé n");
	key(KEY_BACKSPACE);
	assert_string_equal(app->seats[1].name, "Bé ");
	key(KEY_ENTER);
	assert_says("Bé ");
	assert_true(app->ui.focus.verb == VERB_SEAT && app->ui.focus.arg == 1);
}

static void however_much_is_typed_at_once_it_is_heard_once(void **state)
{
	static char long_one[4096];
	const struct effect *e;

	(void)state;
	open_join(2, PARTY_TURNS);
	press("Player 2: Name and time");
	memset(long_one, 'a', sizeof long_one - 1);
	type(long_one);
	assert_int_equal(strlen(app->seats[1].name), GAME_NAME - 1);
	assert_int_equal(app_effects(app, &e), 1);
	assert_int_equal(e->kind, EFFECT_CUE);
}

static void letters_are_picked_where_there_is_no_keyboard(void **state)
{
	(void)state;
	open_join(2, PARTY_TURNS);
	press("Player 1: Name and time");
	press("A");
	press("D");
	press("A");
	press("Done");
	assert_says("Ada");
}

static void a_name_takes_no_more_than_its_room(void **state)
{
	(void)state;
	open_join(2, PARTY_TURNS);
	press("Player 1: Name and time");
	for (int i = 0; i < 60; i++)
		type("é");
	assert_true(strlen(app->seats[0].name) < GAME_NAME);
	assert_int_equal(strlen(app->seats[0].name) % 2, 0); /* and no half of a letter */
}

static void one_may_have_more_time(void **state)
{
	(void)state;
	open_join(2, PARTY_TURNS);
	press("Player 2: Name and time");
	press("Double");
	press("Done");
	assert_says("Double time");
	press("Choose a pack");
	press("Statements");
	key(KEY_ENTER);
	int64_t limit = game_asked(app_game(app))->limit_ms;
	take_turn(0, true);
	go_on();
	key(KEY_ENTER);
	assert_true(game_asked(app_game(app))->limit_ms >= 2 * limit - 2000);
	assert_int_equal(app_game(app)->options.seats[1].more_percent, 100);
}

static void a_button_is_taken_by_pressing_it(void **state)
{
	(void)state;
	open_join(3, PARTY_BUZZERS);
	assert_says("Player 3, press a free button");
	step((struct event){.kind = EVENT_DEVICE, .device = 4, .index = PLUGGED_PAD, .text = "P"});
	step((struct event){.kind = EVENT_PAD, .device = 4, .index = PAD_A});
	assert_string_equal(hand(2), "Gamepad 1");
	assert_says("Player 3: Gamepad 1");
	assert_says_not("press a free button");
}

static void another_button_takes_the_place_of_the_first(void **state)
{
	(void)state;
	open_join(2, PARTY_BUZZERS);
	press("Player 1: Q W E A S D");
	press("Press another");
	assert_says("Player 1, press your button");
	assert_says("Free: R T Y F G H, Keypad 4–9, any other key");
	key('g');
	assert_string_equal(hand(0), "R T Y F G H");
	assert_string_equal(hand(1), "U I O J K L");
	assert_says_not("press your button");
	press("Press another");
	key('t'); /* it is theirs already */
	assert_string_equal(hand(0), "R T Y F G H");
	assert_says_not("press your button");
	press("Press another");
	key(KEY_ESCAPE);
	key(KEY_ESCAPE);
	assert_says("Player 1: R T Y F G H");
}

static void nobody_loses_a_button_to_another(void **state)
{
	(void)state;
	open_join(2, PARTY_BUZZERS);
	press("Player 1: Q W E A S D");
	press("Press another");
	key('o'); /* the other's */
	assert_string_equal(hand(0), "Q W E A S D");
	assert_string_equal(hand(1), "U I O J K L");
}

static void back_from_the_packs_leads_to_who_plays(void **state)
{
	(void)state;
	add_statements();
	open_app(options());
	press("Pass & Play");
	assert_screen("join");
	press("Choose a pack");
	key(KEY_ESCAPE);
	assert_screen("join");
	key(KEY_ESCAPE);
	assert_screen("home");
	press("Climb"); /* and one who plays alone then does so */
	press("Statements");
	assert_screen("question");
	assert_int_equal(app_game(app)->nplayers, 1);
}

static void who_played_is_there_again(void **state)
{
	(void)state;
	open_join(2, PARTY_TURNS);
	press("More players");
	press("Player 3: Name and time");
	type("Mina");
	press("Done");
	press("Choose a pack");
	app->nplayers = 1; /* somebody plays alone meanwhile */
	app_go(app, &screen_join);
	wait_ms(0);
	assert_int_equal(app->nplayers, 3);
	assert_says("Mina");
}

static void check_all_sizes(void)
{
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		resize(sizes[i][0], sizes[i][1]);
		check(true);
	}
	resize(1280, 720);
}

static void all_of_it_fits_everywhere(void **state)
{
	(void)state;
	for (int percent = 100; percent <= 200; percent += 50)
		for (enum party party = PARTY_TURNS; party <= PARTY_BUZZERS; party++) {
			open_join(party == PARTY_TURNS ? 8 : 5, party);
			name_long();
			app_set(app, SETTING_TEXT, percent);
			wait_ms(0);
			check_all_sizes();
			for (int seat = 0; seat < 2; seat++) {
				app->screen->act(app, (struct action){VERB_SEAT, seat}, BY_FOCUS);
				check_all_sizes();
				app->screen->act(app, (struct action){VERB_HAND, seat}, BY_FOCUS);
				check_all_sizes();
				app->listens = false;
				app->seat = -1;
			}
			close_app(NULL);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(two_can_play_at_one_keyboard_at_once, close_app),
		cmocka_unit_test_teardown(from_two_to_eight_play, close_app),
		cmocka_unit_test_teardown(a_name_is_typed_in_its_own_case, close_app),
		cmocka_unit_test_teardown(however_much_is_typed_at_once_it_is_heard_once,
					  close_app),
		cmocka_unit_test_teardown(letters_are_picked_where_there_is_no_keyboard, close_app),
		cmocka_unit_test_teardown(a_name_takes_no_more_than_its_room, close_app),
		cmocka_unit_test_teardown(one_may_have_more_time, close_app),
		cmocka_unit_test_teardown(a_button_is_taken_by_pressing_it, close_app),
		cmocka_unit_test_teardown(another_button_takes_the_place_of_the_first, close_app),
		cmocka_unit_test_teardown(nobody_loses_a_button_to_another, close_app),
		cmocka_unit_test_teardown(back_from_the_packs_leads_to_who_plays, close_app),
		cmocka_unit_test_teardown(who_played_is_there_again, close_app),
		cmocka_unit_test_teardown(all_of_it_fits_everywhere, close_app),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
