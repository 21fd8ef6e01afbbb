/*
 * A pack in one of its languages: for what has room for one alone.
 */
#ifndef TRANSLATED_H
#define TRANSLATED_H

#include "pack.h"

/* Whether the pack is written in that language, or some of it was translated. */
bool translated_has(const struct pack *p, const char *language);

/* The pack with the texts in that language where it has them, else its author's, and without any
 * others. It is counted, and lives no longer than p. NULL: memory is short. */
struct pack *translated_pack(const struct pack *p, const char *language);

/* How many questions ask in their author's words, that being another language. */
int translated_missing(const struct pack *p, const char *language);

#endif
