#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "past.h"
#include "textplay.h"

static bool says(const char *text)
{
	return strstr(output, text) != NULL;
}

/* How often it is said. */
static int count(const char *text)
{
	int n = 0;

	for (const char *s = output; (s = strstr(s, text)); s += strlen(text))
		n++;
	return n;
}

static const char *play_several(const char *mode, int players, const char *input, int n)
{
	return play_with(
		(struct text_options){
			.questions = n / players,
			.game = {.mode = game_mode(mode), .seed = 1, .nplayers = players}},
		input, n);
}

/* ---- modes ---- */

static void a_sprint_says_the_time_left_and_ends_with_it(void **state)
{
	char input[400] = "2\n";

	(void)state;
	for (int i = 0; i < 119; i++)
		strcat(input, "h\n");
	play_as("sprint", "2\n1,3\n2\n", 3, 0);
	assert_int_equal(strncmp(output, "Sprint: As many as you can in two minutes\n", 42), 0);
	assert_true(says("Question 1, 120 seconds left\n"));
	assert_true(says("Question 2, 119 seconds left\n"));
	assert_true(says("Question 3, 118 seconds left\n"));
	assert_true(says("Right: 300 points\n")); /* speed is in how many there are */
	assert_true(says("Score: 3 of 3 right, 451 points\n"));

	play_as("sprint", input, 3, 0);
	assert_true(says("Time is over.\n\nTime: 2 minutes 0 seconds\n"
			 "Score: 1 of 1 right, 300 points\n"));
}

static void study_has_no_clock_and_no_points_and_asks_again_what_was_wrong(void **state)
{
	(void)state;
	assert_string_equal(
		play_as("study", "1\n1,3\n2\n2\n", 3, 0) +
			strlen("Study: No clock, no points; what was wrong comes back\n"),
		"Odds and ends\n"
		"Topic: Cities\n"
		"Question 1 of 3\n"
		"What is the capital of Australia?\n"
		"1. Sydney\n"
		"2. Canberra\n"
		"3. Melbourne\n"
		"Type a number from 1 to 3 or a letter from A to C, h for a hint, q to quit.\n"
		"Wrong\n"
		"Right answer: 2. Canberra\n"
		"The largest city, not the capital.\n"
		"Chosen in 1908 as a compromise.\n"
		"Source: Atlas of the World, p. 12; http://a.example/#x=1\n"
		"It comes back.\n"
		"\n"
		"Question 2 of 4\n"
		"Which are gases?\n"
		"1. Helium\n"
		"2. Iron\n"
		"3. Neon\n"
		"4. lead.png\n"
		"2 are right: type their numbers (1 to 4) or letters (A to D) with commas between, "
		"q to quit.\n"
		"Right\n"
		"\n"
		"Question 3 of 4\n"
		"Venice is the capital of Italy.\n"
		"1. True\n"
		"2. False\n"
		"Right\n"
		"It is Rome:\n"
		"    SPQR\n"
		"\n"
		"and no other.\n"
		"\n"
		"Topic: Cities\n"
		"Question 4 of 4, once more\n"
		"What is the capital of Australia?\n"
		"1. Sydney\n"
		"2. Canberra\n"
		"3. Melbourne\n"
		"Right\n"
		"Chosen in 1908 as a compromise.\n"
		"Source: Atlas of the World, p. 12; http://a.example/#x=1\n"
		"\n"
		"Best streak: 3 right in a row\n"
		"Time: 4 seconds\n"
		"Hardest question: What is the capital of Australia?\n"
		"To repeat: What is the capital of Australia?\n"
		"Score: 3 of 4 right, 0 points\n");
}

static void daily_names_its_date_which_is_its_seed(void **state)
{
	struct text_options o = {.game = {.mode = game_mode("daily"), .seed = 5}};

	(void)state;
	play_with(o, "q\n", 3);
	assert_int_equal(strncmp(output,
				 "Daily, 22 November 2026: The same ten questions for everyone, "
				 "new each day\n",
				 74),
			 0);
	o.repeatable = true;
	play_with(o, "q\n", 3);
	assert_true(says("Daily: The same ten questions"));
}

