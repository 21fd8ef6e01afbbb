#include "giftanswers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "feedback.h"
#include "giftblock.h"
#include "packmeant.h"
#include "pairs.h"

/* An answer with what stands before it and behind it. */
struct piece {
	const char *s, *end;
	char mark; /* '=', '~' or 0: none */
};

enum { PIECES = PACK_CHOICES + 1 };

struct answers {
	struct gift_reader *g;
	const char *s, *end;
	struct piece pieces[PIECES];
	int n;
	bool more;    /* than are kept */
	bool lined;   /* a line each */
	bool guesses; /* a '=' was read as text */
	enum gift_kind kind;
};

static void trim(const char **s, const char **end)
{
	while (*s < *end && isspace((unsigned char)**s))
		++*s;
	while (*end > *s && isspace((unsigned char)(*end)[-1]))
		--*end;
}

/* ---- where an answer begins ---- */

static bool has_lines(const char *s, const char *end)
{
	int n = 0;

	for (const char *next; s < end; s = next) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		next = stop ? stop + 1 : end;
		while (s < next && isspace((unsigned char)*s))
			s++;
		n += s < next && (*s == '=' || *s == '~');
	}
	return n > 1;
}

/* Behind a tag, plain or with an attribute, or NULL: none begins here. */
static const char *skip_tag(const char *s, const char *end)
{
	const char *p = s + 1;
	bool plain = true, attribute = false;

	if (*s != '<' || p == end || (!isalpha((unsigned char)*p) && *p != '/'))
		return NULL;
	for (; p < end && !strchr("<>~\n\\", *p); p++) {
		plain = plain && (isalnum((unsigned char)*p) || strchr(" /-", *p));
		attribute = attribute || (*p == '=' && isalpha((unsigned char)p[-1]));
	}
	return p < end && *p == '>' && (plain || attribute) ? p + 1 : NULL;
}

/* Behind a group within the answers, as TeX has them, or NULL. */
static const char *skip_group(const char *s, const char *end)
{
	const char *close = *s == '{' ? gift_find(s + 1, end, "{}") : end;

	return close < end && *close == '}' ? close + 1 : NULL;
}

static bool is_blank_at(const char *p, const char *from, const char *end)
{
	return p < from || p >= end || isspace((unsigned char)*p);
}

static bool is_line_start(const struct answers *a, const char *p)
{
	while (p > a->s && (p[-1] == ' ' || p[-1] == '\t'))
		p--;
	return p == a->s || p[-1] == '\n';
}

/* `=` is text in <=, >=, != and ==; where answers have lines of their own, also in x=2 and x = 2.
 */
static bool is_sign(struct answers *a, const char *p, const char *behind_tag)
{
	bool before = is_blank_at(p - 1, a->s, a->end), after = is_blank_at(p + 1, a->s, a->end);

	if (p > a->s && p != behind_tag && p[-1] != '~' && strchr("<>!=", p[-1]))
		return true;
	if (is_line_start(a, p) || (p > a->s && p[-1] == '~'))
		return false;
	if (p + 1 < a->end && p[1] == '=' && !before)
		return true;
	return a->lined && (!before || after) && (a->guesses = true);
}

static bool is_marker(struct answers *a, const char *p, const char *behind_tag)
{
	if (*p == '~')
		return p == a->s || p[-1] != '/'; /* as in an address */
	return *p == '=' && !is_sign(a, p, behind_tag);
}

static void end_piece(struct answers *a, struct piece *p, const char *end)
{
	p->end = end;
	trim(&p->s, &p->end);
	if (p->s == p->end)
		return;
	if (a->n < PIECES)
		a->pieces[a->n++] = *p;
	else
		a->more = true;
}

static void split(struct answers *a)
{
	struct piece now = {a->s, a->s, 0};
	const char *behind = NULL, *skipped;

	a->lined = has_lines(a->s, a->end);
	for (const char *p = a->s; p < a->end; p++) {
		if (*p == '\\') {
			p++;
		} else if ((skipped = skip_tag(p, a->end)) || (skipped = skip_group(p, a->end))) {
			behind = skipped;
			p = skipped - 1;
		} else if (p == now.s && now.mark && *p == '=') {
			now.mark = '='; /* ~= and == */
			now.s++;
		} else if (is_marker(a, p, behind)) {
			const char *s = now.s, *stop = p;
			trim(&s, &stop);
			char mark = s == stop && now.mark == '=' ? '=' : *p;
			end_piece(a, &now, p);
			now = (struct piece){p + 1, p + 1, mark};
		}
	}
	end_piece(a, &now, a->end);
}

