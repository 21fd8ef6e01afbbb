/*
 * Text with HTML in it as plain text, by libxml2's reading of it.
 *
 * What has an end of line in a browser has one here; blanks count once, but in <pre>; small raised
 * or lowered text is Unicode's where there is one, else it stands behind ^ or _; links keep their
 * address. TeX stays as it was typed, and so does what only looks like a tag (vector<int>). Nothing
 * is fetched and nothing is run; time and memory are linear in the text.
 */
#ifndef HTML_H
#define HTML_H

#include <stddef.h>

/* What plain text has no place for, as bits. */
enum {
	HTML_PICTURE = 1,
	HTML_MEDIA = 2, /* sound, film, a page in the page, a field to fill in */
	HTML_LINK = 4,  /* its address leads to nowhere from here */
	HTML_TABLE = 8, /* its lines are there, its columns have " | " between */
	HTML_LOOK = 16, /* bold, italics, colour */
	HTML_SCRIPT = 32,
	HTML_KINDS = 6
};

struct html_lost {
	unsigned kinds;
	char picture[120], alt[120]; /* of the first one: its address, and what it shows */
};

/* What was lost, in words with commas between: "a picture, a link". */
const char *html_lost_words(unsigned kinds, char *out, size_t room);

/* To be freed; NULL: memory is short. Entities alone, tags stay: */
char *html_entities(const char *s, size_t n);
/* All of it; what is lost is added to *lost. */
char *html_text(const char *s, size_t n, struct html_lost *lost);

#endif
