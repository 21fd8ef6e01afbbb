#include "game.h"

#include <assert.h>
#include <string.h>

#include "asked.h"
#include "bits.h"
#include "rng.h"

enum {
	LEVEL_POINTS = 100,
	LEVEL = 3,        /* of a question that gives none */
	SPEED_PARTS = 5,  /* the fastest answer brings this part of the base more */
	STREAK = 3,       /* right answers in a row that bring STREAK_BONUS */
	RETURN = 4,       /* a question that comes back is so many further */
	HALVES = 1 << 20, /* streams of the seed: of LIFELINE_FIFTY ... */
	LOTS = 1 << 21,   /* ... and of ties */
};

#define ONE(l) (1u << LIFELINE_##l)
#define ALL    (ONE(FIFTY) | ONE(SWAP) | ONE(TIME) | ONE(HINT))

const struct mode game_modes[] = {
	{.id = "climb",
	 .name = "Climb",
	 .line = "Every right answer is one floor up",
	 .again = "Climb again",
	 .together = true,
	 .lifelines = ALL},
	{.id = "one-take",
	 .name = "One Take",
	 .line = "One wrong answer ends the run",
	 .again = "New take",
	 .wrong_ends = true,
	 .together = true,
	 .lifelines = ONE(HINT)},
	{.id = "sprint",
	 .name = "Sprint",
	 .line = "As many as you can in two minutes",
	 .again = "Sprint again",
	 .whole_ms = 120000,
	 .questions = PACK_DRAW,
	 .lifelines = ONE(HINT)},
	{.id = "study",
	 .name = "Study",
	 .line = "No clock, no points; what was wrong comes back",
	 .again = "Study again",
	 .returns = true,
	 .pointless = true,
	 .lifelines = ONE(HINT)},
	{.id = "daily",
	 .name = "Daily",
	 .line = "The same ten questions for everyone, new each day",
	 .again = "Once more",
	 .daily = true,
	 .questions = 10,
	 .lifelines = ONE(HINT)},
	{.id = "rounds",
	 .name = "Rounds",
	 .line = "A pack or a topic a round, the standings between",
	 .again = "Play again",
	 .together = true,
	 .rounds = true,
	 .lifelines = ALL},
	{0},
};

const struct mode *game_mode(const char *id)
{
	for (const struct mode *m = game_modes; m->id; m++)
		if (strcmp(m->id, id) == 0)
			return m;
	return NULL;
}

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

static bool by_buzzers(const struct game *g)
{
	return g->nplayers > 1 && g->options.party == PARTY_BUZZERS;
}

static bool by_turns(const struct game *g)
{
	return g->nplayers > 1 && g->options.party == PARTY_TURNS;
}

static bool is_ahead(const struct player *a, const struct player *b)
{
	if (a->score != b->score)
		return a->score > b->score;
	if (a->floor != b->floor)
		return a->floor > b->floor;
	return a->total_ms < b->total_ms;
}

