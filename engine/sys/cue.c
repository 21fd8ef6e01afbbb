#include "cue.h"

#include <math.h>
#include <stdlib.h>

enum {
	PARTIALS = 4,
	NOTES = 7,
	FADE_MS = 12,    /* at the end of a cue */
	LOUDEST_MS = 50, /* the stretch whose level is set */
	PITCH_MOST = 24,
};

static const double D4_HZ = 293.6648, PEAK = .5, DC_HZ = 25;

/* How one note sounds. The ear that is farther off hears it a little flatter: that is its width. */
struct voice {
	struct {
		float ratio, level, decay; /* decay: as a part of the voice's own */
	} partial[PARTIALS];
	float attack_ms, decay_ms;
};

enum voice_name { FELT, WOOD, GLASS, BREATH, THUMP, REEL };

static const struct voice voices[] = {
	/* a soft hammer on a string */
	[FELT] = {{{1, 1, 1}, {2, .32f, .6f}, {3, .10f, .4f}, {4, .03f, .3f}}, 5, 520},
	/* a bar of wood: its overtone is there for the stroke only */
	[WOOD] = {{{1, 1, 1}, {3.93f, .22f, .25f}, {2, .08f, .5f}}, 2, 150},
	/* a metal bar over a tube */
	[GLASS] = {{{1, 1, 1}, {2, .14f, .8f}, {4, .16f, .35f}}, 4, 900},
	/* a chord that comes up rather than begins */
	[BREATH] = {{{1, 1, 1}, {2, .22f, .9f}, {3, .07f, .8f}}, 70, 900},
	/* a heavy thing set down */
	[THUMP] = {{{1, 1, 1}, {1.5f, .35f, .35f}, {2, .2f, .3f}}, 3, 260},
	/* a held chord on a tape */
	[REEL] = {{{1, 1, 1}, {2, .4f, .8f}, {3, .2f, .7f}, {4, .08f, .6f}}, 12, 2600},
};

struct note {
	int at_ms, tone; /* tone: semitones above D4 */
	enum voice_name voice;
	float level, pan; /* level 0: the list ends; pan: -1 left to 1 right */
};

struct row {
	int ms;
	float rms_db;
	bool stops; /* like a tape, over its whole length */
	struct note notes[NOTES];
};

static const struct row rows[CUES] = {
	[CUE_SELECT] = {170, -20, false, {{0, 7, FELT, 1, 0}, {28, 12, FELT, .6f, 0}}},
	[CUE_BACK] = {190, -20, false, {{0, 7, FELT, .8f, 0}, {34, 0, FELT, 1, 0}}},
	[CUE_MOVE] = {70, -28, false, {{0, 7, WOOD, 1, 0}}},
	[CUE_QUESTION] = {620,
			  -21,
			  false,
			  {{0, -12, BREATH, .8f, 0},
			   {40, -5, BREATH, .7f, -.4f},
			   {80, 0, BREATH, .6f, .4f},
			   {120, 4, BREATH, .4f, 0}}},
	[CUE_LOCK] = {300,
		      -18,
		      false,
		      {{0, -12, THUMP, 1, 0}, {0, 0, WOOD, .5f, 0}, {12, -5, FELT, .35f, 0}}},
	[CUE_RIGHT] = {760,
		       -18,
		       false,
		       {{0, 0, FELT, .4f, 0},
			{0, 12, GLASS, .8f, -.25f},
			{85, 16, GLASS, .8f, 0},
			{170, 19, GLASS, 1, .25f}}},
	[CUE_WRONG] = {520,
		       -21,
		       false,
		       {{0, -3, FELT, .8f, -.15f},
			{130, -8, FELT, 1, .15f},
			{130, -20, FELT, .5f, 0}}},
	[CUE_CUT] = {820,
		     -19,
		     true,
		     {{0, -12, REEL, .9f, 0},
		      {0, -5, REEL, .7f, -.3f},
		      {0, 0, REEL, .8f, .3f},
		      {0, 4, REEL, .5f, 0}}},
	[CUE_STEP] = {860,
		      -20,
		      false,
		      {{0, 0, FELT, .8f, -.4f},
		       {117, 2, FELT, .8f, -.25f},
		       {233, 4, FELT, .8f, -.1f},
		       {350, 7, FELT, .8f, .1f},
		       {467, 9, FELT, .8f, .25f},
		       {583, 12, FELT, 1, .4f}}},
	[CUE_STREAK] = {780,
			-19,
			false,
			{{0, 7, GLASS, .7f, -.5f},
			 {55, 12, GLASS, .75f, -.2f},
			 {110, 16, GLASS, .8f, .2f},
			 {165, 19, GLASS, .85f, .5f},
			 {220, 24, GLASS, .6f, 0}}},
	[CUE_TICK] = {60, -27, false, {{0, 12, WOOD, 1, 0}}},
	[CUE_TIME_UP] = {700,
			 -19,
			 false,
			 {{0, 7, FELT, .9f, 0}, {150, 7, FELT, .9f, 0}, {300, -5, FELT, 1, 0}}},
	[CUE_HINT] = {520, -21, false, {{0, 9, GLASS, .7f, -.2f}, {90, 14, GLASS, .8f, .2f}}},
	[CUE_COUNT] = {60, -26, false, {{0, 0, WOOD, 1, 0}}},
	[CUE_BUZZ] = {420, -19, false, {{0, 12, GLASS, 1, 0}, {60, 12, GLASS, .7f, 0}}},
	[CUE_PLACED] = {700, -20, false, {{0, 4, GLASS, .8f, -.2f}, {120, 9, GLASS, 1, .2f}}},
	[CUE_BEST] = {980,
		      -19,
		      false,
		      {{0, 4, GLASS, .7f, -.3f},
		       {110, 9, GLASS, .8f, 0},
		       {220, 12, GLASS, .9f, .3f},
		       {330, 16, GLASS, 1, 0}}},
	[CUE_IDLE] = {900, -21, false, {{0, 7, FELT, .9f, -.2f}, {260, 2, FELT, 1, .2f}}},
};

