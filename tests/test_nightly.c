/* When a kiosk's night is due. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "nightly.h"

enum { AT = 23 * 60 + 30 };

static const int64_t HOUR_MS = 60 * 60 * INT64_C(1000), DAY_MS = 24 * HOUR_MS;
static const int64_t NOON_MS = INT64_C(2078647200000); /* 14 November 2035, 10:00 UTC */

static struct moment at(int64_t unix_ms)
{
	return (struct moment){unix_ms, 60};
}

static void once_a_night_and_at_once_after_a_time_without_power(void **state)
{
	int64_t last = NIGHTLY_NEVER, night;
	int done = 0;

	(void)state;
	for (int64_t ms = NOON_MS; ms < NOON_MS + 90 * DAY_MS; ms += HOUR_MS / 6) {
		if (ms > NOON_MS + 10 * DAY_MS && ms < NOON_MS + 14 * DAY_MS)
			continue; /* off */
		if (!nightly_due(at(ms), AT, last, &night))
			continue;
		int64_t minute = (ms / 60000 + 60) % (24 * 60);

		assert_true(done == 0 || minute == AT || ms == NOON_MS + 14 * DAY_MS);
		last = night;
		done++;
	}
	assert_int_equal(done, 1 + 90 - 3);
}

static void a_clock_that_is_set_back_brings_no_second_time(void **state)
{
	int64_t ms = (NOON_MS / DAY_MS) * DAY_MS + AT * INT64_C(60000) - HOUR_MS, night, later;

	(void)state;
	assert_true(nightly_due(at(ms), AT, NIGHTLY_NEVER, &night));
	assert_false(nightly_due(at(ms), AT, night, &later));
	assert_false(nightly_due(at(ms - HOUR_MS), AT, night, &later));       /* by hand */
	assert_false(nightly_due((struct moment){ms, 0}, AT, night, &later)); /* summer ends */
	assert_false(nightly_due((struct moment){ms, 120}, AT, night, &later));
	assert_false(nightly_due(at(ms + DAY_MS - 1), AT, night, &later));
	assert_true(nightly_due(at(ms + DAY_MS), AT, night, &later));
	assert_int_equal(later, night + 1);
}

static void a_clock_that_was_wrong_is_got_over(void **state)
{
	int64_t night, later;

	(void)state;
	assert_false(nightly_due(at(0), AT, NIGHTLY_NEVER, &night)); /* before it was built: wait */
	assert_true(nightly_due(at(NOON_MS + 1000 * DAY_MS), AT, NIGHTLY_NEVER, &night));
	assert_true(nightly_due(at(NOON_MS), AT, night, &later)); /* it was years ahead */
	assert_false(nightly_due(at(NOON_MS), AT, later, &night));
}

static void after_a_leap_clearing_waits_until_the_clock_has_shown_that_it_is_right(void **state)
{
	int64_t trusted = NIGHTLY_NEVER, waited = 0;

	(void)state;
	assert_true(nightly_clears(20000, &trusted, &waited));
	assert_true(nightly_clears(20000 + NIGHTLY_LEAP, &trusted, &waited));
	assert_false(nightly_clears(40000, &trusted, &waited));
	assert_false(nightly_clears(39000, &trusted, &waited)); /* nearer, and still years ahead */
	assert_true(nightly_clears(20041, &trusted, &waited));
	for (int i = 1; i < NIGHTLY_LEAP; i++)
		assert_false(nightly_clears(20200 + i, &trusted, &waited));
	assert_true(nightly_clears(20200 + NIGHTLY_LEAP, &trusted, &waited));
	assert_true(nightly_clears(20201 + NIGHTLY_LEAP, &trusted, &waited));
}

static void a_month_ends_with_its_last_day(void **state)
{
	int64_t night;

	(void)state;
	nightly_due(at(INT64_C(2082754800000) - 1), 0, NIGHTLY_NEVER, &night);
	assert_int_equal(nightly_month(night), 203512);
	nightly_due(at(INT64_C(2082754800000)), 0, NIGHTLY_NEVER, &night);
	assert_int_equal(nightly_month(night), 203601);
	assert_int_equal(nightly_month(0), 197001);
	assert_int_equal(nightly_month(24895), 203802); /* 28 February 2038 */
	assert_int_equal(nightly_month(24896), 203803);
	assert_int_equal(nightly_month(25626), 204002); /* 29 February 2040 */
	assert_int_equal(nightly_month(25627), 204003);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(once_a_night_and_at_once_after_a_time_without_power),
		cmocka_unit_test(a_clock_that_is_set_back_brings_no_second_time),
		cmocka_unit_test(a_clock_that_was_wrong_is_got_over),
		cmocka_unit_test(
			after_a_leap_clearing_waits_until_the_clock_has_shown_that_it_is_right),
		cmocka_unit_test(a_month_ends_with_its_last_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
