/*
 * What keys, fingers and the mouse do to the frame the player was looking at. Private to view/.
 */
#ifndef PRESS_H
#define PRESS_H

#include "screens.h"

/* Events of other kinds are none of its business. */
void press_take(struct app *app, const struct event *ev);

#endif
