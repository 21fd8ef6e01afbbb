/*
 * The rules. A struct game is a plain value: copying it is a snapshot (the packs in its deck are
 * borrowed: whoever starts a game keeps them until it is over). Time comes in as milliseconds of
 * one clock that never runs backwards.
 *
 * Clock: the question's own time, or else 10 s + 60 ms a character shown (ask and choices, as their
 * author wrote them), up to a whole second; a slow reader's 60 ms are more, and come on top of the
 * question's own time too, a fast one's never shorten that; times clock_percent, and what the
 * player has more. Points: base = the question's points, or 100 x level (3 where none is given);
 * speed = base x time left / (5 x limit), rounded down, 0 with no clock, and a lifeline's seconds
 * earn none; 50 more from the third right answer in a row. Right is one floor up.
 *
 * A mode's clock for the whole game is times clock_percent and what the player has more, too. It
 * runs while questions are open and not between them. The answer that uses it up counts; the
 * question it runs out on does not.
 *
 * Together there are two ways. In turns: a question is one player's, and all get as many; each
 * waits (PHASE_WAITING) until that player is ready. With buzzers: a question is everybody's, the
 * first press takes the turn, the question's clock stands still meanwhile, and the answer has 5 s,
 * times clock_percent, and what that player has more; a wrong one, or none, frees the question for
 * those who have not tried, without the choice that was wrong. It is over with the last of them,
 * and when only right choices are left. Presses of one moment are a tie, which the seed's lot
 * decides.
 *
 * Which choices are shown, and where, comes from a stream of the seed of each question's own: an
 * edit of one question leaves the others as they were. Calls out of turn are our mistakes: assert.
 */
#ifndef GAME_H
#define GAME_H

#include <stdbool.h>
#include <stdint.h>

#include "deck.h"
#include "pack.h"

enum lifeline {
	LIFELINE_FIFTY, /* takes wrong choices away: two are left, or one wrong one */
	LIFELINE_SWAP,  /* another question in its place */
	LIFELINE_TIME,  /* 20 s more */
	LIFELINE_HINT,  /* what the author says to help; once a question, the others once a game */
	LIFELINES
};

/* A mode is a row, not a branch. */
struct mode {
	const char *id, *name, *line; /* line: what it is, in one sentence without a full stop */
	const char *again;            /* the button that starts it once more */
	bool first;         /* offered on the first page; the others on a page of theirs */
	bool wrong_ends;    /* one wrong answer ends a player's game */
	bool returns;       /* a question answered wrong comes back, until it is right */
	bool pointless;     /* no points and no clock */
	bool together;      /* several can play it */
	bool rounds;        /* of a pack or a topic each, with the standings between them */
	bool daily;         /* the date is the seed */
	int questions;      /* so many, whatever is asked for; 0: as asked for */
	int64_t whole_ms;   /* one clock for the whole game; 0: each question has its own */
	unsigned lifelines; /* set of 1 << enum lifeline */
};

extern const struct mode game_modes[];        /* ends with an id of NULL */
const struct mode *game_mode(const char *id); /* NULL: there is none */

enum {
	CLOCK_OFF = 0, /* percent of a question's time */
	CLOCK_STANDARD = 100,
	CLOCK_DOUBLE = 200,
	GAME_NAME = 40,    /* bytes of a player's name */
	BUZZ_MS = 5000,    /* to answer, for who pressed first */
	MORE_MS = 20000,   /* of LIFELINE_TIME */
	STREAK_BONUS = 50, /* points */
};

struct seat {
	char name[GAME_NAME]; /* UTF-8; "" for one who plays alone */
	int more_percent;     /* time on top of what others have; -1: no clock */
};

struct game_options {
	const struct mode *mode;
	uint64_t seed;
	int clock_percent;
	int reading_percent; /* of the time a character takes to read; 0: 100 */
	bool even;           /* speed earns nothing */
	enum party party;
	int nplayers; /* 0: 1 */
	struct seat seats[GAME_PLAYERS];
	bool mistakes; /* only questions that were answered wrong before */
};

enum outcome {
	OUTCOME_NONE, /* not answered yet */
	OUTCOME_RIGHT,
	OUTCOME_WRONG,
	OUTCOME_LATE, /* the clock ran out, or a turn's five seconds, or nobody pressed */
};

