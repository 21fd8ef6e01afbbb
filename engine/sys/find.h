/*
 * Where things lie on this machine: the player's own packs, settings and memory, and what comes
 * with the game (its share): the source tree when the program runs from a build of it, else
 * share/stairwell beside the bin folder it is installed in. Paths are at most PATH_MAX; a longer
 * one is not found.
 */
#ifndef FIND_H
#define FIND_H

#include <stdbool.h>
#include <stddef.h>

/* The player's packs: $XDG_DATA_HOME/stairwell/questions. False: there is no home. */
bool find_own_packs(char *out, size_t room);

/* The settings: in the folder `data`, or, where that is NULL, $XDG_CONFIG_HOME/stairwell. The file
 * may not be there. False: there is no home. */
bool find_settings(const char *data, char *out, size_t room);

/* The folder of what is kept: `data`, or, where that is NULL, $XDG_DATA_HOME/stairwell. It may not
 * be there. False: there is no home. */
bool find_data(const char *data, char *out, size_t room);

/* What is remembered of play: in the folder `data`, or, where that is NULL,
 * $XDG_DATA_HOME/stairwell. The file may not be there. False: there is no home. */
bool find_store(const char *data, char *out, size_t room);

/* Something that comes with the game: "questions", "fonts/fonts.ini". It may not be there. */
bool find_share(const char *what, char *out, size_t room);

/* A path as people write it, with ~ for the home folder. */
bool find_tilde(const char *path, char *out, size_t room);

#endif
