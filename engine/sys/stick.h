/*
 * The stick that somebody plugged in: of what is mounted below the folder for sticks the first by
 * name that has a folder of packs, and where none has, the first.
 */
#ifndef STICK_H
#define STICK_H

#include <limits.h>
#include <stdbool.h>

#define STICK_PACKS "stairwell" /* its folder of packs */

/* False: there is none. A folder that is left behind when a stick was pulled out is none. */
bool stick_find(const char *sticks, char stick[PATH_MAX]);

/* The path of something on a stick; false: it is too long. */
bool stick_path(const char *stick, const char *name, char path[PATH_MAX]);

#endif
