#include "bed.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "cue.h"

enum {
	EACH = 6, /* frames from one sample to the next; those between lie on a line */
	LENGTH = BED_MS * (CUE_RATE / EACH / 1000),
};

static const double PEAK = .0630957; /* -24 dBFS */

static const float RISE = 3.f / CUE_RATE, FALL = 6.f / CUE_RATE, SILENT = 1e-6f;

/* Sines, by how many cycles of each a loop has. */
static const struct {
	int cycles, beside;
	float level, least; /* of its swell, where that is lowest */
} voices[] = {
	{3528, 3531, .8f, .5f}, /* D, 147 Hz */
	{5292, 5295, .8f, .1f},
	{7938, 7942, .6f, 0},
	{11907, 11911, .35f, 0},
};

enum { VOICES = sizeof voices / sizeof voices[0] };

static const float BESIDE = .3f, SECOND = .2f; /* partial */

struct bed {
	int16_t samples[LENGTH]; /* of full scale */
	atomic_int percent;
	float level; /* now, of full scale */
	int at;      /* frame of the loop */
};

/* All sines are this one, read at other steps. */
static void make_sine(float *sine)
{
	for (int i = 0; i < LENGTH; i++)
		sine[i] = (float)sin(2 * M_PI * i / LENGTH);
}

static float sine_at(const float *sine, int cycles, int i)
{
	return sine[(int64_t)cycles * i % LENGTH];
}

static float partial_at(const float *sine, int cycles, int beside, int i)
{
	return sine_at(sine, cycles, i) + BESIDE * sine_at(sine, beside, i);
}

static float voice_at(const float *sine, int v, int i)
{
	int one = voices[v].cycles, other = voices[v].beside;
	int first = LENGTH / VOICES * v; /* where it is highest */
	float up = .5f + .5f * sine_at(sine, 1, i + LENGTH / 4 + LENGTH - first);
	float swell = voices[v].least + (1 - voices[v].least) * up * up;

	return voices[v].level * swell *
	       (partial_at(sine, one, other, i) + SECOND * partial_at(sine, 2 * one, 2 * other, i));
}

static void make(int16_t *samples, float *sine, float *mix)
{
	float peak = 0;

	make_sine(sine);
	for (int i = 0; i < LENGTH; i++) {
		mix[i] = 0;
		for (int v = 0; v < VOICES; v++)
			mix[i] += voice_at(sine, v, i);
		peak = fmaxf(peak, fabsf(mix[i]));
	}
	for (int i = 0; i < LENGTH; i++)
		samples[i] = (int16_t)lrintf(mix[i] * 32767 / peak);
}

struct bed *bed_create(void)
{
	struct bed *b = calloc(1, sizeof *b);
	float *room = malloc(2 * LENGTH * sizeof *room);

	if (b && room) {
		make(b->samples, room, room + LENGTH);
	} else {
		free(b);
		b = NULL;
	}
	free(room);
	return b;
}

void bed_destroy(struct bed *b)
{
	free(b);
}

void bed_set(struct bed *b, int percent)
{
	atomic_store(&b->percent, percent);
}

void bed_begin(struct bed *b)
{
	b->level = 0;
}

static int16_t sum(int a, long b)
{
	long s = a + b;

	return (int16_t)(s > INT16_MAX ? INT16_MAX : s < INT16_MIN ? INT16_MIN : s);
}

void bed_add(struct bed *b, int16_t *to, int frames)
{
	float part = (float)atomic_load(&b->percent) / 100, wanted = (float)PEAK * part * part;

	if (wanted <= 0 && b->level < SILENT)
		return;
	for (int i = 0; i < frames; i++) {
		int from = b->at / EACH, way = b->at % EACH;
		int here = b->samples[from], next = b->samples[(from + 1) % LENGTH];

		b->level += (wanted - b->level) * (wanted > b->level ? RISE : FALL);
		long s = lrintf(((float)here + (float)((next - here) * way) / EACH) * b->level);
		for (int ear = 0; ear < CUE_CHANNELS; ear++, to++)
			*to = sum(*to, s);
		b->at = (b->at + 1) % (LENGTH * EACH);
	}
}
