#include "game.h"
#include "rng.h"
#include "utf8.h"

#include <assert.h>
#include <string.h>

enum {
	READING_MS = 10000, /* of a question without a time of its own ... */
	CHARACTER_MS = 60,  /* ... and for each character on the screen */
	LEVEL_POINTS = 100,
	LEVEL = 3,       /* of a question that gives none */
	SPEED_PARTS = 5, /* the fastest answer brings this part of the base more */
	STREAK = 3,      /* right answers in a row that bring ... */
	STREAK_POINTS = 50,
};

const struct mode game_modes[] = {
	{"climb", "Climb", "Every right answer is one floor up", "Climb again", false},
	{"one-take", "One Take", "One wrong answer ends the run", "New take", true},
	{0},
};

const struct mode *game_mode(const char *id)
{
	for (const struct mode *m = game_modes; m->id; m++)
		if (strcmp(m->id, id) == 0)
			return m;
	return NULL;
}

/* Sets of choices, or of positions, are bits of a uint32_t. */
static int count(uint32_t set)
{
	return __builtin_popcount(set);
}

static int lowest(uint32_t set)
{
	return __builtin_ctz(set);
}

/* Some n of the set, or all of it where it has fewer. */
static uint32_t draw(struct rng *r, uint32_t set, int n)
{
	uint32_t drawn = 0;

	for (; n > 0 && set; n--) {
		uint32_t rest = set;

		for (uint32_t skip = rng_below(r, (uint32_t)count(set)); skip > 0; skip--)
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
			      least(most(q->show - count(right), 1), PACK_SHOWN - count(right)));
		break;
	case PICK_ANY:
		shown = draw(r, right, 1) | draw(r, all & ~right, 1);
		shown |= draw(r, all & ~shown, q->show - count(shown));
		break;
	default: shown = draw(r, right, 1) | draw(r, all & ~right, q->show - 1);
	}
	return shown;
}

static bool stays_last(const struct question *q, int choice)
{
	return q->choices[choice].last ||
	       (q->shuffle == SHUFFLE_KEEP_LAST && choice == q->nchoices - 1);
}

static void order_choices(struct rng *r, const struct question *q, uint32_t set, struct asked *a)
{
	uint32_t fixed = q->statement || q->shuffle == SHUFFLE_NO ? set : 0, loose;

	for (int i = 0; i < q->nchoices; i++)
		if (set >> i & 1 && stays_last(q, i))
			fixed |= UINT32_C(1) << i;
	for (loose = set & ~fixed; loose; loose &= loose - 1)
		a->shown[a->nshown++] = (uint8_t)lowest(loose);
	rng_shuffle(r, a->shown, a->nshown, 1);
	for (; fixed; fixed &= fixed - 1)
		a->shown[a->nshown++] = (uint8_t)lowest(fixed);
}

static int length(const struct text *t)
{
	return t->s ? utf8_length(t->s, strlen(t->s)) : 0;
}

static int64_t limit_ms(const struct question *q, const struct asked *a, int percent)
{
	int64_t seconds = q->time_s, ms = READING_MS;

	if (seconds < 0) {
		ms += (int64_t)CHARACTER_MS * length(&q->ask);
		for (int i = 0; i < a->nshown; i++)
			ms += (int64_t)CHARACTER_MS * length(&q->choices[a->shown[i]].text);
		seconds = (ms + 999) / 1000;
	}
	return seconds * 10 * percent;
}

static void deal(struct asked *a, const struct question *q, const struct game_options *o, int index)
{
	struct rng r;

	assert(q->nchoices <= PACK_CHOICES && q->show >= 2 && q->show <= PACK_SHOWN);
	rng_init_nth(&r, o->seed, (uint64_t)index);
	order_choices(&r, q, select_choices(&r, q), a);
	for (int i = 0; i < PACK_SHOWN && i < a->nshown; i++)
		a->right |= (uint32_t)q->choices[a->shown[i]].right << i;
	a->need = q->pick == PICK_ALL ? (uint8_t)count(a->right) : 1;
	a->limit_ms = limit_ms(q, a, o->clock_percent);
	assert(a->right && a->nshown >= 2);
}

void game_start(struct game *g, const struct deck *d, const struct game_options *o, int64_t at_ms)
{
	assert(d->n > 0 && d->n <= PACK_DRAW && o->mode && o->clock_percent >= 0);
	*g = (struct game){.options = *o, .deck = *d, .asked_ms = at_ms, .paused_ms = -1};
	for (int i = 0; i < d->n; i++)
		deal(&g->asked[i], &d->item[i].pack->questions[d->item[i].question], o, i);
}

void game_set_clock(struct game *g, int percent)
{
	g->options.clock_percent = percent;
	for (int i = g->at + 1; i < g->deck.n; i++)
		g->asked[i].limit_ms =
			limit_ms(&g->deck.item[i].pack->questions[g->deck.item[i].question],
				 &g->asked[i], percent);
}

