#include "csvline.h"

#include <inttypes.h>
#include <string.h>

#include "formula.h"
#include "prose.h"

void csvline_text(FILE *out, const char *s)
{
	char clean[CSVLINE_TEXT];
	const char *mark;

	prose_clean(clean, sizeof(clean), s);
	mark = formula_begins(clean) ? "'" : "";
	if (!clean[strcspn(clean, ",\"\r\n")]) {
		fprintf(out, "%s%s", mark, clean);
		return;
	}
	fprintf(out, "\"%s", mark);
	for (const char *c = clean; *c; c++) {
		if (*c == '"')
			fputc('"', out);
		fputc(*c, out);
	}
	fputc('"', out);
}

void csvline_number(FILE *out, int64_t number, int decimals)
{
	int64_t unit = 1, part = number < 0 ? -number : number;

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	fprintf(out, "%s%" PRId64, number < 0 ? "-" : "", part / unit);
	if (decimals > 0)
		fprintf(out, ".%0*" PRId64, decimals, part % unit);
}

void csvline_next(FILE *out)
{
	fputc(',', out);
}

void csvline_end(FILE *out)
{
	fputs("\r\n", out);
}
