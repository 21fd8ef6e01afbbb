/*
 * The device and what sounds on it, through SDL2_mixer, which is loaded when the device is first
 * opened: the program does not start with it, since some twenty libraries come along. For one
 * thread, the audio's own (audio.h); opening may take long.
 *
 * A volume of p percent is a gain of (p / 100)^2, about what the ear takes for so much.
 */
#ifndef MIXER_H
#define MIXER_H

#include <stdbool.h>
#include <stdint.h>

#include "app.h"

struct mixer;

struct mixer *mixer_create(void); /* NULL: no memory; opens nothing yet */
void mixer_destroy(struct mixer *m);

bool mixer_open(struct mixer *m); /* true: it is open; otherwise SDL_GetError says why not */
void mixer_close(struct mixer *m);
bool mixer_is_open(const struct mixer *m);

/* All below with the device open. */
void mixer_set_volumes(struct mixer *m, int cues, int media); /* percent */
void mixer_bed(struct mixer *m, int percent);                 /* bed.h; 0: it goes */

/* A cue that still sounds begins anew; at most eight sound at once. Returns its ms; 0: no memory.
 */
int mixer_cue(struct mixer *m, enum cue cue, int pitch);

bool mixer_play(struct mixer *m, int fd); /* in place of the one before; takes fd over */
void mixer_stop(struct mixer *m);

/* Whether it can be decoded to its end, unheard; takes fd over. */
bool mixer_decodes(struct mixer *m, int fd);

#endif
