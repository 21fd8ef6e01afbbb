/* Memory by lifetime, and what is read when the machine has no more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pack.h"

static int left = -1; /* takes that still succeed; -1: all of them */

void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t count, size_t n);
void *__wrap_realloc(void *old, size_t n);
void *__real_malloc(size_t n);
void *__real_calloc(size_t count, size_t n);
void *__real_realloc(void *old, size_t n);

static bool may_take(void)
{
	return left < 0 || left-- > 0 || (left = 0);
}

void *__wrap_malloc(size_t n)
{
	return may_take() ? __real_malloc(n) : NULL;
}

void *__wrap_calloc(size_t count, size_t n)
{
	return may_take() ? __real_calloc(count, n) : NULL;
}

void *__wrap_realloc(void *old, size_t n)
{
	return may_take() ? __real_realloc(old, n) : NULL;
}

static void what_is_taken_is_zeroed_and_aligned(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t n = 1; n < 3000; n++) {
		char *p = arena_take(&a, n);
		assert_non_null(p);
		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, n);
		assert_string_equal(arena_text(&a, "odd", 3), "odd");
	}
	assert_false(a.failed);
	arena_finish(&a);
}

static void a_large_take_leaves_room_for_small_ones(void **state)
{
	enum { LARGE = 40 << 20 };
	struct arena a = {0};
	char *small = arena_take(&a, 16), *large = arena_take(&a, LARGE), *next;

	(void)state;
	assert_non_null(large);
	next = arena_take(&a, 16);
	assert_ptr_equal(next, small + 16);
	large[LARGE - 1] = 1;
	assert_true(a.total < LARGE + (64 << 10));
	arena_finish(&a);
}

static void a_finished_arena_can_be_used_again(void **state)
{
	struct arena a = {0};

	(void)state;
	for (int i = 0; i < 3; i++) {
		char *p = arena_take(&a, 100);
		assert_int_equal(p[99], 0);
		p[99] = 1;
		arena_finish(&a);
		assert_int_equal(a.total, 0);
	}
}

static void a_take_that_fails_is_remembered(void **state)
{
	struct arena a = {0};

	(void)state;
	left = 0;
	assert_null(arena_take(&a, 100));
	left = -1;
	assert_true(a.failed);
	assert_non_null(arena_take(&a, 100));
	assert_true(a.failed);
	assert_null(arena_take(&a, SIZE_MAX - 8));
	arena_finish(&a);
	assert_false(a.failed);
}

/* Long texts, so that the arena asks for memory often. */
static size_t write_pack(char *out)
{
	char *p = out + sprintf(out, "title = T\ntags = a, b\nauthor = x\n[topic R]\nsource = s\n");

	for (int i = 0; i < 100; i++) {
		p += sprintf(
			p,
			"[question]\nask = %d%0900d\nask.de = d\nask.fr = f\ntags = b, t%d, u\n"
			"right = a\nbecause = x\nwrong = None of these\nsource = q\n",
			i, i, i);
		p += sprintf(p, "nonsense = %0200d\n[question i%d]\nask = 1\nanswer = true\n", i,
			     i);
	}
	return (size_t)(p - out);
}

static void without_memory_a_pack_is_refused_and_that_is_said(void **state)
{
	static char text[1 << 18];
	size_t n = write_pack(text);
	bool whole = false;

	(void)state;
	for (int takes = 0; !whole; takes++) {
		struct diag d;
		struct pack *p;
		diag_init(&d, "test.ini");
		left = takes;
		p = pack_read(text, n, "test.ini", &d);
		whole = left > 0;
		left = -1;
		assert_true(p || d.errors > 0);
		assert_true(!whole || (p && p->nquestions == 200));
		pack_drop(p);
		diag_finish(&d);
		assert_true(takes < 1000);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_taken_is_zeroed_and_aligned),
		cmocka_unit_test(a_large_take_leaves_room_for_small_ones),
		cmocka_unit_test(a_finished_arena_can_be_used_again),
		cmocka_unit_test(a_take_that_fails_is_remembered),
		cmocka_unit_test(without_memory_a_pack_is_refused_and_that_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
