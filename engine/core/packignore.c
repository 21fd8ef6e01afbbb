/* `lint-ignore`: codes of findings that are to be left alone. */
#include <string.h>
#include <strings.h>

#include "packbuild.h"

enum { CODE = 4 /* letters of one */ };

/* A letter for a figure that looks the same. */
static char figure(char c)
{
	return c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : c;
}

/* The code with these three figures, whatever its letter is; or NULL. */
static const char *code_like(const char *s, size_t n)
{
	char figures[CODE];

	if (n == CODE)
		s++, n--;
	if (n != CODE - 1)
		return NULL;
	for (size_t i = 0; i < n; i++)
		figures[i] = figure(s[i]);
	for (const struct code *c = diag_codes; c->code; c++)
		if (memcmp(c->code + 1, figures, n) == 0)
			return c->code;
	return NULL;
}

static bool is_code(const char *s, size_t n)
{
	for (const struct code *c = diag_codes; c->code; c++)
		if (n == CODE && strncasecmp(c->code, s, n) == 0)
			return true;
	return false;
}

static void say_no_code(struct build *b, const char *s, size_t n, struct textpos at)
{
	const char *like = code_like(s, n);
	struct finding *f = ini_say(b->text, SEVERITY_WARNING, "W411", at, n,
				    "no finding has the code '%s'", diag_quote(s, n).s);

	f->help = like ? diag_text(b->diag, "did you mean %s?", like)
		       : "the code of a finding stands in brackets behind it, as in: N602";
}

void build_check_ignored(struct build *b, const struct ini_value *v)
{
	static const char between[] = ", \t\n;";
	const char *there = b->text->s + v->at.offset;
	struct textpos at = v->at;

	for (size_t i = 0, n; i < v->n; i += n) {
		n = strspn(v->s + i, between);
		i += n;
		n = strcspn(v->s + i, between);
		if (at.offset != v->key_at.offset && memcmp(there + i, v->s + i, n) == 0)
			at.offset = v->at.offset + (uint32_t)i;
		else /* in a line further down */
			at = v->key_at;
		if (n > 0 && !is_code(v->s + i, n))
			say_no_code(b, v->s + i, n, at);
	}
}
