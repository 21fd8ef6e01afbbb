/*
 * The words of a text, for rules that compare texts: letters and digits in a row, in lower case, an
 * apostrophe between letters is one of them. Where a script writes no blanks between words (Han,
 * kana, Thai, Khmer, Lao, Burmese) each character is a word.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stdint.h>

struct word {
	uint32_t hash;  /* of its letters in lower case: equal ones are taken for the same word */
	uint32_t at;    /* bytes from the start of the text */
	uint16_t n;     /* bytes, at most 65,535 */
	uint16_t kinds; /* what its language says of it (language.h); 0 from words_split */
	bool number;    /* digits alone */
	bool capital;   /* begins with a capital letter */
	bool capitals;  /* two letters or more, all capitals */
};

/* At most `room` words of s go into out. Returns how many. */
int words_split(const char *s, struct word *out, int room);

/* The hash a word of these letters has, in lower case already. */
uint32_t words_hash(const char *s);

/* Of n words in a row, at least one; of one: its own. */
uint32_t words_joined(const struct word *w, int n);

#endif
