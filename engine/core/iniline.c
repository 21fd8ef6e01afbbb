#include "iniline.h"

#include <string.h>

#include "utf8.h"

static struct textpos spot_at(const struct reader *r, const char *p)
{
	return (struct textpos){(uint32_t)(p - r->text->s), r->line};
}

static void fix_spot(const struct reader *r, struct finding *f, const char *p, size_t n,
		     const char *fix)
{
	diag_fix(r->text->diag, f, (uint32_t)(p - r->text->s), (uint32_t)n, fix, strlen(fix));
}

static const char *skip_blanks(const char *p, const char *end)
{
	while (p < end && ini_blank(*p))
		p++;
	return p;
}

static const char *trim_end(const char *p, const char *end)
{
	while (end > p && (ini_blank(end[-1]) || end[-1] == '\r'))
		end--;
	return end;
}

/* What kinds of bytes a line has, eight at a time; the last eight may overlap those before. */
static int scan_line(const char *s, size_t n)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u, blanks = 0x20 * ones;
	uint64_t high = 0, controls = 0, semicolons = 0, word = blanks;
	const char *last = n < sizeof word ? s : s + n - sizeof word;

	for (;; s += sizeof word) {
		if (s > last)
			s = last;
		if (n < sizeof word)
			memcpy(&word, s, n);
		else
			memcpy(&word, s, sizeof word);
		high |= word;
		controls |= (word - blanks) & ~word;
		controls |= ((word ^ 0x7f * ones) - ones) & ~(word ^ 0x7f * ones);
		semicolons |= ((word ^ ';' * ones) - ones) & ~(word ^ ';' * ones);
		if (s == last)
			break;
	}
	return (high & tops ? SCAN_HIGH : 0) | (controls & tops ? SCAN_CONTROL : 0) |
	       (semicolons & tops ? SCAN_SEMICOLON : 0);
}

/* Says it once for the text: mostly every letter with an accent is stored that way. */
static void say_not_utf8(struct reader *r, const char *bad, bool comment)
{
	struct bad_lines *b = &r->bad_lines[comment];

	if (b->n++ > 0) {
		r->text->diag->unsaid += !comment;
		return;
	}
	b->first = r->line;
	b->code = comment ? "W408" : "E107";
	ini_say(r->text, comment ? SEVERITY_WARNING : SEVERITY_ERROR, b->code, spot_at(r, bad), 1,
		"this character is not stored as UTF-8 (its byte is 0x%02X)", (unsigned char)*bad)
		->help = "save the file again, with the encoding UTF-8: many editors offer it "
			 "where they ask for the file's name";
}

/* Bytes of the control character there; 0: it is none. */
static int control_at(const char *p, const char *end)
{
	unsigned char c = (unsigned char)*p;

	if (c == 0xc2 && end - p > 1 && (unsigned char)p[1] < 0xa0)
		return 2;
	return (c < 0x20 && c != '\t') || c == 0x7f;
}

/* Without them, the rest of the comment says the same. */
static void fix_comment(const struct reader *r, struct finding *f, const char *p, const char *end)
{
	struct diag *d = r->text->diag;
	char *clean = f == &d->spare ? NULL : arena_take(&d->arena, (size_t)(end - p) + 1);
	const char *start = p;
	size_t n = 0;

	if (!clean)
		return;
	while (p < end) {
		int control = control_at(p, end);
		if (control == 0)
			clean[n++] = *p;
		p += control ? control : 1;
	}
	diag_fix(d, f, (uint32_t)(start - r->text->s), (uint32_t)(end - start), clean, n);
}

