/* Rules about choices that speak of the other choices. */
#include <string.h>

#include "lintrules.h"

static bool stays(const struct question *q, int choice)
{
	return q->choices[choice].last || q->shuffle == SHUFFLE_NO ||
	       (q->shuffle == SHUFFLE_KEEP_LAST && choice == q->nchoices - 1);
}

uint16_t lint_phrase(const struct subject *s, int choice)
{
	const struct words *c = &s->choices[choice];

	return c->n > 0 && c->n <= 9 ? lexicon_kinds(s->lexicon, words_joined(c->w, c->n)) &
					       (WORD_ALL | WORD_NONE)
				     : 0;
}

void lint_all_or_none(const struct subject *s)
{
	struct finding *f;

	if (s->q->statement || !s->lexicon->language || s->texts < 3)
		return;
	for (int i = 0; i < s->q->nchoices; i++) {
		uint16_t kinds = lint_phrase(s, i);
		bool right = s->q->choices[i].right;
		if (!kinds)
			continue;
		if (kinds & WORD_ALL)
			f = lint_say_choice(
				s, i, "N602", "%s",
				right ? "who knows two of the choices to be true need not "
					"know the others"
				      : "who knows one of the choices to be false can leave "
					"this one out");
		else
			f = lint_say_choice(s, i, "N603", "%s",
					    right ? "whoever picks this need not know what is true"
						  : "this choice seldom tempts anybody");
		if (kinds & WORD_ALL)
			f->help = right ? "begin each true choice with: right = and delete this "
					  "line; "
					  "the player then picks them all"
					: "put in its place a wrong answer that somebody might "
					  "believe";
		else
			f->help = right ? "put in its place what is true"
					: "put in its place a wrong answer that somebody might "
					  "believe, "
					  "or delete it";
	}
}

/* A, B or 1, 2 as the name of a choice there is. */
static bool is_name(const struct words *c, const struct word *w, int choices)
{
	unsigned char first = (unsigned char)c->s[w->at];

	if (w->n != 1 || (w->kinds & WORD_STOP && !w->capital && !w->number))
		return false;
	return (first >= 'A' && first < 'A' + choices) || (first >= 'a' && first < 'a' + choices) ||
	       (first > '0' && first <= '0' + choices);
}

static bool has_figures(const struct words *c)
{
	for (int i = 0; i < c->n; i++)
		if (c->w[i].number)
			return true;
	return false;
}

/* Nothing but names and places of choices, with the small words between them. */
static bool names_others(const struct words *c, int choices)
{
	int letters = 0, figures = 0, places = 0, about = 0;

	for (int i = 0; i < c->n; i++) {
		const struct word *w = &c->w[i];
		if (is_name(c, w, choices))
			*(w->number ? &figures : &letters) += 1;
		else if (w->kinds & WORD_CHOICES)
			about += w->n > 3;
		else if (w->kinds & WORD_PLACE)
			places++;
		else if (!(w->kinds & (WORD_AND | WORD_NUMERAL)))
			return false;
	}
	return letters >= 2 || figures >= 2 || (letters == 1 && about > 0) ||
	       (places > 0 && c->n >= 2);
}

void lint_names_positions(const struct subject *s)
{
	const struct question *q = s->q;
	bool figures = false;
	int named = 0, plain = 0, one = 0;

	if (q->statement || !s->lexicon->language || q->shuffle == SHUFFLE_NO || s->texts < 3)
		return;
	for (int i = 0; i < q->nchoices; i++) {
		const struct words *c = &s->choices[i];
		if (c->n == 1 && c->w->n == 1)
			return; /* letters and figures are answers themselves */
		if (c->n > 1 && c->n <= 8 && !stays(q, i) && !lint_phrase(s, i) &&
		    names_others(c, q->nchoices)) {
			one = i;
			named++;
		} else {
			figures |= has_figures(c);
			plain++;
		}
	}
	if (named == 0 || plain < 2 || named > plain || (figures && has_figures(&s->choices[one])))
		return;
	lint_say_choice(
		s, one, "W608",
		"this choice speaks of others by their places, and the choices are shuffled")
		->help = "add a line: shuffle = no; or name what you mean";
}
