/*
 * The well of the first pages: looking up a stair that comes down, turn after turn, as long as
 * somebody is there. Private to view/.
 */
#ifndef ASCENT_H
#define ASCENT_H

#include "screens.h"

void ascent_begin(struct app *app);   /* it sets out */
void ascent_touched(struct app *app); /* somebody is there: it rises on, or again */

/* Over the whole window; where it lies is left to the page. */
struct well *ascent_draw(const struct app *app, struct ui *ui);

/* The dark that words before it stand on, over the whole window; at most four stops. */
void ascent_scrim(struct ui *ui, bool across, const struct stop *stops, int n);

#endif
