#include "similar.h"

#include <stdlib.h>

/* What was looked up and found first of an item: a list of the sets that have it among their
 * rarest. */
struct posting {
	uint32_t set, next; /* next: index + 1; 0: none */
};

struct join {
	const struct sets *s;
	double least, *weights; /* of each set */
	uint32_t *heads;        /* by item: index + 1 */
	uint32_t *met;          /* by set: the last one it was compared with, + 1 */
	struct posting *postings;
	uint32_t n;
};

static double weigh(const struct sets *s, uint32_t set)
{
	double sum = 0;

	for (uint32_t i = s->from[set]; i < s->from[set + 1]; i++)
		sum += (double)s->weights[s->items[i]];
	return sum;
}

/* The weight of what both have; of no use below `needed`, where it may end early. */
static double share(const struct sets *s, uint32_t a, uint32_t b, double left, double needed)
{
	const uint32_t *p = s->items + s->from[a], *p_end = s->items + s->from[a + 1];
	const uint32_t *r = s->items + s->from[b], *r_end = s->items + s->from[b + 1];
	double sum = 0;

	while (p < p_end && r < r_end) {
		if (*p == *r) {
			sum += (double)s->weights[*p];
			p++, r++;
		} else if (*p < *r) {
			left -= (double)s->weights[*p++]; /* of a */
			if (left < needed)
				break;
		} else {
			r++;
		}
	}
	return sum;
}

static double likeness_of(double shared, double a, double b)
{
	return a + b > shared ? shared / (a + b - shared) : 0;
}

double similar_likeness(const struct sets *s, uint32_t a, uint32_t b)
{
	double of_a = weigh(s, a);

	return likeness_of(share(s, a, b, of_a, 0), of_a, weigh(s, b));
}

static void look_up(struct join *j, uint32_t set, uint32_t item, similar_found *found, void *ctx)
{
	double mine = j->weights[set];

	for (uint32_t i = j->heads[item]; i; i = j->postings[i - 1].next) {
		uint32_t other = j->postings[i - 1].set;
		double its = j->weights[other], needed, likeness;
		if (j->met[other] == set + 1)
			continue;
		j->met[other] = set + 1;
		if (its < j->least * mine || mine < j->least * its)
			continue;
		/* Half a thousandth less, for sums of the same in another order. */
		needed = 0.9995 * j->least / (1 + j->least) * (mine + its);
		likeness = likeness_of(share(j->s, other, set, its, needed), its, mine);
		if (likeness >= j->least)
			found(ctx, other, set, likeness);
	}
}

static void add_set(struct join *j, uint32_t set, similar_found *found, void *ctx)
{
	const struct sets *s = j->s;
	double left = j->weights[set], needed = 0.9995 * j->least * left;
	uint32_t end = s->from[set];

	for (; end < s->from[set + 1] && left >= needed; end++) {
		left -= (double)s->weights[s->items[end]];
		look_up(j, set, s->items[end], found, ctx);
	}
	for (uint32_t i = s->from[set]; i < end; i++) {
		j->postings[j->n++] = (struct posting){set, j->heads[s->items[i]]};
		j->heads[s->items[i]] = j->n;
	}
}

bool similar_pairs(const struct sets *s, double least, similar_found *found, void *ctx)
{
	struct join j = {.s = s, .least = least};
	bool room;

	j.weights = malloc((s->n + 1) * sizeof *j.weights);
	j.met = calloc(s->n + 1, sizeof *j.met);
	j.heads = calloc(s->nitems + 1, sizeof *j.heads);
	j.postings = malloc((s->from[s->n] + 1) * sizeof *j.postings);
	room = j.weights && j.met && j.heads && j.postings;
	for (uint32_t i = 0; room && i < s->n; i++) {
		j.weights[i] = weigh(s, i);
		add_set(&j, i, found, ctx);
	}
	free(j.weights);
	free(j.met);
	free(j.heads);
	free(j.postings);
	return room;
}
