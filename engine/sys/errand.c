#include "errand.h"

#include <SDL.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "ending.h"

enum { WORDS = 256 };

struct errand {
	char folder[PATH_MAX], why[WORDS];
	struct tables tables;
	SDL_mutex *lock; /* over all that follows */
	SDL_cond *news;
	void (*done)(void *ctx);
	void *ctx;
	bool over, dropped;
};

static void destroy(struct errand *e)
{
	tables_finish(&e->tables);
	SDL_DestroyCond(e->news);
	SDL_DestroyMutex(e->lock);
	free(e);
}

static int carry(void *errand)
{
	char spare[ENDING_SPARE];
	struct errand *e = errand;

	ending_thread(spare);
	tables_write(&e->tables, e->folder, e->why, WORDS);
	SDL_LockMutex(e->lock);
	bool dropped = e->dropped;
	e->over = true;
	if (!dropped)
		e->done(e->ctx);
	SDL_CondSignal(e->news);
	SDL_UnlockMutex(e->lock);
	if (dropped)
		destroy(e);
	return 0;
}

struct errand *errand_begin(const char *folder, struct tables *t, void (*done)(void *ctx),
			    void *ctx)
{
	struct errand *e = calloc(1, sizeof(*e));
	SDL_Thread *thread;

	if (!e)
		return NULL;
	snprintf(e->folder, sizeof(e->folder), "%s", folder);
	e->done = done;
	e->ctx = ctx;
	e->lock = SDL_CreateMutex();
	e->news = SDL_CreateCond();
	if (!e->lock || !e->news) {
		destroy(e);
		return NULL;
	}
	e->tables = *t;
	*t = (struct tables){0};
	if ((thread = SDL_CreateThread(carry, "report", e)))
		SDL_DetachThread(thread);
	else
		carry(e);
	return e;
}

bool errand_over(struct errand *e, char *why, size_t room)
{
	SDL_LockMutex(e->lock);
	bool over = e->over;
	SDL_UnlockMutex(e->lock);
	if (over)
		snprintf(why, room, "%s", e->why);
	return over;
}

void errand_drop(struct errand *e, unsigned wait_ms)
{
	Uint64 until = SDL_GetTicks64() + wait_ms, now;

	if (!e)
		return;
	SDL_LockMutex(e->lock);
	while (!e->over && (now = SDL_GetTicks64()) < until)
		SDL_CondWaitTimeout(e->news, e->lock, (Uint32)(until - now));
	e->dropped = true;
	bool over = e->over;
	SDL_UnlockMutex(e->lock);
	if (over)
		destroy(e);
}
