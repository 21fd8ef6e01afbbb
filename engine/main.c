/*
 * Stairwell: a quiz on a screen that is yours. The first word chooses the command; without one, the
 * game opens on its home screen.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "trial.h"
#include "trialchild.h"

static int run(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "";
	const struct command *c;

	if (strcmp(word, "--version") == 0) {
		printf("stairwell %s\n", STAIRWELL_VERSION);
		return 0;
	}
	if (strcmp(word, TRIAL_WORD) == 0 && argc == 3)
		return trial_child(argv[2]);
	if (strcmp(word, "--help") == 0)
		return cmd_help(1, argv);
	if (word[0] == '-' || word[0] == '\0')
		return cmd_play(argc, argv);

	c = command_find("stairwell", word);
	return c ? c->run(argc - 1, argv + 1) : 2;
}

/* -h is --help to every command. */
static void spell_out(int argc, char **argv)
{
	static char help[] = "--help";

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "-h") == 0)
			argv[i] = help;
}

int main(int argc, char **argv)
{
	spell_out(argc, argv);
	int status = run(argc, argv);

	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	/* What failed earlier has lost its reason; one more byte finds it again. */
	if (errno == 0 && write(STDOUT_FILENO, "\n", 1) == 1)
		errno = EIO;
	fprintf(stderr, "stairwell: cannot write: %s\n", strerror(errno));
	return status ? status : 1;
}
