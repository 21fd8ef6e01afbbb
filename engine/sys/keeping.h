/*
 * What the keeper does with the store, one request after the other, and what there is to say of it.
 * Private to the keeper's files: keeper.c says which thread may call what.
 */
#ifndef KEEPING_H
#define KEEPING_H

#include <SDL.h>
#include <limits.h>

#include "chores.h"
#include "guard.h"
#include "keeper.h"
#include "saving.h"

enum {
	ANSWERS = 640, /* more than all requests that wait, and those of one step, can give */
	WORDS = 256,
	NOTE = PATH_MAX + 2 * WORDS,
};

struct request {
	enum {
		REQUEST_EFFECT,
		REQUEST_CHECK /* look through the whole file */,
		REQUEST_NIGHT
	} what;
	enum effect_kind effect;
	int index, value;
	int64_t night;                   /* REQUEST_NIGHT: which */
	const struct pack *const *packs; /* of a report, borrowed until they are `returned`; NULL:
					    one is under way */
	int npacks;
	struct move move;
	struct board_key key;
	char name[GAME_NAME];
	struct moment now;
	int64_t at_ms;    /* the same on the clock of events */
	int64_t wished;   /* EFFECT_OPERATE: the game it is about */
	bool gap;         /* what came before of this game is missing */
	struct game game; /* of those that look at it; nearly all of the request's 90 KB or so */
};

struct answer {
	enum event_kind kind;
	bool good, interrupted;
	int number, asked;
	char words[WORDS];
};

struct keeping {
	const char *path;
	struct past *past;

	/* Whoever works, which is one thread at a time. */
	struct store *store;
	struct saving saving;      /* the game that is played, or was last */
	int64_t earlier;           /* the game that was interrupted; 0: none */
	const struct kiosk *kiosk; /* NULL: it is none */
	const char *data;          /* of a kiosk: the folder of what is kept */
	struct chores chores;
	bool nightly;               /* the report under way is that of the night `reporting` */
	int64_t reporting, tonight; /* tonight: the last that began */
	struct guard guard;         /* of a kiosk */

	SDL_mutex *lock; /* over all that follows */
	bool keeps;
	char words[WORDS]; /* what is wrong with the memory; "": nothing */
	char note[NOTE];   /* to be said; "": nothing */
	bool failed;       /* and that a save did was said; what it was is not kept since */
	struct answer answers[ANSWERS];
	int first, n;
	struct boards boards;        /* of the last answer that has any */
	bool busy;                   /* there are chores to go on with */
	bool back;                   /* what was on its way for them is there, or can't be */
	bool returned;               /* the report is done with its packs */
	int64_t night;               /* the last whose chores were done */
	bool unreported;             /* and that a report can't be written was said */
	struct health known, health; /* what the program knows; the same of the last answer */
};

void keeping_open(struct keeping *k); /* and reads the past */
void keeping_answer(struct keeping *k, const struct answer *a);
void keeping_work(struct keeping *k, const struct request *r);
void keeping_late(struct keeping *k); /* from any thread: more waits than can */

/* A kiosk's (keepnight.c); keeping_fail: a save failed, or would have. */
void keeping_fail(struct keeping *k);
void keeping_settle(struct keeping *k); /* the store is open, or is another one */
void keeping_night(struct keeping *k, const struct request *r);
void keeping_report(struct keeping *k, const struct request *r);
void keeping_besides(struct keeping *k); /* a little of what is to be done besides */
void keeping_chore(struct keeping *k);   /* of the night and the report */

void keeping_close(struct keeping *k);

#endif
