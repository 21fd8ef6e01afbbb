#include "estimate.h"

#include <math.h>

/* The 97.5 % point of the normal distribution. */
static const double z = 1.959963984540054;

void estimate_interval(int right, int n, double *low, double *high)
{
	double p = (double)right / n, scale = 1 + z * z / n;
	double middle = (p + z * z / (2 * n)) / scale;
	double half = z / scale * sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));

	*low = fmax(0, middle - half);
	*high = fmin(1, middle + half);
}

void estimate_add(struct sums *s, bool yes, double rest)
{
	s->n++;
	s->yes += yes;
	s->rest += rest;
	s->rest2 += rest * rest;
	s->yes_rest += yes ? rest : 0;
}

double estimate_correlation(const struct sums *s, int least)
{
	double spread_yes = s->yes * (s->n - s->yes);
	double spread_rest = s->n * s->rest2 - s->rest * s->rest;

	if (s->n < least || spread_yes <= 0 || spread_rest <= 1e-12 * s->n * s->n)
		return NAN;
	return (s->n * s->yes_rest - s->yes * s->rest) / sqrt(spread_yes * spread_rest);
}

double estimate_quantile(const int64_t *sorted, int n, double at)
{
	double place = at * (n - 1);
	int below = (int)place, above = below + 1 < n ? below + 1 : below;

	return (double)sorted[below] + (place - below) * (double)(sorted[above] - sorted[below]);
}
