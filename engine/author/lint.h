/*
 * The quality of questions: what an experienced writer of tests would say of those that can be
 * played. Each rule is a row of a table and has a code of its own, a level and a reason
 * (diag_codes). They follow Haladyna, Downing and Rodriguez, "A Review of Multiple-Choice
 * Item-Writing Guidelines for Classroom Assessment", Applied Measurement in Education 15 (2002).
 *
 * Warnings are sparing: a rule that speaks of more than about one good question in forty is a note.
 * A code in a question's `lint-ignore` silences it there; in the pack's, everywhere.
 */
#ifndef LINT_H
#define LINT_H

#include "library.h"

/* Adds what is to be said to the diag of each entry, which has its text (keeps_texts), and sorts
 * it. Duplicates are looked for over all entries. */
void lint_library(struct library *l);

/*
 * A finding about one question, unless it leaves the code alone: then a scratch one, never NULL.
 * `at` is where a key stands (question.at, choice.at; 0: the question as a whole); the line's value
 * is underlined.
 */
struct finding *lint_say(struct entry *e, const struct question *q, const char *code, uint32_t at,
			 const char *format, ...) __attribute__((format(printf, 5, 6)));

/* About a pack as a whole. */
struct finding *lint_say_pack(struct entry *e, const char *code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Where a key stands in the question, for `at`; 0: it does not, or not in lines of its own. Looked
 * for in the text: so only where something is said. */
uint32_t lint_key(const struct entry *e, const struct question *q, const char *key);

/* The second place of a finding: where it stands, in this pack or another, and what it is. */
void lint_second(struct entry *e, struct finding *f, const struct entry *other, uint32_t at,
		 const char *aside);

/* Whether a finding with this code is to be said of the question; of the pack where q is NULL. */
bool lint_wants(const struct entry *e, const struct question *q, const char *code);

#endif
