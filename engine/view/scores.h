/*
 * What the boards say of the game that was just played, and of any other. Private to view/.
 */
#ifndef SCORES_H
#define SCORES_H

#include "controls.h"
#include "screens.h"

enum { SCORES_ROW = 10 }; /* VERB_ROW: from here on the rows of the table */

/* The game is over: find its place on the boards. */
void scores_find(struct app *app);

/* Ask for those of the game that ended last. */
void scores_recall(struct app *app);

/* EVENT_BOARDS. */
void scores_read(struct app *app, const struct event *ev);

/* An entry of the library was, and those behind it have moved up. */
void scores_removed(struct app *app, int entry);

/* A kiosk has one board, that which begins anew when its file says. */
bool scores_has_span(const struct app *app, enum span span);

/* What its first is called, in a kiosk. */
const char *scores_highest(const struct app *app);

/* What the board is called: a kiosk's by how long it lasts. */
const char *scores_title(const struct app *app);

/* The place of the game just played, on the board of the longest span that has it; 0: none. */
int scores_place(const struct app *app, enum span *span);

/* "4th place today", or NULL. */
const char *scores_tell(const struct app *app, struct ui *ui);

/* Asks for the board that was looked at last, and for others: VERB_PACK, VERB_MODE, VERB_SPAN, and
 * VERB_ROW of the rows that say which. */
void scores_look(struct app *app);
void scores_turn(struct app *app, struct action a);
enum { SCORES_CHOICES = 3 };
void scores_choices(const struct app *app, struct ui *ui, struct row rows[SCORES_CHOICES]);

/* The page (scoreboard.c). */
void scoreboard_draw(const struct app *app, struct ui *ui);

/* To the boards of the game just played, for its name where it has none yet. */
void scores_open_own(struct app *app);

#endif
