/* The texts of a cell, as people and programs write them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "csvrow.h"
#include "htmltags.h"

/* "What&#039;s", as programs for web sites write their texts into tables; an entity that stands
 * apart from words is what a question on HTML is about. */
static bool has_entities(const char *s, size_t n)
{
	uint32_t code;

	for (size_t i = 0, bytes; i < n; i++)
		if (s[i] == '&' && (bytes = html_entity(s + i, n - i, &code)) > 0 &&
		    ((i > 0 && isalnum((unsigned char)s[i - 1])) ||
		     (i + bytes < n && isalnum((unsigned char)s[i + bytes]))))
			return true;
	return false;
}

static const char *clean_part(struct sheet *s, const char *from, size_t n)
{
	char *plain = s->by_program && has_entities(from, n) ? html_entities(from, n) : NULL;
	const char *text =
		plain ? making_text(s->m, plain, strlen(plain)) : making_text(s->m, from, n);

	free(plain);
	return text;
}

const char *cell_clean(struct sheet *s, const char *cell)
{
	return *cell ? clean_part(s, cell, strlen(cell)) : "";
}

void cell_add(const char **list, int *n, int most, const char *s, bool *too_many)
{
	if (!*s)
		return;
	*too_many = *too_many || *n == most;
	if (*n < most)
		list[(*n)++] = s;
}

static size_t skip_blanks(const char *s, size_t i)
{
	return i + strspn(s + i, " \t\n");
}

/* The text in quotes at s, whose escapes are undone into `out`; 0: there is none, else how many
 * bytes it has with its quotes. */
static size_t read_quoted(const char *s, char *out)
{
	size_t i = 1;

	if (*s != '"' && *s != '\'')
		return 0;
	for (; s[i] && s[i] != *s; i++) {
		i += s[i] == '\\' && s[i + 1];
		*out++ = s[i];
	}
	*out = '\0';
	return s[i] ? i + 1 : 0;
}

/* ["one", 'two'], as programs write lists; false: it is none. */
static bool split_list(struct sheet *s, const char *cell, const char **list, int *n, int most,
		       bool *too_many)
{
	int before = *n;
	char *part = *cell == '[' ? malloc(strlen(cell) + 1) : NULL;
	size_t i = skip_blanks(cell, 1), bytes = 1;

	while (part && (bytes = read_quoted(cell + i, part)) > 0) {
		cell_add(list, n, most, cell_clean(s, part), too_many);
		i = skip_blanks(cell, i + bytes);
		if (cell[i] != ',')
			break;
		i = skip_blanks(cell, i + 1);
	}
	bytes = part && bytes > 0 && cell[i] == ']' && !cell[skip_blanks(cell, i + 1)];
	free(part);
	*n = bytes ? *n : before;
	return bytes;
}

/* Several texts in one cell: a list, or one a line, else with | or ; or, at last, commas between.
 */
void cell_split(struct sheet *s, const char *cell, const char **list, int *n, int most,
		bool *too_many)
{
	static const char marks[] = "\n|;,";
	const char *mark = marks;

	if (split_list(s, cell, list, n, most, too_many))
		return;
	while (mark[1] && !strchr(cell, *mark))
		mark++;
	for (const char *end; *cell; cell = *end ? end + 1 : end) {
		end = strchrnul(cell, *mark);
		cell_add(list, n, most, clean_part(s, cell, (size_t)(end - cell)), too_many);
	}
}
