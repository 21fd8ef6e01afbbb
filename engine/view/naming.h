/*
 * How a kiosk's visitor comes to a name on the board: by three wheels of letters, or one that is
 * made up. Private to view/.
 *
 * Wheels are turned by arrows, taps and drags; a letter typed sets one, and the next is for the
 * next. What is chosen stands in app->scores.name; one that
 * nobody wants on a board is not taken, and another is asked for.
 */
#ifndef NAMING_H
#define NAMING_H

#include "screens.h"

bool naming_is(const struct app *app); /* instead of the pad of letters */

/* A name is asked for, in the letters of a language (a BCP 47 tag; NULL: Latin). */
void naming_begin(struct app *app, const char *language);

/* VERB_WHEEL, VERB_ANOTHER, VERB_LETTER. */
void naming_act(struct app *app, struct action a);

/* What is chosen may stand on a board; else it says so from now on, until another is. */
bool naming_takes(struct app *app);

/* A finger that went down on a wheel is at y now. False: it did not. */
bool naming_drag(struct app *app, float y);

const char *naming_title(const struct app *app);
const char *naming_verb(const struct app *app); /* what leads to it */

/* Fills r; `title`: with it on top. */
void naming_draw(const struct app *app, struct ui *ui, struct rect r, bool title);

#endif
