/* What is said of a line that is not as it should be, and what to type in its place. */
#include "iniline.h"

#include <string.h>

#include "utf8.h"

static void fix_spot(const struct reader *r, struct finding *f, const char *p, size_t n,
		     const char *fix)
{
	diag_fix(r->text->diag, f, (uint32_t)(p - r->text->s), (uint32_t)n, fix, strlen(fix));
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

/* What people put where '=' belongs, and the blanks behind it. */
static const char *skip_mark(const char *s, const char *end)
{
	static const char *const marks[] = {":=", ":", "->", "-", "–", "—", "＝", "：", "﹦", "≔"};

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

void inisay_open(struct reader *r, const char *s, const char *end)
{
	const char *words = skip_blanks(s + 1, end);
	struct finding *f = ini_say(r->text, SEVERITY_ERROR, "E112", iniline_at(r, s),
				    (size_t)(end - s), "this header has no closing bracket");

	diag_help(r->text->diag, f, "type: %s]", diag_quote(s, (size_t)(end - s)).s);
	if (r->events->header(r->events->ctx, words, (size_t)(end - words)) &&
	    !memchr(words, '=', (size_t)(end - words)) &&
	    !memchr(words, '[', (size_t)(end - words)))
		fix_spot(r, f, end, 0, "]");
}

/* A comment gets the line of its own that it should have. */
void inisay_text_behind(struct reader *r, const char *s, const char *end)
{
	const char *text = skip_blanks(s, end), *rest = skip_blanks(end, r->end);
	struct finding *f = ini_say(r->text, SEVERITY_ERROR, "E113", iniline_at(r, text),
				    (size_t)(end - text), "there is text behind this header");
	bool comment = *text == '#' || *text == ';';
	bool two = r->end - rest > 1 && memcmp(rest, "\r\n", 2) == 0;

	diag_help(r->text->diag, f,
		  comment ? "a comment has a line of its own; type above it: %s"
			  : "type on a line of its own, below it: %s",
		  diag_quote(text, (size_t)(end - text)).s);
	if (comment && !(inibytes_scan(text, (size_t)(end - text)) & SCAN_CONTROL))
		fix_spot(r, f, s, (size_t)(text - s),
			 r->text->newline == '\r' ? "\r"
			 : two                    ? "\r\n"
						  : "\n");
}

void inisay_no_key(struct reader *r, const char *s, const char *end)
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
		guess = r->events->stray(r->events->ctx, s, (size_t)(end - s), iniline_at(r, s),
					 r->dropping);
	if (!meant && !guess && !equals && rest > word_end &&
	    r->events->key(r->events->ctx, name, (size_t)(word_end - s)) >= 0)
		meant = find_meant(r, name, (size_t)(word_end - s));
	if (r->dropping && !meant && !guess)
		return;
	if (invisible) {
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_ERROR, "E110", iniline_at(r, invisible), 1,
				  "a character stands here that looks like a blank or like nothing "
				  "(U+%04X)",
				  invisible_code),
			  "%s", guess ? guess : more);
		return;
	}
	if (meant && rest > mark && (!equals || *mark == ':'))
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_ERROR, "E109", iniline_at(r, mark),
				  (size_t)(trim_end(mark, rest) - mark),
				  "'%.*s' stands where '=' belongs",
				  (int)(trim_end(mark, rest) - mark), mark),
			  "type: %s = %s", meant, diag_quote(rest, (size_t)(end - rest)).s);
	else if (!equals)
		diag_help(r->text->diag,
			  ini_say(r->text, SEVERITY_ERROR, "E109", iniline_at(r, s), n,
				  "there is no '=' in this line"),
			  meant ? "type: %s = %s" : "%s",
			  meant   ? meant
			  : guess ? guess
				  : more,
			  diag_quote(rest, (size_t)(end - rest)).s);
	else if (n == 0)
		ini_say(r->text, SEVERITY_ERROR, "E110", iniline_at(r, s), 1,
			"there is no key before this '='")
			->help = guess ? guess : more;
	else if (one_word)
		ini_say(r->text, SEVERITY_ERROR, "E111", iniline_at(r, s), n,
			"this key is %zu bytes long; at most %d are allowed", n, INI_KEY)
			->help = "make it shorter";
	else
		ini_say(r->text, SEVERITY_ERROR, "E110", iniline_at(r, s), n,
			"what stands before this '=' is no key: letters, digits and '-'")
			->help = guess ? guess : more;
}

void inisay_colon(struct reader *r, const struct line *l)
{
	const char *text = skip_blanks(l->text, l->end);
	size_t n = (size_t)(l->text - l->mark);
	struct finding *f = ini_say(r->text, SEVERITY_ERROR, "E117", iniline_at(r, l->mark), n,
				    "a '%.*s' stands where '=' belongs", (int)n, l->mark);

	diag_help(r->text->diag, f, "type: %s = %s", r->name,
		  diag_quote(text, (size_t)(l->end - text)).s);
	fix_spot(r, f, l->mark, n, ini_blank(l->mark[-1]) ? "=" : " =");
}
