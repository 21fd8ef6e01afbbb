#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "packkeys.h"

enum { COMMANDS = 32 };

const struct command *command_find(const char *teller, const char *name)
{
	const char *names[COMMANDS] = {NULL}, *nearest;
	int n = 0;

	for (const struct command *c = commands; c->name && n < COMMANDS - 1; c++) {
		if (strcmp(c->name, name) == 0)
			return c;
		names[n++] = c->name;
	}
	nearest = word_nearest(names, name, strlen(name));
	if (nearest)
		fprintf(stderr, "%s: there is no command '%s'; did you mean %s?\n", teller, name,
			nearest);
	else
		fprintf(stderr, "%s: there is no command '%s'; `stairwell --help` lists them\n",
			teller, name);
	return NULL;
}
