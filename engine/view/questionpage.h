/*
 * The page of a question: how it is laid out and how it moves. Private to view/.
 */
#ifndef QUESTIONPAGE_H
#define QUESTIONPAGE_H

#include "screens.h"

/* The current question is seen for the first time. */
void questionpage_begin(struct app *app);

void questionpage_draw(const struct app *app, struct ui *ui);

#endif
