/*
 * What the rules share. Private to the lint: lint.c looks at each question once and hands it to the
 * rules of one question, then the packs to those over packs.
 */
#ifndef LINTRULES_H
#define LINTRULES_H

#include "lint.h"
#include "words.h"

enum { ASK_WORDS = 400, CHOICE_WORDS = 100 };

struct words {
	struct word *w;
	int n;
};

/* One question as the rules see it; gone after the call. */
struct subject {
	struct entry *entry;
	const struct question *q;
	struct words ask, choices[PACK_CHOICES]; /* a choice without a text has none */
};

typedef void question_rule(const struct subject *s);
typedef void library_rule(struct library *l);

/* lint.c: the tables, each ending with NULL. */
extern question_rule *const question_rules[];
extern library_rule *const library_rules[];

question_rule lint_few_choices;

library_rule lint_balance;

#endif
