/* Rules about what goes with a question: pictures in words, credits, reasons, sources. */
#include "lintrules.h"

enum {
	WORTH_A_WORD = 10, /* questions: a smaller pack is still being written */
	MOST_PERCENT = 75, /* have it: then one without may have been forgotten */
};

void lint_media(const struct subject *s)
{
	const struct question *q = s->q;
	const struct habits *h = s->habits;
	const char *key = q->image ? "image" : "audio";

	if ((q->image || q->audio) && !q->alt.s)
		lint_say(s->entry, q, "W615", lint_key(s->entry, q, key),
			 q->image ? "nobody who cannot see the picture is told what it shows"
				  : "nobody who cannot hear the sound is told what it plays")
			->help = q->image ? "add a line: alt = what the picture shows, in words"
					  : "add a line: alt = what is heard, in words";
	for (int i = 0; i < q->nchoices && !q->statement; i++)
		if (q->choices[i].image && !q->choices[i].text.s && !q->choices[i].alt.s)
			lint_say_choice(s, i, "W615",
					"nobody who cannot see this picture is told what it shows")
				->help =
				"add a line: choice-alt = what the picture shows, in words";
	if ((q->image || q->audio) && !q->credit.s && h->with_credit > 0)
		lint_say(s->entry, q, "N616", lint_key(s->entry, q, key),
			 "nothing says whose %s this is", q->image ? "picture" : "sound")
			->help = "add a line: credit = who made it, and its licence";
}

static bool most_have(int n, int of)
{
	return of >= 4 && n < of && n * 100 >= of * MOST_PERCENT;
}

void lint_reasons(const struct subject *s)
{
	const struct question *q = s->q;
	const struct habits *h = s->habits;

	if (!q->why.s && most_have(h->with_why, h->questions))
		lint_say(s->entry, q, "N617", 0,
			 "most questions here have a 'why', and this one has none")
			->help = "add a line: why = what makes the right answer right";
	if (!q->source && most_have(h->with_source, h->questions))
		lint_say(s->entry, q, "N618", 0,
			 "most questions here have a 'source', and this one has none")
			->help = "add a line: source = where it can be looked up";
}

static bool is_label(const struct question *q)
{
	struct word w[4];
	struct words ask = {w, words_split(q->ask.s, w, 4), q->ask.s, 0};

	return lint_is_label(q, &ask);
}

void lint_count_habits(struct entry *e, struct habits *h)
{
	const struct pack *p = e->pack;

	*h = (struct habits){.questions = p->nquestions};
	for (const struct question *q = p->questions; q < p->questions + p->nquestions; q++) {
		h->with_why += q->why.s || (q->ignore && !lint_wants(e, q, "N617"));
		h->with_source += q->source || (q->ignore && !lint_wants(e, q, "N618"));
		h->media += q->image || q->audio;
		h->with_credit += q->credit.s != NULL;
		h->numbered += lint_is_numbered(q);
		h->labels += is_label(q);
	}
}

/* What most of them lack is said once. */
static void say_lack(struct entry *e, const char *code, const char *key, int have, int of,
		     const char *help)
{
	if (of < WORTH_A_WORD || have == of || most_have(have, of))
		return;
	if (have == 0)
		lint_say_pack(e, code, "no question has a '%s'", key)->help = help;
	else
		lint_say_pack(e, code, "%d of the %d questions have no '%s'", of - have, of, key)
			->help = help;
}

void lint_pack_habits(struct entry *e, const struct habits *h)
{
	say_lack(e, "N617", "why", h->with_why, h->questions,
		 "add to each a line: why = what makes the right answer right");
	say_lack(e, "N618", "source", h->with_source, h->questions,
		 "where one source holds for all, add two lines at the top: [defaults], and source "
		 "= "
		 "its title");
	if (h->media > 0 && h->with_credit == 0)
		lint_say_pack(e, "N616", "nothing says whose the pictures and sounds are")->help =
			"add below each a line: credit = who made it, and its licence";
}
