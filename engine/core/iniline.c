#include "iniline.h"

#include <string.h>

#include "utf8.h"

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
				"this character is not stored as UTF-8 (its byte is 0x%02X)",
				(unsigned char)*bad)
				->help = "save the file again, with the encoding UTF-8";
			return;
		}
	}
	for (const char *p = s; p < end; p++) {
		unsigned char c = (unsigned char)*p;
		bool c1 = c == 0xc2 && end - p > 1 && (unsigned char)p[1] < 0xa0;
		if ((c >= 0x20 && c != 0x7f && !c1) || c == '\t')
			continue;
		ini_say(r->text, SEVERITY_ERROR, "E108", spot_at(r, p), 1,
			"there is an invisible control character (U+%04X) in this line",
			c1 ? (unsigned char)p[1] : c)
			->help = "delete it, or type the line anew";
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

/* The key's name stands in r->name. */
static void begin_value(struct reader *r, size_t n, int key, const char *key_at, size_t indent,
			const char *s, const char *end, int kinds)
{
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
			"this indented line was read as more of the text above; was '%s' meant?",
			meant)
			->help = diag_text(
			r->text->diag, "for a key, type: %s %.*s; for text, begin the line with |",
			meant, (int)(end - *mark), *mark);
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
			->help = diag_text(r->text->diag, "type: %.*s]", (int)(end - s), s);
	else if (close + 1 < end)
		ini_say(r->text, SEVERITY_ERROR, "E113", spot_at(r, close + 1),
			(size_t)(end - close) - 1, "there is text behind this header")
			->help = "move it to a line of its own; a comment begins with #";
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
	static const char more[] =
		"indent the line if it goes on with the text above, or begin it with # if it is a "
		"note";
	const char *word_end = s, *rest;
	char name[INI_KEY + 1];
	const char *equals = memchr(s, '=', (size_t)(end - s));
	size_t n = equals ? (size_t)(trim_end(s, equals) - s) : (size_t)(end - s);
	bool one_word = n > 0;

	for (size_t i = 0; i < n; i++)
		one_word = one_word && fold_byte(s[i]);
	while (word_end < end && word_end - s < INI_KEY && fold_byte(*word_end)) {
		name[word_end - s] = fold_byte(*word_end);
		word_end++;
	}
	name[word_end - s] = '\0';
	rest = skip_blanks(word_end, end);
	if (!equals)
		ini_say(r->text, SEVERITY_ERROR, "E109", spot_at(r, s), n,
			"there is no '=' in this line")
			->help = rest > word_end && r->events->key(r->events->ctx, name,
								   (size_t)(word_end - s)) >= 0
					 ? diag_text(r->text->diag, "type: %s = %.*s", name,
						     (int)(end - rest), rest)
					 : more;
	else if (n == 0)
		ini_say(r->text, SEVERITY_ERROR, "E110", spot_at(r, s), 1,
			"there is no key before this '='")
			->help = more;
	else if (one_word)
		ini_say(r->text, SEVERITY_ERROR, "E111", spot_at(r, s), n,
			"this key is %zu bytes long; at most %d are allowed", n, INI_KEY)
			->help = "make it shorter";
	else
		ini_say(r->text, SEVERITY_ERROR, "E110", spot_at(r, s), n,
			"what stands before this '=' is no key: letters, digits and '-'")
			->help = more;
}

/* A line that stands for itself: a key, or a mistake. */
static void read_key(struct reader *r, const char *s, const char *end, const char *start, int kinds)
{
	const char *mark = NULL;
	size_t n;
	int key;
	bool colon;

	iniread_finish_value(r);
	n = scan_key(s, end, r->name, &mark);
	key = n ? r->events->key(r->events->ctx, r->name, n) : -1;
	colon = n && *mark == ':';
	if (n == 0 || (colon && key < 0)) {
		if (!r->dropping)
			say_no_key(r, s, end);
		r->dropping = true;
		return;
	}
	if (colon)
		ini_say(r->text, SEVERITY_ERROR, "E117", spot_at(r, mark), 1,
			"a ':' stands where '=' belongs")
			->help = diag_text(r->text->diag, "type: %s = %.*s", r->name,
					   (int)(end - skip_blanks(mark + 1, end)),
					   skip_blanks(mark + 1, end));
	begin_value(r, n, key, s, (size_t)(s - start), mark + 1, end, kinds);
}

bool iniline_read(struct reader *r, const char *start, const char *line_end, char *out)
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
				->help = "if it is text, put | in front of it; if it is a comment, "
					 "indent it less";
		return false;
	}
	if (indented && r->open && is_continuation(r, s, end, &key, name, &nname, &mark)) {
		go_on(r, s, end, line_end, kinds);
	} else if (nname > 0) {
		iniread_finish_value(r);
		memcpy(r->name, name, sizeof name);
		begin_value(r, nname, key, s, (size_t)(s - start), mark + 1, end, kinds);
	} else if (*s == '[') {
		iniread_finish_value(r);
		read_header(r, s, end, out);
	} else {
		read_key(r, s, end, start, kinds);
	}
	if (kinds & (SCAN_HIGH | SCAN_CONTROL))
		check_bytes(r, s, end, kinds);
	return out[0] || r->piece;
}
