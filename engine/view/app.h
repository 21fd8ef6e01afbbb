/*
 * The program as a fold: app_step takes an event, app_frame shows what came of it, app_effects says
 * what the shell is to do. Nothing here reads a clock, a file or a device.
 *
 *	do {
 *		show(app_frame(app));
 *		perform(app_effects(app));
 *		wait(app_frame(app)->wake, &ev);
 *	} while (app_step(app, &ev));
 */
#ifndef APP_H
#define APP_H

#include "event.h"
#include "frame.h"
#include "game.h"
#include "library.h"
#include "measure.h"

struct app;

struct app_options {
	struct library *library; /* borrowed; only EVENT_LOADED says that it changed */
	struct measure measure;
	const struct theme *theme;
	const char *language; /* of pack texts; NULL: the author's own */
	const char
		*packs_folder; /* what the packs screen says of where packs live; NULL: nothing */
	float text_scale;      /* 1 to 2 */
	const struct mode *mode;
	int questions; /* 0: the pack's own number */
	int clock_percent;
	uint64_t seed; /* of the first game; later ones follow from it */
	bool straight; /* begin with the first question, of all packs of the library together */
	int w, h;
};

enum effect_kind {
	EFFECT_RELOAD,     /* read the library's entry `index` again, then EVENT_LOADED */
	EFFECT_OPEN,       /* show the folder `text` in the desktop's file manager */
	EFFECT_COPY,       /* put `text` on the clipboard */
	EFFECT_FULLSCREEN, /* in or out of it */
};

struct effect {
	enum effect_kind kind;
	int index;
	const char *text; /* lives until the next step */
};

/* `first` gives the time it all begins. NULL: no memory. */
struct app *app_create(const struct app_options *o, const struct event *first);
void app_destroy(struct app *app);

bool app_step(struct app *app, const struct event *ev);            /* false: leave */
const struct frame *app_frame(const struct app *app);              /* valid until the next step */
int app_effects(const struct app *app, const struct effect **out); /* of the last step */

/* What the score line says, for whoever asks at the end; NULL before the first game. */
const struct game *app_game(const struct app *app);

/* Where to press the spot with this label, in px; on_page: it lies on the page that scrolls,
 * perhaps out of sight. False: there is none, or it can't be pressed. */
bool app_find(const struct app *app, const char *label, float *x, float *y, bool *on_page);

#endif
