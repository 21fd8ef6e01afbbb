/*
 * What the columns of a table of questions are, by the names in its head: those of Kahoot, Blooket
 * and Quizizz, and what people write at home in several languages. Private to importcsv.c.
 */
#ifndef CSVHEAD_H
#define CSVHEAD_H

#include "csvtable.h"

enum column_is {
	COLUMN_UNKNOWN,
	COLUMN_NUMBER, /* of the question: says nothing */
	COLUMN_ASK,
	COLUMN_CHOICE,
	COLUMN_CHOICES, /* all in one cell */
	COLUMN_ANSWER,  /* a choice where there are several such columns, else the right one */
	COLUMN_RIGHT,
	COLUMN_WRONG,
	COLUMN_BECAUSE, /* of the choice with its number */
	COLUMN_KIND,
	COLUMN_TIME,
	COLUMN_WHY,
	COLUMN_HINT,
	COLUMN_TOPIC,
	COLUMN_TAGS,
	COLUMN_LEVEL,
	COLUMN_POINTS,
	COLUMN_PICTURE,
	COLUMN_SOUND,
	COLUMN_SOURCE,
	COLUMN_ID,
};

enum { COLUMNS = 60 };

struct head {
	uint8_t is[COLUMNS];
	uint8_t number[COLUMNS]; /* the 2 of "answer 2", from 1; 0: none */
	int n, known;            /* known: how many are not unknown */
};

/* Whether the row names a question, and what else it names. */
bool head_read(struct head *h, const struct row *r);

/* Lower case without accents and signs, one blank between words, as far as `room` goes. */
void head_fold(const char *s, char *out, size_t room);

#endif
