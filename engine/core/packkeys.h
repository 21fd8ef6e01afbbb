/*
 * The ONE table of keys: what may be written in a pack, where, and what it takes. Reading,
 * checking, formatting and the author's guide all go by it.
 */
#ifndef PACKKEYS_H
#define PACKKEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rows of the table, in its order. */
enum key {
	KEY_QUIZPACK,
	KEY_TITLE,
	KEY_ID,
	KEY_ABOUT,
	KEY_AUTHOR,
	KEY_LICENCE,
	KEY_LANGUAGE,
	KEY_VERSION,
	KEY_UPDATED,
	KEY_HOMEPAGE,
	KEY_COVER,
	KEY_DRAW,
	KEY_ORDER,
	KEY_ASK,
	KEY_RIGHT,
	KEY_WRONG,
	KEY_ANSWER,
	KEY_BECAUSE,
	KEY_CHOICE_IMAGE,
	KEY_CHOICE_ALT,
	KEY_HINT,
	KEY_WHY,
	KEY_IMAGE,
	KEY_AUDIO,
	KEY_ALT,
	KEY_CREDIT,
	KEY_PICK,
	KEY_SHOW,
	KEY_SHUFFLE,
	KEY_SOURCE,
	KEY_LEVEL,
	KEY_POINTS,
	KEY_TIME,
	KEY_TAGS,
	KEY_LINT_IGNORE,
	KEY_ITEM,
	KEY_PAIR,
	KEY_WITHIN,
	KEY_UNIT,
	KEY_ACCEPT,
	KEY_WORTH,
	KEY_MARKUP,
	KEY_INCLUDE,
	KEY_VIDEO,
	KEYS,
	KEY_PRIVATE /* x-anything; no row */
};
_Static_assert(KEYS <= 64, "a set of keys is a bit a row");

/* The words that begin a header, NULL-terminated: row i is IN_... 1 << i. */
extern const char *const section_words[];

/* The row of a header by its first word, or -1. */
int section_find(const char *words, size_t n);

/* Where a key may stand, as bits. */
enum { IN_PACK = 1, IN_DEFAULTS = 2, IN_TOPIC = 4, IN_QUESTION = 8, IN_ANY = 15 };

enum {
	REPEATED = 1,
	TRANSLATED = 2,
	REQUIRED = 4,
	RESERVED = 8,
	OF_CHOICE = 16,
	MAY_BE_EMPTY = 32
};

enum key_type {
	TYPE_TEXT,   /* most: characters; 0: no limit but that of any value */
	TYPE_NUMBER, /* whole, least to most */
	TYPE_WORD,   /* one of words[] */
	TYPE_LEVEL,  /* one of words[], or least to most */
	TYPE_TIME,   /* seconds: 20, 2m, 1m30; least to most */
	TYPE_LIST,   /* words with commas between */
	TYPE_NAME,   /* a-z 0-9 - _ . */
	TYPE_PICTURE,
	TYPE_SOUND, /* a file in the pack's folder */
};

struct key_row {
	const char *name;
	uint8_t where, flags, type;
	int least, most;
	const char *const *words; /* NULL-terminated */
	const char *about;        /* what it is, in a few words */
};

extern const struct key_row key_rows[KEYS];

enum { PACK_ID = 39 }; /* bytes of an id */

/* A perfect answer to "which key is this?", made once and then read. */
struct key_index {
	uint8_t slots[256]; /* 1 + row */
	uint8_t lengths[KEYS];
};

void key_index_init(struct key_index *index);

/*
 * The row of a folded key (lower case, '-' for '_'); `ask.de` gives the row of `ask` and where its
 * language begins. KEY_PRIVATE for x-anything; -1: there is none.
 */
int key_find(const struct key_index *index, const char *name, size_t n, const char **language);

/* The key that a misspelt one is nearest to, of those that may stand there (IN_...), or NULL where
 * none is near. */
const char *key_nearest(const char *name, size_t n, int where);

/* Of some words, the one that is nearest to what was written, or NULL. */
const char *word_nearest(const char *const *words, const char *s, size_t n);

/* The same, where it is clear: one slip away, in a long word two, and no other one as near. */
const char *key_meant(const char *name, size_t n, int where);
const char *word_meant(const char *const *words, const char *s, size_t n);

/* The number of the word in words[] (any case), or -1. */
int word_find(const char *const *words, const char *s);

/* `a, b or c` in out. */
void words_list(const char *const *words, char *out, size_t room);

#endif
