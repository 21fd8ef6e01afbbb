/*
 * What stands between the braces of a GIFT question, and its texts. Private to importgift.c.
 */
#ifndef GIFTANSWERS_H
#define GIFTANSWERS_H

#include "making.h"

struct gift_reader {
	struct making *m;
	uint32_t at; /* where the question begins */
	bool plain;  /* no HTML */
	bool folds;  /* ends of lines are blanks */
};

/* Skips `[html]` or the like, which holds for what is read from then on. */
const char *gift_read_mark(struct gift_reader *g, const char *s, size_t *n);

/* Behind `1:MC:` and the like, as Moodle's cloze begins its answers, or s: there is none. Stores
 * whether such answers are typed. */
const char *gift_skip_kind(const char *s, const char *end, bool *typed);

/* With its escapes undone; "" when nothing is left. */
const char *gift_text(const struct gift_reader *g, const char *s, size_t n);

/* All of the question at hand but what it asks. */
void giftanswers_take(struct gift_reader *g, const char *s, size_t n);

#endif