/* Says the first byte of a line that is no text; in a comment it does no harm. */
static void check_bytes(struct reader *r, const char *s, const char *end, int kinds, bool comment)
{
	enum severity severity = comment ? SEVERITY_WARNING : SEVERITY_ERROR;

	if (kinds & SCAN_HIGH) {
		const char *bad = s + utf8_bad(s, (size_t)(end - s));
		if (bad < end) {
			say_not_utf8(r, bad, comment);
			return;
		}
	}
	for (const char *p = s; p < end; p++) {
		unsigned char c = (unsigned char)*p;
		int n = control_at(p, end);
		if (n == 0)
			continue;
		struct finding *f =
			ini_say(r->text, severity, comment ? "W408" : "E108", spot_at(r, p), 1,
				"there is an invisible control character (U+%04X) in this line",
				n > 1 ? (unsigned char)p[1] : c);
		f->help = "delete it, or type the line anew";
		if (comment)
			fix_comment(r, f, p, end);
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
	r->kinds = kinds;
	r->line_at = spot_at(r, s);
}

/* A line that may be a key. */
struct line {
	const char *start, *s, *end; /* with its indent; its text */
	int kinds;
	char name[INI_KEY + 1]; /* of its key */
	size_t nname;           /* 0: it is none */
	int key;
	const char *mark; /* '=' or ':' */
};

/* The key's name stands in r->name. */
static void begin_value(struct reader *r, const struct line *l)
{
	const char *s = skip_blanks(l->mark + 1, l->end);

	r->value = (struct ini_value){.key = l->key,
				      .name = r->name,
				      .nname = l->nname,
				      .key_at = spot_at(r, l->s),
				      .at = spot_at(r, s)};
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
	l->nname = scan_key(l->s, l->end, l->name, &l->mark);
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
	text = skip_blanks(l->mark + 1, l->end);
	if (meant)
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_WARNING, "W404", spot_at(r, l->s), l->nname,
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

static void say_open(struct reader *r, const char *s, const char *end)
{
	const char *words = skip_blanks(s + 1, end);
	struct finding *f = ini_say(r->text, SEVERITY_ERROR, "E112", spot_at(r, s),
				    (size_t)(end - s), "this header has no closing bracket");

	diag_help(r->text->diag, f, "type: %s]", diag_quote(s, (size_t)(end - s)).s);
	if (r->events->header(r->events->ctx, words, (size_t)(end - words)) &&
	    !memchr(words, '=', (size_t)(end - words)) &&
	    !memchr(words, '[', (size_t)(end - words)))
		fix_spot(r, f, end, 0, "]");
}

/* A comment gets the line of its own that it should have. */
static void say_text_behind(struct reader *r, const char *s, const char *end)
{
	const char *text = skip_blanks(s, end), *rest = skip_blanks(end, r->end);
	struct finding *f = ini_say(r->text, SEVERITY_ERROR, "E113", spot_at(r, text),
				    (size_t)(end - text), "there is text behind this header");
	bool comment = *text == '#' || *text == ';';
	bool two = r->end - rest > 1 && memcmp(rest, "\r\n", 2) == 0;

	diag_help(r->text->diag, f,
		  comment ? "a comment has a line of its own; type above it: %s"
			  : "type on a line of its own, below it: %s",
		  diag_quote(text, (size_t)(end - text)).s);
	if (comment && !(scan_line(text, (size_t)(end - text)) & SCAN_CONTROL))
		fix_spot(r, f, s, (size_t)(text - s),
			 r->text->newline == '\r' ? "\r"
			 : two                    ? "\r\n"
						  : "\n");
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
	r->stopped = !r->events->section(r->events->ctx, from, (size_t)(to - from), spot_at(r, s));
	if (r->stopped)
		return;
	if (!close)
		say_open(r, s, end);
	else if (close + 1 < end)
		say_text_behind(r, close + 1, end);
	else if ((size_t)(to - from) > INI_HEADER &&
		 utf8_length(from, (size_t)(to - from)) > INI_HEADER)
		ini_say(r->text, SEVERITY_ERROR, "E114", spot_at(r, s), (size_t)(end - s),
			"this header has %d characters between its brackets; at most %d are "
			"allowed",
			utf8_length(from, (size_t)(to - from)), INI_HEADER)
			->help = "make it shorter";
}

/* What people put where '=' belongs, and the blanks behind it. */
static const char *skip_mark(const char *s, const char *end)
{
	static const char *const marks[] = {":", "->", "-", "–", "—", "＝", "：", "﹦", "≔"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]);
		if ((size_t)(end - s) >= n && memcmp(s, marks[i], n) == 0)
			return skip_blanks(s + n, end);
	}
	return s;
}

/* The key that a word is or stands for; the next finding is of it. */
static const char *find_meant(struct reader *r, const char *name, size_t n)
{
	const char *near = r->events->nearest(r->events->ctx, name, n);

	return r->events->key(r->events->ctx, name, n) >= 0 ? name : near;
}

/* The first character that looks like a blank or like nothing; NULL: there is none. */
static const char *find_invisible(const char *s, const char *stop, const char *end, uint32_t *code)
{
	int step;

	for (; s < stop; s += step ? step : 1) {
		step = utf8_decode(s, (size_t)(end - s), code);
		if (step && utf8_invisible(*code))
			return s;
	}
	return NULL;
}

/* A line that is neither a key nor more of a value. Below another such one it is taken for more of
 * the same mistake, unless it begins as if with a key. */
