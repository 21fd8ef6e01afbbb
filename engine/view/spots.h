/*
 * Which spot of a frame is meant: by its action, by a key, by an arrow. Private to view/.
 */
#ifndef SPOTS_H
#define SPOTS_H

#include "screens.h"

const struct spot *spot_find(const struct frame *f, struct action a); /* NULL: there is none */
bool spot_takes_focus(const struct spot *s);
const struct spot *spot_first(const struct frame *f, bool last); /* where focus begins, or ends */
const struct spot *spot_beside(const struct frame *f, const struct spot *from, int dx, int dy);
const struct spot *spot_of_key(const struct frame *f, int key);

#endif
