/* Rules about the choices of one question: their length, their form, their number. */
#include <stdlib.h>
#include <string.h>

#include "lintrules.h"

enum {
	LONGER_PERCENT = 150, /* of the longest wrong one ... */
	LONGER = 15,          /* ... and characters more than that: clearly the longest */
	TWIN_LETTERS = 4,     /* of choices that differ in case or punctuation alone */
	DOUBLE_LETTERS = 7,   /* of those that differ in a doubled letter alone */
	GLANCE = 80,          /* characters that a glance takes in ... */
	SLIGHT = 4,           /* ... and at most so many more or fewer look the same */
};

bool lint_can_stand_out(const struct subject *s)
{
	return s->right >= 0 && s->texts == s->q->nchoices && s->texts >= 3;
}

/* However long its name is, it explains nothing. */
static bool is_name(const struct words *c)
{
	for (int i = 0; i < c->n; i++)
		if (!c->w[i].capital)
			return false;
	return true;
}

static bool is_by_far(int right, int wrong)
{
	return right * 100 >= wrong * LONGER_PERCENT && right - wrong >= LONGER;
}

/* The longest wrong one as it is in a language. */
static int longest_wrong(const struct subject *s, const char *language, int *length)
{
	int longest = -1;

	*length = 0;
	for (int i = 0; i < s->q->nchoices; i++) {
		int n = i == s->right ? -1
			: language    ? lint_characters(text_in(&s->q->choices[i].text, language))
				      : s->choices[i].characters;
		if (n >= 0 && (longest < 0 || n > *length)) {
			longest = i;
			*length = n;
		}
	}
	return longest;
}

static bool is_name_too(const char *s)
{
	struct word w[CHOICE_WORDS];
	struct words words = {w, words_split(s, w, CHOICE_WORDS), s, 0};

	return is_name(&words);
}

/* In a translation alone. */
static void look_at_translations(const struct subject *s)
{
	const struct choice *right = &s->q->choices[s->right];

	for (const struct translation *t = right->text.more; t; t = t->next) {
		int length = lint_characters(t->s), of_wrong;
		int longest = longest_wrong(s, t->language, &of_wrong);
		struct finding *f;
		if (!is_by_far(length, of_wrong) || is_name_too(t->s) || lint_phrase(s, s->right))
			continue;
		f = lint_say_choice(s, s->right, "W601",
				    "in its translation (%s) the right answer is by far the "
				    "longest, with %d characters",
				    t->language, length);
		lint_see_choice(s, f, longest, "the longest wrong one");
		f->help = "shorten it there, or make a wrong one as long";
		return;
	}
}

void lint_longest(const struct subject *s)
{
	int longest, right, wrong;
	struct finding *f;

	if (!lint_can_stand_out(s))
		return;
	longest = longest_wrong(s, NULL, &wrong);
	right = s->choices[s->right].characters;
	if (!is_by_far(right, wrong) || is_name(&s->choices[s->right]) ||
	    lint_phrase(s, s->right)) {
		look_at_translations(s);
		return;
	}
	f = lint_say_choice(s, s->right, "W601",
			    "the right answer is by far the longest, with %d characters", right);
	lint_see_choice(s, f, longest, "the longest wrong one");
	f->help = "shorten it, and put what it explains into: why = ...; or make a wrong one as "
		  "long";
}

enum form { NO_FORM, SMALL_FORM, CAPITAL_FORM };

/* How a choice begins. Figures, abbreviations and names like iPhone say nothing of it. */
static enum form beginning(const struct words *c)
{
	const struct word *w = c->w;

	if (c->n == 0 || w->at != 0 || w->n == 1 || w->capitals)
		return NO_FORM;
	if (w->capital)
		return CAPITAL_FORM;
	if (*c->s < 'a' || *c->s > 'z')
		return NO_FORM;
	for (int i = 1; i < w->n; i++)
		if (c->s[i] >= 'A' && c->s[i] <= 'Z')
			return NO_FORM;
	return SMALL_FORM;
}

/* A full stop that ends a sentence, not an abbreviation or a row of dots. */
static enum form end(const struct words *c)
{
	const struct word *last;
	size_t n;

	if (c->n == 0)
		return NO_FORM;
	last = &c->w[c->n - 1];
	n = strlen(c->s);
	if (c->s[n - 1] != '.')
		return SMALL_FORM;
	if (n < 2 || last->at + last->n != n - 1 || (last->n < 4 && c->n < 4))
		return NO_FORM;
	return CAPITAL_FORM;
}

