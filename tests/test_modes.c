/* What the question and the reveal say in each mode, and of whom. */
#include "checks.h"
#include "course.h"
#include "together.h"

static const char pack[] =
	"title = Modes\norder = file\ndraw = 3\n"
	"[question a]\nask = A?\nright = A1\nwrong = A2\nwrong = A3\ntime = 20\nwhy = So.\n"
	"[question b]\nask = B?\nright = B1\nwrong = B2\ntime = 20\n"
	"[question c]\nask = C?\nright = C1\nwrong = C2\ntime = 20\n";

static void play(const char *mode, int nplayers, enum party party)
{
	static const char *const names[] = {"Ada", "Ben", "Mina"};
	struct app_options o = options();

	add_pack(pack);
	o.mode = game_mode(mode);
	o.nplayers = nplayers;
	o.party = party;
	open_app(o);
	for (int i = 0; i < nplayers; i++)
		snprintf(app->seats[i].name, sizeof app->seats[i].name, "%s", names[i]);
	app_play(app, 0);
	wait_ms(0);
}

static void be_ready(void)
{
	while (strcmp(app_frame(app)->screen, "players") == 0)
		key(KEY_ENTER);
	assert_screen("question");
}

static void sprint_counts_answers_and_ends_with_its_clock(void **state)
{
	(void)state;
	play("sprint", 1, PARTY_TURNS);
	assert_says("0 so far");
	assert_says_not("Question 1 of");
	assert_says("120");
	answer(true);
	assert_says("1 so far");
	key(KEY_ENTER);
	wait_ms(20000);
	assert_says("100"); /* of the game, not of the question; a reveal costs nothing */
	wait_ms(99999);
	assert_screen("question");
	wait_ms(1);
	assert_screen("results"); /* what was not answered is not revealed */
}

static float tube_width(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_BOX && f->items[i].fill == f->theme->time &&
		    f->items[i].box.w > 40)
			return f->items[i].box.w;
	return 0;
}

static void the_tube_of_sprint_is_the_whole_clock(void **state)
{
	(void)state;
	play("sprint", 1, PARTY_TURNS);
	float whole = tube_width();
	wait_ms(60000);
	assert_float_equal(tube_width(), whole / 2, 2);
	answer(true);
	key(KEY_ENTER);
	assert_float_equal(tube_width(), whole / 2, 2); /* not full again */
}

static void study_has_no_clock_and_no_points(void **state)
{
	(void)state;
	play("study", 1, PARTY_TURNS);
	assert_says_not("points");
	wait_ms(1000000);
	assert_screen("question");
	answer(false);
	assert_says("It comes back");
	assert_says("Question 1 of 4");
	key(KEY_ENTER);
	answer(true);
	assert_says_not("points");
	assert_says_not("It comes back");
	assert_says_not("for the right answer");
}

static void in_turns_the_head_says_whose_numbers_these_are(void **state)
{
	(void)state;
	play("climb", 2, PARTY_TURNS);
	be_ready();
	assert_says("Ada");
	assert_says("Question 1 of 1");
	answer(true);
	assert_says("Correct, Ada");
	assert_says("Next: Ben");
	key(KEY_ENTER);
	be_ready();
	assert_says("Ben");
	assert_says_not("Ada");
	answer(false);
	assert_says("Not this time, Ben");
	assert_says("See results");
}

static void a_take_ends_for_one_player_alone(void **state)
{
	(void)state;
	play("one-take", 2, PARTY_TURNS);
	be_ready();
	answer(false);
	assert_says("Cut. Ada’s take ends here");
	assert_says("Next: Ben");
	assert_says_not("New take");
}

static void the_reveal_says_who_tried_before(void **state)
{
	(void)state;
	play("climb", 3, PARTY_BUZZERS);
	be_ready();
	press("Ben");
	press(choice(false));
	press("Mina");
	press(choice(true));
	wait_ms(0);
	assert_screen("reveal");
	assert_says("Correct, Mina");
	assert_says("Ben");
	assert_says("Next question");
	assert_says_not("Your answer");
	key(KEY_ENTER);
	be_ready();
	press("Nobody knows");
	wait_ms(0);
	assert_says("Nobody knew");
	assert_says_not("you stay here");
	key(KEY_ENTER);
	be_ready();
	wait_ms(20000);
	assert_says("Time is up");
}

static void the_share_right_is_told_when_enough_answered(void **state)
{
	struct past past;

	(void)state;
	past_init(&past);
	add_pack(pack);
	struct app_options o = options();
	o.past = &past;
	o.straight = true;
	const struct pack *p = entries[0].pack;
	for (int i = 0; i < PAST_ENOUGH - 2; i++)
		past_note(&past, past_key(p, &p->questions[0]), i < 5, false);
	for (int i = 0; i < 3; i++)
		past_note(&past, past_key(p, &p->questions[1]), false, false);
	o.repeatable = true;
	open_app(o);
	while (strcmp(app_frame(app)->screen, "question") == 0) {

		answer(true); /* the ninth of A */
		assert_says_not("had this right");
		key(KEY_ENTER);
	}
	app_play_again(app);
	wait_ms(0);
	answer(true); /* the tenth: seven were right */
	assert_says("70\u00A0% of players had this right");
	key(KEY_ENTER);
	answer(true);
	assert_says_not("had this right");
	past_finish(&past);
}

