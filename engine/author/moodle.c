#include "moodle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_blank(char c)
{
	return strchr(" \t\r\n", c);
}

void moodle_topic(struct making *m, uint32_t at, const char *category, size_t n)
{
	static const char fill[] = "Default for ";
	char *part = malloc(n + 1), *s = part;
	size_t out = 0;
	int parts = 0;

	for (size_t i = 0; part && i < n; i++)
		if (category[i] != '/' || (i + 1 < n && category[i + 1] == '/' && (i++, true))) {
			if (out > 0 || !is_blank(category[i]))
				part[out++] = category[i];
		} else if (i + 1 < n) {
			parts++;
			out = 0;
		}
	if (!part)
		return;
	while (out > 0 && is_blank(part[out - 1]))
		out--;
	if (parts > 0 && out >= sizeof fill - 1 && strncasecmp(s, fill, sizeof fill - 1) == 0)
		s += sizeof fill - 1, out -= sizeof fill - 1;
	else if ((parts <= 1 && out == 3 && strncmp(s, "top", 3) == 0) ||
		 (parts == 0 && out > 2 && *s == '$' && s[out - 1] == '$'))
		out = 0;
	making_topic(m, at, s, out);
	free(part);
}

char *moodle_category(const struct text *topic)
{
	const char *s = topic ? topic->s : "";
	char *category = NULL;
	size_t n;
	FILE *out = open_memstream(&category, &n);

	if (!out)
		return NULL;
	fputs("$course$/top/", out);
	fputs(*s == '/' ? " " : "", out);
	fputs(strncasecmp(s, "Default for ", 12) == 0 ? "Default for " : "", out);
	for (; *s; s++)
		fputs(*s == '/' ? "//" : (char[]){*s, '\0'}, out);
	fclose(out);
	return category;
}
