/*
 * Which of many sets are alike: all pairs whose weighted Jaccard likeness, the weight of what both
 * have over the weight of what either has, is at least so much. A word's weight is how rare it is,
 * ln(1 + sets / sets that have it).
 *
 * Two sets that are alike share one of the rarest items of each: those that come, from the rarest
 * on, before what is left weighs less than `least` of the whole. Only those are looked up (prefix
 * filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data
 * Cleaning", ICDE 2006; Bayardo, Ma and Srikant, "Scaling Up All Pairs Similarity Search", WWW
 * 2007), so that nearly all pairs are never met, and none that is alike is missed.
 */
#ifndef SIMILAR_H
#define SIMILAR_H

#include <stdbool.h>
#include <stdint.h>

struct sets {
	uint32_t n;
	const uint32_t *from; /* n + 1 of them: where each set's items begin, and where all end */
	const uint32_t
		*items;       /* of each set rising, each once: the rarest have the least numbers */
	const float *weights; /* by item */
	uint32_t nitems;
};

typedef void similar_found(void *ctx, uint32_t first, uint32_t second, double likeness);

/*
 * Calls `found` for each such pair, first < second; `second` rises. `least` is above 0. Where very
 * many sets have the same few items, a set is compared with the latest `patience` of those that an
 * item leads to: then, and only then, pairs may be missed. False: memory is short.
 */
bool similar_pairs(const struct sets *s, double least, uint32_t patience, similar_found *found,
		   void *ctx);

double similar_likeness(const struct sets *s, uint32_t a, uint32_t b);

#endif