static void play_to_the_end(bool right)
{
	while (strcmp(app_frame(app)->screen, "results") != 0) {
		be_ready();
		answer(right);
		key(KEY_ENTER);
	}
}

static void the_hardest_question_is_told_by_share(void **state)
{
	struct past past;
	struct app_options o = options();

	(void)state;
	past_init(&past);
	add_pack(pack);
	o.past = &past;
	o.repeatable = true;
	open_app(o);
	const struct pack *p = entries[0].pack;
	for (int i = 0; i < PAST_ENOUGH - 1; i++) { /* the next is the last that is needed */
		past_note(&past, past_key(p, &p->questions[0]), i < 8, false);
		past_note(&past, past_key(p, &p->questions[1]), i < 3, false);
	}
	app_play(app, 0);
	wait_ms(0);
	play_to_the_end(true);
	assert_says("hardest question: 40\u00A0% had it right");
	close_app(NULL);
	past_finish(&past);
	play("climb", 1, PARTY_TURNS); /* nothing is known: the wrong answer that took longest */
	play_to_the_end(false);
	assert_says("hardest question");
	assert_says_not("had it right");
	close_app(NULL);
	play("climb", 1, PARTY_TURNS);
	play_to_the_end(true);
	assert_says_not("hardest question");
}

static void the_rounds_are_told_on_the_results(void **state)
{
	int asked[2] = {0};

	(void)state;
	add_statements();
	struct app_options o = options();
	o.mode = game_mode("rounds");
	open_app(o);
	app_play(app, 0);
	wait_ms(0);
	while (strcmp(app_frame(app)->screen, "results") != 0) {
		be_ready();
		const struct game *g = app_game(app);
		int round = g->deck.item[g->at].round;
		asked[round]++;
		answer(round == 0);
		key(KEY_ENTER);
	}
	char first[32], second[32];
	snprintf(first, sizeof first, "%d of %d", asked[0], asked[0]);
	snprintf(second, sizeof second, "0 of %d", asked[1]);
	assert_true(asked[1] > 0);
	assert_says("Stairs");
	assert_says(first);
	assert_says("The handrails of very old houses");
	assert_says(second);
	assert_says_not("hardest question");
}

static void the_day_is_told_in_the_head_and_on_the_results(void **state)
{
	struct app_options o = options();

	(void)state;
	add_pack(pack);
	o.mode = game_mode("daily");
	open_app(o);
	app->unix_ms = 20779 * INT64_C(86400000) - 1; /* a moment before the 22nd, in Greenwich */
	app->utc_offset_min = 60;
	app_play(app, 0);
	wait_ms(0);
	assert_says("Daily, 22 November · Modes");
	play_to_the_end(true);
	assert_says("Daily, 22 November");
}

static void all_packs_can_be_played(void **state)
{
	bool seen[2] = {false};

	(void)state;
	add_pack("title = Some\n[question]\nask = S?\nright = S1\nwrong = S2\n");
	add_pack("title = Other\n[question]\nask = O?\nright = O1\nwrong = O2\n");
	open_app(options());
	key('1');
	press("All packs");
	while (strcmp(app_frame(app)->screen, "results") != 0) {
		be_ready();
		seen[game_pack(app_game(app)) == entries[1].pack] = true;
		answer(true);
		key(KEY_ENTER);
	}
	assert_true(seen[0] && seen[1]);
	assert_says("All packs");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(sprint_counts_answers_and_ends_with_its_clock, close_app),
		cmocka_unit_test_teardown(the_tube_of_sprint_is_the_whole_clock, close_app),
		cmocka_unit_test_teardown(study_has_no_clock_and_no_points, close_app),
		cmocka_unit_test_teardown(in_turns_the_head_says_whose_numbers_these_are,
					  close_app),
		cmocka_unit_test_teardown(a_take_ends_for_one_player_alone, close_app),
		cmocka_unit_test_teardown(the_reveal_says_who_tried_before, close_app),
		cmocka_unit_test_teardown(the_share_right_is_told_when_enough_answered, close_app),
		cmocka_unit_test_teardown(the_hardest_question_is_told_by_share, close_app),
		cmocka_unit_test_teardown(the_rounds_are_told_on_the_results, close_app),
		cmocka_unit_test_teardown(the_day_is_told_in_the_head_and_on_the_results,
					  close_app),
		cmocka_unit_test_teardown(all_packs_can_be_played, close_app),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
