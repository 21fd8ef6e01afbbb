/*
 * Who plays together: the page of all, and one for each. Private to view/.
 */
#ifndef JOIN_H
#define JOIN_H

#include "screens.h"

/* The page of the player whose seat is app->seat: name, time, button. */
void joinseat_draw(const struct app *app, struct ui *ui);

/* What a seat presses, or that it has nothing. */
const char *join_hand(const struct app *app, struct ui *ui, int seat);

#endif
