/*
 * A frame as a picture in a file.
 */
#ifndef SHOT_H
#define SHOT_H

#include <stdio.h>

#include "paint.h"

/* Writes the whole frame as a PNG. False: see errno. */
bool shot_save(struct painter *p, const struct frame *f, FILE *to);

#endif
