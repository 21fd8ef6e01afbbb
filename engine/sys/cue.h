/*
 * The game's own sounds, made from a table of notes when they are first needed: 16-bit PCM, 48 kHz,
 * stereo.
 *
 * Music: all notes are of D major's pentatonic scale (D E F# A B), so cues that overlap agree; note
 * n lies at 293.66 Hz x 2^(n/12) (equal temperament, A4 = 440 Hz), and a pitch moves all of them by
 * semitones. A note is a sum of sine partials, each under a raised-cosine attack and an exponential
 * decay named by the time it takes to fall by 60 dB. A tape that stops runs at (1 - t/T)^2 of its
 * speed, and is heard the less for it.
 *
 * Level: the loudest 50 ms of a cue have the RMS its row names, in dBFS; no sample exceeds -6 dBFS
 * (half of full scale). Below 25 Hz nothing is left, and both ends are silent.
 */
#ifndef CUE_H
#define CUE_H

#include <stdint.h>

#include "app.h"

enum { CUE_RATE = 48000, CUE_CHANNELS = 2 };

struct pcm {
	int16_t *samples; /* interleaved, from malloc: yours to free; NULL: no memory */
	int frames;
};

struct pcm cue_make(enum cue cue, int pitch); /* pitch: semitones, -24 to 24 */

#endif
