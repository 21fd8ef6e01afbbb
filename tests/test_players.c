/* The page between the questions of a game together. */
#include "checks.h"
#include "seats.h"
#include "together.h"

static const int sizes[][2] = {
	{320, 240},   {640, 360},   {360, 640},   {800, 600},   {1280, 720},
	{1920, 1080}, {1080, 1920}, {1200, 1200}, {2560, 1080}, {3840, 2160},
};

static void begin(const char *mode, enum party party, int n)
{
	add_statements();
	open_app(options_together(mode, party, n));
	name_short();
	assert_true(app_play(app, 0));
	wait_ms(0);
	if (n > 1)
		assert_screen("players");
}

static void whose_turn_it_is_goes_round(void **state)
{
	static const char *const said[] = {"Ada, it’s your turn", "Ben, it’s your turn",
					   "Mina, it’s your turn"};

	(void)state;
	begin("climb", PARTY_TURNS, 3);
	for (int i = 0; i < 7; i++) {
		assert_screen("players");
		assert_says(said[i % 3]);
		assert_says(i < 3 ? "Round 1 of 6" : i < 6 ? "Round 2 of 6" : "Round 3 of 6");
		take_turn(0, i % 3 == 0);
		go_on();
	}
	assert_says("Floor 3");
	assert_says("Floor 0");
}

static void the_clock_begins_with_the_button(void **state)
{
	(void)state;
	begin("climb", PARTY_TURNS, 2);
	key(KEY_F1);
	key(KEY_ESCAPE);
	assert_says("Take the controller. The clock starts when you are ready.");
	wait_ms(600000);
	press("I’m ready");
	assert_screen("question");
	assert_int_equal(game_left_ms(app_game(app), now_ms), game_asked(app_game(app))->limit_ms);
}

static void a_pause_leads_back_to_whose_turn_it_is(void **state)
{
	(void)state;
	begin("climb", PARTY_TURNS, 2);
	key(KEY_ESCAPE);
	assert_screen("pause");
	key(KEY_ESCAPE);
	assert_screen("players");
	assert_says("Ada, it’s your turn");
}

static void who_has_no_name_has_a_number(void **state)
{
	(void)state;
	add_statements();
	open_app(options_together("climb", PARTY_TURNS, 2));
	assert_true(app_play(app, 0));
	wait_ms(0);
	assert_says("Player 1, it’s your turn");
	assert_says("Player 2");
}

static void places_are_told_between_rounds_and_ties_aloud(void **state)
{
	(void)state;
	begin("rounds", PARTY_TURNS, 3);
	for (int i = 0; i < 6; i++) {
		take_turn(0, i % 3 != 1);
		go_on();
	}
	assert_screen("players");
	assert_says("Standings");
	assert_says("Round 2 of 2");
	assert_says("Next: The handrails of very old houses");
	assert_says("Ada and Mina share first place");
	assert_int_equal(game_place(app_game(app), 1), 3);
	assert_says("Ada, it’s your turn");
	take_turn(0, false);
	go_on();
	assert_says_not("Standings");
	assert_says("Ben, it’s your turn");
}

static void who_leads_alone_is_told_by_name(void **state)
{
	(void)state;
	begin("rounds", PARTY_TURNS, 2);
	for (int i = 0; i < 4; i++) {
		take_turn(0, i % 2 == 1);
		go_on();
	}
	assert_says("Ben leads");
	assert_says_not("share");
}

static void one_alone_sees_the_rounds_so_far(void **state)
{
	(void)state;
	begin("rounds", PARTY_TURNS, 1);
	for (int i = 0; i < 4; i++) {
		take_turn(0, i > 0);
		go_on();
	}
	assert_screen("players");
	assert_says("Standings");
	assert_says("Stairs");
	assert_says("3 of 4 right");
	press("Go on");
	assert_screen("question");
}

static void a_press_of_ones_own_button_is_seen(void **state)
{
	struct event q = {.kind = EVENT_KEY, .key = 'q'};

	(void)state;
	add_statements();
	open_app(options_together("climb", PARTY_BUZZERS, 2));
	name_short();
	assert_true(seat_bind(app, 0, &q));
	assert_true(app_play(app, 0));
	wait_ms(0);
	assert_screen("players");
	assert_says("Q W E A S D");
	assert_says("Ben, press a free button");
	key('p');
	assert_says("Key P");
	assert_says("Press your button to try it");
	assert_true(app->tried_ms[1] == now_ms && app->tried_ms[0] < 0);
	press("Ada, circle: Q W E A S D");
	assert_true(app->tried_ms[0] == now_ms);
	wait_ms(1000);
	key('w');
	assert_screen("question"); /* all have tried theirs: any begins */
	assert_int_equal(app_game(app)->turn, -1);
}

static void a_button_that_is_tried_begins_nothing(void **state)
{
	struct event q = {.kind = EVENT_KEY, .key = 'q'}, u = {.kind = EVENT_KEY, .key = 'u'};

	(void)state;
	add_statements();
	open_app(options_together("climb", PARTY_BUZZERS, 2));
	assert_true(seat_bind(app, 0, &q) && seat_bind(app, 1, &u));
	assert_true(app_play(app, 0));
	wait_ms(0);
	for (int i = 0; i < 5; i++) {
		key('e');
		wait_ms(500);
	}
	assert_screen("players");
	key('o');
	key('o');
	assert_screen("players");
	wait_ms(TWICE_MS);
	assert_says("Any button begins the game.");
	key('o');
	assert_screen("question");
}

