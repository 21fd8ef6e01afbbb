/*
 * How likely it is that chance alone gives what was counted: the tails of distributions, for tests
 * over a pack.
 *
 * The sum of trials that succeed with different chances is distributed as the Poisson-binomial;
 * its tail is summed exactly, trial by trial (Hong, "On computing the distribution function for the
 * Poisson binomial distribution", Computational Statistics and Data Analysis 59, 2013, section 2),
 * up to CHANCE_EXACT trials, and beyond them by the normal distribution with the correction for
 * continuity (there, formula 9). The tail of chi-square is a finite sum for whole degrees of
 * freedom (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.4 and 26.4.5).
 */
#ifndef CHANCE_H
#define CHANCE_H

enum { CHANCE_EXACT = 1000 };

/* So many trials, each of which succeeds with this chance. */
struct trials {
	int n;
	double chance;
};

double chance_expected(const struct trials *t, int groups);

/* That so many or more, so many or fewer, of them succeed. */
double chance_at_least(const struct trials *t, int groups, int successes);
double chance_at_most(const struct trials *t, int groups, int successes);

/* That chi-square with so many degrees of freedom (1 or more) is x or more. */
double chance_chi_square(double x, int freedom);

#endif
