#include "packformat.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "packkeys.h"
#include "packwrite.h"
#include "utf8.h"

enum kind { LINE_OTHER, LINE_BLANK, LINE_COMMENT, LINE_HEADER, LINE_KEY, LINE_MORE };

enum { WIDEST = 12 }; /* characters of a key that others line up with */

struct row {
	const char *s, *end; /* without its line end, and blanks before that */
	enum kind kind;
	size_t indent;          /* bytes */
	bool indented;          /* and stays so */
	const char *value;      /* of a key: where its text begins on this line */
	char name[INI_KEY + 1]; /* of a key */
	int width;              /* of the keys of its section */
};

struct format {
	const struct ini_text *text;
	struct key_index keys;
	struct row *rows; /* one a line */
	int n;
};

/* ---- what each line is: the reader says it ---- */

static int find_key(void *ctx, const char *name, size_t n)
{
	const struct format *f = ctx;
	const char *language;

	return key_find(&f->keys, name, n, &language);
}

static const char *find_nearest(void *ctx, const char *name, size_t n)
{
	(void)ctx;
	(void)name;
	(void)n;
	return NULL;
}

static bool find_header(void *ctx, const char *words, size_t n)
{
	(void)ctx;
	return section_find(words, n) >= 0;
}

static bool take_section(void *ctx, const char *words, size_t n, struct textpos at)
{
	struct format *f = ctx;
	struct row *r = &f->rows[at.line - 1];

	(void)words;
	(void)n;
	if (r->end[-1] == ']') /* with anything behind it, it is a mistake */
		r->kind = LINE_HEADER;
	return true;
}

/* The key as it is known, but the tag of a language as it was typed: de-AT. */
static void take_name(struct row *r, const char *typed, const char *known, size_t n)
{
	const char *dot;

	snprintf(r->name, sizeof r->name, "%.*s", (int)n, known);
	if ((dot = strchr(r->name, '.')))
		for (size_t i = (size_t)(dot - r->name); r->name[i]; i++)
			r->name[i] = typed[i] == '_' ? '-' : typed[i];
}

static bool take_value(void *ctx, const struct ini_value *v)
{
	struct format *f = ctx;
	struct row *r = &f->rows[v->key_at.line - 1];
	const char *typed = f->text->s + v->key_at.offset;
	const char *mark = memchr(typed, '=', (size_t)(r->end - typed));
	const char *name = v->key == KEY_PRIVATE || v->key < 0 ? typed : v->name;

	if (!mark ||
	    memchr(typed, ':', (size_t)(mark - typed))) /* a ':' in its place is a mistake */
		return true;
	r->kind = LINE_KEY;
	r->value = v->at.line == v->key_at.line ? f->text->s + v->at.offset : r->end;
	if (r->value > r->end)
		r->value = r->end;
	take_name(r, typed, name, v->nname);
	return true;
}

static void split(struct format *f)
{
	const char *s = f->text->s, *last = s + f->text->n, *end;

	for (; s < last; s = end + 1) {
		struct row *r = &f->rows[f->n++];
		end = memchr(s, f->text->newline, (size_t)(last - s));
		end = end ? end : last;
		for (r->end = end; r->end > s && strchr(" \t\r", r->end[-1]) && r->end[-1];)
			r->end--;
		for (r->s = s; r->s < r->end && ini_blank(*r->s);)
			r->s++;
		r->indent = (size_t)(r->s - s);
		r->indented = r->indent > 0;
		s = r->s;
		r->kind = s == r->end              ? LINE_BLANK
			  : *s == ';' || *s == '#' ? LINE_COMMENT
						   : LINE_OTHER;
	}
}

/* More of a text, where a '|' line keeps the blanks at its end; and comments that are deeper than
 * their key, which the reader takes for a slip. */
static void find_more(struct format *f)
{
	const struct row *key = NULL;

	for (struct row *r = f->rows; r < f->rows + f->n; r++) {
		if (r->kind == LINE_COMMENT)
			r->indented = key && r->indent > key->indent;
		else if (r->kind == LINE_KEY)
			key = r;
		else if (r->kind == LINE_HEADER || (r->kind == LINE_OTHER && !r->indented))
			key = NULL;
		else if (r->kind == LINE_OTHER && key)
			r->kind = LINE_MORE;
		if (r->kind == LINE_MORE && *r->s == '|')
			while (r->end < f->text->s + f->text->n && ini_blank(*r->end))
				r->end++;
	}
}

static int characters(const char *s)
{
	return utf8_length(s, strlen(s));
}

static void measure(struct format *f)
{
	for (int i = 0, end; i < f->n; i = end) {
		int width = 0;
		for (end = i; end < f->n && (end == i || f->rows[end].kind != LINE_HEADER); end++) {
			int n = f->rows[end].kind == LINE_KEY ? characters(f->rows[end].name) : 0;
			width = n > width && n <= WIDEST ? n : width;
		}
		for (int k = i; k < end; k++)
			f->rows[k].width = width;
	}
}

/* ---- writing ---- */

