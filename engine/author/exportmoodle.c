/*
 * Moodle's XML: see importmoodle.c. Texts go as plain ones, so that nothing in them is taken for
 * markup. Points are 100 for a grade of 1; where none
 * are given, Moodle takes its own grade. Of several right answers each has its share, and a wrong
 * one takes away as much.
 */
#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "losses.h"
#include "moodle.h"
#include "utf8.h"

/* Without what XML forbids, which no text has that can be seen. */
static void write_text(FILE *out, const char *s)
{
	const char *end = s + strlen(s);
	uint32_t code;

	for (int step; s < end; s += step) {
		step = utf8_decode(s, (size_t)(end - s), &code);
		if (*s == '&')
			fputs("&amp;", out);
		else if (*s == '<')
			fputs("&lt;", out);
		else if (*s == '>')
			fputs("&gt;", out);
		else if (step > 0 && code != 0xfffe && code != 0xffff)
			fwrite(s, 1, (size_t)step, out);
		step = step > 0 ? step : 1;
	}
}

static void write_element(FILE *out, const char *name, const char *s)
{
	if (!s)
		return;
	fprintf(out, "    <%s format=\"plain_text\"><text>", name);
	write_text(out, s);
	fprintf(out, "</text></%s>\n", name);
}

/* A name for the list of questions: the ID, else how it begins. */
static void write_name(FILE *out, const struct question *q)
{
	struct quote begin = diag_quote(q->ask.s, strlen(q->ask.s));

	fputs("    <name><text>", out);
	write_text(out, q->id_given ? q->id : begin.s);
	fputs("</text></name>\n", out);
}

static void write_category(FILE *out, const struct text *topic)
{
	char *category = moodle_category(topic);

	fputs("  <question type=\"category\"><category><text>", out);
	write_text(out, category ? category : "");
	fputs("</text></category></question>\n", out);
	free(category);
}

static void write_answer(FILE *out, double fraction, const char *text, const char *because)
{
	fprintf(out, "    <answer fraction=\"%.7g\" format=\"plain_text\"><text>", fraction);
	write_text(out, text);
	fputs("</text><feedback format=\"plain_text\"><text>", out);
	write_text(out, because ? because : "");
	fputs("</text></feedback></answer>\n", out);
}

static void write_choices(FILE *out, const struct question *q)
{
	bool all = q->nright > 1 && q->pick == PICK_ALL;
	double share = all ? 100.0 / q->nright : 100;

	fprintf(out,
		"    <single>%s</single>\n"
		"    <shuffleanswers>%s</shuffleanswers>\n"
		"    <answernumbering>abc</answernumbering>\n",
		all ? "false" : "true", q->shuffle == SHUFFLE_NO ? "false" : "true");
	for (int i = 0; i < q->nchoices; i++) {
		const struct choice *c = &q->choices[i];
		write_answer(out, c->right ? share : all ? -share : 0, c->text.s, c->because.s);
	}
}

static void write_tags(FILE *out, const struct lines *tags)
{
	if (!tags)
		return;
	fputs("    <tags>", out);
	for (; tags; tags = tags->next) {
		fputs("<tag><text>", out);
		write_text(out, tags->text.s);
		fputs("</text></tag>", out);
	}
	fputs("</tags>\n", out);
}

static void write_question(FILE *out, const struct question *q)
{
	fprintf(out, "  <question type=\"%s\">\n", q->statement ? "truefalse" : "multichoice");
	write_name(out, q);
	write_element(out, "questiontext", q->ask.s);
	write_element(out, "generalfeedback", q->why.s);
	if (q->points >= 0)
		fprintf(out, "    <defaultgrade>%.7f</defaultgrade>\n", q->points / 100.0);
	if (q->id_given)
		fprintf(out, "    <idnumber>%s</idnumber>\n", q->id);
	if (q->statement) {
		write_answer(out, q->choices[0].right ? 100 : 0, "true", NULL);
		write_answer(out, q->choices[1].right ? 100 : 0, "false", NULL);
	} else {
		write_choices(out, q);
	}
	write_element(out, "hint", q->hint.s);
	write_tags(out, q->tags);
	fputs("  </question>\n", out);
}

/* Where all grades are 1, they are Moodle's own, and say nothing. */
static bool keeps_points(const struct pack *p)
{
	for (int i = 0; i < p->nquestions; i++)
		if (p->questions[i].points >= 0 && p->questions[i].points != 100)
			return true;
	return false;
}

void export_moodle(FILE *out, const struct pack *p, struct diag *d)
{
	const unsigned kept = 1u << LOSS_WHY | 1u << LOSS_BECAUSE | 1u << LOSS_HINT |
			      1u << LOSS_TOPIC | 1u << LOSS_TAGS | 1u << LOSS_LINES |
			      1u << LOSS_ID | 1u << LOSS_ORDER | 1u << LOSS_PICK |
			      (keeps_points(p) ? 1u << LOSS_POINTS : 0);
	struct losses losses = {.diag = d};
	const struct text *topic = NULL;

	losses_note_pack(&losses, p, false);
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n", out);
	for (int i = 0; i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];

		if (losses_needs_picture(&losses, q))
			continue;
		losses_note(&losses, q, LOSS_ALL & ~kept);
		if (q->shuffle == SHUFFLE_KEEP_LAST && !q->statement)
			losses_add(&losses, q, LOSS_ORDER);
		if (q->nright > 1 && q->pick == PICK_ONE)
			losses_add(&losses, q, LOSS_PICK);
		if (q->topic != topic &&
		    (!q->topic || !topic || strcmp(q->topic->s, topic->s) != 0))
			write_category(out, q->topic);
		topic = q->topic;
		write_question(out, q);
	}
	fputs("</quiz>\n", out);
	losses_tell(&losses);
}
