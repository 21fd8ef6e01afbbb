/*
 * What the rules know of a language: lists of words and phrases, by the first part of its tag
 * ("pt-BR": "pt"). A rule that needs them is silent in a language that has no lists.
 */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "pack.h"
#include "words.h"

/* What a word may be, as bits of word.kinds. */
enum {
	WORD_STOP = 1 << 0,     /* the, of, is: says nothing of what a text is about */
	WORD_NEGATIVE = 1 << 1, /* not, except */
	WORD_WHY = 1 << 2,      /* why: "not" is then what the question is about */
	WORD_CLAUSE = 1 << 3,   /* that, because: "not" behind it is not the question's own */
	WORD_SOFTENS = 1 << 4,  /* only: with "not" beside it no negation */
	WORD_AND = 1 << 5,
	WORD_CHOICES = 1 << 6, /* both, answers: of a choice that speaks of others */
	WORD_PLACE = 1 << 7,   /* first, last, above */
	WORD_NUMERAL = 1 << 8, /* one, hundred */
	WORD_OVER = 1 << 9,    /* more, at least */
	WORD_UNDER = 1 << 10,  /* fewer, at most */
	WORD_TO = 1 << 11,     /* between two numbers: from here to there */
	WORD_VAGUE = 1 << 12,  /* statement, correct: of a question that says nothing */
	WORD_ALL = 1 << 13,    /* a phrase: all of the above */
	WORD_NONE = 1 << 14,   /* a phrase: none of the above */
	WORD_ASKS = 1 << 15,   /* which, what */
};

enum { LEXICON = 1024 }; /* slots */

/* One language's words, by their hashes. */
struct lexicon {
	const char *language; /* its tag's first part; NULL: no lists */
	const char *endings;  /* of words that are otherwise the same, with blanks between */
	uint32_t hashes[LEXICON];
	uint16_t kinds[LEXICON];
};

/* By a tag; NULL or an unknown one: a lexicon without words. */
void lexicon_open(struct lexicon *l, const char *tag);

/* What a word, or a phrase (words_joined), is. */
uint16_t lexicon_kinds(const struct lexicon *l, uint32_t hash);

/* Sets the kinds of n words. */
void lexicon_mark(const struct lexicon *l, struct word *w, int n);

/* The pack's own `language`; where it gives none, the one that its questions' small words are of;
 * NULL: they do not tell. */
const char *language_of_pack(const struct pack *p);

/* languagewords.c: the lists, ending with a tag of NULL. */
struct language {
	const char *tag, *endings;
	struct {
		uint16_t kind;
		const char *words; /* with blanks between; phrases with bars */
	} lists[20];               /* ends with a kind of 0 */
};
extern const struct language languages[];

#endif
