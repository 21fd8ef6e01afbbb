/*
 * What is remembered of play: every game and every answer, in SQLite (WAL, synchronous FULL). The
 * only place that knows of it.
 *
 * All calls are of one thread at a time and take as long as the disk takes; nothing here waits for
 * another program longer than a second. A call that fails changes nothing on the disk, and
 * store_error says why, in words. A store that can't be used at all still takes every call, keeps
 * nothing and knows nothing: play goes on.
 *
 * A game is a row from its beginning, with its deck; each move is added in a transaction of its
 * own, an answer together with what it tells of the question. So what was acknowledged outlives a
 * kill and a power cut, and a game can be rebuilt by making its moves again.
 */
#ifndef STORE_H
#define STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "kept.h"
#include "past.h"

struct store;

enum store_state {
	STORE_GOOD,
	STORE_NEW,      /* there was none */
	STORE_MIGRATED, /* it was an older version's, and is now as this one has it */
	STORE_NEWER,    /* of a newer version: left alone, nothing is kept */
	STORE_RENEWED,  /* it was broken: set aside as `aside`, and a new one was begun */
	STORE_MOVED_ON, /* store_check: another program set it aside, and this is its new one */
	STORE_UNUSABLE, /* it can't be opened or made: nothing is kept */
};

struct store_report {
	enum store_state state;
	char why[256];    /* in words, without a full stop; "" where all is well */
	char aside[4096]; /* STORE_RENEWED: where the broken one is now */
};

/* Opens the file, made with its folders where there is none; path "": none that can be used. NULL:
 * memory is short. The report may be NULL. */
struct store *store_open(const char *path, struct store_report *report);
void store_close(struct store *s);

/* Gives back the memory that only makes the next reading faster. */
void store_rest(struct store *s);

/* For reading alone, as a report does: the file stays as it is, or away, and may lie where nothing
 * can be written. An older version's is read too, never STORE_MIGRATED. */
struct store *store_open_to_read(const char *path, struct store_report *report);

const char *store_error(const struct store *s); /* of the last call that failed; never NULL */

/* Looks through the whole file (quick_check), which takes a while where it is large. A broken one
 * is set aside then too. */
enum store_state store_check(struct store *s, struct store_report *report);

/* Puts all that is known of questions. */
bool store_past(struct store *s, struct past *past);

/* The files of the packs of all games that were interrupted; false: stop. */
bool store_wanted(struct store *s, bool (*see)(void *ctx, const char *path), void *ctx);

/*
 * The game that was interrupted last, rebuilt from these packs and stopped in a pause; false: there
 * is none. A game that another running program plays is not one, nor is one whose packs are not
 * here as they were: that waits. Those that can't be gone on with are closed as left.
 */
bool store_interrupted(struct store *s, const struct pack *const *packs, int npacks,
		       struct interrupted *out);

/* Closes as left every game that was interrupted, and as finished what was over and only not put
 * away: for whoever goes on with none. The room is for each in turn. */
bool store_leave_interrupted(struct store *s, const struct pack *const *packs, int npacks,
			     struct interrupted *room);

/* A game begins, shown in this language (BCP 47; "": as each pack is written); its number, or 0.
 * It is this program's until it ends or the program does. */
int64_t store_begin(struct store *s, const struct game *g, const char *language, struct moment now);

/* It is shown in another one. */
bool store_language(struct store *s, int64_t id, const char *language);

/* Goes on with an interrupted one. False: it is not there any more. */
bool store_resume(struct store *s, int64_t id);

/* A move as it is kept, with the question that it answered or tried as it was then. Borrows the
 * pack. */
struct made {
	struct move move;
	struct moment now;
	int closed; /* index of that question; -1: none, and what follows says nothing */
	const struct pack *pack;
	const struct question *question;
	struct asked asked;
};

/* g is the game after the move. */
static inline struct made store_made(const struct game *g, const struct move *m, int closed,
				     struct moment now)
{
	struct made made = {.move = *m, .now = now, .closed = closed};

	if (closed >= 0) {
		made.pack = g->deck.item[closed].pack;
		made.question = &made.pack->questions[g->deck.item[closed].question];
		made.asked = g->asked[closed];
	}
	return made;
}

/* These moves were made, one after the other, and g is the game after them. True: they are on the
 * disk; else none of them is. */
bool store_moves(struct store *s, int64_t id, const struct game *g, const struct made *made, int n);

