/*
 * What is kept of play and told again: boards, and the game that was interrupted. Plain values; the
 * store fills them in, the screens show them.
 */
#ifndef KEPT_H
#define KEPT_H

#include <stdbool.h>
#include <stdint.h>

#include "game.h"

/* A moment on the wall clock, as an event has it. */
struct moment {
	int64_t unix_ms;
	int utc_offset_min;
};

/* Days since 1970, by the clock on the wall. */
int64_t moment_day(struct moment m);

enum { BOARD_ROWS = 10 };

enum span { SPAN_TODAY, SPAN_WEEK, SPAN_EVER, SPANS }; /* a week begins on Monday */

struct board_row {
	char name[GAME_NAME]; /* "": nobody gave one */
	int score, floor, right, asked;
	int64_t total_ms, unix_ms; /* unix_ms: when it ended */
	int place;                 /* from 1; equals have the same (game_place) */
	bool mine;                 /* it is the game that was asked about */
	int64_t game;
};

struct board {
	struct board_row row[BOARD_ROWS];
	int n, games; /* games: all that were played, on the board or not */
	int place;    /* of the game that was asked about; 0: it is none of these */
};

/* Scores can be compared where the packs it was dealt from, the mode and the number of questions
 * are the same. */
struct board_key {
	char packs[DECK_PACKS]; /* as the deck has them */
	char mode[16];
	int length; /* questions of the game; 0: the mode's own, or a clock ends it */
};

struct boards {
	struct board_key key;
	struct board span[SPANS];
	int64_t game; /* the one that was asked about; 0: none */
};

/* Whether the game has a place on its board once it is finished. On none are games of several
 * players, of a mode without points, of mistakes alone, and where one clock ends the game those
 * with any other than the mode's own, or none. They are kept all the same. */
bool board_counts(const struct game *g);

/* The board of a game, and of one to be. */
struct board_key board_key_of(const struct game *g);
struct board_key board_key_for(const struct mode *m, const struct deck *d);

/* The game that was interrupted: stopped in a pause, to be gone on with at any time. Its deck
 * borrows the packs it was rebuilt from. */
struct interrupted {
	int64_t id;
	struct game game;
	int64_t at_ms; /* when it stopped, on the clock of its own times */
	struct moment ended;
};

#endif
