#include "packpiece.h"

#include <string.h>
#include <strings.h>

#include "utf8.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

struct piece piece_trim(struct piece p)
{
	while (p.s < p.end && piece_blank(*p.s))
		p.s++;
	while (p.end > p.s && piece_blank(p.end[-1]))
		p.end--;
	return p;
}

bool piece_starts(struct piece p, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(p.end - p.s) >= n && strncasecmp(p.s, with, n) == 0;
}

bool piece_ends(struct piece p, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(p.end - p.s) >= n && memcmp(p.end - n, with, n) == 0;
}

bool piece_skip_one(struct piece *p, const char *const *marks)
{
	for (; *marks; marks++)
		if (piece_starts(*p, *marks)) {
			p->s += strlen(*marks);
			*p = piece_trim(*p);
			return true;
		}
	return false;
}

struct quote piece_quote(struct piece p)
{
	return diag_quote(p.s, (size_t)(p.end - p.s));
}

/* JSON's */
static struct piece *unquote(struct piece *p)
{
	if (p->end - p->s > 1 && *p->s == '"' && p->end[-1] == '"')
		*p = (struct piece){p->s + 1, p->end - 1};
	return p;
}

bool piece_split(struct piece line, struct piece *word, struct piece *text)
{
	for (const char *p = line.s; p < line.end; p++)
		if (*p == '=' || *p == ':') {
			*word = piece_trim((struct piece){line.s, p});
			*text = piece_trim((struct piece){p + 1, line.end});
			if (piece_ends(*text, ","))
				text->end--;
			unquote(text);
			return unquote(word)->s < word->end;
		}
	return false;
}

size_t piece_plain_word(struct piece word, char *out, size_t room)
{
	size_t n = 0;
	uint32_t code;

	while (word.s < word.end && n + 5 < room) {
		int step = utf8_decode(word.s, (size_t)(word.end - word.s), &code);
		word.s += step ? step : 1;
		if (utf8_invisible(code))
			continue;
		if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212)
			code = '-';
		if (code >= 0xff01 && code <= 0xff5e)
			code -= 0xff00 - 0x20;
		n += step ? (size_t)utf8_encode(code, out + n) : 0;
	}
	out[n] = '\0';
	return n;
}

bool piece_is_asking(struct piece p)
{
	return piece_ends(p, "?") || piece_ends(p, "？") || piece_ends(p, "؟") ||
	       (piece_ends(p, "{") && p.end - p.s > 1);
}

size_t piece_lettering(struct piece p)
{
	size_t n = piece_starts(p, "("), left = (size_t)(p.end - p.s);

	if (left < n + 3 || !is_letter(p.s[n]) || !strchr(n ? ")" : ").:", p.s[n + 1]) ||
	    !piece_blank(p.s[n + 2]))
		return 0;
	return n + 2;
}

size_t piece_numbering(struct piece p)
{
	const char *s = p.s + (piece_starts(p, "q") ? 1 : 0), *digits = s;

	while (s < p.end && is_digit(*s))
		s++;
	if (s == digits || p.end - s < 2 || !strchr(".):", s[0]) || is_digit(s[1]))
		return 0;
	return (size_t)(s - p.s) + 1;
}
