/* The moves of a game as data. */
#include "game.h"

#include <assert.h>

#include "bits.h"

/* A thousand years: what is read from a disk may be anything. */
#define LATEST_MS (INT64_C(1000) * 366 * 24 * 60 * 60 * 1000)

static bool may_answer(const struct game *g, uint32_t positions)
{
	const struct asked *a = game_asked(g);

	return g->phase == PHASE_ASKING && g->turn >= 0 && positions &&
	       positions >> a->nshown == 0 && (positions & a->removed) == 0 &&
	       (a->need > 1 || bits_count(positions) == 1);
}

static bool may_buzz(const struct game *g, uint32_t players)
{
	for (int i = 0; i < 32; i++)
		if (players >> i & 1 && (i >= GAME_PLAYERS || !game_may_buzz(g, i)))
			return false;
	return players != 0;
}

bool game_allows(const struct game *g, const struct move *m)
{
	bool runs = g->paused_ms < 0;

	if (m->at_ms < 0 || m->at_ms > LATEST_MS)
		return false;
	switch (m->op) {
	case OP_READY: return runs && g->phase == PHASE_WAITING;
	case OP_BUZZ: return runs && may_buzz(g, m->arg);
	case OP_ANSWER: return runs && may_answer(g, m->arg);
	case OP_SKIP: return runs && g->phase == PHASE_ASKING && game_by_buzzers(g) && g->turn < 0;
	case OP_HELP: return runs && m->arg < LIFELINES && game_can(g, (enum lifeline)m->arg);
	case OP_NEXT: return runs && g->phase == PHASE_ANSWERED;
	case OP_CLOCK: return m->arg <= 1000;
	case OP_LISTEN:
	case OP_HEARD:
	case OP_TICK:
	case OP_PAUSE:
	case OP_RESUME: return true;
	}
	return false;
}

void game_move(struct game *g, const struct move *m)
{
	assert(game_allows(g, m));
	switch (m->op) {
	case OP_READY: game_ready(g, m->at_ms); break;
	case OP_BUZZ: game_buzz(g, m->arg, m->at_ms); break;
	case OP_ANSWER: game_answer(g, m->arg, m->at_ms); break;
	case OP_SKIP: game_skip(g, m->at_ms); break;
	case OP_HELP: game_help(g, (enum lifeline)m->arg, m->at_ms); break;
	case OP_TICK: game_tick(g, m->at_ms); break;
	case OP_NEXT: game_next(g, m->at_ms); break;
	case OP_PAUSE: game_pause(g, m->at_ms); break;
	case OP_RESUME: game_resume(g, m->at_ms); break;
	case OP_CLOCK: game_set_clock(g, (int)m->arg); break;
	case OP_LISTEN: game_listen(g, m->at_ms, m->arg); break;
	case OP_HEARD: game_heard(g, m->at_ms); break;
	}
}
