/* How one question is dealt: which choices are shown, where, and how long its clock runs. */
#include "asked.h"

#include "bits.h"
#include "rng.h"
#include "utf8.h"

#include <assert.h>
#include <string.h>

enum {
	READING_MS = 10000, /* of a question without a time of its own ... */
	CHARACTER_MS = 60,  /* ... and for each character on the screen */
	SECOND_MS = 1000,
};

/* Some n of the set, or all of it where it has fewer. */
static uint32_t draw(struct rng *r, uint32_t set, int n)
{
	uint32_t drawn = 0;

	for (; n > 0 && set; n--) {
		uint32_t rest = set;

		for (uint32_t skip = rng_below(r, (uint32_t)bits_count(set)); skip > 0; skip--)
			rest &= rest - 1;
		drawn |= rest & -rest;
		set &= ~drawn;
	}
	return drawn;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

/* Which choices are shown: the right ones first, then wrong ones while there is room. */
static uint32_t select_choices(struct rng *r, const struct question *q)
{
	uint32_t right = 0, all = (UINT32_C(1) << q->nchoices) - 1, shown;

	for (int i = 0; i < q->nchoices; i++)
		right |= (uint32_t)q->choices[i].right << i;

	switch ((enum pick)q->pick) {
	case PICK_ALL: /* a wrong one even where `show` has no room for it: or all would be right */
		shown = right;
		shown |= draw(r, all & ~right,
			      least(most(q->show - bits_count(right), 1),
				    PACK_SHOWN - bits_count(right)));
		break;
	case PICK_ANY:
		shown = draw(r, right, 1) | draw(r, all & ~right, 1);
		shown |= draw(r, all & ~shown, q->show - bits_count(shown));
		break;
	default: shown = draw(r, right, 1) | draw(r, all & ~right, q->show - 1);
	}
	return shown;
}

bool game_stays_last(const struct question *q, int choice)
{
	return q->choices[choice].last ||
	       (q->shuffle == SHUFFLE_KEEP_LAST && choice == q->nchoices - 1);
}

static void order_choices(struct rng *r, const struct question *q, uint32_t set, struct asked *a)
{
	uint32_t fixed = q->statement || q->shuffle == SHUFFLE_NO ? set : 0, loose;

	for (int i = 0; i < q->nchoices; i++)
		if (set >> i & 1 && game_stays_last(q, i))
			fixed |= UINT32_C(1) << i;
	for (loose = set & ~fixed; loose; loose &= loose - 1)
		a->shown[a->nshown++] = (uint8_t)bits_lowest(loose);
	rng_shuffle(r, a->shown, a->nshown, 1);
	for (; fixed; fixed &= fixed - 1)
		a->shown[a->nshown++] = (uint8_t)bits_lowest(fixed);
}

static int length(const struct text *t)
{
	return t->s ? utf8_length(t->s, strlen(t->s)) : 0;
}

int64_t asked_limit_ms(const struct question *q, const struct asked *a, int reading_percent)
{
	int64_t characters = length(&q->ask), ms, slow;

	for (int i = 0; i < a->nshown; i++)
		characters += length(&q->choices[a->shown[i]].text);
	ms = characters * CHARACTER_MS * reading_percent / 100;
	slow = ms - characters * CHARACTER_MS;
	if (q->time_s == 0)
		return 0;
	ms = q->time_s > 0 ? (int64_t)q->time_s * SECOND_MS + (slow > 0 ? slow : 0)
			   : READING_MS + ms;
	return (ms + SECOND_MS - 1) / SECOND_MS * SECOND_MS;
}

void asked_deal(struct asked *a, const struct question *q, uint64_t seed, uint32_t stream)
{
	struct rng r;

	assert(q->nchoices <= PACK_CHOICES && q->show >= 2 && q->show <= PACK_SHOWN);
	*a = (struct asked){.player = -1};
	rng_init_nth(&r, seed, stream);
	order_choices(&r, q, select_choices(&r, q), a);
	asked_judge(a, q);
}

void asked_judge(struct asked *a, const struct question *q)
{
	a->right = 0;
	for (int i = 0; i < PACK_SHOWN && i < a->nshown; i++)
		a->right |= (uint32_t)q->choices[a->shown[i]].right << i;
	a->need = q->pick == PICK_ALL ? (uint8_t)bits_count(a->right) : 1;
	assert(a->right && a->nshown >= 2);
}

/* Wrong ones go until two choices are left, or one wrong one beside the right ones. */
uint32_t asked_halve(const struct asked *a, uint64_t seed, uint32_t stream)
{
	uint32_t all = (UINT32_C(1) << a->nshown) - 1, wrong = all & ~a->right & ~a->removed;
	struct rng r;

	rng_init_nth(&r, seed, stream);
	return draw(&r, wrong, bits_count(wrong) - 1);
}
