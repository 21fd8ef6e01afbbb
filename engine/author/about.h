/*
 * What a pack made from another format says of itself: as it is asked for, else as its source has
 * it, else asked for by a finding.
 */
#ifndef ABOUT_H
#define ABOUT_H

#include "pack.h"

/* NULL: not asked for. Each is one clean line (about_is_line). */
struct about {
	const char *title, *author, *licence, *language, *source;
};

/* One line of UTF-8 without control characters, with 1 to `most` characters. */
bool about_is_line(const char *s, int most);

/* As one line of at most that many characters, with an ellipsis where it was longer, in the arena;
 * underscores are blanks. */
const char *about_line(struct arena *a, const char *s, size_t n, int most);

/* The pack is new and nobody else's yet; path: the file it came from. A source is for the questions
 * that have none. */
void about_fill(struct pack *p, const struct about *asked, const char *path, struct diag *d);

#endif
