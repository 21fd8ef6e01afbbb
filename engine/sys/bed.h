/*
 * What is heard while nobody plays: a quiet loop of 24 s, mono, made when it is first needed.
 *
 * Music: four voices a just fifth apart (ratio 3:2), D A E B from 147 Hz up, so that cues, which
 * are of the same scale, agree with it. One after the other comes up and goes, the lowest never
 * quite; nothing in it has a beginning. Each voice is sines of a whole number of cycles a loop,
 * each beside one a little higher, under a swell that is a sine of one: so the loop has no seam.
 *
 * Level: it peaks at -24 dBFS. Louder or softer it comes within a second, and goes within half of
 * one (95 %, exponentially).
 */
#ifndef BED_H
#define BED_H

#include <stdint.h>

enum { BED_MS = 24000 };

struct bed;

struct bed *bed_create(void); /* silent; NULL: no memory */
void bed_destroy(struct bed *b);

/* How loud it is to be, percent, as a volume is (mixer.h); 0: silent. From any thread. */
void bed_set(struct bed *b, int percent);

/* Comes up from silence again. While nothing adds it. */
void bed_begin(struct bed *b);

/* Adds what comes next to a cue's kind of samples, interleaved. */
void bed_add(struct bed *b, int16_t *to, int frames);

#endif