static void write_header(FILE *out, const struct row *r, const char *id)
{
	const char *s = r->s + 1, *end = r->end - 1, *rest;
	int found;

	while (s < end && ini_blank(*s))
		s++;
	while (end > s && ini_blank(end[-1]))
		end--;
	found = section_find(s, (size_t)(end - s));
	if (found < 0) {
		fputc('[', out);
		fwrite(s, 1, (size_t)(end - s), out);
		fputs("]\n", out);
		return;
	}
	rest = s + strlen(section_words[found]);
	while (rest < end && ini_blank(*rest))
		rest++;
	if (rest == end) {
		fprintf(out, "[%s%s%s]\n", section_words[found], id ? " " : "", id ? id : "");
		return;
	}
	fprintf(out, "[%s ", section_words[found]);
	fwrite(rest, 1, (size_t)(end - rest), out);
	fputs("]\n", out);
}

/* Whatever bytes a line has, they stay. */
static void write_line(FILE *out, int indent, const char *s, const char *end)
{
	fprintf(out, "%*s", indent, "");
	fwrite(s, 1, (size_t)(end - s), out);
	fputc('\n', out);
}

static void write_key(FILE *out, const struct row *r)
{
	int fill = r->width - characters(r->name);

	fprintf(out, "%s%*s =", r->name, fill > 0 ? fill : 0, "");
	write_line(out, r->value < r->end, r->value, r->end);
}

static void write_row(FILE *out, const struct row *r, const char *id)
{
	switch (r->kind) {
	case LINE_HEADER: write_header(out, r, id); break;
	case LINE_KEY: write_key(out, r); break;
	case LINE_MORE: write_line(out, r->width + 3, r->s, r->end); break;
	case LINE_COMMENT:
	case LINE_OTHER: write_line(out, r->indented ? 4 : 0, r->s, r->end); break;
	case LINE_BLANK: fputc('\n', out); break;
	}
}

static const char *id_at(const struct pack *ids, int line)
{
	int low = 0, high = ids ? ids->nquestions : 0;

	while (low < high) {
		int middle = (low + high) / 2;
		if (ids->questions[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return ids && low < ids->nquestions && ids->questions[low].line == line
		       ? ids->questions[low].id
		       : NULL;
}

/* A header, or comments that stand right above one. */
static bool begins_section(const struct format *f, int i)
{
	if (i > 0 && f->rows[i - 1].kind == LINE_COMMENT && !f->rows[i - 1].indented)
		return false;
	while (i < f->n && f->rows[i].kind == LINE_COMMENT && !f->rows[i].indented)
		i++;
	return i < f->n && f->rows[i].kind == LINE_HEADER;
}

static void write_all(FILE *out, const struct format *f, const struct pack *ids)
{
	enum kind before = LINE_BLANK; /* of the line written last */

	for (int i = 0; i < f->n; i++) {
		const struct row *r = &f->rows[i];
		if (r->kind == LINE_BLANK) {
			while (i + 1 < f->n && f->rows[i + 1].kind == LINE_BLANK)
				i++;
			if (before == LINE_BLANK || before == LINE_HEADER || i + 1 == f->n)
				continue;
		} else if (before != LINE_BLANK && begins_section(f, i)) {
			fputc('\n', out);
		}
		write_row(out, r, r->kind == LINE_HEADER ? id_at(ids, i + 1) : NULL);
		before = r->kind;
	}
}

static int count_lines(const struct ini_text *t)
{
	int n = 1;

	for (const char *p = t->s; (p = memchr(p, t->newline, (size_t)(t->s + t->n - p))); p++)
		n++;
	return n;
}

char *packformat(const struct ini_text *text, const struct pack *ids, size_t *n)
{
	struct diag said;
	struct ini_text own = *text;
	struct format *f = calloc(1, sizeof *f);
	struct ini_events events = {f,          find_key, find_nearest, find_header, take_section,
				    take_value, NULL};
	char *s = NULL;
	FILE *out;

	diag_init(&said, "");
	own.diag = &said;
	if (f && (f->rows = calloc((size_t)count_lines(text) + 1, sizeof *f->rows))) {
		f->text = text;
		key_index_init(&f->keys);
		split(f);
		ini_read(&own, &events);
		find_more(f);
		measure(f);
		out = open_memstream(&s, n);
		if (out) {
			write_all(out, f, ids);
			fclose(out);
		}
	}
	if (f)
		free(f->rows);
	free(f);
	diag_finish(&said);
	return s;
}

/* ---- the same? ---- */

/* The pack as it is written, with all IDs, and the codes of what is wrong, in order; to be freed.
 */
static char *tell(const char *bytes, size_t n, const char *path)
{
	struct diag d;
	struct pack *p;
	char *s = NULL;
	size_t size;
	FILE *out = open_memstream(&s, &size);

	diag_init(&d, path);
	p = pack_read(bytes, n, path, &d);
	for (int i = 0; p && i < p->nquestions; i++)
		p->questions[i].id_given = true;
	if (out && p)
		packwrite(out, p);
	for (int i = 0; out && i < d.n; i++)
		if (strncmp(d.findings[i].code, "N50", 3) != 0) /* about the file, not the pack */
			fprintf(out, "%s\n", d.findings[i].code);
	if (out)
		fclose(out);
	pack_drop(p);
	diag_finish(&d);
	return s;
}

bool packformat_is_same(const char *one, size_t n, const char *other, size_t m, const char *path)
{
	char *a = tell(one, n, path), *b = tell(other, m, path);
	bool same = a && b && strcmp(a, b) == 0;

	free(a);
	free(b);
	return same;
}
