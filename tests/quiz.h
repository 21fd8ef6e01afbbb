/*
 * What the tests of the rules share: questions by hand, a game of them, and a measure of chance.
 */
#ifndef QUIZ_H
#define QUIZ_H

#include <string.h>

#include "game.h"

/* A question with `nright` right choices before `nwrong` wrong ones; the choices are static. */
static inline struct question make(int nright, int nwrong)
{
	static struct choice right_first[PACK_RIGHT + 1][PACK_CHOICES];

	for (int i = 0; i < PACK_CHOICES; i++)
		right_first[nright][i] =
			(struct choice){.text = {.s = "abcd"}, .right = i < nright};
	return (struct question){
		.ask = {.s = "0123456789"},
		.choices = right_first[nright],
		.nchoices = nright + nwrong,
		.nright = nright,
		.show = PACK_SHOWN,
		.pick = nright > 1 ? PICK_ALL : PICK_ONE,
		.points = -1,
		.time_s = -1,
	};
}

static struct game game;

/* A deck for one player. */
static inline void deal(struct deck *d, const struct pack *const *packs, int npacks, int wanted,
			uint64_t seed)
{
	deck_deal(d, &(struct deal){.packs = packs,
				    .npacks = npacks,
				    .mode = game_modes,
				    .wanted = wanted,
				    .seed = seed});
}

/* A game of these questions, in their order, at time 0. */
static inline void start_as(const char *mode, struct question *questions, int n, uint64_t seed,
			    int clock)
{
	static struct pack pack;
	const struct pack *packs[] = {&pack};
	struct game_options o = {.mode = game_mode(mode), .seed = seed, .clock_percent = clock};
	struct deck d;

	pack = (struct pack){.questions = questions, .nquestions = n, .in_order = true};
	deal(&d, packs, 1, n, seed);
	game_start(&game, &d, &o, 0);
}

static inline void start(struct question *questions, int n, uint64_t seed)
{
	start_as("climb", questions, n, seed, CLOCK_STANDARD);
}

static inline void start_one(struct question q, uint64_t seed)
{
	static struct question only;

	only = q;
	start(&only, 1, seed);
}

/* The same for several players; `more` NULL: nobody has other time. */
static inline void start_together(const char *mode, enum party party, int nplayers,
				  struct question *questions, int n, uint64_t seed, const int *more)
{
	static struct pack pack;
	const struct pack *packs[] = {&pack};
	struct game_options o = {.mode = game_mode(mode),
				 .seed = seed,
				 .clock_percent = CLOCK_STANDARD,
				 .party = party,
				 .nplayers = nplayers};
	struct deck d;

	for (int i = 0; i < nplayers; i++)
		o.seats[i] = (struct seat){.name = "Mina", .more_percent = more ? more[i] : 0};
	pack = (struct pack){.questions = questions, .nquestions = n, .in_order = true};
	deck_deal(&d, &(struct deal){.packs = packs,
				     .npacks = 1,
				     .mode = o.mode,
				     .wanted = n,
				     .seed = seed,
				     .nplayers = nplayers,
				     .party = party});
	game_start(&game, &d, &o, 0);
}

static inline uint32_t all_shown(void)
{
	return (UINT32_C(1) << game_asked(&game)->nshown) - 1;
}

static inline uint32_t right_one(void)
{
	uint32_t right = game_asked(&game)->right;

	return game_asked(&game)->need > 1 ? right : right & -right;
}

static inline uint32_t wrong_one(void)
{
	uint32_t wrong = all_shown() & ~game_asked(&game)->right;

	return wrong & -wrong;
}

/* Answers three seconds into the question, then goes on. */
static inline bool play_on(uint32_t positions)
{
	int64_t at_ms = game.asked_ms + 3000;

	game_answer(&game, positions, at_ms);
	return game_next(&game, at_ms + 1000);
}

static inline bool is_shown(int choice)
{
	const struct asked *a = game_asked(&game);

	return memchr(a->shown, choice, a->nshown) != NULL;
}

/* How far the counts are from equal ones; 0 is equal. */
static inline double chi_square(const int *counts, int n)
{
	double sum = 0, chi = 0;

	for (int i = 0; i < n; i++)
		sum += counts[i];
	for (int i = 0; i < n; i++)
		chi += (counts[i] - sum / n) * (counts[i] - sum / n) * n / sum;
	return chi;
}

#endif
