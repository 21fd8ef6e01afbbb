/*
 * What play has shown about questions: classical item analysis, from the answers that were kept.
 *
 * Games draw different questions, so what a player can do is the share right of all the OTHER
 * answers of the same game: the rest score. The formulas and their sources are in estimate.h.
 *
 *   share right     right / asked, with Wilson's interval at 95 %
 *   discrimination  point-biserial correlation of right or not with the rest score; 0.3 is good,
 *                   below 0.1 a question separates nobody (R. L. Ebel, D. A. Frisbie, "Essentials
 *                   of Educational Measurement", 1991)
 *   pull            of a choice: the share of the answers that chose it; and the correlation of
 *                   choosing it with the rest score
 *   time            median and quartiles
 *   left            games that were given up and in which this was the last answer
 *
 * Flags: a wrong key is likely where the discrimination is below 0 and a wrong choice is chosen as
 * often as the right one by those who do better elsewhere; nobody picks a choice where its pull is
 * below 5 % even at the upper end of its interval (T. M. Haladyna, S. M. Downing, "How many options
 * is enough for a multiple-choice test item?", EPM 53, 1993). No figure is told below its minimum
 * of answers.
 */
#ifndef STATS_H
#define STATS_H

#include <stdbool.h>
#include <stdint.h>

enum {
	STATS_SHARE = 10, /* answers it takes for a share and a time */
	STATS_PULL = 20,  /* for a pull */
	STATS_FLAG = 30,  /* for a discrimination, and what is said because of it */
};

struct stats_answer {
	int64_t game;
	int player;                  /* below 0: nobody, time ran out for all */
	const char *pack, *question; /* identities */
	const char *chosen;          /* identities of choices with blanks between; "": none */
	bool right, late;
	int64_t took_ms;
};

struct stats_choice {
	const char *id;
	int n;             /* answers that chose it */
	double pull;       /* share of the answers; good from STATS_PULL on */
	double high;       /* the upper end of its interval */
	double separation; /* NaN: can't be told */
};

struct stats_question {
	const char *pack, *id;
	int asked, right, late, left;
	double share, low, high;           /* good from STATS_SHARE answers on */
	double discrimination;             /* NaN: can't be told */
	double median_ms, low_ms, high_ms; /* of those that answered; NaN where they are too few */
	const struct stats_choice
		*choices; /* those that were chosen, the most often chosen first */
	int nchoices, answered;
	bool separates_nobody;
	int number; /* by first answers, over all packs */
};

struct stats;

struct stats *stats_create(void); /* NULL: memory is short */
void stats_destroy(struct stats *s);

/* Answers come in the order they were given. Strings are copied. False: memory is short. */
bool stats_add(struct stats *s, const struct stats_answer *a);

/* This game was given up: before stats_count. */
bool stats_left(struct stats *s, int64_t game);

/* All figures, by pack and then in the order of first answers; borrowed. False: memory is short. */
bool stats_count(struct stats *s, const struct stats_question **questions, int *n);

/* The choice that may be the right one in truth: `rights` are identities of the right choices, with
 * blanks between. NULL: none is. */
const struct stats_choice *stats_wrong_key(const struct stats_question *q, const char *rights);

/* Whether hardly anybody picks it; NULL: nobody ever did. */
bool stats_is_idle(const struct stats_question *q, const struct stats_choice *c);

const struct stats_choice *stats_choice(const struct stats_question *q, const char *id);

#endif
