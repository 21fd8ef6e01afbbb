/*
 * Texts with gaps of Moodle's XML, as questions: cloze, whose gaps stand in the text in braces, and
 * gapselect and ddwtos, where [[2]] is a gap for the second of the words below it, each of which
 * belongs to a group. Private to importmoodle.c.
 */
#ifndef MOODLEGAPS_H
#define MOODLEGAPS_H

#include "making.h"
#include "moodlexml.h"

/* Makes the question at hand into one for each gap. The last one is left at hand. */
void moodlegaps_take(struct making *m, const xmlNode *q);

#endif
