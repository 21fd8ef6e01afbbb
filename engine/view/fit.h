/*
 * How one question fits its page: the sizes of its text and its choices. Private to view/.
 */
#ifndef FIT_H
#define FIT_H

#include "screens.h"

struct fit {
	struct style question;
	struct cards cards;
	struct block ask;
	float width; /* of the question's text, px */
	bool scrolls;
};

/* The largest sizes at which a question and its n choices fit, at their floors a page that scrolls.
 */
struct fit fit_question(struct ui *ui, const char *ask, const char *const *texts, int n,
			float width, float height);

/* The floors themselves, for a page of this width that scrolls. */
struct fit fit_page(struct ui *ui, const char *ask, const char *const *texts, int n, int columns,
		    float width);

#endif
