#include "deck.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "game.h"
#include "rng.h"

enum {
	WANTED = 12,
	EACH = 6,       /* in turns, of each player */
	ROUND = 4,      /* questions of a round ... */
	ROUND_EACH = 2, /* ... in turns, of each player */
	FEW_ROUNDS = 4,
	SPARES = 1 << 22, /* stream of the seed */
};

/* Questions to draw from, each known by its number, counted over all packs. */
struct pool {
	const struct deal *how;
	const struct pack *pack;  /* this one's only; NULL: all */
	const struct text *topic; /* this one's only; NULL: all */
	uint32_t total;           /* numbers */
	bool whole;               /* every number is of the pool, and none was asked before */
};

struct drawn {
	const struct pack *pack;
	uint32_t question; /* index */
};

static struct drawn find_place(const struct deal *how, uint32_t number)
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

static bool same_topic(const struct text *a, const struct text *b)
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
			    (pool->topic && !same_topic(pool->topic, q->topic)))
				continue;
			known = known_of(how, p, q);
			if (how->mistakes && !(known && known->owed > 0))
				continue;
			see(ctx, number, known && !how->mistakes ? known->last : 0);
		}
	}
}

static struct pool make_pool(const struct deal *how, const struct pack *pack,
			     const struct text *topic)
{
	struct pool pool = {.how = how, .pack = pack, .topic = topic};

	for (int i = 0; i < how->npacks; i++)
		pool.total += (uint32_t)how->packs[i]->nquestions;
	pool.whole = !pack && !topic && !how->mistakes && (!how->past || how->past->n == 0);
	return pool;
}

/* ---- drawing ---- */

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

/* The ones asked longest ago, and how many were never asked. */
struct survey {
	uint32_t fresh, nold, most;
	struct {
		int64_t last;
		uint32_t number;
	} old[DECK_ITEMS]; /* by last, then by number */
};

static void see_survey(void *ctx, uint32_t number, int64_t last)
{
	struct survey *s = ctx;
	uint32_t i;

	if (last == 0) {
		s->fresh++;
		return;
	}
	if (s->nold == s->most && (s->most == 0 || s->old[s->nold - 1].last <= last))
		return;
	i = s->nold < s->most ? s->nold++ : s->nold - 1;
	for (; i > 0 && s->old[i - 1].last > last; i--)
		s->old[i] = s->old[i - 1];
	s->old[i].last = last;
	s->old[i].number = number;
}

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

static int by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Up to `want` numbers of the pool: those never asked, then those asked longest ago; in the file's
 * order, or by lot. Returns how many. */
static uint32_t draw(const struct pool *pool, struct rng *r, uint32_t want, uint32_t *numbers)
{
	struct survey s = {.most = want};
	bool in_order = pool->how->npacks == 1 && pool->how->packs[0]->in_order;
	uint32_t n, fresh;

	if (pool->whole)
		s.fresh = pool->total;
	else
		walk(pool, see_survey, &s);
	fresh = s.fresh < want ? s.fresh : want;
	n = fresh + s.nold < want ? fresh + s.nold : want;
	if (in_order)
		for (uint32_t i = 0; i < fresh; i++)
			numbers[i] = i;
	else
		sample(r, numbers, fresh, s.fresh);
	if (!pool->whole)
		find_numbers(pool, numbers, fresh);
	for (uint32_t i = fresh; i < n; i++)
		numbers[i] = s.old[i - fresh].number;
	if (in_order)
		qsort(numbers, n, sizeof(*numbers), by_number);
	else if (fresh < n)
		rng_shuffle(r, numbers, n, sizeof(*numbers));
	return n;
}

static void add(struct deck *d, const struct deal *how, uint32_t number, int round)
{
	struct drawn p = find_place(how, number);
	int i = d->n + d->nspare;

	d->item[i].pack = p.pack;
	d->item[i].question = p.question;
	d->item[i].round = (uint8_t)round;
}

/* ---- the spare ones ---- */

static bool holds(const struct deck *d, const struct drawn *p)
{
	for (int i = 0; i < d->n + d->nspare; i++)
		if (d->item[i].pack == p->pack && d->item[i].question == p->question)
			return true;
	return false;
}

static bool belongs(const struct pool *pool, const struct drawn *p)
{
	const struct known *known;

	if (pool->pack && pool->pack != p->pack)
		return false;
	if (pool->topic && !same_topic(pool->topic, p->pack->questions[p->question].topic))
		return false;
	if (!pool->how->mistakes)
		return true;
	known = known_of(pool->how, p->pack, &p->pack->questions[p->question]);
	return known && known->owed > 0;
}

/* From a place of the lot on, the next one that is not in the deck. */
static void add_spare(struct deck *d, const struct pool *pool, struct rng *r, int round)
{
	uint32_t from = rng_below(r, pool->total);

	for (uint32_t i = 0; i < pool->total; i++) {
		uint32_t number = (from + i) % pool->total;
		struct drawn p = find_place(pool->how, number);

		if (!belongs(pool, &p) || holds(d, &p))
			continue;
		add(d, pool->how, number, round);
		d->nspare++;
		return;
	}
}

/* ---- rounds ---- */

struct round {
	struct pool pool;
	const struct text *name;
};

static int players(const struct deal *how)
{
	return how->nplayers > 1 ? how->nplayers : 1;
}

static bool by_turns(const struct deal *how)
{
	return players(how) > 1 && how->party == PARTY_TURNS;
}

