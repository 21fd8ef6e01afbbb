#include "diagprint.h"

#include <string.h>
#include <unicode/uchar.h>

#include "utf8.h"

static const char *const severities[] = {"note", "warning", "error"};

/* Columns a character takes in a terminal. */
static int columns_of(uint32_t code)
{
	int width = u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);
	int type = u_charType((UChar32)code);

	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
		return 0;
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* Blanks as wide as what stands before the place, tabs as tabs; then carets. */
static void print_caret(const struct finding *f, const char *line, FILE *out)
{
	int skip = f->at.column - 1 - f->left_out + (f->left_out > 0);
	const char *end = line + strlen(line);
	uint32_t code;
	int step;

	for (; skip > 0 && (step = utf8_decode(line, (size_t)(end - line), &code));
	     skip--, line += step) {
		if (code == '\t')
			fputc('\t', out);
		else
			fprintf(out, "%*s", columns_of(code), "");
	}
	fputc('^', out);
	for (int i = 0; i < f->width && (step = utf8_decode(line, (size_t)(end - line), &code));
	     i++) {
		for (int n = columns_of(code) - (i == 0); n > 0; n--)
			fputc('~', out);
		line += step;
	}
	fputc('\n', out);
}

static void print_place(const struct diag *d, struct place at, FILE *out)
{
	if (at.line > 0)
		fprintf(out, "%s:%d:%d: ", d->path, at.line, at.column);
	else
		fprintf(out, "%s: ", d->path);
}

void finding_print(const struct diag *d, const struct finding *f, FILE *out)
{
	print_place(d, f->at, out);
	fprintf(out, "%s: %s [%s]\n", severities[f->severity], f->message, f->code);
	if (f->nexcerpt > 0) {
		const char *line = f->excerpt[f->at.line - f->first_line];
		fprintf(out, "%6d | %s\n       | ", f->at.line, line);
		print_caret(f, line, out);
	}
	if (f->aside) {
		print_place(d, f->second, out);
		fprintf(out, "note: %s\n", f->aside);
	}
	if (f->help)
		fprintf(out, "help: %s\n", f->help);
}

void diag_print(const struct diag *d, FILE *out)
{
	int n = d->errors + d->warnings + d->notes;

	for (int i = 0; i < d->n; i++)
		finding_print(d, &d->findings[i], out);
	if (n > d->n)
		fprintf(out, "%s: %d more finding%s not shown\n", d->path, n - d->n,
			n - d->n == 1 ? " is" : "s are");
}
