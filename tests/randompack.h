/*
 * Packs by chance, as good as any that is read: every awkward character and every key. All of one
 * lives in its arena.
 */
#ifndef RANDOMPACK_H
#define RANDOMPACK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack.h"
#include "rng.h"

static inline const char *random_word(struct rng *r)
{
	static const char *const words[] = {"alpha",
					    "Zug",
					    "l'été",
					    "naïve",
					    "Ω",
					    "日本語",
					    "العربية",
					    "עברית",
					    "हिन्दी",
					    "👩‍🚀",
					    "e\u0301",
					    "a\u00a0b",
					    "a\u200fb",
					    "5 €",
					    "~",
					    "=",
					    "#",
					    "{",
					    "}",
					    ":",
					    "\\",
					    "\\n",
					    "\\\\",
					    "\"",
					    "\"\"",
					    "'",
					    "<",
					    ">",
					    "<b>",
					    "</p>",
					    "<br>",
					    "&",
					    "&amp;",
					    "&#65;",
					    "%",
					    "%50%",
					    "$",
					    "$x_1$",
					    "\\(",
					    "\\frac{1}{2}",
					    ",",
					    ";",
					    "|",
					    "/",
					    "//",
					    "[",
					    "]",
					    "[html]",
					    "(",
					    ")",
					    "*",
					    "_",
					    "`",
					    "!",
					    "?",
					    ".",
					    "@",
					    "+",
					    "-",
					    "->",
					    "::",
					    "####",
					    "{T}",
					    "A. ",
					    "B) ",
					    "ANSWER: B",
					    "$CATEGORY: x",
					    "^ ",
					    "#Q ",
					    "TRUE",
					    "1",
					    "2",
					    "1,2",
					    "  ",
					    "\t",
					    "_____",
					    "ask = x",
					    "[question]",
					    ";",
					    "=SUM(A1)",
					    "]]>",
					    "<!--",
					    "</text>",
					    "vector<int>",
					    "a<b",
					    "x²",
					    "H₂O"};

	return words[rng_below(r, sizeof words / sizeof *words)];
}

/* Words with blanks, nothing or line ends between; it ends in no blank. */
static inline const char *random_text(struct rng *r, struct arena *a, int most, bool lines)
{
	char text[1024] = "";
	int n = 1 + (int)rng_below(r, (uint32_t)most);
	size_t end;

	if (lines && rng_below(r, 40) == 0)
		strcat(text, " ");
	for (int i = 0; i < n; i++) {
		strcat(text, random_word(r));
		if (lines && rng_below(r, 12) == 0)
			strcat(text, rng_below(r, 3) ? "\n" : "\n\n");
		else
			strcat(text, rng_below(r, 4) ? " " : "");
	}
	for (end = strlen(text); end > 0 && strchr(" \t\n", text[end - 1]);)
		text[--end] = '\0';
	if (text[strspn(text, " \t\n")] == '\0')
		strcpy(text, "x");
	return arena_text(a, text, strlen(text));
}

static inline struct lines *random_lines(struct rng *r, struct arena *a, int most, bool tags)
{
	struct lines *first = NULL;

	for (int n = (int)rng_below(r, (uint32_t)most + 1); n > 0; n--) {
		struct lines *line = arena_take(a, sizeof *line);
		char text[64];
		snprintf(text, sizeof text, tags ? "t%d %d]" : "Book %d, page %d; \"x\" & y = z", n,
			 (int)rng_below(r, 99));
		line->text.s = tags ? arena_text(a, text, strlen(text) - rng_below(r, 2))
				    : arena_text(a, text, strlen(text));
		line->next = first;
		first = line;
	}
	return first;
}

static inline void random_choices(struct rng *r, struct pack *p, struct question *q)
{
	int wrongs = 1 + (int)rng_below(r, rng_below(r, 8) ? 4 : 20);
	struct choice *c;

	q->nright = rng_below(r, 3) ? 1 : 1 + (int)rng_below(r, 5);
	q->nchoices = q->nright + wrongs;
	if (q->nright > 1)
		q->pick = (uint8_t)rng_below(r, 3);
	if (q->nright > 1 && q->pick == PICK_ALL && rng_below(r, 8) == 0)
		q->nchoices = q->nright;
	q->choices = c = arena_take(&p->arena, (size_t)q->nchoices * sizeof *c);
	for (int i = 0; i < q->nchoices; i++) {
		bool twin = true;
		c[i].right = i < q->nright;
		while (twin) {
			c[i].text.s = random_text(r, &p->arena, 5, rng_below(r, 4) == 0);
			twin = false;
			for (int k = 0; k < i; k++)
				twin = twin ||
				       strcmp(c[k].text.s + strspn(c[k].text.s, " \n"),
					      c[i].text.s + strspn(c[i].text.s, " \n")) == 0;
		}
		if (rng_below(r, 3) == 0)
			c[i].because.s = random_text(r, &p->arena, 8, true);
	}
	rng_shuffle(r, c, (uint32_t)q->nchoices, sizeof *c);
}

