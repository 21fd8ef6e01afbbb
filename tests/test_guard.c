/* The PIN: its hash, the tries that are counted, and the pause after five. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "guard.h"
#include "pin.h"

static char hash[KIOSK_PIN];
static char folder[] = "/tmp/guardXXXXXX", path[64];

static int open_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder) || !pin_hash("2468", hash))
		return -1;
	snprintf(path, sizeof path, "%s/stairwell.db", folder);
	return 0;
}

static int close_folder(void **state)
{
	char command[96];

	(void)state;
	snprintf(command, sizeof command, "rm -r %s", folder);
	return system(command);
}

static struct store *open_store(void)
{
	struct store_report r;
	struct store *s = store_open(path, &r);

	assert_non_null(s);
	return s;
}

static struct guard guard(void)
{
	struct guard g = {0};

	snprintf(g.hash, sizeof g.hash, "%s", hash);
	return g;
}

static void a_hash_is_of_one_pin_alone(void **state)
{
	char other[KIOSK_PIN];

	(void)state;
	assert_memory_equal(hash, "$7$", 3);
	assert_true(pin_right(hash, "2468"));
	assert_false(pin_right(hash, "2469"));
	assert_false(pin_right(hash, ""));
	assert_true(pin_hash("2468", other));
	assert_string_not_equal(hash, other);
}

static void what_is_no_hash_lets_nobody_in(void **state)
{
	static const char *const bad[] = {"", "2468", "$", "$7$", "$7$x", "*0", "$nonsense$"};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_false(pin_right(bad[i], "2468"));
		assert_false(pin_right(bad[i], bad[i]));
	}
}

static void five_wrong_tries_bring_a_pause_and_the_right_one_none(void **state)
{
	struct guard g = guard();
	int pause_s;

	(void)state;
	for (int i = 0; i < GUARD_TRIES; i++) {
		assert_false(guard_try(&g, NULL, "", 1000, &pause_s));
		assert_int_equal(pause_s, 0);
		assert_false(guard_try(&g, NULL, "1111", 1000, &pause_s));
	}
	assert_int_equal(pause_s, 300);
	assert_false(guard_try(&g, NULL, "2468", 2000, &pause_s));
	assert_int_equal(pause_s, 299);
	assert_false(guard_try(&g, NULL, "2468", 1000 + GUARD_PAUSE_MS - 1, &pause_s));
	assert_int_equal(pause_s, 1);
	assert_true(guard_try(&g, NULL, "2468", 1000 + GUARD_PAUSE_MS, &pause_s));
	assert_int_equal(pause_s, 0);
	for (int i = 1; i < GUARD_TRIES; i++)
		assert_false(guard_try(&g, NULL, "1111", 1000 + GUARD_PAUSE_MS, &pause_s));
	assert_true(guard_try(&g, NULL, "2468", 1000 + GUARD_PAUSE_MS, &pause_s));
	assert_int_equal(g.tries, 0);
}

static void a_restart_gives_no_try_back_and_begins_the_pause_anew(void **state)
{
	int pause_s;

	(void)state;
	for (int i = 0; i < GUARD_TRIES; i++) { /* each in a run of its own */
		struct guard g = guard();
		struct store *s = open_store();
		assert_false(guard_try(&g, s, "1111", 5000, &pause_s));
		assert_int_equal(pause_s, i + 1 < GUARD_TRIES ? 0 : 300);
		store_close(s);
	}
	struct guard g = guard();
	struct store *s = open_store();
	assert_false(guard_try(&g, s, "2468", 100000, &pause_s));
	assert_int_equal(pause_s, 200);
	assert_true(guard_try(&g, s, "2468", GUARD_PAUSE_MS, &pause_s));
	store_close(s);

	g = guard();
	s = open_store();
	assert_false(guard_try(&g, s, "", 0, &pause_s));
	assert_int_equal(pause_s, 0);
	assert_int_equal(g.tries, 0);
	store_close(s);
}

/* Nor does one where nothing can be noted: there is a pause from the start and after each. */
static void where_no_try_can_be_noted_there_is_one_a_pause(void **state)
{
	struct store *s = store_open("/proc/nowhere/stairwell.db", NULL);
	int pause_s;

	(void)state;
	for (int run = 0; run < 2; run++) {
		struct guard g = guard();
		assert_false(guard_try(&g, s, "2468", 1000, &pause_s));
		assert_int_equal(pause_s, 299);
		assert_false(guard_try(&g, s, "1111", GUARD_PAUSE_MS, &pause_s));
		assert_int_equal(pause_s, 300);
		assert_false(guard_try(&g, s, "2468", GUARD_PAUSE_MS + 1000, &pause_s));
		assert_true(guard_try(&g, s, "2468", 2 * GUARD_PAUSE_MS, &pause_s));
		assert_int_equal(pause_s, 0);
	}
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hash_is_of_one_pin_alone),
		cmocka_unit_test(what_is_no_hash_lets_nobody_in),
		cmocka_unit_test(five_wrong_tries_bring_a_pause_and_the_right_one_none),
		cmocka_unit_test(a_restart_gives_no_try_back_and_begins_the_pause_anew),
		cmocka_unit_test(where_no_try_can_be_noted_there_is_one_a_pause),
	};

	return cmocka_run_group_tests(tests, open_folder, close_folder);
}
