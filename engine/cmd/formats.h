/*
 * What `import` and `export` share: the formats they know, and files that are not overwritten.
 */
#ifndef FORMATS_H
#define FORMATS_H

#include <stdbool.h>
#include <stddef.h>

struct format_name {
	const char *name, *about;
};

enum { FORMATS = 32 };

/* What was typed in place of a format, NULL where it was left out: told on standard error with the
 * nearest one and the list. names ends with a name of NULL. */
void formats_tell(const char *command, const char *typed, const struct format_name *names);

/* False: there is a file that would be lost, and that was told. path NULL: standard output. */
bool formats_may_write(const char *command, const char *path, bool force);

#endif
