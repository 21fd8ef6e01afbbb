#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "diagprint.h"
#include "iniread.h"
#include "reportforms.h"
#include "utf8.h"

const struct report_form report_forms[] = {
	{"human", report_human}, {"gcc", report_gcc}, {"json", report_json},
	{"sarif", report_sarif}, {NULL, NULL},
};

struct report_count report_count(const struct library *l)
{
	struct report_count c = {0};

	for (int i = 0; i < l->n; i++) {
		c.errors += l->entries[i].diag.errors;
		c.warnings += l->entries[i].diag.warnings;
		c.notes += l->entries[i].diag.notes;
	}
	return c;
}

static void print_count(FILE *out, int n, const char *what, const char *then)
{
	fprintf(out, "%d %s%s%s", n, what, n == 1 ? "" : "s", then);
}

bool report_human(const struct report *r)
{
	struct report_count c = report_count(r->packs);

	for (int i = 0; i < r->packs->n; i++)
		(r->coloured ? diag_print_coloured : diag_print)(&r->packs->entries[i].diag,
								 r->out);
	print_count(r->out, c.errors, "error", ", ");
	print_count(r->out, c.warnings, "warning", ", ");
	print_count(r->out, c.notes, "note", " in ");
	print_count(r->out, r->packs->n, "pack", "\n");
	return true;
}

/* As a compiler says it: a file as a whole is its first line. */
static void print_gcc(const struct report *r, const char *path, struct place at,
		      const char *severity, const char *message, const char *code)
{
	fprintf(r->out, "%s:%d:%d: %s: %s", path, at.line > 0 ? at.line : 1,
		at.line > 0 ? at.column : 1, severity, message);
	fprintf(r->out, code ? " [%s]\n" : "\n", code);
}

bool report_gcc(const struct report *r)
{
	for (int i = 0; i < r->packs->n; i++) {
		const struct diag *d = &r->packs->entries[i].diag;
		for (const struct finding *f = d->findings; f < d->findings + d->n; f++) {
			print_gcc(r, d->path, f->at, diag_severities[f->severity], f->message,
				  f->code);
			if (f->aside)
				print_gcc(r, f->second_path ? f->second_path : d->path, f->second,
					  "note", f->aside, NULL);
		}
		if (diag_hidden(d) > 0)
			fprintf(r->out, "%s:1:1: note: more findings that are not shown: %d\n",
				d->path, diag_hidden(d));
	}
	return true;
}

void report_put(struct json_object *into, const char *key, const char *text)
{
	if (text)
		json_object_object_add(into, key, json_object_new_string(text));
}

void report_put_number(struct json_object *into, const char *key, int64_t number)
{
	json_object_object_add(into, key, json_object_new_int64(number));
}

bool report_document(const struct report *r, struct json_object *document)
{
	size_t n = 0;
	const char *text = document ? json_object_to_json_string_length(
					      document,
					      JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED |
						      JSON_C_TO_STRING_NOSLASHESCAPE,
					      &n)
				    : NULL;
	bool good = text && n > 0;

	if (good) {
		fwrite(text, 1, n, r->out);
		fputc('\n', r->out);
	}
	json_object_put(document);
	return good;
}

char *report_uri(const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~/";
	static const char scheme[] = "file://", digits[] = "0123456789ABCDEF";
	char *uri = malloc(sizeof scheme + 3 * strlen(path)), *p = uri;

	if (!uri)
		return NULL;
	if (path[0] == '/')
		p = stpcpy(p, scheme);
	while (strncmp(path, "./", 2) == 0)
		path += 2 + strspn(path + 2, "/");
	for (; *path; path++) {
		unsigned char c = (unsigned char)*path;
		if (strchr(plain, c)) {
			*p++ = (char)c;
			continue;
		}
		*p++ = '%';
		*p++ = digits[c >> 4];
		*p++ = digits[c & 15];
	}
	*p = '\0';
	return uri;
}

const char *report_line(const struct finding *f)
{
	return f->nexcerpt > 0 ? f->excerpt[f->at.line - f->first_line] : NULL;
}

bool report_fix(const struct entry *e, const struct finding *f, struct place *from,
		struct place *to)
{
	if (!f->fix || !e->text || f->at.line == 0)
		return false;
	*from = *to = ini_place(e->text, (struct textpos){f->fix_at, f->at.line});
	to->column += utf8_length(e->text->s + f->fix_at, f->fix_n);
	return true;
}
