/*
 * The game, unattended: as its file says, until staff or the system end it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "diagprint.h"
#include "doctor.h"
#include "kioskcheck.h"
#include "play.h"
#include "setpin.h"
#include "trial.h"

struct wanted {
	struct options options; /* first: its rows read into it */
	const char *config;
	bool check, doctor, setpin, sized, too_many;
};

static void take_config(void *into, const char *word)
{
	struct wanted *w = into;

	w->too_many = w->config != NULL;
	w->config = word;
}

static bool take_check(void *into, const char *value)
{
	(void)value;
	return ((struct wanted *)into)->check = true;
}

static bool take_doctor(void *into, const char *value)
{
	(void)value;
	return ((struct wanted *)into)->doctor = true;
}

static bool take_setpin(void *into, const char *value)
{
	(void)value;
	return ((struct wanted *)into)->setpin = true;
}

static bool take_size(void *into, const char *value)
{
	((struct wanted *)into)->sized = true;
	return options_row("--size")->take(into, value);
}

static enum args_end read_wanted(struct wanted *w, const char *command, int argc, char **argv)
{
	const struct args_option rows[] = {
		{"--check", NULL, "says everything that is wrong with the file, and ends", NULL,
		 take_check},
		{"--doctor", NULL, "says what would go wrong with it on this machine, and ends",
		 NULL, take_doctor},
		{"--set-pin", NULL,
		 "asks for the PIN of its staff and writes it into the file, and ends;\n"
		 "without a file, prints the line that belongs into one",
		 NULL, take_setpin},
		*options_row("--data"),
		{"--size", "WxH", "a window of that size, in place of the whole screen",
		 options_row("--size")->wants, take_size},
		*options_row("--seed"),
		*options_row("--renderer"),
		*options_row("--script"),
		{NULL, NULL, NULL, NULL, NULL},
	};
	const struct args_table table = {
		.command = command,
		.words = "[CONFIG.ini]",
		.about = "The game, unattended: draws people in, begins anew after each, lets "
			 "nobody out. CONFIG.ini\nsays how; without one, everything is as it is by "
			 "itself.",
		.options = rows,
		.word = take_config,
	};
	enum args_end end = args_read(&table, w, argc, argv);

	if (end == ARGS_GOOD && w->too_many) {
		fprintf(stderr, "stairwell kiosk: there is one file to a kiosk; see --help\n");
		return ARGS_WRONG;
	}
	return end;
}

/* The script's own `start` line comes first, so that the command line overrules it. */
static enum args_end read_script(struct play *p, struct wanted *w, int argc, char **argv)
{
	char **words, line[PATH_MAX];

	p->script = script_open(w->options.script);
	if (!p->script) {
		fprintf(stderr, "stairwell kiosk: %s: %s\n", w->options.script, strerror(errno));
		return ARGS_WRONG;
	}
	int n = script_start(p->script, &words);
	if (n < 2 || strcmp(words[1], "kiosk") != 0)
		return ARGS_GOOD;
	snprintf(line, sizeof(line), "%s:1", w->options.script);
	const char *config = w->config;
	w->config = NULL;
	enum args_end end = read_wanted(w, line, n - 1, words + 1);
	w->config = config ? NULL : w->config;
	return end == ARGS_GOOD ? read_wanted(w, "stairwell kiosk", argc, argv) : end;
}

/* With its folder's own path before it: what staff read says where things are. */
static void find_whole(const char *path, char whole[PATH_MAX])
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	char folder[PATH_MAX], real[PATH_MAX];

	snprintf(folder, sizeof(folder), "%.*s", slash ? (int)(name - path) : 1,
		 slash ? path : ".");
	int n = realpath(folder, real) ? snprintf(whole, PATH_MAX, "%s/%s",
						  strcmp(real, "/") == 0 ? "" : real, name)
				       : -1;
	if (n < 0 || n >= PATH_MAX)
		snprintf(whole, PATH_MAX, "%s", path);
}

/* False: there is no such file. */
static bool read_config(struct kiosk *k, const char *path, struct diag *d)
{
	char whole[PATH_MAX];

	*k = kiosk_default();
	if (!path)
		return true;
	find_whole(path, whole);
	return kiosk_read(k, whole, d);
}

/* What it names, or what is found, as far as visitors see it. */
static void find_packs(struct play *p, const struct kiosk *k, struct diag *d)
{
	p->library.named = k->npacks > 0;
	if (!p->library.named)
		packs_find(&p->library, &p->options);
	kioskcheck_disk(k, &p->library, d);
}

static int check(struct play *p, const struct kiosk *k, const char *config, bool good,
		 struct diag *d)
{
	if (!config) {
		kioskcheck_tell_none();
		return 0;
	}
	if (good)
		find_packs(p, k, d);
	kioskcheck_tell(d);
	return !good || d->errors > 0;
}

static int look(struct play *p, const struct kiosk *k, const char *config, struct diag *d)
{
	find_packs(p, k, d);
	return doctor(p, k, config, d);
}

static int run(struct play *p, const struct kiosk *k, const struct wanted *w)
{
	p->options.set.fullscreen = !w->sized && !p->options.script;
	if (!p->options.script)
		kiosklife_begin(p);
	p->trials = TRIAL_PROGRAM;
	kioskset_begin(p, k);
	int status = play_run(p);
	kiosklife_end(p, false); /* also where there is no display */
	return status;
}

int cmd_kiosk(int argc, char **argv)
{
	struct wanted w = {0};
	struct play p = {0};
	struct kiosk k;
	struct diag d;
	int status;

	options_init(&w.options);
	library_init(&p.library);
	enum args_end end = read_wanted(&w, "stairwell kiosk", argc, argv);
	if (end == ARGS_GOOD && w.options.script)
		end = read_script(&p, &w, argc, argv);
	p.options = w.options;
	status = end == ARGS_WRONG ? 2 : 0;
	if (end == ARGS_GOOD && w.setpin) {
		status = setpin(w.config);
	} else if (end == ARGS_GOOD) {
		diag_init(&d, w.config ? w.config : "");
		bool good = read_config(&k, w.config, &d);
		p.file_mistakes = d.errors;
		if (!w.check && !w.doctor && d.n > 0) /* what it was about is as it is without */
			diag_print(&d, stderr);
		status = w.check    ? check(&p, &k, w.config, good, &d)
			 : w.doctor ? look(&p, &k, w.config, &d)
				    : run(&p, &k, &w);
		diag_finish(&d);
	}
	play_close(&p);
	return status;
}
