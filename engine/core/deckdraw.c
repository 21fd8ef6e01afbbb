/* Drawing questions from packs: those never asked by lot, then those asked longest ago. */
#include "deckdraw.h"

#include <stdlib.h>
#include <string.h>

#include "game.h"

struct drawn deck_place(const struct deal *how, uint32_t number)
{
	const struct pack *const *p = how->packs;

	while (number >= (uint32_t)(*p)->nquestions)
		number -= (uint32_t)(*p++)->nquestions;
	return (struct drawn){*p, number};
}

static const struct known *known_of(const struct deal *how, const struct pack *p,
				    const struct question *q)
{
	return how->past ? past_find(how->past, past_key(p, q)) : NULL;
}

bool deck_same_topic(const struct text *a, const struct text *b)
{
	return a == b || (a && b && a->s && b->s && strcmp(a->s, b->s) == 0);
}

/* Calls `see` with the number of each question of the pool and when it was asked last. */
static void walk(const struct pool *pool, void (*see)(void *ctx, uint32_t number, int64_t last),
		 void *ctx)
{
	const struct deal *how = pool->how;
	uint32_t number = 0;

	for (int i = 0; i < how->npacks; i++) {
		const struct pack *p = how->packs[i];

		for (int k = 0; k < p->nquestions; k++, number++) {
			const struct question *q = &p->questions[k];
			const struct known *known;

			if ((pool->pack && pool->pack != p) ||
			    (pool->topic && !deck_same_topic(pool->topic, q->topic)))
				continue;
			known = known_of(how, p, q);
			if (how->mistakes && !(known && known->owed > 0))
				continue;
			see(ctx, number, known && !how->mistakes ? known->last : 0);
		}
	}
}

struct pool pool_make(const struct deal *how, const struct pack *pack, const struct text *topic)
{
	struct pool pool = {.how = how, .pack = pack, .topic = topic};

	for (int i = 0; i < how->npacks; i++)
		pool.total += (uint32_t)how->packs[i]->nquestions;
	pool.whole = !pack && !topic && !how->mistakes && (!how->past || how->past->n == 0);
	return pool;
}

/* The ones asked longest ago, and how many were never asked. */
struct survey {
	uint32_t fresh, nold, most;
	int64_t bound; /* later ones are not wanted */
	struct old {
		int64_t last;
		uint32_t number;
	} old[2 * DECK_ITEMS];
};

static int by_age(const void *a, const void *b)
{
	const struct old *x = a, *y = b;

	return x->last != y->last ? (x->last > y->last) - (x->last < y->last)
				  : (x->number > y->number) - (x->number < y->number);
}

/* Room for twice as many as are wanted, sorted and cut when it is full: a walk stays a walk. */
static void cut(struct survey *s)
{
	qsort(s->old, s->nold, sizeof(s->old[0]), by_age);
	if (s->nold < s->most)
		return;
	s->nold = s->most;
	s->bound = s->old[s->most - 1].last;
}

static void see_survey(void *ctx, uint32_t number, int64_t last)
{
	struct survey *s = ctx;

	if (last == 0) {
		s->fresh++;
	} else if (last <= s->bound) {
		s->old[s->nold++] = (struct old){last, number};
		if (s->nold == 2 * s->most)
			cut(s);
	}
}

static struct survey look(const struct pool *pool, uint32_t most)
{
	struct survey s = {.most = most, .bound = INT64_MAX};

	if (pool->whole) {
		s.fresh = pool->total;
	} else {
		walk(pool, see_survey, &s);
		cut(&s);
	}
	return s;
}

/* ---- by lot ---- */

static bool contains(const uint32_t *numbers, uint32_t n, uint32_t number)
{
	for (uint32_t i = 0; i < n; i++)
		if (numbers[i] == number)
			return true;
	return false;
}

/*
 * Draws n different numbers below total (Floyd's way: Bentley and Floyd, "A sample of brilliance",
 * 1987), so that packs of a million questions need no table to draw from, then shuffles them.
 */
static void sample(struct rng *r, uint32_t *numbers, uint32_t n, uint32_t total)
{
	for (uint32_t i = 0; i < n; i++) {
		uint32_t last = total - n + i, number = rng_below(r, last + 1);

		numbers[i] = contains(numbers, i, number) ? last : number;
	}
	rng_shuffle(r, numbers, n, sizeof(*numbers));
}

/* One of the numbers below total that are not among the n of `used`, which is sorted. */
static uint32_t another(struct rng *r, const uint32_t *used, uint32_t n, uint32_t total)
{
	uint32_t number = rng_below(r, total - n);

	for (uint32_t i = 0; i < n && used[i] <= number; i++)
		number++;
	return number;
}

