#include "csvtable.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

enum { CELLS = 200, LINES = 200 /* of one row */ };

struct reading {
	struct table *table;
	struct csv_parser parser;
	const char *cells[CELLS];
	int ncells;
	uint32_t at; /* where the row at hand begins */
	int nlines;  /* it has so far; 0: none is begun */
	bool odd;
};

static void on_cell(void *s, size_t n, void *ctx)
{
	struct reading *r = ctx;
	const char *copy = n > 0 ? arena_text(&r->table->arena, s, n) : "";

	if (r->ncells < CELLS)
		r->cells[r->ncells++] = copy ? copy : "";
}

static void on_row(int end, void *ctx)
{
	struct reading *r = ctx;
	struct table *t = r->table;
	size_t bytes = (size_t)r->ncells * sizeof *r->cells;
	struct row *more, row = {arena_take(&t->arena, bytes + 1), r->ncells, r->at, r->odd};

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
		memcpy(row.cells, r->cells, bytes);
		t->rows[t->n++] = row;
	}
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

/* The first line of the row at hand once more, with quotes for letters; where the next one is. */
static size_t read_as_letters(struct reading *r, const struct ini_text *text, char separator)
{
	const char *s = text->s + r->at, *end = memchr(s, text->newline, text->n - r->at);
	size_t n = end ? (size_t)(end + 1 - s) : text->n - r->at;

	csv_free(&r->parser);
	if (!begin(r, separator))
		return text->n;
	csv_set_quote(&r->parser, '\0');
	r->ncells = 0;
	r->odd = true;
	feed(r, s, n);
	feed(r, "\n", 1);
	r->odd = false;
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
		from += n;
		if (r.nlines == 0 && is_empty(s, n))
			continue;
		if (r.nlines++ == 0)
			r.at = (uint32_t)(s - text->s);
		feed(&r, s, n);
		if (from == text->n)
			feed(&r, "\n", 1);
		if (r.nlines >= LINES || (from == text->n && r.nlines > 0))
			from = read_as_letters(&r, text, separator);
	}
	csv_free(&r.parser);
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
