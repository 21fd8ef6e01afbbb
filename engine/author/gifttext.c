#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "giftanswers.h"

const char *gift_read_mark(struct gift_reader *g, const char *s, size_t *n)
{
	static const struct mark {
		const char *name;
		bool plain, folds, markdown;
	} marks[] = {{"[html]", false, true, false},
		     {"[markdown]", false, true, true},
		     {"[plain]", true, false, false},
		     {"[moodle]", false, false, false},
		     {"[auto]", false, false, false}};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t length = strlen(marks[i].name);
		if (*n < length || strncasecmp(s, marks[i].name, length) != 0)
			continue;
		g->plain = marks[i].plain;
		g->folds = marks[i].folds;
		g->markdown = marks[i].markdown;
		*n -= length;
		return s + length;
	}
	return s;
}

const char *gift_skip_kind(const char *s, const char *end, enum gift_kind *kind)
{
	static const struct {
		const char *name;
		enum gift_kind is;
	} kinds[] = {
		{"SHORTANSWER", GIFT_TYPED},
		{"SA", GIFT_TYPED},
		{"MW", GIFT_TYPED},
		{"NUMERICAL", GIFT_TYPED},
		{"NM", GIFT_TYPED},
		{"MULTICHOICE", GIFT_ONE},
		{"MC", GIFT_ONE},
		{"MULTIRESPONSE", GIFT_SEVERAL},
		{"MR", GIFT_SEVERAL},
	};
	const char *p = s, *word;

	while (p < end && isspace((unsigned char)*p))
		p++;
	while (p < end && isdigit((unsigned char)*p))
		p++;
	if (p == end || *p != ':')
		return s;
	for (word = ++p; p < end && (isalpha((unsigned char)*p) || *p == '_');)
		p++;
	for (size_t i = 0; p < end && *p == ':' && i < sizeof kinds / sizeof *kinds; i++)
		if (strncasecmp(word, kinds[i].name, strlen(kinds[i].name)) == 0) {
			if (kind)
				*kind = kinds[i].is;
			return p + 1;
		}
	return s;
}

/* `\nabla` and the like in TeX, which is no end of line. */
static bool is_tex_word(const char *s, const char *end)
{
	static const char *const words[] = {"nabla", "ne",      "neq",     "neg",       "nu",
					    "not",   "notin",   "ni",      "nmid",      "nleq",
					    "ngeq",  "nexists", "natural", "nsubseteq", NULL};
	size_t n = 0;

	while (s + n < end && isalpha((unsigned char)s[n]))
		n++;
	for (int i = 0; words[i]; i++)
		if (strlen(words[i]) == n && strncmp(words[i], s, n) == 0)
			return true;
	return false;
}

static bool has_tex(const char *s, size_t n)
{
	return memchr(s, '$', n) || memmem(s, n, "\\(", 2) || memmem(s, n, "\\[", 2);
}

static size_t unescape(const struct gift_reader *g, char *out, const char *s, size_t n)
{
	const char *end = s + n;
	bool tex = !g->plain && has_tex(s, n);
	char *to = out;

	for (; s < end; s++) {
		if (*s != '\\' || s + 1 == end) {
			*to++ = *s;
		} else if (s[1] == 'n' && !(tex && is_tex_word(s + 1, end))) {
			*to++ = '\n';
			s++;
		} else {
			if (strchr("~=#{}:\\", s[1]))
				s++;
			*to++ = *s;
		}
	}
	return (size_t)(to - out);
}

static bool has_tag(const char *s, size_t n)
{
	const char *last = memrchr(s, '>', n);

	for (; last && s < last && (s = memchr(s, '<', (size_t)(last - s))); s++)
		if (last - s > 1 && (isalpha((unsigned char)s[1]) || strchr("/!", s[1])))
			return true;
	return false;
}

/* An end of line is one, but where tags make them. */
static bool keeps_lines(const char *s)
{
	return !strcasestr(s, "<p") && !strcasestr(s, "<br") && !strcasestr(s, "<div") &&
	       !strcasestr(s, "<li") && !strcasestr(s, "<t");
}

static const char *read_html(const struct gift_reader *g, char *s, size_t n)
{
	char *marked, *to;
	const char *text;

	s[n] = '\0';
	if (g->folds || !keeps_lines(s) || !memchr(s, '\n', n))
		return making_html(g->m, s, n);
	marked = to = malloc(4 * n + 1);
	for (size_t i = 0; marked && i < n; i++)
		if (s[i] == '\n')
			to = stpcpy(to, "<br>");
		else
			*to++ = s[i];
	text = marked ? making_html(g->m, marked, (size_t)(to - marked)) : "";
	free(marked);
	return text;
}

/* Without tags it is to the letter, but for entities and lines that fold. */
static const char *read_letters(const struct gift_reader *g, char *s, size_t n)
{
	char *plain;
	const char *text;

	for (size_t i = 0; i < n && g->folds; i++)
		s[i] = s[i] == '\n' ? ' ' : s[i];
	if (g->plain || !memchr(s, '&', n))
		return making_text(g->m, s, n);
	plain = html_entities(s, n);
	text = plain ? making_text(g->m, plain, strlen(plain)) : "";
	free(plain);
	return text;
}

/* Something in it is bold, in italics, code or a link. */
static bool has_signs(const char *s, size_t n)
{
	const char *star = memchr(s, '*', n);

	return (star && memchr(star + 1, '*', n - (size_t)(star + 1 - s))) ||
	       memmem(s, n, "__", 2) || memchr(s, '`', n) || memmem(s, n, "](", 2);
}

const char *gift_text(const struct gift_reader *g, const char *s, size_t n)
{
	char *copy = malloc(n + 1);
	const char *text;

	if (!copy)
		return "";
	n = unescape(g, copy, s, n);
	if (g->markdown && has_signs(copy, n))
		making_lost(g->m,
			    "the look that its Markdown has (the signs for it stay in the text)");
	text = !g->plain && has_tag(copy, n) ? read_html(g, copy, n) : read_letters(g, copy, n);
	free(copy);
	return text;
}
