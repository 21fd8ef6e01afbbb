/*
 * What a text's language and its letters say about how it is set: direction, hand, air. ICU knows
 * the scripts.
 */
#ifndef WRITING_H
#define WRITING_H

#include "frame.h"

bool writing_is_rtl(const char *language);  /* a BCP 47 tag; NULL: no */
enum han writing_han(const char *language); /* the same; NULL: HAN_ANY */

struct writing {
	bool starts_rtl; /* the first letter is one of a script from right to left */
	bool has_rtl;    /* any is */
	float line; /* least height of a line, of the size; 0: Latin, Greek, Cyrillic alone, which
		       take any, and whose letters may be moved closer */
};

/* Lines of an author's own in which blanks stand side by side: code, whose columns must line up.
 * Two blanks behind the end of a sentence are a habit of some, and none of these. */
bool writing_is_code(const char *s, size_t n);

/* One pass over n bytes. */
struct writing writing_of(const char *s, size_t n);

#endif
