#include "explain.h"

#include <string.h>
#include <strings.h>

#include "packkeys.h"
#include "utf8.h"

enum { LINE = 78 }; /* characters */

const struct code *explain_find(const char *code)
{
	for (const struct code *c = diag_codes; c->code; c++)
		if (strcasecmp(c->code, code) == 0)
			return c;
	return NULL;
}

/* Its number tells more than its letter. */
const struct code *explain_nearest(const char *code)
{
	const char *one[] = {NULL, NULL};
	size_t n = strlen(code), letters = strcspn(code, "0123456789");

	for (const struct code *c = diag_codes; c->code; c++)
		if (strcmp(c->code + 1, code + letters) == 0)
			return c;
	for (const struct code *c = diag_codes; c->code; c++) {
		one[0] = c->code;
		if (word_nearest(one, code, n))
			return c;
	}
	return NULL;
}

/* Words in lines that fit a terminal. */
static void print_wrapped(const char *s, FILE *out)
{
	int column = 0;

	while (*s) {
		size_t n = strcspn(s, " ");
		int width = utf8_length(s, n);
		if (column > 0 && column + 1 + width > LINE) {
			fputc('\n', out);
			column = 0;
		} else if (column > 0) {
			fputc(' ', out);
			column++;
		}
		fwrite(s, 1, n, out);
		column += width;
		s += n;
		s += strspn(s, " ");
	}
	fputc('\n', out);
}

static void print_example(const char *title, const char *text, FILE *out)
{
	fprintf(out, "\n%s:\n\n", title);
	while (*text) {
		size_t n = strcspn(text, "\n");
		fprintf(out, "%s%.*s\n", n > 0 ? "    " : "", (int)n, text);
		text += n + (text[n] == '\n');
	}
}

void explain_print(const struct code *c, FILE *out)
{
	fprintf(out, "%s: %s\n", c->code, c->meaning);
	if (c->why) {
		fputc('\n', out);
		print_wrapped(c->why, out);
	}
	for (const struct example *e = explain_examples; e->code; e++)
		if (strcmp(e->code, c->code) == 0) {
			print_example("Wrong", e->wrong, out);
			print_example("Right", e->right, out);
		}
}
