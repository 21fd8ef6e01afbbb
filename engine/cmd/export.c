#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "args.h"
#include "cmd.h"
#include "convert.h"
#include "diagprint.h"
#include "formats.h"
#include "library.h"
#include "outfile.h"
#include "translated.h"

struct export
{
	const char *format, *pack, *to, *language;
	bool force, many;
};

static bool take_to(void *into, const char *value)
{
	((struct export *)into)->to = value;
	return *value;
}

static bool take_force(void *into, const char *value)
{
	(void)value;
	return ((struct export *)into)->force = true;
}

static bool take_language(void *into, const char *value)
{
	((struct export *)into)->language = value;
	return pack_is_language(value, strlen(value));
}

static const struct args_option options[] = {
	{"--language", "TAG", "a pack with translations, in this one of its languages",
	 "the short name of a language, as en or pt-BR", take_language},
	{"-o", "FILE", "into this file, not to standard output", "a file", take_to},
	{"--force", NULL, "with -o: over a file that is there", NULL, take_force},
	{NULL, NULL, NULL, NULL, NULL},
};

static void take_word(void *into, const char *word)
{
	struct export *e = into;

	e->many = e->pack != NULL;
	if (!e->format)
		e->format = word;
	else
		e->pack = word;
}

static void tell_formats(const char *typed)
{
	struct format_name names[FORMATS + 1] = {{0}};

	for (int i = 0; i < FORMATS && export_formats[i].name; i++)
		names[i] = (struct format_name){export_formats[i].name, export_formats[i].about};
	formats_tell("export", typed, names);
}

static int refuse(const struct export *e)
{
	if (e->many)
		fputs("stairwell export: one PACK at a time\n", stderr);
	else if (!e->format || !export_find(e->format))
		tell_formats(e->format);
	else if (!e->pack)
		fprintf(stderr,
			"stairwell export: name the pack too; type: stairwell export %s PACK.ini\n",
			e->format);
	else if (e->language && strcmp(e->format, "quiz") == 0)
		fputs("stairwell export: quiz has all languages of a pack; leave out --language\n",
		      stderr);
	else
		return 0;
	return 2;
}

static void print_errors(const struct diag *d)
{
	for (int i = 0; i < d->n; i++)
		if (d->findings[i].severity == SEVERITY_ERROR)
			finding_print(d, &d->findings[i], stderr);
}

static void tell_left_out(const struct diag *losses, int n)
{
	int left = 0;

	for (int i = 0; i < losses->n; i++)
		left += strcmp(losses->findings[i].code, "W751") == 0;
	if (left > 0)
		fprintf(stderr, "%d question%s written, %d left out\n", n - left,
			n - left == 1 ? " was" : "s were", left);
}

static bool write_pack(const struct export *e, const struct pack *p)
{
	const struct export_format *format = export_find(e->format);
	struct outfile out = {.to = stdout};
	struct diag losses;
	bool good = !e->to || outfile_open(&out, e->to), whole = true;

	if (good) {
		diag_init(&losses, p->path);
		format->write(out.to, p, &losses);
		whole = losses.errors == 0;
		good = !e->to || outfile_close(&out, whole) || !whole;
		if (good) {
			diag_print(&losses, stderr);
			tell_left_out(&losses, p->nquestions);
		}
		diag_finish(&losses);
	}
	if (!good)
		fprintf(stderr, "stairwell export: %s: %s\n", e->to, strerror(errno));
	return good && whole;
}

static void tell_languages(const struct export *e, const struct pack *p)
{
	fprintf(stderr, "stairwell export: nothing of this pack is in '%s'; it has: %s",
		e->language, p->language ? p->language : "en");
	for (const char **l = p->languages; l && *l; l++)
		fprintf(stderr, ", %s", *l);
	fputc('\n', stderr);
}

static bool write_in_language(const struct export *e, const struct pack *p)
{
	struct pack *translated;
	bool good;
	int n;

	if (!e->language)
		return write_pack(e, p);
	if (!translated_has(p, e->language)) {
		tell_languages(e, p);
		return false;
	}
	translated = translated_pack(p, e->language);
	if (!translated) {
		fprintf(stderr, "stairwell export: %s\n", strerror(ENOMEM));
		return false;
	}
	good = write_pack(e, translated);
	pack_drop(translated);
	n = translated_missing(p, e->language);
	if (good && n > 0)
		fprintf(stderr, "%d question%s not in '%s': written as the pack has %s\n", n,
			n == 1 ? " is" : "s are", e->language, n == 1 ? "it" : "them");
	return good;
}

static int run(const struct export *e)
{
	struct library l;
	int status = 1;

	if (!formats_may_write("export", e->to, e->force))
		return 1;
	library_init(&l);
	if (!library_add_all(&l, e->pack)) {
		fprintf(stderr, "stairwell export: there is no pack in '%s'\n", e->pack);
	} else if (l.n > 1) {
		fprintf(stderr, "stairwell export: %s has %d packs; name one of them\n", e->pack,
			l.n);
	} else {
		const struct entry *entry = &l.entries[0];
		print_errors(&entry->diag);
		if (!entry->pack)
			fputs("Nothing of this pack can be played, so nothing was written.\n",
			      stderr);
		else if (write_in_language(e, entry->pack))
			status = entry->diag.errors > 0;
	}
	library_finish(&l);
	return status;
}

static const struct args_table table = {
	"stairwell export",
	"FORMAT PACK",
	"Writes the questions of a pack as another program reads them, and says what its format "
	"cannot\nhold. What cannot be played is told, and left out.",
	"Without a format: the list of them. Exit status: 0 good, whatever the format cannot hold; "
	"1 "
	"the\npack has errors; 2 wrong usage.",
	options,
	take_word};

int cmd_export(int argc, char **argv)
{
	struct export e = {0};
	enum args_end end = args_read(&table, &e, argc, argv);
	int status = end == ARGS_WRONG ? 2 : end == ARGS_GOOD ? refuse(&e) : 0;

	return end == ARGS_GOOD && status == 0 ? run(&e) : status;
}
