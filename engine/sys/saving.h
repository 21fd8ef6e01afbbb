/*
 * A game on its way into the store. What can't be kept now, as the disk is full for a moment or
 * another program keeps the file locked, waits here and goes to the store with whatever comes next,
 * in its order: after an outage the store has the whole game.
 *
 * Room is bounded: after SAVING_MOST moves without a store the game is given up. What the disk has
 * of it then stays whole, and how it ended is kept.
 *
 * The packs of a game are borrowed until it has ended and nothing of it waits.
 */
#ifndef SAVING_H
#define SAVING_H

#include "store.h"

enum { SAVING_MOST = 512 };

struct saving {
	struct store *store;
	int64_t id; /* of the game begun last; 0: the disk does not have it */

	bool runs, given_up;
	enum { ENTRY_DONE, ENTRY_BEGIN, ENTRY_RESUME } entry; /* what is due, */
	enum { EXIT_NONE, EXIT_FINISHED, EXIT_LEFT } exit;    /* and after the moves */
	struct game first, last; /* as it began, and after the latest move */
	struct moment began, ended;
	char language[GAME_NAME]; /* that it is shown in */
	bool speaks;              /* that has changed, and is due */
	struct made made[SAVING_MOST];
	int n, kept; /* the first so many of them are on the disk */
	bool whole;  /* they are all moves since the game began */
};

/* All return whether everything is on the disk; else store_error says why. What was of the game
 * before, and can't be kept even now, is given up where another begins. */
bool saving_begin(struct saving *s, const struct game *g, const char *language, struct moment now);
bool saving_resume(struct saving *s, int64_t id);
bool saving_move(struct saving *s, const struct game *g, const struct move *m, int closed,
		 struct moment now); /* as store_move */
bool saving_language(struct saving *s, const char *language);
bool saving_seen(struct saving *s, int64_t at_ms);
bool saving_end(struct saving *s, const struct game *g, struct moment now);
bool saving_leave(struct saving *s, struct moment now);

bool saving_waits(const struct saving *s); /* something does */
bool saving_flush(struct saving *s);
void saving_forget(struct saving *s); /* there is no game any more */
void saving_give_up(
	struct saving *s); /* the one that runs, as some of its moves are not to be had */

/* The store has another file. The game that runs begins anew in it, with all its moves. False: that
 * waits, or the game was begun in another run or is too long, and is given up. */
bool saving_anew(struct saving *s);

#endif
