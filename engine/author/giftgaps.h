/*
 * A GIFT text with several sets of answers, as teachers write them though Moodle's GIFT has none:
 * gaps in a text, often in the manner of Moodle's cloze ({1:MC:~of =by}), or questions in a row.
 * Each set makes a question of the line it is in, or of its sentence where the line is long or
 * holds several questions. The other gaps are filled with what is right. Moodle's
 * own cloze is read so too. Private to importgift.c and importmoodle.c.
 */
#ifndef GIFTGAPS_H
#define GIFTGAPS_H

#include "giftanswers.h"
#include "giftblock.h"

struct gift_set {
	size_t open, close; /* its braces in the block */
	size_t from, to;    /* the line or sentence it is in */
	size_t line_to;     /* the rest is for giftgaps.c alone */
	bool by_sentence;
};

/* A text that is no block of a file; false: it has no answers. */
bool giftgaps_open(struct gift_block *b, char *s, size_t n);

/* The block, which has answers, has several sets with something to choose from, or one in the
 * manner of cloze. */
bool giftgaps_are(const struct gift_block *b);

/* The sets in their order; the first one for a `set` of zeros, whose `to` is where the text begins.
 * False: there is none any more. */
bool giftgaps_next(const struct gift_block *b, struct gift_set *set);

/* What the set is asked with. */
const char *giftgaps_ask(struct gift_reader *g, const struct gift_block *b,
			 const struct gift_set *set);

#endif