static int by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* More numbers, different from the first n and from each other. */
static void sample_more(struct rng *r, uint32_t *numbers, uint32_t n, uint32_t more, uint32_t total)
{
	uint32_t used[DECK_ITEMS];

	memcpy(used, numbers, n * sizeof(used[0]));
	for (uint32_t i = n; i < n + more; i++) {
		qsort(used, i, sizeof(used[0]), by_number);
		numbers[i] = used[i] = another(r, used, i, total);
	}
}

/* A number's place among all below total, shuffled by the seed: a Feistel network over the next
 * power of four, walked until it is below total (Black and Rogaway, "Ciphers with arbitrary finite
 * domains", 2002). */
static uint32_t permute(uint64_t seed, uint32_t number, uint32_t total)
{
	int half = 1;

	while (UINT64_C(1) << 2 * half < total)
		half++;
	do {
		uint32_t mask = (UINT32_C(1) << half) - 1, left = number >> half,
			 right = number & mask;
		for (uint64_t round = 0; round < 4; round++) {
			struct rng r;
			rng_init_nth(&r, seed, round << 32 | right);
			uint32_t mixed = left ^ ((uint32_t)rng_next(&r) & mask);
			left = right;
			right = mixed;
		}
		number = left << half | right;
	} while (number >= total);
	return number;
}

/* Each day its part of the shuffled pool, so that a question comes again when all were asked. */
static void take_day(uint64_t day, uint32_t *numbers, uint32_t n, uint32_t total)
{
	uint64_t days = total / n;

	for (uint32_t i = 0; i < n; i++)
		numbers[i] = permute(day / days, (uint32_t)(day % days) * n + i, total);
}

/* ---- from ranks to numbers ---- */

struct rank {
	uint32_t rank;
	uint32_t *number; /* where its number goes */
};

struct ranks {
	uint32_t seen, n, at;
	struct rank rank[DECK_ITEMS]; /* ascending */
};

static void see_ranks(void *ctx, uint32_t number, int64_t last)
{
	struct ranks *r = ctx;

	if (last == 0 && r->at < r->n && r->rank[r->at].rank == r->seen++)
		*r->rank[r->at++].number = number;
}

static int by_rank(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;

	return (x->rank > y->rank) - (x->rank < y->rank);
}

/* The ranks of questions that were never asked become their numbers. */
static void find_numbers(const struct pool *pool, uint32_t *numbers, uint32_t n)
{
	struct ranks r = {.n = n};

	for (uint32_t i = 0; i < n; i++)
		r.rank[i] = (struct rank){numbers[i], &numbers[i]};
	qsort(r.rank, n, sizeof(r.rank[0]), by_rank);
	walk(pool, see_ranks, &r);
}

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

struct draw pool_draw(const struct pool *pool, struct rng *r, struct rng *spare,
		      const struct wish *wish, uint32_t *numbers)
{
	const struct pack *const *packs = pool->how->packs;
	struct survey s = look(pool, wish->n + wish->spare);
	bool in_order = pool->how->npacks == 1 && packs[0]->in_order;
	uint32_t have = s.fresh + s.nold, n = least(have, wish->n), nspare, fresh, more;
	uint32_t picked[DECK_ITEMS];

	if (n > wish->each)
		n -= n % wish->each;
	nspare = least(have - n, wish->spare);
	fresh = least(s.fresh, n);
	more = least(s.fresh - fresh, nspare);
	if (pool->how->mode->daily && pool->whole)
		take_day(pool->how->seed, picked, fresh, s.fresh);
	else if (in_order)
		for (uint32_t i = 0; i < fresh; i++)
			picked[i] = i;
	else
		sample(r, picked, fresh, s.fresh);
	if (in_order)
		for (uint32_t i = fresh; i < fresh + more; i++)
			picked[i] = i;
	else
		sample_more(spare, picked, fresh, more, s.fresh);
	if (!pool->whole)
		find_numbers(pool, picked, fresh + more);

	memcpy(numbers, picked, fresh * sizeof(*numbers));
	memcpy(numbers + n, picked + fresh, more * sizeof(*numbers));
	for (uint32_t i = fresh; i < n; i++)
		numbers[i] = s.old[i - fresh].number;
	for (uint32_t i = more; i < nspare; i++)
		numbers[n + i] = s.old[n - fresh + i - more].number;
	if (in_order)
		qsort(numbers, n, sizeof(*numbers), by_number);
	else if (fresh < n)
		rng_shuffle(r, numbers, n, sizeof(*numbers));
	return (struct draw){n, nspare};
}

static void see_count(void *ctx, uint32_t number, int64_t last)
{
	(void)number, (void)last;
	++*(int *)ctx;
}

int deck_mistakes(const struct pack *const *packs, int npacks, const struct past *past)
{
	struct deal how = {.packs = packs, .npacks = npacks, .past = past, .mistakes = true};
	struct pool pool = pool_make(&how, NULL, NULL);
	int n = 0;

	if (past && past->n > 0)
		walk(&pool, see_count, &n);
	return n;
}
