/* What a mode asks for: how many, in which rounds, and how many spare ones. */
#include "deckdraw.h"

#include <assert.h>
#include <stdlib.h>

#include "game.h"
#include "hash.h"

enum {
	FEW_ROUNDS = 4,
	STREAM_SPARES = 1 << 22, /* streams of the seed: of spare questions ... */
	STREAM_TOPICS = 1 << 23, /* ... and of which topics are asked */
};

static int players(const struct deal *how)
{
	return how->nplayers > 1 ? how->nplayers : 1;
}

static bool by_turns(const struct deal *how)
{
	return players(how) > 1 && how->party == PARTY_TURNS;
}

/* Questions that all are asked one of. */
static int lap(const struct deal *how)
{
	return by_turns(how) ? players(how) : 1;
}

/* ---- rounds ---- */

/* A pack's or a topic's. */
struct round {
	const struct pack *pack;
	const struct text *topic;
	uint64_t lot;   /* the least are taken */
	uint32_t first; /* number */
	int questions;
};

static const struct text *name_of(const struct round *r)
{
	return r->pack ? &r->pack->title : r->topic;
}

static int by_lot(const void *a, const void *b)
{
	const struct round *x = a, *y = b;

	return (x->lot > y->lot) - (x->lot < y->lot);
}

