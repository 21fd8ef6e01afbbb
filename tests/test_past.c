/* What was asked before, and what is dealt by it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "past.h"
#include "quiz.h"
#include "rng.h"

enum { MANY = 1000000 };

static struct past past;

static int begin_past(void **state)
{
	(void)state;
	past_init(&past);
	return 0;
}

static int end_past(void **state)
{
	(void)state;
	past_finish(&past);
	return 0;
}

/* A pack of questions q0, q1, ...; free its questions. */
static struct pack many(const char *id, int n)
{
	struct pack p = {.id = id, .nquestions = n};
	char(*ids)[12];

	p.questions = malloc((size_t)n * (sizeof *p.questions + sizeof *ids));
	assert_non_null(p.questions);
	ids = (char(*)[12])(p.questions + n);
	for (int i = 0; i < n; i++) {
		p.questions[i] = make(1, 3);
		snprintf(ids[i], sizeof ids[i], "q%d", i);
		p.questions[i].id = ids[i];
	}
	return p;
}

static struct deck deal_again(const struct pack *const *packs, int npacks, int wanted,
			      uint64_t seed)
{
	static struct deck d;

	deck_deal(&d, &(struct deal){.packs = packs,
				     .npacks = npacks,
				     .mode = game_modes,
				     .wanted = wanted,
				     .seed = seed,
				     .past = &past});
	return d;
}

static void note_all(const struct deck *d, bool right)
{
	for (int i = 0; i < d->n; i++) {
		const struct pack *p = d->item[i].pack;
		past_note(&past, past_key(p, &p->questions[d->item[i].question]), right, true);
	}
}

/* ---- the table ---- */

static void what_is_put_is_found_again(void **state)
{
	(void)state;
	assert_null(past_find(&past, 7));
	for (uint64_t key = 1; key <= 5000; key++)
		assert_true(past_put(&past, &(struct known){.key = key << 20,
							    .last = (int64_t)key,
							    .asked = (uint32_t)key}));
	assert_int_equal(past.n, 5000);
	assert_int_equal(past.last, 5000);
	for (uint64_t key = 1; key <= 5000; key++)
		assert_int_equal(past_find(&past, key << 20)->asked, key);
	assert_null(past_find(&past, 1));
}

static void room_that_was_reserved_is_there(void **state)
{
	(void)state;
	assert_true(past_reserve(&past, 1000));
	const struct known *places = past.places;
	for (uint64_t key = 1; key <= 1000; key++)
		past_note(&past, key, true, true);
	assert_ptr_equal(past.places, places);
}

static void a_question_is_known_by_its_pack_and_its_own_identity(void **state)
{
	struct pack a = {.id = "a"}, b = {.id = "ab"};
	struct question q = {.id = "bc"}, other = {.id = "c"};

	(void)state;
	assert_true(past_key(&a, &q) == past_key(&a, &q));
	assert_true(past_key(&a, &q) != past_key(&a, &other));
	assert_true(past_key(&a, &q) != past_key(&b, &other)); /* the same letters */
}

static void answers_are_counted_in_their_order(void **state)
{
	(void)state;
	past_note(&past, 5, true, true);
	past_note(&past, 6, false, false);
	past_note(&past, 5, false, true);
	assert_int_equal(past_find(&past, 5)->last, 3);
	assert_int_equal(past_find(&past, 5)->asked, 2);
	assert_int_equal(past_find(&past, 5)->right, 1);
	assert_int_equal(past_find(&past, 6)->last, 2);
}

