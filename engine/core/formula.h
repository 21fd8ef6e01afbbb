/*
 * Texts that a spreadsheet would take for a formula, and run: an apostrophe goes before them.
 */
#ifndef FORMULA_H
#define FORMULA_H

#include <stdbool.h>

bool formula_begins(const char *s); /* with = + - @ or one of their wide forms */

/* Whether a text in a table of questions has, or needs, such an apostrophe: a formula, no number,
 * behind any that are its own. */
bool formula_is_guarded(const char *s);

#endif
