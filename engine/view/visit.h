/*
 * Who stands before a kiosk: one visitor after the other, and nobody in between. Private to view/.
 *
 * A visit begins with a touch of the attract screen and ends where the visitor leaves for it or is
 * no longer there; then everything of it is forgotten. How long nobody did anything is measured on
 * the clock of events, and stands still while a finger is down or a sound plays.
 */
#ifndef VISIT_H
#define VISIT_H

#include <stdbool.h>
#include <stdint.h>

struct app;
struct event;

struct visit {
	int64_t sign_ms; /* the last sign of somebody */
};

/* Nobody is there, from the start. */
void visit_open(struct app *app);

/* Somebody is: on to the question where there is only one thing to play, or else to what there is.
 */
void visit_begin(struct app *app);

/* It is over: the attract screen, and nothing left of who was there. */
void visit_end(struct app *app);

/* Before anything else that an event does. False: that is all it does. */
bool visit_take(struct app *app, const struct event *ev);

#endif
