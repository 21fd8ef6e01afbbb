/* Names on a board: what is not accepted, what has to be, and what is made up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "deny.h"
#include "utf8.h"

static void words_are_denied_as_they_are(void **state)
{
	static const char *const names[] = {"ASS",    "KUT",  "KUK", "HUJ",  "FDP",
					    "CAZ",    "PQP",  "NIK", "BKA",  "ХУЙ",
					    "fucker", "死ね", "كس",  "puta", "Arschgeige"};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (!deny_name(names[i], NULL))
			fail_msg("%s is accepted", names[i]);
}

static void digits_marks_and_points_hide_nothing(void **state)
{
	static const char *const names[] = {"A55",    "4SS",     "5EX",  "T1T", "D1K",
					    "F.U-K",  "f u c k", "FÜCK", "$HT", "SH1THEAD",
					    "ＡＳＳ", "88",      "K.K",  "LU1"};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (!deny_name(names[i], "nl"))
			fail_msg("%s is accepted", names[i]);
}

static void letters_that_look_alike_hide_nothing(void **state)
{
	(void)state;
	assert_true(deny_name("\xD0\xA1UM", NULL));               /* Es, U, M */
	assert_true(deny_name("\xD0\x9A\xD0\x9A\xD0\x9A", NULL)); /* three Ka */
}

static void names_of_people_are_accepted(void **state)
{
	static const char *const names[] = {
		"ADA",    "JO",  "MAX", "VIK", "KIM",   "LU",      "RAY",   "MIA",     "ALI",
		"BEN",    "ANU", "CHU", "SAM", "PAU",   "MI",      "A",     "Z",       "PD",
		"HJ",     "CU",  "JP",  "SA",  "Grape", "Peacock", "Robin", "Dickens", "Computa",
		"Debate", "007", "42",  "ИРА", "ЮЛЯ",   "ОЛЯ",     "ΑΝΝΑ",  "",
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (deny_name(names[i], NULL))
			fail_msg("%s is denied", names[i]);
}

static void two_letters_count_in_their_own_language(void **state)
{
	(void)state;
	assert_true(deny_name("KZ", "de"));
	assert_true(deny_name("KZ", "de-AT"));
	assert_false(deny_name("KZ", "fr"));
	assert_true(deny_name("PD", "fr"));
}

static void every_word_of_the_lists_is_denied(void **state)
{
	(void)state;
	for (const struct deny_words *w = deny_words; w->language; w++)
		for (int k = 0; k < 2; k++)
			for (const char *s = k ? w->within : w->whole; *s;) {
				char word[64];
				size_t n = strcspn(s, " ");
				snprintf(word, sizeof word, "%.*s", (int)n, s);
				if (!deny_name(word, w->language))
					fail_msg("%s is accepted", word);
				s += n + (s[n] == ' ');
			}
}

static void made_up_names_are_the_same_for_the_same_seed(void **state)
{
	char a[40], b[40], c[40];

	(void)state;
	deny_make(7, 0, a, sizeof a);
	deny_make(7, 0, b, sizeof b);
	deny_make(7, 1, c, sizeof c);
	assert_string_equal(a, b);
	assert_string_not_equal(a, c);
}

static void made_up_names_offend_nobody_and_differ(void **state)
{
	char name[40], last[40] = "";
	int same = 0;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		deny_make(1, i, name, sizeof name);
		assert_true(strlen(name) < 20);
		for (const struct deny_words *w = deny_words; w->language; w++)
			if (deny_name(name, w->language))
				fail_msg("%s is denied", name);
		same += strcmp(name, last) == 0;
		strcpy(last, name);
	}
	assert_int_equal(same, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_denied_as_they_are),
		cmocka_unit_test(digits_marks_and_points_hide_nothing),
		cmocka_unit_test(letters_that_look_alike_hide_nothing),
		cmocka_unit_test(names_of_people_are_accepted),
		cmocka_unit_test(two_letters_count_in_their_own_language),
		cmocka_unit_test(every_word_of_the_lists_is_denied),
		cmocka_unit_test(made_up_names_are_the_same_for_the_same_seed),
		cmocka_unit_test(made_up_names_offend_nobody_and_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
