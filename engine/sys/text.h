/*
 * The game in a terminal: a question, its choices by number, a line read; no display needed.
 *
 * Into a pipe every text is one line, to the letter; to a terminal it is wrapped by words. Control
 * characters and overrides of direction in a pack's text come out as U+FFFD. The packs stay the
 * caller's. What is right or wrong is said only when the store has it on the disk; a game that was
 * left before its end is gone on with by `resume`.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdio.h>

#include "game.h"
#include "kept.h"
#include "store.h"

struct text_options {
	FILE *in, *out; /* `in` without a buffer, so that waiting for it can be kept (store_seen) */
	FILE *notes;    /* what is wrong with the store; NULL where there is none */
	int width;      /* columns of the terminal that out is; 0: it is none */
	const struct pack *const *packs;
	int npacks;
	int questions;            /* how many are wanted; 0: as deck_deal decides */
	const char *language;     /* of the packs' texts; NULL: their authors' own */
	struct game_options game; /* several players take turns */
	bool repeatable;          /* the seed was given: what was asked before has no say */
	struct past *past;        /* what was asked before, noted in; NULL: every question is new */
	struct store *store;      /* NULL: nothing is kept */
	const struct interrupted *resume; /* go on with this one; NULL: begin anew */
	int64_t (*now_ms)(void *clock);
	struct moment (*now)(void *clock);
	void *clock;
};

/*
 * Plays to the end of the game, of the input, or to `q`. The last line is always the score. Colour
 * only to a terminal, and never with NO_COLOR. Returns the exit status: 0.
 */
int text_play(const struct text_options *o);

#endif
