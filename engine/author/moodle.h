/*
 * What GIFT and Moodle's XML have in common.
 */
#ifndef MOODLE_H
#define MOODLE_H

#include "making.h"

/* The topic of the questions that follow a category, `$course$/top/Biology/Cells`: its last part,
 * as it is what a player should read. Two slashes are one of the name. */
void moodle_topic(struct making *m, uint32_t at, const char *category, size_t n);

#endif
