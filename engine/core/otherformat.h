/*
 * What a text is that is given in place of another: of which program's format, as far as its
 * beginning shows. For errors alone: a text of one format may look like another.
 */
#ifndef OTHERFORMAT_H
#define OTHERFORMAT_H

#include <stddef.h>

struct otherformat {
	const char *name;   /* "a table (CSV)" */
	const char *import; /* as `stairwell import` calls it; NULL: it reads none */
};

/* NULL: it is like none. */
const struct otherformat *otherformat_find(const char *s, size_t n);

/* The same by its first bytes alone, where those are of no other: whatever else is in it. */
const struct otherformat *otherformat_signed(const char *s, size_t n);

#endif
