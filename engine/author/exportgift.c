/*
 * GIFT: see importgift.c. Several right ones share 100 percent where all of them are wanted, and
 * have it each where any of them will do.
 */
#include <stdlib.h>
#include <string.h>

#include "about.h"
#include "convert.h"
#include "losses.h"
#include "moodle.h"

enum { ABOUT = 500 };

static void write_text(FILE *out, const char *s)
{
	for (; *s; s++)
		if (*s == '\n')
			fputs("\\n", out);
		else
			fprintf(out, strchr("~=#{}:\\", *s) ? "\\%c" : "%c", *s);
}

/* It would be read as something else than text: HTML, TeX, a mark of format, a weight. */
static bool is_odd(const char *s)
{
	const char *first = s ? s + strspn(s, " \t\n") : "";

	return *first && (strpbrk(s, "<&") || strchr("[%$", *first) ||
			  strncmp(first, "//", 2) == 0 || (strchr(s, '\n') && strpbrk(s, "$\\")));
}

static void write_marked(FILE *out, const char *s)
{
	if (is_odd(s))
		fputs("[plain]", out);
	write_text(out, s);
}

/* Where the question has a mark, its other texts go by it too. */
static bool is_odd_question(const struct question *q)
{
	bool odd = is_odd(q->ask.s) || is_odd(q->why.s);

	for (int i = 0; i < q->nchoices && !odd && !q->statement; i++)
		odd = is_odd(q->choices[i].text.s) || is_odd(q->choices[i].because.s);
	return odd;
}

static void write_choices(FILE *out, const struct question *q)
{
	bool all = q->nright > 1 && q->pick == PICK_ALL;

	for (int i = 0; i < q->nchoices; i++) {
		const struct choice *c = &q->choices[i];
		if (!all)
			fputs(c->right ? "\t=" : "\t~", out);
		else if (c->right)
			fprintf(out, "\t~%%%.*f%%", 100 % q->nright ? 5 : 0, 100.0 / q->nright);
		else
			fputs("\t~%-100%", out);
		write_marked(out, c->text.s);
		if (c->because.s) {
			fputs(" #", out);
			write_marked(out, c->because.s);
		}
		fputc('\n', out);
	}
}

static void write_marks(FILE *out, const struct question *q, bool id)
{
	if (!id && !q->tags)
		return;
	fputs("//", out);
	if (id)
		fprintf(out, " [id:%s]", q->id);
	for (const struct lines *l = q->tags; l; l = l->next) {
		fputs(" [tag:", out);
		for (const char *s = l->text.s; *s; s++)
			fprintf(out, strchr("]\\", *s) ? "\\%c" : "%c", *s);
		fputc(']', out);
	}
	fputc('\n', out);
}

static void write_question(FILE *out, const struct question *q)
{
	bool id = q->id_given;

	write_marks(out, q, id);
	if (id)
		fprintf(out, "::%s::", q->id);
	if (is_odd_question(q))
		fputs("[plain]", out);
	write_text(out, q->ask.s);
	fputs(q->statement ? q->choices[0].right ? " {TRUE" : " {FALSE" : " {\n", out);
	if (!q->statement)
		write_choices(out, q);
	if (q->why.s) {
		fputs(q->statement ? "####" : "\t####", out);
		write_marked(out, q->why.s);
		fputs(q->statement ? "" : "\n", out);
	}
	fputs("}\n\n", out);
}

static void write_topic(FILE *out, const struct text *topic)
{
	char *category = moodle_category(topic);

	if (category)
		fprintf(out, "$CATEGORY: %s\n\n", category);
	free(category);
}

static void write_about(FILE *out, const char *key, const char *s)
{
	if (s && about_is_line(s, ABOUT))
		fprintf(out, "// %s: %s\n", key, s);
}

static void write_head(FILE *out, const struct pack *p)
{
	write_about(out, "title", p->title.s);
	for (const struct lines *l = p->author; l; l = l->next)
		write_about(out, "author", l->text.s);
	write_about(out, "licence", p->licence);
	write_about(out, "language", p->language);
	fputc('\n', out);
}

void export_gift(FILE *out, const struct pack *p, struct diag *d)
{
	enum {
		HELD = 1 << LOSS_WHY | 1 << LOSS_BECAUSE | 1 << LOSS_TOPIC | 1 << LOSS_TAGS |
		       1 << LOSS_LINES | 1 << LOSS_ID
	};
	struct losses losses = {.diag = d};
	const struct text *topic = NULL;

	losses_note_pack(&losses, p, true);
	write_head(out, p);
	for (int i = 0; i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];
		bool any = q->nright > 1 && q->pick == PICK_ANY;

		if (losses_needs_picture(&losses, q))
			continue;
		losses_note(&losses, q, LOSS_ALL & ~(HELD | (any ? 1u << LOSS_PICK : 0)));
		if (q->topic != topic &&
		    (!q->topic || !topic || strcmp(q->topic->s, topic->s) != 0))
			write_topic(out, q->topic);
		topic = q->topic;
		write_question(out, q);
	}
	losses_tell(&losses);
}
