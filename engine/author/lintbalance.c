/*
 * Rules about a pack as a whole: whether its right answers can be guessed without knowing anything.
 *
 * A test tells how likely chance alone is to have made what was counted; the rule speaks where that
 * is less than once in a thousand packs (a hundred, for a note), and where the right answers are
 * there half as often again as chance would have them, so that a large pack isn't blamed for a
 * trifle. Questions with one right answer are counted.
 *
 * - Place (only where the order is kept): Pearson's chi-square over the places, over the questions
 *   of the most frequent number of choices, at least five for each place (Cochran 1954); of fewer,
 *   the binomial for the favourite place, times the places it could have been.
 * - Longest: each question whose longest choice stands alone is a trial that chance wins once in as
 *   many as it has choices: Poisson-binomial.
 * - True and false: binomial, on both sides.
 * - Numbers: writers put the right one between the others (Attali and Bar-Hillel, "Guess Where",
 *   Journal of Educational Measurement 40, 2003): Poisson-binomial, on both sides.
 */
#include <string.h>

#include "chance.h"
#include "lintrules.h"

enum { LEAST_TRIALS = 10, LEAST_EACH = 5 };

static const double surely = 0.001, likely = 0.01;

/* What is counted in a pack, the trials by how many choices they have. */
struct tally {
	int places[PACK_CHOICES + 1][PACK_CHOICES]; /* of the right answer, where order is kept */
	struct trials longest[PACK_CHOICES + 1], extreme[PACK_CHOICES + 1], truth;
	int nlongest, nextreme, ntrue; /* those that were won */
	int without_topic;
	const struct question *first_without;
	bool topics; /* at least two */
};

static int find_right(const struct question *q)
{
	int i = 0;

	while (!q->choices[i].right)
		i++;
	return i;
}

static bool all_have_words(const struct question *q)
{
	for (int i = 0; i < q->nchoices; i++)
		if (!q->choices[i].text.s)
			return false;
	return true;
}

