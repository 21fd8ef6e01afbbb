/*
 * The buttons of the results: again, the boards, the mistakes, home. Private to view/.
 */
#ifndef RESULTBAR_H
#define RESULTBAR_H

#include "screens.h"

enum { RESULT_BUTTONS = 4 };

/* As many rows as the width asks for. */
struct resultbar {
	struct button b[RESULT_BUTTONS];
	struct rect at[RESULT_BUTTONS]; /* from the bar's own top */
	int n, rows;
	bool squeezed; /* one is less wide than it would be */
	float w, h;    /* of all; of one row */
};

/* The buttons within a width, spread over it or as wide as they are. */
struct resultbar resultbar_measure(const struct app *app, struct ui *ui, float width, bool spread);
float resultbar_height(const struct ui *ui, const struct resultbar *bar);
void resultbar_draw(struct ui *ui, const struct resultbar *bar, float x, float y);

#endif
