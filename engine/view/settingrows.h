/*
 * What the screen of settings shows, as data: its sections, and the rows of each. Private to view/.
 */
#ifndef SETTINGROWS_H
#define SETTINGROWS_H

#include "controls.h"
#include "screens.h"

enum section {
	SECTION_DISPLAY,
	SECTION_SOUND,
	SECTION_TIMING,
	SECTION_CONTROLS,
	SECTION_LANGUAGE,
	SECTIONS
};

extern const struct section_name {
	enum icon icon;
	const char *name, *reset;
} section_names[SECTIONS];

int section_count(const struct app *app); /* of those that have something to choose */
struct action section_first(enum section s);
enum section section_of(struct action a); /* of a row; SECTIONS: it is none */

/* Its rows, to be drawn with that ui; returns how many. */
enum { SECTION_ROWS = 9 + PACK_LANGUAGES };
int section_rows(const struct app *app, struct ui *ui, enum section s,
		 struct row out[SECTION_ROWS]);

/* What Enter on a row presses: its switch, or (unless only a switch is meant) the next of a few;
 * verb 0: nothing. */
struct action section_next(const struct app *app, struct action row, bool only_switch);

/* What a VERB_SET says. */
enum setting section_setting(struct action a);
int section_value(struct action a);

#endif
