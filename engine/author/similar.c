#include "similar.h"

#include <stdlib.h>

/* A set, among those that have an item among their rarest. */
struct posting {
	uint32_t set;
	float weight; /* of the set: most are left for it alone */
};

struct join {
	const struct sets *s;
	uint32_t patience;
	double least, *weights;   /* of each set */
	uint32_t *ends;           /* of each set: where its rarest items end */
	uint32_t *met;            /* by set: the last one it was compared with, + 1 */
	uint32_t *lists, *filled; /* by item: where its postings begin; and end, so far */
	struct posting *postings;
};

/* Half a thousandth is left to sums of the same in another order. */
static const double slack = 0.9995;

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
	float lightest = (float)(slack * j->least * mine),
	      heaviest = (float)(mine / j->least / slack);

	uint32_t n = j->filled[item] - j->lists[item];

	if (n > j->patience)
		n = j->patience;
	for (const struct posting *p = j->postings + j->filled[item]; n > 0; n--) {
		struct posting other = *--p;
		double its, needed, likeness;
		if (other.weight < lightest || other.weight > heaviest ||
		    j->met[other.set] == set + 1)
			continue;
		j->met[other.set] = set + 1;
		its = j->weights[other.set];
		needed = slack * j->least / (1 + j->least) * (mine + its);
		likeness = likeness_of(share(j->s, other.set, set, its, needed), its, mine);
		if (likeness >= j->least)
			found(ctx, other.set, set, likeness);
	}
}

/* Weighs the sets, finds their rarest items, and makes room for the postings of these. */
static bool prepare(struct join *j)
{
	const struct sets *s = j->s;
	uint32_t all = 0;

	for (uint32_t set = 0; set < s->n; set++) {
		double left = j->weights[set] = weigh(s, set), needed = slack * j->least * left;
		uint32_t end = s->from[set];
		for (; end < s->from[set + 1] && left >= needed; end++) {
			left -= (double)s->weights[s->items[end]];
			j->lists[s->items[end]]++;
		}
		j->ends[set] = end;
	}
	for (uint32_t item = 0; item < s->nitems; item++) {
		uint32_t count = j->lists[item];
		j->lists[item] = j->filled[item] = all;
		all += count;
	}
	j->postings = malloc((all + 1) * sizeof *j->postings);
	return j->postings != NULL;
}

static void join(struct join *j, similar_found *found, void *ctx)
{
	const struct sets *s = j->s;

	for (uint32_t set = 0; set < s->n; set++)
		for (uint32_t i = s->from[set]; i < j->ends[set]; i++) {
			uint32_t item = s->items[i];
			look_up(j, set, item, found, ctx);
			j->postings[j->filled[item]++] =
				(struct posting){set, (float)j->weights[set]};
		}
}

bool similar_pairs(const struct sets *s, double least, uint32_t patience, similar_found *found,
		   void *ctx)
{
	struct join j = {.s = s, .patience = patience, .least = least};
	bool room;

	j.weights = malloc((s->n + 1) * sizeof *j.weights);
	j.ends = malloc((s->n + 1) * sizeof *j.ends);
	j.met = calloc(s->n + 1, sizeof *j.met);
	j.lists = calloc(s->nitems + 1, sizeof *j.lists);
	j.filled = malloc((s->nitems + 1) * sizeof *j.filled);
	room = j.weights && j.ends && j.met && j.lists && j.filled && prepare(&j);
	if (room)
		join(&j, found, ctx);
	free(j.weights);
	free(j.ends);
	free(j.met);
	free(j.lists);
	free(j.filled);
	free(j.postings);
	return room;
}
