#include "sheet.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

#include "csvline.h"
#include "prose.h"

enum { CELL_BYTES = 8192 };

/* ---- CSV ---- */

static void put_line(FILE *out, const struct cell *cells, int n, bool names)
{
	for (int i = 0; i < n; i++) {
		if (i > 0)
			csvline_next(out);
		if (names) {
			fputs(cells[i].name, out);
		} else if (cells[i].none) {
			continue;
		} else if (cells[i].text) {
			csvline_text(out, cells[i].text);
		} else {
			csvline_number(out, cells[i].number, cells[i].decimals);
		}
	}
	csvline_end(out);
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
	csvline_number(out, c->number, c->decimals);
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
