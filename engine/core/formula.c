#include "formula.h"

#include <stddef.h>
#include <string.h>

/* The last four are the wide forms. */
bool formula_begins(const char *s)
{
	static const char *const signs[] = {"=",      "+",      "-",      "@",
					    "\uff1d", "\uff0b", "\uff0d", "\uff20"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strncmp(s, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

static bool is_number(const char *s)
{
	s += *s == '-' || *s == '+';
	return *s && !s[strspn(s, "0123456789.,")];
}

bool formula_is_guarded(const char *s)
{
	s += strspn(s, "'");
	return formula_begins(s) && !is_number(s);
}
