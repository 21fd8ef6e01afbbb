#include "lint.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "iniread.h"
#include "lintrules.h"

question_rule *const question_rules[] = {lint_few_choices, NULL};
library_rule *const library_rules[] = {lint_balance, NULL};

bool lint_wants(const struct entry *e, const struct question *q, const char *code)
{
	const char *here = q ? q->ignore : NULL, *everywhere = e->pack->ignore;

	return !(here && strcasestr(here, code)) && !(everywhere && strcasestr(everywhere, code));
}

/* Lines are counted from the start: findings are few. */
static struct textpos spot_at(const struct ini_text *t, uint32_t offset)
{
	const char *p = t->s, *end = t->s + offset;
	int line = 1;

	for (; (p = memchr(p, t->newline, (size_t)(end - p))); p++)
		line++;
	return (struct textpos){offset, line};
}

struct place lint_place(const struct entry *e, uint32_t at)
{
	return ini_place(e->text, spot_at(e->text, at));
}

void lint_second(struct entry *e, struct finding *f, const struct entry *other, uint32_t at,
		 const char *aside)
{
	struct ini_text there = *other->text;

	there.diag = &e->diag; /* the finding outlives the other's */
	ini_second(&there, f, spot_at(&there, at), aside);
	if (other != e)
		f->second_path = diag_text(&e->diag, "%s", other->path);
}

static enum severity severity_of(const char *code)
{
	return code[0] == 'E' ? SEVERITY_ERROR : code[0] == 'W' ? SEVERITY_WARNING : SEVERITY_NOTE;
}

static struct finding *say(struct entry *e, const char *code, struct textpos at, const char *format,
			   va_list args)
{
	char message[600];

	vsnprintf(message, sizeof message, format, args);
	return ini_say(e->text, severity_of(code), code, at, 0, "%s", message);
}

struct finding *lint_say(struct entry *e, const struct question *q, const char *code, uint32_t at,
			 const char *format, ...)
{
	struct finding *f;
	va_list args;

	if (!lint_wants(e, q, code))
		return &e->diag.spare;
	va_start(args, format);
	f = say(e, code,
		!diag_keeps(&e->diag, severity_of(code)) ? (struct textpos){0, 0}
		: at                                     ? spot_at(e->text, at)
							 : spot_at(e->text, q->at),
		format, args);
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
	f = say(e, code, (struct textpos){0, 0}, format, args);
	va_end(args);
	return f;
}

static void lint_question(struct entry *e, const struct question *q)
{
	struct word ask[ASK_WORDS], choices[PACK_CHOICES][CHOICE_WORDS];
	struct subject s = {.entry = e, .q = q};

	s.ask = (struct words){ask, words_split(q->ask.s, ask, ASK_WORDS)};
	for (int i = 0; i < q->nchoices && !q->statement; i++)
		if (q->choices[i].text.s)
			s.choices[i] =
				(struct words){choices[i], words_split(q->choices[i].text.s,
								       choices[i], CHOICE_WORDS)};
	for (question_rule *const *rule = question_rules; *rule; rule++)
		(*rule)(&s);
}

void lint_library(struct library *l)
{
	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		for (int i = 0; e->pack && i < e->pack->nquestions; i++)
			lint_question(e, &e->pack->questions[i]);
	for (library_rule *const *rule = library_rules; *rule; rule++)
		(*rule)(l);
	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		diag_sort(&e->diag);
}
