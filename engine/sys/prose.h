/*
 * Author's text on its way to a terminal or a pipe: made harmless, and wrapped by words.
 */
#ifndef PROSE_H
#define PROSE_H

#include <stdio.h>

struct UBreakIterator;

struct prose {
	FILE *out;
	int width; /* columns; 0: nothing is wrapped */
	struct UBreakIterator *breaks;
};

void prose_init(struct prose *p, FILE *out, int width);
void prose_finish(struct prose *p);

/*
 * Writes the label, the text and a newline. A '\n' in the text begins a new line. To a terminal,
 * lines after the first are indented by the label's width, if that leaves half of the columns.
 */
void prose_write(struct prose *p, const char *label, const char *text);

/* The text as it may be shown, in one line: blanks for line ends. What has no room is cut. */
void prose_clean(char *out, size_t room, const char *s);

int prose_columns(const char *s); /* of a terminal */

#endif
