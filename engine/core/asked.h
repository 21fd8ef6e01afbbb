/* How one question is dealt. Private to core/. */
#ifndef ASKED_H
#define ASKED_H

#include "game.h"

/* Which choices, and where: by one of the seed's streams. */
void asked_deal(struct asked *a, const struct question *q, uint64_t seed, uint32_t stream);

/* Of those that are shown: which are right, and how many must be chosen. */
void asked_judge(struct asked *a, const struct question *q);

/* How long its clock runs, before any percent but the reader's own; 0: it has none. */
int64_t asked_limit_ms(const struct question *q, const struct asked *a, int reading_percent);

/* The wrong choices that LIFELINE_FIFTY takes away. */
uint32_t asked_halve(const struct asked *a, uint64_t seed, uint32_t stream);

#endif
