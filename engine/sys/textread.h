/* What a player types. Private to the text*.c files. */
#ifndef TEXTREAD_H
#define TEXTREAD_H

#include "textplayer.h"

enum said {
	SAID_NOTHING, /* that can be understood; `why` says why, or is empty */
	SAID_REFUSED, /* understood, but it can't be had: `why` */
	SAID_ANSWER,  /* `positions` */
	SAID_HELP,    /* `lifeline`, which can be had */
	SAID_QUIT,
};

struct saying {
	enum said what;
	uint32_t positions;
	enum lifeline lifeline;
	char why[200];
};

/* False: there is no more input, or no output. */
bool text_read_line(struct text_player *p);

/* What the line means to the current question. */
struct saying text_understand(const struct text_player *p);

/* How to ask for a lifeline: a word that is no answer here. */
const char *text_lifeline_word(const struct text_player *p, enum lifeline l);

#endif
