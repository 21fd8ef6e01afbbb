/*
 * `check --fit`: whether every question has room on the screens it will be shown on. Each is laid
 * out by the game's own pages with this machine's own fonts, without a window: as it is asked, with
 * its hint, and its answer with all there is to read, in every language of the pack.
 */
#ifndef CHECKFIT_H
#define CHECKFIT_H

#include "library.h"

enum { FIT_SCREENS = 32 };

struct fit_screens {
	bool usual; /* not named: what holds of a good part of a pack is said of the pack */
	int n;
	struct fit_screen {
		int w, h, text_percent;
	} screen[FIT_SCREENS];
};

/* Whether a word is meant as such a list, not as a path. */
bool checkfit_looks_like_screens(const char *word);

/* "1280x720,320x240@200": NULL: the usual ones. False: it is no such list. */
bool checkfit_screens(struct fit_screens *s, const char *list);

/* Adds what it finds to the diag of each entry, which has its text (keeps_texts), and sorts it.
 * False: it could not be done, and why was said. */
bool checkfit(struct library *l, const struct fit_screens *s);

#endif
