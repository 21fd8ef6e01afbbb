/*
 * What the results tell of a whole game, in words. Private to view/.
 */
#ifndef TALLY_H
#define TALLY_H

#include "screens.h"

/* The largest words of the page, while they are counted up to `floor`; and the line below. */
const char *tally_hero(const struct app *app, struct ui *ui, int floor);
const char *tally_sum(const struct app *app, struct ui *ui);

/* What was played: the pack, or all; the mode; for the daily questions the day. */
const char *tally_pack(const struct app *app);
const char *tally_mode(const struct app *app, struct ui *ui);

/*
 * The hardest question of the game: of those answered the one that the smallest share of all
 * answers ever given to it had right, where that is known and not all of them; else the one that
 * took longest to be wrong; -1: nothing was hard. share: percent, or -1.
 */
int tally_hardest(const struct app *app, int *share);

/* A round of the game: its title, how many of its questions were asked and right. */
struct round_told {
	const char *title;
	int asked, right;
};
struct round_told tally_round(const struct app *app, struct ui *ui, int round);

#endif
