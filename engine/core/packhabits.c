/* What other programs take for something else, and a pack shows as it was typed. */
#include <string.h>
#include <strings.h>

#include "packbuild.h"

enum { LONGEST = 8000 /* bytes of a text that fits on a screen, at most */ };

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A tag such as <b>, </sub> or <br/>: its bytes, or 0. The last '>' of the text; NULL: it has none.
 */
static size_t tag_length(const char *s, const char *last)
{
	static const char *const tags[] = {"b",   "i",    "u",    "em",  "strong", "br",  "p",
					   "div", "span", "font", "sub", "sup",    "img", "a",
					   "ul",  "li",   "ol",   "h1",  "h2",     "h3",  "table",
					   "td",  "tr",   "code", "tt",  "small",  NULL};
	const char *name = s + 1 + (s[0] == '<' && s[1] == '/');
	char word[8] = "";
	size_t n = 0;

	if (s[0] != '<' || !last || s > last)
		return 0;
	while (n < sizeof word && !strchr(" \t/>", name[n])) /* or its end */
		n++;
	if (n == 0 || n == sizeof word)
		return 0;
	memcpy(word, name, n);
	return word_find(tags, word) >= 0 ? (size_t)(strchr(s, '>') + 1 - s) : 0;
}

/* An entity such as &amp; or &#233;: its bytes, or 0. */
static size_t entity_length(const char *s)
{
	size_t n = 1;

	if (s[0] != '&')
		return 0;
	while (n < 10 &&
	       (is_letter(s[n]) || (s[n] >= '0' && s[n] <= '9') || (n == 1 && s[n] == '#')))
		n++;
	return n > 2 && s[n] == ';' ? n + 1 : 0;
}

/* [so](http://...): its bytes, or 0. */
static size_t link_length(const char *s)
{
	const char *end = s[0] == '[' ? strchr(s, ']') : NULL;

	end = end && strncmp(end, "](http", 6) == 0 ? strchr(end, ')') : NULL;
	return end ? (size_t)(end + 1 - s) : 0;
}

/* **so** or `so`, or a link: its bytes, or 0. */
static size_t markdown_length(const char *s)
{
	size_t mark = strncmp(s, "**", 2) == 0 ? 2 : s[0] == '`' ? 1 : 0;
	const char *end;

	if (s[0] == '[')
		return link_length(s);
	if (mark == 0 || s[mark] == '\0' || strchr(" *`", s[mark]))
		return 0;
	end = mark == 2 ? strstr(s + mark, "**") : strchr(s + mark, '`');
	return end && end[-1] != ' ' ? (size_t)(end - s) + mark : 0;
}

/* \n, \: or a line's last \; not that of C:\. */
static size_t escape_length(const char *text, const char *s)
{
	if (s[0] != '\\' || (s > text && s[-1] == ':'))
		return 0;
	return s[1] == '\0' || s[1] == ' ' ? 1 : 2;
}

/* Where it is in the file: the first line of a value stands there as it is. */
static struct textpos spot(const struct build *b, const struct ini_value *v, size_t at)
{
	if (memcmp(b->text->s + v->at.offset, v->s, at + 1) != 0)
		return v->key_at;
	return (struct textpos){v->at.offset + (uint32_t)at, v->at.line};
}

static void say(struct build *b, const struct ini_value *v, size_t at, size_t n, const char *what,
		const char *help)
{
	ini_say(b->text, SEVERITY_NOTE, "N506", spot(b, v, at), n, "the player sees %s", what)
		->help = help;
}

/* Marks of other programs, from a byte of the value on. */
static void note_markup(struct build *b, const struct ini_value *v, size_t from)
{
	static const char *const plain = "delete it: a pack has no markup";
	const char *last = strrchr(v->s + from, '>');

	for (size_t i = from; i < v->n; i += 1 + strcspn(v->s + i + 1, "<&*\\`[")) {
		const char *s = v->s + i;
		size_t n;
		if ((n = tag_length(s, last)))
			say(b, v, i, n, "this HTML as it stands", plain);
		else if ((n = entity_length(s)))
			say(b, v, i, n, "this HTML as it stands",
			    "type the character itself that is meant, as in: & < > é");
		else if ((n = markdown_length(s)))
			say(b, v, i, n, "these marks of Markdown as they stand", plain);
		else if ((n = escape_length(v->s, s)))
			say(b, v, i, n, "this backslash",
			    "if it is not meant, delete it; for a new line, begin the next line "
			    "with "
			    "blanks and |");
		if (n > 0) /* one of a text is enough */
			return;
	}
}

/* A '=' or '>' that a value begins with. */
static void note_mark(struct build *b, const struct ini_value *v)
{
	const char *mark = b->text->s + v->at.offset - 1;

	if (*mark != '=' || v->n < 2)
		return;
	diag_help(b->diag,
		  ini_say(b->text, SEVERITY_NOTE, "N506", v->at, 1,
			  "the player sees this '%c' too, before the text", v->s[0]),
		  "if it is not meant, type: %s = %s", v->name,
		  diag_quote(v->s + 1 + strspn(v->s + 1, " "), v->n - 1 - strspn(v->s + 1, " ")).s);
}

