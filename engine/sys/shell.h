/*
 * What every shell around the app does alike: hands events on, notes them down, and does what the
 * app asks for that needs no window. A window or a script does the rest through `perform`.
 */
#ifndef SHELL_H
#define SHELL_H

#include <limits.h>

#include "app.h"

struct audio;
struct keeper;
struct pictures;
struct record;

struct shell {
	struct app *app;
	struct library *library;
	struct record *record;     /* NULL: nothing is noted down */
	struct pictures *pictures; /* NULL: none can be shown */
	struct keeper *keeper;     /* NULL: nothing is remembered */
	struct audio *audio;       /* NULL: none is heard; sounds are answered as if they were */
	void (*perform)(void *ctx, const struct effect *e); /* NULL: no effect can be shown */
	bool (*late)(void *ctx, struct event *answer); /* what came of it, one by one; or NULL */
	void (*saved)(void *ctx); /* a script says that a pack's file was; NULL: nobody cares */
	void (*read)(void *ctx, int index); /* an entry was read again: look at it before the app
					       does; or NULL */
	void *ctx;
	int64_t stepped_ms;                           /* the moment of the last event */
	char sound_folder[PATH_MAX], sound[PATH_MAX]; /* the one asked for last */
};

bool shell_begin(struct shell *s, const struct event *first); /* what the first frame asks for */
bool shell_step(struct shell *s, const struct event *ev);     /* false: leave */

/* The sound asked for last can't be played after all. False: leave. */
bool shell_sound_failed(struct shell *s, const struct event *now);

#endif
