/*
 * What a kiosk's staff ask for, beside what the keeper does on its thread: how the machine is, and
 * wishes that are this program's own.
 */
#ifndef KIOSKDO_H
#define KIOSKDO_H

#include <stdbool.h>

#include "app.h"
#include "guard.h"

struct play;

enum { KIOSKDO_ANSWERS = 8 };

struct kioskdo {
	struct guard guard; /* where there is no keeper */
	struct health health;
	struct kioskdo_answer {
		enum event_kind kind;
		int index, number, asked;
		char words[256];
	} answers[KIOSKDO_ANSWERS];
	int n;
	char told[256]; /* the words of the last answer */
	enum { ENDS_NOT, ENDS_AGAIN, ENDS_FOR_GOOD } ends;
};

/* The staff's side of p->kiosk, and what it has kept of itself. Waits for the keeper. */
struct kiosk_state kioskdo_open(struct play *p);

/* EFFECT_PIN, EFFECT_HEALTH, EFFECT_OPERATE; the rest is for others. */
void kioskdo_perform(struct play *p, const struct effect *e);

/* What came of it, one by one. */
bool kioskdo_answer(struct play *p, struct event *answer);

#endif
