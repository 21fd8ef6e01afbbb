#include "iniread.h"

#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

/* Around each piece, so that inih finds neither blanks to trim nor a comment; SEMICOLON travels for
 * ';'. */
enum { GUARD = 0x1f, SEMICOLON = 0x1e };

enum join { JOIN_NONE, JOIN_SPACE, JOIN_LINE };

struct reader {
	const struct ini_text *text;
	const struct ini_events *events;
	const char *at, *end; /* the next line; the end of the text */
	const char *last;     /* of the text's eight bytes in a row, the last */
	int line;             /* of `at`, from 1 */
	int sections;
	bool greeted;

	/* What is still to go through inih of the line at hand. */
	const char *piece, *piece_end;
	bool first;     /* the next piece begins with the key */
	bool escaped;   /* the line has a ';' */
	enum join join; /* goes before the next piece */
	size_t given;   /* bytes of the piece that went in */
	bool awaited;   /* and has not come out yet */
	struct spot line_at;

	/* The value at hand. */
	bool open, too_long;
	bool dropping; /* the line before was no key: more of the same is the same mistake */
	struct ini_value value;
	size_t key_indent;
	char name[INI_KEY + 1];
	char *buffer;
	size_t room;
};

static struct spot spot_at(const struct reader *r, const char *p)
{
	return (struct spot){(uint32_t)(p - r->text->s), r->line};
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static const char *skip_blanks(const char *p, const char *end)
{
	while (p < end && is_blank(*p))
		p++;
	return p;
}

static const char *trim_end(const char *p, const char *end)
{
	while (end > p && (is_blank(end[-1]) || end[-1] == '\r'))
		end--;
	return end;
}

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
			"the value of '%s' is longer than %d bytes", r->value.name, INI_VALUE)
			->help = "make it shorter";
		return 1;
	}
	if (r->join != JOIN_NONE && at > 0)
		r->buffer[at++] = r->join == JOIN_LINE ? '\n' : ' ';
	r->join = JOIN_NONE;
	out = r->buffer + at;
	memcpy(out, s + 1, n);
	if (r->escaped)
		for (char *p = out; (p = memchr(p, SEMICOLON, (size_t)(out + n - p)));)
			*p = ';';
	r->value.n = at + n;
	return 1;
}

static void finish_value(struct reader *r)
{
	if (!r->open)
		return;
	r->open = false;
	while (r->value.n > 0 &&
	       (is_blank(r->buffer[r->value.n - 1]) || r->buffer[r->value.n - 1] == '\n'))
		r->value.n--;
	r->buffer[r->value.n] = '\0';
	r->value.s = r->buffer;
	r->events->value(r->events->ctx, &r->value);
}

/* Puts `key=` or a blank, then as much of the line as the buffer holds between guards. */
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
	if (r->escaped)
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

enum { SCAN_HIGH = 1, SCAN_CONTROL = 2, SCAN_SEMICOLON = 4 };

/* What kinds of bytes a line has, eight at a time. `last` is where eight bytes can be read for the
 * last time. */
static int scan_line(const char *s, size_t n, const char *last)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u, blanks = 0x20 * ones;
	uint64_t high = 0, controls = 0, semicolons = 0, word, rest;

	for (; n > 0; s += sizeof word) {
		if (s <= last) {
			memcpy(&word, s, sizeof word);
		} else {
			word = blanks;
			memcpy(&word, s, n < sizeof word ? n : sizeof word);
		}
		if (n < sizeof word) { /* what is behind the line does not count */
			rest = ~(uint64_t)0 << 8 * n;
			word = (word & ~rest) | (blanks & rest);
			n = sizeof word;
		}
		high |= word;
		controls |= (word - blanks) & ~word;
		controls |= ((word ^ 0x7f * ones) - ones) & ~(word ^ 0x7f * ones);
		semicolons |= ((word ^ ';' * ones) - ones) & ~(word ^ ';' * ones);
		n -= sizeof word;
	}
	return (high & tops ? SCAN_HIGH : 0) | (controls & tops ? SCAN_CONTROL : 0) |
	       (semicolons & tops ? SCAN_SEMICOLON : 0);
}

/* Says the first byte of a line that is no text. */
static void check_bytes(const struct reader *r, const char *s, const char *end, int kinds)
{
	if (kinds & SCAN_HIGH) {
		const char *bad = s + utf8_bad(s, (size_t)(end - s));
		if (bad < end) {
			ini_say(r->text, SEVERITY_ERROR, "E107", spot_at(r, bad), 1,
				"the byte 0x%02X is not UTF-8", (unsigned char)*bad)
				->help = "save the file as UTF-8";
			return;
		}
	}
	for (const char *p = s; p < end; p++) {
		unsigned char c = (unsigned char)*p;
		bool c1 = c == 0xc2 && end - p > 1 && (unsigned char)p[1] < 0xa0;
		if ((c >= 0x20 && c != 0x7f && !c1) || c == '\t')
			continue;
		ini_say(r->text, SEVERITY_ERROR, "E108", spot_at(r, p), 1,
			"a control character (U+%04X) stands in this line",
			c1 ? (unsigned char)p[1] : c)
			->help = "delete it";
		return;
	}
}

