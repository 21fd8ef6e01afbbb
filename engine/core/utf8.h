/*
 * UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the character at s (n bytes there are), stores it, returns its bytes; 0 if it is not
 * UTF-8 or n is 0. */
int utf8_decode(const char *s, size_t n, uint32_t *code);
int utf8_encode(uint32_t code, char out[4]);
int utf8_length(const char *s, size_t n); /* characters; a bad byte counts as one */
size_t utf8_bad(const char *s, size_t n); /* offset of the first bad byte, n when all is good */

/* Would act on a terminal or turn a line around: controls but tab and newline, bidi overrides and
 * the like. */
bool utf8_unprintable(uint32_t code);

/* One that looks like a blank or like nothing, and is not U+0020. */
bool utf8_invisible(uint32_t code);

/* Nothing of a text can be seen. */
bool utf8_unseen(const char *s, size_t n);

#endif
