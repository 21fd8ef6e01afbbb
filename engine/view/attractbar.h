/*
 * What can be pressed while nobody is there: the start, and below it the languages and what makes
 * it easier to see and to reach. Private to view/.
 */
#ifndef ATTRACTBAR_H
#define ATTRACTBAR_H

#include "access.h"
#include "screens.h"

enum { PILLS = KIOSK_LANGUAGES + ACCESSES };

/* The pills, in one row or more, along the bottom of the stage. */
struct pills {
	struct access_choice of[PILLS];
	const char *label[PILLS];
	float w[PILLS];
	int n, tongues; /* the first ones are languages */
	int rows;       /* of those, if they have rows of their own; 0: they share the one */
	bool filled;    /* rows are as wide as the stage */
	bool icons[PILLS];
	float high, gap, between, h; /* of one, side by side, of rows, of all */
};

struct pills pills_fit(const struct app *app, struct ui *ui);
void pills_draw(struct ui *ui, const struct pills *p);

/* The start, above the pills: at the end of the stage, or alone in a row as wide as that. */
bool start_alone(struct ui *ui);
struct rect start_place(struct ui *ui, const struct pills *p);
void start_draw(struct ui *ui, struct rect r);

/* Wherever else it is touched, it starts as well: before anything else that can be pressed. */
void start_anywhere(struct ui *ui);

#endif
