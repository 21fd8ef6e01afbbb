/*
 * A page within a page: what was laid out for a window of its own goes, smaller, to its place in
 * the frame. Private to view/.
 */
#ifndef PLACE_H
#define PLACE_H

#include "frame.h"

/* Everything from this item and this spot on: x, y becomes left + scale x, top + scale y. */
void frame_place(struct frame *f, int item, int spot, float left, float top, float scale);

#endif