static void a_mistake_is_owed_until_it_was_right_twice(void **state)
{
	static const struct {
		bool right;
		uint32_t owed;
	} rows[] = {
		{true, 0}, {false, 2}, {true, 1},  {false, 2}, {true, 1},
		{true, 0}, {true, 0},  {false, 2}, {false, 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		past_note(&past, 5, rows[i].right, true);
		assert_int_equal(past_find(&past, 5)->owed, rows[i].owed);
	}
	past_note(&past, 5, true, false); /* somebody else's, or of many: pays nothing */
	assert_int_equal(past_find(&past, 5)->owed, 2);
	past_note(&past, 6, false, false);
	assert_int_equal(past_find(&past, 6)->owed, 0);
}

static void a_share_is_rounded_and_needs_enough_answers(void **state)
{
	static const struct {
		uint32_t right, asked;
		int share;
	} rows[] = {
		{0, 10, 0},
		{10, 10, 100},
		{1, 11, 9},
		{1, 16, 6},
		{3, 16, 19},
		{1, 40, 3},
		{1, 200, 1},
		{1, 201, 0},
		{199, 200, 100},
		{9, 9, -1},
		{0, 0, -1},
		{37, 100, 37},
		{2, 3, -1},
		{200, 300, 67},
		{UINT32_MAX, UINT32_MAX, 100},
		{UINT32_MAX / 2, UINT32_MAX, 50},
	};

	(void)state;
	assert_int_equal(known_share(NULL), -1);
	assert_int_equal(PAST_ENOUGH, 10);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(known_share(&(struct known){.right = rows[i].right,
							     .asked = rows[i].asked}),
				 rows[i].share);
}

/* ---- the deal ---- */

static void two_hundred_questions_make_twenty_games_of_ten_without_one_twice(void **state)
{
	struct pack p = many("p", 200);
	const struct pack *packs[] = {&p};
	int seen[200] = {0};
	struct deck first = {0};

	(void)state;
	for (int i = 0; i < 20; i++) {
		struct deck d = deal_again(packs, 1, 10, (uint64_t)(i * 7919));
		assert_int_equal(d.n, 10);
		for (int k = 0; k < d.n; k++)
			assert_int_equal(seen[d.item[k].question]++, 0);
		assert_int_equal(d.nspare, 1);
		assert_int_equal(seen[d.item[10].question] > 0, i == 19); /* not one of the ten */
		note_all(&d, true);
		if (i == 0)
			first = d;
	}
	/* Then what was asked longest ago: the first game's, in another order. */
	struct deck again = deal_again(packs, 1, 10, 1);
	int kept = 0, in_first = 0;
	for (int i = 0; i < 10; i++) {
		kept += again.item[i].question == first.item[i].question;
		for (int k = 0; k < 10; k++)
			in_first += again.item[i].question == first.item[k].question;
	}
	assert_int_equal(in_first, 10);
	assert_true(kept < 10);
	free(p.questions);
}

static void what_was_never_asked_is_drawn_equally_often(void **state)
{
	struct pack p = many("p", 20);
	const struct pack *packs[] = {&p};
	int drawn[20] = {0}, first[20] = {0}, spare[20] = {0}, counts[12];
	struct deck d = {.n = 8};

	(void)state;
	for (int i = 0; i < 8; i++) {
		d.item[i].pack = &p;
		d.item[i].question = (uint32_t)(i * 5 / 2);
	}
	note_all(&d, true);
	for (uint64_t seed = 0; seed < 12000; seed++) {
		d = deal_again(packs, 1, 5, seed);
		assert_int_equal(d.n, 5);
		assert_int_equal(d.nspare, 1);
		for (int k = 0; k < 5; k++)
			drawn[d.item[k].question]++;
		first[d.item[0].question]++;
		spare[d.item[5].question]++;
	}
	for (int t = 0; t < 3; t++) {
		const int *of = t == 0 ? drawn : t == 1 ? first : spare;
		int n = 0;
		for (int i = 0; i < 20; i++) {
			bool old = false;
			for (int k = 0; k < 8; k++)
				old |= i == k * 5 / 2;
			if (old)
				assert_int_equal(of[i], 0);
			else
				counts[n++] = of[i];
		}
		assert_int_equal(n, 12);
		assert_true(chi_square(counts, 12) < 31.3);
	}
	free(p.questions);
}

static void several_packs_are_one_pool(void **state)
{
	struct pack a = many("a", 9), b = many("b", 1), c = many("c", 20);
	const struct pack *packs[] = {&a, &b, &c};
	int seen = 0;

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct deck d = deal_again(packs, 3, 10, (uint64_t)i);
		assert_int_equal(d.n, 10);
		for (int k = 0; k < 10; k++) {
			const struct pack *p = d.item[k].pack;
			seen += past_find(&past, past_key(p, &p->questions[d.item[k].question])) !=
				NULL;
		}
		note_all(&d, true);
	}
	assert_int_equal(seen, 0);
	assert_int_equal(past.n, 30);
	free(a.questions);
	free(b.questions);
	free(c.questions);
}

static void a_pack_in_file_order_goes_on_where_it_stopped(void **state)
{
	struct pack p = many("p", 25);
	const struct pack *packs[] = {&p};

	(void)state;
	p.in_order = true;
	for (uint32_t from = 0; from < 30; from += 10) {
		struct deck d = deal_again(packs, 1, 10, from);
		for (uint32_t i = 0; i < 10; i++) /* at the end the first again, before the last */
			assert_int_equal(d.item[i].question, from < 20 ? from + i
							     : i < 5   ? i
								       : 15 + i);
		assert_int_equal(d.nspare, 1);
		assert_int_equal(d.item[10].question, from < 20 ? from + 10 : 5);
		note_all(&d, true);
	}
	free(p.questions);
}

