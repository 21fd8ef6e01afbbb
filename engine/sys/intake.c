#include "intake.h"

#include <stdlib.h>
#include <string.h>

#include "candidate.h"
#include "sources.h"

enum wish_kind { WISH_SOURCES, WISH_BAR, WISH_LET_IN, WISH_AGAIN };

struct wish {
	struct wish *next;
	enum wish_kind kind;
	uint64_t hash;
	int n;
	char *paths[]; /* owned */
};

struct intake {
	const char *program;
	struct lookout *lookout;

	/* Under its lock. */
	struct wish *wishes, **last_wish;
	struct reading *readings; /* of each file the last */
	int nreadings, room_readings;

	/* Whoever looks, one thread at a time. */
	struct tried *tried;
	struct sources sources;
	struct candidate *of;
	int n, room;
};

/* The array with room for one more such item; NULL: memory is short, and it is as it was. */
static void *grow(void *array, int n, int *room, size_t size)
{
	int more = *room ? 2 * *room : 32;

	if (n < *room)
		return array;
	array = realloc(array, (size_t)more * size);
	if (array)
		*room = more;
	return array;
}

/* ---- readings ---- */

static void put_reading(struct intake *i, struct reading *r)
{
	for (struct reading *q = i->readings; q < i->readings + i->nreadings; q++)
		if (strcmp(q->path, r->path) == 0) {
			reading_finish(q);
			*q = *r;
			return;
		}
	struct reading *more = grow(i->readings, i->nreadings, &i->room_readings, sizeof(*r));
	if (more) {
		i->readings = more;
		i->readings[i->nreadings++] = *r;
	} else {
		reading_finish(r);
	}
}

static void tell(struct intake *i, struct reading *r)
{
	lookout_lock(i->lookout);
	put_reading(i, r);
	lookout_unlock(i->lookout);
	lookout_tell(i->lookout);
}

bool intake_next(struct intake *i, struct reading *r)
{
	lookout_lock(i->lookout);
	bool any = i->nreadings > 0;
	if (any) {
		*r = i->readings[0];
		memmove(i->readings, i->readings + 1, (size_t)--i->nreadings * sizeof(*r));
	}
	lookout_unlock(i->lookout);
	return any;
}

/* ---- candidates ---- */

static struct candidate *find(const struct intake *i, const char *path)
{
	for (struct candidate *c = i->of; c < i->of + i->n; c++)
		if (strcmp(c->path, path) == 0)
			return c;
	return NULL;
}

static struct candidate *add(struct intake *i, const char *path)
{
	struct candidate *more = grow(i->of, i->n, &i->room, sizeof(*more));
	char *own = more ? strdup(path) : NULL;

	i->of = more ? more : i->of;
	if (!own)
		return NULL;
	i->of[i->n] = (struct candidate){.path = own};
	return &i->of[i->n++];
}

static void note_file(void *ctx, const char *path, int source)
{
	struct candidate *c = find(ctx, path);

	if (c || (c = add(ctx, path))) {
		c->listed = true;
		c->source = source;
	}
}

static void forget_gone(struct intake *i)
{
	static const struct verdict none = {0};
	int kept = 0;

	for (int k = 0; k < i->n; k++) {
		struct candidate *c = &i->of[k];
		if (c->listed || (c->source >= 0 && sources_lost(&i->sources, c->source))) {
			i->of[kept++] = *c;
			continue;
		}
		struct reading r = {.path = c->path, .gone = true};
		tried_put(i->tried, c->path, &none);
		tell(i, &r);
	}
	i->n = kept;
}

/* ---- wishes ---- */

static void drop_wish(struct wish *w)
{
	for (int k = 0; k < w->n; k++)
		free(w->paths[k]);
	free(w);
}

static void wish(struct intake *i, enum wish_kind kind, const char *const *paths, int n,
		 uint64_t hash)
{
	struct wish *w = calloc(1, sizeof(*w) + (size_t)n * sizeof(char *));

	if (!w)
		return;
	*w = (struct wish){.kind = kind, .hash = hash};
	for (int k = 0; k < n; k++)
		if ((w->paths[w->n] = strdup(paths[k])))
			w->n++;
	lookout_lock(i->lookout);
	*i->last_wish = w;
	i->last_wish = &w->next;
	lookout_unlock(i->lookout);
	lookout_again(i->lookout);
}

