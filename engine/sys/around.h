/*
 * A pack's file with what lies around it: whether any of that is otherwise than it was, and whether
 * somebody still writes into it.
 *
 * Around a pack.ini is all of its folder, around another file what is no pack in its folder, as its
 * pictures and sounds may be there; a .quiz has all in itself. At most AROUND_FILES files, in
 * AROUND_DEEP folders of folders, not through links.
 */
#ifndef AROUND_H
#define AROUND_H

#include <stdbool.h>
#include <stdint.h>

#include "library.h"

enum { AROUND_FILES = 4096, AROUND_DEEP = 4 };

struct around {
	uint64_t print;     /* another number when anything of it is otherwise; 0: no such file */
	int64_t newest_ns;  /* unix time of the last change of any of it */
	struct stamp stamp; /* of the file alone */
};

/* `folder` sees each folder before it is looked through; or NULL. */
struct around around_look(const char *path, void (*folder)(void *ctx, const char *path), void *ctx);

/* The print of all that is in a folder, packs and all; 0: there is no such folder. */
uint64_t around_folder(const char *path, void (*folder)(void *ctx, const char *path), void *ctx);

/* Whether it is written. UNKNOWN: the system does not say, as it is somebody else's file. */
enum around_writer { AROUND_CLOSED, AROUND_WRITTEN, AROUND_UNKNOWN };
enum around_writer around_writer(const char *path);

#endif
