/* Which answer of a row is the right one: by number, by letter, or by its text. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "csvrow.h"

enum { TOKEN = 520, LOOKED_AT = 2000 /* rows */ };

/* Takes the next part up to one of `separators`, trimmed; false: there is none. */
static bool next_part(const char **s, const char *separators, char *out, size_t room)
{
	size_t n;

	*s += strspn(*s, " \t");
	if (!**s)
		return false;
	n = strcspn(*s, separators);
	snprintf(out, room, "%.*s", (int)n, *s);
	*s += n + ((*s)[n] != '\0');
	for (n = strlen(out); n > 0 && strchr(" \t\n", out[n - 1]);)
		out[--n] = '\0';
	return true;
}

static int find_text(const struct offer *o, const char *s)
{
	for (int i = 0; i < o->n; i++)
		if (strcmp(o->choices[i], s) == 0)
			return i;
	for (int i = 0; i < o->n; i++)
		if (strcasecmp(o->choices[i], s) == 0)
			return i;
	return -1;
}

static int find_number(const struct offer *o, int number)
{
	for (int i = 0; i < o->n; i++)
		if (o->numbers[i] == number)
			return i;
	return -1;
}

/* "Option B)", "option_b" and "option2": the last word counts, when it is a number or a letter. */
static const char *last_word(const char *part)
{
	const char *word = part, *end = part + strlen(part);

	for (const char *s = part; s < end; s++)
		if (*s == ' ' || *s == '_')
			word = s + 1;
	for (const char *s = word; s < end && isalpha((unsigned char)*s); s++)
		if (s - word >= 2 && isdigit((unsigned char)s[1]))
			return s + 1;
	return word;
}

static int find_named(const struct offer *o, const char *part, enum named_by by, bool from_zero)
{
	const char *word = last_word(part);
	size_t n;

	if (by == BY_TEXT)
		return find_text(o, part);
	word += *word == '(';
	n = strcspn(word, ").:");
	if (n == 0 || word[n + (word[n] != '\0')] != '\0')
		return -1;
	if (by == BY_LETTER)
		return n == 1 && isalpha((unsigned char)*word)
			       ? find_number(o, toupper((unsigned char)*word) - 'A' + 1)
			       : -1;
	if (n > 2 || strspn(word, "0123456789") < n)
		return -1;
	return find_number(o, atoi(word) + from_zero);
}

/* "AC": capitals alone. */
static uint32_t several_letters(const struct offer *o, const char *s)
{
	uint32_t named = 0;

	for (; isupper((unsigned char)*s); s++) {
		int i = find_number(o, *s - 'A' + 1);
		if (i < 0)
			return 0;
		named |= 1u << i;
	}
	return *s ? 0 : named;
}

static uint32_t named_in_parts(const struct offer *o, const char *s, enum named_by by,
			       const char *separators, bool from_zero)
{
	char part[TOKEN];
	uint32_t named = 0;
	int i;

	while (next_part(&s, separators, part, sizeof part)) {
		if ((i = find_named(o, part, by, from_zero)) < 0)
			return 0;
		named |= 1u << i;
	}
	return named;
}

uint32_t offer_named(const struct offer *o, const char *cell, enum named_by by, bool from_zero)
{
	int whole;
	uint32_t named;

	if (by == BY_TEXT && (whole = find_text(o, cell)) >= 0)
		return 1u << whole;
	named = named_in_parts(o, cell, by, by == BY_TEXT ? "|;\n" : ",;/|&+.\n", from_zero);
	if (named == 0 && by == BY_TEXT)
		named = named_in_parts(o, cell, by, ",", from_zero);
	if (named == 0 && by == BY_LETTER)
		named = several_letters(o, cell);
	return named;
}

static bool has_zero(const struct offer *o)
{
	for (int i = 0; i < o->nrights; i++)
		if (strcmp(o->rights[i], "0") == 0)
			return true;
	return false;
}

void sheet_find_naming(struct sheet *s)
{
	int good[NAMED_BY] = {0}, rows = 0, unclear = 0, best = BY_TEXT;
	bool numbered = false;

	for (int i = 0; i < s->head.n; i++)
		numbered = numbered || s->head.number[i] > 1;
	for (int pass = 0; pass < 2; pass++)
		for (int i = s->first; i < s->table.n && i < s->first + LOOKED_AT; i++) {
			struct offer o;
			uint32_t named[NAMED_BY];
			offer_read(&o, s, &s->table.rows[i]);
			if (o.nrights == 0 || o.n == 0)
				continue;
			if (pass ==
			    0) { /* numbers that begin at 0 count only where 0 is no choice */
				s->from_zero =
					s->from_zero || (has_zero(&o) && find_text(&o, "0") < 0);
				continue;
			}
			rows++;
			for (int by = 0; by < NAMED_BY; by++) {
				named[by] = offer_named(&o, o.rights[0], (enum named_by)by,
							s->from_zero);
				good[by] += named[by] != 0;
			}
			unclear += named[BY_TEXT] && named[BY_NUMBER] &&
				   named[BY_TEXT] != named[BY_NUMBER];
		}
	for (int by = BY_NUMBER; by < NAMED_BY; by++)
		if (good[by] > good[best] ||
		    (good[by] == good[best] && by == BY_NUMBER && numbered))
			best = by;
	s->named_by = good[best] * 2 < rows ? BY_ITSELF : (enum named_by)best;
	if (unclear > 0 && good[BY_TEXT] == good[BY_NUMBER])
		making_say(s->m, "N724", s->table.rows[s->first].at,
			   "the right answers are numbers, and so are answers themselves: read as "
			   "the %s",
			   best == BY_NUMBER ? "numbers of answers" : "answers themselves");
}
