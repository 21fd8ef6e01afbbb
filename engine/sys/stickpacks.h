/*
 * A stick with packs: noticed where sticks are mounted, looked at through trials, taken over when
 * staff say so, and one step back (swap.h).
 *
 * The packs are those in a folder of the stick (stick.h), and are looked at anew when anything in
 * it changes. A thread sleeps until the kernel tells of that (lookout.h); it looks, copies and
 * swaps. Without stickpacks_start all that is done in line.
 */
#ifndef STICKPACKS_H
#define STICKPACKS_H

#include <stdbool.h>
#include <stddef.h>

#include "event.h"
#include "health.h"

struct stickpacks;

/* `sticks`: their folder; `data`: where packs are taken to, NULL: they can't be; `program`: of the
 * trials, NULL: none is held. All copied but the last. NULL: memory is short. */
struct stickpacks *stickpacks_create(const char *sticks, const char *data, const char *program);
void stickpacks_destroy(struct stickpacks *s); /* waits a second at most; NULL is fine */

/* False: there is no thread to be had. */
bool stickpacks_start(struct stickpacks *s, void (*wake)(void *ctx), void *ctx);

/* What there is: h->stick and h->back. */
void stickpacks_tell(struct stickpacks *s, struct health *h);

/* OPERATE_STICK or OPERATE_STICK_BACK. */
void stickpacks_operate(struct stickpacks *s, enum operation o);

/* What came of that, as EVENT_OPERATED; its text lives until the next call. False: nothing yet.
 * Where `index` is 1, other packs are in force: swap_packs says where. */
bool stickpacks_answer(struct stickpacks *s, struct event *ev);

#endif