/* Each pack, or each topic of the only one; at most DECK_ROUNDS. */
static int find_rounds(const struct deal *how, struct round *rounds)
{
	const struct pack *p = how->packs[0];
	int n = 0;

	for (int i = 0; how->npacks > 1 && i < how->npacks && n < DECK_ROUNDS; i++)
		rounds[n++] =
			(struct round){make_pool(how, how->packs[i], NULL), &how->packs[i]->title};
	for (int i = 0; how->npacks == 1 && i < p->nquestions && n < DECK_ROUNDS; i++) {
		const struct text *topic = p->questions[i].topic;
		int k = 0;

		while (k < n && !same_topic(rounds[k].name, topic))
			k++;
		if (topic && k == n)
			rounds[n++] = (struct round){make_pool(how, NULL, topic), topic};
	}
	return n;
}

/* Draws a round's questions; in turns as many for all players, unless there are too few even for
 * one each. */
static void add_round(struct deck *d, const struct round *round, struct rng *r, uint32_t want)
{
	const struct deal *how = round->pool.how;
	uint32_t numbers[PACK_DRAW], room = (uint32_t)(PACK_DRAW - d->n);
	uint32_t each = by_turns(how) ? (uint32_t)players(how) : 1, n;

	n = draw(&round->pool, r, want < room ? want : room, numbers);
	if (n > each)
		n -= n % each;
	for (uint32_t i = 0; i < n; i++) {
		add(d, how, numbers[i], d->nrounds);
		d->n++;
	}
	if (n > 0)
		d->rounds[d->nrounds++] = round->name;
}

static int wanted(const struct deal *how, int nrounds)
{
	int each = by_turns(how) ? players(how) : 1, n = how->wanted;

	if (how->mode->questions > 0)
		n = how->mode->questions;
	else if (how->mistakes)
		n = PACK_DRAW;
	else if (n == 0 && nrounds > 1)
		n = nrounds * (each > 1 ? ROUND_EACH : ROUND);
	else if (n == 0 && each > 1)
		n = EACH;
	else if (n == 0)
		n = how->npacks == 1 && how->packs[0]->draw > 0 ? how->packs[0]->draw : WANTED;
	n *= each;
	return n < PACK_DRAW ? n : PACK_DRAW;
}

static void deal_rounds(struct deck *d, const struct deal *how, struct rng *r)
{
	struct round rounds[DECK_ROUNDS];
	int n = find_rounds(how, rounds), each = by_turns(how) ? players(how) : 1, total;

	if (how->npacks > 1)
		rng_shuffle(r, rounds, (uint32_t)n, sizeof(rounds[0]));
	if (how->wanted == 0 && n > FEW_ROUNDS)
		n = FEW_ROUNDS;
	if (how->wanted > 0 && n > how->wanted)
		n = how->wanted;
	if (n < 2) { /* nothing tells them apart: parts of one pool */
		struct round all = {make_pool(how, NULL, NULL), NULL};
		uint32_t numbers[PACK_DRAW];
		int count = (int)draw(&all.pool, r, (uint32_t)wanted(how, 1), numbers);
		int part = (each > 1 ? ROUND_EACH : ROUND) * each;

		if (count > each)
			count -= count % each;
		for (int i = 0; i < count; i++) {
			int round = i / part < DECK_ROUNDS ? i / part : DECK_ROUNDS - 1;

			add(d, how, numbers[i], round);
			d->n++;
			d->nrounds = round + 1;
		}
		return;
	}
	total = wanted(how, n);
	for (int i = 0; i < n; i++) {
		int want = total / n / each * each;

		add_round(d, &rounds[i], r, (uint32_t)(want > each ? want : each));
	}
}

void deck_deal(struct deck *d, const struct deal *how)
{
	struct round all = {make_pool(how, NULL, NULL), NULL};
	struct rng r;

	assert(how->npacks >= 0 && how->wanted >= 0);
	*d = (struct deck){0};
	if (all.pool.total == 0)
		return;
	rng_init(&r, how->seed);
	if (how->mode->rounds && !how->mistakes)
		deal_rounds(d, how, &r);
	else
		add_round(d, &all, &r, (uint32_t)wanted(how, 1));
	rng_init_nth(&r, how->seed, SPARES);
	for (int round = 0; round < d->nrounds && how->mode->lifelines >> LIFELINE_SWAP & 1;
	     round++) {
		struct pool pool = all.pool;
		const struct text *name = d->rounds[round];

		if (name && how->npacks == 1)
			pool.topic = name;
		for (int i = 0; name && how->npacks > 1 && i < how->npacks; i++)
			if (&how->packs[i]->title == name)
				pool.pack = how->packs[i];
		for (int i = 0; i < players(how) && d->n + d->nspare < DECK_ITEMS; i++)
			add_spare(d, &pool, &r, round);
	}
	if (d->nrounds == 0)
		d->nrounds = 1;
}

static void see_count(void *ctx, uint32_t number, int64_t last)
{
	(void)number, (void)last;
	++*(int *)ctx;
}

int deck_mistakes(const struct pack *const *packs, int npacks, const struct past *past)
{
	struct deal how = {.packs = packs, .npacks = npacks, .past = past, .mistakes = true};
	struct pool pool = make_pool(&how, NULL, NULL);
	int n = 0;

	if (past && past->n > 0)
		walk(&pool, see_count, &n);
	return n;
}
