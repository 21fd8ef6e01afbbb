/* What the parts of the rules share. Private to core/. */
#ifndef GAMERULES_H
#define GAMERULES_H

#include "game.h"

/* Streams of the seed, beside those of the questions. */
enum {
	STREAM_HALVES = 1 << 20, /* of LIFELINE_FIFTY ... */
	STREAM_LOTS = 1 << 21,   /* ... and of ties */
};

bool game_turn_taken(const struct game *g); /* by buzzer */

/* The current question is seen now, for the first time. */
void game_begin(struct game *g, int64_t at_ms);

/* Of the current question's clock, beyond its limit too. */
int64_t game_taken_ms(const struct game *g, int64_t at_ms);

/* The turn taken by buzzer has lasted longer than it may. */
bool game_turn_over(const struct game *g, int64_t at_ms);

/* Nothing is left of the mode's one clock for the whole game. */
bool game_whole_over(const struct game *g);

#endif
