/*
 * The stair in section: how far the player has climbed. Private to view/.
 */
#ifndef SHAFT_H
#define SHAFT_H

#include "ui.h"

/* A column: floor 0 at the bottom of r, `floors` in all, the player on `floor`. */
void shaft_draw(struct ui *ui, struct rect r, int floors, int floor);

/* The same lying down, one step a floor, for windows that are higher than wide. */
void shaft_strip(struct ui *ui, struct rect r, int floors, int floor);

#endif
