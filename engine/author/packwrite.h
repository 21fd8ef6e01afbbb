/*
 * A pack as its author would type it. What is read again is the same pack to the letter, with one
 * exception: a topic cannot end, so questions without one go to the top.
 *
 * Inherited values are written at each question, a source that all questions share in [defaults].
 * An ID that was derived (q- and a hash) is not written.
 */
#ifndef PACKWRITE_H
#define PACKWRITE_H

#include <stdio.h>

#include "pack.h"

/* Errors of writing stay with `out`. */
void packwrite(FILE *out, const struct pack *p);

/* The sources that all questions have, where there are several; else NULL. */
const struct lines *packwrite_shared_source(const struct pack *p);

#endif