/* The form that the right choice alone has, all others having the opposite one. */
static enum form odd_form(const struct subject *s, enum form (*form)(const struct words *))
{
	enum form right = form(&s->choices[s->right]);

	if (right == NO_FORM)
		return NO_FORM;
	for (int i = 0; i < s->q->nchoices; i++)
		if (i != s->right && form(&s->choices[i]) != SMALL_FORM + CAPITAL_FORM - right)
			return NO_FORM;
	return right;
}

void lint_odd_form(const struct subject *s)
{
	enum form odd;

	if (!lint_can_stand_out(s))
		return;
	odd = odd_form(s, beginning);
	if (odd != NO_FORM)
		lint_say_choice(s, s->right, "W607",
				odd == CAPITAL_FORM
					? "only the right answer begins with a capital letter"
					: "only the right answer begins with a small letter")
			->help = "begin all the choices alike";
	odd = odd_form(s, end);
	if (odd != NO_FORM)
		lint_say_choice(s, s->right, "W607",
				odd == CAPITAL_FORM
					? "only the right answer ends with a full stop"
					: "only the right answer has no full stop at its end")
			->help = "end all the choices alike";
}

static bool is_letter(char c)
{
	return (unsigned char)c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* What nobody sees at a glance: a blank, a hyphen or a full stop that is not between figures. */
static bool is_slight(const char *s, const char *p)
{
	return (*p == ' ' || *p == '\n' || *p == '-' || *p == '.') && !is_digit(p[1]) &&
	       (p == s || !is_digit(p[-1]));
}

/* Steps over what does not count; over a letter that stands there twice, if `doubles`. */
static const char *step_on(const char *s, const char *p, bool doubles)
{
	while (is_slight(s, p) || (doubles && p > s && is_letter(*p) && (unsigned char)*p < 0x80 &&
				   small(*p) == small(p[-1])))
		p++;
	return p;
}

/* Whether two texts differ in case, blanks and punctuation alone, or in doubled letters. */
static bool same_at_a_glance(const char *a, const char *b, bool doubles)
{
	const char *p = a, *q = b;
	int letters = 0;

	for (;; p++, q++) {
		p = step_on(a, p, doubles);
		q = step_on(b, q, doubles);
		if (!*p || !*q || small(*p) != small(*q))
			break;
		if (is_digit(*p) && *p != *q)
			return false;
		letters += is_letter(*p);
	}
	return !*p && !*q && letters >= (doubles ? DOUBLE_LETTERS : TWIN_LETTERS);
}

static bool are_twins(const struct subject *s, int i, int j)
{
	const struct words *a = &s->choices[i], *b = &s->choices[j];

	if (a->n == 0 || b->n == 0 || small(a->s[a->w->at]) != small(b->s[b->w->at]) ||
	    a->characters > GLANCE || abs(a->characters - b->characters) > SLIGHT)
		return false;
	return same_at_a_glance(a->s, b->s, false) ||
	       (s->lexicon->language && strcmp(s->lexicon->language, "en") == 0 &&
		same_at_a_glance(a->s, b->s, true));
}

/* Whether one of the two ends with a full stop. */
static bool one_has_stop(const struct words *a, const struct words *b)
{
	return (a->s[strlen(a->s) - 1] == '.') != (b->s[strlen(b->s) - 1] == '.');
}

/* A question about spelling has more than one pair: that is what it asks for. A full stop in one of
 * two is no spelling. */
void lint_near_equal(const struct subject *s)
{
	int pairs = 0, slips = 0, first = 0, second = 0;
	struct finding *f;

	if (s->q->statement)
		return;
	for (int i = 0; i < s->q->nchoices; i++)
		for (int j = i + 1; j < s->q->nchoices; j++)
			if (are_twins(s, i, j)) {
				bool slip = one_has_stop(&s->choices[i], &s->choices[j]);
				if (pairs++ == 0 || (slip && slips == 0)) {
					first = i;
					second = j;
				}
				slips += slip;
			}
	if (pairs != 1 && slips == 0)
		return;
	f = lint_say_choice(s, second, "W610", "this choice looks like another one at a glance");
	lint_see_choice(s, f, first, "the other one");
	f->help = "change one of them, or delete it";
}

void lint_few_choices(const struct subject *s)
{
	const struct question *q = s->q;

	if (q->statement || q->nchoices >= 3)
		return;
	lint_say(s->entry, q, "N612", 0,
		 "this question has two choices: half of all guesses are right")
		->help = "add another wrong answer that somebody might believe";
}
