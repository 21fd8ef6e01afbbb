/*
 * Asking for the initials of who has got on a board. Private to view/.
 */
#ifndef INITIALS_H
#define INITIALS_H

#include "screens.h"

/* All of it: with a title or not, the slots, the pad and its buttons share the height. */
void initials_draw(const struct app *app, struct ui *ui, struct rect r, bool title);

/* What stands over it: what is asked for, and the place. Returns its height. */
float initials_asking(const struct app *app, struct ui *ui, struct rect r, const char *title);

/* The parts of it, where they stand apart. */
void initials_slots(const struct app *app, struct ui *ui, struct rect r);
void initials_pad(const struct app *app, struct ui *ui, struct rect r);

#endif
