/*
 * Watches a folder of input devices, as /dev/input, for what looks like a joystick: a node js*, or
 * an event* that the kernel says has a joystick's or a controller's buttons. A thread sleeps until
 * the folder changes, so that nothing else need be asked, and SDL's joysticks, which are polled a
 * thousand times a second, not even be opened.
 */
#ifndef PLUGS_H
#define PLUGS_H

#include <stdbool.h>

struct plugs;

/* `changed` is called on the thread when a device may have come or gone. NULL: it can't be watched,
 * and plugs_any says how it was at the start. */
struct plugs *plugs_watch(const char *folder, void (*changed)(void *ctx), void *ctx);
void plugs_close(struct plugs *p);

bool plugs_any(const char *folder);

#endif
