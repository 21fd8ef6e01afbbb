/*
 * The large pictures of a frame: the well and a pack's own.
 */
#ifndef ART_H
#define ART_H

#include "draw.h"

void art_well(const struct pen *pen, const struct item *i);
void art_picture(const struct pen *pen, const struct item *i); /* nothing while it is not there */

#endif
