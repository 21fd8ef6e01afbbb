#include "typed.h"

#include <ctype.h>
#include <string.h>

static bool is_plain(const char *s)
{
	if (!*s || *s == '~')
		return false;
	for (; *s; s++)
		if (isascii((unsigned char)*s) && !isalnum((unsigned char)*s) &&
		    !strchr("-_./,:@%+~=", *s))
			return false;
	return true;
}

const char *typed_word(struct arena *a, const char *s)
{
	char *word, *to;

	if (is_plain(s))
		return s;
	to = word = arena_take(a, 4 * strlen(s) + sizeof "''");
	if (!word)
		return s;
	*to++ = '\'';
	for (; *s; s++)
		if (*s == '\'')
			to = stpcpy(to, "'\\''");
		else
			*to++ = *s;
	*to = '\'';
	return word;
}
