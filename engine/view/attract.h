/*
 * A kiosk without a visitor: a loop of the title, of a question that the program answers by itself,
 * and of the high scores. Any touch starts. Out of hours it is black. Private to view/.
 *
 * All of it is a function of time: of the clock of events, and of the wall clock where the hours
 * are concerned.
 */
#ifndef ATTRACT_H
#define ATTRACT_H

#include <stdbool.h>
#include <stdint.h>

struct app;
struct screen;
struct ui;

enum attracting { ATTRACT_TITLE, ATTRACT_QUESTION, ATTRACT_SCORES, ATTRACTIONS };

struct attract {
	enum attracting part;
	int64_t part_ms;           /* when it began */
	const struct screen *page; /* of the game it plays, question or reveal; NULL: neither */
	int64_t told_ms;           /* of its question: when the answer turned out right */
	bool whole;                /* and the page that says why has room */
	bool plays;                /* app->game is that game */
	uint64_t games;            /* it has begun */
	int64_t day;               /* of the boards */
	int64_t lit_ms;            /* closed: when somebody touched it last */
};

/* The page that is drawn is one of the game it plays by itself: there is nothing to press on it. */
bool attract_plays(const struct app *app);

/* It is out of hours; when they begin again, on the wall clock. */
bool attract_closed(const struct app *app);

/* What stands still is elsewhere each minute, by a unit, so that nothing burns in: moves the
 * stage. */
void attract_shift(const struct app *app, struct ui *ui);

/* Asks for a frame when the minute on the wall is over. */
void attract_wake(const struct app *app, struct ui *ui);

#endif
