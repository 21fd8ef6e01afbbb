/* What people are to type. */
#ifndef TYPED_H
#define TYPED_H

#include "arena.h"

/* One word of a command, as a shell takes it: in quotes where it has blanks or signs in it that
 * would mean something else. */
const char *typed_word(struct arena *a, const char *s);

#endif
