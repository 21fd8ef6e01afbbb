/*
 * What is known of each question from the games before: when it was asked last, how often, how
 * often right, and whether it is owed: answered wrong, and not right twice since.
 *
 * A question is known by the identity of its pack and its own. past_note is the one rule of how an
 * answer changes this; whoever keeps the past on a disk follows it too.
 */
#ifndef PAST_H
#define PAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pack;
struct question;

enum {
	PAST_OWED = 2,    /* right answers until a mistake is forgiven */
	PAST_ENOUGH = 10, /* answers from which a share says something */
};

struct known {
	uint64_t key; /* past_key; 0: an empty place */
	int64_t last; /* the number of the answer that was its last, from 1; 0: never asked */
	uint32_t asked, right;
	uint32_t owed; /* 0 to PAST_OWED */
};

struct past {
	struct known *places; /* a hash table with open addresses */
	size_t n, room;       /* room is a power of two, or 0 */
	int64_t last;         /* the number of the newest answer */
};

void past_init(struct past *p);
void past_finish(struct past *p);

void past_clear(struct past *p); /* nothing was ever asked; its room stays */

uint64_t past_key(const struct pack *p, const struct question *q); /* never 0 */

/* NULL: never asked. */
const struct known *past_find(const struct past *p, uint64_t key);

/* Puts what a disk remembers. False: memory is short. */
bool past_put(struct past *p, const struct known *k);

/* Room for so many more, so that noting them needs no memory. False: memory is short. */
bool past_reserve(struct past *p, size_t more);

/* An answer. own: it is one player's alone, whose mistakes are kept. Where memory is short it is
 * not noted. Known how it changes one question: */
void past_note(struct past *p, uint64_t key, bool right, bool own);
void known_note(struct known *k, int64_t number, bool right, bool own);

/* Percent of answers that were right, rounded; -1: too few to say. */
int known_share(const struct known *k);

#endif
