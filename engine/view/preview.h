/*
 * A question as its player will see it, for its author: the library's only entry, whose file is
 * followed as it is saved. Private to view/.
 *
 * What the author types is what is shown: the question in which the file has changed. While that
 * can't be shown, its last good version stays with the message on it. It is the real page of the
 * question and the real reveal, laid out for a size of the author's choice and never enlarged, so
 * that what fits is seen pixel for pixel and what does not is made smaller as a whole. No clock
 * runs, nothing is kept, no setting of the player is changed.
 */
#ifndef PREVIEW_H
#define PREVIEW_H

#include "screens.h"

enum previewing {
	PREVIEW_BEFORE,
	PREVIEW_AFTER,
	PREVIEW_SIZE,
	PREVIEW_THEME,
	PREVIEW_TEXT,
	PREVIEW_LANGUAGE,
	PREVIEW_DEAL,
	PREVIEW_REVEAL,
	PREVIEW_FINDINGS,
	PREVIEW_READ,
	PREVIEW_BARE,
};

enum {
	REVEAL_NOT,
	REVEAL_RIGHT,
	REVEAL_CHOICE /* and more: the choice at that position */,
	REVEAL_CHOSEN = REVEAL_CHOICE + PACK_SHOWN /* those that were selected */
};

struct preview_size {
	int w, h; /* 0: as the window is */
};
extern const struct preview_size preview_sizes[]; /* ends with a w of -1 */

void preview_open(struct app *app); /* at the line that was asked for */
void preview_read(struct app *app); /* the entry was read again */

/* The game (previewgame.c): the question is asked, or was answered so; what comes after that. */
void preview_reveal(struct app *app, int reveal);
int preview_next_reveal(const struct app *app);

void previewpage_draw(const struct app *app, struct ui *ui); /* previewpage.c */

/* A section of a file, by its lines from the header to before the next one. */
struct section {
	int first, last; /* first 0: what stands before the first header */
	bool question;
};
struct section preview_section(const struct ini_text *t, int line); /* t NULL: there is none */

/* Which of the entry's findings are to be shown now, up to `most`; returns how many there are. */
int preview_findings(const struct app *app, const struct finding **out, int most);
bool preview_tells(const struct app *app); /* they are on the screen */

/* The lines below the page (previewbar.c): their height, 0 where there are none. */
float previewbar_height(const struct app *app, struct ui *ui);
void previewbar_draw(const struct app *app, struct ui *ui, struct rect r, const char *size);

#endif
