/*
 * The clock of a question: a tube that empties by the second, and the seconds beside it. Private to
 * view/.
 */
#ifndef CLOCK_H
#define CLOCK_H

#include "screens.h"

enum { CLOCK_LAST_S = 5 }; /* the seconds that are counted aloud */

int clock_seconds(const struct app *app); /* left, as shown: up to the next whole one */
colour clock_colour(const struct app *app, const struct theme *t);
struct style clock_style(const struct ui *ui); /* of the number */

void clock_draw(const struct app *app, struct ui *ui, struct rect row, bool numbered);

#endif
