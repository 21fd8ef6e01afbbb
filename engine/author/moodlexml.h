/*
 * The questions of a file in Moodle's XML, each read by libxml2 as a document of its own: its place
 * is known, and what is broken ends with it. No entity of the file's own is ever expanded. Private
 * to importmoodle.c.
 */
#ifndef MOODLEXML_H
#define MOODLEXML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "iniread.h"

struct moodlexml {
	const struct ini_text *text;
	size_t at, end; /* of the question at hand: bytes from the start of the text */
	int error_line; /* of the first thing that is no XML, from 1 at its start; 0: none */
};

bool moodlexml_next(struct moodlexml *x);     /* false: there is none any more */
xmlDoc *moodlexml_parse(struct moodlexml *x); /* the question at hand; may be NULL */

/* Where a line of the question at hand begins: bytes from the start of the text. */
uint32_t moodlexml_line(const struct moodlexml *x, long line);

xmlNode *moodlexml_child(const xmlNode *node,
			 const char *name); /* the first one; node may be NULL */
xmlNode *moodlexml_next_child(const xmlNode *node, const char *name); /* behind node */
char *moodlexml_content(const xmlNode *node); /* all of its text, to be freed; never NULL */
void moodlexml_attribute(const xmlNode *node, const char *name, char *out, size_t room);
bool moodlexml_is_word(const xmlNode *node, const char *word); /* in any case, alone in it */

#endif
