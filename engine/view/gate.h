/*
 * The one gate of a kiosk: it lists what a visitor can do, and nothing else gets through. Private
 * to view/.
 */
#ifndef GATE_H
#define GATE_H

#include <stdbool.h>

struct app;
struct event;

bool gate_lets(struct app *app, const struct event *ev);

#endif
