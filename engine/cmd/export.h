/* Everything that is kept of play, as rows (sheet.h). */
#ifndef EXPORT_H
#define EXPORT_H

#include "sheet.h"
#include "store.h"

/* Of one pack, by its identity, or of all (NULL). The store may be NULL: it has nothing. False: see
 * store_error. */
bool export_games(struct store *s, FILE *out, enum sheet_format format, const char *pack);
bool export_answers(struct store *s, FILE *out, enum sheet_format format, const char *pack);

/* Whether anything is kept of the pack with this identity. */
bool export_knows(struct store *s, const char *pack);

/* Whether these packs, as struct board_key has them, have this one; NULL: any. Those that are too
 * many to be listed may have each. */
bool export_concerns(const char *packs, const char *pack);

#endif
