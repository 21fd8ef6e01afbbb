/*
 * The pack a new author begins with: three questions, one of each kind, that say how they are
 * written. It checks without a finding, and is in its canonical form.
 */
#ifndef STARTER_H
#define STARTER_H

#include <stdio.h>

enum { STARTER_TITLE = 120 }; /* characters */

/* The title is on one line. Errors of writing stay with `out`. */
void starter_write(FILE *out, const char *title);

/* A title out of a path: "my-town_2.ini" gives "My town 2"; of a pack.ini, its folder's name. */
void starter_title(const char *path, char *out, size_t room);

#endif
