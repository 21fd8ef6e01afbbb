/* Rules about choices that are numbers. */
#include <math.h>
#include <string.h>

#include "lintrules.h"

enum { MOST_WORDS = 6, MOST_UNITS = 3, YEAR_FROM = 1000, YEAR_TO = 2100 };

static const char digits[] = "0123456789";

/* What numbers a choice takes in. */
struct range {
	double low, high; /* the same: that number alone */
	uint32_t unit;    /* the hash of its last word; 0: it ends in a number */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number at s: "1,500", "1.500" and "1500" are the same, "1.5" is another. Returns its end. */
static const char *read_number(const char *s, double *value)
{
	double unit = 0;

	*value = 0;
	for (; is_digit(*s) || ((*s == '.' || *s == ',') && is_digit(s[1])); s++) {
		if (!is_digit(*s)) {
			bool group = strspn(s + 1, digits) == 3;
			if (unit > 0)
				break;
			unit = group ? 0 : 1;
		} else if (unit > 0) {
			unit /= 10;
			*value += unit * (*s - '0');
		} else {
			*value = *value * 10 + (*s - '0');
		}
	}
	return s;
}

static bool is_dash(const char *s, const char *end)
{
	while (s < end && *s == ' ')
		s++;
	while (end > s && end[-1] == ' ')
		end--;
	return (end - s == 1 && *s == '-') || (end - s == 3 && strncmp(s, "–", 3) == 0);
}

static bool is_year(double n)
{
	return n >= YEAR_FROM && n <= YEAR_TO && n == floor(n);
}

static uint16_t kinds_of(const struct words *c)
{
	uint16_t kinds = 0;

	for (int i = 0; i < c->n; i++)
		kinds |= c->w[i].kinds;
	return kinds;
}

/* "au moins", "al menos", "pelo menos": at least, with the word for less. */
static bool is_turned_round(const struct subject *s, const struct words *c)
{
	const char *language = s->lexicon->language;

	return strcmp(language, "it") != 0 &&
	       (strncasecmp(c->s, "au ", 3) == 0 || strncasecmp(c->s, "al ", 3) == 0 ||
		strncasecmp(c->s, "pelo ", 5) == 0);
}

/* False: it is no number, or one that means something else, such as a score, a time of day or a
 * span of years. */
static bool read_range(const struct subject *s, const struct words *c, struct range *r)
{
	const char *first = c->s + strcspn(c->s, digits), *then, *second;
	uint16_t kinds = kinds_of(c);
	bool over = kinds & WORD_OVER || *c->s == '>', under = kinds & WORD_UNDER || *c->s == '<';
	const struct word *last = &c->w[c->n - 1];

	if (!*first || c->n > MOST_WORDS || (first > c->s && strchr("-./:", first[-1])))
		return false;
	then = read_number(first, &r->low);
	second = then + strcspn(then, digits);
	r->unit = last->number || last->kinds & (WORD_OVER | WORD_UNDER) ? 0 : last->hash;
	r->high = r->low;
	if (*second) {
		if (strcspn(read_number(second, &r->high), digits) !=
		    strlen(read_number(second, &r->high)))
			return false;
		return r->low < r->high && !(is_year(r->low) && is_year(r->high)) &&
		       (is_dash(then, second) || kinds & WORD_TO || (over && under));
	}
	if (over && under)
		return false;
	if ((over || under) && is_turned_round(s, c))
		over = !over;
	if (over || *then == '+')
		r->high = INFINITY;
	else if (under)
		r->low = -INFINITY;
	return true;
}

static bool overlap(const struct range *a, const struct range *b)
{
	double low = fmax(a->low, b->low), high = fmin(a->high, b->high);

	if (a->unit && b->unit && a->unit != b->unit)
		return false;
	if (a->low == a->high || b->low == b->high) /* a number alone: inside, not at the end */
		return low == high && (low > fmin(a->low, b->low) && low < fmax(a->high, b->high));
	return low < high;
}

void lint_overlapping(const struct subject *s)
{
	struct range ranges[PACK_CHOICES];
	struct finding *f;

	if (!s->lexicon->language || !lint_can_stand_out(s) ||
	    !s->choices[s->right].s[strcspn(s->choices[s->right].s, digits)])
		return;
	for (int i = 0; i < s->q->nchoices; i++)
		if (s->choices[i].n == 0 || !read_range(s, &s->choices[i], &ranges[i]))
			return;
	for (int i = 0; i < s->q->nchoices; i++) {
		if (i == s->right || !overlap(&ranges[i], &ranges[s->right]))
			continue;
		f = lint_say_choice(s, i, "W609", "this choice overlaps with the right answer");
		lint_see_choice(s, f, s->right, "the right answer");
		f->help = "let each choice begin where the one before it ends";
		return;
	}
}

enum kind { OTHER, FIGURE, MEASURE, WORDS, KINDS };

/* A number, a number with its unit, or words. */
static enum kind kind_of(const struct words *c)
{
	int i = 0, units = 0;

