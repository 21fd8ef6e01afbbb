/*
 * The subcommands: one file each. argv[0] is the subcommand's name; the result is the exit status:
 * 0 good, 1 problems found or the game could not start, 2 wrong usage.
 */
#ifndef CMD_H
#define CMD_H

struct command {
	const char *name, *arguments, *line; /* line: what it does, for the list of commands */
	int (*run)(int argc, char **argv);
};

extern const struct command commands[]; /* ends with a name of NULL */

/* The command of that name. NULL, said on standard error with the nearest one: there is none. */
const struct command *command_find(const char *teller, const char *name);

int cmd_play(int argc, char **argv);
int cmd_kiosk(int argc, char **argv);
int cmd_new(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_format(int argc, char **argv);
int cmd_import(int argc, char **argv);
int cmd_export(int argc, char **argv);
int cmd_preview(int argc, char **argv);
int cmd_stats(int argc, char **argv);
int cmd_scores(int argc, char **argv);
int cmd_help(int argc, char **argv);

#endif
