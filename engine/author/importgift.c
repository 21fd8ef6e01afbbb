/*
 * GIFT (docs.moodle.org/en/GIFT_format), as leniently as Moodle reads it and more so: what a brace
 * or a sign most likely means is what it means.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "about.h"
#include "convert.h"
#include "giftanswers.h"
#include "giftblock.h"
#include "giftgaps.h"
#include "moodle.h"

enum { ABOUT = 500 }; /* characters */

static bool begins_with(const char *s, size_t n, const char *word, size_t *length)
{
	*length = strlen(word);
	return n >= *length && strncasecmp(s, word, *length) == 0;
}

static const char *trim(const char *s, size_t *n)
{
	while (*n > 0 && isspace((unsigned char)*s))
		s++, --*n;
	while (*n > 0 && isspace((unsigned char)s[*n - 1]))
		--*n;
	return s;
}

/* ---- comments ---- */

/* `// licence: CC BY 4.0` and the like, before the first question. */
static void take_about(struct making *m, const char *s, size_t n)
{
	static const char *const keys[] = {
		"title:", "author:", "licence:", "license:", "language:", NULL};
	struct pack *p = m->pack;
	struct lines *author, **last = (struct lines **)&p->author;
	const char *text;
	size_t length;

	for (int i = 0; keys[i]; i++) {
		if (!begins_with(s, n, keys[i], &length))
			continue;
		text = making_text(m, s + length, n - length);
		if (!about_is_line(text, ABOUT))
			return;
		if (i == 0)
			p->title.s = text;
		else if (i == 1 && (author = arena_take(&p->arena, sizeof *author))) {
			while (*last)
				last = (struct lines **)&(*last)->next;
			author->text.s = text;
			*last = author;
		} else if (i == 2 || i == 3)
			p->licence = text;
		else if (i == 4 && pack_is_language(text, strlen(text)))
			p->language = text;
	}
}

/* [tag:x] and [id:x], as Moodle writes them; a bracket within has a backslash. */
static void take_marks(struct making *m, const char *s, size_t n)
{
	const char *end = s + n, *close;
	char *copy = malloc(n + 1);
	size_t length, out;

	for (; copy && (s = memchr(s, '[', (size_t)(end - s))); s++) {
		bool tag = begins_with(s, (size_t)(end - s), "[tag:", &length);
		if (!tag && !begins_with(s, (size_t)(end - s), "[id:", &length))
			continue;
		close = gift_find(s, end, "]");
		if (close == end)
			break;
		out = 0;
		for (const char *c = s + length; c < close; c++)
			if (*c != '\\' || (c + 1 < close && c[1] == '\\' && (c++, true)) ||
			    c[1] != ']')
				copy[out++] = *c;
		if (tag)
			making_tag(m, copy, out);
		else
			making_id(m, copy, out);
		s = close;
	}
	free(copy);
}

static void take_comments(struct making *m, const struct gift_block *b, bool question)
{
	bool first = m->pack->nquestions == 0;

	for (int i = 0; i < b->ncomments; i++) {
		size_t n = b->comments[i].n;
		const char *s = trim(b->comments[i].s, &n);
		if (question)
			take_marks(m, s, n);
		if (first)
			take_about(m, s, n);
	}
}

/* ---- questions ---- */

static void refuse_text(struct making *m, const struct gift_block *b)
{
	const char *end = b->s + b->n, *brace = gift_find(b->s, end, "{}");

	if (brace == end)
		making_refuse(m, "E705", giftblock_place(b, 0),
			      "this is a text without answers, and cannot come along")
			->help = "if it is a question, write its answers behind it, as in: "
				 "{=right ~wrong ~wrong}";
	else if (*brace == '{')
		making_refuse(m, "E704", giftblock_place(b, (size_t)(brace - b->s)),
			      "this question cannot come along: there are no answers in braces")
			->help = "write them as in: {=right ~wrong ~wrong}";
	else
		making_refuse(m, "E704", giftblock_place(b, (size_t)(brace - b->s)),
			      "this question cannot come along: there is a } without a { before it")
			->help = "write { in front of its first answer";
}

/* The `}` is missing, but what is there can be answers. */
static bool close_answers(struct making *m, struct gift_block *b)
{
	const char *end = b->s + b->n, *open = gift_find(b->s, end, "{");

	if (open == end || gift_find(open, end, "}") < end || gift_find(open, end, "~") == end ||
	    gift_find(open, end, "=") == end)
		return false;
	b->open = (size_t)(open - b->s);
	b->close = b->n;
	making_say(m, "N724", giftblock_place(b, b->open),
		   "the answers of this question have no } at their end; it was read as if there "
		   "were one")
		->help = "look whether all of them came along";
	return true;
}

/* `::title::`, for the list of questions in Moodle; where the text begins. Some write its mark of
 * format before. */