	if (c->n == 0)
		return OTHER;
	while (i < c->n && !c->w[i].number &&
	       c->w[i].kinds & (WORD_STOP | WORD_OVER | WORD_UNDER) &&
	       !(c->w[i].kinds & WORD_NUMERAL))
		i++;
	if (i == c->n)
		return OTHER;
	if (!is_digit(c->s[c->w[i].at]) && !(c->w[i].kinds & WORD_NUMERAL))
		return i > 0 ? OTHER : WORDS; /* "a week" is as good as a number */
	for (; i < c->n; i++) {
		const struct word *w = &c->w[i];
		if (!w->number && is_digit(c->s[w->at]))
			units++;                       /* "10km", "1980s" */
		else if (!w->number && !w->capitals && /* "44 BC" has none */
			 !(w->kinds &
			   (WORD_STOP | WORD_NUMERAL | WORD_OVER | WORD_UNDER | WORD_TO)))
			units++;
	}
	if (units > MOST_UNITS)
		return WORDS;
	return units > 0 || strpbrk(c->s, "%$/:") || strstr(c->s, "€") || strstr(c->s, "£") ||
			       strstr(c->s, "°")
		       ? MEASURE
		       : FIGURE;
}

static bool has_year(const struct subject *s)
{
	double n;

	for (int i = 0; i < s->q->nchoices; i++) {
		const char *at = s->choices[i].s + strcspn(s->choices[i].s, digits);
		read_number(at, &n);
		if (is_year(n))
			return true;
	}
	return false;
}

/* Titles and names may be numbers, or have some in them. */
static bool are_titles(const struct subject *s, int but)
{
	for (int i = 0; i < s->q->nchoices; i++)
		if (i != but && s->choices[i].n > 2)
			return true;
	return !is_digit(s->choices[but].s[s->choices[but].w->at]);
}

static const char *say_kind(const struct subject *s, int odd, enum kind kind, enum kind others)
{
	if (others == WORDS)
		return kind == FIGURE && !are_titles(s, odd) ? "only this choice is a number"
							     : NULL;
	if (kind == WORDS)
		return kinds_of(&s->choices[odd]) & WORD_NEGATIVE ? NULL
								  : "only this choice is no number";
	return has_year(s)       ? NULL
	       : kind == MEASURE ? "only this choice has a unit"
				 : "only this choice has no unit";
}

void lint_mixed_kinds(const struct subject *s)
{
	int counts[KINDS] = {0}, n = s->q->nchoices;
	enum kind kinds[PACK_CHOICES], kind = OTHER, others = OTHER;
	const char *said;

	if (!s->lexicon->language || s->q->statement || s->texts != n || n < 3)
		return;
	for (int i = 0; i < n; i++) {
		kinds[i] = kind_of(&s->choices[i]);
		counts[kinds[i]]++;
	}
	for (enum kind k = FIGURE; k < KINDS; k++) {
		kind = counts[k] == 1 ? k : kind;
		others = counts[k] == n - 1 ? k : others;
	}
	if (kind == OTHER || others == OTHER)
		return;
	for (int i = 0; i < n; i++)
		if (kinds[i] == kind) {
			said = say_kind(s, i, kind, others);
			if (said)
				lint_say_choice(s, i, "W611", "%s", said)->help =
					"make all the choices of one kind";
		}
}
