/*
 * The clock on the wall, for those outside core, author and view, which are told the time.
 */
#ifndef WALLCLOCK_H
#define WALLCLOCK_H

#include "kept.h"

struct moment wallclock_now(void);

#endif
