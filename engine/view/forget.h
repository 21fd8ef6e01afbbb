/*
 * What a visitor leaves behind: nothing. Private to view/.
 *
 * The whole app goes back to how it is before anybody has done anything; a short list names what
 * stays, because it is the machine's, or would be told apart by nobody.
 */
#ifndef FORGET_H
#define FORGET_H

#include <stdbool.h>
#include <stddef.h>

struct app;

/* How everything is at first; the app is zeroed but for what stays. */
void forget_begin(struct app *app);

/* A game that was not played to its end is left for good. */
void forget(struct app *app);

/* Whether the byte at this place of struct app stays. */
bool forget_spares(size_t at);

#endif
