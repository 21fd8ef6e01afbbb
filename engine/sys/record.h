/*
 * Writes what happens as a script (script.h) that plays it again: how the program was started, then
 * every event as a step with the time between. Ticks are not written: the frames ask for them
 * again. Of sounds it is to be told what comes unforeseen alone: that one can't be played.
 */
#ifndef RECORD_H
#define RECORD_H

#include "event.h"

struct record;

/* Words of how it was started, as a command line without the program's name. NULL: see errno. */
struct record *record_open(const char *path, const char *const *words, int n, int64_t at_ms);
void record_event(struct record *r, const struct event *ev);
bool record_close(struct record *r); /* false: not all of it could be written; NULL is fine */

#endif
