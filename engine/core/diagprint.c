#include "diagprint.h"

#include <string.h>
#include <unicode/uchar.h>

#include "utf8.h"

const char *const diag_severities[] = {"note", "warning", "error"};

/* What goes around words on a terminal. */
struct colours {
	const char *severity[3], *caret, *off;
};

static const struct colours none = {{"", "", ""}, "", ""};
static const struct colours colours = {
	{"\x1b[1;34m", "\x1b[1;33m", "\x1b[1;31m"}, "\x1b[32m", "\x1b[m"};

/* Columns a character takes in a terminal. */
static int columns_of(uint32_t code)
{
	int width = u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);
	int type = u_charType((UChar32)code);

	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
		return 0;
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* Blanks as wide as `skip` characters of the line, tabs as tabs; then carets. */
static void print_caret(const char *line, int skip, int width, const struct colours *c, FILE *out)
{
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
	fprintf(out, "%s^", c->caret);
	for (int i = 0; i < width && (step = utf8_decode(line, (size_t)(end - line), &code)); i++) {
		for (int n = columns_of(code) - (i == 0); n > 0; n--)
			fputc('~', out);
		line += step;
	}
	fprintf(out, "%s\n", c->off);
}

static void print_line(struct place at, const char *line, int left_out, int width,
		       const struct colours *c, FILE *out)
{
	fprintf(out, "%6d | %s\n       | ", at.line, line);
	print_caret(line, at.column - 1 - left_out + (left_out > 0), width, c, out);
}

static void print_place(const char *path, struct place at, FILE *out)
{
	if (at.line > 0)
		fprintf(out, "%s:%d:%d: ", path, at.line, at.column);
	else
		fprintf(out, "%s: ", path);
}

static void print_finding(const struct diag *d, const struct finding *f, const struct colours *c,
			  FILE *out)
{
	print_place(d->path, f->at, out);
	fprintf(out, "%s%s:%s %s [%s]\n", c->severity[f->severity], diag_severities[f->severity],
		c->off, f->message, f->code);
	if (f->nexcerpt > 0)
		print_line(f->at, f->excerpt[f->at.line - f->first_line], f->left_out, f->width, c,
			   out);
	if (f->aside) {
		print_place(f->second_path ? f->second_path : d->path, f->second, out);
		fprintf(out, "%snote:%s %s\n", c->severity[SEVERITY_NOTE], c->off, f->aside);
		if (f->second_line)
			print_line(f->second, f->second_line, f->second_left_out, 1, c, out);
	}
	if (f->help)
		fprintf(out, "help: %s\n", f->help);
}

void finding_print(const struct diag *d, const struct finding *f, FILE *out)
{
	print_finding(d, f, &none, out);
}

int diag_hidden(const struct diag *d)
{
	return d->errors + d->warnings + d->notes - d->n;
}

static void print_all(const struct diag *d, const struct colours *c, FILE *out)
{
	for (int i = 0; i < d->n; i++)
		print_finding(d, &d->findings[i], c, out);
	if (diag_hidden(d) > 0)
		fprintf(out, "%s: %d more finding%s not shown\n", d->path, diag_hidden(d),
			diag_hidden(d) == 1 ? " is" : "s are");
}

void diag_print(const struct diag *d, FILE *out)
{
	print_all(d, &none, out);
}

void diag_print_coloured(const struct diag *d, FILE *out)
{
	print_all(d, &colours, out);
}
