/*
 * The questions of one game, in the order they are asked: drawn from packs by a seed, in rounds
 * where the mode has them, and with a few spare ones that can take another's place.
 */
#ifndef DECK_H
#define DECK_H

#include <stdbool.h>
#include <stdint.h>

#include "pack.h"
#include "past.h"

struct mode;

enum { GAME_PLAYERS = 8, DECK_ITEMS = 400, DECK_ROUNDS = 20, DECK_PACKS = 512, DECK_TITLES = 512 };

/* Questions where no number is wanted: of a game, in turns of each player; of a round, in turns of
 * each player. */
enum { DECK_WANTED = 12, DECK_EACH = 6, DECK_ROUND = 4, DECK_ROUND_EACH = 2 };

enum party { PARTY_TURNS, PARTY_BUZZERS };

struct deck {
	struct {
		const struct pack *pack;
		uint32_t question; /* index */
		uint8_t round;
	} item[DECK_ITEMS]; /* those that are asked, then the spare ones */
	int n, nspare;
	int nrounds;                            /* 1 where the mode has none */
	const struct text *rounds[DECK_ROUNDS]; /* what each is about; NULL: nothing of its own */

	/* All packs it was dealt from, whether they came to be asked or not: their identities in
	 * order, with spaces between, or of too many "/", how many and a hash (no identity has a
	 * "/"); their titles, with commas. */
	char packs[DECK_PACKS], titles[DECK_TITLES];
};

struct deal {
	const struct pack *const *packs;
	int npacks;
	const struct mode *mode;
	int wanted; /* questions, at most PACK_DRAW, in turns of each player; 0: what suits the
		       mode: a single pack's own `draw`, else 12, in turns 6, in rounds 4 (in
		       turns 2) of each, and not more than 4 rounds */
	uint64_t seed;
	int nplayers; /* 0: 1 */
	enum party party;
	const struct past *past; /* what was asked lately comes last; NULL: all are new */
	bool mistakes;           /* only those that are owed in the past */
};

/*
 * Merged and shuffled by the seed, what was never asked first, then what was asked longest ago; a
 * single pack with `order = file` gives what comes next in it, in its order. Fewer where the packs
 * have fewer; in turns all players get as many, where there are enough for one each.
 *
 * Rounds are packs, drawn by lot where there are many, or topics of the only pack, in its order;
 * where neither tells them apart, they are parts of one deck. A round with too few questions leaves
 * them to those after it. Daily, the seed's days go through all questions before one comes again.
 *
 * The deck is empty where nothing can be asked.
 */
void deck_deal(struct deck *d, const struct deal *how);

/* How many questions of the packs are owed. */
int deck_mistakes(const struct pack *const *packs, int npacks, const struct past *past);

#endif
