#include "translated.h"

#include <stdlib.h>
#include <strings.h>

static bool is_own(const struct pack *p, const char *language)
{
	return strcasecmp(p->language ? p->language : "en", language) == 0;
}

bool translated_has(const struct pack *p, const char *language)
{
	struct text any = {0};
	struct translation one = {NULL, "", NULL};

	any.more = &one;
	for (const char **l = p->languages; l && *l; l++) {
		one.language = *l;
		if (text_language(&any, language))
			return true;
	}
	return is_own(p, language);
}

int translated_missing(const struct pack *p, const char *language)
{
	int n = 0;

	for (int i = 0; i < p->nquestions && !is_own(p, language); i++)
		n += !text_language(&p->questions[i].ask, language);
	return n;
}

static void put(struct text *t, const char *language)
{
	*t = (struct text){text_in(t, language), NULL};
}

/* As they are, where none is translated. */
static const struct lines *lines_of(struct pack *p, const struct lines *all, const char *language)
{
	const struct lines *l = all, *first = NULL, **to = &first;

	while (l && !l->text.more)
		l = l->next;
	for (; l && all; all = all->next) {
		struct lines *line = arena_take(&p->arena, sizeof *line);
		if (!line)
			break;
		line->text = all->text;
		put(&line->text, language);
		*to = line;
		to = &line->next;
	}
	return l ? first : all;
}

static const struct choice *choices_of(struct pack *p, const struct question *q,
				       const char *language)
{
	struct choice *c = arena_take(&p->arena, (size_t)q->nchoices * sizeof *c);

	for (int i = 0; c && i < q->nchoices; i++) {
		c[i] = q->choices[i];
		put(&c[i].text, language);
		put(&c[i].because, language);
		put(&c[i].alt, language);
	}
	return c ? c : q->choices;
}

/* was: the question before this one, as it was; what they share stays shared. */
static void translate(struct pack *p, struct question *q, const struct question *was,
		      const char *language)
{
	const struct question *now = q - 1;
	struct text *topic;

	put(&q->ask, language);
	put(&q->hint, language);
	put(&q->why, language);
	put(&q->alt, language);
	put(&q->credit, language);
	if (!q->statement)
		q->choices = choices_of(p, q, language);
	if (was && was->source == q->source)
		q->source = now->source;
	else
		q->source = lines_of(p, q->source, language);
	if (was && was->topic == q->topic) {
		q->topic = now->topic;
	} else if (q->topic && (topic = arena_take(&p->arena, sizeof *topic))) {
		*topic = *q->topic;
		put(topic, language);
		q->topic = topic;
	}
}

struct pack *translated_pack(const struct pack *p, const char *language)
{
	struct pack *t = malloc(sizeof *t);

	if (!t)
		return NULL;
	*t = *p;
	t->references = 1;
	t->arena = (struct arena){0};
	t->language = is_own(p, language) ? p->language : language;
	t->languages = NULL;
	put(&t->title, language);
	put(&t->about, language);
	t->questions = arena_take(&t->arena, (size_t)p->nquestions * sizeof *t->questions + 1);
	if (!t->questions) {
		pack_drop(t);
		return NULL;
	}
	for (int i = 0; i < p->nquestions; i++) {
		t->questions[i] = p->questions[i];
		translate(t, &t->questions[i], i > 0 ? &p->questions[i - 1] : NULL, language);
	}
	return t;
}
