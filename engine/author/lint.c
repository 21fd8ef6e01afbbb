#include "lint.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "gist.h"
#include "iniread.h"
#include "lintrules.h"

question_rule *const question_rules[] = {
	lint_longest,         lint_all_or_none, lint_negative,
	lint_shared_word,     lint_article,     lint_odd_form,
	lint_names_positions, lint_overlapping, lint_near_equal,
	lint_mixed_kinds,     lint_few_choices, lint_too_long,
	lint_unfocused,       lint_media,       lint_reasons,
	lint_own_hint,        lint_copied,      NULL,
};
library_rule *const library_rules[] = {lint_same, lint_given, NULL};

bool lint_wants(const struct entry *e, const struct question *q, const char *code)
{
	const char *here = q ? q->ignore : NULL, *everywhere = e->pack->ignore;

	return !(here && strcasestr(here, code)) && !(everywhere && strcasestr(everywhere, code));
}

/* The question whose `ask` stands last before a place; NULL: there is none. */
static const struct question *question_before(const struct pack *p, uint32_t at)
{
	int from = 0, to = p->nquestions;

	while (from < to) {
		int middle = from + (to - from) / 2;
		if (p->questions[middle].at <= at)
			from = middle + 1;
		else
			to = middle;
	}
	return from > 0 ? &p->questions[from - 1] : NULL;
}

/* Lines are counted from the question that is nearest. */
static struct textpos spot_at(const struct entry *e, uint32_t offset)
{
	const struct question *near = question_before(e->pack, offset);
	const struct ini_text *t = e->text;
	const char *p = t->s + (near ? near->at : 0), *end = t->s + offset;
	int line = near ? near->ask_line : 1;

	for (; (p = memchr(p, t->newline, (size_t)(end - p))); p++)
		line++;
	return (struct textpos){offset, line};
}

void lint_second(struct entry *e, struct finding *f, const struct entry *other, uint32_t at,
		 const char *aside)
{
	struct ini_text there = *other->text;

	if (f == &e->diag.spare)
		return;
	there.diag = &e->diag; /* the finding outlives the other's */
	ini_second(&there, f, spot_at(other, at), aside);
	if (other != e)
		f->second_path = diag_text(&e->diag, "%s", other->path);
}

static const char *line_start(const struct ini_text *t, const char *p)
{
	while (p > t->s && p[-1] != t->newline)
		p--;
	return p;
}

/* Whether a line goes on with this key. */
static bool is_key(const char *p, const char *end, const char *key)
{
	size_t n = strlen(key);

	if ((size_t)(end - p) <= n || strncasecmp(p, key, n) != 0)
		return false;
	for (p += n; p < end && ini_blank(*p);)
		p++;
	return p < end && *p == '=';
}

uint32_t lint_key(const struct entry *e, const struct question *q, const char *key)
{
	const struct ini_text *t = e->text;
	const char *p = line_start(t, t->s + q->at), *end = t->s + t->n, *next;

	while (p > t->s && *p != '[') /* back to its header */
		p = line_start(t, p - 1);
	for (; p && (*p != '[' || p < t->s + q->at); p = next) {
		while (p < end && ini_blank(*p))
			p++;
		if (is_key(p, end, key))
			return (uint32_t)(p - t->s);
		next = memchr(p, t->newline, (size_t)(end - p));
		next = next && next + 1 < end ? next + 1 : NULL;
	}
	return 0;
}

/* One that is not kept is only counted. */
static struct finding *say(struct entry *e, const char *code, uint32_t at, const char *format,
			   va_list args)
{
	char message[600];

	if (!diag_keeps(&e->diag, diag_severity(code)))
		return ini_say(e->text, diag_severity(code), code, (struct textpos){0, 0}, 0, "%s",
			       "");
	vsnprintf(message, sizeof message, format, args);
	return ini_say(e->text, diag_severity(code), code,
		       at > 0 ? spot_at(e, at) : (struct textpos){0, 0}, 0, "%s", message);
}

struct finding *lint_say(struct entry *e, const struct question *q, const char *code, uint32_t at,
			 const char *format, ...)
{
	struct finding *f;
	va_list args;

	if (!lint_wants(e, q, code))
		return &e->diag.spare;
	va_start(args, format);
	f = say(e, code, at ? at : q->at, format, args);
	va_end(args);
	return f;
}

struct finding *lint_say_pack(struct entry *e, const char *code, const char *format, ...)
{
	struct finding *f;
	va_list args;

	if (!lint_wants(e, NULL, code))
		return &e->diag.spare;
	va_start(args, format);
	f = say(e, code, 0, format, args);
	va_end(args);
	return f;
}

struct finding *lint_say_choice(const struct subject *s, int choice, const char *code,
				const char *format, ...)
{
	struct finding *f;
	va_list args;

	if (!lint_wants(s->entry, s->q, code))
		return &s->entry->diag.spare;
	va_start(args, format);
	f = say(s->entry, code, s->q->choices[choice].at, format, args);
	va_end(args);
	return f;
}

void lint_see_choice(const struct subject *s, struct finding *f, int choice, const char *aside)
{
	lint_second(s->entry, f, s->entry, s->q->choices[choice].at, aside);
}

int lint_characters(const char *s)
{
	int n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

static struct words read_words(const struct lexicon *l, const char *s, struct word *w, int room)
{
	struct words words = {w, words_split(s, w, room), s, lint_characters(s)};

	lexicon_mark(l, w, words.n);
	return words;
}

static void lint_question(struct entry *e, const struct question *q, const struct lexicon *l,
			  const struct habits *h, struct gists *g)
{
	struct word ask[ASK_WORDS], choices[PACK_CHOICES][CHOICE_WORDS];
	struct subject s = {.entry = e, .q = q, .lexicon = l, .habits = h, .right = -1};

	s.ask = read_words(l, q->ask.s, ask, ASK_WORDS);
	for (int i = 0; i < q->nchoices && !q->statement; i++) {
		if (q->choices[i].right && q->nright == 1)
			s.right = i;
		if (!q->choices[i].text.s)
			continue;
		s.choices[i] = read_words(l, q->choices[i].text.s, choices[i], CHOICE_WORDS);
		s.texts++;
	}
	for (question_rule *const *rule = question_rules; *rule; rule++)
		(*rule)(&s);
	gists_add(g, &s);
}

static void lint_pack(struct entry *e, struct gists *g)
{
	struct lexicon lexicon;
	struct habits habits;

	lexicon_open(&lexicon, language_of_pack(e->pack));
	lint_count_habits(e, &habits);
	lint_pack_habits(e, &habits); /* first: they are kept where there is too much to keep */
	lint_balance(e);
	lint_languages(e);
	for (int i = 0; i < e->pack->nquestions; i++)
		lint_question(e, &e->pack->questions[i], &lexicon, &habits, g);
}

void lint_library(struct library *l)
{
	struct gists g = {0};
	bool done = true;

	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (e->pack)
			lint_pack(e, &g);
	for (library_rule *const *rule = library_rules; *rule; rule++)
		done = (*rule)(l, &g) && done;
	done = done && !g.failed;
	gists_finish(&g);
	if (!done && l->n > 0)
		diag_add(&l->entries[0].diag, SEVERITY_ERROR, "E102", (struct place){0, 0},
			 "there is not enough memory to compare all questions");
	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		diag_sort(&e->diag);
}