/* Each of the three has a topic of its own. */
static const char *play_rounds(int players, const char *input)
{
	static const struct text topics[] = {{.s = "Cities"}, {.s = "Gases"}, {.s = "Lies"}};
	const struct text *before[3];

	for (int i = 0; i < 3; i++) {
		before[i] = questions[i].topic;
		questions[i].topic = &topics[i];
	}
	play_with(
		(struct text_options){
			.game = {.mode = game_mode("rounds"), .seed = 1, .nplayers = players}},
		input, 3);
	for (int i = 0; i < 3; i++)
		questions[i].topic = before[i];
	return output;
}

static void rounds_say_what_they_are_about_and_how_it_stands_between_them(void **state)
{
	(void)state;
	play_rounds(1, "2\n1,2\n2\n");
	assert_true(says("\nRound 1 of 3: Cities\nOdds and ends\nQuestion 1 of 3, 20 seconds\n"));
	assert_true(says("So far: 1 of 1 right, 357 points\n\nRound 2 of 3: Gases\nQuestion 2"));
	assert_true(says("So far: 1 of 2 right, 357 points\n\nRound 3 of 3: Lies\nQuestion 3"));
	assert_true(says("Score: 2 of 3 right, 358 points\n"));
}

/* ---- lifelines ---- */

static void fifty_leaves_one_wrong_answer_and_keeps_the_numbers(void **state)
{
	char input[32];

	(void)state;
	play_as("climb", "50\n", 1, 0);
	bool third = count("1. Sydney\n") == 2; /* is gone */
	assert_true(says(third ? "quit.\n1. Sydney\n2. Canberra\n"
			       : "quit.\n2. Canberra\n3. Melbourne\n"));
	snprintf(input, sizeof(input), "50\n%d\n2\n", third ? 3 : 1);
	play_as("climb", input, 1, 0);
	assert_true(says(" was taken away.\nType a number from 1 to 3 or a letter from A to C, "
			 "h for a hint, time for 20 seconds more, q to quit. Used: 50.\n"));
	assert_true(says("Score: 1 of 1 right"));
}

static void a_lifeline_is_there_once_a_game(void **state)
{
	(void)state;
	play_as("climb", "50\n50:50\n2\n fifty \ntime\n", 3, 0);
	assert_int_equal(count("50 is used: it is there once a game.\n"), 2);
	assert_true(says("There is no clock here.\n"));
}

static void more_time_says_how_much_is_left(void **state)
{
	char input[100] = "Time\n";

	(void)state;
	for (int i = 0; i < 24; i++)
		strcat(input, "?\n");
	strcat(input, "2\n"); /* the 26th second of 40 */
	play_as("climb", input, 1, 0);
	assert_true(says("20 seconds more: 39 left.\n"));
	assert_true(says("Right: 300 points\n"));
}

static void swap_asks_another_question(void **state)
{
	struct text_options o = {.questions = 1, .game = {.mode = game_modes, .seed = 1}};

	(void)state;
	play_with(o, "swap\nq\n", 3);
	assert_true(says("swap for another question, "));
	assert_int_equal(count("Question 1 of 1"), 2);
	assert_int_equal(count("What is the capital"), 1);
	play_with(o, "swap\nq\n", 1);
	assert_true(says("There is no other question left.\n"));
}

static void a_choice_of_that_name_comes_before_a_lifeline(void **state)
{
	static const struct choice words[] = {{.text = {.s = "Time"}, .right = true},
					      {.text = {.s = "50"}},
					      {.text = {.s = "Space"}},
					      {.text = {.s = "Matter"}}};
	struct question before = questions[0];

	(void)state;
	questions[0].choices = words;
	questions[0].nchoices = 4;
	play_as("climb", "time\n", 1, 0);
	assert_true(says("50:50 to take wrong answers away, more for 20 seconds more, q"));
	assert_true(says("Right: "));
	play_as("climb", "50\n", 1, 0);
	assert_true(says("Wrong\n"));
	play_as("climb", "50:50\nmore\n", 1, 0);
	assert_true(says("20 seconds more: 38 left.\n"));
	questions[0] = before;
}

