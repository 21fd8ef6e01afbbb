/*
 * A thread that looks at what lies on the disk: it sleeps until the kernel tells that something
 * changed in a folder it watches, or was mounted, or until somebody wishes so.
 *
 * Where the kernel has no more watches to give it looks every LOOKOUT_BLIND_MS as well.
 */
#ifndef LOOKOUT_H
#define LOOKOUT_H

#include <stdbool.h>
#include <stdint.h>

enum { LOOKOUT_BLIND_MS = 5000 };

struct lookout;

/* `look` returns in how many ms it is to look again even if nothing changes; -1: not at all. NULL:
 * memory is short. */
struct lookout *lookout_create(int64_t (*look)(void *ctx), void *ctx);

/* Begins the thread; false: there is none to be had. lookout_tell calls `wake` from now on. */
bool lookout_start(struct lookout *l, const char *name, void (*wake)(void *ctx), void *ctx);
bool lookout_runs(const struct lookout *l);

/* Waits a second at most. False: the thread hangs in what is not ours, and keeps all that it works
 * with. */
bool lookout_destroy(struct lookout *l);

/* Around what the thread and others share. */
void lookout_lock(struct lookout *l);
void lookout_unlock(struct lookout *l);

void lookout_again(struct lookout *l); /* it looks now, or once more */

/* Of whoever looks. */
void lookout_tell(struct lookout *l);    /* there is something to hand over */
bool lookout_is_over(struct lookout *l); /* it is to come to an end */
void lookout_watch(struct lookout *l, const char *folder);
void lookout_heed(void *lookout, const char *folder); /* the same, as around.h calls it */
void lookout_watch_way(struct lookout *l,
		       const char *path); /* its folder, or what there is of it */

#endif
