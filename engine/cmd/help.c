#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "script.h"

const struct command commands[] = {
	{"play", "[PACK...]", "the game, straight into these packs", cmd_play},
	{"kiosk", "[CONFIG.ini]", "the game, unattended: for a museum, a library, a bar",
	 cmd_kiosk},
	{"new", "FILE.ini", "a pack to begin with, never over an existing file", cmd_new},
	{"check", "PATH...", "reads packs and says everything that is wrong with them", cmd_check},
	{"format", "PATH...", "rewrites packs in their canonical form; nothing typed is lost",
	 cmd_format},
	{"import", "FORMAT FILE", "makes a pack of another program's questions", cmd_import},
	{"export", "FORMAT PACK", "writes a pack for another program", cmd_export},
	{"preview", "PACK[:LINE]",
	 "a question as its player sees it, while its file is being written", cmd_preview},
	{"stats", "[PACK]", "what play has shown about the questions", cmd_stats},
	{"scores", "[PACK]", "the boards; --export gives every game and every answer", cmd_scores},
	{"help", "[COMMAND]",
	 "this list, or how to use a command; `help script`: what a script can do", cmd_help},
	{NULL, NULL, NULL, NULL},
};

static void list(void)
{
	printf("Stairwell %s: a quiz on a screen that is yours.\n\n"
	       "  %-28s %s\n",
	       STAIRWELL_VERSION, "stairwell [OPTIONS]", "the game, from its home screen");
	for (const struct command *c = commands; c->name; c++) {
		char words[64];
		snprintf(words, sizeof(words), "stairwell %s %s", c->name, c->arguments);
		printf("  %-28s %s\n", words, c->line);
	}
	printf("\n`stairwell COMMAND --help` says more. `stairwell --version` says which this is.\n"
	       "Exit status: 0 good, 1 problems found or the game could not start, 2 wrong "
	       "usage.\n");
}

static void list_steps(void)
{
	const char *name, *arguments, *line;

	printf("A script, for `stairwell play --script FILE`: one step a line, # for a comment.\n"
	       "Time moves by `wait` and `hold` alone. The first step that fails ends it.\n\n");
	for (int i = 0; (line = script_help(i, &name, &arguments)); i++) {
		char words[64];
		snprintf(words, sizeof(words), "%s %s", name, arguments);
		printf("  %-32s %s\n", words, line);
	}
	printf("\nKeys have SDL's names, behind Ctrl+, Alt+ or Shift+ where those are held.\n"
	       "`stairwell play --record FILE` writes a script from what happens.\n");
}

int cmd_help(int argc, char **argv)
{
	const struct command *c;

	if (argc < 2 || strncmp(argv[1], "--", 2) == 0) {
		list();
		return 0;
	}
	if (strcmp(argv[1], "script") == 0) {
		list_steps();
		return 0;
	}
	c = command_find("stairwell help", argv[1]);
	return c ? c->run(2, (char *[]){argv[1], "--help", NULL}) : 2;
}
