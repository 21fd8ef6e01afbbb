#include "diag.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

void diag_finish(struct diag *d)
{
	free(d->findings);
	arena_finish(&d->arena);
	*d = (struct diag){0};
}

/* Text for a finding: of one line, or of several. */
static char *copy_safely(struct diag *d, const char *s, size_t n)
{
	static const char stand_in[] = "\xef\xbf\xbd";
	char *out = arena_take(&d->arena, 3 * n + 1), *p = out;
	uint32_t code;

	for (size_t i = 0; out && i < n;) {
		int step = utf8_decode(s + i, n - i, &code);
		if (step && !utf8_unprintable(code)) {
			memcpy(p, s + i, (size_t)step);
			p += step;
		} else {
			memcpy(p, stand_in, 3);
			p += 3;
		}
		i += step ? (size_t)step : 1;
	}
	return out;
}

const char *diag_copy(struct diag *d, const char *s, size_t n)
{
	char *text = copy_safely(d, s, n);

	return text ? text : "";
}

/* On one line: what would begin another is a blank. */
static const char *copy_line(struct diag *d, const char *s, size_t n)
{
	char *text = copy_safely(d, s, n);

	for (char *p = text; p && (p = strchr(p, '\n'));)
		*p = ' ';
	return text ? text : "";
}

void diag_init(struct diag *d, const char *path)
{
	*d = (struct diag){0};
	d->path = copy_line(d, path, strlen(path));
}

static const char *format_text(struct diag *d, const char *format, va_list args)
{
	char *raw = NULL;
	const char *text;
	int n = vasprintf(&raw, format, args);

	if (n < 0)
		return "";
	text = copy_line(d, raw, (size_t)n);
	free(raw);
	return text;
}

struct quote diag_quote(const char *s, size_t n)
{
	struct quote q;
	uint32_t code;
	size_t at = 0;

	for (int count = 0; at < n && count < QUOTED; count++) {
		int step = utf8_decode(s + at, n - at, &code);
		at += step ? (size_t)step : 1;
	}
	memcpy(q.s, s, at);
	strcpy(q.s + at, at < n ? "…" : "");
	return q;
}

void diag_help(struct diag *d, struct finding *f, const char *format, ...)
{
	va_list args;

	if (f == &d->spare)
		return;
	va_start(args, format);
	f->help = format_text(d, format, args);
	va_end(args);
}

void diag_fix(struct diag *d, struct finding *f, uint32_t at, uint32_t n, const char *fix,
	      size_t nfix)
{
	if (f == &d->spare || utf8_bad(fix, nfix) < nfix)
		return;
	f->fix = arena_text(&d->arena, fix, nfix);
	f->fix_at = at;
	f->fix_n = n;
}

const char *diag_text(struct diag *d, const char *format, ...)
{
	const char *text;
	va_list args;

	va_start(args, format);
	text = format_text(d, format, args);
	va_end(args);
	return text;
}

bool diag_keeps(struct diag *d, enum severity severity)
{
	int *firm = &d->firm[severity], most = diag_most(d);

	if (d->n < most)
		return true;
	if (severity == SEVERITY_NOTE)
		return false;
	while (*firm < most && d->findings[most - 1 - *firm].severity >= severity)
		++*firm;
	return *firm < most;
}

static struct finding *place_for_one(struct diag *d, enum severity severity)
{
	if (!diag_keeps(d, severity))
		return &d->spare;
	if (d->n == diag_most(d))
		return &d->findings[d->n - 1 - d->firm[severity]];
	if (d->n == d->room) {
		int room = d->room ? 2 * d->room : 8;
		struct finding *grown = realloc(d->findings, (size_t)room * sizeof *grown);
		if (!grown)
			return &d->spare;
		d->findings = grown;
		d->room = room;
	}
	return &d->findings[d->n++];
}

enum severity diag_severity(const char *code)
{
	return code[0] == 'E' ? SEVERITY_ERROR : code[0] == 'W' ? SEVERITY_WARNING : SEVERITY_NOTE;
}

struct finding *diag_add(struct diag *d, enum severity severity, const char *code, struct place at,
			 const char *format, ...)
{
	struct finding *f = place_for_one(d, severity);
	int *counts[] = {&d->notes, &d->warnings, &d->errors};
	va_list args;

	assert(diag_severity(code) == severity);
	(*counts[severity])++;
	*f = (struct finding){
		.severity = severity, .code = code, .at = at, .width = 1, .message = ""};
	if (f == &d->spare)
		return f;
	va_start(args, format);
	f->message = format_text(d, format, args);
	va_end(args);
	return f;
}

bool diag_raise(struct diag *d, int index, const char *code, const char *format, ...)
{
	struct finding *f = index < d->n ? &d->findings[index] : &d->spare;
	va_list args;

	if (f == &d->spare || f->severity != SEVERITY_WARNING)
		return false;
	assert(code[0] == 'E');
	d->warnings--;
	d->errors++;
	f->severity = SEVERITY_ERROR;
	f->code = code;
	va_start(args, format);
	f->message = format_text(d, format, args);
	va_end(args);
	return true;
}

void diag_forget(struct diag *d, int from)
{
	int *counts[] = {&d->notes, &d->warnings, &d->errors};

	d->n = from < d->n ? from : d->n;
	memset(d->firm, 0, sizeof d->firm);
	d->notes = d->warnings = d->errors = d->unsaid = 0;
	for (int i = 0; i < d->n; i++)
		(*counts[d->findings[i].severity])++;
}

void diag_ignore(struct diag *d, int from, const char *codes)
{
	int kept = from;

	for (int i = from; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		if (f->severity == SEVERITY_ERROR || !strcasestr(codes, f->code))
			d->findings[kept++] = *f;
		else if (f->severity == SEVERITY_WARNING)
			d->warnings--;
		else
			d->notes--;
	}
	if (kept < d->n) {
		d->n = kept;
		memset(d->firm, 0, sizeof d->firm);
	}
}

/* Those of one place stay as they came. */
static int compare_lines(const void *one, const void *other)
{
	const struct finding *a = *(struct finding *const *)one,
			     *b = *(struct finding *const *)other;

	if (a->at.line != b->at.line)
		return a->at.line < b->at.line ? -1 : 1;
	return a->at.column != b->at.column ? a->at.column - b->at.column : (a > b) - (a < b);
}

/* Where memory is short, they stay as they came. */
void diag_sort(struct diag *d)
{
	struct finding *sorted = malloc((size_t)d->n * sizeof *sorted);
	const struct finding **order = malloc((size_t)d->n * sizeof *order);

	for (int i = 0; order && i < d->n; i++)
		order[i] = &d->findings[i];
	if (sorted && order && d->n > 1) {
		qsort(order, (size_t)d->n, sizeof(*order), compare_lines);
		for (int i = 0; i < d->n; i++)
			sorted[i] = *order[i];
		memcpy(d->findings, sorted, (size_t)d->n * sizeof *sorted);
	}
	free(sorted);
	free(order);
	memset(d->firm, 0, sizeof d->firm);
}

const struct code *diag_code(const char *code)
{
	for (const struct code *c = diag_codes; c->code; c++)
		if (strcmp(c->code, code) == 0)
			return c;
	return NULL;
}
