/*
 * A game by chance: packs, players, options and moves from bytes, or from a seed where they end.
 * What must hold after each move is demanded, and that the same moves make the same game again:
 * from the start, and from anywhere on another clock.
 */
#ifndef CHANCE_H
#define CHANCE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bits.h"
#include "game.h"
#include "rng.h"

#define demand(kept)                                                                               \
	do {                                                                                       \
		if (!(kept)) {                                                                     \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #kept);                 \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

enum { CHANCE_PACKS = 3, CHANCE_QUESTIONS = 40, CHANCE_MOVES = 3000 };

struct chance {
	const uint8_t *bytes;
	size_t n;
	struct rng r; /* what comes after them */
};

static inline uint32_t pick(struct chance *c, uint32_t below)
{
	uint32_t it = 0;

	if (c->n == 0)
		return rng_below(&c->r, below);
	for (uint32_t left = below; left > 1 && c->n > 0; left >>= 8, c->n--)
		it = it << 8 | *c->bytes++;
	return it % below;
}

struct table {
	struct choice choices[CHANCE_PACKS][CHANCE_QUESTIONS][PACK_CHOICES];
	struct question questions[CHANCE_PACKS][CHANCE_QUESTIONS];
	struct pack packs[CHANCE_PACKS];
	const struct pack *list[CHANCE_PACKS];
	struct text topics[4];
	struct game_options o;
	struct deal how;
	struct deck deck;
	struct game game, again, cut;
	struct move moves[CHANCE_MOVES];
	int n;
};

static inline void write_question(struct chance *c, struct table *t, int pack, int i)
{
	struct question *q = &t->questions[pack][i];
	struct choice *choices = t->choices[pack][i];

	*q = (struct question){.ask = {.s = "What is it?"}, .choices = choices};
	q->statement = pick(c, 8) == 0;
	q->nright = q->statement ? 1 : 1 + (int)pick(c, PACK_RIGHT);
	q->nchoices = q->statement ? 2 : q->nright + 1 + (int)pick(c, 10);
	q->pick = q->nright == 1 ? PICK_ONE : (uint8_t)pick(c, 3);
	for (int k = 0; k < q->nchoices; k++)
		choices[k] = (struct choice){.text = {.s = "That"}, .right = k < q->nright};
	q->show = (uint8_t)(2 + pick(c, PACK_SHOWN - 1));
	q->shuffle = (uint8_t)pick(c, 3);
	q->level = (uint8_t)pick(c, 6);
	q->points = pick(c, 2) ? -1 : (int)pick(c, 1000);
	q->time_s = (int)pick(c, 40) - 1;
	q->hint.s = pick(c, 2) ? "Think" : NULL;
	q->topic = pick(c, 5) ? &t->topics[pick(c, 4)] : NULL;
}

static inline void lay(struct chance *c, struct table *t)
{
	static const int clocks[] = {CLOCK_OFF, CLOCK_STANDARD, CLOCK_STANDARD, CLOCK_DOUBLE};
	static const int readings[] = {0, 75, 100, 150, 200}, more[] = {0, 0, 50, 100, -1};
	static char *const names[] = {"One", "Two", "Three", "Four"};
	int modes = 0;

	while (game_modes[modes].id)
		modes++;
	for (int i = 0; i < 4; i++)
		t->topics[i].s = names[i];
	t->how = (struct deal){.packs = t->list, .npacks = 1 + (int)pick(c, CHANCE_PACKS)};
	for (int p = 0; p < t->how.npacks; p++) {
		t->packs[p] = (struct pack){.id = names[p],
					    .title = {.s = names[p]},
					    .questions = t->questions[p],
					    .nquestions = 1 + (int)pick(c, CHANCE_QUESTIONS),
					    .in_order = pick(c, 4) == 0};
		t->list[p] = &t->packs[p];
		for (int i = 0; i < t->packs[p].nquestions; i++)
			write_question(c, t, p, i);
	}
	t->o = (struct game_options){.mode = &game_modes[pick(c, (uint32_t)modes)],
				     .seed = pick(c, UINT32_MAX),
				     .clock_percent = clocks[pick(c, 4)],
				     .reading_percent = readings[pick(c, 5)],
				     .even = pick(c, 3) == 0,
				     .party = pick(c, 2) ? PARTY_TURNS : PARTY_BUZZERS};
	t->o.nplayers = t->o.mode->together ? (int)pick(c, GAME_PLAYERS + 1) : 1;
	for (int i = 0; i < t->o.nplayers; i++)
		t->o.seats[i].more_percent = more[pick(c, 5)];
	t->how.mode = t->o.mode;
	t->how.wanted = pick(c, 2) ? 0 : 1 + (int)pick(c, 30);
	t->how.seed = t->o.seed;
	t->how.nplayers = t->o.nplayers;
	t->how.party = t->o.party;
	memset(&t->deck, 0, sizeof t->deck);
	deck_deal(&t->deck, &t->how);
}

/* ---- what must hold ---- */

static inline void demand_deck(const struct game *g)
{
	const struct deck *d = &g->deck;

	demand(d->n > 0 && d->n + d->nspare <= DECK_ITEMS);
	demand(g->at >= 0 && g->at < d->n);
	for (int i = 0; i < d->n + d->nspare && !g->options.mode->returns; i++)
		for (int k = 0; k < i; k++)
			demand(d->item[i].pack != d->item[k].pack ||
			       d->item[i].question != d->item[k].question);
	for (int i = 1; i < d->n; i++)
		demand(d->item[i].round - d->item[i - 1].round <= 1 &&
		       d->item[i].round >= d->item[i - 1].round);
	demand(d->item[d->n - 1].round < d->nrounds);
}

static inline void demand_asked(const struct game *g, const struct asked *a)
{
	uint32_t all = (UINT32_C(1) << a->nshown) - 1;

	demand(a->nshown >= 2 && a->nshown <= PACK_SHOWN && a->right && !(a->right & ~all));
	demand(!(a->removed & a->right) && !(a->chosen & ~all));
	demand(a->limit_ms >= 0 && a->took_ms >= 0 && a->more_ms >= 0);
	demand(a->limit_ms == 0 || a->took_ms <= a->limit_ms);
	demand(a->speed >= 0 && a->speed * 5 <= a->base);
	demand(!g->options.even || a->speed == 0);
	demand(a->outcome == OUTCOME_RIGHT || game_points(a) == 0);
	demand(!g->options.mode->pointless || game_points(a) == 0);
	demand(a->ntries < GAME_PLAYERS);
}

static inline void demand_sums(const struct game *g)
{
	struct player sum[GAME_PLAYERS] = {0};

	for (int i = 0; i <= g->at; i++) {
		const struct asked *a = &g->asked[i];
		for (int k = 0; k < a->ntries; k++) {
			sum[a->tries[k].player].asked++;
			sum[a->tries[k].player].total_ms += a->tries[k].took_ms;
		}
		if (a->outcome != OUTCOME_NONE && a->player >= 0) {
			struct player *p = &sum[a->player];
			p->asked++;
			p->right += a->outcome == OUTCOME_RIGHT;
			p->score += game_points(a);
			p->total_ms += a->took_ms;
		} else if (a->outcome == OUTCOME_NONE && g->phase == PHASE_OVER) {
			sum[0].total_ms += a->took_ms; /* a sprint's last one */
		}
	}
	for (int i = 0; i < g->nplayers; i++) {
		const struct player *p = &g->players[i];
		demand(p->score == sum[i].score && p->asked == sum[i].asked);
		demand(p->right == sum[i].right && p->floor == p->right);
		demand(p->total_ms == sum[i].total_ms);
		demand(p->streak <= p->best_streak && p->best_streak <= p->right);
		demand(!p->out || g->options.mode->wrong_ends);
		demand(game_place(g, i) >= 1 && game_place(g, i) <= g->nplayers);
	}
}

static inline void demand_turn(const struct game *g, int64_t now_ms)
{
	bool open = g->phase == PHASE_ASKING || g->phase == PHASE_WAITING;
	int least = DECK_ITEMS, most = 0, playing = 0;
	int64_t left = game_left_ms(g, now_ms), turn = game_turn_left_ms(g, now_ms);

	demand(g->turn >= -1 && g->turn < g->nplayers);
	demand(!open || g->turn < 0 || !g->players[g->turn].out);
	demand(g->nplayers > 1 || g->turn == 0);
	demand(left >= -1 && left <= game_asked(g)->limit_ms);
	demand(turn < 0 || g->phase == PHASE_ASKING);
	for (int i = 0; i < g->nplayers; i++) {
		if (g->players[i].out)
			continue;
		playing++;
		least = g->players[i].asked < least ? g->players[i].asked : least;
		most = g->players[i].asked > most ? g->players[i].asked : most;
	}
	demand(playing > 0 || !open);
	if (g->nplayers > 1 && g->options.party == PARTY_TURNS && playing > 1) {
		demand(most - least <= 1);
		demand(g->phase != PHASE_OVER || most == least || g->deck.n < g->nplayers);
	}
}

/* ---- moves ---- */

static inline struct move think(struct chance *c, const struct game *g, int64_t now_ms)
{
	static const uint8_t ops[] = {OP_READY,  OP_READY,  OP_BUZZ,  OP_BUZZ,   OP_ANSWER,
				      OP_ANSWER, OP_ANSWER, OP_SKIP,  OP_HELP,   OP_TICK,
				      OP_NEXT,   OP_NEXT,   OP_PAUSE, OP_RESUME, OP_RESUME,
				      OP_CLOCK,  OP_LISTEN, OP_HEARD};
	static const int clocks[] = {CLOCK_OFF, CLOCK_STANDARD, CLOCK_DOUBLE};
	struct move m = {(enum op)ops[pick(c, sizeof ops)], 0, now_ms};
	int64_t left = game_left_ms(g, now_ms), turn = game_turn_left_ms(g, now_ms);

	switch (pick(c, 12)) {
	case 0: m.at_ms += left > 0 ? left : 0; break;
	case 1: m.at_ms += left > 0 ? left + 1 : 0; break;
	case 2: m.at_ms += turn > 0 ? turn + pick(c, 2) : 0; break;
	case 3: m.at_ms += pick(c, 100000); break;
	case 4: break;
	default: m.at_ms += pick(c, 3000);
	}
	switch (m.op) {
	case OP_ANSWER:
		m.arg = pick(c, 2) ? 1u << pick(c, PACK_SHOWN) : 1 + pick(c, 63);
		if (pick(c, 2) && g->phase == PHASE_ASKING)
			m.arg = game_asked(g)->need > 1
					? game_asked(g)->right
					: game_asked(g)->right & -game_asked(g)->right;
		break;
	case OP_BUZZ: m.arg = pick(c, 2) ? 1u << pick(c, GAME_PLAYERS) : pick(c, 256); break;
	case OP_HELP: m.arg = pick(c, LIFELINES + 1); break;
	case OP_CLOCK: m.arg = (uint32_t)clocks[pick(c, 3)]; break;
	case OP_LISTEN: m.arg = pick(c, 10000); break;
	default: break;
	}
	return m;
}

static inline void demand_same(const struct game *a, const struct game *b)
{
	demand(memcmp(a, b, sizeof *a) == 0);
}

/* Made once more, and from anywhere on another clock. */
static inline void play_again(struct chance *c, struct table *t)
{
	int at = t->n > 0 ? (int)pick(c, (uint32_t)t->n) : 0;
	int64_t by_ms = (int64_t)pick(c, 1000000);

	memset(&t->again, 0, sizeof t->again);
	game_start(&t->again, &t->deck, &t->o, 1000);
	for (int i = 0; i < t->n; i++) {
		if (i == at) {
			t->cut = t->again;
			if (pick(c, 2) && i > 0) /* a clock that has just begun */
				by_ms = -t->moves[i - 1].at_ms;
			game_shift(&t->cut, by_ms);
		}
		demand(game_allows(&t->again, &t->moves[i]));
		game_move(&t->again, &t->moves[i]);
		if (i >= at) {
			struct move m = t->moves[i];
			m.at_ms += by_ms;
			demand(game_allows(&t->cut, &m));
			game_move(&t->cut, &m);
		}
	}
	demand_same(&t->game, &t->again);
	if (t->n == 0)
		return;
	game_shift(&t->cut, -by_ms);
	demand_same(&t->game, &t->cut);
}

static inline void play_by_chance(struct chance *c, struct table *t)
{
	struct game *g = &t->game;
	int64_t now_ms = 1000;
	int misses = 0;

	lay(c, t);
	t->n = 0;
	memset(g, 0, sizeof *g);
	game_start(g, &t->deck, &t->o, now_ms);
	while ((g->phase != PHASE_OVER || g->paused_ms >= 0) && t->n < CHANCE_MOVES - 1 &&
	       misses < 1000) {
		struct move m = think(c, g, now_ms);
		if (game_due(g, m.at_ms) && pick(c, 4))
			m.op = OP_TICK; /* as a program does, that wakes for it */
		if (g->phase == PHASE_OVER)
			m.op = OP_RESUME;
		misses++;
		if (!game_allows(g, &m))
			continue;
		misses = 0;
		game_move(g, &m);
		t->moves[t->n++] = m;
		now_ms = m.at_ms;
		demand_deck(g);
		demand_asked(g, game_asked(g));
		demand_sums(g);
		demand_turn(g, now_ms);
	}
	demand(misses < 1000);
	if (g->paused_ms >= 0) { /* only so that both clocks can be compared */
		t->moves[t->n] = (struct move){OP_RESUME, 0, now_ms};
		game_move(g, &t->moves[t->n++]);
	}
	play_again(c, t);
}

#endif
