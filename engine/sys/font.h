/*
 * Fonts: which file draws which character, and text as an alpha mask.
 *
 * Faces and fallbacks are listed in fonts/fonts.ini; files are found through fontconfig. A line of
 * text is ordered by the Unicode bidirectional algorithm (ICU) and split into runs of one
 * direction, one script and one font; SDL2_ttf shapes and draws each. A missing face degrades to
 * another and says so once through fonts_notes. Files are opened when first needed.
 *
 * Sizes are rounded to quarters of a pixel. Widths come from one large size of each font and grow
 * with the size, so that measuring opens nothing; masks place their runs by the same widths.
 * Tracking goes after every character of scripts whose letters do not join, and nowhere in others.
 * Controls and characters without width are not drawn; a tab is a space; bytes that are no UTF-8
 * and characters that no font has are U+FFFD. Text is centred in its line as a browser does it:
 * half of what the line has over the font's ascent and descent goes above. The display face's
 * capitals are moved down to the middle of the line: their baseline is .335 em below it.
 */
#ifndef FONT_H
#define FONT_H

#include <cairo.h>

#include "measure.h"

struct fonts;

/* NULL only when not a single font can be opened. `ini`: the path of fonts.ini, or NULL. */
struct fonts *fonts_open(const char *ini);
void fonts_close(struct fonts *f);

/* Opens and reads each face now, so that a program that runs for months has them all from its first
 * day. */
void fonts_begin(struct fonts *f);

/* What is missing, one line each; "" when nothing is. It may grow as fonts are opened. */
const char *fonts_notes(const struct fonts *f);

struct measure fonts_measure(struct fonts *f);

/* A line of text as a mask to be painted with any colour. */
struct mask {
	cairo_surface_t *surface; /* CAIRO_FORMAT_A8, borrowed; NULL: nothing to draw */
	int x, y; /* where its top left goes, from the left and the top of the line */
};

struct typeset {
	enum face face;
	float px, tracking, line_height;
	bool rtl;     /* the whole text's base direction */
	enum han han; /* whose Chinese characters */
};

/*
 * The mask of one line: n bytes of a text from `start` on, as much of it as fits in 4096 px; kept
 * in a bounded cache: valid until the next call.
 */
struct mask fonts_mask(struct fonts *f, const struct typeset *set, const char *text, size_t start,
		       size_t n);

/* First character of s that no font has, or 0. */
uint32_t fonts_missing(struct fonts *f, enum face face, const char *s, size_t n);

#endif
