/*
 * A frame for readers from right to left: screens lay everything out from left to right, and the
 * finished frame is reflected as a whole. Letters and digits are not, nor pictures, nor icons that
 * point nowhere.
 */
#ifndef MIRROR_H
#define MIRROR_H

#include "frame.h"

/* Items, spots and the page that scrolls, about the middle of the frame. */
void frame_mirror(struct frame *f);

/*
 * The items from `first` on, within left to right px. Done before the whole is mirrored, it keeps
 * the order inside a group: a word of single letters, the parts of a phrase.
 */
void frame_mirror_part(struct frame *f, int first, float left, float right);

#endif
