#include "chance.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

static int count(const struct trials *t, int groups)
{
	int n = 0;

	for (int g = 0; g < groups; g++)
		n += t[g].n;
	return n;
}

double chance_expected(const struct trials *t, int groups)
{
	double sum = 0;

	for (int g = 0; g < groups; g++)
		sum += t[g].n * t[g].chance;
	return sum;
}

/* p[k] becomes the chance that k trials succeed. */
static void distribute(const struct trials *t, int groups, double *p, int most)
{
	int done = 0;

	memset(p, 0, ((size_t)most + 1) * sizeof *p);
	p[0] = 1;
	for (int g = 0; g < groups; g++)
		for (int i = 0; i < t[g].n; i++) {
			done++;
			for (int k = done < most ? done : most; k > 0; k--)
				p[k] += t[g].chance * (p[k - 1] - p[k]);
			p[0] *= 1 - t[g].chance;
		}
}

/* From `from` to `to` successes. */
static double exactly(const struct trials *t, int groups, int from, int to)
{
	double p[CHANCE_EXACT + 1], sum = 0;

	distribute(t, groups, p, to);
	for (int k = from; k <= to; k++)
		sum += p[k];
	return sum;
}

/* How far `successes` lies from what is expected, in standard deviations. */
static double deviation(const struct trials *t, int groups, double successes)
{
	double variance = 0;

	for (int g = 0; g < groups; g++)
		variance += t[g].n * t[g].chance * (1 - t[g].chance);
	return (successes - chance_expected(t, groups)) / sqrt(variance);
}

double chance_at_least(const struct trials *t, int groups, int successes)
{
	int n = count(t, groups);

	if (successes <= 0)
		return 1;
	if (successes > n)
		return 0;
	return n <= CHANCE_EXACT ? exactly(t, groups, successes, n)
				 : erfc(deviation(t, groups, successes - 0.5) / sqrt(2)) / 2;
}

double chance_at_most(const struct trials *t, int groups, int successes)
{
	int n = count(t, groups);

	if (successes < 0)
		return 0;
	if (successes >= n)
		return 1;
	return n <= CHANCE_EXACT ? exactly(t, groups, 0, successes)
				 : erfc(-deviation(t, groups, successes + 0.5) / sqrt(2)) / 2;
}

double chance_chi_square(double x, int freedom)
{
	bool odd = freedom % 2 != 0;
	double sum, term;

	if (x <= 0)
		return 1;
	sum = odd ? erfc(sqrt(x / 2)) : exp(-x / 2);
	term = odd ? sqrt(2 * x / pi) * exp(-x / 2) : sum * x / 2;
	for (int f = odd ? 3 : 4; f <= freedom; f += 2) {
		sum += term;
		term *= x / f;
	}
	return sum;
}
