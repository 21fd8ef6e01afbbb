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
	bool markdown;
};

/* Skips `[html]` or the like, which holds for what is read from then on. */
const char *gift_read_mark(struct gift_reader *g, const char *s, size_t *n);

/* What Moodle's cloze says of its answers. */
enum gift_kind { GIFT_UNSAID, GIFT_TYPED, GIFT_ONE, GIFT_SEVERAL };

/* Behind `1:MC:` and the like, as cloze begins its answers, or s: there is none. `kind` may be
 * NULL. */
const char *gift_skip_kind(const char *s, const char *end, enum gift_kind *kind);

/* With its escapes undone; "" when nothing is left. */
const char *gift_text(const struct gift_reader *g, const char *s, size_t n);

/* All of the question at hand but what it asks. */
void giftanswers_take(struct gift_reader *g, const char *s, size_t n);

#endif
