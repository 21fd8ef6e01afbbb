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
	const char *folder; /* made where there is none */
	const struct pack *const *packs;
	int npacks; /* of which words are told; of others there are only identities */
};

/* False: `why` says in words, without a full stop. */
bool numbers_write(const struct numbers *n, int month, char *why, size_t room);

/* The names of a month's files, one after the other from 0; NULL behind the last. */
const char *numbers_file(int i, int month, char name[64]);

/* The months from this one on of which there are any numbers, the first ones where there are more
 * than there is room; -1: they can't be read. */
int numbers_months(struct store *s, int from, int *months, int room);

#endif
