/*
 * Fits of a question that were tried, so that a frame that asks the same as the last measures
 * nothing. Private to view/.
 *
 * A try is known by all that it depends on, as one number: the window, the sizes of letters and
 * fingers, what is said, the width, how far all has given way. Nothing is ever out of date: what
 * changes is another try.
 */
#ifndef FITKEPT_H
#define FITKEPT_H

#include "fit.h"

struct fits;

struct fits *fits_create(void); /* NULL: no memory */
void fits_destroy(struct fits *fits);

/* What is said of a question, as one number: all of it that has a place on the page. */
uint64_t fitkept_said(const struct asking *a);

/* How far question and choices have given way, in how many columns, on how much room. */
struct fit_try {
	int columns, ask, cards;
	float width, height, low; /* px; the last two only where the cards depend on them: else 0 */
};

/* Where the fit of this try is kept, or is to be kept; `known`: it is. */
struct fit *fitkept_at(const struct ui *ui, const struct asking *a, const struct fit_try *try,
		       bool *known);

#endif
