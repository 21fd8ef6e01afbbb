/* Packs in their canonical form, in place. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "args.h"
#include "cmd.h"
#include "diagprint.h"
#include "infile.h"
#include "iniread.h"
#include "library.h"
#include "options.h"
#include "outfile.h"
#include "packformat.h"
#include "packzip.h"

struct format {
	struct words paths;
	bool checks, adds_ids;
	int problems;
};

static void take_path(void *into, const char *word)
{
	words_add(&((struct format *)into)->paths, word);
}

static bool take_check(void *into, const char *value)
{
	(void)value;
	return ((struct format *)into)->checks = true;
}

static bool take_ids(void *into, const char *value)
{
	(void)value;
	return ((struct format *)into)->adds_ids = true;
}

static const struct args_option rows[] = {
	{"--check", NULL, "changes nothing, and names the packs that would be changed", NULL,
	 take_check},
	{"--add-ids", NULL,
	 "writes in the IDs of questions that have none, so that what is remembered of\n"
	 "them stays when their words are mended",
	 NULL, take_ids},
	{NULL, NULL, NULL, NULL, NULL},
};

static const struct args_table table = {
	.command = "stairwell format",
	.words = "PATH...",
	.about =
		"Rewrites packs, files or folders of them, in their canonical form: '=' below "
		"'=', one\nblank line between questions, UTF-8. Words, order, comments and keys of "
		"your own stay.",
	.more = "With - in place of a path: standard input, to standard output.\n\nExit status: 0 "
		"good, 1 a pack could not be rewritten or, with --check, would be changed,\n2 "
		"wrong "
		"usage.",
	.options = rows,
	.word = take_path,
};

/* The path as it may be shown. */
static void complain(struct format *f, const char *path, const char *why)
{
	struct diag d;

	diag_init(&d, path);
	fprintf(stderr, "stairwell format: %s: %s\n", d.path, why);
	diag_finish(&d);
	f->problems++;
}

/* The formatted text, to be freed; NULL: that was said. */
static char *formatted(struct format *f, const char *path, const struct ini_text *text,
		       const struct pack *pack, size_t *n)
{
	char *s = packformat(text, f->adds_ids ? pack : NULL, n);

	if (!s) {
		complain(f, path, "memory is short; left as it was");
	} else if (!packformat_is_same(text->s, text->n, s, *n, path)) {
		complain(f, path,
			 "its form could not be changed without changing what it says; "
			 "left as it was. Please report this pack");
		free(s);
		s = NULL;
	}
	return s;
}

static void format_entry(struct format *f, const struct entry *e)
{
	size_t n;
	char *s;

	if (packzip_is(e->path)) {
		complain(f, e->path,
			 "a .quiz is not changed in place: unzip it, and format its "
			 "pack.ini");
		return;
	}
	if (!e->text || !e->text->s) {
		for (int i = 0; i < e->diag.n; i++)
			finding_print(&e->diag, &e->diag.findings[i], stderr);
		f->problems++;
		return;
	}
	if (f->adds_ids && !e->pack)
		complain(f, e->path,
			 "no IDs were written in: the pack cannot be read, or another one has the "
			 "same identity; see stairwell check");
	s = formatted(f, e->path, e->text, e->pack, &n);
	if (!s)
		return;
	if (n == e->text->nbytes && memcmp(s, e->text->bytes, n) == 0) {
		free(s);
		return;
	}
	if (f->checks) {
		printf("%s: would be changed\n", e->diag.path);
		f->problems++;
	} else if (outfile_write(e->path, s, n)) {
		printf("%s: formatted\n", e->diag.path);
	} else {
		complain(f, e->path, strerror(errno));
	}
	free(s);
}

/* For editors that send a text through a program: without a good end, it comes back as it was. */
static void format_input(struct format *f)
{
	struct ini_text text;
	struct diag d;
	struct pack *p;
	size_t n, size;
	char *bytes, *s = NULL;

	diag_init(&d, "-");
	bytes = infile_read(&n, &d);
	if (bytes && ini_open(&text, bytes, n, &d)) {
		p = pack_read_text(&text, "-", &d);
		s = formatted(f, "-", &text, p, &size);
		pack_drop(p);
		ini_close(&text);
	} else {
		diag_print(&d, stderr);
		f->problems++;
	}
	if (s && f->checks)
		f->problems += size != n || memcmp(s, bytes, n) != 0;
	else if (bytes)
		fwrite(s ? s : bytes, 1, s ? size : n, stdout);
	free(s);
	free(bytes);
	diag_finish(&d);
}

static void format_all(struct format *f)
{
	struct library packs;

	library_init(&packs);
	packs.keeps_texts = true;
	for (int i = 0; i < f->paths.n; i++) {
		if (strcmp(f->paths.s[i], "-") == 0)
			format_input(f);
		else if (!library_add_tree(&packs, f->paths.s[i]))
			complain(f, f->paths.s[i], "there is no pack in it");
	}
	for (int i = 0; i < packs.n; i++)
		format_entry(f, &packs.entries[i]);
	library_finish(&packs);
}

int cmd_format(int argc, char **argv)
{
	struct format f = {0};
	enum args_end end = args_read(&table, &f, argc, argv);

	if (end == ARGS_GOOD && f.paths.n == 0) {
		fputs("stairwell format: name a pack, or a folder of them; see --help\n", stderr);
		end = ARGS_WRONG;
	}
	if (end == ARGS_GOOD)
		format_all(&f);
	free(f.paths.s);
	return end == ARGS_HELPED ? 0 : end == ARGS_WRONG ? 2 : f.problems > 0;
}