static inline void random_question(struct rng *r, struct pack *p, struct question *q, int i)
{
	static const struct translation german = {"de", "Zwei?", NULL};
	const char *ask = random_text(r, &p->arena, 12, true);
	char *whole = arena_take(&p->arena, strlen(ask) + 16);

	sprintf(whole, "%s q%d", ask, i);
	*q = (struct question){.ask.s = whole, .line = i + 1, .points = -1, .time_s = -1};
	q->show = (uint8_t)(rng_below(r, 5) ? PACK_SHOWN : 2 + rng_below(r, 5));
	q->statement = rng_below(r, 6) == 0;
	q->shuffle = q->statement ? SHUFFLE_NO : (uint8_t)(rng_below(r, 6) ? 0 : rng_below(r, 3));
	if (q->statement) {
		q->choices = pack_statement(rng_below(r, 2));
		q->nchoices = 2;
		q->nright = 1;
	} else {
		random_choices(r, p, q);
	}
	if (q->pick == PICK_ALL && q->nright > 1)
		q->show = PACK_SHOWN;
	if (rng_below(r, 3) == 0)
		q->why.s = random_text(r, &p->arena, 12, true);
	if (rng_below(r, 5) == 0)
		q->hint.s = random_text(r, &p->arena, 6, true);
	if (rng_below(r, 12) == 0)
		q->ask.more = (struct translation *)&german;
	if (rng_below(r, 4) == 0)
		q->source = random_lines(r, &p->arena, 3, false);
	if (rng_below(r, 4) == 0)
		q->tags = random_lines(r, &p->arena, 3, true);
	if (rng_below(r, 5) == 0)
		q->level = (uint8_t)rng_below(r, 6);
	if (rng_below(r, 5) == 0)
		q->points = (int)rng_below(r, 1000);
	if (rng_below(r, 5) == 0)
		q->time_s = (int)rng_below(r, 200);
	if (rng_below(r, 12) == 0)
		q->ignore = "N612, W601";
	if (rng_below(r, 4) == 0) {
		char id[24];
		snprintf(id, sizeof id, "id-%d.%d_x", i, (int)rng_below(r, 99));
		q->id = arena_text(&p->arena, id, strlen(id));
	}
}

/* Those without a topic come first, as they do in a file. */
static inline struct pack *random_pack(struct rng *r)
{
	static const struct text topics[] = {{"Rivers & lakes", NULL}, {"and/or: 1/2", NULL},
					     {"日本 [x]", NULL},       {"Default for x", NULL},
					     {"/a//b/", NULL},         {"$top$", NULL}};
	struct pack *p = calloc(1, sizeof *p);
	const struct text *topic = NULL;

	p->references = 1;
	p->path = "random.ini";
	p->nquestions = 1 + (int)rng_below(r, 12);
	p->questions = arena_take(&p->arena, (size_t)p->nquestions * sizeof *p->questions);
	p->title.s = rng_below(r, 2) ? "A title: \"x\" & y" : "Plain";
	if (rng_below(r, 2))
		p->author = random_lines(r, &p->arena, 2, false);
	if (rng_below(r, 2))
		p->licence = "CC BY-SA 4.0";
	if (rng_below(r, 2))
		p->language = "pt-BR";
	if (rng_below(r, 4) == 0) {
		p->about.s = random_text(r, &p->arena, 8, true);
		p->version = "1.2";
		p->updated = "2024-02-29";
		p->homepage = "https://example.org/?a=b#c";
		p->draw = 7;
		p->in_order = true;
	}
	for (int i = 0; i < p->nquestions; i++) {
		if (rng_below(r, 4) == 0)
			topic = &topics[rng_below(r, sizeof topics / sizeof *topics)];
		random_question(r, p, &p->questions[i], i);
		p->questions[i].topic = topic;
	}
	return p;
}

#endif
