/*
 * The parts of the results of one player: what is counted, the rounds or the hardest question, the
 * place on the boards, the art behind. Heights, widths and places in px. Private to view/.
 */
#ifndef RESULTPARTS_H
#define RESULTPARTS_H

#include "screens.h"

/* The floor reached, while it is counted the one that is said now. */
int resultparts_floor(const struct app *app, struct ui *ui);

/* Points, streak and time side by side, on as many rows as the width asks for, from y down; none of
 * them lies across `fold`, where what is seen of the page ends. Returns their height. */
float resultparts_figures(const struct app *app, struct ui *ui, float x, float y, float width,
			  float fold, bool paint);

/* The rounds, or the hardest question; a height of 0: there is nothing to tell. */
float resultparts_more_height(const struct app *app, struct ui *ui, float width);
void resultparts_more(const struct app *app, struct ui *ui, float x, float y, float width);

/* Its place on the boards, in amber, its middle at y; returns its width, 0: it has none. */
float resultparts_place(const struct app *app, struct ui *ui, float x, float y, bool paint);

/* fade: where the art has gone dark enough for large words, px from its top. */
void resultparts_art(struct ui *ui, struct rect r, float fade);

/* Pack and mode, at the top of the art. */
void resultparts_name(const struct app *app, struct ui *ui);
float resultparts_name_height(const struct ui *ui);

/* How many were right and wrong, their end at x, their middle at y. */
void resultparts_count(const struct app *app, struct ui *ui, float x, float y);

#endif
