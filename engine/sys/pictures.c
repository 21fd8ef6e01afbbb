#include "pictures.h"

#include <SDL.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cache.h"
#include "ending.h"
#include "leave.h"
#include "packmedia.h"
#include "pixels.h"

enum { SHARE = 15 /* of all bytes: a question's pictures and the next one's */, GRAIN_PX = 256 };

/* Asked for, then answered. */
struct job {
	struct job *next;
	int max_w, max_h;   /* px of the room asked for */
	int room_w, room_h; /* what it serves: any room, where the picture is no larger */
	cairo_surface_t *surface;
	const char *path;
	size_t nkey;
	char key[]; /* folder, '\0', path, '\0' */
};

struct queue {
	struct job *first, **last;
};

struct pictures {
	struct cache *cache; /* by a job's key; x, y are the room it was made for */
	size_t most_pixels;
	struct job *told; /* owns the strings of the last answer */

	SDL_Thread *thread;
	void (*wake)(void *ctx);
	void *ctx;
	SDL_mutex *lock; /* guards what is below */
	SDL_cond *more;
	struct queue asked, answered;
	const struct job *working;
	bool over, left;
};

static void add(struct queue *q, struct job *j)
{
	j->next = NULL;
	*q->last = j;
	q->last = &j->next;
}

static struct job *take(struct queue *q)
{
	struct job *j = q->first;

	if (j && !(q->first = j->next))
		q->last = &q->first;
	return j;
}

static void drop(struct job *j)
{
	if (j && j->surface)
		cairo_surface_destroy(j->surface);
	free(j);
}

struct pictures *pictures_create(size_t most_bytes)
{
	struct pictures *p = calloc(1, sizeof *p);

	if (!p)
		return NULL;
	p->asked.last = &p->asked.first;
	p->answered.last = &p->answered.first;
	p->most_pixels = most_bytes / SHARE / 4;
	p->cache = cache_create(most_bytes);
	p->lock = SDL_CreateMutex();
	p->more = SDL_CreateCond();
	if (p->cache && p->lock && p->more)
		return p;
	pictures_destroy(p);
	return NULL;
}

void pictures_destroy(struct pictures *p)
{
	if (!p)
		return;
	if (p->thread) {
		SDL_LockMutex(p->lock);
		p->over = true;
		SDL_CondSignal(p->more);
		SDL_UnlockMutex(p->lock);
		if (!leave_thread(p->thread, p->lock, p->more, &p->left))
			return;
	}
	for (struct job *j; (j = take(&p->asked)) || (j = take(&p->answered));)
		drop(j);
	drop(p->told);
	cache_destroy(p->cache);
	if (p->more)
		SDL_DestroyCond(p->more);
	if (p->lock)
		SDL_DestroyMutex(p->lock);
	free(p);
}

/* The whole file; NULL: it can't be read. */
static unsigned char *slurp(int fd, size_t *n)
{
	unsigned char *bytes = malloc(MEDIA_BYTES + 1), *less;

	*n = 0;
	for (ssize_t got; bytes && *n <= MEDIA_BYTES; *n += (size_t)got)
		if ((got = read(fd, bytes + *n, MEDIA_BYTES + 1 - *n)) <= 0)
			break;
	if (bytes && *n > 0 && *n <= MEDIA_BYTES) {
		less = realloc(bytes, *n);
		return less ? less : bytes;
	}
	free(bytes);
	return NULL;
}

static void decode(struct job *j, size_t most_pixels)
{
	int fd = media_open(j->key, j->path, MEDIA_PICTURE);
	size_t n;

	if (fd < 0)
		return;
	unsigned char *bytes = slurp(fd, &n);
	close(fd);
	bool whole = false;
	if (bytes)
		j->surface = pixels_decode(bytes, n, j->max_w, j->max_h, most_pixels, &whole);
	free(bytes);
	if (whole)
		j->room_w = j->room_h = INT_MAX;
}

