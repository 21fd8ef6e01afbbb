/*
 * Findings for people and editors, to the GNU convention: FILE:LINE:COLUMN: error: MESSAGE [CODE],
 * the source line, a caret line that stays in place under tabs and wide characters, a second place
 * with its line, a help.
 */
#ifndef DIAGPRINT_H
#define DIAGPRINT_H

#include <stdio.h>

#include "diag.h"

extern const char *const diag_severities[]; /* "note", "warning", "error" */

void diag_print(const struct diag *d, FILE *out);
void finding_print(const struct diag *d, const struct finding *f, FILE *out);

/* The same in the colours of a terminal. */
void diag_print_coloured(const struct diag *d, FILE *out);

/* How many findings were counted and not kept. */
int diag_hidden(const struct diag *d);

#endif
