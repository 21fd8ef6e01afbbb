/*
 * What would go wrong with a kiosk on this machine, said before it is started.
 */
#ifndef DOCTOR_H
#define DOCTOR_H

#include "play.h"

/* The kiosk of the file `config` (NULL: none), whose findings are in d, and whose packs are in p's
 * library. Prints a line for each thing; the exit status. */
int doctor(struct play *p, const struct kiosk *k, const char *config, const struct diag *d);

#endif