static int work(void *ctx)
{
	char spare[ENDING_SPARE];
	struct pictures *p = ctx;

	ending_thread(spare);
	SDL_LockMutex(p->lock);
	while (!p->over) {
		struct job *j = take(&p->asked);
		if (!j) {
			SDL_CondWait(p->more, p->lock);
			continue;
		}
		p->working = j;
		SDL_UnlockMutex(p->lock);
		decode(j, p->most_pixels);
		SDL_LockMutex(p->lock);
		p->working = NULL;
		add(&p->answered, j);
		if (!p->over)
			p->wake(p->ctx);
	}
	p->left = true;
	SDL_CondSignal(p->more);
	SDL_UnlockMutex(p->lock);
	return 0;
}

bool pictures_start(struct pictures *p, void (*wake)(void *ctx), void *ctx)
{
	p->wake = wake;
	p->ctx = ctx;
	p->thread = SDL_CreateThread(work, "pictures", p);
	return p->thread;
}

static struct job *make_job(const char *folder, const char *path, int w, int h)
{
	size_t nfolder = strlen(folder) + 1, npath = strlen(path) + 1;
	struct job *j = calloc(1, sizeof *j + nfolder + npath);

	if (!j)
		return NULL;
	j->max_w = (w + GRAIN_PX - 1) / GRAIN_PX * GRAIN_PX; /* a window that is drawn out asks
								often */
	j->max_h = (h + GRAIN_PX - 1) / GRAIN_PX * GRAIN_PX;
	j->room_w = j->max_w;
	j->room_h = j->max_h;
	j->nkey = nfolder + npath;
	memcpy(j->key, folder, nfolder);
	j->path = memcpy(j->key + nfolder, path, npath);
	return j;
}

static bool same(const struct job *a, const struct job *b)
{
	return a->nkey == b->nkey && memcmp(a->key, b->key, a->nkey) == 0 && a->max_w == b->max_w &&
	       a->max_h == b->max_h;
}

static bool under_way(const struct pictures *p, const struct job *j)
{
	if (p->working && same(p->working, j))
		return true;
	for (const struct job *k = p->asked.first; k; k = k->next)
		if (same(k, j))
			return true;
	return false;
}

/* Whether what is kept is as large as the room asks for, or as the picture is. */
static bool serves(const struct cached *c, const struct job *j)
{
	return c && c->x >= j->max_w && c->y >= j->max_h;
}

void pictures_want(struct pictures *p, const char *folder, const char *path, int w, int h)
{
	struct job *j = make_job(folder, path, w, h);

	if (!j)
		return;
	bool kept = serves(cache_find(p->cache, j->key, j->nkey), j);
	if (!kept && !p->thread)
		decode(j, p->most_pixels);
	SDL_LockMutex(p->lock);
	if (!kept && p->thread && under_way(p, j)) {
		drop(j);
	} else if (!kept && p->thread) {
		add(&p->asked, j);
		SDL_CondSignal(p->more);
	} else {
		add(&p->answered, j);
	}
	SDL_UnlockMutex(p->lock);
}

bool pictures_answer(struct pictures *p, struct event *ev)
{
	SDL_LockMutex(p->lock);
	struct job *j = take(&p->answered);
	SDL_UnlockMutex(p->lock);
	if (!j)
		return false;
	drop(p->told);
	p->told = j;
	const struct cached *kept = cache_find(p->cache, j->key, j->nkey);
	if (j->surface && !serves(kept, j))
		kept = cache_put(p->cache, j->key, j->nkey,
				 (struct cached){j->surface, j->room_w, j->room_h});
	else if (j->surface)
		cairo_surface_destroy(j->surface);
	j->surface = NULL;
	*ev = (struct event){.kind = EVENT_PICTURE,
			     .folder = j->key,
			     .text = j->path,
			     .index = kept && kept->surface};
	if (ev->index) {
		ev->x = (float)cairo_image_surface_get_width(kept->surface);
		ev->y = (float)cairo_image_surface_get_height(kept->surface);
	}
	return true;
}

cairo_surface_t *pictures_find(struct pictures *p, const char *folder, const char *path)
{
	size_t nfolder = strlen(folder) + 1, npath = strlen(path) + 1;
	char key[2 * PATH_MAX];

	if (nfolder + npath > sizeof key)
		return NULL;
	memcpy(key, folder, nfolder);
	memcpy(key + nfolder, path, npath);
	const struct cached *c = cache_find(p->cache, key, nfolder + npath);
	return c ? c->surface : NULL;
}

size_t pictures_bytes(const struct pictures *p)
{
	return cache_bytes(p->cache);
}
