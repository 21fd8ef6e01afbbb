/*
 * What the keeper does with the store, one request after the other, and what there is to say of it.
 * Private to keeper.c: it says which thread may call what.
 */
#ifndef KEEPING_H
#define KEEPING_H

#include <SDL.h>
#include <limits.h>

#include "guard.h"
#include "keeper.h"
#include "saving.h"

enum {
	ANSWERS = 128, /* more than all requests that wait, and those of one step, can give */
	WORDS = 256,
	NOTE = PATH_MAX + 2 * WORDS,
};

/* An effect, or where it is none: look through the whole file. */
struct request {
	bool is_effect;
	enum effect_kind effect;
	int index, value;
	struct move move;
	struct board_key key;
	char name[GAME_NAME];
	struct moment now;
	int64_t wished;   /* EFFECT_OPERATE: the game it is about */
	struct game game; /* of those that look at it; nearly all of the request's 90 KB or so */
};

struct answer {
	enum event_kind kind;
	bool good, interrupted;
	int number;
	char words[WORDS];
};

struct keeping {
	const char *path;
	struct past *past;

	/* Whoever works, which is one thread at a time. */
	struct store *store;
	struct saving saving; /* the game that is played, or was last */
	int64_t earlier;      /* the game that was interrupted; 0: none */
	struct guard guard;   /* of a kiosk */

	SDL_mutex *lock; /* over all that follows */
	bool keeps;
	char words[WORDS]; /* what is wrong with the memory; "": nothing */
	char note[NOTE];   /* to be said; "": nothing */
	bool failed;       /* and that a save did was said; what it was is not kept since */
	struct answer answers[ANSWERS];
	int first, n;
	struct boards boards; /* of the last answer that has any */
};

void keeping_open(struct keeping *k); /* and reads the past */
void keeping_answer(struct keeping *k, const struct answer *a);
void keeping_work(struct keeping *k, const struct request *r);
void keeping_close(struct keeping *k);

#endif