static void fewer_new_ones_than_wanted_are_filled_up_with_the_oldest(void **state)
{
	struct pack p = many("p", 12);
	const struct pack *packs[] = {&p};
	struct deck d = {.n = 9};
	uint32_t seen = 0;

	(void)state;
	for (uint32_t i = 0; i < 9; i++) {
		d.item[i].pack = &p;
		d.item[i].question = 11 - i; /* 11 was asked first */
	}
	note_all(&d, true);
	d = deal_again(packs, 1, 5, 1);
	for (int i = 0; i < 5; i++)
		seen |= 1u << d.item[i].question;
	assert_int_equal(seen, 7 | 1 << 11 | 1 << 10);
	assert_int_equal(d.item[5].question, 9); /* to swap with: the next oldest */
	free(p.questions);
}

static void only_mistakes_are_all_that_are_owed(void **state)
{
	struct pack a = many("a", 300), b = many("b", 30);
	const struct pack *packs[] = {&a, &b};
	struct deal how = {.packs = packs,
			   .npacks = 2,
			   .mode = game_modes,
			   .seed = 3,
			   .past = &past,
			   .mistakes = true};
	struct deck d;

	(void)state;
	assert_int_equal(deck_mistakes(packs, 2, NULL), 0);
	assert_int_equal(deck_mistakes(packs, 2, &past), 0);
	deck_deal(&d, &how);
	assert_int_equal(d.n, 0);
	for (int i = 0; i < 30; i++)
		past_note(&past, past_key(&b, &b.questions[i]), i % 3 > 0, true);
	past_note(&past, past_key(&a, &a.questions[299]), false, true);
	past_note(&past, past_key(&a, &a.questions[298]), false, false); /* not one's own */
	assert_int_equal(deck_mistakes(packs, 2, &past), 11);
	assert_int_equal(deck_mistakes(packs + 1, 1, &past), 10);
	for (int m = 0; game_modes[m].id; m++) {
		how.mode = &game_modes[m];
		deck_deal(&d, &how);
		assert_int_equal(d.n, 11);
		assert_int_equal(d.nspare, 0);
		assert_int_equal(d.nrounds, 1);
		for (int i = 0; i < d.n; i++)
			assert_true(d.item[i].pack == &a ? d.item[i].question == 299
							 : d.item[i].question % 3 == 0);
	}
	for (int i = 0; i < 300; i++)
		past_note(&past, past_key(&a, &a.questions[i]), false, true);
	deck_deal(&d, &how);
	assert_int_equal(d.n, PACK_DRAW);
	free(a.questions);
	free(b.questions);
}

static void a_million_questions_are_dealt_in_a_few_walks(void **state)
{
	static struct text topics[40];
	static char names[40][8];
	struct pack p = many("p", MANY);
	const struct pack *packs[] = {&p};
	const struct mode *rounds = game_mode("rounds");
	struct deck d;

	(void)state;
	for (int i = 0; i < 40; i++) {
		snprintf(names[i], sizeof names[i], "t%d", i);
		topics[i].s = names[i];
	}
	for (int i = 0; i < MANY; i++)
		p.questions[i].topic = &topics[i % 40];
	/* All were asked, the last one first: each is older than those seen before it. It would
	 * take a quarter of an hour, were it quadratic. */
	assert_true(past_reserve(&past, MANY));
	for (int i = MANY - 1; i >= 0; i--)
		past_note(&past, past_key(&p, &p.questions[i]), i % 2, true);
	d = deal_again(packs, 1, PACK_DRAW, 1);
	assert_int_equal(d.n, PACK_DRAW);
	for (int i = 0; i < d.n; i++)
		assert_true(d.item[i].question >= MANY - PACK_DRAW);
	deck_deal(&d, &(struct deal){.packs = packs,
				     .npacks = 1,
				     .mode = rounds,
				     .wanted = 20,
				     .seed = 1,
				     .nplayers = 8,
				     .past = &past});
	assert_int_equal(d.nrounds, 20);
	assert_int_equal(d.n, 160);
	assert_int_equal(d.nspare, 160);
	free(p.questions);
}

int main(void)
{
#define past_test(f) cmocka_unit_test_setup_teardown(f, begin_past, end_past)
	const struct CMUnitTest tests[] = {
		past_test(what_is_put_is_found_again),
		past_test(room_that_was_reserved_is_there),
		past_test(a_question_is_known_by_its_pack_and_its_own_identity),
		past_test(answers_are_counted_in_their_order),
		past_test(a_mistake_is_owed_until_it_was_right_twice),
		past_test(a_share_is_rounded_and_needs_enough_answers),
		past_test(two_hundred_questions_make_twenty_games_of_ten_without_one_twice),
		past_test(what_was_never_asked_is_drawn_equally_often),
		past_test(several_packs_are_one_pool),
		past_test(a_pack_in_file_order_goes_on_where_it_stopped),
		past_test(fewer_new_ones_than_wanted_are_filled_up_with_the_oldest),
		past_test(only_mistakes_are_all_that_are_owed),
		past_test(a_million_questions_are_dealt_in_a_few_walks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
