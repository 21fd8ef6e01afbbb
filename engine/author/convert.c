#include "convert.h"

#include <string.h>

const struct import_format import_formats[] = {
	{"gift", "GIFT, as teachers write it for Moodle", ".gift .txt", import_gift},
	{"aiken", "Aiken, one letter a choice, as Moodle reads it", ".txt", import_aiken},
	{"moodle", "Moodle's XML", ".xml", import_moodle},
	{"csv",
	 "a table with commas or semicolons, columns by name: Kahoot, Blooket, Quizizz, yours",
	 ".csv", import_csv},
	{"tsv", "the same with tabs", ".tsv .tab", import_tsv},
	{"opentdb", "Open Trivia DB, the JSON of its API", ".json", import_opentdb},
	{"opentriviaqa", "a category of the OpenTriviaQA collection", "", import_otqa},
	{0},
};

const struct export_format export_formats[] = {
	{"gift", "GIFT, as Moodle reads it", ".gift", export_gift},
	{"aiken", "Aiken, one letter a choice, as Moodle reads it", ".txt", export_aiken},
	{"moodle", "Moodle's XML", ".xml", export_moodle},
	{"print", "a sheet to print, with boxes to tick and its key", ".html", export_print},
	{"csv", "a table in Kahoot's columns", ".csv", export_csv},
	{"quiz", "one file with the pack and its pictures and sounds", ".quiz", export_quiz},
	{0},
};

const struct import_format *import_find(const char *name)
{
	for (const struct import_format *f = import_formats; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

const struct export_format *export_find(const char *name)
{
	for (const struct export_format *f = export_formats; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

struct pack *import_read(const struct import_format *f, const struct ini_text *source)
{
	struct making m;
	struct pack *p = NULL;

	if (making_init(&m, source)) {
		f->read(&m);
		p = making_finish(&m);
	}
	diag_sort(source->diag);
	return p;
}