const struct question *game_question(const struct game *g)
{
	return &game_pack(g)->questions[g->deck.item[g->at].question];
}

const struct pack *game_pack(const struct game *g)
{
	return g->deck.item[g->at].pack;
}

const struct asked *game_asked(const struct game *g)
{
	return &g->asked[g->at];
}

const struct choice *game_choice(const struct game *g, int position)
{
	assert(position >= 0 && position < game_asked(g)->nshown);
	return &game_question(g)->choices[game_asked(g)->shown[position]];
}

static int64_t taken_ms(const struct game *g, int64_t at_ms)
{
	int64_t took_ms = (g->paused_ms < 0 ? at_ms : g->paused_ms) - g->asked_ms;

	return took_ms > 0 ? took_ms : 0;
}

static void close_question(struct game *g, enum outcome outcome, uint32_t chosen, int64_t took_ms)
{
	struct asked *a = &g->asked[g->at];

	a->outcome = outcome;
	a->chosen = chosen;
	a->took_ms = took_ms;
	g->total_ms += took_ms;
	g->phase = PHASE_ANSWERED;
}

static void reward(struct game *g)
{
	const struct question *q = game_question(g);
	struct asked *a = &g->asked[g->at];

	g->right++;
	g->floor++;
	g->streak++;
	g->best_streak = most(g->best_streak, g->streak);
	a->base = q->points >= 0 ? q->points : LEVEL_POINTS * (q->level ? q->level : LEVEL);
	if (a->limit_ms > 0)
		a->speed =
			(int)(a->base * (a->limit_ms - a->took_ms) / (SPEED_PARTS * a->limit_ms));
	a->streak = g->streak >= STREAK ? STREAK_POINTS : 0;
	g->score += game_points(a);
}

enum outcome game_answer(struct game *g, uint32_t positions, int64_t at_ms)
{
	const struct asked *a = game_asked(g);
	int64_t took_ms = taken_ms(g, at_ms);
	enum outcome outcome = OUTCOME_WRONG;

	assert(g->phase == PHASE_ASKING && g->paused_ms < 0);
	assert(positions && positions >> a->nshown == 0);
	assert(a->need > 1 || count(positions) == 1);

	if (a->limit_ms > 0 && took_ms > a->limit_ms) {
		outcome = OUTCOME_LATE;
		took_ms = a->limit_ms;
	} else if (game_question(g)->pick == PICK_ALL ? positions == a->right
						      : (positions & a->right) != 0) {
		outcome = OUTCOME_RIGHT;
	}
	close_question(g, outcome, positions, took_ms);
	if (outcome == OUTCOME_RIGHT)
		reward(g);
	else
		g->streak = 0;
	return outcome;
}

bool game_tick(struct game *g, int64_t at_ms)
{
	if (g->phase != PHASE_ASKING || game_left_ms(g, at_ms) != 0)
		return false;
	close_question(g, OUTCOME_LATE, 0, game_asked(g)->limit_ms);
	g->streak = 0;
	return true;
}

int64_t game_left_ms(const struct game *g, int64_t at_ms)
{
	const struct asked *a = game_asked(g);
	int64_t took_ms = g->phase == PHASE_ASKING ? taken_ms(g, at_ms) : a->took_ms;

	if (a->limit_ms == 0)
		return -1;
	return took_ms < a->limit_ms ? a->limit_ms - took_ms : 0;
}

void game_pause(struct game *g, int64_t at_ms)
{
	if (g->paused_ms < 0)
		g->paused_ms = at_ms;
}

void game_resume(struct game *g, int64_t at_ms)
{
	if (g->paused_ms < 0)
		return;
	g->asked_ms += at_ms - g->paused_ms;
	g->paused_ms = -1;
}

void game_listen(struct game *g, int64_t at_ms, int64_t length_ms)
{
	if (g->asked_ms < at_ms + length_ms)
		g->asked_ms = at_ms + length_ms;
}

void game_heard(struct game *g, int64_t at_ms)
{
	if (g->asked_ms > at_ms)
		g->asked_ms = at_ms;
}

bool game_next(struct game *g, int64_t at_ms)
{
	assert(g->phase == PHASE_ANSWERED && g->paused_ms < 0);
	if (g->at + 1 == g->deck.n ||
	    (g->options.mode->wrong_ends && game_asked(g)->outcome != OUTCOME_RIGHT)) {
		g->phase = PHASE_OVER;
		return false;
	}
	g->at++;
	g->asked_ms = at_ms;
	g->phase = PHASE_ASKING;
	return true;
}

bool game_enough(const struct asked *a)
{
	return a->need == 1 && count(a->right) > 1;
}

int game_points(const struct asked *a)
{
	return a->base + a->speed + a->streak;
}
