/*
 * What the tests of the store share: a folder of their own, a pack from a string, and games that
 * play themselves and are kept move by move.
 */
#ifndef STORED_H
#define STORED_H

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bits.h"
#include "rng.h"
#include "store.h"

static char folder[64], file[128];

static int erase(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st, (void)kind, (void)ftw;
	return remove(path);
}

static inline int make_folder(void **state)
{
	(void)state;
	/* in memory where that is: there are many, and no sync is worth anything to a test */
	snprintf(folder, sizeof folder, "%s/stairwell-store-XXXXXX",
		 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(folder));
	snprintf(file, sizeof file, "%s/stairwell.db", folder);
	return 0;
}

static inline int drop_folder(void **state)
{
	(void)state;
	return nftw(folder, erase, 8, FTW_DEPTH | FTW_PHYS);
}

/* A pack of n questions with four choices each, every third a statement, in topics of four. */
static inline const struct pack *make_pack(const char *id, int n)
{
	char *text = NULL;
	size_t size;
	FILE *f = open_memstream(&text, &size);
	struct diag d;

	fprintf(f, "title = The %s\nid = %s\nversion = 3\n", id, id);
	for (int i = 0; i < n; i++) {
		if (i % 4 == 0)
			fprintf(f, "[topic Part %d]\n", i / 4);
		fprintf(f, "[question n%d]\nask = What is number %d of %s?\n", i, i, id);
		if (i % 3 == 2)
			fprintf(f, "answer = %s\n", i % 2 ? "true" : "false");
		else
			fprintf(f, "right = R%d\nwrong = W%d\nwrong = V%d\nwrong = U%d\n", i, i, i,
				i);
		fprintf(f, "hint = It is %d.\n", i);
	}
	fclose(f);
	diag_init(&d, id);
	const struct pack *p = pack_read(text, size, id, &d);
	assert_int_equal(d.errors, 0);
	diag_finish(&d);
	free(text);
	return p;
}

static inline struct moment moment(int64_t unix_ms)
{
	return (struct moment){unix_ms, 60};
}

struct run {
	struct store *store;
	struct game game;
	int64_t id, at_ms, unix_ms;
	struct made made; /* the last move */
	bool kept;
};

static inline bool begin_run(struct run *r, struct store *s, const struct pack *const *packs,
			     int npacks, const struct game_options *o, int wanted)
{
	static struct deck d;
	struct deal how = {.packs = packs,
			   .npacks = npacks,
			   .mode = o->mode,
			   .wanted = wanted,
			   .seed = o->seed,
			   .nplayers = o->nplayers,
			   .party = o->party};

	deck_deal(&d, &how);
	r->store = s;
	if (r->at_ms == 0)
		r->at_ms = 1000;
	if (r->unix_ms == 0)
		r->unix_ms = INT64_C(1700000000000);
	game_start(&r->game, &d, o, r->at_ms);
	r->id = store_begin(s, &r->game, "", moment(r->unix_ms));
	return r->id > 0;
}

/* The move is made, and kept as the app keeps it. */
static inline void make_move(struct run *r, enum op op, uint32_t arg, int64_t later_ms)
{
	struct game *g = &r->game;
	struct move m = {op, arg, r->at_ms += later_ms};
	enum phase before = g->phase;
	int at = g->at, tries = game_asked(g)->ntries;

	r->unix_ms += later_ms;
	assert_true(game_allows(g, &m));
	game_move(g, &m);
	bool closed = before == PHASE_ASKING && g->phase == PHASE_ANSWERED;
	bool tried = g->asked[at].ntries > tries;
	r->made = store_made(g, &m, closed || tried ? at : -1, moment(r->unix_ms));
	r->kept = store_moves(r->store, r->id, g, &r->made, 1);
}

static inline uint32_t pick(const struct asked *a, bool right)
{
	uint32_t all = (UINT32_C(1) << a->nshown) - 1, wrong = all & ~a->right & ~a->removed;

	return right || !wrong ? (a->need > 1 ? a->right : a->right & -a->right) : wrong & -wrong;
}

/* Some move that can be made now, by lot. */
static inline void move_somehow(struct run *r, struct rng *lot)
{
	const struct game *g = &r->game;
	int64_t later = 200 + rng_below(lot, 3000);

	if (g->paused_ms >= 0) {
		make_move(r, OP_RESUME, 0, later);
	} else if (rng_below(lot, 12) == 0) {
		make_move(r, OP_PAUSE, 0, later);
	} else if (g->phase == PHASE_WAITING) {
		make_move(r, OP_READY, 0, later);
	} else if (g->phase == PHASE_ANSWERED) {
		make_move(r, OP_NEXT, 0, later);
	} else if (game_due(g, r->at_ms)) {
		make_move(r, OP_TICK, 0, 0);
	} else if (g->turn < 0) {
		uint32_t who = rng_below(lot, 1u << g->nplayers);

		for (int i = 0; i < g->nplayers; i++)
			if (!game_may_buzz(g, i))
				who &= ~(1u << i);
		make_move(r, who ? OP_BUZZ : OP_SKIP, who, later);
	} else {
		enum lifeline l = (enum lifeline)rng_below(lot, 3 * LIFELINES);

		if (l < LIFELINES && game_can(g, l))
			make_move(r, OP_HELP, l, later);
		else
			make_move(r, OP_ANSWER, pick(game_asked(g), rng_below(lot, 3) > 0), later);
	}
}

static inline bool end_run(struct run *r)
{
	return store_end(r->store, r->id, &r->game, true, moment(r->unix_ms));
}

static inline void play_to_the_end(struct run *r, uint64_t seed)
{
	struct rng lot;

	rng_init(&lot, seed);
	while (r->game.phase != PHASE_OVER)
		move_somehow(r, &lot);
}

/* One player, right so many times, the rest wrong. */
static inline void play_plainly(struct run *r, int right)
{
	while (r->game.phase != PHASE_OVER) {
		if (r->game.phase == PHASE_ASKING)
			make_move(r, OP_ANSWER, pick(game_asked(&r->game), right-- > 0), 1500);
		else
			make_move(r, OP_NEXT, 0, 500);
	}
}

#endif