/* ---- one answer ---- */

/* The '#' of a feedback: none of &#233; and none within a tag. */
static const char *find_feedback(const char *s, const char *end)
{
	const char *skipped;

	for (const char *p = s; p < end; p++)
		if (*p == '\\')
			p++;
		else if ((skipped = skip_tag(p, end)))
			p = skipped - 1;
		else if (*p == '#' && !(p > s && p[-1] == '&' && p + 1 < end &&
					(isdigit((unsigned char)p[1]) || p[1] == 'x')))
			return p;
	return end;
}

/* `%50%`, `%-33.333%`: false where there is none. */
static bool read_weight(const char **s, const char *end, double *percent)
{
	const char *p = *s + 1;
	char number[16];
	size_t n = 0;

	if (*s == end || **s != '%')
		return false;
	for (; p < end && n < sizeof number - 1 && strchr("-+0123456789.,", *p); p++)
		number[n++] = *p == ',' ? '.' : *p;
	if (p == end || *p != '%' || n == 0)
		return false;
	number[n] = '\0';
	*percent = strtod(number, NULL);
	*s = p + 1;
	return true;
}

/* A text behind its own mark of format, if there is one. */
static const char *read_text(const struct answers *a, const char *s, const char *end)
{
	struct gift_reader own = *a->g;
	size_t n;

	trim(&s, &end);
	n = (size_t)(end - s);
	s = gift_read_mark(&own, s, &n);
	return gift_text(&own, s, n);
}

/* The same, of what is said of an answer: a line that is wrapped and indented goes on. */
static const char *read_feedback(const struct answers *a, const char *s, const char *end)
{
	char *copy = malloc((size_t)(end - s) + 1), *to = copy;
	const char *text, *next;

	while (copy && s < end) {
		for (next = s + 1; next < end && (*next == ' ' || *next == '\t');)
			next++;
		if (*s == '\n' && next - s > 2 && next < end &&
		    (isalpha((unsigned char)*next) || *next == '(')) {
			*to++ = ' ';
			s = next;
		} else {
			*to++ = *s++;
		}
	}
	text = copy ? read_text(a, copy, to) : "";
	free(copy);
	return text;
}

/* In percent; with '=' all of it where nothing else is said. */
static double weight_of(struct piece *p)
{
	double percent = p->mark == '=' ? 100 : 0;

	trim(&p->s, &p->end);
	read_weight(&p->s, p->end, &percent);
	return percent;
}

static void add_choice(const struct answers *a, const struct piece *p, bool right)
{
	const char *mark = find_feedback(p->s, p->end), *text = read_text(a, p->s, mark);
	struct choice *c = making_choice(a->g->m, right, text, strlen(text));

	if (mark < p->end)
		c->because.s = read_feedback(a, mark + 1, p->end);
}

/* One that is wholly right makes partly right ones wrong; else whatever brings points is right. */
static void take_choices(struct answers *a)
{
	struct making *m = a->g->m;
	double weights[PIECES];
	int equals = 0, whole = 0, right = 0;

	for (int i = 0; i < a->n; i++) {
		weights[i] = weight_of(&a->pieces[i]);
		whole += weights[i] > 99.9;
		equals += a->pieces[i].mark == '=';
	}
	for (int i = 0; i < a->n; i++) {
		bool is_right = whole > 0 ? weights[i] > 99.9 : weights[i] > 0;
		if (!is_right && weights[i] > 0)
			making_lost(m, "the points for a partly right answer");
		right += is_right;
		add_choice(a, &a->pieces[i], is_right);
	}
	if (equals > 0 && right > 1 && right < a->n && a->kind != GIFT_SEVERAL)
		m->q.pick = PICK_ANY; /* each of them is right, as Moodle has it */
}

