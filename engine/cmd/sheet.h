/*
 * Rows of named cells on their way to a file that others read: CSV (RFC 4180, UTF-8, a header line)
 * or JSON (an array of objects).
 *
 * Characters that steer a terminal come out as U+FFFD. In CSV a text that a spreadsheet would take
 * for a formula (it begins with = + - @ or one of their wide forms) has an apostrophe before it.
 */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum sheet_format { SHEET_CSV, SHEET_JSON };

struct cell {
	const char *name;
	const char *text; /* NULL: the number */
	int64_t number;
	int decimals; /* the number is in units of 10^-decimals, 0 to 6 */
	bool none;    /* there is no figure: an empty cell, or null */
};

struct sheet {
	FILE *out;
	enum sheet_format format;
	int64_t rows;
};

/* names: a row of which only the names count. */
void sheet_begin(struct sheet *s, FILE *out, enum sheet_format format, const struct cell *names,
		 int n);
void sheet_row(struct sheet *s, const struct cell *cells, int n);
void sheet_end(struct sheet *s);

#endif
