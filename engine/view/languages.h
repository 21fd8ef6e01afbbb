/*
 * The languages a library's packs are translated to, each once, by their own names. Private to
 * view/.
 */
#ifndef LANGUAGES_H
#define LANGUAGES_H

#include "kiosk.h"
#include "library.h"

struct languages {
	int n, packs; /* that can be played */
	struct {
		char tag[36]; /* as the packs have it */
		char name[64];
		int packs; /* that have it, or were written in it */
	} of[PACK_LANGUAGES + 2];
};

/* `set`: one that is asked for is among them even where no pack has it; "": none. */
void languages_find(struct languages *l, const struct library *library, const char *set);

/* Those that packs were written in. */
void languages_written(struct languages *l, const struct library *library);
const char *languages_name(const struct languages *l, const char *tag); /* NULL: it is none */

/* Those of a kiosk: the tags that its file names, or where there are none (n 0), as the packs are
 * written (tag "") and what they are translated to. `packs` of each is not filled in. */
void languages_offer(struct languages *l, const struct library *library,
		     const char tags[][KIOSK_TAG], int n);

#endif