static void say_no_key(struct reader *r, const char *s, const char *end)
{
	static const char more[] =
		"indent the line if it goes on with the text above, or begin it with # if it is a "
		"note";
	const char *word_end = s, *mark, *rest, *meant = NULL, *guess = NULL, *invisible;
	uint32_t invisible_code;
	char name[INI_KEY + 1];
	const char *equals = memchr(s, '=', (size_t)(end - s));
	size_t n = equals ? (size_t)(trim_end(s, equals) - s) : (size_t)(end - s);
	bool one_word = n > 0;

	invisible = find_invisible(s, equals ? equals : s + 1, end, &invisible_code);
	for (size_t i = 0; i < n; i++)
		one_word = one_word && fold_byte(s[i]);
	while (word_end < end && word_end - s < INI_KEY && fold_byte(*word_end)) {
		name[word_end - s] = fold_byte(*word_end);
		word_end++;
	}
	name[word_end - s] = '\0';
	mark = skip_blanks(word_end, end);
	rest = skip_mark(mark, end);
	/* A mark settles it; behind a blank alone, the first word may be one of several. */
	if (rest > mark)
		meant = find_meant(r, name, (size_t)(word_end - s));
	if (!meant && r->events->stray)
		guess = r->events->stray(r->events->ctx, s, (size_t)(end - s), spot_at(r, s),
					 r->dropping);
	if (!meant && !guess && !equals && rest > word_end &&
	    r->events->key(r->events->ctx, name, (size_t)(word_end - s)) >= 0)
		meant = find_meant(r, name, (size_t)(word_end - s));
	if (r->dropping && !meant && !guess)
		return;
	if (invisible) {
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_ERROR, "E110", spot_at(r, invisible), 1,
				  "a character stands here that looks like a blank or like nothing "
				  "(U+%04X)",
				  invisible_code),
			  "%s", guess ? guess : more);
		return;
	}
	if (!equals && meant && rest > mark)
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_ERROR, "E109", spot_at(r, mark),
				  (size_t)(trim_end(mark, rest) - mark),
				  "'%.*s' stands where '=' belongs",
				  (int)(trim_end(mark, rest) - mark), mark),
			  "type: %s = %s", meant, diag_quote(rest, (size_t)(end - rest)).s);
	else if (!equals)
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_ERROR, "E109", spot_at(r, s), n,
				  "there is no '=' in this line"),
			  meant ? "type: %s = %s" : "%s",
			  meant   ? meant
			  : guess ? guess
				  : more,
			  diag_quote(rest, (size_t)(end - rest)).s);
	else if (n == 0)
		ini_say(r->text, SEVERITY_ERROR, "E110", spot_at(r, s), 1,
			"there is no key before this '='")
			->help = guess ? guess : more;
	else if (one_word)
		ini_say(r->text, SEVERITY_ERROR, "E111", spot_at(r, s), n,
			"this key is %zu bytes long; at most %d are allowed", n, INI_KEY)
			->help = "make it shorter";
	else
		ini_say(r->text, SEVERITY_ERROR, "E110", spot_at(r, s), n,
			"what stands before this '=' is no key: letters, digits and '-'")
			->help = guess ? guess : more;
}

static void say_colon(struct reader *r, const struct line *l)
{
	const char *text = skip_blanks(l->mark + 1, l->end);
	struct finding *f = ini_say(r->text, SEVERITY_ERROR, "E117", spot_at(r, l->mark), 1,
				    "a ':' stands where '=' belongs");

	diag_help(r->text->diag, f, "type: %s = %s", r->name,
		  diag_quote(text, (size_t)(l->end - text)).s);
	fix_spot(r, f, l->mark, 1, ini_blank(l->mark[-1]) ? "=" : " =");
}

/* A line that stands for itself: a key, or a mistake. */
static void read_key(struct reader *r, struct line *l)
{
	bool colon;

	l->nname = scan_key(l->s, l->end, r->name, &l->mark);
	l->key = l->nname ? r->events->key(r->events->ctx, r->name, l->nname) : -1;
	colon = l->nname && *l->mark == ':';
	if (l->nname == 0 || (colon && l->key < 0)) {
		say_no_key(r, l->s, l->end);
		r->dropping = true;
		return;
	}
	if (colon)
		say_colon(r, l);
	begin_value(r, l);
}

/* A comment is looked at, and not handed on. */
static void read_comment(struct reader *r, const struct line *l)
{
	size_t indent = (size_t)(l->s - l->start);

	if (l->kinds & (SCAN_HIGH | SCAN_CONTROL))
		check_bytes(r, l->s, l->end, l->kinds, true);
	if (r->open && indent > r->key_indent)
		ini_say(r->text, SEVERITY_WARNING, "W405", spot_at(r, l->s),
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
	l.kinds = scan_line(s, (size_t)(end - s));
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
		check_bytes(r, s, end, l.kinds, false);
	return out[0] || r->piece;
}
