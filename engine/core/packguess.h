/*
 * Private to the reading of packs: what the author most likely meant by what cannot be read. Called
 * for errors alone; each answer is the text of a `help:`, or NULL where there is no guess.
 */
#ifndef PACKGUESS_H
#define PACKGUESS_H

#include "packbuild.h"

/* The key that a word stands for, in the section at hand: of another language or program, or
 * misspelt. NULL: none. */
const char *guess_key(const struct build *b, const char *word, size_t n);

/* The same of a key that is not known, of which `own` bytes are its name without a language. */
const char *guess_key_of(const struct build *b, const struct ini_value *v, size_t own);

/* What to type for a key that is not known. */
const char *guess_unknown_key(struct build *b, const struct ini_value *v, const char *meant);

/* What to type for a line that is no key, header or text (ini_events). A line that begins a
 * question begins one in b, which sits out. */
const char *guess_line(struct build *b, const char *line, size_t n, struct textpos at, bool again);

/* What to type for a header that is not known; *section: the one it stands for (IN_...; 0: none).
 */
const char *guess_header(struct build *b, const char *words, size_t n, int *section);

/* What to type for a value that its key does not take. */
const char *guess_value(struct build *b, const struct ini_value *v, const struct key_row *row);

/* The shape of an id made of any words: `two-words`; NULL where nothing is left. */
const char *guess_id(struct build *b, const char *words, size_t n);

/* What to type for a path with a fault. */
const char *guess_path(struct build *b, const struct ini_value *v, const struct key_row *row);

/* True, said in place of all that was found since findings[from]: the text is no pack at all, but
 * of another program's format. Where lines of a pack are `known` in it, by its first bytes alone.
 */
bool guess_format(struct build *b, int from, bool known);

#endif
