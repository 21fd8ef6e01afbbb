/*
 * The rows of a board: place, name, mode, floor and points, as columns that have room. Private to
 * view/.
 */
#ifndef SCORETABLE_H
#define SCORETABLE_H

#include "screens.h"

/* Its columns, in px; 0: there is no room for one. */
struct scoretable {
	float pad, place, name, mode, floor, points, gap, row, space, head;
	struct style figure, points_style, name_style;
	int rows; /* at most */
};

/* In a width and a height, for so many rows. */
struct scoretable scoretable_measure(const struct app *app, struct ui *ui, float width,
				     float height, int rows);
float scoretable_height(const struct scoretable *t, int rows);

/* The board of the span that is looked at. focus: its rows take the focus, so as to scroll. */
void scoretable_draw(const struct app *app, struct ui *ui, struct rect r,
		     const struct scoretable *t, bool focus);

#endif
