/*
 * Where a kiosk's packs may be: files, and folders of them, which may be there at one time and not
 * at another.
 */
#ifndef SOURCES_H
#define SOURCES_H

#include <stdbool.h>

#include "lookout.h"

struct source;
struct sources {
	struct source *of;
	int n;
};

/* In place of those before. The paths become its own; where memory is short, none is left. */
void sources_set(struct sources *s, char **paths, int n);
void sources_finish(struct sources *s);

/* The files that may be packs, each with the number of its source, which are watched from now on.
 */
void sources_list(struct sources *s, struct lookout *l,
		  void (*found)(void *ctx, const char *path, int source), void *ctx);

/* Nothing is in that folder but what begins with a dot, or it can't be looked into. */
bool sources_bare(const char *folder);

/* Since sources_list: it was there once and is not now, or what was mounted there is not. */
bool sources_lost(const struct sources *s, int source);

#endif
