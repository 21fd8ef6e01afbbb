/* Rules over packs: where they speak, where they keep silent, and the arithmetic under them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "chance.h"
#include "lint.h"
#include "rng.h"
#include "similar.h"

static struct library packs;
static char folder[] = "/tmp/lintallXXXXXX";
static char *text; /* of the pack in the making */
static size_t ntext;
static FILE *out;

static void begin_pack(const char *head)
{
	out = open_memstream(&text, &ntext);
	fprintf(out, "title = Test\n%s\n", head);
}

static void end_pack_as(const char *path)
{
	FILE *f;

	fclose(out);
	f = fopen(path, "w");
	assert_non_null(f);
	fwrite(text, 1, ntext, f);
	fclose(f);
	free(text);
	packs.keeps_texts = true;
	assert_non_null(library_add(&packs, path));
	unlink(path);
}

static void end_pack(const char *name)
{
	char path[100];

	snprintf(path, sizeof path, "%s/%s.ini", folder, name);
	end_pack_as(path);
}

static int count_code(const char *code)
{
	int n = 0;

	for (int i = 0; i < packs.n; i++)
		for (int k = 0; k < packs.entries[i].diag.n; k++)
			n += strcmp(packs.entries[i].diag.findings[k].code, code) == 0;
	return n;
}

static const struct finding *find_in(const struct diag *d, const char *code)
{
	for (int i = 0; i < d->n; i++)
		if (strcmp(d->findings[i].code, code) == 0)
			return &d->findings[i];
	return NULL;
}

static const struct finding *find_code(const char *code)
{
	const struct finding *f = NULL;

	for (int i = 0; i < packs.n && !f; i++)
		f = find_in(&packs.entries[i].diag, code);
	return f;
}

static void lint(void)
{
	for (int i = 0; i < packs.n; i++)
		assert_int_equal(packs.entries[i].diag.errors, 0);
	lint_library(&packs);
}

static int clean_up(void **state)
{
	(void)state;
	library_finish(&packs);
	return 0;
}

/* ---- chance ---- */

static void assert_close(double is, double should)
{
	if (fabs(is - should) > 1e-9 + 1e-6 * should)
		fail_msg("%.12g, not %.12g", is, should);
}

static void the_tails_of_a_binomial_are_exact(void **state)
{
	const struct trials coins = {10, 0.5}, quarter = {20, 0.25};

	(void)state;
	assert_close(chance_at_least(&coins, 1, 8), 56.0 / 1024);
	assert_close(chance_at_least(&coins, 1, 10), 1.0 / 1024);
	assert_close(chance_at_most(&coins, 1, 2), 56.0 / 1024);
	assert_close(chance_at_least(&coins, 1, 0), 1);
	assert_close(chance_at_least(&coins, 1, 11), 0);
	assert_close(chance_at_most(&coins, 1, -1), 0);
	assert_close(chance_at_most(&coins, 1, 10), 1);
	assert_close(chance_expected(&quarter, 1), 5);
	/* 1 - sum over k < 10 of C(20, k) 3^(20-k) / 4^20 */
	assert_close(chance_at_least(&quarter, 1, 10), 0.013864416943);
}

static void trials_of_different_chances_sum_to_the_poisson_binomial(void **state)
{
	/* By hand: of two coins and a throw of one in four, 2 or more is 1/4 + 1/2 * 1/4. */
	const struct trials mixed[] = {{2, 0.5}, {1, 0.25}};

	(void)state;
	assert_close(chance_at_least(mixed, 2, 3), 1.0 / 16);
	assert_close(chance_at_least(mixed, 2, 2), 3.0 / 8);
	assert_close(chance_at_most(mixed, 2, 0), 3.0 / 16);
}

static void many_trials_are_near_the_normal_distribution(void **state)
{
	const struct trials exact = {1000, 0.25}, many = {1001, 0.25};

	(void)state;
	for (int k = 200; k <= 300; k += 10)
		assert_true(fabs(chance_at_least(&exact, 1, k) - chance_at_least(&many, 1, k)) <
			    0.01);
}

