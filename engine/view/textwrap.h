/*
 * Text broken into lines by the Unicode rules (ICU), as wide as the measure says.
 */
#ifndef TEXTWRAP_H
#define TEXTWRAP_H

#include "measure.h"

struct wrapper;

struct wrapper *wrapper_create(struct measure m); /* NULL: no memory, or ICU has no rules */
void wrapper_destroy(struct wrapper *w);

struct wrapped {
	int n;                    /* lines */
	float width;              /* of the widest, px */
	float word;               /* px: the widest word that had no room in a line; 0: all had */
	const struct line *lines; /* start, n and w are set; valid until the next call */
};

enum { WRAP_PLAIN, WRAP_BALANCED };

/*
 * Breaks s into lines no wider than `width` px; a word that is wider than that is broken between
 * characters. Balanced: the narrowest lines that need no more of them, or a little wider
 * ones where the first would be much the shortest. Bounded to WRAP_BYTES of
 * text.
 */
enum { WRAP_BYTES = 16384 };
struct wrapped wrap_text(struct wrapper *w, enum face face, float px, float tracking, const char *s,
			 float width, int how);

/* As much of s as fits into one line of `width` px, with "…" where it is cut: bytes kept; all of
 * them when it fits. */
size_t wrap_cut(struct wrapper *w, enum face face, float px, float tracking, const char *s,
		float width);

float wrap_width(struct wrapper *w, enum face face, float px, float tracking, const char *s,
		 size_t n);

#endif
