/*
 * Rows of what can be set: words, and at their end a control; where that leaves the words no room,
 * the control stands below them. Private to view/.
 *
 * A row with an action has the focus as a whole: left and right change it, and its parts are for
 * pointers. Else its parts have the focus each. A row is drawn as it was measured.
 */
#ifndef CONTROLS_H
#define CONTROLS_H

#include "ui.h"

enum control_kind {
	CONTROL_SEGMENTS, /* one of a few, side by side */
	CONTROL_THEMES,   /* the same, each a little picture of a theme */
	CONTROL_STEPPER,  /* less, a value, more */
	CONTROL_CYCLE,    /* the one before, a name, the one behind: one of many */
	CONTROL_SWITCH,   /* off or on */
	CONTROL_TICK,     /* one of the rows around it */
};

struct option {
	const char *label;
	struct action action;
	bool on; /* stepper: it goes no further */
	const struct theme *theme;
};

enum { OPTIONS = 8 };

struct row {
	const char *name, *line; /* line: NULL for none */
	struct action action;
	unsigned flags;
	enum control_kind kind;
	struct option options[OPTIONS]; /* stepper: less, more; switch: the one to press */
	int n;
	bool on;                    /* switch, tick */
	const char *value, *widest; /* stepper, cycle */
};

struct row_fit {
	float height;
	float w, h;  /* of the control */
	float pad;   /* segments: around each word; 0: they stand one below the other */
	int columns; /* themes */
	float words; /* the room for the words */
	bool below;
};

struct row_fit row_fit(struct ui *ui, const struct row *r, float width);
void row_draw(struct ui *ui, struct rect at, const struct row *r, const struct row_fit *f);

/* What is chosen in it, in words. */
const char *row_value(const struct row *r);

#endif
