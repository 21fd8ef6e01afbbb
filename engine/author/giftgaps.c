#include "giftgaps.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "packmeant.h"
#include "utf8.h"

enum {
	LINE = 300,  /* bytes: a longer one is asked by the sentence */
	LONG = 8192, /* longer than any question may be */
	TAG = 500,
	CLOSERS = 8, /* quotes, brackets and blanks behind a full stop */
};

/* A set that begins here. The first of the block may have braces within. */
static bool set_at(const struct gift_block *b, size_t at, size_t *close)
{
	const char *end = b->s + b->n, *stop;

	if (at == b->open) {
		*close = b->close;
		return true;
	}
	if (b->s[at] != '{')
		return false;
	stop = gift_find(b->s + at + 1, end, "{}");
	*close = (size_t)(stop - b->s);
	return stop < end && *stop == '}' && *close > at + 1 &&
	       gift_is_answers(b->s + at + 1, *close - at - 1);
}

static bool next_set(const struct gift_block *b, size_t from, struct gift_set *set)
{
	const char *end = b->s + b->n;

	for (const char *p = b->s + from; (p = gift_find(p, end, "{")) < end; p++) {
		set->open = (size_t)(p - b->s);
		if (set_at(b, set->open, &set->close))
			return true;
	}
	return false;
}

bool giftgaps_open(struct gift_block *b, char *s, size_t n)
{
	struct gift_set set = {0};

	*b = (struct gift_block){.s = s, .n = n, .open = SIZE_MAX};
	if (!next_set(b, 0, &set))
		return false;
	b->open = set.open;
	b->close = set.close;
	return true;
}

static bool is_truth(const struct gift_block *b, const struct gift_set *set)
{
	const char *s = b->s + set->open + 1, *end = b->s + set->close;

	while (s < end && isspace((unsigned char)*s))
		s++;
	while (end > s && isspace((unsigned char)end[-1]))
		end--;
	return meant_truth(s, (size_t)(end - s)) >= 0;
}

bool giftgaps_are(const struct gift_block *b)
{
	struct gift_set set = {0};
	bool cloze = false, choices = false;
	int n = 0;

	for (size_t at = b->open; next_set(b, at, &set); at = set.close + 1, n++) {
		const char *s = b->s + set.open + 1, *end = b->s + set.close;
		const char *text = gift_skip_kind(s, end, NULL);
		choices = choices || is_truth(b, &set) || gift_find(s, end, "~") < end;
		cloze = cloze || text > s;
	}
	return choices && (n > 1 || cloze);
}

/* ---- lines and sentences ---- */

/* A tag that ends a line, in bytes; 0: none. */
static size_t break_bytes(const char *s, const char *end)
{
	static const char *const tags[] = {"<br", "<p", "</p", "<div", "</div", "<li", "</li"};
	const char *close;

	end = end - s > TAG ? s + TAG : end;
	for (size_t i = 0; *s == '<' && i < sizeof tags / sizeof *tags; i++) {
		size_t n = strlen(tags[i]);
		if ((size_t)(end - s) > n && strncasecmp(s, tags[i], n) == 0 &&
		    !isalpha((unsigned char)s[n])) {
			close = memchr(s, '>', (size_t)(end - s));
			return close ? (size_t)(close - s) + 1 : 0;
		}
	}
	return 0;
}

static const char *skip_blanks(const char *s, const char *end)
{
	while (s < end && isspace((unsigned char)*s))
		s++;
	return s;
}

/* The text goes on here with a sentence that is begun. */
static bool goes_on(const char *s, const char *end)
{
	uint32_t code;

	s = skip_blanks(s, end);
	return s < end && utf8_decode(s, (size_t)(end - s), &code) > 0 &&
	       (u_islower((UChar32)code) || strchr(",;:)", *s));
}

/* Behind a full stop or the like, with the quotes and brackets that follow it. */
static bool is_behind_stop(const char *s, const char *from)
{
	for (int i = 0; i < CLOSERS && s > from && strchr(" \t\n\"')", s[-1]); i++)
		s--;
	return s > from && strchr(".?!", s[-1]);
}

/* Answers behind a whole question, not a gap in one. */
static bool is_behind_question(const struct gift_block *b, size_t open, size_t close, size_t from,
			       size_t to)
{
	struct gift_set set = {.open = open, .close = close};

	return is_truth(b, &set) ||
	       (is_behind_stop(b->s + open, b->s + from) && !goes_on(b->s + close + 1, b->s + to));
}

