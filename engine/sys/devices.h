/*
 * Game controllers, Buzz! sets and whatever else has buttons, as EVENT_PAD, EVENT_BUTTON and
 * EVENT_DEVICE. A set of four Buzz! handsets is one device to the system and four here. SDL's
 * joysticks cost a thousand wake-ups a second: they are opened when something is plugged in, and
 * closed when the last of them has gone.
 *
 * A device has a number below DEVICES. One that comes back has the one it had: what has its kind
 * (SDL's GUID) and its serial number or path, else what has its kind.
 */
#ifndef DEVICES_H
#define DEVICES_H

#include <SDL.h>

#include "event.h"

struct devices;

/* The folder of their nodes: /dev/input. `wake` is called from any thread. NULL: no memory. */
struct devices *devices_open(const char *folder, void (*wake)(void *ctx), void *ctx);

/* In what follows NULL has no devices. */
void devices_close(struct devices *d);

/* Of one SDL event; what it means beside an event waits for devices_tell. Fills kind and what goes
 * with it; false when it means nothing more to the program. */
bool devices_read(struct devices *d, const SDL_Event *e, struct event *ev);

/* Whether devices_read would find a press in it. */
bool devices_presses(const struct devices *d, const SDL_Event *e);

/* What has come and gone, and what is held, one thing at a time. The text lives until the next
 * call. */
bool devices_tell(struct devices *d, int64_t now_ms, struct event *ev);
int64_t devices_wake(const struct devices *d); /* when something held is due; -1: never */

#endif
