/*
 * The page of a question: how it is laid out and how it moves. Private to view/.
 */
#ifndef QUESTIONPAGE_H
#define QUESTIONPAGE_H

#include "screens.h"

/* The current question is seen for the first time. */
void questionpage_begin(struct app *app);

/* Something was set, which took time that the question is not to lose: its clock stands for a
 * moment (as it does in a pause, so that the game can be made again), in all no longer than
 * EASED_MS. */
enum { EASE_MS = 3000, EASED_MS = 30000 };
void questionpage_ease(struct app *app);

void questionpage_draw(const struct app *app, struct ui *ui);

#endif
