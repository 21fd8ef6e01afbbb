/*
 * What a kiosk's file and its packs are like, in lines of health: for staff on their page, and for
 * `kiosk --doctor`.
 */
#ifndef KIOSKHEALTH_H
#define KIOSKHEALTH_H

#include "health.h"
#include "kiosk.h"
#include "library.h"

/* `config`: the path of its file, as it is to be typed. */
void kioskhealth_file(struct health *h, const char *config, int mistakes);

/* The i-th path of the file, from which there is no pack as there is nothing; asks the disk only
 * where the library has none of there. */
bool kioskhealth_missing(const struct kiosk *k, const struct library *l, int i);

/* How many can be played, have mistakes and are missing; the last where `k` is not NULL. `help`:
 * what to do where not all are well. */
void kioskhealth_packs(struct health *h, const struct library *l, const struct kiosk *k,
		       const char *help);

#endif
