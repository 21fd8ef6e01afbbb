/* The clock of a question, of a turn and of a whole game. */
#include "gamerules.h"

#include "asked.h"

/* The time as the game has it: in a pause, when that began. */
static int64_t stopped_ms(const struct game *g, int64_t at_ms)
{
	return g->paused_ms < 0 ? at_ms : g->paused_ms;
}

static int64_t with_more(const struct game *g, int64_t ms, int player)
{
	int more = player >= 0 ? g->options.seats[player].more_percent : 0;

	return more < 0 ? 0 : ms * (100 + more) / 100;
}

static int64_t whole_left_ms(const struct game *g)
{
	return with_more(g, g->options.mode->whole_ms, 0) * g->options.clock_percent / 100 -
	       g->players[0].total_ms;
}

static bool has_whole(const struct game *g)
{
	return g->options.mode->whole_ms > 0 && g->options.clock_percent != CLOCK_OFF &&
	       g->options.seats[0].more_percent >= 0;
}

bool game_whole_over(const struct game *g)
{
	return has_whole(g) && whole_left_ms(g) <= 0;
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

void game_begin(struct game *g, int64_t at_ms)
{
	g->phase = PHASE_ASKING;
	g->asked_ms = at_ms;
	g->asked[g->at].limit_ms = limit_ms(g);
}

bool game_turn_taken(const struct game *g)
{
	return game_by_buzzers(g) && g->turn >= 0;
}

int64_t game_taken_ms(const struct game *g, int64_t at_ms)
{
	int64_t until = game_turn_taken(g) ? g->buzzed_ms : stopped_ms(g, at_ms);

	return until > g->asked_ms ? until - g->asked_ms : 0;
}

int64_t game_left_ms(const struct game *g, int64_t at_ms)
{
	const struct asked *a = game_asked(g);
	int64_t took_ms = g->phase == PHASE_ASKING    ? game_taken_ms(g, at_ms)
			  : g->phase == PHASE_WAITING ? 0
						      : a->took_ms;

	if (a->limit_ms == 0)
		return -1;
	return took_ms < a->limit_ms ? a->limit_ms - took_ms : 0;
}

/* 0: it has no end. */
static int64_t turn_limit_ms(const struct game *g)
{
	return with_more(g, (int64_t)BUZZ_MS * g->options.clock_percent / 100, g->turn);
}

static int64_t turn_lasted_ms(const struct game *g, int64_t at_ms)
{
	return stopped_ms(g, at_ms) - g->buzzed_ms;
}

bool game_turn_over(const struct game *g, int64_t at_ms)
{
	return turn_limit_ms(g) > 0 && turn_lasted_ms(g, at_ms) > turn_limit_ms(g);
}

int64_t game_turn_left_ms(const struct game *g, int64_t at_ms)
{
	int64_t left;

	if (g->phase != PHASE_ASKING || !game_turn_taken(g) || turn_limit_ms(g) == 0)
		return -1;
	left = turn_limit_ms(g) - turn_lasted_ms(g, at_ms);
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
	int64_t until_ms = stopped_ms(g, at_ms) + length_ms;

	if (!game_asked(g)->heard && g->asked_ms < until_ms)
		g->asked_ms = until_ms;
}

void game_heard(struct game *g, int64_t at_ms)
{
	g->asked[g->at].heard = true;
	if (g->asked_ms > stopped_ms(g, at_ms))
		g->asked_ms = stopped_ms(g, at_ms);
}

void game_shift(struct game *g, int64_t by_ms)
{
	/* In a pause only how far its times are apart says something; and no pause begins before
	 * the clock does. */
	if (g->paused_ms >= 0 && by_ms < -g->paused_ms)
		by_ms = -g->paused_ms;
	g->asked_ms += by_ms;
	g->buzzed_ms += by_ms;
	if (g->paused_ms >= 0)
		g->paused_ms += by_ms;
}
