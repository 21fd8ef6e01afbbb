/*
 * A pack on paper: what a sheet shows of a question, and its pictures within the file. Private to
 * exportprint.c.
 */
#ifndef PRINT_H
#define PRINT_H

#include <stdio.h>

#include "pack.h"

/* The choices of the question in the order of the sheet; how many. The same pack gives the same
 * sheet: all chance is by the text of the question. */
int print_deal(const struct question *q, const struct choice *dealt[PACK_SHOWN]);

/* data:image/png;base64,... False: the picture cannot be read, and nothing was written. */
bool print_picture(FILE *out, const struct pack *p, const char *path);

/* The words of the sheet itself, in the pack's language where they are known in it. */
struct print_words {
	const char *language; /* its first part */
	const char *name, *date, *points, *answers, *right, *wrong, *several, *source, *or_;
};
const struct print_words *print_words(const char *language);
bool print_is_right_to_left(const char *language);

#endif
