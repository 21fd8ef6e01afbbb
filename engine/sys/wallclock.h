/*
 * The clock on the wall, and one that nobody sets, for those outside core, author and view, which
 * are told the time.
 */
#ifndef WALLCLOCK_H
#define WALLCLOCK_H

#include "kept.h"

struct moment wallclock_now(void);

/* In ms, from some moment on. */
int64_t wallclock_steady_ms(void);

#endif
