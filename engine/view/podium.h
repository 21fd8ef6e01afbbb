/*
 * The results of several players: who wins, all by their places, and every answer once more.
 * Private to view/. What its buttons do is the results' business.
 */
#ifndef PODIUM_H
#define PODIUM_H

#include "screens.h"

void podium_draw(const struct app *app, struct ui *ui);

#endif
