/*
 * The head of a page of play: what is asked, how many so far, whose numbers these are, and at its
 * end the points and the way out. Private to view/.
 */
#ifndef HEAD_H
#define HEAD_H

#include "screens.h"

float head_height(const struct ui *ui);
void head_draw(const struct app *app, struct ui *ui, const struct head *head, struct rect r);

/* Where the access bar is, it has what the pause has, and no button leads there: but the key does.
 */
void head_pause_key(struct ui *ui);

/* Whose numbers stand there, of several players; -1: there is one, or it is nobody's turn, or was
 * nobody's question. */
int head_player(const struct app *app, int question);

#endif