/* The line that begins at set->from; ends of lines within sets are none. */
static void find_line(const struct gift_block *b, struct gift_set *set)
{
	size_t close, length, first = 0, first_close = 0;
	int n = 0;

	set->line_to = b->n;
	for (size_t i = set->from; i < b->n; i++) {
		length = 0;
		if (b->s[i] == '\\') {
			i++;
		} else if (set_at(b, i, &close)) {
			if (n++ == 0)
				first = i, first_close = close;
			i = close;
		} else if (b->s[i] == '\n' || (length = break_bytes(b->s + i, b->s + b->n)) > 0) {
			set->line_to = i + (length ? length : 1);
			break;
		}
	}
	set->by_sentence =
		set->line_to - set->from > LINE ||
		(n > 1 && is_behind_question(b, first, first_close, set->from, set->line_to));
}

/* The sentence of the line that begins at `from`. */
static size_t find_sentence(const struct gift_block *b, size_t from, size_t to)
{
	const char *end = b->s + to;
	size_t close;

	for (size_t i = from; i < to; i++) {
		if (b->s[i] == '\\') {
			i++;
		} else if (set_at(b, i, &close)) {
			if (is_behind_question(b, i, close, from, to))
				return close + 1;
			i = close;
		} else if (isspace((unsigned char)b->s[i]) &&
			   is_behind_stop(b->s + i, b->s + from) && !goes_on(b->s + i, end)) {
			size_t next = (size_t)(skip_blanks(b->s + i, end) - b->s);
			if (next == to || !set_at(b, next, &close) ||
			    !is_behind_question(b, next, close, from, to))
				return next;
		}
	}
	return to;
}

/* The line or sentence behind the last one. */
static bool next_part(const struct gift_block *b, struct gift_set *set)
{
	if (set->to >= b->n)
		return false;
	set->from = set->to;
	if (set->from >= set->line_to)
		find_line(b, set);
	set->to = set->by_sentence ? find_sentence(b, set->from, set->line_to) : set->line_to;
	return true;
}

bool giftgaps_next(const struct gift_block *b, struct gift_set *set)
{
	if (!next_set(b, set->close ? set->close + 1 : set->to, set))
		return false;
	while (set->to <= set->open && next_part(b, set))
		;
	return true;
}

/* ---- what is asked ---- */

/* The first right answer, as it is written; n 0: none. */
static const char *find_right(const struct gift_block *b, size_t open, size_t close, size_t *n)
{
	const char *end = b->s + close, *s = gift_skip_kind(b->s + open + 1, end, NULL);
	const char *stop;

	stop = gift_find(s, end, "=");
	if (stop == end && !(stop = memmem(s, (size_t)(end - s), "%100%", 5)))
		stop = end;
	s = stop + (stop < end && *stop == '=');
	if (s < end && *s == '%' && (stop = memchr(s + 1, '%', (size_t)(end - s - 1))))
		s = stop + 1;
	stop = gift_find(s, end, "~=#");
	s = skip_blanks(s, stop);
	while (stop > s && isspace((unsigned char)stop[-1]))
		stop--;
	*n = (size_t)(stop - s);
	return s;
}

/* A gap where the set is, none where it ends what is asked. */
const char *giftgaps_ask(struct gift_reader *g, const struct gift_block *b,
			 const struct gift_set *set)
{
	static const char gap[] = "_____", unknown[] = "…";
	size_t room = set->to - set->from, close, n;
	char *whole = malloc(2 * room + 16), *to = whole;
	const char *end = b->s + set->to, *s, *text;

	if (!whole)
		return "";
	if (room > LONG)
		making_refuse(g->m, "E703", g->at,
			      "this question cannot come along: the sentence of its gap is too "
			      "long");
	for (size_t i = set->from; i < set->to && room <= LONG; i++) {
		if (i == set->open) {
			bool last = skip_blanks(b->s + set->close + 1, end) == end;
			to = stpcpy(to, last ? "" : gap);
			i = set->close;
		} else if (set_at(b, i, &close)) {
			s = find_right(b, i, close, &n);
			to = n > 0 ? mempcpy(to, s, n) : stpcpy(to, unknown);
			i = close;
		} else {
			if (b->s[i] == '\\' && i + 1 < set->to)
				*to++ = b->s[i++];
			*to++ = b->s[i];
		}
	}
	text = gift_text(g, whole, (size_t)(to - whole));
	free(whole);
	return text;
}
