/*
 * The steps a script can have, as a table; private to script.c. `rest` is what stands behind a
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

bool script_fail(struct script *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
