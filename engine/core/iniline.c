/* What a line is: a comment, a header, a key, or more of a value. */
#include "iniline.h"

#include <string.h>

#include "utf8.h"

const char iniline_folded[256] =
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"\0\0\0\0\0\0\0\0\0\0\0\0\0-.\0"
	"0123456789\0\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0-\0abcdefghijklmnopqrstuvwxyz";

/* A word that could be a key, up to its mark, folded into out; its bytes, or 0 where the line is
 * none. */
static size_t scan_key(struct line *l, char out[INI_KEY + 1])
{
	const char *s = l->s, *end = l->end;
	size_t n = 0;

	for (char c; s < end && n < INI_KEY && (c = fold_byte(*s)); s++)
		out[n++] = c;
	s = skip_blanks(s, end);
	if (n == 0 || s == end || (*s != '=' && *s != ':'))
		return 0;
	out[n] = '\0';
	l->mark = s;
	l->text = s + 1 + (*s == ':' && s + 1 < end && s[1] == '=');
	return n;
}

static void give_value(struct reader *r, const char *s, const char *end, int kinds)
{
	r->piece = s;
	r->piece_end = end;
	r->kinds = kinds;
	r->line_at = iniline_at(r, s);
}

/* The key's name stands in r->name. */
static void begin_value(struct reader *r, const struct line *l)
{
	const char *s = skip_blanks(l->text, l->end);

	r->value = (struct ini_value){.key = l->key,
				      .name = r->name,
				      .nname = l->nname,
				      .key_at = iniline_at(r, l->s),
				      .at = iniline_at(r, s)};
	r->key_indent = (size_t)(l->s - l->start);
	r->open = true;
	r->too_long = r->dropping = false;
	r->first = true;
	r->join = JOIN_NONE;
	give_value(r, s, l->end, l->kinds);
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
static bool is_continuation(struct reader *r, struct line *l)
{
	const char *meant, *text = skip_blanks(l->s + 1, l->end);

	if (*l->s == '[' && l->end[-1] == ']' &&
	    r->events->header(r->events->ctx, text, (size_t)(l->end - 1 - text)))
		return false;
	l->nname = scan_key(l, l->name);
	if (l->nname == 0)
		return true;
	l->key = r->events->key(r->events->ctx, l->name, l->nname);
	if (l->key >= 0 && *l->mark == '=')
		return false;
	if (l->key < 0 && *l->mark == ':')
		return true;
	meant = r->events->nearest(r->events->ctx, l->name, l->nname);
	if (!meant && l->key >= 0)
		meant = l->name;
	text = skip_blanks(l->text, l->end);
	if (meant)
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_WARNING, "W404", iniline_at(r, l->s), l->nname,
				  "this indented line was read as more of the text above; was '%s' "
				  "meant?",
				  meant),
			  "for a key, type: %s = %s; for text, begin the line with |", meant,
			  diag_quote(text, (size_t)(l->end - text)).s);
	return true;
}

/* The last bracket, unless another one opens behind the first that closes. */
static const char *find_close(const char *s, const char *end)
{
	const char *first = memchr(s, ']', (size_t)(end - s));

	if (first && !memchr(s + 1, '[', (size_t)(first - s) - 1) &&
	    memchr(first, '[', (size_t)(end - first)))
		return first;
	return memrchr(s, ']', (size_t)(end - s));
}

static void read_header(struct reader *r, const char *s, const char *end, char *out)
{
	const char *close = find_close(s, end);
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
	r->stopped =
		!r->events->section(r->events->ctx, from, (size_t)(to - from), iniline_at(r, s));
	if (r->stopped)
		return;
	if (!close)
		inisay_open(r, s, end);
	else if (close + 1 < end)
		inisay_text_behind(r, close + 1, end);
	else if ((size_t)(to - from) > INI_HEADER &&
		 utf8_length(from, (size_t)(to - from)) > INI_HEADER)
		ini_say(r->text, SEVERITY_ERROR, "E114", iniline_at(r, s), (size_t)(end - s),
			"this header has %d characters between its brackets; at most %d are "
			"allowed",
			utf8_length(from, (size_t)(to - from)), INI_HEADER)
			->help = "make it shorter";
}

/* A line that stands for itself: a key, or a mistake. */
static void read_key(struct reader *r, struct line *l)
{
	bool colon;

	l->nname = scan_key(l, r->name);
	l->key = l->nname ? r->events->key(r->events->ctx, r->name, l->nname) : -1;
	colon = l->nname && *l->mark == ':';
	if (l->nname == 0 || (colon && l->key < 0)) {
		inisay_no_key(r, l->s, l->end);
		r->dropping = true;
		return;
	}
	if (colon)
		inisay_colon(r, l);
	begin_value(r, l);
}

/* A comment is looked at, and not handed on. */
static void read_comment(struct reader *r, const struct line *l)
{
	size_t indent = (size_t)(l->s - l->start);

	if (l->kinds & (SCAN_HIGH | SCAN_CONTROL))
		inibytes_check(r, l->s, l->end, l->kinds, true);
	if (r->open && indent > r->key_indent)
		ini_say(r->text, SEVERITY_WARNING, "W405", iniline_at(r, l->s),
			(size_t)(l->end - l->s),
			"this line is a comment, though it may be meant as text")
			->help = "if it is text, put | in front of it; if it is a comment, "
				 "indent it less";
}

/* `[x] Lima` and `[ ] Quito` are lists of other programs. */
static bool is_tick(const char *s, const char *end)
{
	return end - s > 3 && s[2] == ']' && strchr("xX ", s[1]);
}

bool iniline_read(struct reader *r, const char *start, const char *line_end, char *out)
{
	const char *s = skip_blanks(start, line_end), *end = trim_end(s, line_end);
	struct line l;

	if (s == end) {
		r->dropping = false;
		return false;
	}
	out[0] = '\0';
	l.start = start;
	l.s = s;
	l.end = end;
	l.kinds = inibytes_scan(s, (size_t)(end - s));
	l.nname = 0;
	if (*s == '#' || *s == ';') {
		read_comment(r, &l);
		return false;
	}
	if (s > start && r->open && is_continuation(r, &l)) {
		go_on(r, s, end, line_end, l.kinds);
	} else if (!iniread_finish_value(r)) {
		return false;
	} else if (l.nname > 0) {
		memcpy(r->name, l.name, l.nname + 1);
		begin_value(r, &l);
	} else if (*s == '[' && !is_tick(s, end)) {
		read_header(r, s, end, out);
	} else {
		read_key(r, &l);
	}
	if (l.kinds & (SCAN_HIGH | SCAN_CONTROL))
		inibytes_check(r, s, end, l.kinds, false);
	return out[0] || r->piece;
}
