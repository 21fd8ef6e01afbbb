#include <pty.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sys/wait.h>
#include <unistd.h>

#include "textplay.h"

static const char *play(const char *input, int n)
{
	return play_as("climb", input, n, 0);
}

/* What one question with this ask and no clock looks like. */
static const char *show(const char *text, int width)
{
	struct question before = questions[0];

	questions[0].ask.s = text;
	questions[0].time_s = 0;
	play_as("climb", "q\n", 1, width);
	questions[0] = before;
	return output;
}

#define FIRST_HOW                                                                                  \
	"Type a number from 1 to 3 or a letter from A to C, h for a hint, "                        \
	"50 to take wrong answers away, time for 20 seconds more, q to quit.\n"

#define FIRST                                                                                      \
	"Odds and ends\n"                                                                          \
	"Topic: Cities\n"                                                                          \
	"Question 1 of 3, 20 seconds\n"                                                            \
	"What is the capital of Australia?\n"                                                      \
	"1. Sydney\n"                                                                              \
	"2. Canberra\n"                                                                            \
	"3. Melbourne\n" FIRST_HOW

#define FIRST_WHY                                                                                  \
	"Chosen in 1908 as a compromise.\n"                                                        \
	"Source: Atlas of the World, p. 12; http://a.example/#x=1\n"                               \
	"\n"

#define SECOND_HOW                                                                                 \
	"2 are right: type their numbers (1 to 4) or letters (A to D) with commas between, "       \
	"50 to take wrong answers away, q to quit.\n"

#define SECOND                                                                                     \
	"Question 2 of 3\n"                                                                        \
	"Which are gases?\n"                                                                       \
	"1. Helium\n"                                                                              \
	"2. Iron\n"                                                                                \
	"3. Neon\n"                                                                                \
	"4. lead.png\n" SECOND_HOW

#define THIRD                                                                                      \
	"Question 3 of 3\n"                                                                        \
	"Venice is the capital of Italy.\n"                                                        \
	"1. True\n"                                                                                \
	"2. False\n"

#define THIRD_WHY                                                                                  \
	"It is Rome:\n"                                                                            \
	"    SPQR\n"                                                                               \
	"\n"                                                                                       \
	"and no other.\n"                                                                          \
	"\n"

static void a_game_played_well_reads_like_this(void **state)
{
	(void)state;
	assert_string_equal(play("2\nc, a\nb\n", 3),
			    FIRST "Right: 300 + 57 for speed = 357 points\n" FIRST_WHY SECOND
				  "Right: 100 points\n\n" THIRD
				  "Right: 1 + 50 for 3 in a row = 51 points\n" THIRD_WHY
				  "Best streak: 3 right in a row\n"
				  "Time: 3 seconds\n"
				  "Hardest question: What is the capital of Australia?\n"
				  "Score: 3 of 3 right, 508 points\n");
}

static void a_game_played_badly_reads_like_this(void **state)
{
	(void)state;
	assert_string_equal(play("A\n2,1\n1\n", 3),
			    FIRST "Wrong\n"
				  "Right answer: 2. Canberra\n"
				  "The largest city, not the capital.\n" FIRST_WHY SECOND "Wrong\n"
				  "Right answer: 1. Helium\n"
				  "Right answer: 3. Neon\n"
				  "2. A metal.\n"
				  "\n" THIRD "Wrong\n"
				  "Right answer: 2. False\n" THIRD_WHY "Time: 3 seconds\n"
				  "Hardest question: What is the capital of Australia?\n"
				  "To repeat: What is the capital of Australia?\n"
				  "To repeat: Which are gases?\n"
				  "To repeat: Venice is the capital of Italy.\n"
				  "Score: 0 of 3 right, 0 points\n");
}

