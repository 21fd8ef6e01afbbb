/*
 * Questions that are asked twice, over all packs of a run: the same but for case, punctuation and
 * blanks (621), or nearly so (622). The later one is spoken of; the earlier is its second place.
 *
 * Nearly the same are two whose words, asked and right together, are alike by similar.h, and whose
 * right answers agree. They are not where numbers, signs, pictures or sounds differ, where one
 * denies what the other does not, or where each names what the other does not.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gist.h"
#include "similar.h"

/* Earlier questions that one is compared with: of those with all the same words, and of those that
 * a rare word leads to. */
enum { PATIENCE = 32, NEAR_PATIENCE = 200 };

/* Of all words of both; then without what one right answer tells beyond the other. */
static const double alike_at_all = 0.65, alike = 0.75, alike_statements = 0.85;

enum twice { TWICE_NOT, TWICE_SAME, TWICE_OTHER_ANSWER };

/* ---- the same ---- */

static bool same_path(const struct gist *a, const struct gist *b, const char *of_a,
		      const char *of_b)
{
	return !of_a || !of_b ? of_a == of_b : a->entry == b->entry && strcmp(of_a, of_b) == 0;
}

static bool same_media(const struct gist *a, const struct gist *b)
{
	return same_path(a, b, a->q->image, b->q->image) &&
	       same_path(a, b, a->q->audio, b->q->audio);
}

static uint64_t choice_text(const struct choice *c)
{
	struct word of_choice[CHOICE_WORDS];
	uint32_t signs;
	struct words w = {.w = of_choice};

	if (!c->text.s)
		return 0;
	w.n = words_split(c->text.s, of_choice, CHOICE_WORDS);
	return gist_text(c->text.s, &w, &signs);
}

static bool same_choice(const struct choice *a, const struct choice *b)
{
	return a->id == b->id || (choice_text(a) != 0 && choice_text(a) == choice_text(b));
}

/* A choice of both; right in one and, as told, right or wrong in the other. */
static bool share_choice(const struct question *a, const struct question *b, bool right,
			 const struct choice **of_b)
{
	for (int i = 0; i < a->nchoices; i++)
		for (int k = 0; a->choices[i].right && k < b->nchoices; k++)
			if (b->choices[k].right == right &&
			    same_choice(&a->choices[i], &b->choices[k])) {
				*of_b = &b->choices[k];
				return true;
			}
	return false;
}

static enum twice compare(const struct gist *a, const struct gist *b)
{
	const struct choice *c;

	if (a->q->statement != b->q->statement || !same_media(a, b))
		return TWICE_NOT;
	if (share_choice(a->q, b->q, true, &c))
		return TWICE_SAME;
	return share_choice(a->q, b->q, false, &c) || share_choice(b->q, a->q, false, &c)
		       ? TWICE_OTHER_ANSWER
		       : TWICE_NOT;
}

static const char *right_answer(const struct question *q)
{
	const struct choice *c = q->choices;

	while (!c->right)
		c++;
	return c->text.s ? c->text.s : c->image;
}

static bool wanted(const struct gist *a, const struct gist *b, const char *code)
{
	return lint_wants(a->entry, a->q, code) && lint_wants(b->entry, b->q, code);
}

static void say_twice(const struct gist *first, const struct gist *second, enum twice twice)
{
	struct entry *e = second->entry;
	struct finding *f;

	if (!wanted(first, second, "W621"))
		return;
	if (twice == TWICE_SAME) {
		f = lint_say(e, second->q, "W621", 0, "this question is asked twice");
		f->help = "delete one of them";
	} else {
		const char *here = right_answer(second->q), *there = right_answer(first->q);
		f = lint_say(e, second->q, "W621", 0,
			     "this question is asked twice, with another right answer: '%s' here, "
			     "'%s' there",
			     diag_quote(here, strlen(here)).s, diag_quote(there, strlen(there)).s);
		f->help = "find out which of them is right, and delete the other";
	}
	lint_second(e, f, first->entry, first->q->at, "first asked here");
}

