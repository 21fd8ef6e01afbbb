/*
 * Which packs are played: those named, or else those found.
 */
#ifndef PACKS_H
#define PACKS_H

#include "library.h"
#include "options.h"

/* A folder with nothing in it, or that can't be read, is told on standard error. */
void packs_find(struct library *l, const struct options *o);

/* Where no window shows it, tells what is wrong with the packs. False: nothing is left to play. */
bool packs_report(struct library *l, const struct options *o);

#endif
