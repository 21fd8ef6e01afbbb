/*
 * A GIFT file cut into its blocks: a question each, or a category, or a text without answers.
 *
 * Moodle cuts at blank lines alone. Teachers leave them out between questions, and put them between
 * a question and its answers, and between the answers; both are read as they were meant. Private to
 * importgift.c.
 */
#ifndef GIFTBLOCK_H
#define GIFTBLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "iniread.h"

struct gift_line {
	size_t from; /* in the block */
	uint32_t at; /* in the source */
};

struct gift_comment {
	const char *s; /* in the source, without its slashes */
	size_t n;
};

struct gift_block {
	const struct ini_text *source;
	const char *next; /* what is not read yet */
	char *s;          /* lines with '\n' between, without comments and blanks at line ends */
	size_t n;
	struct gift_line *lines;
	struct gift_comment *comments;
	int nlines, ncomments;
	size_t open, close; /* the braces of its answers; both 0: there are none */

	/* The rest is for giftblock.c alone. */
	size_t room, scanned, outer; /* outer: where the brace at depth 1 stands */
	size_t inner, inner_scanned; /* the last '{' before a '}'; 1 more than where it is */
	int lines_room, comments_room, depth;
	bool tail;                /* what follows the answers is no new question */
	const char *closes_after; /* up to here no blank line ends the block */
};

void giftblock_init(struct gift_block *b, const struct ini_text *source);
void giftblock_finish(struct gift_block *b);

/* False: there is none any more, or memory is short. A block of comments has n 0. */
bool giftblock_next(struct gift_block *b);

uint32_t giftblock_place(const struct gift_block *b, size_t at); /* in the source */

/* What stands between two braces could be answers. */
bool gift_is_answers(const char *s, size_t n);
/* `$CATEGORY:` begins the text. */
bool gift_is_category(const char *s, size_t n);
/* The first of these characters that has no backslash before it, or `end`. */
const char *gift_find(const char *s, const char *end, const char *characters);

#endif
