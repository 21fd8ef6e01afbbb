/* Everything that is kept of play, as rows (sheet.h). */
#ifndef KEPTROWS_H
#define KEPTROWS_H

#include "sheet.h"
#include "store.h"

/* Of one pack, by its identity, or of all (NULL). The store may be NULL: it has nothing. False: see
 * store_error. */
bool keptrows_games(struct store *s, FILE *out, enum sheet_format format, const char *pack);
bool keptrows_answers(struct store *s, FILE *out, enum sheet_format format, const char *pack);

/* Whether anything is kept of the pack with this identity. */
bool keptrows_knows(struct store *s, const char *pack);

/* Whether these packs, as struct board_key has them, have this one; NULL: any. Those that are too
 * many to be listed may have each. */
bool keptrows_concerns(const char *packs, const char *pack);

#endif
