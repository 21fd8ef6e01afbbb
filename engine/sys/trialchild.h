/*
 * How a trial's child and its parent talk. Private to sys/ and to main.
 *
 * The child is started with TRIAL_WORD and a path. It writes a dot for each step it has made, then
 * a line: the numbers of questions, errors, warnings and spoilt files, and the path of the first
 * that is spoilt.
 */
#ifndef TRIALCHILD_H
#define TRIALCHILD_H

#define TRIAL_WORD "--trial"

enum { TRIAL_GOOD, TRIAL_SHORT = 3 /* of memory */ };

#endif
