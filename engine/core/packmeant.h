/*
 * What other programs and other languages call what a pack has: for the help of an error, so that
 * it can say what to type. Looked at only where something was not known.
 */
#ifndef PACKMEANT_H
#define PACKMEANT_H

#include <stdbool.h>
#include <stddef.h>

/* What a word stands for where no key is so called: the name of a key that may stand there
 * (IN_...), or NULL. Words are in any case; blanks, '-' and '_' in them, and a number behind them,
 * do not count. */
const char *meant_key(const char *word, size_t n, int where);

/* Whether it names a choice without saying whether that is right: `b`, `option 2`. */
bool meant_choice(const char *word, size_t n);

/* Whether it is the word for an answer: `Antwort`. */
bool meant_answer(const char *word, size_t n);

/* The section: "question", "topic", "pack" or "defaults"; NULL: none. */
const char *meant_section(const char *word, size_t n);

/* The word that a key takes, of those it could be given: `yes` for `on`. NULL: none. */
const char *meant_value(int key, const char *value, size_t n);

/* 1 and 0 for the words of many languages that say of a statement that it is true or false; -1:
 * neither. In any case; of other letters than a-z in small ones. */
int meant_truth(const char *word, size_t n);

/* The short name of a language that was written out: `de` for `Deutsch` and `German`; or NULL. */
const char *meant_language(const char *name, size_t n);

#endif
