/*
 * All players at once, and how they stand: a column each, with a stair in their colour, or a row
 * each where there is no room for that. Private to view/.
 */
#ifndef STANDING_H
#define STANDING_H

#include "screens.h"

struct standing {
	const struct game *game;
	bool placed;   /* by place, which is told; else as they sit */
	bool counted;  /* how many each had right is told */
	bool hands;    /* what each presses, in place of all that */
	int next;      /* whose turn it is next; -1: nobody's */
	int64_t since; /* rows come in from then on; INT64_MIN / 2: they are there */
};

/* In columns, or as a page of rows that scrolls. */
void standing_draw(const struct app *app, struct ui *ui, struct rect view,
		   const struct standing *s);

/* The rows alone, in columns of them; returns their height. */
float standing_rows(const struct app *app, struct ui *ui, struct rect at, const struct standing *s,
		    bool paint);

/* "Up next", its end at x, its middle at y. */
void standing_chip(struct ui *ui, float x, float y);

/* "Ada leads", "Ada and Ben share first place", "Ada wins" once it is over; "Nobody scored". */
const char *standing_words(struct ui *ui, const struct game *g);

#endif
