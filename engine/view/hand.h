/*
 * Presses of hands: keys, controllers, buttons. In a game with buzzers they are their player's;
 * elsewhere, and where nobody has them, all of them are keys. A controller buzzes with its buttons,
 * never with the cross or the stick. A hand with one button cannot choose several: there the choice
 * it stands on is no answer. Private to view/.
 */
#ifndef HAND_H
#define HAND_H

#include "screens.h"

/* EVENT_KEY, EVENT_PAD, EVENT_BUTTON. */
void hand_take(struct app *app, const struct event *ev);

/* After any event: a moment of presses is over, and who has buzzed in it is told. */
void hand_tell(struct app *app, const struct event *ev);

/* EVENT_DEVICE: a game waits for a player whose device is gone, and goes on when it is back. */
void hand_device(struct app *app, const struct event *ev);

/* What that game waits for, in a sentence; NULL: nothing. */
const char *hand_message(const struct app *app, struct ui *ui);

#endif
