/*
 * The game that a kiosk plays by itself while nobody is there: dealt aside, always right, a
 * question at a time; nothing of it is kept. Private to view/.
 */
#ifndef ASIDE_H
#define ASIDE_H

#include "screens.h"

/* Nothing is left of it. */
void aside_end(struct app *app);

/* On to a question that can be seen whole; false: there is none. It is on the page
 * app->attract.page, and comes up now. */
bool aside_next(struct app *app);

void aside_lock(struct app *app, int64_t at_ms); /* the right answer */
void aside_tell(struct app *app,
		int64_t at_ms); /* it is right; and why, if that can be seen whole */

#endif
