/*
 * What other programs say of each answer to a statement. A statement has no `because` here, only
 * the `why` that everybody is told: so what can be said to all of them is kept, and the rest lost.
 */
#ifndef FEEDBACK_H
#define FEEDBACK_H

#include "making.h"

/* To those who were wrong and to those who were right, as making_text gives it; NULL or "":
 * nothing. What explains it is mostly said to those who were wrong. */
void feedback_take(struct making *m, const char *wrong, const char *right);

#endif
