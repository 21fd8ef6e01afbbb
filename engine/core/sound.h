/*
 * How long a sound is, read from what its file says of itself: nothing is decoded.
 *
 * WAV: bytes of the `data` chunk (those that are there) / bytes a second, of kinds that need no
 * codec (PCM, float, A-law, mu-law). FLAC: samples and rate of STREAMINFO. OGG: the position that
 * the last page of the first stream ends at / rate; Vorbis (its rate) and Opus (48 kHz, less what
 * is skipped at its start). Formats: RFC 9639, RFC 3533, RFC 7845, the Vorbis I specification.
 */
#ifndef SOUND_H
#define SOUND_H

#include <stdint.h>

/* ms, rounded up; -1: not a sound of these kinds, or it does not say. The position of fd stays. */
int64_t sound_length_ms(int fd);

#endif