static void a_wrong_answer_ends_one_take(void **state)
{
	(void)state;
	assert_string_equal(play_as("one-take", "3\n1\n", 3, 0),
			    "One Take: One wrong answer ends the run\n"
			    "Odds and ends\n"
			    "Topic: Cities\n"
			    "Question 1 of 3, 20 seconds\n"
			    "What is the capital of Australia?\n"
			    "1. Sydney\n"
			    "2. Canberra\n"
			    "3. Melbourne\n"
			    "Type a number from 1 to 3 or a letter from A to C, h for a hint, "
			    "q to quit.\n"
			    "Wrong\n"
			    "Right answer: 2. Canberra\n"
			    "Chosen in 1908 as a compromise.\n"
			    "Source: Atlas of the World, p. 12; http://a.example/#x=1\n"
			    "The take ends here.\n"
			    "\n"
			    "Time: 1 second\n"
			    "To repeat: What is the capital of Australia?\n"
			    "Score: 0 of 1 right, 0 points\n");
}

static void a_hint_costs_nothing_but_time(void **state)
{
	(void)state;
	assert_string_equal(play("h\n H \n2\nh\n", 3),
			    FIRST "Hint: Neither of the two largest.\n"
				  "Hint: Neither of the two largest.\n"
				  "Right: 300 + 51 for speed = 351 points\n" FIRST_WHY SECOND
				  "Hint: there is none here.\n"
				  "\n"
				  "Time: 3 seconds\n"
				  "Score: 1 of 1 right, 351 points\n");
}

static void what_is_no_answer_is_explained_and_asked_again(void **state)
{
	static const char *const inputs[] = {
		"0", "4",  "d", "22",     "canbera", "1,2", "1,x", "-1",  "",
		"?", "1.", ",", "\x1b[A", "é",       "  ",  "\r",  "and", "99999999999999999999"};

	(void)state;
	for (size_t i = 0; i < sizeof(inputs) / sizeof(*inputs); i++) {
		char input[64];

		snprintf(input, sizeof(input), "%s\n2\n", inputs[i]);
		play(input, 3);
		assert_int_equal(strncmp(output, FIRST, strlen(FIRST)), 0);
		assert_non_null(strstr(output + strlen(FIRST), FIRST_HOW "Right: "));
	}
}

/* Plays the second question, in which two are right, with this line. */
static const char *play_second(const char *line)
{
	char input[64];

	snprintf(input, sizeof(input), "2\n%s\n3 1\n", line);
	return strstr(play(input, 3), SECOND) + strlen(SECOND);
}

static void what_was_wrong_with_an_answer_is_said(void **state)
{
	(void)state;
	assert_string_equal(strstr(play("1,2\n", 1), "q to quit.\n"),
			    "q to quit.\nChoose one answer, not 2.\n" FIRST_HOW
			    "Score: 0 of 0 right, 0 points\n");
	assert_non_null(strstr(play("22\n", 1), "\n\"22\" is none of the answers.\nType"));
	assert_non_null(strstr(play(" \x1b[A \n", 1), "\"\ufffd[A\" is none of the answers."));
	assert_string_equal(play_second("4"), "2 are right here: choose 2, not 1.\n" SECOND_HOW
					      "Right: 100 points\n\n" THIRD "\n"
					      "Best streak: 2 right in a row\n"
					      "Time: 3 seconds\n"
					      "Hardest question: Which are gases?\n"
					      "Score: 2 of 2 right, 457 points\n");
	assert_non_null(strstr(play_second("123"), "2 are right here: choose 2, not 3.\n"));
	assert_non_null(strstr(play_second("1, 7"), "\"7\" is none of the answers.\n"));
}

