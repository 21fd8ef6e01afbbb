/*
 * Bytes of a file that somebody's old program wrote, as UTF-8.
 */
#ifndef DECODE_H
#define DECODE_H

#include <stddef.h>
#include <stdint.h>

#include "iniread.h"

/*
 * Opens a text (iniread.h) whose bytes need not be UTF-8: each byte that is not is read as
 * Windows-1252 has it, which is told once, with its place and their number. *own is to be freed
 * after ini_close. False: not a text, see d.
 */
bool decode_open(struct ini_text *t, char **own, const char *bytes, size_t n, struct diag *d);

uint32_t decode_windows_1252(unsigned char c); /* its character */

#endif
