/*
 * What the parts of `check --fit` share: a question is looked at (fitlook.c) and what came of it is
 * said (fitsay.c), language by language (checkfit.c).
 */
#ifndef FITTING_H
#define FITTING_H

#include "checkfit.h"
#include "exhibit.h"
#include "fitdeal.h"
#include "flaw.h"
#include "lint.h"

enum page { PAGE_QUESTION, PAGE_HINT, PAGE_ANSWER, PAGES };

/* What came of one question in one language: sets of screens, a bit each. */
struct fitted {
	uint32_t scrolls[PAGES], least[PAGES];
};

struct fitting {
	struct app *app;
	const struct fit_screens *screens;
	struct entry *entry;
	struct exhibit x;
	struct flaw flaw;      /* our own mistake, the first one of a question */
	struct fitted *own;    /* of each question, as its author wrote it */
	struct fitted *fitted; /* and in this language */
};

const struct question *fitting_question(const struct fitting *f);

/* The exhibit takes the size of a screen. */
void fitting_size(struct fitting *f, int screen);

/* Lays out all pages of the question at hand, and proves each. */
void fitting_look(struct fitting *f, struct fitted *to);

/* How many characters of its `ask` have room on a screen with these choices; 0: not even a few
 * words. */
int fitting_most(struct fitting *f, int screen);

/* "640x360@200%", as it is typed. */
const char *fitting_name(struct diag *d, const struct fit_screen *s);

/* "320x240, 640x360 and 640x360@200%": a set of them. */
const char *fitting_list(struct fitting *f, uint32_t set);

/* Of one question; `in` begins the sentence. */
void fitting_say(struct fitting *f, const struct fitted *of, const char *in);

/* What a good part of the pack has in common, once; it is taken from `fitted`. */
void fitting_sum_up(struct fitting *f, const char *in);

#endif
