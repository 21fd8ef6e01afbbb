/* The tags and entities of HTML, and what each is in plain text. Private to html.c. */
#ifndef HTMLTAGS_H
#define HTMLTAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum tag_is {
	TAG_PLAIN, /* nothing: its text alone counts */
	TAG_BREAK,
	TAG_BLOCK, /* begins and ends a line */
	TAG_ITEM,
	TAG_LISTED,
	TAG_NUMBERED,
	TAG_QUOTE,
	TAG_PRE,
	TAG_CELL,
	TAG_PICTURE,
	TAG_LINK,
	TAG_SUB,
	TAG_SUP
};

struct tag {
	const char *name;
	uint8_t is, lost; /* lost: what plain text has no place for (html.h) */
	bool hidden;      /* what stands in it is not shown */
};

/* NULL: no such tag. Names with a colon, as word processors write them, are plain. */
const struct tag *tags_find(const char *name, size_t n);

/* Small raised (else lowered) text by Unicode's characters, or with ^ or _ before it; `before`: the
 * byte in front. */
void tags_script(bool raised, char before, char *text, size_t room);

/* An entity that s begins with, and its bytes; 0: it is none. */
size_t html_entity(const char *s, size_t n, uint32_t *code);
void html_put(FILE *out, uint32_t code);

/* The text with every tag known, and no entity in it but three; to be freed, NULL: memory is short.
 */
char *html_prepare(const char *s, size_t n);

#endif
