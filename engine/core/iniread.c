#include "iniread.h"

#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include "iniline.h"

/* Around each piece, so that inih finds neither blanks to trim nor a comment; SEMICOLON travels for
 * ';'. */
enum { GUARD = 0x1f, SEMICOLON = 0x1e };

static bool make_room(struct reader *r, size_t bytes)
{
	size_t room = r->room ? r->room : 4096;
	char *grown;

	while (room < bytes)
		room *= 2;
	if (room == r->room)
		return true;
	grown = realloc(r->buffer, room);
	if (!grown)
		return false;
	r->buffer = grown;
	r->room = room;
	return true;
}

/* The handler's half: undoes the guards and appends. */
static int take_piece(void *user, const char *section, const char *name, const char *s)
{
	struct reader *r = user;
	size_t n = r->given, at = r->value.n;
	char *out;

	(void)section;
	if (!name || !r->awaited || s[0] != GUARD || s[n + 1] != GUARD)
		return 1;
	r->awaited = false;
	if (r->too_long)
		return 1;
	if (at + n + (r->join != JOIN_NONE) > INI_VALUE || !make_room(r, at + n + 2)) {
		r->too_long = true;
		ini_say(r->text, SEVERITY_ERROR, "E115", r->value.key_at, r->value.nname,
			"the text behind '%s' is longer than 1 MiB (%d bytes)", r->value.name,
			INI_VALUE)
			->help = "make it shorter";
		return 1;
	}
	if (r->join != JOIN_NONE && at > 0)
		r->buffer[at++] = r->join == JOIN_LINE ? '\n' : ' ';
	r->join = JOIN_NONE;
	out = r->buffer + at;
	memcpy(out, s + 1, n);
	if (r->kinds & SCAN_SEMICOLON)
		for (char *p = out; (p = memchr(p, SEMICOLON, (size_t)(out + n - p)));)
			*p = ';';
	r->value.n = at + n;
	return 1;
}

bool iniread_finish_value(struct reader *r)
{
	if (!r->open)
		return true;
	r->open = false;
	if (r->too_long)
		return true;
	while (r->value.n > 0 && memchr(" \t\n", r->buffer[r->value.n - 1], 3))
		r->value.n--;
	r->buffer[r->value.n] = '\0';
	r->value.s = r->buffer;
	r->stopped = !r->events->value(r->events->ctx, &r->value);
	return !r->stopped;
}

/* Puts a key or a blank, then as much of the line as the buffer holds between guards. */
static char *give_piece(struct reader *r, char *out, int room)
{
	const char *s = r->piece;
	size_t n = (size_t)(r->piece_end - s), most;
	char *p = out;

	if (r->first) {
		memcpy(p, r->name, r->value.nname);
		p += r->value.nname;
		*p++ = '=';
	} else {
		*p++ = ' ';
	}
	*p++ = GUARD;
	/* After the text: a guard, a newline, a NUL, and one byte never used, or a line looks too
	 * long. */
	most = (size_t)room - (size_t)(p - out) - 4;
	if (n > most) {
		n = most;
		while (n > most - 3 && ((unsigned char)s[n] & 0xc0) == 0x80)
			n--;
	}
	memcpy(p, s, n);
	if (r->kinds & SCAN_CONTROL) /* the value is condemned, unless it was a tab */
		for (size_t i = 0; i < n; i++)
			if ((unsigned char)p[i] < 0x20 && p[i] != '\t')
				p[i] = '?';
	if (r->kinds & SCAN_SEMICOLON)
		for (char *q = p; (q = memchr(q, ';', (size_t)(p + n - q)));)
			*q = SEMICOLON;
	p += n;
	memcpy(p, "\x1f\n", 3);
	r->piece += n;
	r->first = false;
	r->given = n;
	r->awaited = true;
	if (r->piece == r->piece_end)
		r->piece = NULL;
	return out;
}

static void say_rejected(struct reader *r)
{
	r->awaited = false;
	ini_say(r->text, SEVERITY_ERROR, "E116", r->line_at, 1, "libinih did not take this line")
		->help = "write it in another way, and report it: every line should be taken";
}

/* inih's fgets. */
static char *next_line(char *out, int room, void *stream)
{
	struct reader *r = stream;

	if (r->awaited)
		say_rejected(r);
	if (r->piece)
		return give_piece(r, out, room);
	while (r->at < r->end && !r->stopped) {
		const char *start = r->at;
		const char *stop = memchr(start, r->text->newline, (size_t)(r->end - start));
		bool given = iniline_read(r, start, stop ? stop : r->end, out);
		r->at = stop ? stop + 1 : r->end;
		r->line++;
		if (given)
			return r->piece ? give_piece(r, out, room) : out;
	}
	if (!r->stopped)
		iniread_finish_value(r);
	return NULL;
}

/* Puts how many more there were into what was said of the first. */
static void count_bad_lines(struct diag *d, const struct bad_lines *b, const char *what)
{
	for (int i = 0; i < d->n && b->n > 1; i++) {
		struct finding *f = &d->findings[i];
		if (f->at.line == b->first && strcmp(f->code, b->code) == 0)
			f->message = diag_text(d, "%s, and %d more %s%s such bytes", f->message,
					       b->n - 1, what, b->n == 2 ? " has" : "s have");
	}
}

bool ini_read(const struct ini_text *t, const struct ini_events *events)
{
	struct reader r = {.text = t, .events = events, .at = t->s, .end = t->s + t->n, .line = 1};

	if (make_room(&r, 1))
		ini_parse_stream(next_line, &r, take_piece, &r);
	else
		diag_add(t->diag, SEVERITY_ERROR, "E102", (struct place){0, 0},
			 "there is not enough memory to read this file");
	count_bad_lines(t->diag, &r.bad_lines[0], "line");
	count_bad_lines(t->diag, &r.bad_lines[1], "comment");
	free(r.buffer);
	return !r.stopped;
}
