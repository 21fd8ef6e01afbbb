#include "csvtable.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "formula.h"

enum { LINES = 200 /* of one row */ };

struct reading {
	struct table *table;
	struct csv_parser parser;
	const char **cells;
	int ncells, room;
	uint32_t at; /* where the row at hand begins */
	int nlines;  /* it has so far; 0: none is begun */
	int width;   /* of the first row with two cells or more: most others have as many */
	enum row_quote quote;
};

static void on_cell(void *s, size_t n, void *ctx)
{
	struct reading *r = ctx;
	const char *copy = n > 0 ? arena_text(&r->table->arena, s, n) : NULL, **more;

	if (r->ncells == r->room) {
		more = realloc(r->cells, (size_t)(2 * r->room + 64) * sizeof *more);
		if (!more) {
			r->table->arena.failed = true;
			return;
		}
		r->cells = more;
		r->room = 2 * r->room + 64;
	}
	copy = copy ? copy : "";
	r->cells[r->ncells++] = copy + (*copy == '\'' && formula_is_guarded(copy));
}

static void on_row(int end, void *ctx)
{
	struct reading *r = ctx;
	struct table *t = r->table;
	size_t bytes = (size_t)r->ncells * sizeof *r->cells;
	struct row *more, row = {arena_take(&t->arena, bytes + 1), r->ncells, r->at, r->quote};

	(void)end;
	if (t->n == t->room) {
		more = realloc(t->rows, (size_t)(2 * t->room + 64) * sizeof *more);
		if (!more) {
			t->arena.failed = true;
			return;
		}
		t->rows = more;
		t->room = 2 * t->room + 64;
	}
	if (row.cells) {
		if (bytes > 0)
			memcpy(row.cells, r->cells, bytes);
		t->rows[t->n++] = row;
	}
	if (r->width == 0 && r->ncells >= 2)
		r->width = r->ncells;
	r->ncells = 0;
	r->nlines = 0;
}

static bool begin(struct reading *r, char separator)
{
	if (csv_init(&r->parser, 0) != 0)
		return false;
	csv_set_delim(&r->parser, (unsigned char)separator);
	return true;
}

static void feed(struct reading *r, const char *s, size_t n)
{
	if (csv_parse(&r->parser, s, n, on_cell, on_row, r) != n)
		r->table->arena.failed = true;
}

static bool is_blank(char c, char separator)
{
	return c != separator && (c == ' ' || c == '\t');
}

/* Behind the quote that closes the text at s, and the blanks that follow it; NULL: none does. */
static const char *close_quote(const char *s, const char *end, char separator)
{
	while (s < end && (*s != '"' || (s + 1 < end && s[1] == '"')))
		s += *s == '"' ? 2 : 1;
	if (s >= end)
		return NULL;
	for (s++; s < end && is_blank(*s, separator);)
		s++;
	return s;
}

static bool ends_cell(const char *s, const char *end, char separator)
{
	return s == end || *s == separator || *s == '\r' || *s == '\n';
}

/* Whether text follows a quote that should close one. */
static bool has_text_behind_quote(const char *s, const char *end, char separator)
{
	for (; s < end; s++) {
		while (s < end && is_blank(*s, separator))
			s++;
		if (s < end && *s == '"') {
			if (!(s = close_quote(s + 1, end, separator)))
				return false;
			if (!ends_cell(s, end, separator))
				return true;
		}
		while (!ends_cell(s, end, separator))
			s++;
	}
	return false;
}

static size_t first_line(const struct reading *r, const struct ini_text *text)
{
	const char *s = text->s + r->at, *end = memchr(s, text->newline, text->n - r->at);

	return end ? (size_t)(end + 1 - s) : text->n - r->at;
}

/* Whether the row just read, up to byte `end` and of so many lines, comes of a stray quote: text
 * follows the one that should close; or it has another number of cells than others, and its first
 * line has enough by itself. */
static bool is_torn(const struct reading *r, const struct ini_text *text, size_t end, int nlines,
		    char separator)
{
	const char *s = text->s + r->at;
	const struct row *row = &r->table->rows[r->table->n - 1];
	bool followed = has_text_behind_quote(s, text->s + end, separator);
	int alone = 1;

	if (followed && nlines > 1)
		return true;
	if (r->width == 0 || row->n == r->width || (!followed && nlines == 1))
		return false;
	for (size_t i = 0, n = first_line(r, text); i < n; i++)
		alone += s[i] == separator;
	return alone >= r->width;
}

/* The first line of the row at hand once more, with quotes for letters; where the next one is. */
static size_t read_as_letters(struct reading *r, const struct ini_text *text, char separator)
{
	const char *s = text->s + r->at;
	size_t n = first_line(r, text);

	csv_free(&r->parser);
	if (!begin(r, separator))
		return text->n;
	csv_set_quote(&r->parser, '\0');
	r->ncells = 0;
	r->quote = has_text_behind_quote(s, s + n, separator) ? QUOTE_FOLLOWED : QUOTE_OPEN;
	feed(r, s, n);
	feed(r, "\n", 1);
	r->quote = QUOTE_GOOD;
	r->nlines = 0;
	csv_set_quote(&r->parser, CSV_QUOTE);
	return r->at + n;
}

static bool is_empty(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strchr(" \r\n", s[i]))
			return false;
	return true;
}

bool table_read(struct table *t, const struct ini_text *text, size_t from, char separator, int most)
{
	struct reading r = {.table = t};

	if (!begin(&r, separator))
		return false;
	while (from < text->n && t->n < most && !t->arena.failed) {
		const char *s = text->s + from, *end = memchr(s, text->newline, text->n - from);
		size_t n = end ? (size_t)(end + 1 - s) : text->n - from;
		int nrows = t->n, nlines;
		from += n;
		if (r.nlines == 0 && is_empty(s, n))
			continue;
		if (r.nlines++ == 0)
			r.at = (uint32_t)(s - text->s);
		nlines = r.nlines;
		feed(&r, s, n);
		if (from == text->n)
			feed(&r, "\n", 1);
		if (t->n > nrows && is_torn(&r, text, from, nlines, separator)) {
			t->n = nrows;
			from = read_as_letters(&r, text, separator);
		} else if (r.nlines >= LINES || (from == text->n && r.nlines > 0))
			from = read_as_letters(&r, text, separator);
	}
	csv_free(&r.parser);
	free(r.cells);
	return !t->arena.failed;
}

void table_finish(struct table *t)
{
	free(t->rows);
	arena_finish(&t->arena);
	*t = (struct table){0};
}

const char *table_cell(const struct row *r, int column)
{
	return column >= 0 && column < r->n ? r->cells[column] : "";
}
