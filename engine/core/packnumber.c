/* Values that are no text: numbers, times, levels and words, each as a number. */
#include "packbuild.h"

#include <string.h>

#include "packguess.h"

int build_read_number(const char *s, size_t n, int least, int most)
{
	int number = 0;

	if (n == 0 || n > 7)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		number = 10 * number + s[i] - '0';
	}
	return number >= least && number <= most ? number : -1;
}

/* 20, 20s, 2m, 1m30. */
static int read_time(const char *s, int least, int most)
{
	const char *m = strchr(s, 'm'), *rest = m ? m + 1 : s;
	size_t n = strlen(rest);
	int minutes = m ? build_read_number(s, (size_t)(m - s), 0, 60) : 0, seconds = 0;

	if (n > 1 && rest[n - 1] == 's')
		n--;
	if (n > 0 || !m)
		seconds = build_read_number(rest, n, 0, m ? 59 : most);
	if (minutes < 0 || seconds < 0)
		return -1;
	seconds += 60 * minutes;
	return seconds >= least && seconds <= most ? seconds : -1;
}

int build_number(const struct key_row *row, const char *s, size_t n)
{
	int word = row->words ? word_find(row->words, s) : -1;

	switch (row->type) {
	case TYPE_NUMBER: return build_read_number(s, n, row->least, row->most);
	case TYPE_TIME: return read_time(s, row->least, row->most);
	case TYPE_LEVEL:
		return word >= 0 ? 1 + 2 * word : build_read_number(s, n, row->least, row->most);
	default: return word;
	}
}

static const char *describe_values(struct build *b, const struct key_row *row)
{
	char list[100];

	switch (row->type) {
	case TYPE_NUMBER:
		return diag_text(b->diag, "it can be a whole number from %d to %d", row->least,
				 row->most);
	case TYPE_TIME: return "it can be seconds, as 20 or 1m30, up to an hour; 0 for no limit";
	case TYPE_LEVEL: return "it can be easy, medium or hard, or a number from 1 to 5";
	default:
		words_list(row->words, list, sizeof list);
		return diag_text(b->diag, "it can be %s", list);
	}
}

struct finding *build_say_value(struct build *b, const struct ini_value *v, const char *help)
{
	bool keeps = diag_keeps(b->diag, SEVERITY_ERROR);
	const char *like = keeps ? guess_value(b, v, &key_rows[v->key]) : NULL;
	struct finding *f = b->diag->n > 0 ? &b->diag->findings[b->diag->n - 1] : NULL;

	/* Of a line with a ':' for its '=' one finding is enough. */
	if (f && strcmp(f->code, "E117") == 0 && f->at.line == v->at.line)
		f->fix = NULL;
	else
		f = ini_say(b->text, SEVERITY_ERROR, "E312", v->at, v->n, "'%s' cannot be '%s'",
			    v->name, diag_quote(v->s, v->n).s);
	f->help = like ? like : help;
	return f;
}

int build_read_value(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	int number = build_number(row, v->s, v->n);

	if (number < 0)
		build_fix_word(b, build_say_value(b, v, describe_values(b, row)), v, row);
	return number;
}
