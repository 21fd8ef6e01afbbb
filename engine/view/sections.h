/*
 * The list of sections beside a page, one of which is shown; Tab leads through them. Private to
 * view/.
 */
#ifndef SECTIONS_H
#define SECTIONS_H

#include "ui.h"

struct section_label {
	enum icon icon;
	const char *name;
};

struct sections {
	const struct section_label *of;
	int n, now;
};

/* VERB_SECTION with their numbers; rows are as high as there is room. */
void sections_draw(struct ui *ui, struct rect at, const struct sections *s);

/* What can be pressed there: Tab leads to the section behind the one that is shown, with Shift to
 * the one before. */
void section_spot(struct ui *ui, struct rect r, const struct sections *s, int i);

#endif
