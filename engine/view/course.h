/*
 * The course of a game: how it begins, goes on and is kept. Private to view/; the rest of what it
 * gives stands in screens.h.
 */
#ifndef COURSE_H
#define COURSE_H

#include "screens.h"

void course_saved(struct app *app, const struct event *ev);

/* What is remembered was read. */
void course_memory(struct app *app, const struct event *ev);

/* The interrupted game that can be gone on with; NULL: there is none. */
const struct interrupted *course_interrupted(const struct app *app);

/* When the wait for an answer to be kept is over by itself. */
void course_wake(const struct app *app, struct ui *ui);

#endif
