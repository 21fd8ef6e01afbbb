/*
 * A row of a table as a question. Private to importcsv.c.
 */
#ifndef CSVROW_H
#define CSVROW_H

#include "csvhead.h"
#include "making.h"

/* What stands in the column of the right answer. */
enum named_by { BY_TEXT, BY_NUMBER, BY_LETTER, NAMED_BY, BY_ITSELF /* it is no choice yet */ };

/* The choices of a row, and the cells that name the right ones. */
struct offer {
	const char *choices[PACK_CHOICES];
	int numbers[PACK_CHOICES]; /* of their columns, from 1 */
	int n;
	const char *rights[PACK_RIGHT];
	int nrights;
	const char *wrongs[PACK_CHOICES];
	int nwrongs;
	bool too_many;
};

struct sheet {
	struct making *m;
	struct table table;
	struct head head;
	int first; /* row that may be a question */
	enum named_by named_by;
	bool by_program;     /* its columns have names as programs give them */
	bool from_zero;      /* numbers of choices begin at 0 */
	bool offers_nothing; /* no column has choices: what is right stands by itself */
	bool named[COLUMNS]; /* columns whose head says something */
	/* The first row with something in a column that is not known; the last: beyond them all. */
	const struct row *foreign[COLUMNS + 1];
};

/* Texts live in the pack's memory. */
const char *cell_clean(struct sheet *s, const char *cell);
/* Adds a text to the list of up to `most`, or all that one cell has. */
void cell_add(const char **list, int *n, int most, const char *text, bool *too_many);
void cell_split(struct sheet *s, const char *cell, const char **list, int *n, int most,
		bool *too_many);

void offer_read(struct offer *o, struct sheet *s, const struct row *r);

/* The choices that a cell names, a bit each; 0: none, or not all of it names one. */
uint32_t offer_named(const struct offer *o, const char *cell, enum named_by by, bool from_zero);

/* How the table names right answers, by a look at its first rows. */
void sheet_find_naming(struct sheet *s);

void row_take(struct sheet *s, const struct row *r);

#endif
