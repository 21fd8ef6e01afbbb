/*
 * A piece of a line, and the small steps by which a guess takes it apart. It is borrowed: nothing
 * is copied but into what the caller gives.
 */
#ifndef PACKPIECE_H
#define PACKPIECE_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"
#include "iniread.h"

struct piece {
	const char *s, *end;
};

static inline bool piece_blank(char c)
{
	return ini_blank(c) || c == '\r';
}

/* Without the blanks, and the CR, at its ends. */
struct piece piece_trim(struct piece p);

/* In any case; to the letter. */
bool piece_starts(struct piece p, const char *with);
bool piece_ends(struct piece p, const char *with);

/* True, and cut off, where it begins with one of these; NULL-terminated. */
bool piece_skip_one(struct piece *p, const char *const *marks);

struct quote piece_quote(struct piece p);

/* The word or words up to a '=' or a ':', and what stands behind it, both without JSON's quotes. */
bool piece_split(struct piece line, struct piece *word, struct piece *text);

/* A word in plain letters: without what cannot be seen, with '-' for any dash, full-width letters
 * made narrow. Its bytes in out, which a NUL ends. */
size_t piece_plain_word(struct piece word, char *out, size_t room);

/* Whether a text reads like a question. */
bool piece_is_asking(struct piece p);

/* `a)`, `B.`, `(c)`: its bytes, or 0. */
size_t piece_lettering(struct piece p);

/* `1.`, `23)`, `Q4:`: its bytes, or 0. */
size_t piece_numbering(struct piece p);

#endif