static void chi_square_is_as_in_the_tables(void **state)
{
	(void)state;
	assert_true(fabs(chance_chi_square(3.841459, 1) - 0.05) < 1e-6);
	assert_true(fabs(chance_chi_square(5.991465, 2) - 0.05) < 1e-6);
	assert_true(fabs(chance_chi_square(7.814728, 3) - 0.05) < 1e-6);
	assert_true(fabs(chance_chi_square(16.266236, 3) - 0.001) < 1e-7);
	assert_true(fabs(chance_chi_square(18.467, 4) - 0.001) < 1e-6);
	assert_true(fabs(chance_chi_square(37.652, 25) - 0.05) < 1e-5);
	assert_close(chance_chi_square(0, 3), 1);
}

/* ---- over a pack ---- */

/* A question with a right answer in a place, of equally long choices. */
static void ask(int number, int place, int choices, const char *more)
{
	fprintf(out, "[question]\nask = Matter %c%c\n", 'A' + number / 26, 'A' + number % 26);
	for (int i = 0; i < choices; i++)
		fprintf(out, "%s = %c%c%c\n", i == place ? "right" : "wrong", 'a' + number / 26,
			'a' + number % 26, 'a' + i);
	fprintf(out, "%s\n", more);
}

static void a_favourite_place_is_told_where_the_order_is_kept(void **state)
{
	(void)state;
	begin_pack("shuffle = no");
	for (int i = 0; i < 20; i++)
		ask(i, i < 14 ? 1 : i % 4, 4, "");
	end_pack("a");
	lint();
	assert_int_equal(count_code("W631"), 1);
	assert_string_equal(find_code("W631")->message,
			    "the right answer stands in place 2 in 15 of 20 questions that keep "
			    "their order; about 5 would be chance");
}

static void a_favourite_place_does_not_matter_where_choices_are_shuffled(void **state)
{
	(void)state;
	begin_pack("");
	for (int i = 0; i < 20; i++)
		ask(i, 1, 4, "");
	end_pack("a");
	lint();
	assert_null(find_code("W631"));
}

static void places_by_chance_or_too_few_are_not_told(void **state)
{
	(void)state;
	begin_pack("shuffle = no");
	for (int i = 0; i < 20; i++)
		ask(i, i < 5 ? 1 : i % 4, 4, ""); /* 9 of 20: p = 0.13 */
	end_pack("a");
	begin_pack("shuffle = no");
	for (int i = 0; i < 9; i++)
		ask(i, 1, 4, "");
	end_pack("b");
	begin_pack("shuffle = no");
	for (int i = 0; i < 10; i++)
		ask(i, i < 5 ? 1 : i % 4, 4, ""); /* 7 of 10: p = 0.014 */
	end_pack("c");
	lint();
	assert_null(find_code("W631"));
}

static void ten_right_answers_in_one_place_are_told(void **state)
{
	(void)state;
	begin_pack("shuffle = no");
	for (int i = 0; i < 10; i++)
		ask(i, 0, 4, "");
	end_pack("a");
	lint();
	assert_int_equal(count_code("W631"), 1);
}

static void a_code_in_the_head_silences_a_rule_over_the_pack(void **state)
{
	(void)state;
	begin_pack("shuffle = no\nlint-ignore = w631");
	for (int i = 0; i < 20; i++)
		ask(i, 1, 4, i == 0 ? "lint-ignore = N724" : "");
	end_pack("a");
	lint();
	assert_null(find_code("W631"));
}

static void ask_long(int number, bool longest)
{
	fprintf(out,
		"[question]\nask = Matter %d\nright = is%s\nwrong = ab, cd\nwrong = de, f\n"
		"wrong = gh, j\n",
		number, longest ? " by far the longest" : "");
}

