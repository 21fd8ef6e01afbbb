/* Which question of a file is meant by a line of it, and what is to be said about it. */
#include "preview.h"

#include <string.h>
#include <strings.h>

#include "iniread.h"

/* A header begins its line; indented it may be text that goes on, unless it names a question. */
static bool is_header(const char *s, const char *end, bool *question)
{
	const char *bracket = s;

	while (bracket < end && ini_blank(*bracket))
		bracket++;
	if (bracket == end || *bracket != '[')
		return false;
	bool indented = bracket > s;
	for (bracket++; bracket < end && ini_blank(*bracket);)
		bracket++;
	*question = end - bracket >= 8 && strncasecmp(bracket, "question", 8) == 0;
	return *question || !indented;
}

struct section preview_section(const struct ini_text *t, int line)
{
	struct section at = {0, 0, false};
	const char *s = t ? t->s : NULL, *end = s ? s + t->n : NULL;
	bool question;

	for (int n = 1; s && s < end; n++) {
		const char *stop = memchr(s, t->newline, (size_t)(end - s));
		const char *next = stop ? stop + 1 : end;
		if (is_header(s, stop ? stop : end, &question)) {
			if (n > line)
				break;
			at = (struct section){n, n, question};
		}
		at.last = n;
		s = next;
	}
	return at;
}

static bool is_here(const struct app *app, const struct finding *f)
{
	int line = f->at.line;

	return app->preview.first > 0 && line >= app->preview.first && line <= app->preview.last;
}

/* Of a question that can't be shown, its errors; where none is its own, all that there are. Else
 * what is to be said of the question, and the errors of others. */
int preview_findings(const struct app *app, const struct finding **out, int most)
{
	const struct diag *d = &app->o.library->entries[0].diag;
	int n = 0;

	for (int here = 1; here >= 0; here--) {
		for (int i = 0; i < d->n; i++) {
			const struct finding *f = &d->findings[i];
			bool error = f->severity == SEVERITY_ERROR;
			if (is_here(app, f) != here || (!error && (!here || app->preview.old)))
				continue;
			if (n++ < most)
				out[n - 1] = f;
		}
		if (app->preview.old && n > 0)
			break;
	}
	return n;
}

bool preview_tells(const struct app *app)
{
	const struct finding *one;

	return (app->preview.old ? !app->preview.put_away : app->preview.opened) &&
	       preview_findings(app, &one, 1) > 0;
}
