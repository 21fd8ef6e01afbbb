/*
 * The order of choices in a file that shows them as they stand. Private to the exports.
 */
#ifndef EXPORTORDER_H
#define EXPORTORDER_H

#include "pack.h"

/*
 * Puts n choices of the question in an order by their words and those of the question, so that the
 * right one is not always first, and the same ones always come in the same order. Those that stay
 * last in a game do so; with shuffle = no, or in a statement, nothing moves.
 */
void exportorder(const struct question *q, const struct choice **choices, int n);

#endif
