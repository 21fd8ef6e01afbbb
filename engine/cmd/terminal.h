/*
 * The game on standard input and output, as the command line asks for it.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include "library.h"
#include "options.h"

/* Plays all packs that can be played. Returns the exit status. */
int terminal_play(const struct options *asked, const struct library *l);

#endif
