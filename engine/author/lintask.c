/* Rules about what a question asks. */
#include <string.h>

#include "lintrules.h"

enum {
	WORDS_A_MINUTE = 238, /* silently, of grown-ups: Brysbaert 2019 */
	WORD_CHARACTERS = 6,  /* with the blank; of texts with more words than are kept */
	CHOOSING_S = 10,      /* as the game's own clock gives, with ... */
	CHARACTER_MS = 60,    /* ... this for each character */
	LABEL_WORDS = 2,
	NEGATIVES = 8, /* of a question that are looked at: no sentence has more */
};

/* In capitals, or between stars or underscores. */
static bool is_emphasised(const struct words *ask, const struct word *w)
{
	char before = w->at > 0 ? ask->s[w->at - 1] : ' ', after = ask->s[w->at + w->n];

	return w->capitals || ((before == '*' || before == '_') && after == before);
}

/* Whether a place in a text is inside quotation marks. */
static bool is_quoted(const char *s, const char *at)
{
	static const char *const marks[][2] = {{"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}};
	bool straight = false, single = false;

	for (const char *p = s; p < at; p++) {
		straight ^= *p == '"';
		single |= *p == '\'' && (p == s || strchr(" (", p[-1]));
	}
	if (single && strchr(at, '\'')) /* an apostrophe has letters before it */
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const char *opened = strstr(s, marks[i][0]);
		if (opened && opened < at && strstr(at, marks[i][1]))
			return true;
	}
	return straight;
}

/* Whether what lies between two words ends a clause. */
static bool parts(const struct words *ask, const struct word *a, const struct word *b)
{
	for (const char *p = ask->s + a->at + a->n; p < ask->s + b->at; p++)
		if (strchr(",;:.?!", *p))
			return true;
	return false;
}

/* Whether the question itself says no with its word i, rather than one of its clauses. */
static bool denies(const struct words *ask, int i)
{
	const struct word *w = ask->w;
	bool asked = false; /* before the clause that it is in */
	int start = 0;

	if (!(w[i].kinds & WORD_NEGATIVE) || i == 0 || w[i].capital)
		return false;
	for (int k = 1; k < ask->n; k++) {
		if (!parts(ask, &w[k - 1], &w[k]))
			continue;
		if (k <= i)
			start = k;
		else if (w[k].kinds & WORD_ASKS)
			return false; /* what is asked comes later */
	}
	for (int k = 0; k < start; k++)
		asked |= (w[k].kinds & WORD_ASKS) != 0;
	if (start > 0 && (asked || !(w[start].kinds & WORD_ASKS)))
		return false;
	for (int k = start; k < i; k++)
		if (w[k].kinds & WORD_WHY || (k > start + 1 && w[k].kinds & WORD_CLAUSE))
			return false;
	if (w[i - 1].kinds & WORD_SOFTENS || (i + 1 < ask->n && w[i + 1].kinds & WORD_SOFTENS))
		return false;
	return !is_quoted(ask->s, ask->s + w[i].at);
}

void lint_negative(const struct subject *s)
{
	const struct words *ask = &s->ask;
	const struct word *found = NULL;
	struct finding *f;
	int negatives = 0;

	for (int i = 0; i < ask->n; i++) {
		if (!(ask->w[i].kinds & WORD_NEGATIVE))
			continue;
		if (is_emphasised(ask, &ask->w[i]))
			return;
		if (!found && negatives++ < NEGATIVES && denies(ask, i))
			found = &ask->w[i];
	}
	if (!found)
		return;
	f = lint_say(s->entry, s->q, "N604", 0, "the '%.*s' in this question is easily missed",
		     (int)found->n, ask->s + found->at);
	f->help = s->q->statement ? "say what is so, or write it in capitals"
				  : "ask for what is so, or write it in capitals";
}

static bool has_media(const struct question *q)
{
	return q->image || q->audio;
}

bool lint_is_label(const struct question *q, const struct words *ask)
{
	const char *end;

	if (q->statement || has_media(q) || ask->n == 0 || ask->n > LABEL_WORDS)
		return false;
	end = ask->s + strlen(ask->s);
	for (int i = 0; i < ask->n; i++)
		if (ask->w[i].number || ask->w[i].kinds & (WORD_ASKS | WORD_WHY))
			return false;
	return (end[-1] == ':' || end[-1] == '.' || (unsigned char)end[-1] >= 0x80 ||
		(end[-1] | 0x20) >= 'a') &&
	       !strpbrk(ask->s, "_=?\n") && !strstr(ask->s, "…") && !strstr(ask->s, "...");
}

/* Small words and such as "statement" and "correct": one of these, and nothing else. */
static bool says_nothing(const struct words *ask)
{
	bool vague = false;

	for (int i = 0; i < ask->n; i++) {
		if (!(ask->w[i].kinds & (WORD_STOP | WORD_VAGUE | WORD_NEGATIVE)))
			return false;
		vague |= (ask->w[i].kinds & WORD_VAGUE) != 0;
	}
	return vague;
}

void lint_unfocused(const struct subject *s)
{
	const struct question *q = s->q;

	if (q->statement || has_media(q))
		return;
	if (says_nothing(&s->ask))
		lint_say(
			s->entry, q, "W614", 0,
			"this does not tell what the question is about before its choices are read")
			->help =
			"name in it what the choices are about, so that it can be answered "
			"without them";
	else if (4 * s->habits->labels < s->habits->questions && lint_is_label(q, &s->ask))
		lint_say(s->entry, q, "W614", 0, "this names something and asks nothing about it")
			->help = "make it a question, or a sentence with a gap: ___";
}

static int words_of(const struct words *t, int room)
{
	return t->n < room ? t->n : t->characters / WORD_CHARACTERS;
}

void lint_too_long(const struct subject *s)
{
	const struct question *q = s->q;
	int words, characters, shown = q->nchoices < q->show ? q->nchoices : q->show, needs_s;
	int of_choices = 0, among = 0;

	if (q->time_s <= 0)
		return;
	for (int i = 0; i < q->nchoices && !q->statement; i++) {
		of_choices += words_of(&s->choices[i], CHOICE_WORDS);
		among += s->choices[i].characters;
	}
	words = words_of(&s->ask, ASK_WORDS) + of_choices * shown / q->nchoices;
	characters = s->ask.characters + among * shown / q->nchoices;
	needs_s = (words * 60 + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
	if (needs_s <= q->time_s)
		return;
	diag_help(&s->entry->diag,
		  lint_say(s->entry, q, "W613", 0,
			   "to read this takes some %d seconds, and it has %d", needs_s, q->time_s),
		  "type: time = %d", CHOOSING_S + (characters * CHARACTER_MS + 999) / 1000);
}
