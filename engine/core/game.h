/*
 * The rules. A struct game is a plain value: copying it is a snapshot (the packs in its deck are
 * borrowed: whoever starts a game keeps them until it is over). Time comes in as milliseconds of
 * one clock that never runs backwards.
 *
 * Clock: the question's own time, or else 10 s + 60 ms a character shown (ask and choices, as their
 * author wrote them), up to a whole second; times clock_percent. Points: base = the question's
 * points, or 100 x level (3 where none is given); speed = base x time left / (5 x limit), rounded
 * down, 0 with no clock; 50 more from the third right answer in a row. Right is one floor up.
 *
 * Which choices are shown, and where, comes from a stream of the seed of each question's own: an
 * edit of one question leaves the others as they were. Calls out of turn are our mistakes: assert.
 */
#ifndef GAME_H
#define GAME_H

#include <stdbool.h>
#include <stdint.h>

#include "pack.h"

/* A mode is a row, not a branch. */
struct mode {
	const char *id, *name, *line; /* line: what it is, in one sentence without a full stop */
	const char *again;            /* the button that starts it once more */
	bool wrong_ends;              /* one wrong answer ends the game */
};

extern const struct mode game_modes[];        /* ends with an id of NULL */
const struct mode *game_mode(const char *id); /* NULL: there is none */

struct deck {
	struct {
		const struct pack *pack;
		uint32_t question; /* index */
	} item[PACK_DRAW];
	int n;
};

/*
 * Draws up to `wanted` questions (at most PACK_DRAW) from the packs, merged and shuffled by the
 * seed; a single pack with `order = file` gives its first ones in its order. wanted 0: the pack's
 * own `draw` when there is one pack, else 12. The deck is empty where the packs are.
 */
void deck_deal(struct deck *d, const struct pack *const *packs, int npacks, int wanted,
	       uint64_t seed);

enum { CLOCK_OFF = 0, CLOCK_STANDARD = 100, CLOCK_DOUBLE = 200 }; /* percent of a question's time */

struct game_options {
	const struct mode *mode;
	uint64_t seed;
	int clock_percent;
};

enum outcome {
	OUTCOME_NONE, /* not answered yet */
	OUTCOME_RIGHT,
	OUTCOME_WRONG,
	OUTCOME_LATE, /* the clock ran out */
};

/* One question of the game, as it was or will be asked. */
struct asked {
	uint8_t shown[PACK_SHOWN]; /* indexes of the question's choices, as ordered on the screen */
	uint8_t nshown;
	uint8_t need;    /* how many must be chosen: 1, or all the right ones shown */
	uint32_t right;  /* set of positions on the screen; for pick any, each is enough */
	uint32_t chosen; /* set of positions; 0 when none */
	enum outcome outcome;
	int64_t limit_ms; /* 0: no clock */
	int64_t took_ms;
	int base, speed, streak; /* points it brought, and what for */
};

enum phase { PHASE_ASKING, PHASE_ANSWERED, PHASE_OVER };

struct game {
	struct game_options options;
	struct deck deck;
	struct asked asked[PACK_DRAW];
	int at; /* index of the current question */
	enum phase phase;
	int64_t asked_ms;  /* when the clock of the current question began, moved on by pauses; or
			      will */
	int64_t paused_ms; /* when the pause began; -1: it runs */
	int score, floor, right, streak, best_streak;
	int64_t total_ms; /* time taken over all questions answered */
};

/* The deck must not be empty. */
void game_start(struct game *g, const struct deck *d, const struct game_options *o, int64_t at_ms);

const struct question *game_question(const struct game *g);
const struct pack *game_pack(const struct game *g);
const struct asked *game_asked(const struct game *g);
const struct choice *game_choice(const struct game *g, int position); /* of the current question */

/*
 * Answers the current question with a set of positions (a single one where `need` is 1); at_ms
 * after the limit counts as late. Not while paused.
 */
enum outcome game_answer(struct game *g, uint32_t positions, int64_t at_ms);

/* Time goes by; true when this ended the question (OUTCOME_LATE), at the limit itself already. */
bool game_tick(struct game *g, int64_t at_ms);

/* Of the current question; -1: no clock. Once it is answered, what was left then. */
int64_t game_left_ms(const struct game *g, int64_t at_ms);

/* Stop and start the clock; pausing a paused game, or resuming a running one, changes nothing. */
void game_pause(struct game *g, int64_t at_ms);
void game_resume(struct game *g, int64_t at_ms);

/* Another clock, from the next question on. */
void game_set_clock(struct game *g, int percent);

/*
 * A question that begins with a sound is fair to all: its clock does not run before the sound has
 * been heard once. game_listen: it begins to play now and is so long; game_heard: that is over
 * earlier, because it was stopped or can't be played. An answer meanwhile takes no time at all.
 */
void game_listen(struct game *g, int64_t at_ms, int64_t length_ms);
void game_heard(struct game *g, int64_t at_ms);

/*
 * On to the next question, once the current one is answered; false: that was the last one, or the
 * mode ends here. The phase is PHASE_OVER then, and the current question stays the one it was.
 */
bool game_next(struct game *g, int64_t at_ms);

/* Several of those shown are right, and one is enough (pick any). */
bool game_enough(const struct asked *a);

/* What an outcome brought: base + speed + streak of that question. */
int game_points(const struct asked *a);

#endif
