/* The game's own sounds: how loud, how clean, how high, how different. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <math.h>

#include "cue.h"

static double rms(const struct pcm *p, int from, int n)
{
	double sum = 0;

	for (int i = 2 * from; i < 2 * (from + n); i++)
		sum += (double)p->samples[i] * p->samples[i];
	return sqrt(sum / (2 * n)) / 32768;
}

static double loudest_db(const struct pcm *p)
{
	int window = CUE_RATE / 20;
	double most = 0;

	for (int from = 0; from + window <= p->frames; from += 240)
		most = fmax(most, rms(p, from, window));
	return 20 * log10(most);
}

/* How much of a frequency there is in a stretch of the left ear (Goertzel). */
static double power(const struct pcm *p, int from, int n, double hz)
{
	double k = 2 * cos(2 * M_PI * hz / CUE_RATE), a = 0, b = 0;

	for (int i = from; i < from + n; i++) {
		double window = .5 - .5 * cos(2 * M_PI * (i - from) / n);
		double c = window * p->samples[2 * i] + k * a - b;
		b = a;
		a = c;
	}
	return a * a + b * b - k * a * b;
}

/* The strongest tone of a stretch, to a quarter of a semitone. */
static double strongest_hz(const struct pcm *p, int from, int n)
{
	double best = 0, most = 0;

	for (double hz = 60; hz < 3000; hz *= pow(2, 1.0 / 48)) {
		double got = power(p, from, n, hz);
		if (got > most) {
			most = got;
			best = hz;
		}
	}
	return best;
}

static void no_cue_peaks_over_half_of_full_scale(void **state)
{
	(void)state;
	for (int c = 0; c < CUES; c++)
		for (int pitch = -12; pitch <= 12; pitch += 12) {
			struct pcm p = cue_make((enum cue)c, pitch);
			int most = 0;
			for (int i = 0; i < 2 * p.frames; i++)
				most = abs(p.samples[i]) > most ? abs(p.samples[i]) : most;
			assert_in_range(most, 1000, 16384);
			free(p.samples);
		}
}

static void every_cue_begins_and_ends_in_silence_without_a_step(void **state)
{
	(void)state;
	for (int c = 0; c < CUES; c++) {
		struct pcm p = cue_make((enum cue)c, 0);
		const int16_t *last = p.samples + 2 * (p.frames - 1);
		assert_in_range(abs(p.samples[0]) + abs(p.samples[1]), 0, 2);
		assert_in_range(abs(last[0]) + abs(last[1]), 0, 2);
		assert_true(rms(&p, 0, 12) < rms(&p, 0, p.frames) * 1.5); /* a ramp, no click */
		assert_true(rms(&p, p.frames - 48, 48) < .001);
		free(p.samples);
	}
}

static void no_cue_has_a_constant_part(void **state)
{
	(void)state;
	for (int c = 0; c < CUES; c++) {
		struct pcm p = cue_make((enum cue)c, 0);
		for (int ear = 0; ear < 2; ear++) {
			double sum = 0;
			for (int i = 0; i < p.frames; i++)
				sum += p.samples[2 * i + ear];
			assert_true(fabs(sum / p.frames) < 3);
		}
		free(p.samples);
	}
}

static void cues_are_short_and_a_climb_lasts_as_long_as_its_motion(void **state)
{
	(void)state;
	for (int c = 0; c < CUES; c++) {
		struct pcm p = cue_make((enum cue)c, 0);
		assert_in_range(p.frames, CUE_RATE / 25, CUE_RATE);
		free(p.samples);
	}
	struct pcm p = cue_make(CUE_STEP, 0);
	assert_true(p.frames >= CUE_RATE * 7 / 10);
	free(p.samples);
}

static void cues_are_about_as_loud_but_for_the_quiet_ones(void **state)
{
	(void)state;
	for (int c = 0; c < CUES; c++) {
		struct pcm p = cue_make((enum cue)c, 0);
		double db = loudest_db(&p);
		if (c == CUE_MOVE || c == CUE_TICK || c == CUE_COUNT)
			assert_true(db > -30 && db < -25);
		else
			assert_true(db > -22.5 && db < -17);
		free(p.samples);
	}
}

static void no_two_cues_sound_alike(void **state)
{
	(void)state;
	for (int a = 0; a < CUES; a++)
		for (int b = 0; b < a; b++) {
			struct pcm p = cue_make((enum cue)a, 0), q = cue_make((enum cue)b, 0);
			int n = p.frames < q.frames ? p.frames : q.frames;
			double pq = 0, pp = 1, qq = 1;
			for (int i = 0; i < 2 * n; i++) {
				pq += (double)p.samples[i] * q.samples[i];
				pp += (double)p.samples[i] * p.samples[i];
				qq += (double)q.samples[i] * q.samples[i];
			}
			assert_true(fabs(pq) / sqrt(pp * qq) < .9 ||
				    abs(p.frames - q.frames) > CUE_RATE / 10);
			free(p.samples);
			free(q.samples);
		}
}

static void a_pitch_of_twelve_doubles_the_fundamental(void **state)
{
	const int n = CUE_RATE / 20;

	(void)state;
	for (int c = 0; c < CUES; c++) {
		if (c == CUE_QUESTION || c == CUE_CUT) /* chords: no one tone leads */
			continue;
		struct pcm low = cue_make((enum cue)c, 0), high = cue_make((enum cue)c, 12);
		double ratio = strongest_hz(&high, 0, n) / strongest_hz(&low, 0, n);
		assert_true(ratio > 1.9 && ratio < 2.1);
		free(low.samples);
		free(high.samples);
	}
}

static void the_climb_rises_in_six_steps(void **state)
{
	struct pcm p = cue_make(CUE_STEP, 0);
	double before = 0;

	(void)state;
	for (int k = 0; k < 6; k++) {
		double hz = strongest_hz(&p, (k * 700 / 6 + 8) * CUE_RATE / 1000, CUE_RATE / 10);
		assert_true(hz > before * 1.05);
		before = hz;
	}
	free(p.samples);
}

static void a_cut_falls_as_a_tape_does_that_stops(void **state)
{
	struct pcm p = cue_make(CUE_CUT, 0);
	int n = CUE_RATE / 10;

	(void)state;
	assert_true(strongest_hz(&p, 4 * n, n) < strongest_hz(&p, 0, n) * .6);
	free(p.samples);
}

static void a_pitch_beyond_two_octaves_is_held_there(void **state)
{
	struct pcm p = cue_make(CUE_TICK, 24), q = cue_make(CUE_TICK, 99);

	(void)state;
	assert_memory_equal(p.samples, q.samples, (size_t)p.frames * 4);
	free(p.samples);
	free(q.samples);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_cue_peaks_over_half_of_full_scale),
		cmocka_unit_test(every_cue_begins_and_ends_in_silence_without_a_step),
		cmocka_unit_test(no_cue_has_a_constant_part),
		cmocka_unit_test(cues_are_short_and_a_climb_lasts_as_long_as_its_motion),
		cmocka_unit_test(cues_are_about_as_loud_but_for_the_quiet_ones),
		cmocka_unit_test(no_two_cues_sound_alike),
		cmocka_unit_test(a_pitch_of_twelve_doubles_the_fundamental),
		cmocka_unit_test(the_climb_rises_in_six_steps),
		cmocka_unit_test(a_cut_falls_as_a_tape_does_that_stops),
		cmocka_unit_test(a_pitch_beyond_two_octaves_is_held_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
