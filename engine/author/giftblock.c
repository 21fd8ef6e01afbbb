#include "giftblock.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "packmeant.h"

static const char category[] = "$CATEGORY:";

void giftblock_init(struct gift_block *b, const struct ini_text *source)
{
	*b = (struct gift_block){.source = source, .next = source->s};
}

void giftblock_finish(struct gift_block *b)
{
	free(b->s);
	free(b->lines);
	free(b->comments);
}

/* One more place in an array that grows. */
static bool reserve(void *array, int n, int *room, size_t size)
{
	void **a = array, *grown;

	if (n < *room)
		return true;
	grown = realloc(*a, (size_t)(*room + 16) * 2 * size);
	if (!grown)
		return false;
	*a = grown;
	*room = (*room + 16) * 2;
	return true;
}

const char *gift_find(const char *s, const char *end, const char *characters)
{
	for (; s < end && !strchr(characters, *s); s++)
		if (*s == '\\')
			s++;
	return s < end ? s : end;
}

bool gift_is_category(const char *s, size_t n)
{
	return n >= sizeof category - 1 && strncasecmp(s, category, sizeof category - 1) == 0;
}

bool gift_is_answers(const char *s, size_t n)
{
	const char *end = s + n, *stop;

	while (s < end && isspace((unsigned char)*s))
		s++;
	if (s == end || gift_find(s, end, "~=#") < end)
		return true;
	for (stop = end; stop > s && isspace((unsigned char)stop[-1]);)
		stop--;
	return meant_truth(s, (size_t)(stop - s)) >= 0;
}

/* A brace of TeX: behind a command, ^ or _, or the end of such a group. */
static bool is_tex(const char *s, size_t open)
{
	size_t i = open;

	if (i > 0 && (s[i - 1] == '^' || (s[i - 1] == '_' && (i == 1 || s[i - 2] != '_'))))
		return true;
	while (i > 0 && isalpha((unsigned char)s[i - 1]))
		i--;
	return i < open && i > 0 && s[i - 1] == '\\' && (i < 2 || s[i - 2] != '\\');
}

/* Goes on over what was added. The first group that could be answers is it. */
static void scan(struct gift_block *b)
{
	const char *end = b->s + b->n, *p = b->s + b->scanned;

	for (; (p = gift_find(p, end, "{}")) < end; p++) {
		size_t at = (size_t)(p - b->s);
		if (*p == '{' && b->depth++ == 0)
			b->outer = at;
		if (*p != '}' || b->depth == 0 || --b->depth > 0 || b->close > 0)
			continue;
		if (!is_tex(b->s, b->outer) &&
		    gift_is_answers(b->s + b->outer + 1, at - b->outer - 1)) {
			b->open = b->outer;
			b->close = at;
		}
	}
	b->scanned = b->n;
}

/* One brace too many: the last pair without one between, as far as the block is known. */
static bool find_inner(struct gift_block *b)
{
	const char *end = b->s + b->n;

	for (const char *p = b->s + b->inner_scanned; (p = gift_find(p, end, "{}")) < end; p++) {
		size_t at = (size_t)(p - b->s);
		if (*p == '{') {
			b->inner = at + 1;
			continue;
		}
		if (b->inner > 0 && !is_tex(b->s, b->inner - 1) &&
		    gift_is_answers(b->s + b->inner, at - b->inner)) {
			b->open = b->inner - 1;
			b->close = at;
		}
		b->inner = 0;
	}
	b->inner_scanned = b->n;
	return b->close > 0;
}

/* The line at s without blanks at its ends, and where the next one begins. */
static const char *read_line(const struct gift_block *b, const char *s, const char **from,
			     const char **to)
{
	const char *end = b->source->s + b->source->n;
	const char *stop = memchr(s, b->source->newline, (size_t)(end - s));

	stop = stop ? stop : end;
	for (*from = s; *from < stop && isspace((unsigned char)**from);)
		++*from;
	for (*to = stop; *to > *from && isspace((unsigned char)(*to)[-1]);)
		--*to;
	return stop < end ? stop + 1 : end;
}

static bool begins(const char *from, const char *to, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(to - from) >= n && strncmp(from, with, n) == 0;
}

static bool is_title(const char *from, const char *to)
{
	return begins(from, to, "::") && to - from >= 4 &&
	       memmem(from + 2, (size_t)(to - from) - 2, "::", 2);
}

/* What can only begin a question. */
static bool begins_question(const char *from, const char *to)
{
	return is_title(from, to) || gift_is_category(from, (size_t)(to - from));
}