static int by_first(const void *a, const void *b)
{
	const struct round *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

/* Keeps those DECK_ROUNDS with the least lots, in order of these. */
static void offer(struct round *rounds, int *n, struct round it)
{
	int i = *n;

	if (*n == DECK_ROUNDS && rounds[--i].lot <= it.lot)
		return;
	for (; i > 0 && rounds[i - 1].lot > it.lot; i--)
		rounds[i] = rounds[i - 1];
	rounds[i] = it;
	*n += *n < DECK_ROUNDS;
}

static uint64_t draw_lot(const struct deal *how, uint64_t of)
{
	struct rng r;

	rng_init_nth(&r, how->seed, STREAM_TOPICS ^ of);
	return rng_next(&r);
}

static struct round *find_topic(struct round *rounds, int n, const struct text *topic)
{
	for (struct round *r = rounds; r < rounds + n; r++)
		if (deck_same_topic(r->topic, topic))
			return r;
	return NULL;
}

static int find_topics(const struct deal *how, struct round *rounds)
{
	const struct pack *p = how->packs[0];
	const struct text *before = NULL;
	int n = 0;

	for (int i = 0; i < p->nquestions; i++) {
		const struct text *topic = p->questions[i].topic;
		if (topic == before || !topic || find_topic(rounds, n, topic))
			continue;
		before = topic;
		offer(rounds, &n,
		      (struct round){.topic = topic,
				     .first = (uint32_t)i,
				     .lot = draw_lot(how, hash_text(HASH_START, topic->s))});
	}
	for (int i = 0; i < p->nquestions; i++) {
		struct round *r = find_topic(rounds, n, p->questions[i].topic);
		if (r)
			r->questions++;
	}
	return n;
}

static int find_packs(const struct deal *how, struct round *rounds)
{
	int n = 0;

	for (int i = 0; i < how->npacks; i++)
		offer(rounds, &n,
		      (struct round){.pack = how->packs[i],
				     .lot = draw_lot(how, (uint64_t)i),
				     .questions = how->packs[i]->nquestions});
	return n;
}

/* Each pack, or each topic of the only one, which then keep their order; only those that have a
 * question for each player. Returns how many; below 2: nothing tells rounds apart. */
static int find_rounds(const struct deal *how, struct round *rounds)
{
	int all = how->npacks > 1 ? find_packs(how, rounds) : find_topics(how, rounds), n = 0;

	for (int i = 0; i < all; i++)
		if (rounds[i].questions >= lap(how))
			rounds[n++] = rounds[i];
	if (how->wanted == 0 && n > FEW_ROUNDS)
		n = FEW_ROUNDS;
	if (how->wanted > 0 && n > how->wanted)
		n = how->wanted;
	qsort(rounds, (size_t)n, sizeof(rounds[0]), how->npacks > 1 ? by_lot : by_first);
	return n;
}

/* ---- dealing ---- */

struct dealing {
	const struct deal *how;
	struct deck *d;
	struct rng r, spare;
	struct {
		uint32_t number;
		int round;
	} spares[DECK_ITEMS];
	int nspares;
};

static void put(struct dealing *l, int i, uint32_t number, int round)
{
	struct drawn p = deck_place(l->how, number);

	l->d->item[i].pack = p.pack;
	l->d->item[i].question = p.question;
	l->d->item[i].round = (uint8_t)round;
}

/* Draws a round's questions, and a spare one for each player; in turns as many for all, unless
 * there are too few even for one each. Returns how many. */
static int add_round(struct dealing *l, const struct round *round, int want)
{
	const struct deal *how = l->how;
	struct deck *d = l->d;
	struct pool pool = pool_make(how, round->pack, round->topic);
	bool swaps = how->mode->lifelines >> LIFELINE_SWAP & 1;
	struct wish wish = {.n = (uint32_t)want,
			    .spare = swaps ? (uint32_t)players(how) : 0,
			    .each = (uint32_t)lap(how)};
	uint32_t numbers[DECK_ITEMS];
	struct draw got;

	if (want == 0)
		return 0;
	got = pool_draw(&pool, &l->r, &l->spare, &wish, numbers);
	for (uint32_t i = 0; i < got.n; i++)
		put(l, d->n++, numbers[i], d->nrounds);
	for (uint32_t i = 0; i < got.nspare; i++) {
		l->spares[l->nspares].number = numbers[got.n + i];
		l->spares[l->nspares++].round = d->nrounds;
	}
	if (got.n > 0)
		d->rounds[d->nrounds++] = name_of(round);
	return (int)got.n;
}

/* In laps. */
static int wanted(const struct deal *how, int nrounds)
{
	int each = lap(how), n = how->wanted, most = PACK_DRAW / each;

	if (how->mistakes)
		n = PACK_DRAW;
	else if (how->mode->questions > 0)
		n = how->mode->questions;
	else if (n == 0 && nrounds > 1)
		n = nrounds * (each > 1 ? DECK_ROUND_EACH : DECK_ROUND);
	else if (n == 0 && each > 1)
		n = DECK_EACH;
	else if (n == 0)
		n = how->npacks == 1 && how->packs[0]->draw > 0 ? how->packs[0]->draw : DECK_WANTED;
	return n < most ? n : most;
}

/* What one round has not, the next ones bring. */
static void add_rounds(struct dealing *l, const struct round *rounds, int n)
{
	int each = lap(l->how), left = wanted(l->how, n);

	for (int i = 0; i < n; i++)
		left -= add_round(l, &rounds[i], (left + n - i - 1) / (n - i) * each) / each;
}

/* One round as parts of the same size, or nearly. */
static void split(struct dealing *l)
{
	struct deck *d = l->d;
	int each = lap(l->how), laps = d->n / each;
	int parts = laps / (each > 1 ? DECK_ROUND_EACH : DECK_ROUND);

	if (parts > DECK_ROUNDS)
		parts = DECK_ROUNDS;
	if (parts < 2)
		return;
	for (int i = 0; i < d->n; i++)
		d->item[i].round = (uint8_t)(i / each * parts / laps);
	d->nrounds = parts;
}

void deck_deal(struct deck *d, const struct deal *how)
{
	struct round rounds[DECK_ROUNDS], all = {0};
	struct dealing l = {.how = how, .d = d};
	bool by_rounds = how->mode->rounds && !how->mistakes;
	int questions = 0, n;

	assert(how->npacks >= 0 && how->wanted >= 0);
	*d = (struct deck){0};
	deck_name(d, how);
	for (int i = 0; i < how->npacks; i++)
		questions += how->packs[i]->nquestions;
	if (questions > 0) {
		rng_init(&l.r, how->seed);
		rng_init_nth(&l.spare, how->seed, STREAM_SPARES);
		n = by_rounds ? find_rounds(how, rounds) : 0;
		if (n > 1)
			add_rounds(&l, rounds, n);
		else
			add_round(&l, &all, wanted(how, 1) * lap(how));
		if (by_rounds && n < 2)
			split(&l);
	}
	for (; d->nspare < l.nspares; d->nspare++)
		put(&l, d->n + d->nspare, l.spares[d->nspare].number, l.spares[d->nspare].round);
	if (d->nrounds == 0)
		d->nrounds = 1;
}
