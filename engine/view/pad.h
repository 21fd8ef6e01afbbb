/*
 * A game controller, a Buzz! handset or a box of buttons as the keys they stand for, and the
 * controller's buttons in hints. Private to view/.
 */
#ifndef PAD_H
#define PAD_H

#include "event.h"

int pad_key(const struct event *ev); /* EVENT_PAD; KEY_NONE: it has none */

/* EVENT_BUTTON of a whole device, of this kind. */
int button_key(const struct event *ev, enum plugged kind);

/* What a hint for this key is on a controller, or such a hint itself; NULL: nothing. */
const char *pad_hint(const char *keys);

#endif
