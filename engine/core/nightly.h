/*
 * What a kiosk does once a night. Nights are counted from 1970, by the clock on the wall; one
 * begins at a minute of its day and lasts until the next.
 */
#ifndef NIGHTLY_H
#define NIGHTLY_H

#include "kept.h"

#define NIGHTLY_NEVER INT64_MIN

enum { NIGHTLY_LEAP = 40 };

/*
 * Whether it is due: it was last done in the night `last`, and this is a later one. After a time
 * without power that is so at once; a clock set back by less than a day brings no second time, one
 * set back by more was wrong then. While the clock is wrong now, nothing is due.
 */
bool nightly_due(struct moment now, int minute, int64_t last, int64_t *night);

/*
 * Whether what is old may be cleared in that night: a clock that is years ahead makes all look old.
 * `trusted` is the last night in which it might, `waited` how many have waited since; both are
 * brought up to date. After a leap of more than NIGHTLY_LEAP nights it waits as many: by then a
 * wrong clock is set right, and one that was without power for long has shown that it is not.
 */
bool nightly_clears(int64_t night, int64_t *trusted, int64_t *waited);

/* The month a night's day lies in, as 202611. */
int nightly_month(int64_t night);

#endif
