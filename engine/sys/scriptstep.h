/*
 * The steps a script can have, as a table; private to script*.c. `rest` is what stands behind a
 * step's name; a step that fails says so through script_fail, which returns false.
 */
#ifndef SCRIPTSTEP_H
#define SCRIPTSTEP_H

#include "script.h"

struct script {
	const char *path;
	char *bytes;
	char *start; /* a copy of the start line, cut into words */
	char **words;
	int nwords;
	int line;  /* the one being played, from 1 */
	bool over; /* the program has ended */
	bool held; /* the mouse's button is down */
	struct event now;
	struct shell *shell;
	struct painter *painter;
	char *error;
	size_t error_n;
};

struct scriptstep {
	const char *name, *arguments; /* a step with several forms has a row for each */
	const char *line;             /* what it does */
	bool (*play)(struct script *s, const char *rest);
	bool after_end; /* makes sense when the program has ended */
};

extern const struct scriptstep scriptsteps[]; /* ends with a name of NULL */

/* What steps are made of: an event now; time that goes by, with a stop at each moment the frame
 * asked to be woken; "500ms" and "X Y" of what stands behind a step's name. */
void script_send(struct script *s, struct event ev);
bool script_go(struct script *s, int64_t ms);
int64_t script_duration(const char **at); /* moves behind it; -1: it is none */
bool script_place(struct script *s, const char *rest, float *x, float *y);

/* Steps of the mouse and of fingers (scriptpoint.c), of keys, controllers and buttons
 * (scripthand.c). */
bool scriptstep_press(struct script *s, const char *rest);
bool scriptstep_click(struct script *s, const char *rest);
bool scriptstep_down(struct script *s, const char *rest);
bool scriptstep_move(struct script *s, const char *rest);
bool scriptstep_up(struct script *s, const char *rest);
bool scriptstep_wheel(struct script *s, const char *rest);
bool scriptstep_leave(struct script *s, const char *rest);
bool scriptstep_tap(struct script *s, const char *rest);
bool scriptstep_touch(struct script *s, const char *rest);
bool scriptstep_slide(struct script *s, const char *rest);
bool scriptstep_lift(struct script *s, const char *rest);
bool scriptstep_hold(struct script *s, const char *rest);
bool scriptstep_key(struct script *s, const char *rest);
bool scriptstep_repeat(struct script *s, const char *rest);
bool scriptstep_pad(struct script *s, const char *rest);
bool scriptstep_button(struct script *s, const char *rest);
bool scriptstep_plug(struct script *s, const char *rest);
bool scriptstep_unplug(struct script *s, const char *rest);
bool scriptstep_type(struct script *s, const char *rest);

/* "key NAME" or "pad NAME" is held so long, *good if that went well; false: it is neither. */
bool script_hold_hand(struct script *s, const char *rest, int64_t ms, bool *good);

bool script_fail(struct script *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