/* With buzzers: one who was wrong before another had the question. */
struct guess {
	int8_t player;
	uint32_t chosen; /* 0: nothing in time */
	int32_t took_ms;
};

/* One question of the game, as it was or will be asked. */
struct asked {
	uint8_t shown[PACK_SHOWN]; /* indexes of the question's choices, as ordered on the screen */
	uint8_t nshown;
	uint8_t need;     /* how many must be chosen: 1, or all the right ones shown */
	int8_t player;    /* whose it is, or was answered by; -1: nobody's yet */
	uint8_t used;     /* set of lifelines */
	uint8_t ntries;   /* with buzzers */
	uint8_t tied;     /* set of players whose presses were one moment, the last time; 0: none */
	uint32_t right;   /* set of positions on the screen; for pick any, each is enough */
	uint32_t removed; /* set of positions that can't be chosen any more */
	uint32_t chosen;  /* set of positions; 0 when none */
	enum outcome outcome;
	bool heard;       /* its sound was, once: the clock waits for it no more */
	int64_t limit_ms; /* 0: no clock */
	int64_t more_ms;  /* of it, what a lifeline brought */
	int64_t took_ms;
	int base, speed, streak; /* points it brought, and what for */
	struct guess tries[GAME_PLAYERS];
};

struct player {
	int score, floor, asked, right, streak, best_streak;
	int64_t total_ms; /* time taken over all questions answered */
	unsigned used;    /* set of lifelines */
	bool out;         /* the mode has ended it for this one */
};

enum phase {
	PHASE_WAITING, /* for game_ready: the clock has not begun */
	PHASE_ASKING,
	PHASE_ANSWERED,
	PHASE_OVER
};

struct game {
	struct game_options options;
	struct deck deck;
	struct asked asked[DECK_ITEMS];
	int at; /* index of the current question */
	enum phase phase;
	int nplayers,
		turn;     /* whose turn it is; -1: the question is open, the first press takes it */
	int laps;         /* in turns: questions each player gets */
	int64_t asked_ms; /* when the clock of the current question began, moved on by pauses; or
			     will */
	int64_t paused_ms; /* when the pause began; -1: it runs */
	int64_t buzzed_ms; /* with buzzers: when the turn was taken, moved on by pauses */
	uint32_t stream;   /* of the next question that is dealt */
	struct player players[GAME_PLAYERS];
};

/* What a game to be is dealt from: what was asked before has no say where it is repeatable, or a
 * daily one. */
struct source {
	const struct pack *const *packs;
	int npacks, wanted;      /* wanted: as struct deal has it */
	const struct past *past; /* NULL: there is none */
	bool repeatable;
};
void game_deal(struct deck *d, const struct game_options *o, const struct source *from);

/* Whether a choice comes last wherever it is shown. */
bool game_stays_last(const struct question *q, int choice);

/* For whoever looks at one question: the current one, just begun, shows these of its choices. */
void game_show(struct game *g, const uint8_t *shown, int n);

/* The question at this index was answered, or tried. past: NULL is fine. */
void game_note(const struct game *g, int at, struct past *past);

/* The deck must not be empty. Together it is waiting then, for the first player or for all. */
void game_start(struct game *g, const struct deck *d, const struct game_options *o, int64_t at_ms);

/* Together, and how; one who plays alone does neither. */
bool game_by_turns(const struct game *g);
bool game_by_buzzers(const struct game *g);

const struct question *game_question(const struct game *g);
const struct pack *game_pack(const struct game *g);
const struct asked *game_asked(const struct game *g);
const struct choice *game_choice(const struct game *g, int position); /* of the current question */

/* Whose numbers are shown: whose turn it is, else who answered, else who leads. */
const struct player *game_player(const struct game *g);

/* A player's place, from 1; equals have the same: score, then how many were right. Time decides
 * nothing but what it brought in points. In turns whoever was not asked comes last. */
int game_place(const struct game *g, int player);
bool game_scored(const struct game *g); /* somebody has a point, or an answer right */

/* Answers so far, of all players, those that were late with them. */
int game_answers(const struct game *g);

/* Waiting: the question is seen and its clock begins. */
void game_ready(struct game *g, int64_t at_ms);

