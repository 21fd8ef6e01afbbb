/*
 * Those who look after a kiosk: the PIN that lets them in, and their page behind it. Private to
 * view/.
 *
 * What is typed is in the app for as long as it takes to be tried, and never in a text that is
 * shown. How long a PIN is cannot be told from its hash, so the page gives nothing of that away.
 */
#ifndef STAFF_H
#define STAFF_H

#include <stdbool.h>
#include <stdint.h>

#include "health.h"
#include "kiosk.h"

struct app;
struct event;
struct ui;

enum { PIN_CLOSES_MS = 20000, STAFF_CLOSES_MS = 120000 };

struct staff {
	char pin[KIOSK_PIN_MOST + 1]; /* typed so far */
	bool tried;                   /* and it is being looked at */
	bool wrong;                   /* the last one was */
	int64_t locked_ms;            /* none is taken before; 0: one is */
	int64_t sign_ms;              /* the last press on one of their pages */
};

/* EVENT_PIN, EVENT_HEALTH, EVENT_OPERATED. */
void staff_take(struct app *app, const struct event *ev);
void pin_answer(struct app *app, const struct event *ev);

/* Somebody pressed something; and how long it is since then, in ms. */
void staff_sign(struct app *app);
int64_t staff_idle_ms(const struct app *app);

#endif