static void right_answers_that_are_longest_too_often_are_told(void **state)
{
	(void)state;
	begin_pack("");
	for (int i = 0; i < 20; i++)
		ask_long(i, i < 14);
	end_pack("a");
	lint();
	assert_int_equal(count_code("W632"), 1);
	assert_string_equal(find_code("W632")->message,
			    "the right answer is the longest in 14 of 20 questions; about 5 would "
			    "be chance");
}

static void right_answers_that_are_longest_now_and_then_are_not_told(void **state)
{
	(void)state;
	begin_pack("");
	for (int i = 0; i < 20; i++)
		ask_long(i, i < 11); /* p = 0.0039 */
	end_pack("a");
	begin_pack("");
	for (int i = 0; i < 9; i++)
		ask_long(i, true);
	end_pack("b");
	lint();
	assert_null(find_code("W632"));
}

static void statements(int n, int trues)
{
	begin_pack("");
	for (int i = 0; i < n; i++)
		fprintf(out, "[question]\nask = Matter %d is so\nanswer = %s\n", i,
			i < trues ? "true" : "false");
}

static void statements_that_are_mostly_true_are_told(void **state)
{
	(void)state;
	statements(20, 17); /* 2 * 1351 / 2^20 = 0.0026 */
	end_pack("a");
	lint();
	assert_string_equal(find_code("N633")->message,
			    "17 of 20 statements are true; about 10 would be chance");
}

static void statements_that_are_mostly_false_are_told(void **state)
{
	(void)state;
	statements(10, 0);
	end_pack("a");
	lint();
	assert_string_equal(find_code("N633")->message,
			    "10 of 10 statements are false; about 5 would be chance");
}

static void statements_of_both_kinds_are_not_told(void **state)
{
	(void)state;
	statements(20, 15); /* 2 * 21700 / 2^20 = 0.041 */
	end_pack("a");
	statements(9, 9);
	end_pack("b");
	lint();
	assert_null(find_code("N633"));
}

static void numbers(int n, int extremes, const char *unit)
{
	begin_pack("");
	for (int i = 0; i < n; i++)
		fprintf(out,
			"[question]\nask = How many of %d\n%s = 1,%03d%s\n%s = 2,500%s\n"
			"wrong = 900.5%s\nwrong = 7%s\n",
			i, i < extremes ? "wrong" : "right", i, unit,
			i < extremes ? "right" : "wrong", unit, unit, unit);
}

static void right_numbers_that_are_never_outermost_are_told(void **state)
{
	(void)state;
	numbers(12, 0, " km");
	end_pack("a");
	lint();
	assert_string_equal(find_code("N634")->message,
			    "the right number is the smallest or the largest in 0 of 12 questions; "
			    "about 6 would be chance");
}

static void right_numbers_that_are_always_outermost_are_told(void **state)
{
	(void)state;
	numbers(12, 12, "");
	end_pack("a");
	lint();
	assert_int_equal(count_code("N634"), 1);
}

static void right_numbers_anywhere_are_not_told(void **state)
{
	(void)state;
	numbers(12, 4, "");
	end_pack("a");
	lint();
	assert_null(find_code("N634"));
}

static void questions_that_rounds_leave_out_are_told(void **state)
{
	(void)state;
	begin_pack("");
	ask(0, 0, 3, "");
	ask(1, 0, 3, "[topic One]");
	ask(2, 0, 3, "[topic Two]");
	ask(3, 0, 3, "");
	end_pack("a");
	lint();
	assert_int_equal(count_code("N635"), 1);
	assert_string_equal(find_code("N635")->message,
			    "2 questions have no topic: a game in rounds leaves them out");
	assert_int_equal(find_code("N635")->second.line, 4);
}