/* A pair of quotes around the whole, and none of them inside: their bytes. */
static bool find_quotes(const struct ini_value *v, size_t *opening, size_t *closing)
{
	static const char *const pairs[][2] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"„", "“"},
					       {"„", "”"},   {"‘", "’"}, {"«", "»"}, {"»", "«"}};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const char *close;
		*opening = strlen(pairs[i][0]);
		*closing = strlen(pairs[i][1]);
		if (strncmp(v->s, pairs[i][0], *opening) != 0)
			continue;
		close = strstr(v->s + *opening, pairs[i][1]);
		if (close && close + *closing == v->s + v->n)
			return true;
	}
	return false;
}

/* Of a text with one double quote alone, at its first or at its last: the bytes of it, or 0. An
 * apostrophe is no sign, nor is 12" as a measure. */
static size_t find_half(const char *s, size_t n, size_t *at)
{
	static const char *const marks[] = {"\"", "“", "”", "„", "«", "»"};
	size_t found = 0;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t width = strlen(marks[i]);
		const char *mark = strstr(s, marks[i]);
		if (!mark)
			continue;
		*at = (size_t)(mark - s);
		if (found > 0 || (*at > 0 && *at + width < n) || strstr(mark + width, marks[i]) ||
		    (*at > 0 && s[*at - 1] >= '0' && s[*at - 1] <= '9'))
			return 0;
		found = width;
	}
	return found;
}

/* Whether its first or its last bytes may be a double quote's: nearly no text's are. */
static bool may_be_half(const char *s, size_t n)
{
	return s[0] == '"' || s[n - 1] == '"' || memcmp(s, "\xe2\x80", 2) == 0 ||
	       memcmp(s + n - 3, "\xe2\x80", 2) == 0 || memcmp(s, "\xc2", 1) == 0 ||
	       memcmp(s + n - 2, "\xc2", 1) == 0;
}

static void note_half(struct build *b, const struct ini_value *v)
{
	size_t at = 0, n = find_half(v->s, v->n, &at), from = at > 0 ? 0 : n, rest = v->n - n;

	while (rest > 0 && v->s[from + rest - 1] == ' ')
		rest--;
	if (n > 0)
		diag_help(b->diag,
			  ini_say(b->text, SEVERITY_NOTE, "N504", spot(b, v, at), n,
				  "the player sees this one quote, which has no other"),
			  "if it is not meant, type: %s = %s", v->name,
			  diag_quote(v->s + from, rest).s);
}

static void note_quotes(struct build *b, const struct ini_value *v)
{
	size_t opening, closing;

	if (v->n < 3)
		return;
	if (((unsigned char)v->s[0] < 0x80 && v->s[0] != '"' && v->s[0] != '\'') ||
	    !find_quotes(v, &opening, &closing)) {
		if (may_be_half(v->s, v->n))
			note_half(b, v);
		return;
	}
	diag_help(b->diag,
		  ini_say(b->text, SEVERITY_NOTE, "N504", v->at, opening,
			  "the player sees the quotes around this text too"),
		  "if they are not meant, type: %s = %s", v->name,
		  diag_quote(v->s + opening, v->n - opening - closing).s);
}

/* Where there are two of these marks in a text, they are most likely meant. */
static void note_comment(struct build *b, const struct ini_value *v)
{
	size_t mark = strcspn(v->s, ";#"), end = mark;

	if (mark == 0 || mark + 1 >= v->n || v->s[mark - 1] != ' ' || v->s[mark + 1] != ' ' ||
	    mark + 1 + strcspn(v->s + mark + 1, ";#") < v->n)
		return;
	while (end > 0 && v->s[end - 1] == ' ')
		end--;
	diag_help(b->diag,
		  ini_say(b->text, SEVERITY_NOTE, "N505", spot(b, v, mark), 1,
			  "the player sees the '%c' in this text, and what stands behind it",
			  v->s[mark]),
		  "a comment has a line of its own; without it, type: %s = %s", v->name,
		  diag_quote(v->s, end).s);
}

void build_note_habits(struct build *b, const struct ini_value *v)
{
	bool prose = v->key == KEY_WHY || v->key == KEY_BECAUSE || v->key == KEY_HINT;
	size_t mark;

	if (!prose && v->key != KEY_ASK && v->key != KEY_RIGHT && v->key != KEY_WRONG)
		return;
	if (v->n > LONGEST)
		return;
	note_quotes(b, v);
	if (v->s[0] == '=' || v->s[0] == '>')
		note_mark(b, v);
	mark = strcspn(v->s, ";#<&*\\`[");
	if (mark == v->n) /* nearly every text ends here */
		return;
	if (!prose) /* where a ';' between two thoughts is at home */
		note_comment(b, v);
	note_markup(b, v, mark);
}
