/*
 * What may never be so of the texts on a frame, whatever it shows: cut off, out of their box, over
 * one another, too small, not there to the end. What lies on a page that scrolls is looked at where
 * it is, in sight or not.
 */
#ifndef FLAW_H
#define FLAW_H

#include "frame.h"

struct area {
	float x0, y0, x1, y1;
};

struct flaw {
	const char *what;        /* "is cut off"; NULL: all is well */
	const char *text;        /* the frame's */
	struct area at, against; /* where it is; what it should lie in, or not over */
};

/* The first one. */
struct flaw flaw_find(const struct frame *f);

/* Whether this text is on the frame in one line that ends in three dots; *shown: how many bytes of
 * it are before them. */
bool flaw_dots(const struct frame *f, const char *s, size_t *shown);

struct area area_of(const struct rect *r);
struct area area_of_line(const struct item *i, const struct line *l); /* its letters */
bool area_meets(struct area a, struct area b);
bool area_within(struct area a, struct area b, float slack);

/* The last box that was painted before an item and under the middle of an area, on the page that
 * scrolls (clipped) or beside it; NULL: none. */
const struct item *flaw_plate(const struct frame *f, int before, bool clipped, struct area a);

#endif
