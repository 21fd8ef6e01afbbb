/*
 * What is wrong with the store, in words: those that standard error gets, once, and those that the
 * screen has room for.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include "store.h"

/* A line without its end. False: all is well. */
bool memory_note(const struct store_report *r, const char *path, char *out, size_t room);

/* Without the path. */
void memory_words(const struct store_report *r, char *out, size_t room);

/* Whether what is played can be kept. */
bool memory_keeps(const struct store_report *r);

#endif
