/*
 * The sound of a question: it plays when the question comes up, and again at the press of a button.
 * The clock waits until it has been heard once (game.h). What it plays is said in words where
 * captions are on, or where it can't be heard. Private to view/.
 */
#ifndef LISTEN_H
#define LISTEN_H

#include "screens.h"

enum { LISTEN_LATE_MS = 250 }; /* a device that has to be opened first may begin so much later */

/* A question came up, or back; app->fresh: for the first time. True: it begins with its sound. */
bool listen_begin(struct app *app);
void listen_leave(struct app *app); /* and goes out of sight: hush */
void listen_tick(struct app *app);
void listen_press(struct app *app); /* plays it, or stops it */
void listen_answer(struct app *app, const struct event *ev);

/* What its row says: the button, the line while it plays, words below. */
struct listening {
	bool shown;       /* false: the question has no sound */
	bool off;         /* its volume is 0 */
	bool broken;      /* it can't be played: there is nothing to press */
	bool barred;      /* its button is in the access bar */
	const char *said; /* below; NULL: nothing */
};
struct listening listen_of(const struct app *app, struct ui *ui);

float listen_height(struct ui *ui, const struct listening *l, float width); /* with air below */
void listen_draw(const struct app *app, struct ui *ui, struct rect row, const struct listening *l);

bool listen_waits(const struct app *app); /* the clock, for the sound to be heard once */

/* While it plays the row changes once a second; and then the clock begins. */
void listen_wake(const struct app *app, struct ui *ui);

/* The question on the screen has a sound that can be heard again, or stopped. */
bool listen_again(const struct app *app);

#endif
