/*
 * Stairwell: a quiz on a screen that is yours. The first word chooses the command; without one, the
 * game opens on its home screen.
 */
#include <stdio.h>
#include <string.h>

#include "cmd.h"

int main(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "";

	if (strcmp(word, "--version") == 0) {
		printf("stairwell %s\n", STAIRWELL_VERSION);
		return 0;
	}
	if (strcmp(word, "--help") == 0)
		return cmd_help(1, argv);
	if (word[0] == '-' || word[0] == '\0')
		return cmd_play(argc, argv);

	for (const struct command *c = commands; c->name; c++)
		if (strcmp(c->name, word) == 0)
			return c->run(argc - 1, argv + 1);

	fprintf(stderr, "stairwell: there is no command '%s'; `stairwell --help` lists them\n",
		word);
	return 2;
}
