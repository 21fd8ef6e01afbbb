#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "about.h"
#include "args.h"
#include "cmd.h"
#include "convert.h"
#include "decode.h"
#include "diagprint.h"
#include "formats.h"
#include "infile.h"
#include "otherformat.h"
#include "outfile.h"
#include "packkeys.h"
#include "packwrite.h"
#include "typed.h"

struct import {
	const char *format, *file, *to;
	struct about about;
	bool force, many;
};

static bool take_to(void *into, const char *value)
{
	((struct import *)into)->to = value;
	return *value;
}

static bool take_force(void *into, const char *value)
{
	(void)value;
	return ((struct import *)into)->force = true;
}

static bool take_line(const char **to, const char *value, enum key key)
{
	*to = value;
	return about_is_line(value, key_rows[key].most ? key_rows[key].most : 500);
}

static bool take_title(void *into, const char *value)
{
	return take_line(&((struct import *)into)->about.title, value, KEY_TITLE);
}

static bool take_author(void *into, const char *value)
{
	return take_line(&((struct import *)into)->about.author, value, KEY_AUTHOR);
}

static bool take_licence(void *into, const char *value)
{
	return take_line(&((struct import *)into)->about.licence, value, KEY_LICENCE);
}

static bool take_language(void *into, const char *value)
{
	((struct import *)into)->about.language = value;
	return pack_is_language(value, strlen(value));
}

static bool take_source(void *into, const char *value)
{
	return take_line(&((struct import *)into)->about.source, value, KEY_SOURCE);
}

static const struct args_option options[] = {
	{"-o", "PACK.ini", "into this file, not to standard output", "a file", take_to},
	{"--force", NULL, "with -o: over a file that is there", NULL, take_force},
	{"--title", "TEXT", "what the pack is called", "one line of at most 120 characters",
	 take_title},
	{"--author", "TEXT", "who wrote it", "one line of text", take_author},
	{"--licence", "TEXT", "what others may do with it, as 'CC BY-SA 4.0'", "one line of text",
	 take_licence},
	{"--language", "TAG", "what it is written in, as en or pt-BR",
	 "the short name of a language, as en or pt-BR", take_language},
	{"--source", "TEXT", "where the questions can be looked up that do not say it",
	 "one line of text", take_source},
	{NULL, NULL, NULL, NULL, NULL},
};

static void take_word(void *into, const char *word)
{
	struct import *i = into;

	i->many = i->file != NULL;
	if (!i->format)
		i->format = word;
	else
		i->file = word;
}

static void tell_formats(const char *typed)
{
	struct format_name names[FORMATS + 1] = {{0}};

	for (int i = 0; i < FORMATS && import_formats[i].name; i++)
		names[i] = (struct format_name){import_formats[i].name, import_formats[i].about};
	formats_tell("import", typed, names);
}

/* A file where the format belongs: which one its ending speaks of, if one alone does. */
static const char *format_by_ending(const char *file)
{
	const char *dot = strrchr(file, '.'), *found = NULL, *at;

	for (const struct import_format *f = import_formats; dot && f->name; f++)
		if ((at = strstr(f->endings, dot)) && strchr(" ", at[strlen(dot)])) {
			if (found)
				return NULL;
			found = f->name;
		}
	return found;
}

static int refuse(const struct import *i)
{
	const char *meant = i->format && !i->file ? format_by_ending(i->format) : NULL;

	if (i->many) {
		fputs("stairwell import: one FILE at a time\n", stderr);
	} else if (meant) {
		struct arena a = {0};
		fprintf(stderr,
			"stairwell import: name the format first; type: stairwell import %s %s\n",
			meant, typed_word(&a, i->format));
		arena_finish(&a);
	} else if (!i->format || !import_find(i->format)) {
		tell_formats(i->format);
	} else if (!i->file) {
		fprintf(stderr,
			"stairwell import: name the file too; type: stairwell import %s FILE\n",
			i->format);
	} else {
		return 0;
	}
	return 2;
}

/* A text that has no question for us may have them for another: said in place of all that was
 * found. */
static void tell_other(const struct import *i, const struct ini_text *text, struct diag *d)
{
	const struct otherformat *o = otherformat_find(text->s, text->n);
	struct finding *f;

	if (!o || (o->import && strcmp(o->import, i->format) == 0))
		return;
	diag_forget(d, 0);
	f = diag_add(d, SEVERITY_ERROR, "E701", (struct place){0, 0},
		     "this is %s, which `import %s` does not read", o->name, i->format);
	if (o->import)
		diag_help(d, f, "type: stairwell import %s %s", o->import,
			  typed_word(&d->arena, i->file));
}

static struct pack *read_file(const struct import *i, struct diag *d)
{
	struct ini_text text = {0};
	struct pack *p = NULL;
	char *bytes, *own = NULL;
	size_t n;

	bytes = strcmp(i->file, "-") == 0 ? infile_read(&n, d) : ini_load(i->file, &n, d);
	if (bytes && decode_open(&text, &own, bytes, n, d)) {
		p = import_read(import_find(i->format), &text);
		if (!p)
			tell_other(i, &text, d);
	}
	if (p)
		about_fill(p, &i->about, i->file, d);
	ini_close(&text);
	free(own);
	free(bytes);
	return p;
}

static bool write_pack(const struct import *i, const struct pack *p)
{
	struct outfile out;

	if (!i->to) {
		packwrite(stdout, p);
		return true;
	}
	if (outfile_open(&out, i->to)) {
		packwrite(out.to, p);
		if (outfile_close(&out, true))
			return true;
	}
	fprintf(stderr, "stairwell import: %s: %s\n", i->to, strerror(errno));
	return false;
}

static int run(const struct import *i)
{
	struct diag d;
	struct pack *p;
	int status = 1;

	if (!formats_may_write("import", i->to, i->force))
		return 1;
	diag_init(&d, strcmp(i->file, "-") == 0 ? "standard input" : i->file);
	p = read_file(i, &d);
	diag_print(&d, stderr);
	if (!p)
		fputs("No question came along.\n", stderr);
	else if (write_pack(i, p)) {
		fprintf(stderr, "%d question%s came along, %d did not\n", p->nquestions,
			p->nquestions == 1 ? "" : "s", p->nskipped);
		status = p->nskipped > 0;
	}
	pack_drop(p);
	diag_finish(&d);
	return status;
}

static const struct args_table table = {
	"stairwell import",
	"FORMAT FILE",
	"Makes a pack of the questions that another program keeps; FILE - is standard input.\n"
	"Each question that cannot come along is named, with its line and why.",
	"Without a format: the list of them. Exit status: 0 all came along, 1 some did not, 2 "
	"wrong "
	"usage.",
	options,
	take_word};

int cmd_import(int argc, char **argv)
{
	struct import i = {0};
	enum args_end end = args_read(&table, &i, argc, argv);
	int status = end == ARGS_WRONG ? 2 : end == ARGS_GOOD ? refuse(&i) : 0;

	return end == ARGS_GOOD && status == 0 ? run(&i) : status;
}
