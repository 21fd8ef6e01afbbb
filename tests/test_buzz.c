/* A question of a game with buzzers: presses, turns, ties, and what is said of them. */
#include "buzz.h"
#include "checks.h"

static const char pack[] =
	"title = Buzz\norder = file\n"
	"[question a]\nask = A?\nright = A1\nwrong = A2\nwrong = A3\nwrong = A4\n"
	"time = 60\n"
	"[question b]\nask = B?\nright = B1\nright = B2\nwrong = B3\nwrong = B4\n"
	"pick = all\ntime = 60\n"
	"[question c]\nask = C?\nright = C1\nwrong = C2\ntime = 60\n";

enum { ADA, BEN, MINA, EVERYBODY };

static void play(int nplayers)
{
	static const char *const names[] = {"Ada", "Ben", "Mina", "Tomasz",
					    "Li",  "Zoë", "Ola",  "Kim"};
	struct app_options o = options();

	add_pack(pack);
	o.nplayers = nplayers;
	o.party = PARTY_BUZZERS;
	open_app(o);
	for (int i = 0; i < nplayers; i++)
		snprintf(app->seats[i].name, sizeof app->seats[i].name, "%s", names[i]);
	app_play(app, 0);
	wait_ms(0);
	while (strcmp(app_frame(app)->screen, "players") == 0)
		key(KEY_ENTER);
	assert_screen("question");
}

static void buzz(unsigned players)
{
	app->neffects = 0;
	app->screen->act(app, (struct action){VERB_BUZZ, (int)players}, BY_KEY);
	wait_ms(0);
}

static int turn(void)
{
	return app_game(app)->turn;
}

static bool pressable(const char *label)
{
	float x, y;
	bool on_page;

	return app_find(app, label, &x, &y, &on_page);
}

static void nobody_answers_before_a_press(void **state)
{
	(void)state;
	play(EVERYBODY);
	assert_says("Press your button");
	assert_false(pressable("A1"));
	key('1');
	key('1');
	key(KEY_ENTER);
	assert_int_equal(game_asked(app_game(app))->chosen, 0);
	assert_int_equal(game_asked(app_game(app))->ntries, 0);
}

static void a_name_on_the_glass_is_a_buzzer(void **state)
{
	(void)state;
	play(EVERYBODY);
	press("Ben");
	assert_int_equal(turn(), BEN);
	assert_says("Ben, your answer");
	press(choice(true)); /* it counts at once */
	wait_ms(0);
	assert_screen("reveal");
	assert_int_equal(app_game(app)->players[BEN].right, 1);
}

static void numbers_are_shown_only_of_who_has_the_turn(void **state)
{
	(void)state;
	play(EVERYBODY);
	for (int i = 0; i < 2; i++) {
		assert_says(i == 0 ? "Question 1 of 3" : "Question 2 of 3");
		assert_says_not("Floor");
		assert_says_not("points");
		buzz(1u << BEN);
		assert_says("Floor");
		assert_says("points");
		press("Pause");
		press("Go on");
		app_move(app, OP_ANSWER, game_asked(app_game(app))->right, now_ms);
		app_next(app);
		wait_ms(0);
		assert_screen("question");
	}
	press("Nobody knows");
	wait_ms(0);
	assert_says("Nobody knew");
	assert_says_not("points");
}

static void a_key_answers_at_once_for_who_has_the_turn(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << MINA);
	for (int i = 0; i < 4; i++)
		if (game_asked(app_game(app))->right >> i & 1) {
			key('1' + i); /* letters are in somebody's zone */
			break;
		}
	wait_ms(0);
	assert_screen("reveal");
	assert_int_equal(app_game(app)->players[MINA].right, 1);
}

