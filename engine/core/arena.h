/*
 * Memory by lifetime: everything taken from an arena goes at once with arena_finish.
 *
 * Memory is zeroed and aligned for any type. When the machine has no more, arena_take returns NULL
 * and `failed` stays set, so that a long run of takes can be checked once at its end.
 */
#ifndef ARENA_H
#define ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *newest;
	size_t used, size; /* bytes of the newest block */
	size_t ready;      /* of them, those whose pages were asked for */
	size_t total;      /* bytes asked from the system */
	bool failed;
};

void *arena_take(struct arena *a, size_t bytes);
char *arena_text(struct arena *a, const char *s, size_t n); /* a copy that ends in NUL */
void arena_finish(struct arena *a); /* leaves an empty arena that can be used again */

#endif
