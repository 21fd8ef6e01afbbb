#include "moodlegaps.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "giftgaps.h"

enum { WORDS = PACK_CHOICES, GAPS = 100 /* more are text */ };

struct words {
	char *text[WORDS];
	int group[WORDS];
	int n;
};

static void read_words(struct words *w, const xmlNode *q, const char *name)
{
	for (const xmlNode *node = moodlexml_child(q, name); node && w->n < WORDS;
	     node = moodlexml_next_child(node, name)) {
		char *group = moodlexml_content(moodlexml_child(node, "group"));
		w->text[w->n] = moodlexml_content(moodlexml_child(node, "text"));
		w->group[w->n++] = atoi(group);
		free(group);
	}
}

static void put_escaped(FILE *out, const char *s)
{
	for (; *s; s++) {
		if (strchr("~=#{}\\", *s))
			fputc('\\', out);
		fputc(*s, out);
	}
}

/* [[2]] as a gap of cloze. */
static void put_gap(FILE *out, const struct words *w, int right)
{
	fputs("{:MC:=", out);
	put_escaped(out, w->text[right]);
	for (int i = 0; i < w->n; i++)
		if (i != right && w->group[i] == w->group[right] &&
		    strcmp(w->text[i], w->text[right]) != 0) {
			fputc('~', out);
			put_escaped(out, w->text[i]);
		}
	fputc('}', out);
}

/* The text as cloze has it; the ends of lines are blanks, as in HTML. */
static char *read_text(const xmlNode *q)
{
	char *s = moodlexml_content(moodlexml_child(moodlexml_child(q, "questiontext"), "text"));
	struct words w = {.n = 0};
	char *text = NULL, *end;
	size_t n;
	int ngaps = 0;
	FILE *out = open_memstream(&text, &n);

	read_words(&w, q, "selectoption");
	read_words(&w, q, "dragbox");
	for (const char *p = s; out && *p; p++) {
		long gap = p[0] == '[' && p[1] == '[' && isdigit((unsigned char)p[2])
				   ? strtol(p + 2, &end, 10)
				   : 0;
		if (gap >= 1 && gap <= w.n && end[0] == ']' && end[1] == ']' && ngaps++ < GAPS) {
			put_gap(out, &w, (int)gap - 1);
			p = end + 1;
		} else if (w.n > 0 && strchr("{}\\", *p)) {
			fprintf(out, "\\%c", *p);
		} else {
			fputc(*p == '\n' ? ' ' : *p, out);
		}
	}
	if (out)
		fclose(out);
	while (w.n > 0)
		free(w.text[--w.n]);
	free(s);
	return text;
}

void moodlegaps_take(struct making *m, const xmlNode *q)
{
	char *s = read_text(q);
	struct question common = m->q;
	struct gift_reader g = {.m = m, .at = m->begun, .folds = true};
	struct gift_block b;
	struct gift_set set = {0};
	int made = 0;

	if (!s || !giftgaps_open(&b, s, strlen(s)) || !giftgaps_are(&b)) {
		making_refuse(m, "E705", g.at,
			      "this question cannot come along: its gaps are to be filled in by "
			      "typing")
			->help = "add wrong answers to choose from, as in: {1:MC:=Lima~Quito}";
		free(s);
		return;
	}
	while (giftgaps_next(&b, &set)) {
		if (made++ > 0) {
			making_end(m);
			making_begin(m, g.at);
			m->q = common;
			m->q.id = NULL; /* the first one has it */
		}
		m->q.ask.s = giftgaps_ask(&g, &b, &set);
		giftanswers_take(&g, s + set.open + 1, set.close - set.open - 1);
	}
	if (made > 1)
		making_say(m, "N724", g.at,
			   "this text has %d gaps, and each was read as a question", made);
	free(s);
}