int game_place(const struct game *g, int player)
{
	int place = 1;

	for (int i = 0; i < g->nplayers; i++)
		place += is_ahead(&g->players[i], &g->players[player]);
	return place;
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

/* ---- the clock ---- */

static int64_t with_more(const struct game *g, int64_t ms, int player)
{
	int more = player >= 0 ? g->options.seats[player].more_percent : 0;

	return more < 0 ? 0 : ms * (100 + more) / 100;
}

static int64_t whole_left_ms(const struct game *g)
{
	int64_t left = with_more(g, g->options.mode->whole_ms, 0) * g->options.clock_percent / 100 -
		       g->players[0].total_ms;

	return left > 1 ? left : 1;
}

static int64_t limit_ms(const struct game *g)
{
	const struct game_options *o = &g->options;
	int64_t ms;

	if (o->mode->pointless || o->clock_percent == CLOCK_OFF)
		return 0;
	if (o->mode->whole_ms > 0)
		return o->seats[0].more_percent < 0 ? 0 : whole_left_ms(g);
	ms = asked_limit_ms(game_question(g), game_asked(g),
			    o->reading_percent > 0 ? o->reading_percent : 100);
	return with_more(g, ms * o->clock_percent / 100, g->turn);
}

/* The question is seen now, for the first time. */
static void begin(struct game *g, int64_t at_ms)
{
	g->phase = PHASE_ASKING;
	g->asked_ms = at_ms;
	g->asked[g->at].limit_ms = limit_ms(g);
}

static bool turn_taken(const struct game *g)
{
	return by_buzzers(g) && g->turn >= 0;
}

static int64_t taken_ms(const struct game *g, int64_t at_ms)
{
	int64_t until = turn_taken(g) ? g->buzzed_ms : g->paused_ms < 0 ? at_ms : g->paused_ms;

	return until > g->asked_ms ? until - g->asked_ms : 0;
}

int64_t game_left_ms(const struct game *g, int64_t at_ms)
{
	const struct asked *a = game_asked(g);
	int64_t took_ms = g->phase == PHASE_ASKING    ? taken_ms(g, at_ms)
			  : g->phase == PHASE_WAITING ? 0
						      : a->took_ms;

	if (a->limit_ms == 0)
		return -1;
	return took_ms < a->limit_ms ? a->limit_ms - took_ms : 0;
}

int64_t game_turn_left_ms(const struct game *g, int64_t at_ms)
{
	int64_t limit, left;

	if (g->phase != PHASE_ASKING || !turn_taken(g) || g->options.clock_percent == CLOCK_OFF)
		return -1;
	limit = with_more(g, BUZZ_MS, g->turn);
	if (limit == 0)
		return -1;
	left = limit - ((g->paused_ms < 0 ? at_ms : g->paused_ms) - g->buzzed_ms);
	return left > 0 ? left : 0;
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
	g->buzzed_ms += at_ms - g->paused_ms;
	g->paused_ms = -1;
}

void game_set_clock(struct game *g, int percent)
{
	g->options.clock_percent = percent;
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

void game_shift(struct game *g, int64_t by_ms)
{
	g->asked_ms += by_ms;
	g->buzzed_ms += by_ms;
	if (g->paused_ms >= 0)
		g->paused_ms += by_ms;
}

/* ---- from question to question ---- */

int game_next_player(const struct game *g)
{
	if (g->at + 1 >= g->deck.n)
		return -1;
	for (int i = 1; i <= g->nplayers; i++) {
		int p = (g->turn + i) % g->nplayers;
		if (!g->players[p].out && (!by_turns(g) || g->players[p].asked < g->laps))
			return p;
	}
	return -1;
}

/* The current question, and who is to answer it. */
static void turn_to(struct game *g, int player, int64_t at_ms)
{
	g->turn = by_buzzers(g) ? -1 : player;
	g->asked_ms = at_ms;
	g->asked[g->at].player = (int8_t)g->turn;
	if (by_turns(g) || (g->at > 0 && game_round_begins(g)))
		g->phase = PHASE_WAITING;
	else
		begin(g, at_ms);
}

void game_start(struct game *g, const struct deck *d, const struct game_options *o, int64_t at_ms)
{
	assert(d->n > 0 && d->n + d->nspare <= DECK_ITEMS && o->mode && o->clock_percent >= 0);
	assert(o->nplayers <= GAME_PLAYERS && (o->nplayers < 2 || o->mode->together));
	*g = (struct game){.options = *o, .deck = *d, .paused_ms = -1};
	g->nplayers = o->nplayers > 1 ? o->nplayers : 1;
	g->laps = by_turns(g) ? (d->n + g->nplayers - 1) / g->nplayers : d->n;
	for (; (int)g->stream < d->n; g->stream++)
		asked_deal(&g->asked[g->stream], question_at(g, (int)g->stream), o->seed,
			   g->stream);
	turn_to(g, 0, at_ms);
}

void game_ready(struct game *g, int64_t at_ms)
{
	assert(g->phase == PHASE_WAITING && g->paused_ms < 0);
	begin(g, at_ms);
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

/* Wrong, or nothing in time: the question is free again for those who have not tried. */
static void free_question(struct game *g, uint32_t chosen, int64_t at_ms)
{
	struct asked *a = &g->asked[g->at];
	struct player *p = &g->players[g->turn];
	int player = g->turn;
	int64_t took_ms = taken_ms(g, at_ms);

	a->tries[a->ntries++] = (struct try){(int8_t)player, chosen, (int32_t)took_ms};
	g->turn = -1;
	if (those_left(g) == 0) {
		a->ntries--;
		g->turn = player;
		close_question(g, OUTCOME_WRONG, chosen, took_ms);
		return;
	}
	p->asked++;
	p->total_ms += took_ms;
	p->streak = 0;
	p->out = g->options.mode->wrong_ends;
	a->player = -1;
	if (a->need == 1)
		a->removed |= chosen;
	g->asked_ms += at_ms - g->buzzed_ms; /* the clock stood still */
}

enum outcome game_answer(struct game *g, uint32_t positions, int64_t at_ms)
{
	const struct asked *a = game_asked(g);
	int64_t took_ms = taken_ms(g, at_ms);
	enum outcome outcome = OUTCOME_WRONG;

	assert(g->phase == PHASE_ASKING && g->paused_ms < 0 && g->turn >= 0);
	assert(positions && positions >> a->nshown == 0 && (positions & a->removed) == 0);
	assert(a->need > 1 || bits_count(positions) == 1);

	if (game_turn_left_ms(g, at_ms) == 0) {
		free_question(g, 0, at_ms);
		return OUTCOME_LATE;
	}
	if (a->limit_ms > 0 && took_ms > a->limit_ms) {
		outcome = OUTCOME_LATE;
		took_ms = a->limit_ms;
	} else if (game_question(g)->pick == PICK_ALL ? positions == a->right
						      : (positions & a->right) != 0) {
		outcome = OUTCOME_RIGHT;
	}
	if (outcome == OUTCOME_WRONG && turn_taken(g))
		free_question(g, positions, at_ms);
	else
		close_question(g, outcome, positions, took_ms);
	return outcome;
}

bool game_may_buzz(const struct game *g, int player)
{
	const struct asked *a = game_asked(g);

	if (g->phase != PHASE_ASKING || !by_buzzers(g) || g->turn >= 0 || player >= g->nplayers ||
	    g->players[player].out)
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
	rng_init_nth(&lot, g->options.seed, (uint64_t)LOTS + 8u * (unsigned)g->at + a->ntries);
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
	assert(g->phase == PHASE_ASKING && by_buzzers(g) && g->turn < 0);
	close_question(g, OUTCOME_LATE, 0, taken_ms(g, at_ms));
}

bool game_due(const struct game *g, int64_t at_ms)
{
	if (g->phase != PHASE_ASKING)
		return false;
	return turn_taken(g) ? game_turn_left_ms(g, at_ms) == 0 : game_left_ms(g, at_ms) == 0;
}

bool game_tick(struct game *g, int64_t at_ms)
{
	if (!game_due(g, at_ms))
		return false;
	if (turn_taken(g)) {
		free_question(g, 0, at_ms);
		return true;
	}
	if (g->options.mode->whole_ms > 0) { /* what was not answered is not counted */
		g->players[0].total_ms += game_asked(g)->limit_ms;
		g->phase = PHASE_OVER;
		return true;
	}
	close_question(g, OUTCOME_LATE, 0, game_asked(g)->limit_ms);
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

/* ---- lifelines ---- */

/* The spare question of this round, or -1. */
static int find_spare(const struct game *g)
{
	const struct deck *d = &g->deck;

	for (int i = d->n; i < d->n + d->nspare; i++)
		if (d->item[i].round == d->item[g->at].round)
			return i;
	return -1;
}

static bool is_used(const struct game *g, enum lifeline l)
{
	unsigned used = game_asked(g)->used;

	if (l != LIFELINE_HINT && g->turn >= 0)
		used |= g->players[g->turn].used;
	return used >> l & 1;
}

bool game_has(const struct game *g, enum lifeline l)
{
	const struct asked *a = game_asked(g);

	if (!(g->options.mode->lifelines >> l & 1) || (by_buzzers(g) && l != LIFELINE_HINT))
		return false;
	switch (l) {
	case LIFELINE_FIFTY: return a->nshown - bits_count(a->right) > 1;
	case LIFELINE_SWAP: return is_used(g, l) || find_spare(g) >= 0;
	case LIFELINE_TIME: return a->limit_ms > 0;
	default: return game_question(g)->hint.s != NULL;
	}
}

bool game_can(const struct game *g, enum lifeline l)
{
	return g->phase == PHASE_ASKING && game_has(g, l) && !is_used(g, l);
}

static void swap_question(struct game *g, int64_t at_ms)
{
	struct deck *d = &g->deck;
	struct asked *a = &g->asked[g->at];
	int spare = find_spare(g), last = d->n + d->nspare - 1;
	uint8_t used = a->used;

	d->item[g->at] = d->item[spare];
	d->item[spare] = d->item[last];
	d->nspare--;
	asked_deal(a, game_question(g), g->options.seed, g->stream++);
	a->used = used & (uint8_t)~ONE(HINT);
	a->player = (int8_t)g->turn;
	begin(g, at_ms);
}

void game_help(struct game *g, enum lifeline l, int64_t at_ms)
{
	struct asked *a = &g->asked[g->at];

	assert(game_can(g, l) && g->paused_ms < 0);
	a->used |= (uint8_t)(1u << l);
	if (l != LIFELINE_HINT)
		g->players[g->turn].used |= 1u << l;
	if (l == LIFELINE_FIFTY)
		a->removed |= asked_halve(a, g->options.seed, (uint32_t)(HALVES + g->at));
	else if (l == LIFELINE_SWAP)
		swap_question(g, at_ms);
	else if (l == LIFELINE_TIME) {
		a->limit_ms += MORE_MS;
		a->more_ms += MORE_MS;
	}
}
