/*
 * How wide text is: injected, so that screens know no font. A face's line is as high as its size
 * says; only widths come from the font.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include <stddef.h>

#include "frame.h"

struct measure {
	void *ctx;
	/* Width in px of n bytes of UTF-8 in one line, set in `face` at `px`, with `tracking` px
	 * added after each character. Fonts for missing characters, shaping and order are the other
	 * side's. */
	float (*width)(void *ctx, enum face face, float px, float tracking, const char *s,
		       size_t n);
};

#endif
