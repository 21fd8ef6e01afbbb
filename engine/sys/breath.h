/*
 * A look at what else there is to do, taken again and again during long work on the program's own
 * thread, with nothing half done that it could see.
 */
#ifndef BREATH_H
#define BREATH_H

struct breath {
	void (*take)(void *ctx); /* NULL: nobody wants to */
	void *ctx;
};

static inline void breathe(const struct breath *b)
{
	if (b->take)
		b->take(b->ctx);
}

#endif
