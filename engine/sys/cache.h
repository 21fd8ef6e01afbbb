/*
 * Pictures kept by what they were made of, up to a number of bytes; the longest unused go first.
 *
 * A key is any bytes. What cache_find and cache_put give is borrowed until the next cache_put.
 */
#ifndef CACHE_H
#define CACHE_H

#include <cairo.h>
#include <stddef.h>
#include <stdint.h>

struct cache;

struct cached {
	cairo_surface_t *surface; /* NULL: it was found that there is nothing to draw */
	int x, y;                 /* where its top left goes */
};

struct cache *cache_create(size_t most_bytes); /* NULL: no memory */
void cache_destroy(struct cache *c);
const struct cached *cache_find(struct cache *c, const void *key, size_t n); /* NULL: not there */

/* Takes the surface over. NULL: no memory for its entry, and it is dropped. */
const struct cached *cache_put(struct cache *c, const void *key, size_t n, struct cached what);

size_t cache_bytes(const struct cache *c);

uint64_t cache_hash(const void *key, size_t n);

#endif
