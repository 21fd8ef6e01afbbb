#include "fitletters.h"

#include <stdlib.h>
#include <string.h>

#include "iniread.h"
#include "lint.h"
#include "utf8.h"

enum { CODES = 0x110000 };

/* A character that is missing. */
struct lost {
	uint32_t code;
	int count;
	const struct question *q; /* the first one it is in; NULL: what is said of the pack */
};

struct letters {
	struct fonts *fonts;
	const struct question *q;   /* at hand */
	unsigned char known[CODES]; /* 0: not asked yet */
	struct lost *lost;
	int n, room;
	bool failed;
};

enum { UNKNOWN, FOUND, MISSING };

static uint32_t missing(struct fonts *fonts, const char *s, size_t n)
{
	static const enum face faces[] = {FACE_TEXT, FACE_SEMIBOLD}; /* regular and bold */
	uint32_t code = 0;

	for (int i = 0; !code && i < 2; i++)
		code = fonts_missing(fonts, faces[i], s, n);
	return code;
}

static void count(struct letters *l, uint32_t code)
{
	for (int i = 0; i < l->n; i++)
		if (l->lost[i].code == code) {
			l->lost[i].count++;
			return;
		}
	if (l->n == l->room) {
		int room = l->room ? 2 * l->room : 16;
		struct lost *more = realloc(l->lost, (size_t)room * sizeof *more);
		if (!more) {
			l->failed = true;
			return;
		}
		l->lost = more;
		l->room = room;
	}
	l->lost[l->n++] = (struct lost){code, 1, l->q};
}

static void read_string(struct letters *l, const char *s)
{
	size_t n = strlen(s), at = 0;
	bool plain = true;
	uint32_t code;

	while (at < n && plain)
		plain = !(s[at++] & 0x80);
	if (plain)
		return;
	code = missing(l->fonts, s, n); /* in its place, a mark with its letter */
	if (code)
		l->known[code] = MISSING;
	for (at = 0; at < n;) {
		int bytes = utf8_decode(s + at, n - at, &code);
		if (bytes > 1 && l->known[code] == UNKNOWN)
			l->known[code] = missing(l->fonts, s + at, (size_t)bytes) ? MISSING : FOUND;
		if (bytes > 1 && l->known[code] == MISSING)
			count(l, code);
		at += bytes > 0 ? (size_t)bytes : 1;
	}
}

static void read_text(struct letters *l, const struct text *t)
{
	if (t->s)
		read_string(l, t->s);
	for (const struct translation *m = t->more; m; m = m->next)
		read_string(l, m->s);
}

static void read_lines(struct letters *l, const struct lines *lines)
{
	for (; lines; lines = lines->next)
		read_text(l, &lines->text);
}

/* What it has from the question before it was read there. */
static void read_question(struct letters *l, const struct question *q,
			  const struct question *before)
{
	l->q = q;
	read_text(l, &q->ask);
	read_text(l, &q->hint);
	read_text(l, &q->why);
	read_text(l, &q->alt);
	read_text(l, &q->credit);
	if (q->topic && (!before || q->topic != before->topic))
		read_text(l, q->topic);
	if (!before || q->source != before->source)
		read_lines(l, q->source);
	for (int i = 0; i < q->nchoices && !q->statement; i++) {
		read_text(l, &q->choices[i].text);
		read_text(l, &q->choices[i].because);
		read_text(l, &q->choices[i].alt);
	}
}

static bool is_comment(const char *line, const char *end)
{
	while (line < end && ini_blank(*line))
		line++;
	return line < end && (*line == ';' || *line == '#');
}

/* Its first place from a line on, in no comment; of line 0: there is none. */
static struct textpos find(const struct ini_text *t, int from, const char *s, size_t n)
{
	const char *line = t->s, *end = t->s + t->n;

	for (int number = 1; line < end; number++) {
		const char *stop = memchr(line, t->newline, (size_t)(end - line));
		stop = stop ? stop : end;
		const char *at = number < from || is_comment(line, stop)
					 ? NULL
					 : memmem(line, (size_t)(stop - line), s, n);
		if (at)
			return (struct textpos){(uint32_t)(at - t->s), number};
		line = stop + 1;
	}
	return (struct textpos){0, 0};
}

static void say(struct entry *e, const struct lost *l)
{
	char s[4];
	size_t n = (size_t)utf8_encode(l->code, s);
	struct textpos at = find(e->text, l->q ? l->q->line : 1, s, n);

	if (at.line == 0) /* a topic's, above the question */
		at = find(e->text, 1, s, n);
	const char *often =
		l->count == 1 ? "" : diag_text(&e->diag, ", %d times in this pack", l->count);
	diag_help(&e->diag,
		  ini_say(e->text, SEVERITY_WARNING, "W643", at, n,
			  "no font on this machine has the character '%.*s' (U+%04X)%s", (int)n, s,
			  (unsigned)l->code, often),
		  "whoever plays sees a sign in its place: write it in another way, or install a "
		  "font that has it");
}

bool fitletters_find(struct entry *e, struct fonts *fonts)
{
	const struct pack *p = e->pack;
	struct letters *l = calloc(1, sizeof *l);

	if (!l)
		return false;
	l->fonts = fonts;
	if (lint_wants(e, NULL, "W643")) {
		read_text(l, &p->title);
		read_text(l, &p->about);
		read_lines(l, p->author);
	}
	for (int i = 0; i < p->nquestions; i++)
		if (lint_wants(e, &p->questions[i], "W643"))
			read_question(l, &p->questions[i], i > 0 ? &p->questions[i - 1] : NULL);
	for (int i = 0; i < l->n; i++)
		say(e, &l->lost[i]);
	bool good = !l->failed;
	free(l->lost);
	free(l);
	return good;
}
