/*
 * Watches packs on the disk: named files, and folders with all that may be packs in them. A thread
 * sleeps until something is saved there. It only says that something was: what, finds out who
 * looks.
 *
 * Editors write in many ways: over the file, in two steps, beside it and then in its place, away
 * with the old one first. A file is worth looking at when its writer has closed it and nothing more
 * was heard for a moment, a longer one where it is gone, empty or still open: so what is half
 * written is not taken for a mistake. Folders may come, go and be replaced.
 */
#ifndef WATCH_H
#define WATCH_H

#include <stdbool.h>

enum {
	WATCH_QUIET_MS = 60,  /* after a file was closed, or put in its place */
	WATCH_UNSURE_MS = 150 /* after anything else that was done to one */
};

struct watch;

/* `saved` is called on the thread. Both paths are copied; a file or folder need not be there. NULL
 * and false: memory is short. */
struct watch *watch_create(void (*saved)(void *ctx), void *ctx);
bool watch_file(struct watch *w, const char *path);
bool watch_folder(struct watch *w, const char *folder);
bool watch_start(struct watch *w); /* false: nothing can be watched here */
void watch_destroy(struct watch *w);

/* Whether something was saved since this was asked last. */
bool watch_take(struct watch *w);

#endif