/* With buzzers: these players (a set of those that game_may_buzz) pressed in one moment. Returns
 * whose turn it is now; -1: the question's time was up before, and has ended it. */
int game_buzz(struct game *g, unsigned players, int64_t at_ms);
bool game_may_buzz(const struct game *g, int player);

/*
 * Answers the current question with a set of positions (a single one where `need` is 1), none of
 * them removed; at_ms after the limit, the question's or the turn's, counts as late. Not while
 * paused. With buzzers the phase is still PHASE_ASKING after one that leaves somebody to try.
 */
enum outcome game_answer(struct game *g, uint32_t positions, int64_t at_ms);

/* Nobody wants to answer (buzzers), with no turn taken. */
void game_skip(struct game *g, int64_t at_ms);

/* Whether the mode has it and it can do something here, or has; and whether it can be used now. */
bool game_has(const struct game *g, enum lifeline l);
bool game_can(const struct game *g, enum lifeline l);
void game_help(struct game *g, enum lifeline l, int64_t at_ms);

/* Time has ended something that game_tick is to end. */
bool game_due(const struct game *g, int64_t at_ms);

/* Time goes by; true when this ended the question (OUTCOME_LATE), a turn taken by buzzer, or with
 * the mode's whole clock the game (PHASE_OVER), at the limit itself already. */
bool game_tick(struct game *g, int64_t at_ms);

/* Of the current question; -1: no clock. Once it is answered, what was left then. */
int64_t game_left_ms(const struct game *g, int64_t at_ms);

/* With buzzers: what is left of the turn; -1: no turn is taken, or it has no end. */
int64_t game_turn_left_ms(const struct game *g, int64_t at_ms);

/* Stop and start the clock; pausing a paused game, or resuming a running one, changes nothing. */
void game_pause(struct game *g, int64_t at_ms);
void game_resume(struct game *g, int64_t at_ms);

/* Another clock, from the next question on. */
void game_set_clock(struct game *g, int percent);

/*
 * A question that begins with a sound is fair to all: its clock does not run before the sound has
 * been heard once. game_listen: it begins to play now and is so long; game_heard: that is over, or
 * it was stopped or can't be played, and from then on it may play again but the clock waits no
 * more. An answer meanwhile takes no time at all.
 */
void game_listen(struct game *g, int64_t at_ms, int64_t length_ms);
void game_heard(struct game *g, int64_t at_ms);

/*
 * On to the next question, once the current one is answered; false: that was the last one, or the
 * mode ends here. The phase is PHASE_OVER then, and the current question stays the one it was.
 * PHASE_WAITING before another player's turn, and before another round.
 */
bool game_next(struct game *g, int64_t at_ms);

/* Who plays the question after this one, with buzzers any of those who still play; -1: there is no
 * more. */
int game_next_player(const struct game *g);

/* Waiting, or asking: the question is the first of its round. */
bool game_round_begins(const struct game *g);

/* Several of those shown are right, and one is enough (pick any). */
bool game_enough(const struct asked *a);

/* What an outcome brought: base + speed + streak of that question. */
int game_points(const struct asked *a);

/*
 * Every change of a game, as data: the same moves from the same start give the same game. What an
 * op takes is in `arg`; time that went by is a move only where it ended something.
 */
enum op {
	OP_READY = 1,
	OP_BUZZ,   /* arg: set of players */
	OP_ANSWER, /* arg: set of positions */
	OP_SKIP,
	OP_HELP, /* arg: enum lifeline */
	OP_TICK,
	OP_NEXT,
	OP_PAUSE,
	OP_RESUME,
	OP_CLOCK,  /* arg: percent */
	OP_LISTEN, /* arg: length in ms */
	OP_HEARD,
};

struct move {
	enum op op;
	uint32_t arg;
	int64_t at_ms;
};

/* Whether the move can be made now; game_move must not be called where it can't. It may come from a
 * file: nothing is taken for granted but that it is later than those before. */
bool game_allows(const struct game *g, const struct move *m);
void game_move(struct game *g, const struct move *m);

/* Moves all its times on, or back in a pause, into another run's clock. */
void game_shift(struct game *g, int64_t by_ms);

#endif
