/*
 * The stick that somebody plugged in: what is mounted below the folder for sticks.
 */
#ifndef STICK_H
#define STICK_H

#include <limits.h>
#include <stdbool.h>

/* The path of a folder of that name on a stick that can be written to; false: there is none. */
bool stick_folder(const char *sticks, const char *name, char path[PATH_MAX]);

#endif
