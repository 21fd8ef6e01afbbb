#include "losses.h"

#include <string.h>

static const char *const names[LOSSES] = {
	[LOSS_WHY] = "the explanation (why)",
	[LOSS_BECAUSE] = "what is said of a choice (because)",
	[LOSS_HINT] = "the hint",
	[LOSS_SOURCE] = "the source",
	[LOSS_TOPIC] = "the topic",
	[LOSS_TAGS] = "the tags",
	[LOSS_LEVEL] = "the level",
	[LOSS_POINTS] = "the points",
	[LOSS_TIME] = "the time",
	[LOSS_SOUND] = "the sound",
	[LOSS_WORDS_OF_MEDIA] = "the words for a picture or a sound (alt, credit)",
	[LOSS_PICK] = "how several right answers count (pick)",
	[LOSS_POOL] = "that only some of the choices are shown (show)",
	[LOSS_CHOICES] = "so many choices",
	[LOSS_ORDER] = "how choices are shuffled (shuffle)",
	[LOSS_LINES] = "line ends in a text",
	[LOSS_BLANKS] = "blanks before a text",
	[LOSS_TRANSLATIONS] = "translations",
	[LOSS_ID] = "the ID",
	[LOSS_IGNORE] = "which findings to leave alone (lint-ignore)",
	[LOSS_ABOUT] = "all that the pack says of itself (title, licence, order and the like)",
};

static bool of_choices(const struct question *q, bool (*has)(const struct choice *c))
{
	for (int i = 0; i < q->nchoices && !q->statement; i++)
		if (has(&q->choices[i]))
			return true;
	return false;
}

static bool has_because(const struct choice *c)
{
	return c->because.s;
}

static bool has_picture(const struct choice *c)
{
	return c->image;
}

static bool has_alt(const struct choice *c)
{
	return c->alt.s;
}

static bool has_lines(const struct choice *c)
{
	return c->text.s && strchr(c->text.s, '\n');
}

static bool is_translated(const struct choice *c)
{
	return c->text.more || c->because.more || c->alt.more;
}

static bool has_no_words(const struct choice *c)
{
	return !c->text.s;
}

static bool begins_blank(const char *s)
{
	return s && (*s == ' ' || *s == '\t' || *s == '\n');
}

static bool has_blanks(const struct choice *c)
{
	return begins_blank(c->text.s) || begins_blank(c->because.s);
}

static bool has(const struct question *q, enum loss kind)
{
	switch (kind) {
	case LOSS_WHY: return q->why.s;
	case LOSS_BECAUSE: return of_choices(q, has_because);
	case LOSS_HINT: return q->hint.s;
	case LOSS_SOURCE: return q->source;
	case LOSS_TOPIC: return q->topic;
	case LOSS_TAGS: return q->tags;
	case LOSS_LEVEL: return q->level > 0;
	case LOSS_POINTS: return q->points >= 0;
	case LOSS_TIME: return q->time_s >= 0;
	case LOSS_PICTURE: return q->image || of_choices(q, has_picture);
	case LOSS_SOUND: return q->audio;
	case LOSS_WORDS_OF_MEDIA: return q->alt.s || q->credit.s || of_choices(q, has_alt);
	case LOSS_PICK: return q->nright > 1 && q->pick != PICK_ALL;
	case LOSS_POOL: return q->show < q->nchoices;
	case LOSS_ORDER: return q->shuffle != SHUFFLE_YES && !q->statement;
	case LOSS_LINES: return strchr(q->ask.s, '\n') || of_choices(q, has_lines);
	case LOSS_TRANSLATIONS:
		return q->ask.more || q->why.more || q->hint.more || of_choices(q, is_translated);
	case LOSS_BLANKS:
		return begins_blank(q->ask.s) || begins_blank(q->why.s) ||
		       begins_blank(q->hint.s) || of_choices(q, has_blanks);
	case LOSS_ID: return q->id_given;
	case LOSS_IGNORE: return q->ignore;
	default: return false;
	}
}

static void count(struct losses *l, const struct question *q, enum loss kind)
{
	if (kind == LOSS_PICTURE)
		diag_add(l->diag, SEVERITY_WARNING, "W755", (struct place){q->line, 1},
			 "this question goes without its picture: this format has no place for a "
			 "picture");
	else if (l->n[kind]++ == 0)
		l->line[kind] = q->line;
}

void losses_note(struct losses *l, const struct question *q, unsigned kinds)
{
	for (int i = 0; i < LOSSES; i++)
		if (kinds >> i & 1 && has(q, (enum loss)i))
			count(l, q, (enum loss)i);
}

void losses_add(struct losses *l, const struct question *q, enum loss kind)
{
	count(l, q, kind);
}

void losses_note_pack(struct losses *l, const struct pack *p, bool held)
{
	bool head = p->title.s || p->author || p->licence || p->language;
	bool rest = p->title.more || p->about.s || p->version || p->updated || p->homepage ||
		    p->cover || p->ignore || p->draw || p->in_order;

	if (rest || (head && !held))
		l->n[LOSS_ABOUT] = l->line[LOSS_ABOUT] = 1;
}

void losses_left_out(struct losses *l, const struct question *q, const char *why)
{
	diag_add(l->diag, SEVERITY_WARNING, "W751", (struct place){q->line, 1},
		 "this question is left out: %s, and this format has no place for that", why);
}

bool losses_needs_picture(struct losses *l, const struct question *q)
{
	bool needs = of_choices(q, has_no_words);

	if (needs)
		losses_left_out(l, q, "a choice of it is a picture alone");
	return needs;
}

void losses_tell(const struct losses *l)
{
	for (int i = 0; i < LOSSES; i++) {
		struct place first = {l->line[i], 1};
		if (l->n[i] == 0)
			continue;
		if (i == LOSS_ABOUT)
			diag_add(l->diag, SEVERITY_NOTE, "N752", first,
				 "this format has no place for %s", names[i]);
		else
			diag_add(l->diag, SEVERITY_NOTE, "N752", first,
				 "this format has no place for %s: %d question%s lose%s it",
				 names[i], l->n[i], l->n[i] == 1 ? "" : "s",
				 l->n[i] == 1 ? "s" : "");
	}
}
