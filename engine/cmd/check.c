#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "args.h"
#include "checkfit.h"
#include "checkfix.h"
#include "cmd.h"
#include "diagprint.h"
#include "explain.h"
#include "infile.h"
#include "library.h"
#include "lint.h"
#include "options.h"
#include "report.h"

struct check {
	struct words paths;
	const char *explain; /* a code; NULL: packs are to be read */
	const struct report_form *form;
	bool strict, fits, fixes;
	const char *sizes; /* of screens that packs are to fit; NULL: the usual ones */
	struct fit_screens screens;
};

static void take_path(void *into, const char *word)
{
	words_add(&((struct check *)into)->paths, word);
}

static bool take_form(void *into, const char *value)
{
	struct check *c = into;

	for (c->form = report_forms; c->form->name; c->form++)
		if (strcmp(c->form->name, value) == 0)
			return true;
	return false;
}

static bool take_strict(void *into, const char *value)
{
	(void)value;
	return ((struct check *)into)->strict = true;
}

/* A word that is no list is a path. */
static bool take_fit(void *into, const char *value)
{
	struct check *c = into;

	if (value && !checkfit_looks_like_screens(value))
		return false;
	c->sizes = value;
	return c->fits = true;
}

static bool take_fix(void *into, const char *value)
{
	(void)value;
	return ((struct check *)into)->fixes = true;
}

static bool take_explain(void *into, const char *value)
{
	((struct check *)into)->explain = value ? value : "";
	return true;
}

#define FIT_WANTS                                                                                  \
	"sizes such as 1280x720,320x240@200, from 320x240 to 16384x16384, with letters of 100 to " \
	"200 %"

static const struct args_option rows[] = {
	{"--format", "human|gcc|json|sarif",
	 "the form of the report: for people, a line each as a compiler has it,\n"
	 "or for programs; SARIF is 2.1.0",
	 "human, gcc, json or sarif", take_form},
	{"--strict", NULL, "a warning is a problem too", NULL, take_strict},
	{"--fit", "[WxH,...]",
	 "what has no room on screens of these sizes, with this machine's\n"
	 "fonts: 1280x720,320x240; 1280x720@200 has letters of twice the\n"
	 "size. Without sizes: 1280x720, 1920x1080 and 1080x1920, each with\n"
	 "letters of usual and of twice the size",
	 FIT_WANTS, take_fit},
	{"--fix", NULL, "put right what can be put right safely, then report what is left", NULL,
	 take_fix},
	{"--explain", "[CODE]",
	 "what a code such as E302 means, and why; all: of each; without a code:\n"
	 "the list of them",
	 "a code as a report shows it, such as E302", take_explain},
	{NULL, NULL, NULL, NULL, NULL},
};

static const struct args_table table = {
	.command = "stairwell check",
	.words = "PATH...",
	.about = "Reads packs, files or folders of them, and says everything that is wrong or "
		 "could be better.",
	.more = "With - in place of a path: a pack from standard input.\n\nExit status: 0 all is "
		"well, 1 problems were found, 2 wrong usage.",
	.options = rows,
	.word = take_path,
};

/* ---- --explain ---- */

static int explain(const char *code)
{
	const struct code *c = explain_find(code), *nearest;

	if (!*code) {
		for (c = diag_codes; c->code; c++)
			printf("%s  %s\n", c->code, c->meaning);
		puts("\n`stairwell check --explain E302` says more of one, `--explain all` of "
		     "all.");
		return 0;
	}
	if (c) {
		explain_print(c, stdout);
		return 0;
	}
	if (strcmp(code, "all") == 0) {
		for (c = diag_codes; c->code; c++) {
			fputs(c == diag_codes ? "" : "\n\n", stdout);
			explain_print(c, stdout);
		}
		return 0;
	}
	nearest = explain_nearest(code);
	fprintf(stderr, "stairwell check: --explain: there is no code '%s'", code);
	if (nearest)
		fprintf(stderr, "; did you mean %s, %s?\n", nearest->code, nearest->meaning);
	else
		fputs("; a code is as a report shows it, such as E302\n", stderr);
	return 2;
}

/* ---- packs ---- */