static void the_clock_of_the_question_stands_still_for_five_seconds(void **state)
{
	(void)state;
	play(EVERYBODY);
	wait_ms(10000);
	int64_t left = game_left_ms(app_game(app), now_ms);
	buzz(1u << ADA);
	assert_says("5");
	wait_ms(3000);
	assert_says("2");
	wait_ms(1999);
	assert_int_equal(turn(), ADA);
	wait_ms(1);
	assert_int_equal(turn(), -1);
	assert_says("Ada said nothing. Who else?");
	assert_int_equal(game_left_ms(app_game(app), now_ms), left);
	assert_false(game_may_buzz(app_game(app), ADA));
	assert_false(pressable("Ada"));
	assert_true(pressable("Ben"));
}

static void a_wrong_answer_frees_the_question_for_the_others(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << BEN);
	const char *wrong = choice(false);
	press(wrong);
	assert_screen("question");
	assert_says("Ben was wrong. Who else?");
	buzz(1u << ADA);
	assert_int_equal(turn(), ADA);
	assert_false(pressable(wrong));
	press(choice(true));
	wait_ms(0);
	assert_screen("reveal");
	assert_int_equal(app_game(app)->players[ADA].right, 1);
	assert_int_equal(app_game(app)->players[BEN].right, 0);
}

static void when_all_were_wrong_it_is_over(void **state)
{
	(void)state;
	play(2);
	for (int i = 0; i < 2; i++) {
		buzz(1u << i);
		for (int c = 0; c < 4; c++) {
			const struct asked *a = game_asked(app_game(app));
			if (!((a->right | a->removed) >> c & 1)) {
				key('1' + c);
				break;
			}
		}
	}
	wait_ms(0);
	assert_screen("reveal");
}

static void a_tie_is_said_in_words(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << ADA | 1u << BEN);
	assert_true(turn() == ADA || turn() == BEN);
	assert_says(turn() == ADA ? "Ada and Ben at the same moment: the lot says Ada"
				  : "Ada and Ben at the same moment: the lot says Ben");
}

static void who_tried_cannot_press_again(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << BEN);
	wait_ms(5000);
	buzz(1u << BEN);
	assert_int_equal(turn(), -1);
	buzz(1u << BEN | 1u << MINA); /* no tie: only one of them may */
	assert_int_equal(turn(), MINA);
	assert_says("Mina, your answer");
}

static void what_is_selected_when_the_turn_ends_is_the_answer(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << ADA);
	wait_ms(1000);
	key(KEY_DOWN);
	key(KEY_DOWN);
	assert_int_equal(app->ui.focus.verb, VERB_CHOOSE);
	int selected = app->ui.focus.arg;
	wait_ms(4000);
	const struct asked *a = game_asked(app_game(app));
	if (a->right >> selected & 1)
		assert_int_equal(a->outcome, OUTCOME_RIGHT);
	else
		assert_int_equal(a->tries[0].chosen, 1u << selected);
	assert_int_equal(a->chosen | a->tries[0].chosen, 1u << selected);
}

static void what_was_removed_is_passed_over(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << BEN);
	press(choice(false));
	buzz(1u << ADA);
	for (int i = 0; i < 6; i++) {
		key(i % 2 ? KEY_RIGHT : KEY_DOWN);
		assert_int_equal(buzz_selected(app) & game_asked(app_game(app))->removed, 0);
	}
}

static void nobody_knows_is_said_by_a_button(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << BEN);
	assert_false(pressable("Nobody knows"));
	press(choice(false));
	press("Nobody knows");
	wait_ms(0);
	assert_screen("reveal");
	assert_int_equal(game_asked(app_game(app))->player, -1);
}

static void several_are_selected_and_locked_in(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << ADA);
	press(choice(true));
	wait_ms(0);
	key(KEY_ENTER);
	while (strcmp(app_frame(app)->screen, "players") == 0)
		key(KEY_ENTER);
	assert_says("B?");
	assert_false(pressable("Lock in"));
	buzz(1u << BEN);
	for (int i = 0; i < 4; i++)
		if (game_asked(app_game(app))->right >> i & 1)
			key('1' + i);
	assert_screen("question");
	press("Lock in");
	wait_ms(0);
	assert_screen("reveal");
	assert_int_equal(app_game(app)->players[BEN].right, 1);
}

