/* What is heard while nobody plays: how loud, how even, without a seam. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "bed.h"
#include "cue.h"

enum { LOOP = BED_MS * (CUE_RATE / 1000), SECOND = CUE_RATE, BUFFER = 1024 };

static struct bed *bed;
static int16_t heard[2 * (LOOP + 2 * SECOND)];

static int create(void **state)
{
	(void)state;
	bed = bed_create();
	return bed ? 0 : -1;
}

static int destroy(void **state)
{
	(void)state;
	bed_destroy(bed);
	return 0;
}

/* The next frames, as a device asks for them; nothing else sounds. */
static void hear(int frames)
{
	memset(heard, 0, (size_t)frames * 2 * sizeof *heard);
	for (int from = 0; from < frames; from += BUFFER)
		bed_add(bed, heard + 2 * from, from + BUFFER < frames ? BUFFER : frames - from);
}

static int peak(int from, int n)
{
	int most = 0;

	for (int i = 2 * from; i < 2 * (from + n); i++)
		most = abs(heard[i]) > most ? abs(heard[i]) : most;
	return most;
}

static double rms(int from, int n)
{
	double sum = 0;

	for (int i = 2 * from; i < 2 * (from + n); i++)
		sum += (double)heard[i] * heard[i];
	return sqrt(sum / (2 * n));
}

/* With a level that has settled. */
static void hear_a_loop(int percent)
{
	bed_set(bed, percent);
	hear(6 * SECOND);
	hear(LOOP + SECOND);
}

static void it_peaks_at_24_db_below_full_scale(void **state)
{
	(void)state;
	hear_a_loop(100);
	double db = 20 * log10(peak(0, LOOP) / 32768.0);
	assert_true(fabs(db + 24) <= .5);
	hear_a_loop(50);
	assert_true(fabs(20 * log10(peak(0, LOOP) / 32768.0) + 36) <= .5);
}

/* The loop's end lies within what is heard, wherever that is. */
static void its_end_runs_into_its_beginning_without_a_step(void **state)
{
	int most = 0;

	(void)state;
	bed_set(bed, 100);
	hear(LOOP);
	const int16_t last = heard[2 * (LOOP - 1)];
	hear(LOOP + 1);
	for (int i = 1; i < LOOP; i++) {
		int step = abs(heard[2 * i] - heard[2 * i - 2]);
		most = step > most ? step : most;
	}
	assert_in_range(abs(heard[0] - last), 0, most);
	assert_in_range(abs(heard[2 * LOOP] - heard[2 * LOOP - 2]), 0, most);
	assert_in_range(abs(heard[2 * LOOP] - heard[0]), 0, 1);
	assert_in_range(most, 1, 400);
}

static void both_ears_hear_the_same_and_it_has_no_constant_part(void **state)
{
	double sum = 0;

	(void)state;
	hear_a_loop(100);
	for (int i = 0; i < LOOP; i++) {
		assert_int_equal(heard[2 * i], heard[2 * i + 1]);
		sum += heard[2 * i];
	}
	assert_true(fabs(sum / LOOP) < 1);
}

/* Nothing in it makes anybody look up: no second is much louder than the one before. */
static void it_swells_and_never_starts(void **state)
{
	double before = 0;

	(void)state;
	hear_a_loop(100);
	for (int s = 0; s <= BED_MS / 1000; s++) {
		double now = rms(s * SECOND, SECOND);
		assert_true(now > 100);
		if (before > 0)
			assert_true(now / before < 1.5 && before / now < 1.5);
		before = now;
	}
}

static double power(int from, double hz)
{
	double k = 2 * cos(2 * M_PI * hz / CUE_RATE), a = 0, b = 0;

	for (int i = from; i < from + SECOND; i++) {
		double c = heard[2 * i] + k * a - b;
		b = a;
		a = c;
	}
	return a * a + b * b - k * a * b;
}

static void its_voices_rise_by_fifths_one_after_the_other(void **state)
{
	(void)state;
	bed_set(bed, 100);
	hear(LOOP); /* that is whole: it begins at its first sample again */
	hear(LOOP + SECOND);
	for (int v = 0; v < 4; v++) {
		double hz = 147 * pow(1.5, v), most = 0;
		int at = 0;
		for (int s = 0; s < BED_MS / 1000; s += 2) {
			/* Over two seconds: what is beside it beats slowly. */
			double got = power(s * SECOND, hz) + power((s + 1) * SECOND, hz);
			at = got > most ? s : at;
			most = fmax(most, got);
		}
		int off = (at - v * 6 + 24 + 12) % 24 - 12;
		if (abs(off) > 4)
			fail_msg("voice %d is highest at %d s", v, at);
	}
}

static void it_comes_within_a_second_and_goes_within_half(void **state)
{
	(void)state;
	hear(SECOND);
	assert_int_equal(peak(0, SECOND), 0);
	bed_set(bed, 100);
	hear(2 * SECOND);
	assert_true(rms(0, SECOND / 20) < .2 * rms(SECOND, SECOND));
	assert_true(rms(SECOND * 9 / 10, SECOND / 10) > .7 * rms(SECOND * 19 / 10, SECOND / 10));
	double loud = rms(SECOND, SECOND);
	bed_set(bed, 0);
	hear(2 * SECOND);
	assert_true(peak(0, 1) > 0 || rms(0, SECOND / 50) > .3 * loud); /* no cut */
	assert_true(rms(SECOND / 2, SECOND / 10) < .1 * loud);
	assert_int_equal(peak(SECOND * 19 / 10, SECOND / 10), 0);
}

static void what_sounds_already_is_added_to_and_held_in_range(void **state)
{
	int16_t loud[2 * BUFFER];

	(void)state;
	hear_a_loop(100);
	for (int k = 0; k < 50; k++) {
		for (int i = 0; i < 2 * BUFFER; i++)
			loud[i] = k % 2 ? INT16_MAX : INT16_MIN;
		bed_add(bed, loud, BUFFER);
		for (int i = 0; i < 2 * BUFFER; i++)
			assert_true(k % 2 ? loud[i] > 30000 : loud[i] < -30000);
	}
}

static void it_begins_from_silence_again(void **state)
{
	(void)state;
	hear_a_loop(100);
	bed_begin(bed);
	hear(SECOND);
	assert_true(peak(0, SECOND / 1000) < 20);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, create, destroy)
	const struct CMUnitTest tests[] = {
		TEST(it_peaks_at_24_db_below_full_scale),
		TEST(its_end_runs_into_its_beginning_without_a_step),
		TEST(both_ears_hear_the_same_and_it_has_no_constant_part),
		TEST(it_swells_and_never_starts),
		TEST(its_voices_rise_by_fifths_one_after_the_other),
		TEST(it_comes_within_a_second_and_goes_within_half),
		TEST(what_sounds_already_is_added_to_and_held_in_range),
		TEST(it_begins_from_silence_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
