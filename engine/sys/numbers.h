/*
 * The numbers of a month for whoever the kiosk belongs to, as two tables that a spreadsheet opens:
 *
 *     stairwell-2026-11-plays.csv      by day and hour, language, packs and mode: games that ended,
 *                                      how many were finished, and at which question the others
 *                                      were left
 *     stairwell-2026-11-questions.csv  by question: how often asked, the share right, and the
 *                                      commonest wrong answer with its share
 *
 * CSV as csvline.h has it, with a byte order mark, by which a spreadsheet knows it is UTF-8. There
 * is nobody's name in it. A file is written whole or not at all, over that of an earlier day.
 */
#ifndef NUMBERS_H
#define NUMBERS_H

#include "pack.h"
#include "store.h"

struct numbers {
	struct store *store;
	const struct pack *const *packs;
	int npacks; /* of which words are told; of others there are only identities */
};

enum { NUMBERS_FILES = 2, NUMBERS_NAME = 64 };

/* The files of a month, in memory. */
struct tables {
	struct {
		char name[NUMBERS_NAME], *s;
		size_t n;
	} file[NUMBERS_FILES];
};

/* Makes them. False: `why` says in words, without a full stop; as with the next one. */
bool numbers_make(const struct numbers *n, int month, struct tables *t, char *why, size_t room);

/* Writes them into a folder, which is made where there is none, however long that takes. */
bool tables_write(const struct tables *t, const char *folder, char *why, size_t room);
void tables_finish(struct tables *t);

/* The months from this one on of which there are any numbers, the first ones where there are more
 * than there is room; -1: they can't be read. */
int numbers_months(struct store *s, int from, int *months, int room);

#endif
