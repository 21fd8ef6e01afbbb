/*
 * The pack a new author begins with: three questions, one of each kind, that say how they are
 * written. It checks without a finding, and is in its canonical form.
 */
#ifndef STARTER_H
#define STARTER_H

#include <stdio.h>

#include "arena.h"

/* The title is on one line. Errors of writing stay with `out`. */
void starter_write(FILE *out, const char *title);

/* A title out of a path, in the arena: "my-town_2.ini" gives "My town 2"; of a pack.ini, its
 * folder's name. */
const char *starter_title(struct arena *a, const char *path);

#endif
