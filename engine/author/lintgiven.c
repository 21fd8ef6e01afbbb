/*
 * A question whose text, or whose explanation, tells the right answer of another one of its pack
 * (623).
 *
 * Only where it is told in so many words, in a row, and in the same matter: the teller has half of
 * what is asked there, by weight (of words of four bytes and more; a word weighs the more the fewer
 * questions have it), and asks for something else. An answer that several questions speak of, or a
 * small number, tells nothing.
 * Only packs of which one game can ask all are looked at; where they keep their order, only what
 * comes before.
 */
#include <string.h>

#include "gist.h"

enum { TELLERS = 2, ANSWER_WORDS = 8 };

static const double same_matter = 0.5;

static const struct choice *right_of(const struct question *q)
{
	const struct choice *c = q->choices;

	while (!c->right)
		c++;
	return c;
}

/* One right answer in words, that could not stand anywhere by chance. */
static bool is_telling(const struct gists *g, const struct gist *it)
{
	const uint32_t *right = gist_right(g, it);

	return !it->q->statement && it->q->nright == 1 && it->nright > 0 &&
	       it->nright <= ANSWER_WORDS && (it->nright > 1 || !(*right & GIST_SHORT));
}

/* Whether w has these words in a row. */
static bool has_row(const uint32_t *w, int n, const uint32_t *row, int nrow)
{
	for (int i = 0; i + nrow <= n; i++) {
		int k = 0;
		while (k < nrow && gist_number(w[i + k]) == gist_number(row[k]))
			k++;
		if (k == nrow)
			return true;
	}
	return false;
}

static bool asks_or_explains(const struct gists *g, const struct gist *it, uint32_t word)
{
	return has_row(gist_ask(g, it), it->nask + it->nwhy, &word, 1);
}

/* How much of what is asked the teller speaks of, 0 to 1. */
static double same_share(const struct gists *g, const struct gist *teller, const struct gist *asked)
{
	const uint32_t *w = gist_ask(g, asked);
	double all = 0, both = 0;

	for (int i = 0; i < asked->nask; i++) {
		double weight = gist_weight(g, w[i]);
		if (w[i] & GIST_SHORT)
			continue;
		all += weight;
		both += asks_or_explains(g, teller, w[i]) ? weight : 0;
	}
	return all > 0 ? both / all : 0;
}

static void say_given(const struct gist *teller, const struct gist *asked, bool in_ask)
{
	const char *answer = right_of(asked->q)->text.s;
	struct finding *f;

	if (!lint_wants(asked->entry, asked->q, "N623"))
		return;
	f = lint_say(teller->entry, teller->q, "N623",
		     in_ask ? 0 : lint_key(teller->entry, teller->q, "why"),
		     "%s tells the answer of another one: '%s'",
		     in_ask ? "this question" : "the explanation of this question",
		     diag_quote(answer, strlen(answer)).s);
	f->help = "leave it out here, or ask only one of the two";
	lint_second(teller->entry, f, asked->entry, asked->q->at, "which is asked here");
}

/* Among the questions of one pack. */
static void look_for(const struct gists *g, const struct gist *all, int n, const struct gist *asked)
{
	const uint32_t *right = gist_right(g, asked);
	const struct gist *teller = NULL;
	int tellers = 0;
	bool in_ask = false;

	if (has_row(gist_ask(g, asked), asked->nask, right, asked->nright))
		return;
	for (const struct gist *it = all; it < all + n && tellers <= TELLERS; it++) {
		bool asks = has_row(gist_ask(g, it), it->nask, right, asked->nright);
		bool explains = has_row(gist_why(g, it), it->nwhy, right, asked->nright);
		if (it == asked || (!asks && !explains) || it->asked == asked->asked ||
		    gist_holds_right(g, it, asked))
			continue;
		tellers++;
		if (teller || (asked->entry->pack->in_order && it > asked) ||
		    same_share(g, it, asked) < same_matter)
			continue;
		teller = it;
		in_ask = asks;
	}
	if (teller && tellers <= TELLERS)
		say_given(teller, asked, in_ask);
}

bool lint_given(struct library *l, const struct gists *g)
{
	(void)l;
	for (uint32_t i = 0, n; i < g->n; i += n) {
		const struct pack *p = g->all[i].entry->pack;
		n = (uint32_t)p->nquestions;
		for (uint32_t k = i; n <= PACK_DRAW && k < i + n && k < g->n; k++)
			if (is_telling(g, &g->all[k]))
				look_for(g, &g->all[i], (int)n, &g->all[k]);
	}
	return true;
}