/* Marks those that are asked twice. False: memory is short. */
static bool find_same(const struct gists *g, bool *twice)
{
	uint32_t mask = 15, *slots, *before; /* index + 1; of the latest with the same words */

	while (mask / 2 < g->n)
		mask = 2 * mask + 1;
	slots = calloc(mask + 1, sizeof *slots);
	before = calloc(g->n + 1, sizeof *before);
	for (uint32_t i = 0; slots && before && i < g->n; i++) {
		const struct gist *it = &g->all[i];
		uint32_t slot = (uint32_t)(it->asked ^ it->asked >> 32) & mask, left = PATIENCE;
		if (!it->asked)
			continue;
		while (slots[slot] && g->all[slots[slot] - 1].asked != it->asked)
			slot = (slot + 1) & mask;
		before[i] = slots[slot];
		slots[slot] = i + 1;
		for (uint32_t k = before[i]; k && !twice[i] && left > 0;
		     k = before[k - 1], left--) {
			enum twice how = twice[k - 1] ? TWICE_NOT : compare(&g->all[k - 1], it);
			if (how == TWICE_NOT)
				continue;
			twice[i] = true;
			say_twice(&g->all[k - 1], it, how);
		}
	}
	free(slots);
	free(before);
	return slots && before;
}

/* ---- nearly the same ---- */

struct near {
	const struct gists *g;
	uint32_t *first; /* of each question, the earlier one that is most like it, + 1 */
	double *likeness;
};

static bool has_word(const uint32_t *w, int n, uint32_t word)
{
	for (int i = 0; i < n; i++)
		if (gist_number(w[i]) == gist_number(word))
			return true;
	return false;
}

/* What a asks and b does not. */
struct beyond {
	double weight;
	bool kind, name; /* a number or a denial; a name */
};

static struct beyond ask_beyond(const struct gists *g, const struct gist *a, const struct gist *b)
{
	const uint32_t *w = gist_ask(g, a);
	struct beyond is = {0, false, false};

	for (int i = 0; i < a->nask; i++) {
		if (has_word(gist_ask(g, b), b->nask, w[i]) || has_word(w, i, w[i]))
			continue;
		is.weight += gist_weight(g, w[i]);
		is.kind |= g->known[gist_number(w[i])].kind != 0;
		is.name |= (w[i] & GIST_NAME) != 0;
	}
	return is;
}

/* Of all words of the first n that the others have, or do not have. */
static double weigh(const struct gists *g, const uint32_t *w, int n, const uint32_t *others,
		    int nothers, bool in_both)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		if (has_word(others, nothers, w[i]) == in_both && !has_word(w, i, w[i]))
			sum += gist_weight(g, w[i]);
	return sum;
}

/* How much alike two are whose right answers agree; 0: they mean something else. */
static double likeness_of(const struct gists *g, const struct gist *a, const struct gist *b)
{
	struct beyond of_a = ask_beyond(g, a, b), of_b = ask_beyond(g, b, a);
	double both;

	if (of_a.kind || of_b.kind || (of_a.name && of_b.name))
		return 0;
	both = weigh(g, gist_ask(g, a), a->nask, gist_ask(g, b), b->nask, true) +
	       weigh(g, gist_right(g, a), a->nright, gist_right(g, b), b->nright, true);
	return both / (both + of_a.weight + of_b.weight);
}

static bool agree(const struct gists *g, const struct gist *a, const struct gist *b)
{
	const struct choice *c;

	return a->q->statement == b->q->statement && a->signs == b->signs && same_media(a, b) &&
	       (gist_holds_right(g, a, b) || gist_holds_right(g, b, a) ||
		share_choice(a->q, b->q, true, &c));
}

static void note(void *ctx, uint32_t first, uint32_t second, double likeness)
{
	struct near *n = ctx;
	const struct gists *g = n->g;
	const struct gist *a = &g->all[first], *b = &g->all[second];

	if (!agree(g, a, b))
		return;
	likeness = likeness_of(g, a, b);
	if (likeness < (b->q->statement ? alike_statements : alike) ||
	    (n->first[second] &&
	     (likeness < n->likeness[second] ||
	      (likeness <= n->likeness[second] && first + 1 > n->first[second]))))
		return;
	n->first[second] = first + 1;
	n->likeness[second] = likeness;
}

