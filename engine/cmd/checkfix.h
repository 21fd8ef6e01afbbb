/*
 * check --fix: safe fixes, written into the file.
 */
#ifndef CHECKFIX_H
#define CHECKFIX_H

#include <stdio.h>

#include "library.h"

/* Fixes the entry's file and tells how many fixes there were. False: it could not be written, or is
 * a .quiz, which stays as it is; that has been said on standard error. */
bool checkfix_file(const struct entry *e, FILE *tell);

#endif
