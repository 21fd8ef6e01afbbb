/*
 * A pack's text in its canonical form: keys in small letters at the line's start, their '=' below
 * one another in each section, more of a text indented to where the text begins, one blank line
 * before a header, UTF-8 with '\n' at line ends and no blanks there. Words, order, comments and
 * unknown keys stay, and so does every line that is a mistake, as it is. What has been formatted
 * stays the same when it is formatted again.
 */
#ifndef PACKFORMAT_H
#define PACKFORMAT_H

#include "iniread.h"
#include "pack.h"

/*
 * The formatted text, NUL-terminated, to be freed; NULL: memory is short. Where `ids` is the pack
 * that was read from the text, its questions' IDs are written into the headers that have none.
 */
char *packformat(const struct ini_text *text, const struct pack *ids, size_t *n);

/* Whether both texts are of the same pack: all that a player could meet, and what is wrong. */
bool packformat_is_same(const char *one, size_t n, const char *other, size_t m, const char *path);

#endif
