/*
 * One cell after the other of a CSV file (RFC 4180), as others read it.
 *
 * Characters that steer a terminal come out as U+FFFD, and what is longer than CSVLINE_TEXT is cut.
 * A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
#ifndef CSVLINE_H
#define CSVLINE_H

#include <stdint.h>
#include <stdio.h>

enum { CSVLINE_TEXT = 8192 /* bytes */ };

void csvline_text(FILE *out, const char *s);

/* In units of 10^-decimals (0 to 6), to the last digit, whatever the country. */
void csvline_number(FILE *out, int64_t number, int decimals);

void csvline_next(FILE *out); /* between two cells */
void csvline_end(FILE *out);

#endif
