/*
 * What keys, fingers and the mouse do to the frame the player was looking at. Private to view/.
 */
#ifndef PRESS_H
#define PRESS_H

#include "screens.h"

/* Events of other kinds are none of its business. */
void press_take(struct app *app, const struct event *ev);

/* Does what a press asks for; what is not heard by a cue of its own is heard by a plain one. */
void press_do(struct app *app, struct action a, enum by by);

/* What would be pressed there; NULL: nothing. */
const struct spot *press_spot(const struct app *app, float x, float y);

/* What a key does when it is nobody's own. */
void press_key(struct app *app, const struct event *ev);

#endif
