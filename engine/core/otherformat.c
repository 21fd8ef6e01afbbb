#include "otherformat.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* A text, line by line. */
struct look {
	const char *s, *end;
};

enum { LOOKED_AT = 64 << 10 }; /* bytes; what a file is shows at its beginning */

static bool has(struct look l, const char *what)
{
	return memmem(l.s, (size_t)(l.end - l.s), what, strlen(what));
}

static bool begins(struct look l, const char *what)
{
	size_t n = strlen(what);

	return (size_t)(l.end - l.s) >= n && strncasecmp(l.s, what, n) == 0;
}

static struct look skip(struct look l)
{
	while (l.s < l.end && strchr(" \t\r\n", *l.s))
		l.s++;
	return l;
}

/* The next line without blanks around it; false: there is none. */
static bool next_line(struct look *l, struct look *line)
{
	const char *stop = l->s;

	if (l->s >= l->end)
		return false;
	while (stop < l->end && *stop != '\n' && *stop != '\r')
		stop++;
	*line = skip((struct look){l->s, stop});
	while (line->end > line->s && strchr(" \t\r", line->end[-1]))
		line->end--;
	if (l->end - stop > 1 && stop[0] == '\r' && stop[1] == '\n')
		stop++;
	l->s = stop + (stop < l->end);
	return true;
}

static int count_lines(struct look l, bool (*wanted)(struct look))
{
	struct look line;
	int n = 0;

	while (next_line(&l, &line))
		n += line.s < line.end && wanted(line);
	return n;
}

static bool is_answer_line(struct look l)
{
	return begins(l, "ANSWER:") || begins(l, "ANSWER :");
}

static bool is_lettered(struct look l)
{
	return l.end - l.s > 2 && (l.s[0] | 0x20) >= 'a' && (l.s[0] | 0x20) <= 'h' &&
	       (l.s[1] == '.' || l.s[1] == ')');
}

static bool is_trivia(struct look l)
{
	return begins(l, "#Q ") || begins(l, "^ ");
}

static bool is_heading(struct look l)
{
	return begins(l, "# ") || begins(l, "## ") || begins(l, "- [ ]") || begins(l, "- [x]") ||
	       begins(l, "* ") || begins(l, "**");
}

static bool is_json(struct look l)
{
	l = skip(l);
	return (begins(l, "{") || begins(l, "[")) && has(l, "\"") && has(l, "\":") && !has(l, "::");
}

static bool is_html(struct look l)
{
	l = skip(l);
	return begins(l, "<!doctype html") || begins(l, "<html") || begins(l, "<p") ||
	       begins(l, "<div") || begins(l, "<body") || begins(l, "<h1");
}

static bool is_moodle(struct look l)
{
	l = skip(l);
	return begins(l, "<") && has(l, "<quiz") && has(l, "<question");
}

static bool is_xml(struct look l)
{
	return begins(skip(l), "<?xml");
}

static bool is_rtf(struct look l)
{
	return begins(skip(l), "{\\rtf");
}

static bool is_pdf(struct look l)
{
	return begins(skip(l), "%PDF-");
}

static bool is_gift(struct look l)
{
	const char *open = memchr(l.s, '{', (size_t)(l.end - l.s));

	if (!open || !has((struct look){open, l.end}, "}"))
		return false;
	return has(l, "::") || has(l, "~") || has((struct look){open, l.end}, "=") ||
	       has(l, "{T") || has(l, "{F");
}

static bool is_aiken(struct look l)
{
	return count_lines(l, is_answer_line) > 0 && count_lines(l, is_lettered) > 1;
}

static bool is_opentrivia(struct look l)
{
	return count_lines(l, is_trivia) > 1;
}

static int count_of(struct look l, char c)
{
	int n = 0;

	for (const char *p = l.s; p < l.end; p++)
		n += *p == c;
	return n;
}

/* At least two lines, the first two with as many of the separator. */
static bool is_table(struct look l, char separator)
{
	struct look first, second;
	int n;

	l = skip(l);
	if (!next_line(&l, &first) || !next_line(&l, &second))
		return false;
	n = count_of(first, separator);
	return n >= 2 && count_of(second, separator) >= n && !has(first, " = ");
}

static bool is_csv(struct look l)
{
	return is_table(l, ',') || is_table(l, ';');
}

static bool is_tsv(struct look l)
{
	return is_table(l, '\t');
}

static bool is_item(struct look l)
{
	return begins(l, "- ");
}

static bool is_yaml(struct look l)
{
	l = skip(l);
	return begins(l, "---") || (has(l, ":") && count_lines(l, is_item) > is_item(l));
}

static bool is_markdown(struct look l)
{
	return count_lines(l, is_heading) > 1;
}

static const struct row {
	struct otherformat format;
	bool (*is)(struct look);
	bool has_signature; /* its first bytes are of no other */
} rows[] = {
	{{"a PDF", NULL}, is_pdf, true},
	{{"an RTF text", NULL}, is_rtf, true},
	{{"Moodle XML", "moodle"}, is_moodle, false},
	{{"a page of HTML", NULL}, is_html, false},
	{{"XML", NULL}, is_xml, false},
	{{"OpenTriviaQA", "opentriviaqa"}, is_opentrivia, false},
	{{"Aiken", "aiken"}, is_aiken, false},
	{{"JSON", "opentdb"}, is_json, false},
	{{"GIFT", "gift"}, is_gift, false},
	{{"a table with tabs", "tsv"}, is_tsv, false},
	{{"a table (CSV)", "csv"}, is_csv, false},
	{{"YAML", NULL}, is_yaml, false},
	{{"Markdown", NULL}, is_markdown, false},
};

static const struct otherformat *find(const char *s, size_t n, bool by_signature)
{
	struct look all = {s, s + (n < LOOKED_AT ? n : LOOKED_AT)};

	for (const struct row *r = rows; r < rows + sizeof rows / sizeof *rows; r++)
		if ((r->has_signature || !by_signature) && r->is(all))
			return &r->format;
	return NULL;
}

const struct otherformat *otherformat_find(const char *s, size_t n)
{
	return find(s, n, false);
}

const struct otherformat *otherformat_signed(const char *s, size_t n)
{
	return find(s, n, true);
}