/* One partial of a note, added to every second sample. */
static void add_partial(float *to, int frames, const struct row *row, double hz, double level,
			double attack_ms, double decay_ms)
{
	double turn = 2 * M_PI * hz / CUE_RATE, phase = 0;
	double fall = exp(log(.001) / (decay_ms * CUE_RATE / 1000));
	int attack = (int)(attack_ms * CUE_RATE / 1000), whole = row->ms * CUE_RATE / 1000;

	for (int i = 0; i < frames; i++) {
		double rise = i < attack ? .5 - .5 * cos(M_PI * i / attack) : 1;
		double left = row->stops ? 1 - (double)i / whole : 1;
		to[2 * i] += (float)(level * rise * left * sin(phase));
		level *= fall;
		phase += turn * left * left;
	}
}

static void add_note(float *mix, int frames, const struct row *row, const struct note *n, int pitch)
{
	const struct voice *v = &voices[n->voice];
	int from = n->at_ms * CUE_RATE / 1000;
	double hz = D4_HZ * pow(2, (n->tone + pitch) / 12.0), turn = (n->pan + 1) * M_PI / 4;

	for (int ear = 0; ear < 2; ear++) {
		double near = ear ? sin(turn) : cos(turn), flat = near < .7 ? .9985 : 1;
		for (int k = 0; k < PARTIALS && v->partial[k].level > 0; k++)
			add_partial(mix + 2 * from + ear, frames - from, row,
				    hz * flat * (double)v->partial[k].ratio,
				    (double)(n->level * v->partial[k].level) * near,
				    (double)v->attack_ms,
				    (double)(v->decay_ms * v->partial[k].decay));
	}
}

/* A one-pole high-pass takes out what no loudspeaker gives back, a cosine the end. */
static void smooth(float *mix, int frames)
{
	double keep = exp(-2 * M_PI * DC_HZ / CUE_RATE);
	int fade = FADE_MS * CUE_RATE / 1000;

	for (int ear = 0; ear < 2; ear++) {
		double before = 0, out = 0;
		for (int i = 0; i < frames; i++) {
			double in = (double)mix[2 * i + ear];
			int left = frames - 1 - i;
			out = keep * (out + in - before);
			before = in;
			mix[2 * i + ear] =
				(float)(left < fade ? out * (.5 - .5 * cos(M_PI * left / fade))
						    : out);
		}
	}
}

static double gain_for(const float *mix, int frames, double rms_db)
{
	int window = 2 * LOUDEST_MS * CUE_RATE / 1000, n = 2 * frames;
	double peak = 1e-9, sum = 0, loudest = 1e-9;

	for (int i = 0; i < n; i++) {
		double x = fabs((double)mix[i]);
		peak = fmax(peak, x);
		sum += x * x -
		       (i >= window ? (double)mix[i - window] * (double)mix[i - window] : 0);
		loudest = fmax(loudest, sum);
	}
	return fmin(pow(10, rms_db / 20) / sqrt(loudest / window), PEAK / peak);
}

struct pcm cue_make(enum cue cue, int pitch)
{
	const struct row *row = &rows[cue];
	int frames = row->ms * CUE_RATE / 1000;
	float *mix = calloc((size_t)frames * 2, sizeof *mix);
	struct pcm pcm = {malloc((size_t)frames * 2 * sizeof *pcm.samples), frames};

	pitch = pitch < -PITCH_MOST ? -PITCH_MOST : pitch > PITCH_MOST ? PITCH_MOST : pitch;
	if (mix && pcm.samples) {
		for (int i = 0; i < NOTES && row->notes[i].level > 0; i++)
			add_note(mix, frames, row, &row->notes[i], pitch);
		smooth(mix, frames);
		double gain = gain_for(mix, frames, (double)row->rms_db) * 32767;
		for (int i = 0; i < 2 * frames; i++)
			pcm.samples[i] = (int16_t)lrint((double)mix[i] * gain);
	} else {
		free(pcm.samples);
		pcm = (struct pcm){0};
	}
	free(mix);
	return pcm;
}
