/*
 * Which packs are played: those named, or else those found.
 */
#ifndef PACKS_H
#define PACKS_H

#include "library.h"
#include "options.h"

/* A folder with nothing in it, or that can't be read, is told on standard error. */
void packs_find(struct library *l, const struct options *o);

/* The folders that are looked through for packs, one by one. */
void packs_folders(const struct options *o, void (*see)(void *ctx, const char *path), void *ctx);

/* Whether it is the game's own tour for who writes packs: a kiosk offers it to visitors only where
 * it is named. */
bool packs_is_tour(const struct library *l, const char *path);

/* Where no window shows it, tells what is wrong with the packs. False: nothing is left to play. */
bool packs_report(struct library *l, const struct options *o);

/* Those that are played together, yours to free. NULL: memory is short. */
const struct pack **packs_mixed(const struct library *l, int *n);

/* Packs that interrupted games were begun with and that are not among those found. */
struct elsewhere {
	const struct library *found;
	struct library library;
};

/* Adds one, where it is there; `ctx` is a struct elsewhere. As store_wanted tells them. */
bool packs_want(void *ctx, const char *path);

/* Those that can be played, of both, yours to free. NULL: memory is short. */
const struct pack **packs_list(const struct elsewhere *e, int *n);

#endif
