/*
 * Below the choices: the button that locks in, the lifelines as pills, hints for the keys. Private
 * to view/.
 *
 * Under 300 px the lifelines are rows of the pause menu; their keys work everywhere.
 */
#ifndef FOOTER_H
#define FOOTER_H

#include "screens.h"

enum { FOOTER_BUTTONS = 8 };

struct footer {
	struct button b[FOOTER_BUTTONS];
	struct rect at[FOOTER_BUTTONS]; /* from the footer's corner */
	int n;
	int rows;
	float height; /* px; 0: there is none */
	float width;  /* that the widest row takes; more than there is: it is squeezed */
	float start;  /* where the hints may begin */
};

/* A lifeline as a button; `brief`: with a short label. */
struct button footer_help(const struct app *app, enum lifeline l, bool brief);

/* `zooms`: with reach, the picture has its button here; as has the pause. `folded`: as where
 * windows are tiny, lifelines are rows of the pause. */
struct footer footer_fit(const struct app *app, struct ui *ui, float width, bool zooms,
			 bool folded);

/* zooms, listens: there is something to enlarge, to hear. */
void footer_draw(const struct app *app, struct ui *ui, const struct footer *f, struct rect r,
		 bool zooms, bool listens);

#endif
