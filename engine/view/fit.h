/*
 * How one question fits its page: the sizes of its text, its picture and its choices. Private to
 * view/.
 */
#ifndef FIT_H
#define FIT_H

#include "listen.h"
#include "screens.h"

/* What is to be fitted. */
struct asking {
	const char *ask, *notes; /* notes: "" for none */
	const struct choices *choices;
	const struct listening *sound;
	bool picture;
	float low;     /* px: the choices may be no higher; 0: as high as they like */
	uint64_t said; /* by question, choices and sound, as one number, see fitkept.h */
};

struct fit {
	struct style question;
	struct cards cards;
	struct block ask;
	float note;   /* height of the notes with their air, px */
	float listen; /* height of the sound's row with its air, px; 0: there is none */
	float width;  /* of the question's text, px */
	bool scrolls;
	int step;               /* how much has given way for it; 0: nothing */
	float text, cards_text; /* how far the text of all this, of the cards, has grown */
	bool least;             /* the letters are as small as they may get */
	bool beside;   /* the picture stands at the start side of all this, else above it */
	float picture; /* its width beside, its height above, px; 0: there is none */
	float apart;   /* between it and the rest */
	float column;  /* the width that is left for the rest */
	float height;  /* of it all but the picture beside; more than there is: it does not fit */
};

/*
 * The largest sizes at which a question fits with all its choices in sight. Gaps give way first,
 * then letters and the picture (down to 40 %) to their floors, then text that a visitor had grow;
 * what does not fit even then is a page that scrolls.
 */
struct fit fit_question(struct ui *ui, const struct asking *a, float width, float height);

/* The floors themselves, for a page of this width that scrolls; `high` px of it are in sight. */
struct fit fit_page(struct ui *ui, const struct asking *a, int columns, float width, float high);

#endif
