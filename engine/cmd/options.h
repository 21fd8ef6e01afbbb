/*
 * What was asked for on the command line of the game. Strings are borrowed.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "args.h"
#include "game.h"
#include "settings.h"
#include "theme.h"
#include "window.h"

struct words {
	const char **s;
	int n;
};

void words_add(struct words *w, const char *s); /* borrowed */

struct options {
	struct words packs, folders;
	const struct mode *mode;
	struct settings set;
	bool given[SETTINGS];               /* on the command line */
	const char *script, *record, *data; /* NULL: not given */
	const char *no_setting;             /* what --set was given that is none; NULL: all are */
	enum renderer renderer;
	int questions, w, h;
	int players; /* 0: not given */
	bool text, seeded, mode_given, buzzers, resume;
	uint64_t seed;
};

void options_init(struct options *o);
void options_finish(struct options *o);

/* `command` is how the help calls it; `packs`: whether packs can be named. */
enum args_end options_read(struct options *o, const char *command, bool packs, int argc,
			   char **argv);

/* The option of this name, for a command that has it too and reads it into a struct options. */
const struct args_option *options_row(const char *name);

/* What does not go together would be passed over in silence: it is said here. */
enum args_end options_refuse(const struct options *o);

#endif
