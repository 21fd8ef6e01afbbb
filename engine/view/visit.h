/*
 * Who stands before a kiosk: one visitor after the other, and nobody in between. Private to view/.
 *
 * A visit begins with a touch of the attract screen and ends where the visitor leaves for it or is
 * no longer there; then everything of it is forgotten (forget.h). How long nobody did anything is
 * measured on the clock of events, and stands still while a finger is down or a sound plays. A
 * question, and the reason after it, may be read for as long as that takes before it counts.
 *
 * A press is never there for a page that nobody has seen yet: results, reveals and the attract
 * screen rest for a moment after they have come up. Until then what leads on looks inactive; what
 * can be set at any time, and the pause, can be pressed.
 */
#ifndef VISIT_H
#define VISIT_H

#include <stdbool.h>
#include <stdint.h>

#include "gate.h"
#include "past.h"

struct app;
struct event;
struct mode;
struct ui;

enum {
	STAFF_HOLD_MS = 3000,   /* in their corner */
	RESULTS_REST_MS = 1200, /* nothing leads away from the results before: they are counted */
	REVEAL_REST_MS = 600,   /* right or wrong and why have come up */
	ATTRACT_REST_MS = 800,
};

struct visit {
	int64_t sign_ms;  /* the last sign of somebody */
	float x, y;       /* where the pointer was at a sign of it */
	int64_t ended_ms; /* when the last visit did */
	int entry;        /* modes: of the library, which was chosen to be played; -1: all */
	struct gate gate;
	struct past mistakes; /* the visitor's own */
};

/* Nobody is there, from the start. */
void visit_open(struct app *app);

/* Somebody is: on to the question where there is only one thing to play, or else to what there is.
 */
void visit_begin(struct app *app);

/* It is over: the attract screen, and nothing left of who was there. */
void visit_end(struct app *app);

/* Nobody plays, but somebody has set something, and may be about to. */
bool visit_touched(const struct app *app);

/* What leads away from the page can't be pressed yet. */
bool visit_rests(const struct app *app);

/* From the page for the PIN back to what it was opened over. */
void visit_return(struct app *app);

/* Before anything else that an event does. False: that is all it does. */
bool visit_take(struct app *app, const struct event *ev);

/* What time will do by itself. */
void visit_wake(const struct app *app, struct ui *ui);

/* ---- what there is to play ---- */

/* Whether this entry of the library is for visitors; whether there is a choice of those. */
bool visit_offers(const struct app *app, int entry);
bool visit_has_packs(const struct app *app);
bool visit_has_mode(const struct app *app,
		    const struct mode *m); /* where nobody limits them: yes */

/* One was chosen, -1: all; and how to play it. */
void visit_choose(struct app *app, int entry);
void visit_play(struct app *app, const struct mode *m);

/* The library changed; `removed`: which entry was, -1: none. */
void visit_loaded(struct app *app, int removed);

/* The mistakes that can be played again: in a kiosk those of this visit, where its file has the
 * mode for it; NULL: none. */
const struct past *visit_mistakes(const struct app *app);

#endif
