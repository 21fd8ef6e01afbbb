#include "gamerules.h"

#include <assert.h>
#include <string.h>

#include "asked.h"
#include "bits.h"
#include "rng.h"

enum {
	LEVEL_POINTS = 100,
	LEVEL = 3,       /* of a question that gives none */
	SPEED_PARTS = 5, /* the fastest answer brings this part of the base more */
	STREAK = 3,      /* right answers in a row that bring STREAK_BONUS */
	RETURN = 4,      /* a question that comes back is so many further */
};

/* ---- what is where ---- */

static const struct question *question_at(const struct game *g, int i)
{
	return &g->deck.item[i].pack->questions[g->deck.item[i].question];
}

const struct question *game_question(const struct game *g)
{
	return question_at(g, g->at);
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

bool game_by_buzzers(const struct game *g)
{
	return g->nplayers > 1 && g->options.party == PARTY_BUZZERS;
}

bool game_by_turns(const struct game *g)
{
	return g->nplayers > 1 && g->options.party == PARTY_TURNS;
}

static bool is_ahead(const struct game *g, int i, int k)
{
	const struct player *a = &g->players[i], *b = &g->players[k];

	if (game_by_turns(g) && !a->asked != !b->asked)
		return a->asked;
	if (a->score != b->score)
		return a->score > b->score;
	return a->right > b->right;
}

int game_place(const struct game *g, int player)
{
	int place = 1;

	for (int i = 0; i < g->nplayers; i++)
		place += is_ahead(g, i, player);
	return place;
}

bool game_scored(const struct game *g)
{
	for (int i = 0; i < g->nplayers; i++)
		if (g->players[i].score > 0 || g->players[i].right > 0)
			return true;
	return false;
}

const struct player *game_player(const struct game *g)
{
	int leads = 0;

	if (g->turn >= 0)
		return &g->players[g->turn];
	if (g->phase != PHASE_ASKING && game_asked(g)->player >= 0)
		return &g->players[game_asked(g)->player];
	while (game_place(g, leads) > 1)
		leads++;
	return &g->players[leads];
}

int game_answers(const struct game *g)
{
	int n = 0;

	for (int i = 0; i <= g->at; i++)
		n += g->asked[i].outcome != OUTCOME_NONE;
	return n;
}

bool game_round_begins(const struct game *g)
{
	return g->deck.nrounds > 1 &&
	       (g->at == 0 || g->deck.item[g->at].round != g->deck.item[g->at - 1].round);
}

/* ---- from question to question ---- */

int game_next_player(const struct game *g)
{
	if (g->at + 1 >= g->deck.n || game_whole_over(g))
		return -1;
	for (int i = 1; i <= g->nplayers; i++) {
		int p = (g->turn + i) % g->nplayers;
		if (!g->players[p].out && (!game_by_turns(g) || g->players[p].asked < g->laps))
			return p;
	}
	return -1;
}

/* The current question, and who is to answer it. */
static void turn_to(struct game *g, int player, int64_t at_ms)
{
	g->turn = game_by_buzzers(g) ? -1 : player;
	g->asked_ms = at_ms;
	g->asked[g->at].player = (int8_t)g->turn;
	if (game_by_turns(g) || (g->at > 0 ? game_round_begins(g) : g->nplayers > 1))
		g->phase = PHASE_WAITING;
	else
		game_begin(g, at_ms);
}

void game_start(struct game *g, const struct deck *d, const struct game_options *o, int64_t at_ms)
{
	assert(d->n > 0 && d->n + d->nspare <= DECK_ITEMS && o->mode && o->clock_percent >= 0);
	assert(o->nplayers <= GAME_PLAYERS && (o->nplayers < 2 || o->mode->together));
	*g = (struct game){.options = *o, .deck = *d, .paused_ms = -1};
	g->nplayers = o->nplayers > 1 ? o->nplayers : 1;
	g->laps = game_by_turns(g) ? (d->n + g->nplayers - 1) / g->nplayers : d->n;
	for (; (int)g->stream < d->n; g->stream++)
		asked_deal(&g->asked[g->stream], question_at(g, (int)g->stream), o->seed,
			   g->stream);
	turn_to(g, 0, at_ms);
}

void game_ready(struct game *g, int64_t at_ms)
{
	assert(g->phase == PHASE_WAITING && g->paused_ms < 0);
	game_begin(g, at_ms);
}

bool game_next(struct game *g, int64_t at_ms)
{
	int player;

	assert(g->phase == PHASE_ANSWERED && g->paused_ms < 0);
	player = game_next_player(g);
	if (player < 0) {
		g->phase = PHASE_OVER;
		return false;
	}
	g->at++;
	turn_to(g, player, at_ms);
	return true;
}

/* It is asked again a few questions later, or at the end, its choices in another order. */
static void come_back(struct game *g)
{
	struct deck *d = &g->deck;
	int to = g->at + RETURN < d->n ? g->at + RETURN : d->n;

	if (d->n + d->nspare >= DECK_ITEMS)
		return;
	memmove(&d->item[to + 1], &d->item[to],
		(size_t)(d->n + d->nspare - to) * sizeof(d->item[0]));
	memmove(&g->asked[to + 1], &g->asked[to],
		(size_t)(d->n + d->nspare - to) * sizeof(g->asked[0]));
	d->item[to] = d->item[g->at];
	d->n++;
	g->laps++;
	asked_deal(&g->asked[to], question_at(g, to), g->options.seed, g->stream++);
}

/* ---- answers ---- */

static void reward(struct game *g, struct player *p)
{
	const struct question *q = game_question(g);
	struct asked *a = &g->asked[g->at];
	int64_t limit = a->limit_ms - a->more_ms, left = limit - a->took_ms;

	p->right++;
	p->floor++;
	p->streak++;
	if (p->streak > p->best_streak)
		p->best_streak = p->streak;
	if (g->options.mode->pointless)
		return;
	a->base = q->points >= 0 ? q->points : LEVEL_POINTS * (q->level ? q->level : LEVEL);
	if (limit > 0 && left > 0 && !g->options.even && g->options.mode->whole_ms == 0)
		a->speed = (int)(a->base * left / (SPEED_PARTS * limit));
	a->streak = p->streak >= STREAK ? STREAK_BONUS : 0;
	p->score += game_points(a);
}

static void close_question(struct game *g, enum outcome outcome, uint32_t chosen, int64_t took_ms)
{
	struct asked *a = &g->asked[g->at];
	struct player *p = g->turn >= 0 ? &g->players[g->turn] : NULL;

	a->outcome = outcome;
	a->chosen = chosen;
	a->took_ms = took_ms;
	a->player = (int8_t)g->turn;
	g->phase = PHASE_ANSWERED;
	if (!p)
		return;
	p->asked++;
	p->total_ms += took_ms;
	if (outcome == OUTCOME_RIGHT) {
		reward(g, p);
		return;
	}
	p->streak = 0;
	p->out = g->options.mode->wrong_ends;
	if (g->options.mode->returns)
		come_back(g);
}

static unsigned those_left(const struct game *g)
{
	unsigned all = 0;

	for (int i = 0; i < g->nplayers; i++)
		all |= (unsigned)game_may_buzz(g, i) << i;
	return all;
}

/* Wrong, or nothing in time: the question is free again for those who have not tried, unless only
 * right choices would be left to them. */
static enum outcome free_question(struct game *g, uint32_t chosen, int64_t at_ms)
{
	struct asked *a = &g->asked[g->at];
	struct player *p = &g->players[g->turn];
	enum outcome outcome = chosen ? OUTCOME_WRONG : OUTCOME_LATE;
	uint32_t gone = a->removed | (a->need == 1 ? chosen : 0),
		 all = (UINT32_C(1) << a->nshown) - 1;
	int player = g->turn;
	int64_t took_ms = game_taken_ms(g, at_ms);

	a->tries[a->ntries++] = (struct guess){(int8_t)player, chosen, (int32_t)took_ms};
	g->turn = -1;
	if (those_left(g) == 0 || (chosen && (gone | a->right) == all)) {
		a->ntries--;
		g->turn = player;
		close_question(g, outcome, chosen, took_ms);
		return outcome;
	}
	p->asked++;
	p->total_ms += took_ms;
	p->streak = 0;
	p->out = g->options.mode->wrong_ends;
	a->player = -1;
	a->removed = gone;
	g->asked_ms += at_ms - g->buzzed_ms; /* the clock stood still */
	return outcome;
}

/* What was not answered is not counted. */
static void end_whole(struct game *g)
{
	struct asked *a = &g->asked[g->at];

	a->took_ms = a->limit_ms;
	g->players[0].total_ms += a->took_ms;
	g->phase = PHASE_OVER;
}

/* Time ended the question, whoever's it is. */
static void end_late(struct game *g, uint32_t chosen)
{
	if (g->options.mode->whole_ms > 0)
		end_whole(g);
	else
		close_question(g, OUTCOME_LATE, chosen, game_asked(g)->limit_ms);
}

static bool is_late(const struct game *g, int64_t took_ms)
{
	return game_asked(g)->limit_ms > 0 && took_ms > game_asked(g)->limit_ms;
}

enum outcome game_answer(struct game *g, uint32_t positions, int64_t at_ms)
{
	const struct asked *a = game_asked(g);
	int64_t took_ms = game_taken_ms(g, at_ms);
	bool right = game_question(g)->pick == PICK_ALL ? positions == a->right
							: (positions & a->right) != 0;

	assert(g->phase == PHASE_ASKING && g->paused_ms < 0 && g->turn >= 0);
	assert(positions && positions >> a->nshown == 0 && (positions & a->removed) == 0);
	assert(a->need > 1 || bits_count(positions) == 1);

	if (game_turn_taken(g)) {
		if (game_turn_over(g, at_ms))
			return free_question(g, 0, at_ms);
		if (!right)
			return free_question(g, positions, at_ms);
	} else if (is_late(g, took_ms)) {
		end_late(g, positions);
		return OUTCOME_LATE;
	}
	close_question(g, right ? OUTCOME_RIGHT : OUTCOME_WRONG, positions, took_ms);
	return right ? OUTCOME_RIGHT : OUTCOME_WRONG;
}

bool game_may_buzz(const struct game *g, int player)
{
	const struct asked *a = game_asked(g);

	if (g->phase != PHASE_ASKING || !game_by_buzzers(g) || g->turn >= 0 ||
	    player >= g->nplayers || g->players[player].out)
		return false;
	for (int i = 0; i < a->ntries; i++)
		if (a->tries[i].player == player)
			return false;
	return true;
}

int game_buzz(struct game *g, unsigned players, int64_t at_ms)
{
	struct asked *a = &g->asked[g->at];
	struct rng lot;
	uint32_t skip;

	assert(players && (players & ~those_left(g)) == 0 && g->paused_ms < 0);
	if (is_late(g, game_taken_ms(g, at_ms))) {
		end_late(g, 0);
		return -1;
	}
	rng_init_nth(&lot, g->options.seed,
		     (uint64_t)STREAM_LOTS + 8u * (unsigned)g->at + a->ntries);
	a->tied = bits_count(players) > 1 ? (uint8_t)players : 0;
	for (skip = rng_below(&lot, (uint32_t)bits_count(players)); skip > 0; skip--)
		players &= players - 1;
	g->turn = bits_lowest(players);
	g->buzzed_ms = at_ms;
	a->player = (int8_t)g->turn;
	return g->turn;
}

void game_skip(struct game *g, int64_t at_ms)
{
	int64_t took_ms = game_taken_ms(g, at_ms);

	assert(g->phase == PHASE_ASKING && game_by_buzzers(g) && g->turn < 0 && g->paused_ms < 0);
	if (is_late(g, took_ms))
		took_ms = game_asked(g)->limit_ms;
	close_question(g, OUTCOME_LATE, 0, took_ms);
}

bool game_due(const struct game *g, int64_t at_ms)
{
	if (g->phase != PHASE_ASKING)
		return false;
	return game_turn_taken(g) ? game_turn_left_ms(g, at_ms) == 0 : game_left_ms(g, at_ms) == 0;
}

bool game_tick(struct game *g, int64_t at_ms)
{
	if (!game_due(g, at_ms))
		return false;
	if (game_turn_taken(g))
		free_question(g, 0, at_ms);
	else
		end_late(g, 0);
	return true;
}

bool game_enough(const struct asked *a)
{
	return a->need == 1 && bits_count(a->right) > 1;
}

int game_points(const struct asked *a)
{
	return a->base + a->speed + a->streak;
}