static void one_topic_makes_no_rounds(void **state)
{
	(void)state;
	begin_pack("");
	ask(0, 0, 3, "[topic One]");
	ask(1, 0, 3, "");
	end_pack("a");
	begin_pack("");
	ask(0, 0, 3, "");
	end_pack("b");
	lint();
	assert_null(find_code("N635"));
}

/* ---- where there is too much to say ---- */

static void warnings_and_what_is_said_of_the_pack_are_kept_before_notes(void **state)
{
	int kept = 0;

	(void)state;
	begin_pack("");
	for (int i = 0; i < DIAG_KEPT + 200; i++)
		fprintf(out, "[question]\nask = Matter %d\nright = is longest\nwrong = not %s\n", i,
			i < DIAG_KEPT + 190 ? "" : "so\nwrong = never");
	fprintf(out, "[question b]\nask = Matter 1!\nright = is longest\nwrong = not\n");
	end_pack("a");
	lint();
	assert_int_equal(packs.entries[0].diag.n, DIAG_KEPT);
	assert_true(packs.entries[0].diag.notes > DIAG_KEPT);
	assert_non_null(find_code("W632"));
	assert_non_null(find_code("W621"));
	for (int i = 0; i < packs.entries[0].diag.n; i++)
		kept += packs.entries[0].diag.findings[i].severity == SEVERITY_WARNING;
	assert_int_equal(kept, packs.entries[0].diag.warnings);
}

/* ---- asked twice ---- */

/* "ask|right|wrong..." */
static void put(const char *question, const char *more)
{
	char copy[1000], *rest = copy, *part;

	snprintf(copy, sizeof copy, "%s", question);
	fprintf(out, "[question]\nask = %s\n", strsep(&rest, "|"));
	for (const char *key = "right"; (part = strsep(&rest, "|")); key = "wrong")
		fprintf(out, "%s = %s\n", key, part);
	fprintf(out, "%s\n", more);
}

/* Questions that have nothing to do with one another: what is rare is known among many. */
static void put_others(void)
{
	static const char *const others[] = {
		"Which gas do plants take from the air?|Carbon dioxide|Oxygen|Helium",
		"What is the longest river in Africa?|The Nile|The Congo|The Niger",
		"Who wrote the play about the prince of Denmark?|Shakespeare|Goethe|Ibsen",
		"Which metal is liquid in a warm room?|Mercury|Iron|Tin",
		"What do bees make from nectar?|Honey|Silk|Milk",
		"Which planet is nearest to the Sun?|The first one|The last one|The third one",
		"What is a baby kangaroo called?|A joey|A kid|A cub",
		"Which instrument has black and white keys?|The piano|The harp|The horn",
	};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		put(others[i], "");
}

static const char capital[] = "What is the capital of Australia?|Canberra|Sydney|Perth";

/* What is said where a pack has two questions, and the other ones; NULL: nothing. */
static const struct finding *said_of(const char *code, const char *first, const char *second,
				     const char *more)
{
	library_finish(&packs);
	begin_pack("");
	put(first, "");
	put_others();
	put(second, more);
	end_pack("a");
	lint();
	assert_true(count_code("W621") + count_code("N622") <= 1);
	return find_code(code);
}

static void a_question_that_is_asked_twice_is_told_at_its_second_place(void **state)
{
	const struct finding *f = said_of(
		"W621", capital, "what is the CAPITAL of  Australia...|canberra|Hobart|Darwin", "");

	(void)state;
	assert_non_null(f);
	assert_string_equal(f->message, "this question is asked twice");
	assert_int_equal(f->at.line, 4 + 9 * 6);
	assert_int_equal(f->second.line, 4);
	assert_string_equal(f->aside, "first asked here");
	assert_null(f->second_path);
}

static void the_same_question_with_another_right_answer_is_told_as_such(void **state)
{
	const struct finding *f = said_of(
		"W621", capital, "What is the capital of Australia?|Sydney|Canberra|Perth", "");

	(void)state;
	assert_non_null(f);
	assert_string_equal(f->message, "this question is asked twice, with another right answer: "
					"'Sydney' here, 'Canberra' there");
}

