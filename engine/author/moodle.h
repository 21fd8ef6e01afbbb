/*
 * What GIFT and Moodle's XML have in common.
 */
#ifndef MOODLE_H
#define MOODLE_H

#include "making.h"

/* The topic of the questions that follow a category, `$course$/top/Biology/Cells`: its last part,
 * as it is what a player should read. Two slashes are one of the name. */
void moodle_topic(struct making *m, uint32_t at, const char *category, size_t n);

/* And back: the category of a topic (NULL: where all begin), to be freed; NULL: memory is short. A
 * slash of its name is written twice, Moodle's own "Default for" is read as no part of a name. */
char *moodle_category(const struct text *topic);

#endif
