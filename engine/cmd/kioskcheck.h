/*
 * What a kiosk's file names, held against the disk: packs that are not there, or lack a language;
 * a report that can't be written.
 */
#ifndef KIOSKCHECK_H
#define KIOSKCHECK_H

#include "diag.h"
#include "kiosk.h"
#include "library.h"

/* Warnings, where the file names it, and an error where nothing can be played. Its packs are added
 * to the library; one that names none has them there already. */
void kioskcheck_disk(const struct kiosk *k, struct library *l, struct diag *d);

/* All findings and how many, to standard output. */
void kioskcheck_tell(struct diag *d);

/* The same without a file: what is so by itself. */
void kioskcheck_tell_none(void);

#endif