/* A byte of a key in lower case, '-' for '_'; 0 where it can't be in one. */
static char fold_byte(char c)
{
	static const char folded[256] =
		"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
		"\0\0\0\0\0\0\0\0\0\0\0\0\0-.\0"
		"0123456789\0\0\0\0\0\0"
		"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0-\0abcdefghijklmnopqrstuvwxyz";

	return folded[(unsigned char)c];
}

/* A word that could be a key, up to '=' or ':', folded into out; its bytes, or 0 where the line is
 * none. */
static size_t scan_key(const char *s, const char *end, char out[INI_KEY + 1], const char **mark)
{
	size_t n = 0;

	for (char c; s < end && n < INI_KEY && (c = fold_byte(*s)); s++)
		out[n++] = c;
	s = skip_blanks(s, end);
	if (n == 0 || s == end || (*s != '=' && *s != ':'))
		return 0;
	out[n] = '\0';
	*mark = s;
	return n;
}

static void give_value(struct reader *r, const char *s, const char *end, int kinds)
{
	r->piece = s;
	r->piece_end = end;
	r->escaped = (kinds & SCAN_SEMICOLON) != 0;
	r->line_at = spot_at(r, s);
}

static void begin_value(struct reader *r, const char *name, size_t n, int key, const char *key_at,
			size_t indent, const char *s, const char *end, int kinds)
{
	memcpy(r->name, name, n + 1);
	s = skip_blanks(s, end);
	r->value = (struct ini_value){.key = key,
				      .name = r->name,
				      .nname = n,
				      .key_at = spot_at(r, key_at),
				      .at = spot_at(r, s)};
	r->key_indent = indent;
	r->open = true;
	r->too_long = r->dropping = false;
	r->first = true;
	r->join = JOIN_NONE;
	give_value(r, s, end, kinds);
}

static void go_on(struct reader *r, const char *s, const char *end, const char *line_end, int kinds)
{
	if (*s == '|') {
		r->join = JOIN_LINE;
		s++;
		end = line_end;
		while (end > s && end[-1] == '\r')
			end--;
	} else {
		r->join = JOIN_SPACE;
	}
	give_value(r, s, end, kinds);
}

/* An indented line: a key or a header the caller knows, or more of the value. */
static bool is_continuation(struct reader *r, const char *s, const char *end, int *key,
			    char name[INI_KEY + 1], size_t *nname, const char **mark)
{
	const char *meant;

	if (*s == '[' && end[-1] == ']' &&
	    r->events->header(r->events->ctx, s + 1, (size_t)(end - s) - 2))
		return false;
	*nname = scan_key(s, end, name, mark);
	if (*nname == 0 || **mark != '=')
		return true;
	*key = r->events->key(r->events->ctx, name, *nname);
	if (*key >= 0)
		return false;
	meant = r->events->nearest(r->events->ctx, name, *nname);
	if (meant)
		ini_say(r->text, SEVERITY_WARNING, "W404", spot_at(r, s), *nname,
			"this indented line goes on with the value above; or was '%s' meant?",
			meant)
			->help = diag_text(
			r->text->diag, "for a key: %s =; for text: begin the line with |", meant);
	return true;
}

static void read_header(struct reader *r, const char *s, const char *end, char *out)
{
	const char *close = memrchr(s, ']', (size_t)(end - s));
	const char *from = skip_blanks(s + 1, close ? close : end);
	const char *to = trim_end(from, close ? close : end);

	r->sections++;
	r->dropping = false;
	out[0] = '[';
	int n = 0;
	for (int rest = r->sections; rest > 0; rest /= 10)
		n++;
	out[n + 1] = ']';
	out[n + 2] = '\n';
	out[n + 3] = '\0';
	for (int rest = r->sections, i = n; i > 0; i--, rest /= 10)
		out[i] = (char)('0' + rest % 10);
	r->events->section(r->events->ctx, from, (size_t)(to - from), spot_at(r, s));
	if (!close)
		ini_say(r->text, SEVERITY_ERROR, "E112", spot_at(r, s), (size_t)(end - s),
			"this header has no closing bracket")
			->help = diag_text(r->text->diag, "%.*s]", (int)(end - s), s);
	else if (close + 1 < end)
		ini_say(r->text, SEVERITY_ERROR, "E113", spot_at(r, close + 1),
			(size_t)(end - close) - 1, "there is text behind this header")
			->help = "a header stands alone on its line, and so does a comment";
	else if ((size_t)(to - from) > INI_HEADER &&
		 utf8_length(from, (size_t)(to - from)) > INI_HEADER)
		ini_say(r->text, SEVERITY_ERROR, "E114", spot_at(r, s), (size_t)(end - s),
			"this header has %d characters between its brackets; at most %d are "
			"allowed",
			utf8_length(from, (size_t)(to - from)), INI_HEADER)
			->help = "make it shorter";
}

