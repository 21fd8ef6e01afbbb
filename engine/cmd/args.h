/*
 * A command line read by a table: the same rows make its help. Options are `--name`, `--name VALUE`
 * or
 * `--name=VALUE`, anywhere among the other words; `--` ends them.
 */
#ifndef ARGS_H
#define ARGS_H

#include <stdbool.h>

struct args_option {
	const char *name;  /* with its dashes */
	const char *value; /* what its value is called in the help; NULL: it takes none; in
			      brackets: where the next word is not one, it is NULL */
	const char *help;  /* what it does; after a newline, more of it */
	const char *wants; /* what a good value is: "a number from 1 to 200" */
	bool (*take)(void *into, const char *value); /* false: not a good value */
};

struct args_table {
	const char *command; /* "stairwell play" */
	const char *words;   /* the other words in the help: "[PACK...]"; "" when there are none */
	const char *about, *more;          /* help before and after the options */
	const struct args_option *options; /* ends with a name of NULL */
	void (*word)(void *into, const char *word);
};

enum args_end { ARGS_GOOD, ARGS_HELPED, ARGS_WRONG };

/* What is wrong has been said when it returns. Values are borrowed from argv, which starts with a
 * name. */
enum args_end args_read(const struct args_table *t, void *into, int argc, char **argv);

/* Whole numbers and fractions, to the last character; false when it is none or lies outside. */
bool args_integer(const char *s, long long least, long long most, long long *out);
bool args_fraction(const char *s, double least, double most, double *out);

#endif
