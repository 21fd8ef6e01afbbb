/*
 * What the reveal tells of one answer, in words and measures. Private to view/.
 */
#ifndef TOLD_H
#define TOLD_H

#include "screens.h"

/* The texts of the page, in the language asked for. */
struct told {
	const struct asked *asked;
	const char *ask, *because[PACK_SHOWN], *why, *source, *credit;
	struct choices choices;
	struct picture picture;
	enum choice_state states[PACK_SHOWN];
	int nbecause;
	const char *verdict;
	const char *answer; /* what was right, where the choices are out of sight; or NULL */
	enum icon icon;
	colour c;
	const char *share; /* how many had it right; NULL: too few to say */
	bool good, cut;    /* cut: this answer ended its player's game */
	bool pointless;    /* the mode gives no points */
};

int told_index(const struct app *app); /* of the question it is about */

/* Nobody of several players wanted to answer. */
bool told_skipped(const struct asked *a);

struct told told_make(const struct app *app, struct ui *ui);

/* What was right, in words. */
const char *told_answer(const struct told *t, struct ui *ui);

/* The whole page at one size of its letters: what everything measures. */
struct told_page {
	struct style ask, body, verdict;
	struct cards cards;
	struct choices shown; /* those on the page */
	int at[PACK_SHOWN];   /* which each of them is */
	struct block ask_block;
	float pad_x, pad_y, disc, head, answer, figures, gap, body_h, foot, panel, height;
	float inner, body_w, source_w;
	const char *points; /* in words, where the figures have no room; or NULL */
	bool figured;
	bool stacked; /* figures below the verdict */
	bool wide_button;
	float text;          /* how far it has grown */
	bool fits;           /* else it scrolls */
	bool least;          /* the letters are as small as they may get */
	float apart;         /* between the question and its choices */
	float air;           /* above the question, and above the panel, more than the gap */
	struct rect picture; /* where it is, from the start of the question; w 0: there is none */
	float credit, aside; /* height of its credit; how far the question stands to its side */
	float top;           /* height of question, picture and choices */
};

/* A page that scrolls, its sizes as told_step says. */
struct told_page told_measure(const struct app *app, struct ui *ui, const struct told *t,
			      float width, int step);

/*
 * The largest sizes at which it all fits into a page, whose buttons are as large as `button`. Where
 * there is little to say, the question, the choices and their pictures get the room; what is left
 * lies between the parts.
 *
 * Letters that a visitor had grown are those sizes at usual letters (told_step, for the page that
 * there is then), times as much as fits, up to `most`: so they are never smaller than those.
 */
int told_step(const struct app *app, struct ui *ui, const struct told *t, struct rect page,
	      struct rect button);
struct told_page told_fit(const struct app *app, struct ui *ui, const struct told *t,
			  struct rect page, struct rect button, int step, float most);

/* Verdict, figures, replies, why, source. */
void told_panel(const struct app *app, struct ui *ui, const struct told *t,
		const struct told_page *p, struct rect r);

#endif
