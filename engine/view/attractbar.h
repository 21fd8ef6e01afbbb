/*
 * What can be pressed while nobody is there: the start, and below it the languages and what makes
 * it easier to see and to reach. Private to view/.
 */
#ifndef ATTRACTBAR_H
#define ATTRACTBAR_H

#include "access.h"
#include "screens.h"

enum { PILLS = KIOSK_LANGUAGES + ACCESSES };

/* The pills, in one row or two, along the bottom of the stage; `after`: px, in one row behind so
 * much, which is 0 where they have no room for that. */
struct pills {
	struct access_choice of[PILLS];
	const char *label[PILLS];
	float w[PILLS];
	int n, tongues; /* the first ones are languages */
	float after;
	bool apart;  /* those are a row of their own */
	bool filled; /* rows are as wide as the stage */
	bool icons[PILLS];
	float high, gap, between, h; /* of one, side by side, of rows, of all */
};

struct pills pills_fit(const struct app *app, struct ui *ui, float after);
void pills_draw(struct ui *ui, const struct pills *p);

/* The start: how large it is, and itself. */
struct rect start_size(struct ui *ui);
void start_draw(struct ui *ui, struct rect r);

/* Wherever else it is touched, it starts as well: before anything else that can be pressed. */
void start_anywhere(struct ui *ui);

#endif
