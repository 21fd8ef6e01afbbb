#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "quiz.h"

static void a_deck_draws_from_all_packs_and_nothing_twice(void **state)
{
	struct pack a = {.nquestions = 30}, b = {.nquestions = 1}, c = {.nquestions = 70};
	const struct pack *packs[] = {&a, &b, &c};
	struct deck d;

	(void)state;
	for (uint64_t seed = 0; seed < 200; seed++) {
		int seen[3][70] = {0};

		deal(&d, packs, 3, 101, seed);
		assert_int_equal(d.n, 101);
		for (int i = 0; i < d.n; i++) {
			int from = d.item[i].pack == &a ? 0 : d.item[i].pack == &b ? 1 : 2;

			assert_true((int)d.item[i].question < packs[from]->nquestions);
			assert_int_equal(seen[from][d.item[i].question]++, 0);
		}
	}
}

static void the_same_seed_deals_the_same_deck(void **state)
{
	struct pack a = {.nquestions = 40};
	const struct pack *packs[] = {&a};
	struct deck d, same, other;

	(void)state;
	memset(&d, 0, sizeof(d));
	memset(&same, 0, sizeof(same));
	memset(&other, 0, sizeof(other));
	deal(&d, packs, 1, 40, 9);
	deal(&same, packs, 1, 40, 9);
	deal(&other, packs, 1, 40, 10);
	assert_memory_equal(&d, &same, sizeof(d));
	assert_memory_not_equal(&d, &other, sizeof(d));
}

static void each_question_is_drawn_and_comes_first_equally_often(void **state)
{
	struct pack a = {.nquestions = 7}, b = {.nquestions = 5};
	const struct pack *packs[] = {&a, &b};
	int drawn[12] = {0}, first[12] = {0};
	struct deck d;

	(void)state;
	for (uint64_t seed = 0; seed < 12000; seed++) {
		deal(&d, packs, 2, 4, seed);
		for (int i = 0; i < 4; i++) {
			int number = (int)d.item[i].question + (d.item[i].pack == &b ? 7 : 0);

			drawn[number]++;
			first[number] += i == 0;
		}
	}
	assert_true(chi_square(drawn, 12) < 31.3); /* 11 degrees of freedom, one in a thousand */
	assert_true(chi_square(first, 12) < 31.3);
}

static void a_single_pack_in_file_order_gives_its_first_questions(void **state)
{
	struct pack a = {.nquestions = 40, .in_order = true};
	const struct pack *packs[] = {&a, &a};
	struct deck d;
	int in_place = 0;

	(void)state;
	deal(&d, packs, 1, 10, 3);
	assert_int_equal(d.n, 10);
	for (uint32_t i = 0; i < 10; i++)
		assert_int_equal(d.item[i].question, i);
	deal(&d, packs, 2, 10, 3);
	for (uint32_t i = 0; i < 10; i++)
		in_place += d.item[i].question == i;
	assert_true(in_place < 10);
}

static void how_many_are_drawn_when_nobody_says(void **state)
{
	struct pack own = {.nquestions = 500, .draw = 20}, none = {.nquestions = 500};
	struct pack few = {.nquestions = 3}, empty = {0};
	const struct pack *packs[] = {&own, &none}, *last[] = {&few}, *nothing[] = {&empty};
	struct deck d;

	(void)state;
	deal(&d, packs, 1, 0, 1);
	assert_int_equal(d.n, 20);
	deal(&d, packs + 1, 1, 0, 1);
	assert_int_equal(d.n, 12);
	deal(&d, packs, 2, 0, 1);
	assert_int_equal(d.n, 12);
	deal(&d, last, 1, 0, 1);
	assert_int_equal(d.n, 3);
	deal(&d, packs, 1, 7, 1);
	assert_int_equal(d.n, 7);
	deal(&d, packs, 2, 1000, 1);
	assert_int_equal(d.n, PACK_DRAW);
	deal(&d, nothing, 1, 0, 1);
	assert_int_equal(d.n, 0);
	deal(&d, nothing, 0, 0, 1);
	assert_int_equal(d.n, 0);
}

static void a_pack_of_a_million_is_drawn_from_to_its_end(void **state)
{
	struct pack a = {.nquestions = 1000000};
	const struct pack *packs[] = {&a, &a, &a};
	uint32_t highest = 0;
	struct deck d;

	(void)state;
	deal(&d, packs, 3, 200, 1);
	for (int i = 0; i < d.n; i++)
		if (d.item[i].question > highest)
			highest = d.item[i].question;
	assert_in_range(highest, 950000, 999999);
}

static void a_deck_tells_all_packs_it_was_dealt_from_in_any_order(void **state)
{
	struct pack a = {.id = "a", .title.s = "Ants", .nquestions = 1};
	struct pack b = {.id = "b", .title.s = "Bees", .nquestions = 1000};
	const struct pack *packs[] = {&b, &a}, *others[] = {&a, &b};
	struct deck d;

	(void)state;
	for (uint64_t seed = 0; seed < 20; seed++) {
		deal(&d, packs, 2, 1, seed); /* one question has one pack */
		assert_string_equal(d.packs, "a b");
		assert_string_equal(d.titles, "Bees, Ants");
	}
	deal(&d, others, 2, 1, 1);
	assert_string_equal(d.packs, "a b");
	deal(&d, packs, 1, 1, 1);
	assert_string_equal(d.packs, "b");
	assert_string_equal(d.titles, "Bees");
}

static void of_too_many_packs_a_deck_tells_how_many(void **state)
{
	static struct pack many[100];
	static char names[100][20];
	const struct pack *packs[100], *turned[100];
	struct deck d, same, fewer;

	(void)state;
	for (int i = 0; i < 100; i++) {
		snprintf(names[i], sizeof names[i], "pack-number-%d", i);
		many[i] = (struct pack){.id = names[i], .title.s = names[i], .nquestions = 3};
		packs[i] = turned[99 - i] = &many[i];
	}
	deal(&d, packs, 100, 12, 1);
	deal(&same, turned, 100, 12, 1);
	deal(&fewer, packs, 99, 12, 1);
	assert_int_equal(strncmp(d.packs, "/100 ", 5), 0); /* which no identities make */
	assert_memory_equal(d.packs, same.packs, sizeof d.packs);
	assert_string_not_equal(d.packs + 5, fewer.packs + 4);
	assert_non_null(strstr(d.titles, "pack-number-29"));
	assert_non_null(strstr(d.titles, " more"));
	assert_true(strlen(d.titles) < sizeof d.titles - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_deck_draws_from_all_packs_and_nothing_twice),
		cmocka_unit_test(the_same_seed_deals_the_same_deck),
		cmocka_unit_test(each_question_is_drawn_and_comes_first_equally_often),
		cmocka_unit_test(a_single_pack_in_file_order_gives_its_first_questions),
		cmocka_unit_test(how_many_are_drawn_when_nobody_says),
		cmocka_unit_test(a_pack_of_a_million_is_drawn_from_to_its_end),
		cmocka_unit_test(a_deck_tells_all_packs_it_was_dealt_from_in_any_order),
		cmocka_unit_test(of_too_many_packs_a_deck_tells_how_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