/* A line that is neither a key nor more of a value. */
static void say_no_key(struct reader *r, const char *s, const char *end)
{
	const char *equals = memchr(s, '=', (size_t)(end - s));
	size_t n = equals ? (size_t)(trim_end(s, equals) - s) : (size_t)(end - s);
	bool one_word = n > 0;

	for (size_t i = 0; i < n; i++)
		one_word = one_word && fold_byte(s[i]);
	if (!equals)
		ini_say(r->text, SEVERITY_ERROR, "E109", spot_at(r, s), n,
			"there is no '=' in this line")
			->help =
			"KEY = VALUE; or indent the line if it goes on with the value above";
	else if (n == 0)
		ini_say(r->text, SEVERITY_ERROR, "E110", spot_at(r, s), 1,
			"there is no key before this '='")
			->help =
			"KEY = VALUE; or indent the line if it goes on with the value above";
	else if (one_word)
		ini_say(r->text, SEVERITY_ERROR, "E111", spot_at(r, s), n,
			"this key is %zu bytes long; at most %d are allowed", n, INI_KEY)
			->help = "make it shorter";
	else
		ini_say(r->text, SEVERITY_ERROR, "E110", spot_at(r, s), n,
			"what stands before this '=' is not a key: letters, digits and '-'")
			->help = "indent the line if it goes on with the value above";
}

/* A line that stands for itself: a key, or a mistake. */
static void read_key(struct reader *r, const char *s, const char *end, const char *start, int kinds)
{
	char name[INI_KEY + 1];
	const char *mark = NULL;
	size_t n = scan_key(s, end, name, &mark);
	int key = n ? r->events->key(r->events->ctx, name, n) : -1;
	bool colon = n && *mark == ':';

	finish_value(r);
	if (n == 0 || (colon && key < 0)) {
		if (!r->dropping)
			say_no_key(r, s, end);
		r->dropping = true;
		return;
	}
	if (colon)
		ini_say(r->text, SEVERITY_ERROR, "E117", spot_at(r, mark), 1,
			"a ':' stands where '=' belongs")
			->help = diag_text(r->text->diag, "%s = %.*s", name,
					   (int)(end - skip_blanks(mark + 1, end)),
					   skip_blanks(mark + 1, end));
	begin_value(r, name, n, key, s, (size_t)(s - start), mark + 1, end, kinds);
}

/* True where the line goes to inih: as a header in out, or as pieces. */
static bool read_line(struct reader *r, const char *start, const char *line_end, char *out)
{
	const char *s = skip_blanks(start, line_end);
	const char *end = trim_end(s, line_end), *mark;
	char name[INI_KEY + 1];
	bool indented = s > start;
	size_t nname = 0;
	int key = -1, kinds;

	if (s == end)
		return false;
	out[0] = '\0';
	kinds = scan_line(s, (size_t)(end - s), r->last);
	if (*s == '#' || *s == ';') {
		if (kinds & (SCAN_HIGH | SCAN_CONTROL))
			check_bytes(r, s, end, kinds);
		if (r->open && indented && (size_t)(s - start) > r->key_indent)
			ini_say(r->text, SEVERITY_WARNING, "W405", spot_at(r, s), (size_t)(end - s),
				"this line is a comment, though it may be meant as text")
				->help = "| in front makes it text; less space in front makes it "
					 "plainly a comment";
		return false;
	}
	if (indented && r->open && is_continuation(r, s, end, &key, name, &nname, &mark)) {
		go_on(r, s, end, line_end, kinds);
	} else if (nname > 0) {
		finish_value(r);
		begin_value(r, name, nname, key, s, (size_t)(s - start), mark + 1, end, kinds);
	} else if (*s == '[') {
		finish_value(r);
		read_header(r, s, end, out);
	} else {
		read_key(r, s, end, start, kinds);
	}
	if (kinds & (SCAN_HIGH | SCAN_CONTROL))
		check_bytes(r, s, end, kinds);
	return out[0] || r->piece;
}

/* inih's fgets. */
static char *next_line(char *out, int room, void *stream)
{
	struct reader *r = stream;

	if (!r->greeted) { /* or inih would look for a byte-order mark in the first real line */
		r->greeted = true;
		memcpy(out, ";\n", 3);
		return out;
	}
	if (r->awaited)
		say_rejected(r);
	if (r->piece)
		return give_piece(r, out, room);
	while (r->at < r->end) {
		const char *start = r->at;
		const char *stop = memchr(start, r->text->newline, (size_t)(r->end - start));
		bool given = read_line(r, start, stop ? stop : r->end, out);
		r->at = stop ? stop + 1 : r->end;
		r->line++;
		if (given)
			return r->piece ? give_piece(r, out, room) : out;
	}
	finish_value(r);
	return NULL;
}

void ini_read(const struct ini_text *t, const struct ini_events *events)
{
	struct reader r = {.text = t, .events = events, .at = t->s, .end = t->s + t->n, .line = 1};

	r.last = t->n < 8 ? NULL : r.end - 8;
	if (make_room(&r, 1))
		ini_parse_stream(next_line, &r, take_piece, &r);
	else
		diag_add(t->diag, SEVERITY_ERROR, "E102", (struct place){0, 0},
			 "there is not enough memory to read this file");
	free(r.buffer);
}