static void the_same_words_about_other_choices_are_another_question(void **state)
{
	(void)state;
	said_of("W621", "Which of these is a mammal?|A whale|A shark|A trout",
		"Which of these is a mammal?|A bat|A wren|An owl", "");
	assert_null(find_code("W621"));
	assert_null(find_code("N622"));
}

static void signs_and_numbers_tell_questions_apart(void **state)
{
	static const char *const pairs[][2] = {
		{"What is 12 + 4?|16|8|3|48", "What is 12 - 4?|8|16|3|48"},
		{"What is 2 + 2?|4|5|6", "What is 2 × 2?|4|5|6"},
		{"What is -3 + 5?|2|8|-2", "What is 3 + 5?|8|2|-2"},
		{"Who won the World Cup in 1974?|Germany|Brazil|Italy",
		 "Who won the World Cup in 1990?|Germany|Brazil|Italy"},
		{"Which animal is shown as 🐶 here?|An animal|No animal|A plant",
		 "Which animal is shown as 🐱 here?|An animal|No animal|A plant"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		said_of("W621", pairs[i][0], pairs[i][1], "");
		assert_null(find_code("W621"));
		assert_null(find_code("N622"));
	}
}

static void copy_picture(const char *name)
{
	char command[600];

	snprintf(command, sizeof command, "cp %s/packs/cover.png %s/%s", TESTS, folder, name);
	assert_int_equal(system(command), 0);
}

static void pictures_tell_questions_apart(void **state)
{
	const char flag[] = "Whose flag is this?|Ireland|Italy|India";
	char path[100];

	(void)state;
	copy_picture("a.png");
	copy_picture("b.png");
	begin_pack("");
	put(flag, "image = a.png");
	put(flag, "image = b.png");
	put(flag, "");
	end_pack("a");
	lint();
	assert_null(find_code("W621"));
	assert_null(find_code("N622"));
	library_finish(&packs);
	begin_pack("");
	put(flag, "image = a.png");
	put("Whose flag is this?|Ireland|Iran|Iraq", "image = a.png\nlevel = easy\n[question c]\n"
						     "ask = whose flag is this\nright = Ireland\n"
						     "wrong = Iran\nimage = a.png");
	end_pack("a");
	lint_library(&packs);
	assert_int_equal(count_code("W621"), 1);
	snprintf(path, sizeof path, "%s/a.png", folder);
	unlink(path);
	snprintf(path, sizeof path, "%s/b.png", folder);
	unlink(path);
}

static void statements_are_asked_twice_too(void **state)
{
	(void)state;
	begin_pack("");
	fprintf(out, "[question]\nask = Venice is in Italy.\nanswer = true\n"
		     "[question b]\nask = Venice is in Italy!\nanswer = true\n"
		     "[question c]\nask = Venice is in Italy.\nanswer = false\n");
	end_pack("a");
	lint();
	assert_int_equal(count_code("W621"), 2);
	assert_string_equal(packs.entries[0].diag.findings[1].message,
			    "this question is asked twice, with another right answer: 'False' "
			    "here, 'True' there");
}

static void identical_questions_are_told_by_the_reader_alone(void **state)
{
	(void)state;
	begin_pack("");
	put(capital, "");
	put(capital, "");
	end_pack("a");
	lint_library(&packs);
	assert_int_equal(count_code("E319"), 1);
	assert_null(find_code("W621"));
	assert_null(find_code("N622"));
}

static void questions_of_two_packs_are_compared(void **state)
{
	const struct finding *f;
	char path[100];

	(void)state;
	begin_pack("");
	put(capital, "");
	end_pack("a");
	begin_pack("");
	put_others();
	put(capital, "");
	end_pack("b");
	lint();
	f = find_code("W621");
	assert_non_null(f);
	assert_true(packs.entries[1].diag.warnings > 0);
	assert_int_equal(f->second.line, 4);
	snprintf(path, sizeof path, "%s/a.ini", folder);
	assert_string_equal(f->second_path, path);
	assert_string_equal(f->second_line, "ask = What is the capital of Australia?");
}

static void a_code_in_either_question_silences_what_is_said_of_both(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		library_finish(&packs);
		begin_pack("");
		put(capital, i == 0 ? "lint-ignore = W621" : "");
		put("What is the capital of Australia|Canberra|Darwin|Hobart",
		    i == 1 ? "lint-ignore = W621" : "");
		end_pack("a");
		lint();
		assert_null(find_code("W621"));
		assert_null(find_code("N622"));
	}
}

