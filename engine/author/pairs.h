/*
 * Things to be matched with one another, as questions: one for each pair, whose choices are all
 * that there is to match.
 */
#ifndef PAIRS_H
#define PAIRS_H

#include "making.h"

struct pairs {
	struct {
		const char *ask; /* "": an answer that belongs to nothing */
		const char *answer;
	} of[PACK_CHOICES];
	int n;
};

/* False: there is no room for another one. */
bool pairs_add(struct pairs *p, const char *ask, const char *answer);

/* Makes the question at hand, which asks for the matching, into one for each pair. The last one is
 * left at hand. */
void pairs_take(struct making *m, const struct pairs *p);

#endif
