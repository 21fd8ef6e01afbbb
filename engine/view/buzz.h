/*
 * A question of a game with buzzers: who may press, who has the turn, and what is said of it.
 * Private to view/.
 *
 * A player's name on the glass is a buzzer too. What is selected when a turn ends is the answer:
 * the choice that has the focus, or those toggled where there are several to choose.
 */
#ifndef BUZZ_H
#define BUZZ_H

#include "screens.h"

bool buzz_game(const struct app *app);
bool buzz_open(const struct app *app);  /* in such a game: nobody has the turn */
bool buzz_taken(const struct app *app); /* somebody has */

void buzz_press(struct app *app, unsigned players); /* a set, of one moment */

uint32_t buzz_selected(const struct app *app); /* set of positions */

/* The turn is at its end with something selected: when that was given, at the latest; -1: no. */
int64_t buzz_given_ms(const struct app *app);

/* An answer was wrong, or there was none: the question is free again. */
void buzz_freed(struct app *app);

/* Who was wrong with this choice; NULL: nobody was. */
const char *buzz_tried(const struct app *app, struct ui *ui, int position);

/* The row of the players over the clock, with what is to be said. Height 0: no such game. */
float buzz_height(const struct app *app, struct ui *ui, float width);

/* These return their height; it is less on a page that scrolls. buzz_say: the words alone. */
float buzz_say(const struct app *app, struct ui *ui, struct rect r);
float buzz_draw(const struct app *app, struct ui *ui, struct rect r);

#endif
