#include "requests.h"

#include <stdlib.h>
#include <string.h>

bool requests_init(struct requests *q)
{
	q->slots = calloc(REQUESTS, sizeof(*q->slots));
	for (int i = 0; i < REQUESTS; i++)
		q->spare[q->nspare++] = (uint8_t)(REQUESTS - 1 - i);
	return q->slots;
}

void requests_finish(struct requests *q)
{
	free(q->slots);
}

static int take_out(struct requests *q, int i)
{
	int slot = q->queue[i];

	memmove(q->queue + i, q->queue + i + 1, (size_t)(--q->n - i));
	return slot;
}

/* Where the clock stood is worth nothing once it stands elsewhere: the oldest such request makes
 * room. */
static void drop_seen(struct requests *q)
{
	for (int i = 0; i < q->n; i++) {
		const struct request *r = &q->slots[q->queue[i]];
		if (r->what != REQUEST_EFFECT || r->effect != EFFECT_SEEN)
			continue;
		q->spare[q->nspare++] = (uint8_t)take_out(q, i);
		return;
	}
}

struct request *requests_take(struct requests *q)
{
	if (q->nspare == 0)
		drop_seen(q);
	return q->nspare > 0 ? &q->slots[q->spare[--q->nspare]] : NULL;
}

void requests_put(struct requests *q, struct request *r)
{
	q->queue[q->n++] = (uint8_t)(r - q->slots);
}

struct request *requests_next(struct requests *q)
{
	return q->n > 0 ? &q->slots[take_out(q, 0)] : NULL;
}

void requests_done(struct requests *q, struct request *r)
{
	q->spare[q->nspare++] = (uint8_t)(r - q->slots);
}
