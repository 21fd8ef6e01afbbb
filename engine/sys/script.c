#include "script.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scriptstep.h"

static char *slurp(const char *path)
{
	FILE *in = fopen(path, "r");
	char *bytes = NULL;
	size_t n = 0;

	if (!in)
		return NULL;
	ssize_t got = getdelim(&bytes, &n, '\0', in);
	bool bad = ferror(in);
	fclose(in);
	if (got < 0 && !bad) { /* an empty file */
		free(bytes);
		return calloc(1, 1);
	}
	if (!bad)
		return bytes;
	free(bytes);
	return NULL;
}

/* Splits at blanks, in place; a backslash keeps the character after it. */
static int split(char *s, char **words)
{
	int n = 0;

	while (*(s += strspn(s, " \t\r"))) {
		char *to = s;
		if (words)
			words[n] = s;
		for (; *s && !strchr(" \t\r", *s); s++) {
			if (*s == '\\' && s[1])
				s++;
			if (words)
				*to++ = *s;
		}
		bool last = *s == '\0';
		if (words)
			*to = '\0';
		n++;
		if (last)
			break;
		s++;
	}
	return n;
}

/* The start line is taken out, so that playing never meets it. */
static bool read_start(struct script *s)
{
	char *line = s->bytes;

	if (strncmp(line, "start", 5) != 0 || !strchr(" \t\r\n", line[5]))
		return true;
	size_t n = strcspn(line, "\n");
	s->start = strndup(line, n);
	s->words = s->start ? calloc((size_t)split(s->start, NULL) + 1, sizeof(char *)) : NULL;
	if (!s->words)
		return false;
	s->nwords = split(s->start, s->words);
	memset(line, ' ', n);
	return true;
}

struct script *script_open(const char *path)
{
	struct script *s = calloc(1, sizeof(*s));

	if (!s)
		return NULL;
	s->path = path;
	s->bytes = slurp(path);
	s->now = script_first();
	if (s->bytes && read_start(s))
		return s;
	script_close(s);
	return NULL;
}

void script_close(struct script *s)
{
	if (!s)
		return;
	free(s->words);
	free(s->start);
	free(s->bytes);
	free(s->error);
	free(s);
}

int script_start(const struct script *s, char ***words)
{
	*words = s->words;
	return s->nwords;
}

const char *script_error(const struct script *s)
{
	return s->error ? s->error : "";
}

const char *script_help(int i, const char **name, const char **arguments)
{
	const struct scriptstep *step = &scriptsteps[i];

	*name = step->name;
	*arguments = step->arguments;
	return step->line;
}

struct event script_first(void)
{
	return (struct event){.kind = EVENT_TICK,
			      .unix_ms = 1767268800000}; /* 2026-01-01 12:00 UTC */
}

bool script_fail(struct script *s, const char *format, ...)
{
	FILE *out = open_memstream(&s->error, &s->error_n);
	va_list rest;

	if (!out)
		return false;
	fprintf(out, "%s:%d: ", s->path, s->line);
	va_start(rest, format);
	vfprintf(out, format, rest);
	va_end(rest);
	fputc('\n', out);
	if (!s->over) {
		const struct frame *f = app_frame(s->shell->app);
		fprintf(out, "  screen: %s, %d x %d\n", f->screen, f->w, f->h);
		for (int i = 0; i < f->nitems; i++)
			if (f->items[i].kind == ITEM_TEXT && f->items[i].s)
				fprintf(out, "  text: %s\n", f->items[i].s);
		for (int i = 0; i < f->nspots; i++) {
			const struct spot *spot = &f->spots[i];
			fprintf(out, "  can be pressed: %s%s, at %.0f %.0f\n", spot->label,
				spot->flags & SPOT_DISABLED ? " (disabled)" : "",
				spot->box.x + spot->box.w / 2, spot->box.y + spot->box.h / 2);
		}
	}
	fclose(out);
	return false;
}

static bool play(struct script *s, const char *line)
{
	size_t n = strcspn(line, " \t");

	for (const struct scriptstep *step = scriptsteps; step->name; step++) {
		if (strlen(step->name) != n || strncmp(step->name, line, n) != 0)
			continue;
		if (s->over && !step->after_end)
			return script_fail(s, "expected the program to run, but it has ended");
		return step->play(s, line + n + strspn(line + n, " \t"));
	}
	return script_fail(
		s, "expected a step, and '%.*s' is none; `stairwell help script` lists them",
		(int)n, line);
}

bool script_run(struct script *s, struct shell *shell, struct painter *painter)
{
	char *at = s->bytes;

	s->shell = shell;
	s->painter = painter;
	s->over = !shell_begin(shell, &s->now);
	while (*at) {
		char *line = at + strspn(at, " \t");
		size_t n = strcspn(line, "\n");
		at = line + n + (line[n] == '\n');
		s->line++;
		while (n > 0 && strchr(" \t\r", line[n - 1]))
			n--;
		line[n] = '\0';
		if (n > 0 && line[0] != '#' && !play(s, line))
			return false;
	}
	return true;
}