static void a_pause_stops_the_five_seconds(void **state)
{
	(void)state;
	play(EVERYBODY);
	buzz(1u << ADA);
	wait_ms(2000);
	key(KEY_ESCAPE);
	assert_screen("pause");
	wait_ms(60000);
	key(KEY_ESCAPE);
	assert_screen("question");
	assert_int_equal(turn(), ADA);
	assert_int_equal(game_turn_left_ms(app_game(app), now_ms), 3000);
}

static void eight_players_have_room_in_every_window(void **state)
{
	static const int sizes[][2] = {{320, 240},   {640, 360},   {360, 640},   {1280, 720},
				       {1080, 1920}, {1200, 1200}, {1920, 1080}, {3840, 2160}};

	(void)state;
	for (int players = 2; players <= 8; players += 3)
		for (int text = 100; text <= 200; text += 50) {
			play(players);
			app->set.text_percent = text;
			for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
				resize(sizes[i][0], sizes[i][1]);
				check(true);
			}
			buzz(3);
			for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
				resize(sizes[i][0], sizes[i][1]);
				check(true);
			}
			close_app(NULL);
		}
}

/* A name as long as can be, in every state. */
static void long_names_have_room_too(void **state)
{
	static const int sizes[][2] = {
		{320, 240}, {640, 360}, {360, 640}, {1280, 720}, {1080, 1920}};

	(void)state;
	for (int text = 100; text <= 200; text += 100)
		for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
			play(EVERYBODY);
			app->set.text_percent = text;
			resize(sizes[i][0], sizes[i][1]);
			for (int k = 0; k < EVERYBODY; k++)
				snprintf(app->game.options.seats[k].name, GAME_NAME,
					 "Maximiliana Wolkenstein-Hagenau the %d.", k + 1);
			wait_ms(0);
			check(true);
			buzz(7);
			check(true);
			for (int c = 0; c < 4; c++)
				if (!(game_asked(app_game(app))->right >> c & 1)) {
					key('1' + c);
					break;
				}
			check(true);
			buzz(7);
			for (int c = 0; c < 4; c++)
				if (game_asked(app_game(app))->right >> c & 1) {
					key('1' + c);
					break;
				}
			wait_ms(0);
			assert_screen("reveal");
			check(true);
			close_app(NULL);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(nobody_answers_before_a_press, close_app),
		cmocka_unit_test_teardown(a_name_on_the_glass_is_a_buzzer, close_app),
		cmocka_unit_test_teardown(numbers_are_shown_only_of_who_has_the_turn, close_app),
		cmocka_unit_test_teardown(a_key_answers_at_once_for_who_has_the_turn, close_app),
		cmocka_unit_test_teardown(the_clock_of_the_question_stands_still_for_five_seconds,
					  close_app),
		cmocka_unit_test_teardown(a_wrong_answer_frees_the_question_for_the_others,
					  close_app),
		cmocka_unit_test_teardown(when_all_were_wrong_it_is_over, close_app),
		cmocka_unit_test_teardown(a_tie_is_said_in_words, close_app),
		cmocka_unit_test_teardown(who_tried_cannot_press_again, close_app),
		cmocka_unit_test_teardown(what_is_selected_when_the_turn_ends_is_the_answer,
					  close_app),
		cmocka_unit_test_teardown(what_was_removed_is_passed_over, close_app),
		cmocka_unit_test_teardown(nobody_knows_is_said_by_a_button, close_app),
		cmocka_unit_test_teardown(several_are_selected_and_locked_in, close_app),
		cmocka_unit_test_teardown(a_pause_stops_the_five_seconds, close_app),
		cmocka_unit_test(eight_players_have_room_in_every_window),
		cmocka_unit_test(long_names_have_room_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
