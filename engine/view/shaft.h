/*
 * The stair in section: how far the player has climbed. Private to view/.
 */
#ifndef SHAFT_H
#define SHAFT_H

#include "ui.h"

struct climb {
	int floors, floor; /* in all; the player's, 0 at the bottom */
	float flight;      /* how far up the flight to `floor` the player is; 1: there */
	float over;        /* how far what lies ahead has gone out, for good */
	colour lit;        /* of the stair that is climbed; 0: the brand's */
	bool bare;         /* a column without the numbers of its floors */
};

/* A column: floor 0 at the bottom of r. */
void shaft_draw(struct ui *ui, struct rect r, const struct climb *c);

/* The same lying down, one step a floor, for windows that are higher than wide. */
void shaft_strip(struct ui *ui, struct rect r, const struct climb *c);

#endif
