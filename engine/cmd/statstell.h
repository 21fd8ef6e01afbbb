/*
 * What play has shown about questions, told with the words of their packs: for people, or as a row
 * for each choice. Where the pack (NULL) or a question of it is not here any more, identities stand
 * for words.
 */
#ifndef STATSTELL_H
#define STATSTELL_H

#include <stdio.h>

#include "pack.h"
#include "sheet.h"
#include "stats.h"

/* All questions of one pack; errors of writing stay with `out`. */
void statstell_pack(FILE *out, const struct pack *p, const struct stats_question *f, int n);

/* Rows: begin, then each question, then sheet_end. */
void statstell_begin(struct sheet *sheet, FILE *out, enum sheet_format format);
void statstell_question(struct sheet *sheet, const struct pack *p, const struct stats_question *f);

#endif
