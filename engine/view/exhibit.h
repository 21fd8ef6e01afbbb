/*
 * A question as its player sees it, with no game that leads there: what is on the screen is said,
 * not dealt. For whoever looks at questions one by one; what was played before is gone.
 */
#ifndef EXHIBIT_H
#define EXHIBIT_H

#include "app.h"

struct exhibit {
	const struct pack *pack; /* borrowed until the next exhibit, or the app's end */
	int question;
	const uint8_t *shown; /* indexes of its choices, in the order of the screen */
	int nshown;
	bool hint;            /* it was asked for */
	uint32_t chosen;      /* the page that tells of this answer: a set of positions, as many as
				 are needed; 0: the question */
	const char *language; /* a BCP 47 tag; NULL: the author's own */
	int w, h, text_percent;
};

/* The page where packs are chosen, with the focus on one entry of the library; of x its window, the
 * letters' size and the language count. */
void exhibit_pack(struct app *app, int entry, const struct exhibit *x);

/* Sets these of the app's settings too; its effects are as after a step. */
void exhibit_show(struct app *app, const struct exhibit *x);

#endif
