/*
 * check --fix: safe fixes, written into the file.
 */
#ifndef CHECKFIX_H
#define CHECKFIX_H

#include <stdio.h>

#include "library.h"

/* Fixes the entry's file and tells how many fixes there were; a .quiz stays as it is. False: it
 * could not be written, which has been said on standard error. */
bool checkfix_file(const struct entry *e, FILE *tell);

#endif