/* ---- the other kinds ---- */

/* 1, 0 or -1; {=TRUE} is one too. */
static int read_truth(const char *s, const char *end)
{
	double percent;

	trim(&s, &end);
	if (s < end && *s == '=') {
		s++;
		read_weight(&s, end, &percent);
		trim(&s, &end);
	}
	return meant_truth(s, (size_t)(end - s));
}

/* {T#to who was wrong#to who was right} */
static bool take_statement(const struct answers *a)
{
	const char *mark = find_feedback(a->s, a->end), *second;
	struct making *m = a->g->m;
	int truth = read_truth(a->s, mark);

	if (truth < 0)
		return false;
	making_statement(m, truth);
	if (mark == a->end)
		return true;
	second = find_feedback(mark + 1, a->end);
	feedback_take(m, read_text(a, mark + 1, second),
		      second < a->end ? read_text(a, second + 1, a->end) : NULL);
	return true;
}

static void refuse_kind(const struct answers *a, const char *what, const char *help)
{
	making_refuse(a->g->m, "E705", a->g->at, "this question cannot come along: %s", what)
		->help = help;
}

static const char *find_arrow(const struct piece *p)
{
	return p->mark == '=' ? memmem(p->s, (size_t)(p->end - p->s), "->", 2) : NULL;
}

static void take_pairs(const struct answers *a)
{
	struct pairs pairs = {.n = 0};

	for (int i = 0; i < a->n; i++) {
		const struct piece *p = &a->pieces[i];
		const char *arrow = find_arrow(p);
		if (arrow)
			pairs_add(&pairs, read_text(a, p->s, arrow),
				  read_text(a, arrow + 2, p->end));
		else
			making_lost(a->g->m, "an answer that is no pair");
	}
	pairs_take(a->g->m, &pairs);
}

static void take_kind(struct answers *a)
{
	static const char choose[] =
		"add wrong answers to choose from, as in: {=Lima ~Quito ~Cusco}";
	bool wrongs = false, pairs = false;

	a->s = gift_skip_kind(a->s, a->end, &a->kind);
	if (a->kind == GIFT_TYPED) {
		refuse_kind(a, "its answer is to be typed", choose);
		return;
	}
	if (a->s == a->end) {
		refuse_kind(a, "its answer is to be written (an essay)", choose);
		return;
	}
	if (*a->s == '#') {
		refuse_kind(a, "its answer is a number to be typed", choose);
		return;
	}
	split(a);
	if (a->kind != GIFT_UNSAID && a->n > 0 && !a->pieces[0].mark)
		a->pieces[0].mark = '~'; /* the first of a cloze needs none */
	for (int i = 0; i < a->n; i++) {
		const struct piece *p = &a->pieces[i];
		wrongs = wrongs || p->mark == '~';
		pairs = pairs || find_arrow(p);
	}
	if (a->more)
		making_refuse(a->g->m, "E702", a->g->at, "this question has more than %d choices",
			      PACK_CHOICES);
	else if (wrongs)
		take_choices(a);
	else if (pairs)
		take_pairs(a);
	else if (!take_statement(a))
		refuse_kind(a,
			    "its answer is to be typed, and there are no wrong ones to choose from",
			    choose);
	if (wrongs && a->guesses)
		making_say(a->g->m, "N724", a->g->at,
			   "an = within an answer of this question was read as text")
			->help = "where it begins an answer, give it a line of its own";
}

/* ####, with nothing before it that makes it text. */
static const char *find_general(const char *s, const char *end)
{
	for (; (s = gift_find(s, end, "#")) < end; s++)
		if (end - s >= 4 && memcmp(s, "####", 4) == 0)
			return s;
	return end;
}

void giftanswers_take(struct gift_reader *g, const char *s, size_t n)
{
	const char *end = s + n, *general = find_general(s, end);
	struct answers a = {.g = g, .s = s, .end = general};

	if (general < end)
		g->m->q.why.s = read_feedback(&a, general + 4, end);
	if (g->m->q.why.s && !*g->m->q.why.s)
		g->m->q.why.s = NULL;
	trim(&a.s, &a.end);
	take_kind(&a);
}