/* To the end; player i has the first right[i] of six right. */
static void play_out(int n, const int *right)
{
	for (int i = 0; app->game.phase != PHASE_OVER; i++) {
		take_turn(0, i / n < right[i % n]);
		go_on();
	}
	assert_screen("results");
}

static void who_wins_is_said_and_everybodys_place(void **state)
{
	(void)state;
	begin("climb", PARTY_TURNS, 3);
	play_out(3, (int[]){2, 6, 4});
	assert_says("Ben wins");
	assert_says("Floor 2 · 2 of 6 right");
	assert_says("Floor 6 · 6 of 6 right");
	assert_int_equal(game_place(app_game(app), 2), 2);
	press("Statement 1.");
	assert_screen("reveal");
	key(KEY_ESCAPE);
	assert_screen("results");
	press("Climb again");
	assert_screen("players");
	assert_says("Ada, it’s your turn");
}

static void who_was_not_asked_is_told_last(void **state)
{
	(void)state;
	add_pack("title = Two\n[question]\nask = One.\nanswer = true\n"
		 "[question]\nask = Two.\nanswer = true\n");
	open_app(options_together("climb", PARTY_TURNS, 4));
	name_short();
	assert_true(app_play(app, 0));
	wait_ms(0);
	play_out(2, (int[]){0, 0});
	assert_says("Nobody scored");
	assert_says_not("share first place");
	assert_says("Floor 0 · 0 of 1 right");
	assert_says("Not asked");
	assert_int_equal(game_place(app_game(app), 3), 3);
}

static void who_shares_the_first_place_is_said(void **state)
{
	(void)state;
	begin("climb", PARTY_TURNS, 4);
	play_out(4, (int[]){5, 1, 5, 5});
	assert_says("Three players share first place");
	close_app(NULL);
	begin("climb", PARTY_TURNS, 2);
	play_out(2, (int[]){3, 3});
	assert_says("Ada and Ben share first place");
	close_app(NULL);
	begin("climb", PARTY_TURNS, 3);
	play_out(3, (int[]){3, 3, 3});
	assert_says("All share first place");
	close_app(NULL);
	begin("climb", PARTY_TURNS, 2);
	play_out(2, (int[]){0, 0});
	assert_says("Nobody scored");
}

static void check_all_sizes(void)
{
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		resize(sizes[i][0], sizes[i][1]);
		check(true);
	}
	resize(1280, 720);
}

/* Before the first question, in the middle, between rounds. */
static void visit(const char *mode, enum party party, int n, int percent, bool long_names)
{
	struct app_options o = options_together(mode, party, n);

	add_statements();
	o.set.text_percent = percent;
	if (n % 2)
		strcpy(o.set.language, "ar");
	open_app(o);
	if (long_names)
		name_long();
	assert_true(app_play(app, 0));
	wait_ms(0);
	for (int i = 0; app->game.phase != PHASE_OVER; i++) {
		bool shown = strcmp(app_frame(app)->screen, "players") == 0;
		if (shown && (i == 0 || i == n + 1 || game_round_begins(&app->game)))
			check_all_sizes();
		take_turn(i % n, (i * 5 + i / n) % 3 > 0);
		go_on();
	}
	if (n > 1)
		check_all_sizes();
	close_app(NULL);
}

static void every_number_of_players_fits_everywhere(void **state)
{
	static const int numbers[] = {2, 3, 4, 5, 8};

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		for (int percent = 100; percent <= 200; percent += 50) {
			visit("climb", PARTY_TURNS, numbers[i], percent, percent != 150);
			visit("rounds", PARTY_TURNS, numbers[i], percent, percent == 100);
			visit("rounds", PARTY_BUZZERS, numbers[i], percent, true);
		}
	visit("rounds", PARTY_TURNS, 1, 100, false);
	visit("rounds", PARTY_TURNS, 1, 200, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(whose_turn_it_is_goes_round, close_app),
		cmocka_unit_test_teardown(the_clock_begins_with_the_button, close_app),
		cmocka_unit_test_teardown(a_pause_leads_back_to_whose_turn_it_is, close_app),
		cmocka_unit_test_teardown(who_has_no_name_has_a_number, close_app),
		cmocka_unit_test_teardown(places_are_told_between_rounds_and_ties_aloud, close_app),
		cmocka_unit_test_teardown(who_leads_alone_is_told_by_name, close_app),
		cmocka_unit_test_teardown(one_alone_sees_the_rounds_so_far, close_app),
		cmocka_unit_test_teardown(a_press_of_ones_own_button_is_seen, close_app),
		cmocka_unit_test_teardown(a_button_that_is_tried_begins_nothing, close_app),
		cmocka_unit_test_teardown(who_wins_is_said_and_everybodys_place, close_app),
		cmocka_unit_test_teardown(who_was_not_asked_is_told_last, close_app),
		cmocka_unit_test_teardown(who_shares_the_first_place_is_said, close_app),
		cmocka_unit_test_teardown(every_number_of_players_fits_everywhere, close_app),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
