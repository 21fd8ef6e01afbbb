/*
 * What stands on the page of a question, and how it shares the window. Private to view/.
 *
 * All choices are to be in sight. What stands around the question gives way to it and to them
 * before their own letters do, see fit.h.
 */
#ifndef QUESTIONFIT_H
#define QUESTIONFIT_H

#include "accessbar.h"
#include "fit.h"
#include "footer.h"

/* What is on the page, and the heights of what does not give way, px. */
struct parts {
	const char *ask, *notes;
	struct picture picture;
	struct choices choices;
	struct listening sound;
	struct footer footer;
	struct accessbar bar;
	float foot;      /* of both */
	float page_text; /* how far the text has grown of all but the question and its choices */
	float foot_text; /* of these */
	uint64_t said;   /* what is asked, see fitkept.h */
	bool beside;     /* the bar stands in the row of the footer */
	bool folded;     /* lifelines are rows of the pause */
	float low;       /* with reach: the room of the choices; else 0 */
	int zoom;        /* what z enlarges */
	bool clock;
	float row, below_row;
	struct rect body; /* between what stands above and below the question and its choices */
};

/* What is asked now, nothing measured; as it is fitted to a page. */
struct parts questionfit_parts(const struct app *app, struct ui *ui);
struct asking questionfit_asking(const struct parts *p);

/* Measures it all, and fits the question into what is left. */
struct fit questionfit_measure(const struct app *app, struct ui *ui, struct parts *p);

#endif
