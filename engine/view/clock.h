/*
 * The clock of a question, of the whole game where the mode has one, or of the turn that is taken
 * by buzzer: a tube that empties by the second, and the seconds beside it. Private to view/.
 */
#ifndef CLOCK_H
#define CLOCK_H

#include "screens.h"

enum { CLOCK_LAST_S = 5 }; /* the seconds that are counted aloud */

bool clock_shown(const struct app *app); /* there is one for this question, or for turns at it */

int clock_seconds(const struct app *app); /* left, as shown: up to the next whole one */

/* When they change next; -1: they stand still. */
int64_t clock_next_ms(const struct app *app);

colour clock_colour(const struct app *app, const struct theme *t);
struct style clock_style(const struct ui *ui); /* of the number */

void clock_draw(const struct app *app, struct ui *ui, struct rect row, bool numbered);

#endif
