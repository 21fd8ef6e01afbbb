#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "diagprint.h"
#include "library.h"
#include "lint.h"

static const char help[] =
	"Usage: stairwell check [--strict] PATH...\n"
	"       stairwell check --explain CODE\n"
	"\n"
	"Reads packs, files or folders of them, and says everything that is wrong.\n"
	"\n"
	"  --strict        a warning is a problem too\n"
	"  --explain CODE  what a code such as E302 means\n"
	"  --help          this\n"
	"\n"
	"Exit status: 0 all is well, 1 problems were found, 2 wrong usage.\n";

static void print_count(int n, const char *what, const char *then)
{
	printf("%d %s%s%s", n, what, n == 1 ? "" : "s", then);
}

static int report(const struct library *l, bool strict)
{
	int errors = 0, warnings = 0, notes = 0;

	for (int i = 0; i < l->n; i++) {
		const struct diag *d = &l->entries[i].diag;
		diag_print(d, stdout);
		errors += d->errors;
		warnings += d->warnings;
		notes += d->notes;
	}
	print_count(errors, "error", ", ");
	print_count(warnings, "warning", ", ");
	print_count(notes, "note", " in ");
	print_count(l->n, "pack", "\n");
	return errors > 0 || (strict && warnings > 0);
}

static int explain(const char *code)
{
	const char *meaning = code ? diag_meaning(code) : NULL;

	if (!meaning) {
		fprintf(stderr, "stairwell check: --explain needs a code as a report shows it, "
				"such as E302\n");
		return 2;
	}
	printf("%s: %s\n", code, meaning);
	return 0;
}

int cmd_check(int argc, char **argv)
{
	struct library packs;
	bool strict = false, words = false;
	int status = 0, paths = 0;

	for (int i = 1; i < argc; i++) {
		if (!words && strcmp(argv[i], "--help") == 0) {
			fputs(help, stdout);
			return 0;
		}
		if (!words && strcmp(argv[i], "--explain") == 0)
			return explain(argv[i + 1]);
		if (!words && strcmp(argv[i], "--") == 0)
			words = true;
		else if (!words && strcmp(argv[i], "--strict") == 0)
			strict = true;
		else if (!words && argv[i][0] == '-') {
			fprintf(stderr, "stairwell check: there is no option '%s'; see --help\n",
				argv[i]);
			return 2;
		} else {
			argv[1 + paths++] = argv[i];
		}
	}
	if (paths == 0) {
		fputs(help, stderr);
		return 2;
	}
	library_init(&packs);
	packs.keeps_texts = true;
	for (int i = 1; i <= paths; i++)
		if (!library_add_all(&packs, argv[i])) {
			fprintf(stderr, "stairwell check: there is no pack in '%s'\n", argv[i]);
			status = 1;
		}
	lint_library(&packs);
	if (packs.n > 0)
		status |= report(&packs, strict);
	library_finish(&packs);
	return status;
}
