/*
 * What the rules over packs compare of the questions of a run: their words as numbers, in one place
 * for all of them.
 *
 * Words are numbered from 0 as they are met; `seen` counts in how many questions' asks and right
 * answers each of them is. Memory that is short leaves `failed` set; what is there is whole.
 */
#ifndef GIST_H
#define GIST_H

#include "lintrules.h"

/* What is known of a word at its place: its number above these bits. */
enum {
	GIST_SHORT = 1, /* below four bytes */
	GIST_NAME = 2,  /* a capital letter, and not as the first word */
	GIST_BITS = 2,
};

/* Whatever a word is anywhere: two texts that differ in one of those do not mean the same. */
enum { WORD_NUMBER = 1, WORD_NEGATION = 2 };

struct gist {
	struct entry *entry;
	const struct question *q;
	uint64_t asked; /* of the words it asks, in order, with the signs (+, <, €) between them; 0:
			   it has none */
	uint32_t signs; /* of those signs */
	uint32_t from;  /* its words: what it asks, why, what is right */
	uint16_t nask, nwhy, nright;
};

/* A word, wherever it is. */
struct known {
	uint32_t hash;
	uint32_t seen; /* in so many questions */
	uint32_t last; /* the latest of them, from 1 */
	uint32_t kind; /* WORD_... */
};

struct gists {
	struct gist *all;
	uint32_t n, room;
	uint32_t *words;
	uint32_t nwords, words_room;

	struct known *known; /* by number */
	uint32_t nknown;
	uint32_t *slots; /* open addressing: number + 1; 0: free */
	uint32_t mask;
	bool failed;
};

void gists_finish(struct gists *g);
void gists_add(struct gists *g, const struct subject *s);

/* The same for two texts that are alike but for case, blanks and punctuation; 0: there is nothing
 * to compare in it. */
uint64_t gist_text(const char *s, const struct words *w, uint32_t *signs);

static inline uint32_t gist_number(uint32_t word)
{
	return word >> GIST_BITS;
}

static inline const uint32_t *gist_ask(const struct gists *g, const struct gist *it)
{
	return g->words + it->from;
}

static inline const uint32_t *gist_why(const struct gists *g, const struct gist *it)
{
	return g->words + it->from + it->nask;
}

static inline const uint32_t *gist_right(const struct gists *g, const struct gist *it)
{
	return g->words + it->from + it->nask + it->nwhy;
}

/* How rare a word is: ln(1 + questions / questions that have it). */
double gist_weight(const struct gists *g, uint32_t word);

/* Whether the right answers of a have every word of those of b, which have some. */
bool gist_holds_right(const struct gists *g, const struct gist *a, const struct gist *b);

#endif
