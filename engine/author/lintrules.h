/*
 * What the rules share. Private to the lint: lint.c looks at each question once and hands it to the
 * rules of one question, then the packs to those over packs.
 */
#ifndef LINTRULES_H
#define LINTRULES_H

#include "language.h"
#include "lint.h"
#include "words.h"

enum { ASK_WORDS = 400, CHOICE_WORDS = 100 };

struct words {
	struct word *w;
	int n;
	const char *s; /* the text */
	int characters;
};

/* What a pack's questions have, as far as they want to be spoken to of it. */
struct habits {
	int questions, with_why, with_source;
	int media, with_credit;
	int numbered; /* ask with a number before it */
	int labels;   /* ask with a word or two and no question: so a list of words to learn does */
};

/* One question as the rules see it; gone after the call. */
struct subject {
	struct entry *entry;
	const struct question *q;
	const struct lexicon *lexicon; /* of the pack's language */
	const struct habits *habits;
	struct words ask, choices[PACK_CHOICES]; /* a choice without a text has none */
	int right; /* the only right choice; -1: there are several, or it is a statement */
	int texts; /* choices with a text */
};

typedef void question_rule(const struct subject *s);
/* False: memory is short. */
struct gists; /* gist.h */
typedef bool library_rule(struct library *l, const struct gists *g);

/* lint.c: the tables, each ending with NULL. */
extern question_rule *const question_rules[];
extern library_rule *const library_rules[];

/* What is said of a choice. */
struct finding *lint_say_choice(const struct subject *s, int choice, const char *code,
				const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A second place: a choice of the question. */
void lint_see_choice(const struct subject *s, struct finding *f, int choice, const char *aside);

/* Whether all choices of a question with one right answer have a text, and there are three or more
 * of them: enough for one to stand out. */
bool lint_can_stand_out(const struct subject *s);

/* WORD_ALL or WORD_NONE where a choice is such a phrase, else 0. */
uint16_t lint_phrase(const struct subject *s, int choice);

/* Characters of a text that is UTF-8 through and through. */
int lint_characters(const char *s);

/* A word or two that ask nothing: a heading rather than a question. */
bool lint_is_label(const struct question *q, const struct words *ask);

/* lintchoices.c */
question_rule lint_longest, lint_odd_form, lint_near_equal, lint_few_choices;
/* lintphrases.c */
question_rule lint_all_or_none, lint_names_positions;
/* lintnumbers.c */
question_rule lint_overlapping, lint_mixed_kinds;
/* lintask.c */
question_rule lint_negative, lint_unfocused, lint_too_long;
/* lintclues.c */
question_rule lint_shared_word, lint_article, lint_own_hint;
/* lintcopied.c */
question_rule lint_copied;
bool lint_is_numbered(const struct question *q);
/* lintcare.c */
question_rule lint_media, lint_reasons;
void lint_count_habits(struct entry *e, struct habits *h);
void lint_pack_habits(struct entry *e, const struct habits *h);
/* lintlanguages.c: of one pack */
void lint_languages(struct entry *e);

library_rule lint_same, lint_given;

/* lintbalance.c: of one pack */
void lint_balance(struct entry *e);

#endif
