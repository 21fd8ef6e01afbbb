#include "sheet.h"

#include <inttypes.h>
#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

#include "formula.h"
#include "prose.h"

enum { CELL_BYTES = 8192 };

/* ---- CSV ---- */

static void put_quoted(FILE *out, const char *s)
{
	const char *mark = formula_begins(s) ? "'" : "";

	if (!s[strcspn(s, ",\"\r\n")]) {
		fprintf(out, "%s%s", mark, s);
		return;
	}
	fprintf(out, "\"%s", mark);
	for (; *s; s++) {
		if (*s == '"')
			fputc('"', out);
		fputc(*s, out);
	}
	fputc('"', out);
}

/* A fraction to its last digit, whatever the country. */
static void put_number(FILE *out, const struct cell *c)
{
	int64_t unit = 1, part = c->number < 0 ? -c->number : c->number;

	for (int i = 0; i < c->decimals; i++)
		unit *= 10;
	fprintf(out, "%s%" PRId64, c->number < 0 ? "-" : "", part / unit);
	if (c->decimals > 0)
		fprintf(out, ".%0*" PRId64, c->decimals, part % unit);
}

static void put_line(FILE *out, const struct cell *cells, int n, bool names)
{
	char clean[CELL_BYTES];

	for (int i = 0; i < n; i++) {
		if (i > 0)
			fputc(',', out);
		if (names) {
			fputs(cells[i].name, out);
		} else if (cells[i].none) {
			continue;
		} else if (cells[i].text) {
			prose_clean(clean, sizeof(clean), cells[i].text);
			put_quoted(out, clean);
		} else {
			put_number(out, &cells[i]);
		}
	}
	fputs("\r\n", out);
}

/* ---- JSON ---- */

static json_object *value_of(const struct cell *c)
{
	char clean[CELL_BYTES], *number = NULL;
	json_object *value;
	size_t size;
	FILE *out;

	if (c->none)
		return NULL;
	if (c->text) {
		prose_clean(clean, sizeof(clean), c->text);
		return json_object_new_string(clean);
	}
	if (c->decimals == 0)
		return json_object_new_int64(c->number);
	out = open_memstream(&number, &size);
	if (!out)
		return NULL;
	put_number(out, c);
	fclose(out);
	value = json_object_new_double_s(0, number);
	free(number);
	return value;
}

static void put_object(FILE *out, const struct cell *cells, int n)
{
	json_object *row = json_object_new_object();

	for (int i = 0; i < n; i++)
		json_object_object_add(row, cells[i].name, value_of(&cells[i]));
	fputs(json_object_to_json_string_ext(row, JSON_C_TO_STRING_NOSLASHESCAPE), out);
	json_object_put(row);
}

/* ---- both ---- */

void sheet_begin(struct sheet *s, FILE *out, enum sheet_format format, const struct cell *names,
		 int n)
{
	*s = (struct sheet){.out = out, .format = format};
	if (format == SHEET_CSV)
		put_line(out, names, n, true);
	else
		fputc('[', out);
}

void sheet_row(struct sheet *s, const struct cell *cells, int n)
{
	if (s->format == SHEET_CSV) {
		put_line(s->out, cells, n, false);
	} else {
		fputs(s->rows > 0 ? ",\n" : "\n", s->out);
		put_object(s->out, cells, n);
	}
	s->rows++;
}

void sheet_end(struct sheet *s)
{
	if (s->format == SHEET_JSON)
		fputs("\n]\n", s->out);
}
