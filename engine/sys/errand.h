/*
 * Tables on their way to a folder that may be slow, as a stick's or another machine's is, or may
 * never answer: carried there by a thread of their own, so that nobody waits for it. Where there is
 * no thread to be had it is done at once.
 */
#ifndef ERRAND_H
#define ERRAND_H

#include "numbers.h"

struct errand;

/* Takes what is in the tables; `done` is called from any thread once it is over, and not after
 * errand_drop. NULL: memory is short, and the tables are as they were. */
struct errand *errand_begin(const char *folder, struct tables *t, void (*done)(void *ctx),
			    void *ctx);

/* Whether it is over; then `why` says why they could not be written, "": they were. */
bool errand_over(struct errand *e, char *why, size_t room);

/* Waits for it so long, and else lets it go on by itself. NULL is fine. */
void errand_drop(struct errand *e, unsigned wait_ms);

#endif
