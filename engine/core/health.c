#include "health.h"

#include <stdarg.h>
#include <stdio.h>

void health_add(struct health *h, enum health_level level, const char *what, const char *help,
		const char *format, ...)
{
	va_list rest;

	if (h->n == HEALTH_LINES)
		return;
	struct health_line *l = &h->line[h->n++];
	l->level = level;
	snprintf(l->what, sizeof l->what, "%s", what);
	snprintf(l->help, sizeof l->help, "%s", help);
	va_start(rest, format);
	vsnprintf(l->say, sizeof l->say, format, rest);
	va_end(rest);
}
