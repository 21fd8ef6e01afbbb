#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "giftanswers.h"

const char *gift_read_mark(struct gift_reader *g, const char *s, size_t *n)
{
	static const struct mark {
		const char *name;
		bool plain, folds;
	} marks[] = {{"[html]", false, true},
		     {"[markdown]", false, true},
		     {"[plain]", true, false},
		     {"[moodle]", false, false},
		     {"[auto]", false, false}};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t length = strlen(marks[i].name);
		if (*n < length || strncasecmp(s, marks[i].name, length) != 0)
			continue;
		g->plain = marks[i].plain;
		g->folds = marks[i].folds;
		*n -= length;
		return s + length;
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
	bool tex = !g->plain && has_tex(s, n), folds = g->folds && !memmem(s, n, "<pre", 4);
	char *to = out;

	for (; s < end; s++) {
		if (*s == '\n' && folds) {
			*to++ = ' ';
		} else if (*s != '\\' || s + 1 == end) {
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

const char *gift_text(const struct gift_reader *g, const char *s, size_t n)
{
	char *copy = malloc(n + 1);
	const char *text = "";

	if (!copy)
		return text;
	n = unescape(g, copy, s, n);
	text = g->plain ? making_text(g->m, copy, n) : making_html(g->m, copy, n);
	free(copy);
	return text;
}
