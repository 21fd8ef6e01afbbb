/*
 * Packs that were taken from somewhere else, whole or not at all, with one step back.
 *
 * In the data folder `packs` are those in force (empty: none was taken, and what is configured is
 * played), `packs.before` those before. New ones are copied into `packs.part` and synced; called
 * `packs.next` they are to be in force, and a start ends what a power cut left undone then. So a
 * cut at any moment leaves the old or the new, never half, and the step back that belongs to it.
 *
 * Of what is copied only files and folders count: no links, no devices, nothing of another disk, no
 * names with a dot before them.
 */
#ifndef SWAP_H
#define SWAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SWAP_FILES = 4096, SWAP_DEEP = 8, SWAP_WORDS = 160 };
#define SWAP_BYTES INT64_C(2147483648)

void swap_tidy(const char *data); /* before all else, at the start */

/* The folder of the packs in force. False: none was taken. */
bool swap_packs(const char *data, char *out, size_t room);

/* The folder that is to be looked at before swap_commit. */
bool swap_part(const char *data, char *out, size_t room);

/* All of the folder `from`, copied into the part and on the disk. False: nothing is otherwise, and
 * `words` (room SWAP_WORDS) say why. */
bool swap_copy(const char *data, const char *from, char *words);
bool swap_commit(const char *data, char *words); /* the part is in force */
void swap_drop(const char *data);                /* the part is no more */

bool swap_has_before(const char *data);
bool swap_back(const char *data, char *words); /* those before are in force, and the other way */

#endif
