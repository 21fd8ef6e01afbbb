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

void health_join(struct health *h, const struct health *more)
{
	for (int i = 0; i < more->n; i++)
		health_add(h, more->line[i].level, more->line[i].what, more->line[i].help, "%s",
			   more->line[i].say);
	if (more->px_per_mm > 0)
		h->px_per_mm = more->px_per_mm;
	if (more->stick.there)
		h->stick = more->stick;
	h->back |= more->back;
	h->taken |= more->taken;
	h->plays_today += more->plays_today;
	h->finished_today += more->finished_today;
}
