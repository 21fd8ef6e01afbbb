/*
 * Tables of questions (RFC 4180 and what spreadsheets make of it): one question a row, columns by
 * the names in a head that may stand below a title. Without a head: the question, the right answer,
 * wrong ones; or the question, answers, and the number or letter of the right one.
 */
#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "convert.h"
#include "csvrow.h"

enum { HEAD_ROWS = 20, SAMPLE = 60 };

/* The row that is the head; -1: there is none. */
static int find_head(struct head *h, const struct table *t)
{
	for (int i = 0; i < t->n && i < HEAD_ROWS; i++)
		if (head_read(h, &t->rows[i]))
			return i;
	return -1;
}

/* The separator with which most columns are known, else the one that makes most even rows. */
static int score(const struct ini_text *text, size_t from, char separator)
{
	struct table t = {0};
	struct head h;
	int points = 0;

	if (table_read(&t, text, from, separator, SAMPLE) && find_head(&h, &t) >= 0)
		points = 1000 * h.known;
	for (int i = 0; i < t.n; i++)
		points += t.rows[i].n >= 2 && t.rows[i].n == t.rows[t.n / 2].n;
	table_finish(&t);
	return points;
}

static char find_separator(const struct ini_text *text, size_t from)
{
	static const char separators[] = ",;\t|";
	int best = -1;
	char found = ',';

	for (const char *s = separators; *s; s++) {
		int points = score(text, from, *s);
		if (points > best) {
			best = points;
			found = *s;
		}
	}
	return found;
}

/* Excel's first line, "sep=;". */
static size_t skip_sep(const struct ini_text *text, char *separator)
{
	const char *s = text->s, *end = memchr(s, text->newline, text->n);
	size_t quote = text->n > 0 && *s == '"';

	if (!end || (size_t)(end - s) < quote + 5 || strncasecmp(s + quote, "sep=", 4) != 0)
		return 0;
	*separator = s[quote + 4];
	return (size_t)(end + 1 - s);
}

/* Whether most rows end in the number or the letter of one of their own answers. */
static bool ends_in_key(const struct table *t)
{
	int n = 0;

	for (int i = 0; i < t->n; i++) {
		const struct row *r = &t->rows[i];
		const char *s = r->n >= 4 ? r->cells[r->n - 1] : "";
		int key = isdigit((unsigned char)*s) ? *s - '0'
						     : toupper((unsigned char)*s) - 'A' + 1;
		n += *s && !s[1] && key >= 1 && key <= r->n - 2;
	}
	return t->n > 0 && 10 * n >= 9 * t->n;
}

static void guess_head(struct sheet *s)
{
	struct head *h = &s->head;
	bool key = ends_in_key(&s->table);
	int most = 0;

	for (int i = 0; i < s->table.n; i++)
		most = s->table.rows[i].n > most ? s->table.rows[i].n : most;
	*h = (struct head){.n = most < COLUMNS ? most : COLUMNS};
	for (int i = 0; i < h->n; i++) {
		h->is[i] = i == 0   ? COLUMN_ASK
			   : key    ? (i == h->n - 1 ? COLUMN_RIGHT : COLUMN_CHOICE)
			   : i == 1 ? COLUMN_RIGHT
				    : COLUMN_WRONG;
		h->number[i] = (uint8_t)i;
	}
	making_say(s->m, "N724", s->table.rows[0].at,
		   "no line names the columns: read as the question, %s",
		   key ? "its answers, and which of them is right"
		       : "the right answer, and wrong ones")
		->help =
		key ? "begin the file with a line such as: "
		      "question,answer 1,answer 2,answer 3,answer 4,right"
		    : "begin the file with a line such as: question,right,wrong,wrong,wrong";
}

static void tell_foreign(struct sheet *s, const struct row *head)
{
	for (int i = 0; i < COLUMNS; i++) {
		const char *name = head ? table_cell(head, i) : "";
		if (!s->foreign[i])
			continue;
		if (*name)
			making_say(s->m, "W714", head->at,
				   "the column '%s' is not known here, and does not come along",
				   diag_quote(name, strlen(name)).s);
		else
			making_say(s->m, "W714", s->foreign[i]->at,
				   "column %d has no name, and does not come along", i + 1);
	}
	if (s->foreign[COLUMNS])
		making_say(s->m, "W714", s->foreign[COLUMNS]->at,
			   "only the first %d columns come along", COLUMNS);
}

/* correct_answer, correctAnswer */
static bool is_program_name(const char *s)
{
	for (; *s; s++)
		if (*s == '_' || (islower((unsigned char)*s) && isupper((unsigned char)s[1])))
			return true;
	return false;
}

static void read_rows(struct sheet *s)
{
	const struct row *rows = s->table.rows;
	int head = find_head(&s->head, &s->table);

	s->first = head + 1;
	if (head < 0)
		guess_head(s);
	else if (head > 0)
		making_say(s->m, "N724", rows[head].at,
			   "here the columns are named; what stands above is not read");
	if (s->first == s->table.n)
		return;
	s->offers_nothing = true;
	for (int i = 0; i < s->head.n; i++) {
		s->by_program =
			s->by_program || (head >= 0 && is_program_name(table_cell(&rows[head], i)));
		s->named[i] = head >= 0 && *table_cell(&rows[head], i);
		if (s->head.is[i] == COLUMN_CHOICE || s->head.is[i] == COLUMN_CHOICES)
			s->offers_nothing = false;
	}
	sheet_find_naming(s);
	for (int i = s->first; i < s->table.n; i++)
		row_take(s, &rows[i]);
	tell_foreign(s, head >= 0 ? &rows[head] : NULL);
}

static void read_table(struct making *m, char separator)
{
	struct sheet s = {.m = m};
	size_t from = skip_sep(m->source, &separator);

	if (!separator)
		separator = find_separator(m->source, from);
	if (table_read(&s.table, m->source, from, separator, INT_MAX) && s.table.n > 0)
		read_rows(&s);
	table_finish(&s.table);
}

void import_csv(struct making *m)
{
	read_table(m, '\0');
}

void import_tsv(struct making *m)
{
	read_table(m, '\t');
}
