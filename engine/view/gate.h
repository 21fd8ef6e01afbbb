/*
 * The one gate of a kiosk: it lists what a visitor can do, and nothing else gets through. Private
 * to view/.
 *
 * What the machine says passes. Of keys, and of buttons by the keys they stand for, those of one
 * table do, by screen where it matters, without Ctrl or Alt. A scanner and a toy keyboard are fast
 * typists: what comes sooner after another key than a hand can is dropped, and what confirms needs
 * a longer pause before it, so that no burst that ends in Enter answers anything. Of fingers the
 * first counts; one that lies still for long is forgotten.
 */
#ifndef GATE_H
#define GATE_H

#include <stdbool.h>
#include <stdint.h>

struct app;
struct event;

enum {
	GATE_MOVE_MS = 50,    /* after any other key: what moves or writes; 20 a second */
	GATE_PRESS_MS = 120,  /* what chooses or confirms */
	GATE_STUCK_MS = 10000 /* a finger that does not move */
};

struct gate {
	enum {
		FINGER_UP,
		FINGER_DOWN,
		FINGER_SHUT
	} finger;          /* shut: whatever it does until it
			      is lifted counts no more */
	float x, y;        /* where it came to rest */
	int64_t still_ms;  /* and when */
	int64_t corner_ms; /* since when it is in the corner of staff; -1: it is not */
	int64_t key_ms;    /* when a key went down last, also one that was shut out */
	int64_t let_ms;    /* when anything was let in last */
	bool mute;         /* what is written now comes from a key that was shut out */
};

struct gate gate_start(void);

bool gate_lets(struct app *app, const struct event *ev);

/* What is down now counts no more. */
void gate_shut(struct app *app);

/* Time goes by: a finger that got stuck is forgotten. */
void gate_tick(struct app *app);

/* The chord of staff; and how long the finger has been held in their corner, ms, -1: it is not. */
bool gate_is_chord(const struct event *ev);
int64_t gate_held_ms(const struct app *app);

#endif
