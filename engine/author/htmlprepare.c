/* HTML as people type it, made such that libxml2 takes everything for what it is. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "htmltags.h"

/* More tags than any question has, and a longer one than any but a picture in itself. */
enum { TAGS = 4096, TAG_BYTES = 2048 };

/* Where a tag ends, behind its '>'; '>' in quotes is not its end. 0: it has none. */
static size_t tag_bytes(const char *s, size_t n)
{
	const char *end = memchr(s, '>', n), *quote;
	char mark = '\0';

	if (!end)
		return 0;
	quote = memchr(s, '=', (size_t)(end - s));
	if (!quote)
		return (size_t)(end - s) + 1;
	for (const char *p = quote; p < s + n; p++) {
		if (mark)
			mark = *p == mark ? '\0' : mark;
		else if (*p == '>')
			return (size_t)(p - s) + 1;
		else if ((*p == '"' || *p == '\'') && (p[-1] == '=' || p[-1] == ' '))
			mark = *p;
	}
	return (size_t)(end - s) + 1; /* an odd quote */
}

/* A comment or a declaration, in bytes; 0: it is none. */
static size_t remark_bytes(const char *s, size_t n)
{
	const char *end;

	if (n >= 4 && memcmp(s, "<!--", 4) == 0) {
		end = memmem(s + 4, n - 4, "-->", 3);
		return end ? (size_t)(end - s) + 3 : 0;
	}
	if (n < 3 || (s[1] != '!' && s[1] != '?') || (!isalpha((unsigned char)s[2]) && s[2] != '['))
		return 0;
	end = memchr(s, '>', n);
	return end ? (size_t)(end - s) + 1 : 0;
}

static size_t name_bytes(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (isalnum((unsigned char)s[i]) || s[i] == ':'))
		i++;
	return i;
}

/* "a<b and c>d": nobody writes tags of one letter like that. */
static bool is_comparison(const char *s, size_t n, size_t name)
{
	return name == 1 && (s[2] == ' ' || s[2] == '\t') && !memchr(s, '=', n) &&
	       s[2 + strspn(s + 2, " \t\n")] != '>' && s[2 + strspn(s + 2, " \t\n")] != '/';
}

/* A '<' that begins neither a tag nor a remark is text. */
static size_t prepare_tag(FILE *out, const char *s, size_t n, int *tags)
{
	size_t slash = n > 1 && s[1] == '/', bytes, name;

	if (n > 1 && (s[1] == '!' || s[1] == '?') && (*tags)++ < TAGS &&
	    (bytes = remark_bytes(s, n)) > 0)
		return bytes;
	name = name_bytes(s + 1 + slash, n - 1 - slash);
	if (*tags >= TAGS || !tags_find(s + 1 + slash, name) ||
	    ((*tags)++, bytes = tag_bytes(s, n)) == 0 ||
	    (!slash && is_comparison(s, bytes, name))) {
		fputs("&lt;", out);
		return 1;
	}
	if (bytes <= TAG_BYTES) {
		fwrite(s, 1, bytes, out);
	} else {
		fwrite(s, 1, 1 + slash + name, out);
		fputs(">", out);
	}
	return bytes;
}

/* The text as libxml2 takes it for what it is: every tag known, no entity but three. */
char *html_prepare(const char *s, size_t n)
{
	char *ready = NULL;
	size_t length;
	FILE *out = open_memstream(&ready, &length);
	uint32_t code;
	int tags = 0;

	for (size_t i = 0, step; out && i < n; i += step) {
		step = 1;
		if (s[i] == '<') {
			step = prepare_tag(out, s + i, n - i, &tags);
		} else if (s[i] == '&') {
			step = html_entity(s + i, n - i, &code);
			if (step == 0 || code == '&')
				fputs("&amp;", out);
			else if (code == '<' || code == '>')
				fputs(code == '<' ? "&lt;" : "&gt;", out);
			else
				html_put(out, code);
			step += step == 0;
		} else if (s[i] != '\0' && s[i] != '\r') {
			putc(s[i], out);
		}
	}
	if (out)
		fclose(out);
	return ready;
}