static void a_mode_says_which_lifelines_it_has_not(void **state)
{
	(void)state;
	play_as("one-take", "50\nswap\ntime\nh\n", 1, 0);
	assert_true(says("quit.\nOne Take has no 50:50.\nOne Take has no swap.\n"
			 "One Take has no more time.\nHint: Neither"));
}

/* ---- several ---- */

static void each_has_a_turn_and_the_last_word_is_how_all_stand(void **state)
{
	(void)state;
	play_several("climb", 3, "2\n1,3\n1\n", 3);
	assert_int_equal(strncmp(output,
				 "Player 1, it is your turn: 0 points\n"
				 "Odds and ends\nTopic: Cities\nQuestion 1 of 1, 20 seconds\n",
				 88),
			 0);
	assert_true(says("\n\nPlayer 2, it is your turn: 0 points\nQuestion 1 of 1\n"));
	assert_true(says("\n\nStandings at the end:\n"
			 "1. Player 1: 357 points, 1 of 1 right, 1.0 seconds\n"
			 "2. Player 2: 100 points, 1 of 1 right, 1.0 seconds\n"
			 "3. Player 3: 0 points, 0 of 1 right, 1.0 seconds\n"
			 "Score: 2 of 3 right, 457 points\n"));
	assert_false(says("To repeat"));
}

static void a_tie_is_said_whoever_was_faster(void **state)
{
	struct question two[] = {questions[2], questions[2]};
	struct pack own = {.id = "two", .title = {.s = "Two"}, .questions = two, .nquestions = 2};
	const struct pack *packs[] = {&own};

	(void)state;
	play_with((struct text_options){.packs = packs,
					.npacks = 1,
					.game = {.mode = game_modes, .seed = 1, .nplayers = 2}},
		  "2\nwhat\n2\n", 2);
	assert_true(says("1.0 seconds\n1. Player 2: "));
	assert_true(says("2.0 seconds\nPlayer 1 and Player 2 tie for place 1.\n"));
}

static void who_asks_how_is_told(void **state)
{
	(void)state;
	play_as("climb", "help\n?\nq\n", 1, 0);
	assert_int_equal(count("Type a number from 1 to 3 or a letter"), 3);
	assert_false(says("none of the answers"));
	assert_false(says("kept")); /* there is no store */
	play_as("climb", "2\n1,3\n?\n", 3, 0);
	assert_true(says("Type true or false, a number from 1 to 2 or a letter from A to B, "));
}

static void where_nobody_scored_that_is_said(void **state)
{
	(void)state;
	play_several("climb", 3, "1\n1,2\n1\n", 3);
	assert_true(says("1. Player 1: 0 points, 0 of 1 right, 1.0 seconds\n"
			 "1. Player 2: 0 points, 0 of 1 right, 1.0 seconds\n"
			 "1. Player 3: 0 points, 0 of 1 right, 1.0 seconds\n"
			 "Nobody scored.\n"));
	assert_false(says("tie for place"));
}

static void names_that_were_given_are_used(void **state)
{
	struct text_options o = {.questions = 1,
				 .game = {.mode = game_mode("one-take"),
					  .seed = 1,
					  .nplayers = 2,
					  .seats = {{.name = "Mina"}, {.name = "Jo\x1b[1m"}}}};

	(void)state;
	play_with(o, "1\n1,3\n", 2);
	assert_true(says("Mina, it is your turn: 0 points\n"));
	assert_true(says("Mina is out.\n"));
	assert_true(says("1. Jo\ufffd[1m: 100 points"));
	assert_null(strchr(output, 0x1b));
}

