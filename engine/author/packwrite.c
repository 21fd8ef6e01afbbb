#include "packwrite.h"

#include <string.h>

#include "packkeys.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The first line stands behind the '=' where nothing of it would be trimmed there. */
static void write_key(FILE *out, const char *key, int width, const char *value)
{
	const char *line = value, *end = strchrnul(line, '\n');

	fprintf(out, "%-*s =", width, key);
	if (!is_blank(*line) && (end == line || !is_blank(end[-1]))) {
		fprintf(out, "%s%.*s", end > line ? " " : "", (int)(end - line), line);
		line = *end ? end + 1 : NULL;
	}
	fputc('\n', out);
	for (; line; line = *end ? end + 1 : NULL) {
		end = strchrnul(line, '\n');
		fprintf(out, "%*s|%.*s\n", width + 3, "", (int)(end - line), line);
	}
}

static void write_text(FILE *out, const char *key, int width, const struct text *t)
{
	char name[2 * 64];

	if (!t->s)
		return;
	write_key(out, key, width, t->s);
	for (const struct translation *m = t->more; m; m = m->next) {
		snprintf(name, sizeof name, "%s.%s", key, m->language);
		write_key(out, name, width, m->s);
	}
}

static void write_word(FILE *out, const char *key, int width, const char *s)
{
	if (s)
		write_key(out, key, width, s);
}

static void write_number(FILE *out, const char *key, int width, int number)
{
	if (number >= 0)
		fprintf(out, "%-*s = %d\n", width, key, number);
}

static void write_lines(FILE *out, const char *key, int width, const struct lines *l)
{
	for (; l; l = l->next)
		write_text(out, key, width, &l->text);
}

static bool same_lines(const struct lines *a, const struct lines *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (strcmp(a->text.s, b->text.s) != 0 || a->text.more || b->text.more)
			return false;
	return !a && !b;
}

const struct lines *packwrite_shared_source(const struct pack *p)
{
	const struct lines *first = p->nquestions > 1 ? p->questions[0].source : NULL;

	for (int i = 1; first && i < p->nquestions; i++)
		if (!same_lines(first, p->questions[i].source))
			return NULL;
	return first;
}

static void write_tags(FILE *out, int width, const struct lines *tags)
{
	if (!tags)
		return;
	fprintf(out, "%-*s = ", width, "tags");
	for (; tags; tags = tags->next)
		fprintf(out, "%s%s", tags->text.s, tags->next ? ", " : "\n");
}

static void write_choice(FILE *out, int width, const struct choice *c)
{
	const char *key = key_rows[c->right ? KEY_RIGHT : KEY_WRONG].name;

	if (c->text.s)
		write_text(out, key, width, &c->text);
	else
		write_key(out, key, width, "");
	write_text(out, "because", width, &c->because);
	write_word(out, "choice-image", width, c->image);
	write_text(out, "choice-alt", width, &c->alt);
}

/* As wide as the longest key of the plain ones. */
static int width_of(const struct question *q)
{
	int width = q->statement ? 6 : 5;

	if (q->source || q->credit.s || q->points >= 0)
		width = 6;
	for (int i = 0; i < q->nchoices && !q->statement; i++)
		width = q->choices[i].because.s && width < 7 ? 7 : width;
	return q->shuffle != SHUFFLE_YES && !q->statement && width < 7 ? 7 : width;
}

static void write_question(FILE *out, const struct question *q, bool with_source)
{
	static const char *const levels[] = {NULL, "easy", "2", "medium", "4", "hard"};
	int width = width_of(q);

	if (q->id_given)
		fprintf(out, "\n[question %s]\n", q->id);
	else
		fputs("\n[question]\n", out);
	write_text(out, "ask", width, &q->ask);
	write_word(out, "image", width, q->image);
	write_word(out, "audio", width, q->audio);
	write_text(out, "alt", width, &q->alt);
	write_text(out, "credit", width, &q->credit);
	if (q->statement)
		write_key(out, "answer", width, q->choices[0].right ? "true" : "false");
	for (int i = 0; i < q->nchoices && !q->statement; i++)
		write_choice(out, width, &q->choices[i]);
	if (q->pick != (q->nright > 1 ? PICK_ALL : PICK_ONE))
		write_key(out, "pick", width, key_rows[KEY_PICK].words[q->pick]);
	if (q->show != PACK_SHOWN)
		write_number(out, "show", width, q->show);
	if (q->shuffle != SHUFFLE_YES && !q->statement)
		write_key(out, "shuffle", width, key_rows[KEY_SHUFFLE].words[q->shuffle]);
	write_text(out, "hint", width, &q->hint);
	write_text(out, "why", width, &q->why);
	if (with_source)
		write_lines(out, "source", width, q->source);
	write_word(out, "level", width, levels[q->level]);
	write_number(out, "points", width, q->points);
	write_number(out, "time", width, q->time_s);
	write_tags(out, width, q->tags);
	write_word(out, "lint-ignore", width, q->ignore);
}

static void write_head(FILE *out, const struct pack *p, const struct lines *source)
{
	enum { WIDTH = 8 };

	write_text(out, "title", WIDTH, &p->title);
	write_word(out, "id", WIDTH, p->id);
	write_text(out, "about", WIDTH, &p->about);
	write_lines(out, "author", WIDTH, p->author);
	write_word(out, "licence", WIDTH, p->licence);
	write_word(out, "language", WIDTH, p->language);
	write_word(out, "version", WIDTH, p->version);
	write_word(out, "updated", WIDTH, p->updated);
	write_word(out, "homepage", WIDTH, p->homepage);
	write_word(out, "cover", WIDTH, p->cover);
	write_word(out, "lint-ignore", WIDTH, p->ignore);
	if (p->draw > 0)
		write_number(out, "draw", WIDTH, p->draw);
	if (p->in_order)
		write_key(out, "order", WIDTH, "file");
	if (source) {
		fputs("\n[defaults]\n", out);
		write_lines(out, "source", 6, source);
	}
}

void packwrite(FILE *out, const struct pack *p)
{
	const struct lines *source = packwrite_shared_source(p);
	const struct text *topic = NULL;

	write_head(out, p, source);
	for (int i = 0; i < p->nquestions; i++)
		if (!p->questions[i].topic)
			write_question(out, &p->questions[i], !source);
	for (int i = 0; i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];
		if (!q->topic)
			continue;
		if (!topic || strcmp(topic->s, q->topic->s) != 0)
			fprintf(out, "\n[topic %s]\n", q->topic->s);
		topic = q->topic;
		write_question(out, q, !source);
	}
}
