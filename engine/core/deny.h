/*
 * Names that nobody wants to read on a board in a museum, and names that anybody can: a list of
 * words in each language, and pairs of words that are made up.
 *
 * A name is compared without accents, blanks and points, in capitals, with digits read as the
 * letters they look like. The words themselves stand in denywords.c, out of the way.
 */
#ifndef DENY_H
#define DENY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether it is such a name. Words of three letters and more count in every language, shorter ones
 * in their own alone. language: a BCP 47 tag; NULL: not known. */
bool deny_name(const char *name, const char *language);

/* A made-up name: "Quiet Fox 42". The same seed and number, the same name. */
void deny_make(uint64_t seed, int number, char *out, size_t room);

/* A language's words, blanks between them, in the letters that names are compared in. */
struct deny_words {
	const char *language;
	const char *whole;  /* a name is this */
	const char *within; /* a name has it in it */
};

extern const struct deny_words deny_words[]; /* ends with a language of NULL */

#endif
