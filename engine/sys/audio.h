/*
 * What is heard: the game's cues and a pack's sounds, each with a volume of its own.
 *
 * A thread of its own does all of it (mixer.h), because opening a device can take long. It begins
 * with the first sound, and closes the device two seconds after the last one has ended, so that
 * nothing wakes up while nothing is heard; a bed keeps it open. Calls from the program's own thread
 * never wait for it.
 *
 * No library, no card, no server: audio_note says so once, audio_answer says so of each sound,
 * and play goes on. A pack's sound tries again, and cues every ten seconds, or when SDL says that
 * there is a device now. One that is unplugged is closed, and the next sound opens another.
 */
#ifndef AUDIO_H
#define AUDIO_H

#include "app.h"

struct audio;

/* Volumes, percent; `wake` is called from the thread when there is an answer or a note. NULL: no
 * memory. */
struct audio *audio_create(int cues, int media, void (*wake)(void *ctx), void *ctx);

/* NULL is fine. A device that hangs is left to itself: its thread still uses SDL's audio. */
void audio_destroy(struct audio *a);

/* Cues, hush, volumes; the rest is for others. */
void audio_perform(struct audio *a, const struct effect *e);

/* Over all that is heard, percent; 100 at first. */
void audio_master(struct audio *a, int percent);

/* Whether the bed is to be heard (bed.h), as loud as cues are; not at first. It keeps the device,
 * or tries for one every ten seconds. */
void audio_bed(struct audio *a, bool on);

/* Whether there was no device when one was needed last. */
bool audio_silent(struct audio *a);

/* Plays the file for `ms` in place of the sound before; fd is taken over. */
void audio_play(struct audio *a, int fd, int ms);

/* Takes the next answer: the sound asked for last can't be played. False: none. */
bool audio_answer(struct audio *a);

/* What there is to say, once; NULL: nothing new. Lives as long as the audio. */
const char *audio_note(struct audio *a);

#endif
