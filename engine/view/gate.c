#include "gate.h"

#include "screens.h"

bool gate_lets(struct app *app, const struct event *ev)
{
	(void)app;
	return ev->kind != EVENT_QUIT || ev->index == 1;
}
