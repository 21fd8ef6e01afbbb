/*
 * A table out of a text with separators: rows of cells, by libcsv. Private to importcsv.c.
 *
 * A quote that does not belong there costs its own line alone: that is read once more with quotes
 * for letters. Such a quote is never closed, or it makes one row of several lines.
 * An apostrophe that keeps a text from being a formula (formula.h) is no part of it.
 */
#ifndef CSVTABLE_H
#define CSVTABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "iniread.h"

enum row_quote {
	QUOTE_GOOD,
	QUOTE_OPEN,     /* it is never closed */
	QUOTE_FOLLOWED, /* text follows the one that should close */
};

struct row {
	const char **cells; /* "" where there is nothing */
	int n;
	uint32_t at; /* bytes from the start of the text */
	enum row_quote quote;
};

struct table {
	struct arena arena;
	struct row *rows;
	int n, room;
};

/* Reads up to `most` rows, from byte `from` on. False: memory is short. */
bool table_read(struct table *t, const struct ini_text *text, size_t from, char separator,
		int most);
void table_finish(struct table *t);

const char *table_cell(const struct row *r, int column); /* "" beyond its end */

#endif
