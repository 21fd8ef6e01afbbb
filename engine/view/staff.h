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

enum { PIN_CLOSES_MS = 20000, STAFF_CLOSES_MS = 120000, STAFF_SURE_MS = 10000, STAFF_WORDS = 256 };

struct staff {
	char pin[KIOSK_PIN_MOST + 1]; /* typed so far */
	bool tried;                   /* and it is being looked at */
	int asked;                    /* the number of the last EFFECT_PIN: its answer counts */
	bool wrong;                   /* the last one was */
	int64_t locked_ms;            /* none is taken before; 0: one is */
	int64_t sign_ms;              /* the last press on one of their pages */

	int section;          /* operator: enum part of operator.h */
	struct health health; /* n 0: not looked at yet */
	bool busy;            /* something that was wished for is being done */
	bool good;            /* what came of the last wish */
	char said[STAFF_WORDS];
	int opened;    /* the library's entry whose complaints are shown; -1: none */
	float card_px; /* how far the marks for a card's width lie apart */
	struct sure {  /* what was asked for once, and is done the second time */
		int verb, arg;
		int64_t ms;
	} sure;
};

/* EVENT_PIN, EVENT_HEALTH, EVENT_OPERATED. */
void staff_take(struct app *app, const struct event *ev);
void pin_answer(struct app *app, const struct event *ev);

/* The page of the PIN (pinpage.c): whether none is taken for a while, or none just now; the digit
 * in its middle has the focus. */
enum { PIN_MIDDLE = '5' };
bool pin_is_locked(const struct app *app);
bool pin_takes_digits(const struct app *app);
void pin_draw(const struct app *app, struct ui *ui);

/* One of their pages begins; and how long it is since somebody pressed anything on it, in ms, once
 * that was looked for. */
void staff_begin(struct app *app);
void staff_look(struct app *app);
int64_t staff_idle_ms(const struct app *app);

#endif