/* Its clock stands there; the next power cut may forget it, a kill does not. */
bool store_seen(struct store *s, int64_t id, int64_t at_ms);

/* It is over (finished), or was left for good. */
bool store_end(struct store *s, int64_t id, const struct game *g, bool finished, struct moment now);
bool store_leave(struct store *s, int64_t id, struct moment now);

/* What one of its players is called; not one whose name was blanked. */
bool store_name(struct store *s, int64_t id, int player, const char *name);

/* The boards of a key as they are now; game: the one to find on them, or 0. A game belongs to the
 * day it ended on by the clock on the wall there and then. */
bool store_boards(struct store *s, const struct board_key *key, int64_t game, struct moment now,
		  struct boards *out);

/* Every key that has a board, the last one played first; false: stop. */
bool store_board_keys(struct store *s, bool (*see)(void *ctx, const struct board_key *key),
		      void *ctx);

/* From now on a day begins at this minute, on boards and where games are counted: what is played
 * after midnight and before it counts for the evening before. Kept. */
bool store_day_begins(struct store *s, int minute);

/* No game that has ended is on a board any more. It is kept all the same. */
bool store_reset_boards(struct store *s);

/* The players of this game have no names, for good. */
bool store_blank(struct store *s, int64_t game);

/* What there is to note besides, each by its key; value NULL: it is forgotten. */
bool store_note(struct store *s, const char *key, const char *value);
bool store_noted(struct store *s, const char *key, char *value, size_t room); /* false: "" */
bool store_note_number(struct store *s, const char *key, int64_t number);
int64_t store_noted_number(struct store *s, const char *key, int64_t otherwise);

/*
 * Forgets games that ended before a moment, with their answers; not those on the first places of a
 * board, nor what is known of questions. Forgets what was counted before another. A call is one
 * short transaction; to be called until `done`, from a value of which only the moments are set.
 */
struct forgetting {
	int64_t before_ms, counts_before_ms;
	bool done;
	enum { FORGET_ANSWERS, FORGET_GAMES, FORGET_COUNTS } at; /* how far it is */
	int64_t answer, game;
};
bool store_forget(struct store *s, struct forgetting *f);

/*
 * What is counted, and outlives the games: a month is 202611, a day 20261122, both by the clock on
 * the wall where the game was played. See: false: stop.
 */
bool store_months(struct store *s, bool (*see)(void *ctx, int month), void *ctx);

/* The games of a month that have ended, by day and hour of their beginning; the day may have begun
 * later than at midnight. */
struct play_count {
	int day, hour;
	const char *language, *packs, *mode; /* packs: as the deck had them */
	int left_at;                         /* the number of the question; 0: finished */
	int64_t games;
};
bool store_plays(struct store *s, int month, bool (*see)(void *ctx, const struct play_count *c),
		 void *ctx);

/* Of the day of this moment: the games that have ended, and those of them finished. */
bool store_played(struct store *s, struct moment now, int64_t *plays, int64_t *finished);

/* The replies of a month, one question after the other, the commonest first. */
struct reply_count {
	const char *pack, *question;
	uint64_t key; /* past_key */
	enum outcome outcome;
	const char *chosen; /* as an answer's, of a wrong one; else "" */
	int64_t answers;
};
bool store_replies(struct store *s, int month, bool (*see)(void *ctx, const struct reply_count *c),
		   void *ctx);

/* Every game, the oldest first, with its players; false: stop. */
struct game_row {
	int64_t id, begun_ms, ended_ms; /* ended_ms 0: it is not over */
	int utc_offset_min;
	struct board_key key;
	const char *packs; /* titles, with commas between */
	uint64_t seed;
	bool finished;
	const char *name;
	int player, nplayers, place, score, floor, right, asked, best_streak;
	int64_t total_ms;
};
bool store_games(struct store *s, bool (*see)(void *ctx, const struct game_row *row), void *ctx);

/* Every answer, the oldest first. */
struct answer_row {
	int64_t game;
	int number, player; /* number: of the question in its game, from 1 */
	const char *pack, *pack_version, *question; /* pack_version: its `version` and hash */
	const char *chosen;  /* choices by identity (16 hex digits each; of a statement `true` and
				`false`), with spaces; "": none */
	const char *outcome; /* right wrong late */
	int points;
	int64_t took_ms, unix_ms;
};
bool store_answers(struct store *s, bool (*see)(void *ctx, const struct answer_row *row),
		   void *ctx);

#endif