static void standings_come_between_the_rounds_of_several(void **state)
{
	struct question four[] = {questions[0], questions[0], questions[2], questions[2]};
	struct pack own = {
		.id = "four", .title = {.s = "Four"}, .questions = four, .nquestions = 4};
	const struct pack *packs[] = {&own};

	(void)state;
	four[2].topic = four[3].topic = &(struct text){.s = "Lies"};
	play_with(
		(struct text_options){
			.packs = packs,
			.npacks = 1,
			.game = {.mode = game_mode("rounds"), .seed = 1, .nplayers = 2}},
		"2\n1\n2\n2\n", 3);
	assert_int_equal(strncmp(output, "Rounds: ", 8), 0);
	assert_true(says("\nRound 1 of 2: Cities\nPlayer 1, it is your turn: 0 points\nFour\n"));
	assert_true(says("\nStandings after round 1:\n"
			 "1. Player 1: 357 points, 1 of 1 right, 1.0 seconds\n"
			 "2. Player 2: 0 points, 0 of 1 right, 1.0 seconds\n"
			 "\nRound 2 of 2: Lies\n"
			 "Player 1, it is your turn: 357 points\nQuestion 2 of 2\n"));
	assert_true(says("Score: 3 of 4 right, 359 points\n"));
}

/* ---- what was before ---- */

static void enough_answers_tell_how_many_had_it_right(void **state)
{
	struct past past;

	(void)state;
	past_init(&past);
	pack.questions = questions;
	for (int i = 0; i < PAST_ENOUGH - 1; i++)
		past_note(&past, past_key(&pack, &questions[1]), i < 3, true);
	play_with((struct text_options){.questions = 3,
					.repeatable = true,
					.past = &past,
					.game = {.mode = game_modes, .seed = 1}},
		  "2\n1,3\n2\n", 3);
	assert_int_equal(count("of all answers to it were right"), 2);
	assert_true(says("Right: 100 points\n40 % of all answers to it were right.\n\n"));
	assert_true(says("Hardest question: Which are gases?\n"
			 "40 % of all answers to it were right.\nScore"));
	past_finish(&past);
}

static void what_was_asked_lately_comes_last(void **state)
{
	struct text_options o = {.questions = 1, .game = {.mode = game_modes, .seed = 1}};
	struct past past;

	(void)state;
	past_init(&past);
	o.past = &past;
	play_with(o, "2\n", 3);
	assert_true(says("What is the capital"));
	play_with(o, "1,3\n", 3);
	assert_true(says("Which are gases"));
	play_with(o, "2\n", 3);
	assert_true(says("Venice"));
	o.repeatable = true;
	play_with(o, "2\n", 3);
	assert_true(says("What is the capital"));
	past_finish(&past);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sprint_says_the_time_left_and_ends_with_it),
		cmocka_unit_test(study_has_no_clock_and_no_points_and_asks_again_what_was_wrong),
		cmocka_unit_test(daily_names_its_date_which_is_its_seed),
		cmocka_unit_test(rounds_say_what_they_are_about_and_how_it_stands_between_them),
		cmocka_unit_test(fifty_leaves_one_wrong_answer_and_keeps_the_numbers),
		cmocka_unit_test(a_lifeline_is_there_once_a_game),
		cmocka_unit_test(more_time_says_how_much_is_left),
		cmocka_unit_test(swap_asks_another_question),
		cmocka_unit_test(a_choice_of_that_name_comes_before_a_lifeline),
		cmocka_unit_test(a_mode_says_which_lifelines_it_has_not),
		cmocka_unit_test(each_has_a_turn_and_the_last_word_is_how_all_stand),
		cmocka_unit_test(a_tie_is_said_whoever_was_faster),
		cmocka_unit_test(who_asks_how_is_told),
		cmocka_unit_test(where_nobody_scored_that_is_said),
		cmocka_unit_test(names_that_were_given_are_used),
		cmocka_unit_test(standings_come_between_the_rounds_of_several),
		cmocka_unit_test(enough_answers_tell_how_many_had_it_right),
		cmocka_unit_test(what_was_asked_lately_comes_last),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	free(output);
	return failed;
}