static void questions_that_are_nearly_the_same_are_noted(void **state)
{
	const struct finding *f =
		said_of("N622", capital,
			"What is the name of the capital of Australia?|Canberra|Hobart|Darwin", "");

	(void)state;
	assert_non_null(f);
	assert_int_equal(f->second.line, 4);
	assert_non_null(said_of(
		"N622", "Who painted the Mona Lisa in Florence?|Leonardo da Vinci|Raphael|Titian",
		"The Mona Lisa in Florence: who painted it?|Da Vinci|"
		"Raphael|Titian",
		""));
}

static void questions_that_mean_something_else_are_not_noted(void **state)
{
	static const char *const pairs[][2] = {
		{"What is the capital of Australia?|Canberra|Sydney|Perth",
		 "What is the capital of Austria?|Vienna|Graz|Linz"},
		{"What is the capital of France?|Paris|Lyon|Nice",
		 "What is the largest city of France?|Paris|Lyon|Nice"},
		{"Which of these birds of the ice can swim?|The penguin|A hen|An ant",
		 "Which of these birds of the ice cannot swim?|The penguin|A hen|An ant"},
		{"Which director made the long science fiction film called Alien?|Scott|Hill|Lee",
		 "Which director made the long science fiction film called Prometheus?|Scott|Hill|"
		 "Lee"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		assert_null(said_of("N622", pairs[i][0], pairs[i][1], ""));
}

/* ---- what gives another answer away ---- */

static const char river[] = "Canberra, the capital of Australia, lies on which river?|The "
			    "Molonglo|The Murray|The Darling";

static void a_question_that_tells_the_answer_of_another_is_noted(void **state)
{
	const struct finding *f = said_of("N623", capital, river, "");

	(void)state;
	assert_non_null(f);
	assert_string_equal(f->message,
			    "this question tells the answer of another one: 'Canberra'");
	assert_int_equal(f->at.line, 4 + 9 * 6);
	assert_int_equal(f->second.line, 4);
	f = said_of("N623", capital,
		    "Who designed Australia's seat of government?|Griffin|Wren|Gehry",
		    "why = Canberra became the capital of Australia in 1913.");
	assert_non_null(f);
	assert_string_equal(
		f->message,
		"the explanation of this question tells the answer of another one: 'Canberra'");
}

static void an_answer_in_another_matter_tells_nothing(void **state)
{
	static const char *const others[] = {
		"In which year was Canberra hit by a hailstorm?|2020|1950|1999",
		"Canberran artists, in the capital of Australia, like what?|Paint|Mud|Ice",
	};

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_null(said_of("N623", capital, others[i], ""));
	assert_null(said_of("N623", "How many legs has a spider in the garden?|8|6|10",
			    "In the garden a spider with 8 legs spins what?|A web|A rope|A net",
			    ""));
}

static void what_comes_later_in_a_kept_order_tells_nothing(void **state)
{
	(void)state;
	begin_pack("order = file");
	put(capital, "");
	put_others();
	put(river, "");
	end_pack("a");
	begin_pack("order = file");
	put("Canberra, the capital of Australia, lies on which creek?|A|B|C", "");
	put_others();
	put("Which town is the capital of Australia?|Canberra|Hobart|Perth", "");
	end_pack("b");
	lint();
	assert_int_equal(count_code("N623"), 1);
	assert_ptr_equal(find_code("N623"), find_in(&packs.entries[1].diag, "N623"));
}

static void a_code_in_either_question_silences_the_giving_away(void **state)
{
	(void)state;
	assert_null(said_of("N623", capital, river, "lint-ignore = N623"));
	assert_null(said_of("N623", river, capital, "lint-ignore = N623"));
}

/* ---- all pairs ---- */

struct pairs {
	const struct sets *s;
	double least;
	uint32_t n, last;
	uint64_t sum;
};

static void count_pair(void *ctx, uint32_t first, uint32_t second, double likeness)
{
	struct pairs *p = ctx;

	assert_true(first < second && second >= p->last);
	assert_true(likeness >= p->least);
	assert_true(likeness == similar_likeness(p->s, first, second));
	p->last = second;
	p->n++;
	p->sum += (uint64_t)first * 1000003 + second;
}

/* Sets that share much: each begins as a copy of another one. */
static uint32_t make_sets(struct rng *r, uint32_t n, uint32_t nitems, uint32_t *from,
			  uint32_t *items)
{
	uint32_t end = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t of = i > 0 ? rng_below(r, i) : 0;
		from[i] = end;
		for (uint32_t item = 0; item < nitems; item++) {
			bool has = false;
			for (uint32_t k = from[of]; i > 0 && k < from[of + 1]; k++)
				has |= items[k] == item;
			if (rng_below(r, 12) == 0)
				has = !has;
			if (has && end - from[i] < 20)
				items[end++] = item;
		}
		from[i + 1] = end;
	}
	return end;
}

static void prefix_filtering_finds_exactly_what_comparing_all_finds(void **state)
{
	enum { SETS = 120, ITEMS = 40 };
	static uint32_t from[SETS + 1], items[SETS * 20], all;
	static float weights[ITEMS];
	struct rng r;

	(void)state;
	rng_init(&r, 7);
	for (int round = 0; round < 200; round++) {
		struct sets s = {SETS, from, items, weights, ITEMS};
		struct pairs p = {&s, 0.1 + 0.1 * (round % 9), 0, 0, 0};
		uint32_t n = 0;
		uint64_t sum = 0;
		make_sets(&r, SETS, ITEMS, from, items);
		for (int i = 0; i < ITEMS; i++)
			weights[i] = (float)(ITEMS - i) * (round % 2 ? 0.1f : 1.0f);
		assert_true(similar_pairs(&s, p.least, UINT32_MAX, count_pair, &p));
		for (uint32_t b = 0; b < SETS; b++)
			for (uint32_t a = 0; a < b; a++)
				if (similar_likeness(&s, a, b) >= p.least) {
					n++;
					sum += (uint64_t)a * 1000003 + b;
				}
		assert_int_equal(p.n, n);
		assert_int_equal(p.sum, sum);
		all += n;
	}
	assert_true(all > 10000);
}

static void many_that_are_all_alike_are_compared_with_the_latest(void **state)
{
	enum { SETS = 100 };
	static uint32_t from[SETS + 1], items[2 * SETS];
	static const float weights[] = {2, 1};
	struct sets s = {SETS, from, items, weights, 2};
	struct pairs p = {&s, 0.2, 0, 0, 0};

	(void)state;
	for (uint32_t i = 0; i < SETS; i++) {
		from[i + 1] = 2 * i + 2;
		items[2 * i + 1] = 1;
	}
	assert_true(similar_pairs(&s, p.least, 3, count_pair, &p));
	assert_int_equal(p.n, 1 + 2 + 3 * (SETS - 3));
}

/* ---- any bytes ---- */

static void packs_of_any_bytes_are_looked_through(void **state)
{
	static const char *const bits[] = {
		"[question]\n",
		"ask = ",
		"right = ",
		"wrong = ",
		"answer = true\n",
		"why = ",
		"1,000.5",
		"-",
		"−3",
		"é",
		"日本",
		"🐶",
		"\xff",
		"'",
		"’s",
		"[topic A]\n",
		"[topic B]\n",
		"shuffle = no\n",
		" the capital of Australia",
		"Canberra",
		"\n",
		"\n",
		"\n",
		"lint-ignore = W621\n",
		"pick = any\n",
		"…",
		"0",
		"9",
		"+",
		"\t",
	};
	struct rng r;

	(void)state;
	rng_init(&r, 11);
	for (int round = 0; round < 400; round++) {
		library_finish(&packs);
		for (int pack = 0; pack < 2; pack++) {
			begin_pack("");
			put(capital, "");
			put(river, "");
			for (uint32_t n = rng_below(&r, 200); n > 0; n--)
				fputs(bits[rng_below(&r, sizeof bits / sizeof *bits)], out);
			fputs("\n", out);
			put("What is the capital city of Australia|Canberra|Hobart", "");
			end_pack(pack ? "a" : "b");
		}
		lint_library(&packs);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, clean_up)
	const struct CMUnitTest tests[] = {
		TEST(the_tails_of_a_binomial_are_exact),
		TEST(trials_of_different_chances_sum_to_the_poisson_binomial),
		TEST(many_trials_are_near_the_normal_distribution),
		TEST(chi_square_is_as_in_the_tables),
		TEST(a_favourite_place_is_told_where_the_order_is_kept),
		TEST(a_favourite_place_does_not_matter_where_choices_are_shuffled),
		TEST(places_by_chance_or_too_few_are_not_told),
		TEST(ten_right_answers_in_one_place_are_told),
		TEST(a_code_in_the_head_silences_a_rule_over_the_pack),
		TEST(right_answers_that_are_longest_too_often_are_told),
		TEST(right_answers_that_are_longest_now_and_then_are_not_told),
		TEST(statements_that_are_mostly_true_are_told),
		TEST(statements_that_are_mostly_false_are_told),
		TEST(statements_of_both_kinds_are_not_told),
		TEST(right_numbers_that_are_never_outermost_are_told),
		TEST(right_numbers_that_are_always_outermost_are_told),
		TEST(right_numbers_anywhere_are_not_told),
		TEST(questions_that_rounds_leave_out_are_told),
		TEST(one_topic_makes_no_rounds),
		TEST(warnings_and_what_is_said_of_the_pack_are_kept_before_notes),
		TEST(a_question_that_is_asked_twice_is_told_at_its_second_place),
		TEST(the_same_question_with_another_right_answer_is_told_as_such),
		TEST(the_same_words_about_other_choices_are_another_question),
		TEST(signs_and_numbers_tell_questions_apart),
		TEST(pictures_tell_questions_apart),
		TEST(statements_are_asked_twice_too),
		TEST(identical_questions_are_told_by_the_reader_alone),
		TEST(questions_of_two_packs_are_compared),
		TEST(a_code_in_either_question_silences_what_is_said_of_both),
		TEST(questions_that_are_nearly_the_same_are_noted),
		TEST(questions_that_mean_something_else_are_not_noted),
		TEST(a_question_that_tells_the_answer_of_another_is_noted),
		TEST(an_answer_in_another_matter_tells_nothing),
		TEST(what_comes_later_in_a_kept_order_tells_nothing),
		TEST(a_code_in_either_question_silences_the_giving_away),
		TEST(prefix_filtering_finds_exactly_what_comparing_all_finds),
		TEST(many_that_are_all_alike_are_compared_with_the_latest),
		TEST(packs_of_any_bytes_are_looked_through),
	};
	int status;

	if (!mkdtemp(folder))
		return 1;
	status = cmocka_run_group_tests(tests, NULL, NULL);
	rmdir(folder);
	return status;
}
