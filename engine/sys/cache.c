#include "cache.h"

#include <stdlib.h>
#include <string.h>

#include "hash.h"

enum { BUCKETS = 1024 };

struct entry {
	struct cached what;
	struct entry *next;          /* of its bucket */
	struct entry *newer, *older; /* by use */
	uint64_t hash;
	size_t bytes, n;
	char key[];
};

struct cache {
	size_t most, bytes;
	struct entry *bucket[BUCKETS];
	struct entry *newest, *oldest;
};

uint64_t cache_hash(const void *key, size_t n)
{
	uint64_t h = hash_bytes(HASH_START, key, n);

	return h ^ h >> 29;
}

struct cache *cache_create(size_t most_bytes)
{
	struct cache *c = calloc(1, sizeof *c);
	if (c)
		c->most = most_bytes;
	return c;
}

static void unlink_use(struct cache *c, struct entry *e)
{
	*(e->newer ? &e->newer->older : &c->newest) = e->older;
	*(e->older ? &e->older->newer : &c->oldest) = e->newer;
}

static void link_use(struct cache *c, struct entry *e)
{
	e->newer = NULL;
	e->older = c->newest;
	*(c->newest ? &c->newest->newer : &c->oldest) = e;
	c->newest = e;
}

static void drop(struct cache *c, struct entry *e)
{
	struct entry **at = &c->bucket[e->hash % BUCKETS];
	while (*at != e)
		at = &(*at)->next;
	*at = e->next;
	unlink_use(c, e);
	c->bytes -= e->bytes;
	if (e->what.surface)
		cairo_surface_destroy(e->what.surface);
	free(e);
}

void cache_destroy(struct cache *c)
{
	if (!c)
		return;
	while (c->oldest)
		drop(c, c->oldest);
	free(c);
}

const struct cached *cache_find(struct cache *c, const void *key, size_t n)
{
	uint64_t hash = cache_hash(key, n);
	for (struct entry *e = c->bucket[hash % BUCKETS]; e; e = e->next) {
		if (e->hash == hash && e->n == n && !memcmp(e->key, key, n)) {
			unlink_use(c, e);
			link_use(c, e);
			return &e->what;
		}
	}
	return NULL;
}

const struct cached *cache_put(struct cache *c, const void *key, size_t n, struct cached what)
{
	struct entry *e = calloc(1, sizeof *e + n);
	if (!e) {
		if (what.surface)
			cairo_surface_destroy(what.surface);
		return NULL;
	}
	e->what = what;
	e->hash = cache_hash(key, n);
	e->n = n;
	memcpy(e->key, key, n);
	e->bytes = sizeof *e + n;
	if (what.surface)
		e->bytes += (size_t)cairo_image_surface_get_stride(what.surface) *
			    (size_t)cairo_image_surface_get_height(what.surface);
	while (c->oldest && c->bytes + e->bytes > c->most)
		drop(c, c->oldest);
	e->next = c->bucket[e->hash % BUCKETS];
	c->bucket[e->hash % BUCKETS] = e;
	link_use(c, e);
	c->bytes += e->bytes;
	return &e->what;
}

size_t cache_bytes(const struct cache *c)
{
	return c->bytes;
}