/* The words numbered anew, the rarest first. NULL: memory is short. */
static uint32_t *rank_words(const struct gists *g, float *weights)
{
	uint32_t *counts = calloc(g->n + 2, sizeof *counts);
	uint32_t *ranks = malloc((g->nknown + 1) * sizeof *ranks);

	for (uint32_t i = 0; counts && ranks && i < g->nknown; i++)
		counts[g->known[i].seen + 1]++;
	for (uint32_t i = 0; counts && ranks && i <= g->n; i++)
		counts[i + 1] += counts[i];
	for (uint32_t i = 0; counts && ranks && i < g->nknown; i++) {
		ranks[i] = counts[g->known[i].seen]++;
		weights[ranks[i]] =
			g->known[i].seen ? (float)log1p((double)g->n / g->known[i].seen) : 0;
	}
	free(counts);
	if (counts)
		return ranks;
	free(ranks);
	return NULL;
}

/* Adds an item where it is not there yet, rising. */
static uint32_t insert(uint32_t *items, uint32_t n, uint32_t item)
{
	uint32_t i = n;

	while (i > 0 && items[i - 1] > item)
		i--;
	if (i > 0 && items[i - 1] == item)
		return n;
	memmove(items + i + 1, items + i, (n - i) * sizeof *items);
	items[i] = item;
	return n + 1;
}

static void fill_sets(const struct gists *g, const bool *twice, const uint32_t *ranks,
		      uint32_t *from, uint32_t *items)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < g->n; i++) {
		const struct gist *it = &g->all[i];
		const uint32_t *ask = gist_ask(g, it), *right = gist_right(g, it);
		uint32_t count = 0;
		from[i] = n;
		for (int k = 0; !twice[i] && k < it->nask; k++)
			count = insert(items + n, count, ranks[gist_number(ask[k])]);
		for (int k = 0; !twice[i] && k < it->nright; k++)
			count = insert(items + n, count, ranks[gist_number(right[k])]);
		n += count;
	}
	from[g->n] = n;
}

static void say_near(const struct gists *g, const struct near *near)
{
	for (uint32_t i = 0; i < g->n; i++) {
		const struct gist *second = &g->all[i], *first;
		struct finding *f;
		if (!near->first[i])
			continue;
		first = &g->all[near->first[i] - 1];
		if (!wanted(first, second, "N622"))
			continue;
		f = lint_say(second->entry, second->q, "N622", 0,
			     "this question is nearly the same as another one");
		f->help = "keep the better one, or ask for something else";
		lint_second(second->entry, f, first->entry, first->q->at, "first asked here");
	}
}

/* False: memory is short. */
static bool find_near(const struct gists *g, const bool *twice)
{
	float *weights = malloc((g->nknown + 1) * sizeof *weights);
	uint32_t *ranks = weights ? rank_words(g, weights) : NULL;
	uint32_t *from = malloc((g->n + 1) * sizeof *from);
	uint32_t *items = malloc((g->nwords + 1) * sizeof *items);
	struct near near = {.g = g,
			    .first = calloc(g->n + 1, sizeof *near.first),
			    .likeness = malloc((g->n + 1) * sizeof *near.likeness)};
	bool done = ranks && from && items && near.first && near.likeness;

	if (done) {
		struct sets sets = {g->n, from, items, weights, g->nknown};
		fill_sets(g, twice, ranks, from, items);
		done = similar_pairs(&sets, alike_at_all, NEAR_PATIENCE, note, &near);
		say_near(g, &near);
	}
	free(weights);
	free(ranks);
	free(from);
	free(items);
	free(near.first);
	free(near.likeness);
	return done;
}

bool lint_same(struct library *l, const struct gists *g)
{
	bool *twice = calloc(g->n + 1, sizeof *twice);
	bool done = twice && find_same(g, twice) && find_near(g, twice);

	(void)l;
	free(twice);
	return done;
}
