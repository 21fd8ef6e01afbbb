#include "fitdeal.h"

#include <string.h>

#include "bits.h"
#include "game.h"
#include "utf8.h"

/* Choices of a question, the longest first. */
struct ranked {
	int n;
	uint8_t at[PACK_CHOICES];
};

static int length(const struct text *t, const char *language)
{
	const char *s = text_in(t, language);

	return s ? utf8_length(s, strlen(s)) : 0;
}

static int letters(const struct question *q, int choice, const char *language)
{
	const struct choice *c = &q->choices[choice];

	return length(c->text.s ? &c->text : &c->alt, language);
}

/* Those of a set. */
static struct ranked rank(const struct question *q, uint32_t set, const char *language)
{
	struct ranked r = {0};

	for (; set; set &= set - 1) {
		uint8_t choice = (uint8_t)bits_lowest(set);
		int k = r.n++, long_ = letters(q, choice, language);
		for (; k > 0 && letters(q, r.at[k - 1], language) < long_; k--)
			r.at[k] = r.at[k - 1];
		r.at[k] = choice;
	}
	return r;
}

static uint32_t rights_of(const struct question *q)
{
	uint32_t set = 0;

	for (int i = 0; i < q->nchoices; i++)
		set |= (uint32_t)q->choices[i].right << i;
	return set;
}

/* Side by side in two columns, a long one and a short one make a row that is as high as the long
 * one: in this order, the loose ones need the most room. */
static void arrange(const struct question *q, uint32_t set, const char *language,
		    struct fit_deal *deal)
{
	uint32_t fixed = q->statement || q->shuffle == SHUFFLE_NO ? set : 0;

	for (uint32_t rest = set & ~fixed; rest; rest &= rest - 1)
		if (game_stays_last(q, bits_lowest(rest)))
			fixed |= rest & -rest;
	struct ranked loose = rank(q, set & ~fixed, language);
	deal->n = 0;
	for (int low = 0, high = loose.n - 1; low <= high; low++, high--) {
		deal->shown[deal->n++] = loose.at[low];
		if (low < high)
			deal->shown[deal->n++] = loose.at[high];
	}
	for (; fixed; fixed &= fixed - 1)
		deal->shown[deal->n++] = (uint8_t)bits_lowest(fixed);
}

/* Some `room` of the ranked from `from` on, and where there are fewer, of the first. */
static uint32_t take(const struct ranked *r, int from, int room)
{
	uint32_t set = 0;

	for (int i = from; i < r->n && room > 0; i++, room--)
		set |= UINT32_C(1) << r->at[i];
	for (int i = 0; i < r->n && room > 0; i++) {
		room -= !(set >> r->at[i] & 1);
		set |= UINT32_C(1) << r->at[i];
	}
	return set;
}

int fitdeal_all(const struct question *q, const char *language, struct fit_deal deals[PACK_CHOICES])
{
	uint32_t all = (UINT32_C(1) << q->nchoices) - 1, rights = rights_of(q);
	struct ranked right = rank(q, rights, language), wrong = rank(q, all & ~rights, language);
	uint32_t always = 0; /* on every screen */
	struct ranked pool = wrong;
	int room = q->show - 1, n = 0;

	if (q->pick == PICK_ALL) {
		always = rights;
		room = q->show - right.n > 1 ? q->show - right.n : 1;
		room = room < PACK_SHOWN - right.n ? room : PACK_SHOWN - right.n;
	} else if (q->pick == PICK_ANY && q->show > 2) {
		always = UINT32_C(1) << right.at[0] | UINT32_C(1) << wrong.at[0];
		pool = rank(q, all & ~always, language);
		room = q->show - 2;
	}
	uint32_t seen = 0;
	do {
		uint32_t set = always | take(&pool, n * room, room);
		if (!always)
			set |= UINT32_C(1) << right.at[n < right.n ? n : 0];
		arrange(q, set, language, &deals[n++]);
		seen |= set;
	} while (seen != all && n < PACK_CHOICES);
	return n;
}

/* The positions of a set of positions whose replies are longest. */
static uint32_t talkative(const struct question *q, const struct fit_deal *deal, uint32_t set,
			  const char *language, int n)
{
	uint32_t out = 0;

	for (; n > 0 && set; n--) {
		int best = bits_lowest(set);
		for (uint32_t rest = set; rest; rest &= rest - 1) {
			int i = bits_lowest(rest);
			if (length(&q->choices[deal->shown[i]].because, language) >
			    length(&q->choices[deal->shown[best]].because, language))
				best = i;
		}
		out |= UINT32_C(1) << best;
		set &= ~out;
	}
	return out;
}

int fitdeal_answers(const struct question *q, const struct fit_deal *deal, const char *language,
		    uint32_t *told, uint32_t answers[PACK_SHOWN + 1])
{
	uint32_t all = (UINT32_C(1) << deal->n) - 1, right = 0;
	int n = 0;

	for (int i = 0; i < deal->n; i++)
		right |= (uint32_t)q->choices[deal->shown[i]].right << i;
	int need = q->pick == PICK_ALL ? bits_count(right) : 1;
	uint32_t wrong = talkative(q, deal, all & ~right, language, 1);
	answers[n++] = talkative(q, deal, right, language, need);
	answers[n++] = wrong | talkative(q, deal, all & ~wrong, language, need - 1);
	for (int k = 0; k < n; k++)
		for (uint32_t set = answers[k]; set; set &= set - 1)
			*told |= UINT32_C(1) << deal->shown[bits_lowest(set)];
	for (int i = 0; i < deal->n; i++) {
		uint32_t one = UINT32_C(1) << i;
		if (*told >> deal->shown[i] & 1 || !q->choices[deal->shown[i]].because.s)
			continue;
		answers[n++] = one | talkative(q, deal, all & ~one, language, need - 1);
		*told |= UINT32_C(1) << deal->shown[i];
	}
	return n;
}
