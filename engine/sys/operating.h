/*
 * What an operator wishes of the store, and what a kiosk has kept of itself there.
 */
#ifndef OPERATING_H
#define OPERATING_H

#include "health.h"
#include "store.h"

/* As it was kept; what was not is as it is without. */
struct kiosk_state operating_state(struct store *s);

/* Whether the wish is one of these. */
bool operating_is(enum operation o);

/* Does it, and says in words what came of it. s NULL: there is no store. */
enum { OPERATING_WORDS = 256 };
bool operating_do(struct store *s, enum operation o, int value, int64_t game, struct moment now,
		  char words[OPERATING_WORDS]);

#endif
