/*
 * Packs that were in play when the game crashed or hung, counted over restarts in a small text
 * file: one line a pack, its count, its hash, when that was last (unix, seconds) and its file. A
 * pack with STRIKES_OUT of them within a day is out, and its count begins anew.
 */
#ifndef STRIKES_H
#define STRIKES_H

#include <stdbool.h>

#include "ending.h"

enum { STRIKES_OUT = 2 };

/* The pack of this ending, where it is one of that kind. True: it is out now. A file that can't be
 * written makes no difference to the answer. */
bool strikes_take(const char *path, const struct ending *e);

#endif
