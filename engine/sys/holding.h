/*
 * The packs that what waits for the store looks at: those of games, and those lent to the one
 * report under way. They are counted, and here they stay until nobody looks any more. For the
 * program's thread alone.
 */
#ifndef HOLDING_H
#define HOLDING_H

#include "deck.h"
#include "library.h"

enum { HOLDING_PACKS = 2 * DECK_ITEMS };

struct holding {
	const struct pack *games[HOLDING_PACKS];
	int n;
	const struct pack **lent; /* NULL: there is no report */
	int nlent;
};

/* Those of a game; false: there is no room for all of them. */
bool holding_game(struct holding *h, const struct deck *d);
void holding_drop_games(struct holding *h);

/* Those of the library, for a report; NULL: they are lent already, or memory is short. */
const struct pack *const *holding_lend(struct holding *h, const struct library *l);
void holding_drop_lent(struct holding *h);

#endif
