/*
 * The course of a game: how it begins, goes on and is kept. Private to view/; the rest of what it
 * gives stands in screens.h.
 */
#ifndef COURSE_H
#define COURSE_H

#include "screens.h"

/* Room to note answers in the past, ahead of them: at the start, and with each that is kept. */
void course_reserve(struct app *app);

/* A game of everything there is to play, dealt aside: nobody plays it, and nothing of it is kept or
 * noted. False: there is nothing to ask. */
bool course_aside(struct app *app, uint64_t seed);

void course_saved(struct app *app, const struct event *ev);

/* Nothing of any game is left; one that was not played to its end is so for good. */
void course_forget(struct app *app);

/* What is remembered was read. */
void course_memory(struct app *app, const struct event *ev);

/* Begins with the interrupted game. */
void course_resume(struct app *app, const struct interrupted *i);

/* While the clock runs: keeps where it stands, once a second. */
void course_seen(struct app *app);

/* When the wait for an answer to be kept is over by itself. */
void course_wake(const struct app *app, struct ui *ui);

#endif
