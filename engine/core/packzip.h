/*
 * NAME.quiz: a pack that travels with its pictures and sounds as one file, a zip of its folder with
 * the INI as pack.ini, at the top or in the one folder that it holds.
 *
 * Nothing of it is ever unpacked onto a disk: what is asked for is read into memory, never more
 * than the limits of packs allow. An archive with anything in it that a pack cannot need (a path
 * that leads elsewhere, a link, a device, a name twice, a bomb, a lock) is refused whole.
 */
#ifndef PACKZIP_H
#define PACKZIP_H

#include <locale.h>

#include "diag.h"

enum {
	PACKZIP_ENTRIES = 4096,
	PACKZIP_RATIO = 200, /* a pack.ini that grows by more, over PACKZIP_FREE, is a bomb */
	PACKZIP_FREE = 4 << 20,
	PACKZIP_BYTES = 1 << 30, /* of all its files together, unpacked */
};

/* Whether the path is that of a file (no folder) whose name ends in .quiz. */
bool packzip_is(const char *path);

/* Why a pack has no use for an entry of this name; NULL: it may have it. */
const char *packzip_name_fault(const char *name);

/* libarchive takes names as the locale of the thread has them: between these two they are UTF-8. */
struct packzip_names {
	locale_t utf8, before;
};
void packzip_names_begin(struct packzip_names *n);
void packzip_names_end(struct packzip_names *n);

/* The bytes of its pack.ini, to be freed, after a look at all that is in it; NULL: see d. */
char *packzip_load(const char *path, size_t *n, struct diag *d);

/* Why an entry cannot be had. */
enum packzip_fault { PACKZIP_MISSING, PACKZIP_LARGE, PACKZIP_BROKEN };

/* A file of it, by its path from the pack.ini, of at most `most` bytes: in memory, to be read and
 * closed by you. -1: see *fault. */
int packzip_open(const char *path, const char *name, size_t most, enum packzip_fault *fault);

/* Shows every file of it once, by its path from the pack.ini: `fd` as packzip_open gives it, closed
 * after the call; -1: it can't be had, see `fault`. */
void packzip_each(const char *path, size_t most,
		  void (*see)(void *ctx, const char *name, int fd, enum packzip_fault fault),
		  void *ctx);

#endif