static bool is_coloured(void)
{
	const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return isatty(STDOUT_FILENO) && !(no_colour && *no_colour) && terminal &&
	       strcmp(terminal, "dumb") != 0;
}

static bool is_input(const char *path)
{
	return strcmp(path, "-") == 0;
}

/* The name is shown as a report would show it. */
static void say_no_pack(const char *path)
{
	struct diag d;

	diag_init(&d, path);
	fprintf(stderr, "stairwell check: there is no pack in '%s'\n", d.path);
	diag_finish(&d);
}

/* False: it could not be read, which has been said. */
static bool read_input(struct library *packs)
{
	struct diag d;
	size_t n;
	char *bytes;

	diag_init(&d, "-");
	bytes = infile_read(&n, &d);
	diag_print(&d, stderr);
	diag_finish(&d);
	return bytes && library_add_bytes(packs, "-", bytes, n);
}

/* False: a path was named that has no pack, which has been said. */
static bool read_packs(const struct check *c, struct library *packs)
{
	bool good = true;

	packs->keeps_texts = true;
	for (int i = 0; i < c->paths.n; i++)
		if (is_input(c->paths.s[i])) {
			good = read_input(packs) && good;
		} else if (!library_add_tree(packs, c->paths.s[i])) {
			say_no_pack(c->paths.s[i]);
			good = false;
		}
	return good;
}

/* What was done is part of the form for people, and no part of the others. False: a file was not to
 * be written, which has been said. */
static bool fix_packs(const struct check *c)
{
	struct library packs;
	bool good = true;

	library_init(&packs);
	for (int i = 0; i < c->paths.n; i++)
		library_add_tree(&packs, c->paths.s[i]);
	for (int i = 0; i < packs.n; i++)
		if (!checkfix_file(&packs.entries[i], c->form == report_forms ? stdout : stderr))
			good = false;
	library_finish(&packs);
	return good;
}

/* False: it could not be written, which has been said. */
static bool write_report(const struct check *c, const struct library *packs)
{
	struct report r = {packs, STAIRWELL_VERSION, is_coloured(), stdout};

	if (c->form->write(&r))
		return true;
	fprintf(stderr, "stairwell check: there is not enough memory for the report\n");
	return false;
}

static int check(const struct check *c)
{
	struct library packs;
	struct report_count found;
	bool good = true;

	library_init(&packs);
	if (c->fixes)
		good = fix_packs(c);
	good = read_packs(c, &packs) && good;
	lint_library(&packs);
	if (c->fits)
		good = checkfit(&packs, &c->screens) && good;
	if (packs.n > 0 || c->form != report_forms)
		good = write_report(c, &packs) && good;
	found = report_count(&packs);
	library_finish(&packs);
	return !good || found.errors > 0 || (c->strict && found.warnings > 0);
}

/* False: the sizes are none, which has been said. */
static bool read_screens(struct check *c)
{
	if (!c->fits || checkfit_screens(&c->screens, c->sizes))
		return true;
	fprintf(stderr, "%s: --fit %s: must be %s\n", table.command, c->sizes, FIT_WANTS);
	return false;
}

/* True, and said: what comes through a pipe has no file to be written. */
static bool fixes_input(const struct check *c)
{
	for (int i = 0; i < c->paths.n && c->fixes; i++)
		if (is_input(c->paths.s[i])) {
			fputs("stairwell check: --fix writes into files, and - is none\n", stderr);
			return true;
		}
	return false;
}

int cmd_check(int argc, char **argv)
{
	struct check c = {.form = report_forms};
	enum args_end end = args_read(&table, &c, argc, argv);
	int status = end == ARGS_HELPED ? 0 : 2;

	if (end == ARGS_GOOD && (!read_screens(&c) || fixes_input(&c)))
		end = ARGS_WRONG;
	if (end == ARGS_GOOD && c.explain)
		status = explain(c.explain);
	else if (end == ARGS_GOOD && c.paths.n > 0)
		status = check(&c);
	else if (end == ARGS_GOOD)
		fprintf(stderr, "stairwell check: which packs? name files or folders; see "
				"--help\n");
	free(c.paths.s);
	return status;
}
