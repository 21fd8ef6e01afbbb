/* Who plays in the terminal, and what was said so far. Private to the text*.c files. */
#ifndef TEXTPLAYER_H
#define TEXTPLAYER_H

#include "prose.h"
#include "saving.h"
#include "text.h"

struct text_player {
	const struct text_options *o;
	struct prose prose;
	bool colour, prompt; /* prompt: someone types, and sees it */
	char *line;          /* the last one read */
	size_t room;
	int64_t now_ms;           /* when the clock was looked at last */
	const struct pack *pack;  /* of the question told last */
	const struct text *topic; /* of it */
	struct saving saving;     /* where there is a store */
	bool unkept;              /* and that it fails has been said */
	bool explained;           /* how to answer */
	bool returns;             /* the question answered last comes back */
	struct game game;
};

static inline const char *plural(int n)
{
	return n == 1 ? "" : "s";
}

#endif