static size_t skip_title(struct gift_reader *g, const struct gift_block *b, const char **title,
			 size_t *n)
{
	size_t left = b->n;
	const char *end = b->s + b->n, *s = gift_read_mark(g, b->s, &left), *close = s + 2;

	*n = 0;
	if (left < 4 || memcmp(s, "::", 2) != 0)
		return 0;
	while ((close = gift_find(close, end, ":")) < end && !(close + 1 < end && close[1] == ':'))
		close++;
	if (close == end || (b->close > 0 && (size_t)(close - b->s) > b->open))
		return 0;
	*title = s + 2;
	*n = (size_t)(close - *title);
	return (size_t)(close - b->s) + 2;
}

/* What follows the answers of a whole question is text only with a letter or digit in it. */
static bool is_rest(const char *before, size_t nbefore, const char *behind, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (isalnum((unsigned char)behind[i]) || behind[i] & 0x80)
			return false;
	return n > 0 && nbefore > 0 && strchr(".?!:", before[nbefore - 1]);
}

/* Text before the answers and behind them: a gap is between. */
static const char *read_ask(struct gift_reader *g, const struct gift_block *b, size_t from)
{
	static const char gap[] = "_____";
	size_t before = b->open - from, after = b->close < b->n ? b->n - b->close - 1 : 0;
	bool apart = before > 0 && isspace((unsigned char)b->s[b->open - 1]);
	bool goes_on = after > 0 && isspace((unsigned char)b->s[b->close + 1]);
	const char *s = trim(b->s + from, &before), *behind = trim(b->s + b->n - after, &after);
	const char *text;
	char *whole, *to;

	if (after == 1 && *behind == '"' && before > 0 && *s == '"')
		s++, before--, after = 0; /* a cell of a table */
	if ((after > 1 && memcmp(behind, "//", 2) == 0) || is_rest(s, before, behind, after))
		after = 0; /* a remark, a stray mark */
	s = gift_read_mark(g, s, &before);
	if (after == 0)
		return gift_text(g, s, before);
	whole = malloc(before + after + sizeof gap + 2);
	if (!whole)
		return "";
	to = mempcpy(whole, s, before);
	to = stpcpy(to, apart ? " " : "");
	to = stpcpy(to, gap);
	to = stpcpy(to, goes_on ? " " : "");
	to = mempcpy(to, behind, after);
	text = gift_text(g, whole, (size_t)(to - whole));
	free(whole);
	return text;
}

/* A question of each set of answers. */
static void take_gaps(struct making *m, const struct gift_block *b)
{
	const char *title = NULL;
	size_t ntitle, n = b->n;
	struct gift_reader first = {.m = m};
	struct gift_set set = {.to = skip_title(&first, b, &title, &ntitle)};
	const char *text = trim(b->s + set.to, (n -= set.to, &n));
	int made = 0;

	set.to = (size_t)(gift_read_mark(&first, text, &n) - b->s);
	while (giftgaps_next(b, &set)) {
		struct gift_reader g = first;
		g.at = giftblock_place(b, set.open);
		making_begin(m, g.at);
		take_comments(m, b, true);
		m->q.ask.s = giftgaps_ask(&g, b, &set);
		giftanswers_take(&g, b->s + set.open + 1, set.close - set.open - 1);
		made += making_end(m);
	}
	if (made > 1)
		making_say(m, "N724", giftblock_place(b, 0),
			   "the answers in braces here make %d questions, each with its sentence",
			   made);
}

static void take_question(struct making *m, struct gift_block *b)
{
	struct gift_reader g = {.m = m, .at = giftblock_place(b, 0)};
	const char *title = NULL;
	size_t from, ntitle;

	if (b->close > 0 && giftgaps_are(b)) {
		take_gaps(m, b);
		return;
	}
	making_begin(m, g.at);
	take_comments(m, b, true);
	if (b->close == 0 && !close_answers(m, b)) {
		refuse_text(m, b);
		making_end(m);
		return;
	}
	from = skip_title(&g, b, &title, &ntitle);
	m->q.ask.s = read_ask(&g, b, from);
	if (!*m->q.ask.s && ntitle > 0)
		m->q.ask.s = gift_text(&g, title, ntitle);
	if (b->close < b->n) {
		const char *end = b->s + b->n, *open = gift_find(b->s + b->close + 1, end, "{");
		const char *close = gift_find(open, end, "}");
		if (close < end && gift_is_answers(open + 1, (size_t)(close - open) - 1))
			making_refuse(m, "E705", g.at,
				      "this question cannot come along: it has several sets of "
				      "answers in braces")
				->help = "make a question of each, with a blank line between";
	}
	giftanswers_take(&g, b->s + b->open + 1, b->close - b->open - 1);
	making_end(m);
}

void import_gift(struct making *m)
{
	static const size_t mark = sizeof "$CATEGORY:" - 1;
	struct gift_block b;

	giftblock_init(&b, m->source);
	while (giftblock_next(&b)) {
		if (b.n == 0)
			take_comments(m, &b, false);
		else if (gift_is_category(b.s, b.n))
			moodle_topic(m, giftblock_place(&b, 0), b.s + mark, b.n - mark);
		else
			take_question(m, &b);
	}
	giftblock_finish(&b);
}
