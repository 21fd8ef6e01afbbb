/*
 * The game in a terminal: a question, its choices by number, a line read; no display needed.
 *
 * Into a pipe every text is one line, to the letter; to a terminal it is wrapped by words. Control
 * characters and overrides of direction in a pack's text come out as U+FFFD. The packs stay the
 * caller's; nothing is kept.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdio.h>

#include "game.h"

struct text_options {
	FILE *in, *out;
	int width; /* columns of the terminal that out is; 0: it is none */
	const struct pack *const *packs;
	int npacks;
	int questions;        /* how many are wanted; 0: as deck_deal decides */
	const char *language; /* of the packs' texts; NULL: their authors' own */
	struct game_options game;
	int64_t (*now_ms)(void *clock);
	void *clock;
};

/*
 * Plays to the end of the game, of the input, or to `q`. The last line is always the score. Colour
 * only to a terminal, and never with NO_COLOR. Returns the exit status: 0.
 */
int text_play(const struct text_options *o);

#endif
