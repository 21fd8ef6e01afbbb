/*
 * Findings for people and editors, to the GNU convention: FILE:LINE:COLUMN: error: MESSAGE [CODE],
 * the source line, a caret line that stays in place under tabs and wide characters, a second place,
 * a help.
 */
#ifndef DIAGPRINT_H
#define DIAGPRINT_H

#include <stdio.h>

#include "diag.h"

void diag_print(const struct diag *d, FILE *out);
void finding_print(const struct diag *d, const struct finding *f, FILE *out);

#endif
