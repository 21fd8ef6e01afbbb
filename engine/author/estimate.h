/*
 * The formulas of item analysis, free of what they are about.
 *
 *   interval     Wilson's, at 95 % (E. B. Wilson, "Probable inference, the law of succession, and
 *                statistical inference", JASA 22, 1927)
 *   correlation  of yes or no with a score, point-biserial (S. Henrysson, "Correction of item-total
 *                correlations in item analysis", Psychometrika 28, 1963)
 *   quantile     by linear interpolation (R. J. Hyndman, Y. Fan, "Sample quantiles in statistical
 *                packages", The American Statistician 50, 1996, type 7)
 */
#ifndef ESTIMATE_H
#define ESTIMATE_H

#include <stdbool.h>
#include <stdint.h>

/* Both ends, for `right` out of n, n above 0. */
void estimate_interval(int right, int n, double *low, double *high);

/* Sums for a correlation of yes (1) or no (0) with a rest score; they begin as 0. */
struct sums {
	double n, yes, rest, rest2, yes_rest;
};

void estimate_add(struct sums *s, bool yes, double rest);

/* NaN: fewer than `least` were added, or all of them are the same. */
double estimate_correlation(const struct sums *s, int least);

/* at: 0 to 1; n above 0. */
double estimate_quantile(const int64_t *sorted, int n, double at);

#endif
