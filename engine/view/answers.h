/*
 * The answers of a game as a list, as the results show it. Private to view/.
 */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "screens.h"

/* px that a view is wider than its rows on either side, for the ring round them. */
float answers_air(struct ui *ui);

/* Rows in a page that scrolls, begun by the caller and ended here; `head` px above the first. */
void answers_draw(const struct app *app, struct ui *ui, struct rect view, float head);

#endif