static void several_answers_come_in_many_forms(void **state)
{
	static const char *const lines[] = {"13",    "31",      "1 3",          "1;3",
					    "A, C",  "A and C", "ac",           "1 AND c",
					    "1 , 3", "3,1,",    "helium, NEON", "Helium and 3"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		assert_int_equal(strncmp(play_second(lines[i]), "Right: 100 points\n", 18), 0);
}

static void a_choice_may_be_typed_as_it_is_printed(void **state)
{
	static const char *const falsehoods[] = {"false", "False", "f", "F", "b", "2", " FALSE \r"};

	(void)state;
	assert_non_null(strstr(play(" canberra \n", 1), "\nRight: "));
	for (size_t i = 0; i < sizeof(falsehoods) / sizeof(*falsehoods); i++) {
		char input[64];
		snprintf(input, sizeof(input), "2\n1,3\n%s\n", falsehoods[i]);
		assert_non_null(strstr(play(input, 3), THIRD "Right: "));
	}
	assert_non_null(strstr(play("2\n1,3\nt\n", 3), THIRD "Wrong\n"));
	assert_non_null(strstr(play("2\n1,3\ntrue\n", 3), THIRD "Wrong\n"));
}

static void a_single_figure_is_a_number_before_it_is_a_text(void **state)
{
	static const struct choice figures[] = {
		{.text = {.s = "3"}}, {.text = {.s = "14"}, .right = true}, {.text = {.s = "9"}}};
	struct question before = questions[0];

	(void)state;
	questions[0].choices = figures;
	assert_non_null(strstr(play("9\n3\n", 1), "\"9\" is none of the answers.\n"));
	assert_non_null(strstr(output, "\nWrong\n"));
	assert_non_null(strstr(play("14\n", 1), "\nRight: "));
	questions[0] = before;
}

static void several_answers_are_wanted_in_full(void **state)
{
	static const char *const inputs[] = {"1", "1,1", "1,2,3", "1,5", "?"};

	(void)state;
	for (size_t i = 0; i < sizeof(inputs) / sizeof(*inputs); i++) {
		char input[64];

		snprintf(input, sizeof(input), "2\n%s\n3 1\n", inputs[i]);
		play(input, 3);
		assert_non_null(strstr(output, SECOND_HOW "Right: 100 points\n"));
	}
}

static void each_right_one_of_several_is_enough_where_any_counts(void **state)
{
	struct question before = questions[1];

	(void)state;
	questions[1].pick = PICK_ANY;
	play("2\n3\n", 3);
	questions[1] = before;
	assert_non_null(strstr(output, "4. lead.png\n"
				       "More than one is right, one is enough. "
				       "Type a number from 1 to 4 or a letter from A to D, "
				       "50 to take wrong answers away, q to quit.\n"
				       "Right: 100 points\n"
				       "Right answer: 1. Helium\n"
				       "Right answer: 3. Neon\n"));
}

static void an_answer_after_the_limit_is_late(void **state)
{
	char input[64] = "";

	(void)state;
	for (int i = 0; i < 20; i++)
		strcat(input, "h\n");
	play(input, 3); /* the twentieth second is over when the twentieth line is read */
	assert_non_null(strstr(output,
			       "Hint: Neither of the two largest.\n"
			       "Out of time\n"
			       "Right answer: 2. Canberra\n" FIRST_WHY SECOND "\nTime: 20 seconds\n"
			       "To repeat: What is the capital of Australia?\n"
			       "Score: 0 of 1 right, 0 points\n"));
	questions[0].time_s = 1;
	play("?\n", 1);
	assert_non_null(strstr(output, "Question 1 of 1, 1 second\n"));
	assert_non_null(strstr(output, "Out of time\n"));
	questions[0].time_s = 20;
}

static void q_quits_and_the_open_question_does_not_count(void **state)
{
	(void)state;
	assert_string_equal(play("Q\n2\n", 3), FIRST "Score: 0 of 0 right, 0 points\n");
	assert_string_equal(play("1\nq\n", 3),
			    FIRST "Wrong\n"
				  "Right answer: 2. Canberra\n"
				  "The largest city, not the capital.\n" FIRST_WHY SECOND
				  "\nTime: 1 second\n"
				  "To repeat: What is the capital of Australia?\n"
				  "Score: 0 of 1 right, 0 points\n");
}

static void the_end_of_the_input_ends_the_game(void **state)
{
	(void)state;
	assert_string_equal(play("\n", 3) + strlen(FIRST),
			    FIRST_HOW "Score: 0 of 0 right, 0 points\n");
	play("2", 1); /* a last line without its newline counts */
	assert_non_null(strstr(output, "Score: 1 of 1 right, 357 points\n"));
}

static void an_empty_pack_has_a_score_too(void **state)
{
	(void)state;
	assert_string_equal(play("1\n", 0), "Score: 0 of 0 right, 0 points\n");
}

static void pictures_and_sounds_are_told_in_words(void **state)
{
	struct question before = questions[0];

	(void)state;
	questions[0].image = "map.png";
	questions[0].credit.s = "Jo";
	play("2\n", 1);
	assert_non_null(strstr(output, "?\nPicture: map.png\n1. "));
	assert_non_null(strstr(output, "\nCredit: Jo\n"));
	questions[0].alt.s = "A map; the north is \"down\"";
	play("2\n", 1);
	assert_non_null(strstr(output, "?\nPicture: A map; the north is \"down\"\n1. "));
	questions[0].audio = "hum.ogg";
	play("2\n", 1);
	assert_non_null(strstr(output, "?\nPicture and sound: A map; the north is \"down\"\n1. "));
	questions[0].image = NULL;
	play("2\n", 1);
	assert_non_null(strstr(output, "?\nSound: A map; the north is \"down\"\n1. "));
	questions[0] = before;
}

static void texts_are_in_the_language_asked_for(void **state)
{
	struct translation german = {"de", "Was ist die Hauptstadt Australiens?", NULL};
	const struct pack *packs[] = {&pack};
	int64_t clock_ms = 0;
	size_t size;
	struct text_options o = {
		.in = fmemopen((char[]){"q\n"}, 2, "r"),
		.packs = packs,
		.npacks = 1,
		.language = "de",
		.game = {.mode = game_modes, .seed = 1, .clock_percent = CLOCK_OFF},
		.now_ms = now_ms,
		.clock = &clock_ms,
	};

	(void)state;
	play("q\n", 1);
	questions[0].ask.more = &german;
	free(output);
	o.out = open_memstream(&output, &size);
	text_play(&o);
	fclose(o.in);
	fclose(o.out);
	questions[0].ask.more = NULL;
	assert_non_null(
		strstr(output, "Question 1 of 1\nWas ist die Hauptstadt Australiens?\n1. "));
}

static void into_a_pipe_a_text_goes_to_the_letter(void **state)
{
	char text[700], expected[800];

	(void)state;
	for (int i = 0; i < 600; i += 10)
		memcpy(text + i, "a; #=:\"' b", 10);
	strcpy(text + 600, " \tend  of it\n   x \n\n日本語 e\u0301 \u200d\u200c \U0001f600");
	snprintf(expected, sizeof(expected), "Question 1 of 1\n%s\n1. Sydney\n", text);
	assert_non_null(strstr(show(text, 0), expected));
}

static void control_characters_never_get_out(void **state)
{
	(void)state;
	for (int width = 0; width <= 80; width += 80) {
		for (uint32_t code = 1; code < 0xa0; code++) {
			char text[8] = {'a', (char)code, 'b', 0};

			if (code == '\n' || code == '\t' || (code >= 0x20 && code < 0x7f))
				continue;
			if (code >= 0x80)
				snprintf(text, sizeof(text), "a\xc2%cb", (char)code);
			assert_non_null(strstr(show(text, width), "a\ufffdb"));
		}
		assert_non_null(strstr(show("1\u202e2\u20663\u20284\ufeff5\U000e00016", width),
				       "1\ufffd2\ufffd3\ufffd4\ufffd5\ufffd6"));
		assert_non_null(strstr(show("a\xff\xc3(\xed\xa0\x80z", width), "a\ufffd\ufffd("));
	}
	assert_null(strchr(show("\x1b[31mred\x1b]0;title\x07", 0), 0x1b));
}

static void a_terminal_wraps_by_words(void **state)
{
	(void)state;
	setenv("NO_COLOR", "1", 1);
	/*                       12345678901234567890 */
	assert_non_null(strstr(show("Twenty columns wide, of which each one is used.", 20),
			       "\nTwenty columns wide,\nof which each one is\nused.\n1. Sydney\n"));
	assert_non_null(strstr(show("Donaudampfschifffahrtsgesellschaft", 20),
			       "\nDonaudampfschifffahr\ntsgesellschaft\n1. "));
	assert_non_null(strstr(show("   kept\n\ttab  two", 20), "\n   kept\n    tab  two\n1. "));
	assert_non_null(strstr(show("x", 20), "Type a number from 1\nto 3 or a letter\n"));
	unsetenv("NO_COLOR");
}

static void wide_characters_take_two_columns_and_marks_none(void **state)
{
	(void)state;
	setenv("NO_COLOR", "1", 1);
	assert_non_null(
		strstr(show("日本語日本語日本語日本語", 20), "\n日本語日本語日本語日\n本語\n1. "));
	assert_non_null(strstr(show("e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301 f", 10),
			       "\ne\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301 f\n1. "));
	unsetenv("NO_COLOR");
}

static void lines_after_the_first_hang_below_the_text(void **state)
{
	(void)state;
	setenv("NO_COLOR", "1", 1);
	play_as("climb", "1\n", 1, 24);
	/*                             123456789012345678901234 */
	assert_non_null(strstr(output, "\nSource: Atlas of the\n        World, p. 12;\n"));
	unsetenv("NO_COLOR");
}

static void however_narrow_nothing_is_wider_than_the_terminal(void **state)
{
	(void)state;
	setenv("NO_COLOR", "1", 1);
	for (int width = 1; width < 60; width++) {
		int longest = 0, column = 0;

		play_as("climb", "h\n1\n1,2\n1\n", 3, width);
		for (const char *s = output; strncmp(s, "Score", 5) != 0; s++) {
			column = *s == '\n' ? 0 : column + 1;
			longest = column > longest ? column : longest;
		}
		assert_true(longest <= width || width < 18); /* the widest label */
	}
	unsetenv("NO_COLOR");
}

static void colour_is_for_terminals_that_want_it(void **state)
{
	(void)state;
	unsetenv("NO_COLOR");
	play_as("climb", "2\n1,2\n", 3, 80);
	assert_non_null(strstr(output, "\033[1mWhat is the capital of Australia?\n\033[0m"));
	assert_non_null(strstr(output, "\033[32mRight: "));
	assert_non_null(strstr(output, "\033[31mWrong\n\033[0m"));
	assert_null(strchr(play("2\n1,2\n", 3), 0x1b));
	setenv("NO_COLOR", "1", 1);
	assert_null(strchr(play_as("climb", "2\n1,2\n", 3, 80), 0x1b));
	unsetenv("NO_COLOR");
}

/* At a keyboard that types this; NULL: there is none, as a bare root has no terminals. */
static const char *play_at_keyboard(int players, const char *typed)
{
	const struct pack *packs[] = {&pack};
	int64_t clock_ms = 0;
	int keyboard, terminal;
	size_t size;
	struct text_options o = {
		.width = 80,
		.packs = packs,
		.npacks = 1,
		.questions = 1,
		.game = {.mode = game_modes,
			 .seed = 1,
			 .clock_percent = CLOCK_OFF,
			 .nplayers = players},
		.now_ms = now_ms,
		.now = now,
		.clock = &clock_ms,
	};

	play("q\n", 2);
	if (openpty(&keyboard, &terminal, NULL, NULL, NULL) != 0)
		return NULL;
	assert_int_equal(write(keyboard, typed, strlen(typed)), strlen(typed));
	free(output);
	o.in = fdopen(terminal, "r");
	o.out = open_memstream(&output, &size);
	setenv("NO_COLOR", "1", 1);
	text_play(&o);
	unsetenv("NO_COLOR");
	fclose(o.in);
	fclose(o.out);
	close(keyboard);
	return output;
}

static void at_a_keyboard_there_is_a_prompt_and_the_score_has_a_line_of_its_own(void **state)
{
	(void)state;
	if (!play_at_keyboard(1, "?\n\x04"))
		skip();
	assert_non_null(strstr(output, "\n> Type a number"));
	assert_non_null(strstr(output, "\n> \nScore: 0 of 0 right, 0 points\n"));
}

static void at_a_keyboard_each_says_when_they_are_ready(void **state)
{
	(void)state;
	if (!play_at_keyboard(2, "2\n2\n\nq\n"))
		skip();
	assert_ptr_equal(strstr(output, "Player 1, it is your turn: 0 points\n"
					"Press Enter when you are ready.\n> Odds and ends\n"),
			 output);
	assert_non_null(strstr(output, "\n> Right: 300 points\n"));
	assert_non_null(strstr(output, "\nPlayer 2, it is your turn: 0 points\n"
				       "Press Enter when you are ready.\n> Question 1 of 1\n"));
	if (!play_at_keyboard(2, "q\n"))
		skip();
	assert_null(strstr(output, "Question"));
	assert_non_null(strstr(output, "Score: 0 of 0 right, 0 points\n"));
}

static int64_t hours(void *looks)
{
	return ++*(int64_t *)looks * 3600 * 1000;
}

/* How often the clock is looked at until "q" is typed, so much later. */
static int64_t looks_until(int ms)
{
	const struct pack *packs[] = {&pack};
	char path[] = "/tmp/stairwell-text-XXXXXX", file[64];
	int64_t looks = 0;
	int ends[2];

	pack.questions = questions;
	pack.nquestions = 3;
	assert_non_null(mkdtemp(path));
	snprintf(file, sizeof file, "%s/db", path);
	assert_int_equal(pipe(ends), 0);
	if (fork() == 0) {
		usleep((useconds_t)ms * 1000);
		_exit(write(ends[1], "q\n", 2) != 2);
	}
	close(ends[1]);
	struct text_options o = {
		.in = fdopen(ends[0], "r"),
		.out = fopen("/dev/null", "w"),
		.notes = stderr,
		.packs = packs,
		.npacks = 1,
		.game = {.mode = game_mode("climb"), .clock_percent = CLOCK_STANDARD},
		.store = store_open(file, NULL),
		.now_ms = hours,
		.now = now,
		.clock = &looks};
	assert_int_equal(text_play(&o), 0);
	fclose(o.in);
	fclose(o.out);
	store_close(o.store);
	wait(NULL);
	remove(file);
	remove(path);
	return looks;
}

static void a_clock_that_ran_out_is_looked_at_no_more(void **state)
{
	(void)state;
	assert_true(looks_until(2300) <= looks_until(0) + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_clock_that_ran_out_is_looked_at_no_more),
		cmocka_unit_test(a_game_played_well_reads_like_this),
		cmocka_unit_test(a_game_played_badly_reads_like_this),
		cmocka_unit_test(a_wrong_answer_ends_one_take),
		cmocka_unit_test(a_hint_costs_nothing_but_time),
		cmocka_unit_test(what_is_no_answer_is_explained_and_asked_again),
		cmocka_unit_test(what_was_wrong_with_an_answer_is_said),
		cmocka_unit_test(several_answers_come_in_many_forms),
		cmocka_unit_test(a_choice_may_be_typed_as_it_is_printed),
		cmocka_unit_test(a_single_figure_is_a_number_before_it_is_a_text),
		cmocka_unit_test(several_answers_are_wanted_in_full),
		cmocka_unit_test(each_right_one_of_several_is_enough_where_any_counts),
		cmocka_unit_test(an_answer_after_the_limit_is_late),
		cmocka_unit_test(q_quits_and_the_open_question_does_not_count),
		cmocka_unit_test(the_end_of_the_input_ends_the_game),
		cmocka_unit_test(an_empty_pack_has_a_score_too),
		cmocka_unit_test(pictures_and_sounds_are_told_in_words),
		cmocka_unit_test(texts_are_in_the_language_asked_for),
		cmocka_unit_test(into_a_pipe_a_text_goes_to_the_letter),
		cmocka_unit_test(control_characters_never_get_out),
		cmocka_unit_test(a_terminal_wraps_by_words),
		cmocka_unit_test(wide_characters_take_two_columns_and_marks_none),
		cmocka_unit_test(lines_after_the_first_hang_below_the_text),
		cmocka_unit_test(however_narrow_nothing_is_wider_than_the_terminal),
		cmocka_unit_test(colour_is_for_terminals_that_want_it),
		cmocka_unit_test(
			at_a_keyboard_there_is_a_prompt_and_the_score_has_a_line_of_its_own),
		cmocka_unit_test(at_a_keyboard_each_says_when_they_are_ready),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	free(output);
	return failed;
}
