/*
 * The title of the attract screen: the headline before the well. Private to view/.
 */
#ifndef ATTRACTTITLE_H
#define ATTRACTTITLE_H

#include "screens.h"

/* `empty`: there is nothing to play, which it says, calmly. */
void attracttitle_draw(const struct app *app, struct ui *ui, bool empty);

#endif