/* The choice that is longer than all others; -1: none is. */
static int find_longest(const struct question *q)
{
	int longest = -1, most = 0;

	for (int i = 0; i < q->nchoices; i++) {
		int n = lint_characters(q->choices[i].text.s);
		if (n > most)
			most = n, longest = i;
		else if (n == most)
			longest = -1;
	}
	return longest;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The first number of a text, its sign with it, and where it ends. A point or a comma before three
 * digits, no more, parts thousands; else it begins a fraction. False: there is none. */
static bool read_number(const char *s, const char **from, const char **end, double *number)
{
	const char *p = s + strcspn(s, "0123456789");
	double unit = 0;

	if (!*p)
		return false;
	*from = p > s && p[-1] == '-' ? p - 1 : p;
	*number = 0;
	for (;; p++) {
		if (is_digit(*p)) {
			*number = unit > 0 ? *number + unit * (*p - '0') : 10 * *number + *p - '0';
			unit /= 10;
		} else if ((*p == ',' || *p == '.') && is_digit(p[1])) {
			bool thousand = is_digit(p[2]) && is_digit(p[3]) && !is_digit(p[4]);
			if (!thousand)
				unit = 0.1;
		} else {
			break;
		}
	}
	*end = p;
	if (**from == '-')
		*number = -*number;
	return true;
}

/* Whether the right one of choices that differ by one number alone is the smallest or largest;
 * -1: they are no such choices. */
static int is_extreme(const struct question *q, int right)
{
	const char *from, *end, *first = q->choices[0].text.s, *first_from, *first_end;
	double number, of_right = 0;
	int smaller = 0, larger = 0;

	if (q->nchoices < 3 || !read_number(first, &first_from, &first_end, &number) ||
	    !read_number(q->choices[right].text.s, &from, &end, &of_right))
		return -1;
	for (int i = 0; i < q->nchoices; i++) {
		const char *s = q->choices[i].text.s;
		if (!read_number(s, &from, &end, &number) || from - s != first_from - first ||
		    memcmp(s, first, (size_t)(from - s)) != 0 || strcmp(end, first_end) != 0 ||
		    (i != right && number == of_right))
			return -1;
		smaller += number < of_right;
		larger += number > of_right;
	}
	return smaller == 0 || larger == 0;
}

static void add_trial(struct trials *t, double chance)
{
	t->n++;
	t->chance = chance;
}

static void count_choices(struct tally *t, const struct question *q)
{
	int right = find_right(q), longest, extreme;

	if (q->shuffle == SHUFFLE_NO && q->nchoices <= q->show)
		t->places[q->nchoices][right]++;
	if (!all_have_words(q))
		return;
	longest = find_longest(q);
	if (longest >= 0) {
		add_trial(&t->longest[q->nchoices], 1.0 / q->nchoices);
		t->nlongest += longest == right;
	}
	extreme = is_extreme(q, right);
	if (extreme >= 0) {
		add_trial(&t->extreme[q->nchoices], 2.0 / q->nchoices);
		t->nextreme += extreme;
	}
}

static void count_question(struct tally *t, const struct question *q)
{
	if (!q->topic && t->without_topic++ == 0)
		t->first_without = q;
	if (q->statement) {
		add_trial(&t->truth, 0.5);
		t->ntrue += q->choices[0].right;
	} else if (q->nright == 1) {
		count_choices(t, q);
	}
}

static bool has_two_topics(const struct pack *p)
{
	const struct text *first = NULL, *topic;

	for (int i = 0; i < p->nquestions; i++) {
		topic = p->questions[i].topic;
		if (topic && first && topic != first && strcmp(topic->s, first->s) != 0)
			return true;
		if (topic)
			first = topic;
	}
	return false;
}

static int count_trials(const struct trials *t)
{
	int n = 0;

	for (int k = 0; k <= PACK_CHOICES; k++)
		n += t[k].n;
	return n;
}

static int rounded(double expected)
{
	return (int)(expected + 0.5);
}

/* How likely chance alone would favour one place so much, or another one. */
static double chance_of_places(const int *places, int choices, int n, int most)
{
	double expected = (double)n / choices, x = 0;
	struct trials trials = {n, 1.0 / choices};

	if (n < LEAST_EACH * choices)
		return choices * chance_at_least(&trials, 1, places[most]);
	for (int i = 0; i < choices; i++)
		x += (places[i] - expected) * (places[i] - expected) / expected;
	return chance_chi_square(x, choices - 1);
}

static void say_places(struct entry *e, const struct tally *t)
{
	int choices = 0, n = 0, most = 0;
	double expected;

	for (int k = 2; k <= PACK_CHOICES; k++) {
		int sum = 0;
		for (int i = 0; i < k; i++)
			sum += t->places[k][i];
		if (sum > n)
			n = sum, choices = k;
	}
	if (n < LEAST_TRIALS)
		return;
	expected = (double)n / choices;
	for (int i = 0; i < choices; i++)
		if (t->places[choices][i] > t->places[choices][most])
			most = i;
	if (t->places[choices][most] < 1.5 * expected ||
	    chance_of_places(t->places[choices], choices, n, most) >= surely)
		return;
	lint_say_pack(e, "W631",
		      "the right answer stands in place %d in %d of %d questions that keep their "
		      "order; about %d would be chance",
		      most + 1, t->places[choices][most], n, rounded(expected))
		->help = "move some right answers to other places, or delete: shuffle = no";
}

static void say_longest(struct entry *e, const struct tally *t)
{
	double expected = chance_expected(t->longest, PACK_CHOICES + 1);
	int n = count_trials(t->longest);

	if (n < LEAST_TRIALS || t->nlongest < 1.5 * expected ||
	    chance_at_least(t->longest, PACK_CHOICES + 1, t->nlongest) >= surely)
		return;
	lint_say_pack(e, "W632",
		      "the right answer is the longest in %d of %d questions; about %d would be "
		      "chance",
		      t->nlongest, n, rounded(expected))
		->help = "shorten right answers, or tell more in some wrong ones";
}

/* On both sides: too often or too seldom. */
static bool is_odd(const struct trials *t, int groups, int won, int n)
{
	double expected = chance_expected(t, groups);
	double least = chance_at_least(t, groups, won), most = chance_at_most(t, groups, won);

	return n >= LEAST_TRIALS && (won >= 1.5 * expected || n - won >= 1.5 * (n - expected)) &&
	       2 * (least < most ? least : most) < likely;
}

static void say_truth(struct entry *e, const struct tally *t)
{
	int n = t->truth.n, more = 2 * t->ntrue > n;

	if (!is_odd(&t->truth, 1, t->ntrue, n))
		return;
	lint_say_pack(e, "N633", "%d of %d statements are %s; about %d would be chance",
		      more ? t->ntrue : n - t->ntrue, n, more ? "true" : "false", rounded(n / 2.0))
		->help = "turn some of them around";
}

static void say_extremes(struct entry *e, const struct tally *t)
{
	int n = count_trials(t->extreme);

	if (!is_odd(t->extreme, PACK_CHOICES + 1, t->nextreme, n))
		return;
	lint_say_pack(e, "N634",
		      "the right number is the smallest or the largest in %d of %d questions; "
		      "about %d would be chance",
		      t->nextreme, n, rounded(chance_expected(t->extreme, PACK_CHOICES + 1)))
		->help = "choose the wrong numbers so that the right one stands anywhere among "
			 "them";
}

static void say_topics(struct entry *e, const struct tally *t)
{
	struct finding *f;

	if (t->without_topic == 0 || !has_two_topics(e->pack))
		return;
	f = lint_say_pack(e, "N635", "%d question%s no topic: a game in rounds leaves %s out",
			  t->without_topic, t->without_topic == 1 ? " has" : "s have",
			  t->without_topic == 1 ? "it" : "them");
	lint_second(e, f, e, t->first_without->at,
		    t->without_topic == 1 ? "it is asked here" : "the first of them is asked here");
	f->help = "put a line above: [topic the name of its topic]";
}

void lint_balance(struct entry *e)
{
	struct tally t = {0};

	for (int i = 0; i < e->pack->nquestions; i++)
		count_question(&t, &e->pack->questions[i]);
	say_places(e, &t);
	say_longest(e, &t);
	say_truth(e, &t);
	say_extremes(e, &t);
	say_topics(e, &t);
}