/* Whether a blank line is within the answers: they are closed before another question begins. */
static bool closes_later(struct gift_block *b, const char *s)
{
	const char *end = b->source->s + b->source->n, *from, *to, *brace;

	if (s < b->closes_after)
		return true;
	while (s < end) {
		s = read_line(b, s, &from, &to);
		brace = gift_find(from, to, "{}");
		if (begins_question(from, to) || (brace < to && *brace == '{'))
			return false;
		if (brace < to) {
			b->closes_after = brace;
			return true;
		}
	}
	return false;
}

/* Whether the lines up to a blank one have answers of their own. */
static bool has_answers(const struct gift_block *b, const char *s)
{
	const char *end = b->source->s + b->source->n, *from, *to;

	while (s < end) {
		s = read_line(b, s, &from, &to);
		if (from == to || begins(from, to, "//"))
			return false;
		if (begins_question(from, to) || gift_find(from, to, "{") < to)
			return true;
	}
	return false;
}

static bool is_title_alone(const struct gift_block *b)
{
	return b->n > 4 && memcmp(b->s, "::", 2) == 0 && memcmp(b->s + b->n - 2, "::", 2) == 0 &&
	       memmem(b->s + 2, b->n - 2, "::", 2) == b->s + b->n - 2;
}

/* The next line that is not blank, from s on. */
static const char *skip_blank(const struct gift_block *b, const char *s, const char **from,
			      const char **to)
{
	const char *end = b->source->s + b->source->n, *next = s;

	for (*from = *to = s; next < end && *from == *to; next = read_line(b, s, from, to))
		s = next;
	return *from == *to ? end : s;
}

/* At a blank line, with the one after it that is not. */
static bool ends_at_blank(struct gift_block *b, const char *after, const char *from, const char *to)
{
	if (b->n == 0)
		return b->ncomments > 0;
	if (b->depth > 0 && b->close == 0)
		return (after >= b->closes_after && find_inner(b)) || !closes_later(b, after);
	if (from == to || begins_question(from, to))
		return true;
	return b->close > 0 || !(*from == '{' || is_title_alone(b));
}

/* Whether the line begins another question, though no blank one stands before it. */
static bool ends_before(struct gift_block *b, const char *line, const char *from, const char *to)
{
	if (b->n == 0)
		return false;
	if (gift_is_category(b->s, b->n) || begins_question(from, to))
		return !is_title_alone(b) || begins_question(from, to);
	if (b->close == 0 || b->tail)
		return false;
	if (begins(from, to, "//") || has_answers(b, line))
		return true;
	b->tail = true;
	return false;
}

static bool add_comment(struct gift_block *b, const char *from, const char *to)
{
	if (!reserve(&b->comments, b->ncomments, &b->comments_room, sizeof *b->comments))
		return false;
	b->comments[b->ncomments++] = (struct gift_comment){from + 2, (size_t)(to - from) - 2};
	return true;
}

/* With its indent, which is code's. */
static bool add_line(struct gift_block *b, const char *line, const char *from, const char *to)
{
	size_t n = (size_t)(to - (b->n ? line : from));

	if (b->n + n + 1 > b->room) {
		char *grown = realloc(b->s, 2 * (b->n + n + 1));
		if (!grown)
			return false;
		b->s = grown;
		b->room = 2 * (b->n + n + 1);
	}
	if (!reserve(&b->lines, b->nlines, &b->lines_room, sizeof *b->lines))
		return false;
	if (b->n > 0)
		b->s[b->n++] = '\n';
	b->lines[b->nlines++] = (struct gift_line){b->n, (uint32_t)(from - b->source->s)};
	memcpy(b->s + b->n, to - n, n);
	b->n += n;
	scan(b);
	return true;
}

bool giftblock_next(struct gift_block *b)
{
	const char *end = b->source->s + b->source->n, *from, *to, *after;

	b->n = b->scanned = b->outer = b->open = b->close = b->inner = b->inner_scanned = 0;
	b->nlines = b->ncomments = b->depth = 0;
	b->tail = false;
	for (bool good = true; b->next < end && good; b->next = good ? after : b->next) {
		after = read_line(b, b->next, &from, &to);
		if (from == to) {
			after = skip_blank(b, after, &from, &to);
			if (!ends_at_blank(b, after, from, to))
				continue;
			b->next = after;
			break;
		}
		if (ends_before(b, b->next, from, to))
			break;
		good = begins(from, to, "//") ? add_comment(b, from, to)
					      : add_line(b, b->next, from, to);
		if (!good)
			return false;
	}
	if (b->close == 0 && b->depth > 0)
		find_inner(b);
	return b->n > 0 || b->ncomments > 0;
}

uint32_t giftblock_place(const struct gift_block *b, size_t at)
{
	int i = b->nlines - 1;

	while (i > 0 && b->lines[i].from > at)
		i--;
	return b->nlines > 0 ? b->lines[i].at : 0;
}