void intake_sources(struct intake *i, const char *const *paths, int n)
{
	wish(i, WISH_SOURCES, paths, n, 0);
}

void intake_bar(struct intake *i, uint64_t hash)
{
	wish(i, WISH_BAR, NULL, 0, hash);
}

void intake_let_in(struct intake *i, const char *path)
{
	wish(i, WISH_LET_IN, &path, 1, 0);
}

void intake_again(struct intake *i, const char *path)
{
	wish(i, WISH_AGAIN, &path, 1, 0);
}

static void read_again(struct intake *i, uint64_t hash)
{
	for (struct candidate *c = i->of; c < i->of + i->n; c++)
		if (c->hash == hash)
			c->told = 0;
}

static void grant(struct intake *i, struct wish *w)
{
	struct candidate *c = w->n > 0 ? find(i, w->paths[0]) : NULL;

	switch (w->kind) {
	case WISH_SOURCES:
		sources_set(&i->sources, w->paths, w->n);
		w->n = 0;
		for (int k = 0; k < i->n; k++)
			i->of[k].source = -1;
		break;
	case WISH_BAR:
		tried_bar(i->tried, w->hash);
		read_again(i, w->hash);
		break;
	case WISH_LET_IN:
		if (c) {
			tried_let_in(i->tried, c->hash);
			read_again(i, c->hash);
		}
		break;
	case WISH_AGAIN:
		if (c)
			c->told = 0;
	}
}

static void grant_all(struct intake *i)
{
	lookout_lock(i->lookout);
	struct wish *w = i->wishes;
	i->wishes = NULL;
	i->last_wish = &i->wishes;
	lookout_unlock(i->lookout);
	for (struct wish *next; w; w = next) {
		next = w->next;
		grant(i, w);
		drop_wish(w);
	}
}

/* ---- looking ---- */

/* How long until something is due, in ms; -1: not before something changes. */
static int64_t look(struct intake *i, bool known, bool hasty)
{
	struct candidate_way way = {i->program, i->tried, i->lookout, known, hasty};
	int64_t wait = -1;

	grant_all(i);
	for (int k = 0; k < i->n; k++)
		i->of[k].listed = false;
	sources_list(&i->sources, i->lookout, note_file, i);
	forget_gone(i);
	for (int k = 0; k < i->n && !lookout_is_over(i->lookout); k++) {
		struct reading r = {0};
		int64_t more = i->of[k].listed ? candidate_look(&i->of[k], &way, &r) : -1;
		if (r.path)
			tell(i, &r);
		if (more >= 0 && (wait < 0 || more < wait))
			wait = more;
	}
	tried_save(i->tried);
	return wait;
}

void intake_look(struct intake *i, bool known)
{
	look(i, known, true);
}

static int64_t look_by_itself(void *ctx)
{
	return look(ctx, false, false);
}

bool intake_start(struct intake *i, void (*wake)(void *ctx), void *ctx)
{
	return lookout_start(i->lookout, "intake", wake, ctx);
}

struct intake *intake_create(const char *tried, const char *program)
{
	struct intake *i = calloc(1, sizeof(*i));

	if (!i)
		return NULL;
	i->program = program;
	i->last_wish = &i->wishes;
	i->tried = tried_open(tried);
	i->lookout = lookout_create(look_by_itself, i);
	if (i->tried && i->lookout)
		return i;
	intake_destroy(i);
	return NULL;
}

void intake_destroy(struct intake *i)
{
	if (!i || !lookout_destroy(i->lookout))
		return;
	for (int k = 0; k < i->nreadings; k++)
		reading_finish(&i->readings[k]);
	free(i->readings);
	for (struct wish *w = i->wishes, *next; w; w = next) {
		next = w->next;
		drop_wish(w);
	}
	sources_finish(&i->sources);
	for (int k = 0; k < i->n; k++)
		free(i->of[k].path);
	free(i->of);
	tried_close(i->tried);
	free(i);
}
