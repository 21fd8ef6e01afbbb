/*
 * Whether names have room in their one line, which ends in dots where they have not: a pack's title
 * and what it is about where packs are chosen, title and topic above a question.
 */
#ifndef FITNAMES_H
#define FITNAMES_H

#include "fitting.h"

/* Of f->entry, which is the library's `index`th. */
void fitnames_find(struct fitting *f, int index);

#endif
