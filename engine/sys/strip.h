/*
 * The drawn pieces of a line of text, before they are put together. In px, with (0, 0) where the
 * pen begins; the pieces are the strip's until they are joined.
 */
#ifndef STRIP_H
#define STRIP_H

#include <SDL.h>
#include <cairo.h>

#include "runs.h"

struct strip {
	int n, left, top, right, bottom;
	struct {
		SDL_Surface *picture;
		int x, y;
	} part[LINE_BYTES];
};

void strip_begin(struct strip *strip);

/* Takes the picture. No more than LINE_BYTES of them. */
void strip_add(struct strip *strip, SDL_Surface *picture, int x, int y);

/* Every piece's alpha, one over the other; the pieces go. NULL: there are none, or memory is short.
 */
cairo_surface_t *strip_join(struct strip *strip);

#endif
