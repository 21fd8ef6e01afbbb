/*
 * A line of text as runs: pieces of one direction, one script and one font, from left to right.
 *
 * Order is the Unicode bidirectional algorithm's (UAX 9, by ICU), characters are grapheme clusters
 * (UAX 29, by ICU). What is never drawn is left out: controls, zero-width characters, marks of
 * direction. Joiners stay where a script needs them.
 */
#ifndef RUNS_H
#define RUNS_H

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include "fontfind.h"

/* More than any line that can be seen; what is beyond is not looked at. */
enum { LINE_BYTES = 8192 };

struct run {
	int file;     /* of the font set */
	int start, n; /* bytes of the line's text */
	int cluster, nclusters;
	char script[5];  /* ISO 15924 */
	bool rtl, joins; /* letters of a script that joins cannot be moved apart */
};

struct runs {
	UBiDi *bidi;
	UBreakIterator *breaks;
	int nruns, nclusters;
	uint32_t missing;           /* the first character that no font has; 0: none */
	struct run run[LINE_BYTES]; /* in the order of the text */
	int order[LINE_BYTES];      /* of the runs, from left to right */
	int cluster[LINE_BYTES +
		    1]; /* where each starts in text; of one run they follow each other */
	char text[LINE_BYTES * 4];
	struct {
		int n, units;
		uint32_t code[LINE_BYTES];
		bool drawn[LINE_BYTES], begins[LINE_BYTES];
		UBiDiLevel level[LINE_BYTES];
		int16_t script[LINE_BYTES], file[LINE_BYTES];
		UChar unit[LINE_BYTES + 2];
		int unit_of[LINE_BYTES];
	} c; /* the characters, in the order of the text */
};

struct runs *runs_create(void); /* NULL: no memory */
void runs_destroy(struct runs *r);

/* How a line is read. What is not known is 0. */
struct reading {
	bool rtl;        /* the base direction */
	enum han han;    /* whose Chinese characters */
	uint32_t before; /* the last letter of the text before the line */
};
void runs_split(struct runs *r, struct font_set *set, enum face face, struct reading how,
		const char *s, size_t n);

#endif
