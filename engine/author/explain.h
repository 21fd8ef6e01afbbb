/*
 * What a code of a report means, why it is said, and what to write in its place.
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <stdio.h>

#include "diag.h"

/* The smallest pack that shows it, and the same as it should be. */
struct example {
	const char *code, *wrong, *right;
};
extern const struct example explain_examples[]; /* ends with a code of NULL */

/* The code, in any case, or NULL. */
const struct code *explain_find(const char *code);

/* The code that was most likely meant, or NULL. */
const struct code *explain_nearest(const char *code);

void explain_print(const struct code *c, FILE *out);

#endif
