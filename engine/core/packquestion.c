/* Closes a question: what its settings come to, and whether it can be played. */
#include "packbuild.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "packmeant.h"

static const struct choice true_or_false[2][2] = {
	{{.id = UINT64_C(0x5b5c98ef514dbfa5), .text = {.s = "True"}, .right = true},
	 {.id = UINT64_C(0xb5fae2c14238b978), .text = {.s = "False"}}},
	{{.id = UINT64_C(0x5b5c98ef514dbfa5), .text = {.s = "True"}},
	 {.id = UINT64_C(0xb5fae2c14238b978), .text = {.s = "False"}, .right = true}},
};

const struct choice *pack_statement(bool truth)
{
	return true_or_false[truth ? 0 : 1];
}

/* Answers that speak of the ones above them, by their first letter. */
static const char *const summaries[26][8] = {
	['a' - 'a'] = {"all of the above", "all the above", "all of these", "all of them",
		       "alle genannten", "alle davon", "aucune de ces réponses"},
	['b' - 'a'] = {"both of the above", "both of these"},
	['k' - 'a'] = {"keine der genannten", "keines davon"},
	['n' - 'a'] = {"none of the above", "none of these", "none of them", "neither of the above",
		       "neither of these", "ninguna de las anteriores"},
	['t' - 'a'] = {"toutes les réponses ci-dessus", "todas las anteriores"},
};

static bool is_summary(const char *s)
{
	unsigned letter = (unsigned)(*s | 0x20) - 'a';
	const char *const *known = letter < 26 ? summaries[letter] : NULL;
	size_t n;

	if (!known || !*known) /* nearly every text ends here */
		return false;
	n = strlen(s);
	while (n > 0 && strchr(".!", s[n - 1]))
		n--;
	for (; *known; known++)
		if (strlen(*known) == n && strncasecmp(*known, s, n) == 0)
			return true;
	return false;
}

static struct finding *say(struct build *b, const char *code, struct textpos at,
			   const char *message)
{
	return build_error(b, code, at, 0, message);
}

static void check_statement(struct build *b)
{
	if (b->nchoices > 0)
		say(b, "E305", b->scope->first[KEY_ANSWER],
		    "this question has an 'answer' and choices too")
			->help = "delete the line with answer, or those with right and wrong";
}

/* The number of the choice that an answer such as `B`, `2` or the text itself names; or -1. */
static int named_choice(const struct build *b, const char *s)
{
	int number = -1;

	if (s[0] && !s[1] && (s[0] | 0x20) >= 'a' && (s[0] | 0x20) <= 'z')
		number = (s[0] | 0x20) - 'a';
	else if (s[0] >= '1' && s[0] <= '9' && !s[1])
		number = s[0] - '1';
	for (int i = 0; i < b->nchoices && number < 0; i++)
		if (b->choices[i].text.s && strcasecmp(b->choices[i].text.s, s) == 0)
			number = i;
	return number < b->nchoices ? number : -1;
}

/* What was said of the ':' behind `answer`: one finding is enough for one line. */
static struct finding *find_colon(const struct build *b)
{
	for (int i = b->findings; i < b->diag->n; i++) {
		struct finding *f = &b->diag->findings[i];
		if (f->at.line == b->answer_at.line && strcmp(f->code, "E117") == 0)
			return f;
	}
	return NULL;
}

/* An `answer` that is no truth: of a question with choices the right one is meant. */
static void say_answer(struct build *b)
{
	const char *s = b->answer, *truth = meant_value(KEY_ANSWER, s, strlen(s));
	int i = named_choice(b, s);
	bool choices = b->nchoices > 0 || b->scope->broken || b->scope->suspects >> KEY_RIGHT & 1 ||
		       b->scope->suspects >> KEY_WRONG & 1;
	struct quote quoted = diag_quote(s, strlen(s));
	struct finding *f = find_colon(b);

	if (f)
		f->fix = NULL;
	else
		f = ini_say(b->text, SEVERITY_ERROR, "E312", b->answer_at, strlen(s),
			    "'answer' cannot be '%s'", quoted.s);
	if (i >= 0 && b->choices[i].text.s) {
		const char *text = b->choices[i].text.s;
		ini_second(b->text, f, b->choice_at[i], "the choice that is meant");
		f->help = "delete this line: that choice is marked as the right one";
		if (!b->choices[i].right)
			diag_help(b->diag, f, "delete this line, and there type: right = %s",
				  diag_quote(text, strlen(text)).s);
	} else if (!choices && truth) {
		diag_help(b->diag, f, "type: answer = %s", truth);
	} else if (strlen(s) > 1) {
		diag_help(b->diag, f, "type: right = %s", quoted.s);
	} else {
		f->help = choices ? "delete this line, and mark the right choice: right = its words"
				  : "it can be true or false";
	}
}

static void say_same_choice(struct build *b, int second, int first)
{
	struct finding *f =
		say(b, "E306", b->choice_at[second], "this choice is in the question twice");

	ini_second(b->text, f, b->choice_at[first], "first given here");
	f->help = "change one of them, or delete it";
}

static const struct translation *find_exact(const struct text *text, const char *kept)
{
	const struct translation *t = text->more;

	while (t && t->language != kept) /* each language's name is kept once */
		t = t->next;
	return t;
}

/* Choices that differ, and in one of the languages do not. */
static void check_translated(struct build *b, int i, const struct translation *t)
{
	const struct choice *c = b->choices;

	for (int j = 0; j < b->nchoices; j++) {
		const struct translation *exact = find_exact(&c[j].text, t->language);
		const char *other = exact ? exact->s : text_in(&c[j].text, t->language);
		struct finding *f;
		if (j == i || (exact && j > i) || !other || !t->s || strcmp(other, t->s) != 0 ||
		    c[j].id == c[i].id)
			continue;
		f = build_error(b, "E306", build_translated_at(t), 0,
				diag_text(b->diag, "in '%s', this choice is in the question twice",
					  t->language));
		ini_second(b->text, f, exact ? build_translated_at(exact) : b->choice_at[j],
			   "first given here");
		f->help = "change one of them";
		return;
	}
}

static void say_no_media(struct build *b, struct textpos at, const char *message, const char *help)
{
	ini_say(b->text, SEVERITY_WARNING, "W410", at, 0, "%s", message)->help = help;
}

/* Words about a picture or a sound that is not there. */
static void check_media(struct build *b)
{
	const uint64_t media = UINT64_C(1) << KEY_IMAGE | UINT64_C(1) << KEY_AUDIO;
	uint64_t there = b->scope->seen | b->scope->suspects;

	for (int key = KEY_ALT; key <= KEY_CREDIT && !(there & media); key++)
		if (b->scope->seen >> key & 1)
			say_no_media(
				b, b->scope->first[key],
				"this speaks of a picture or a sound, and the question has none",
				"add a line: image = picture.png, or audio = sound.ogg; or "
				"delete this one");
}

/* A misspelt right or wrong answer counts: it will be one. */
static void check_counts(struct build *b, uint64_t misspelt)
{
	int more_right = (misspelt >> KEY_RIGHT & 1) || (b->answer && b->nright == 0);
	int nright = b->nright + more_right;
	int nchoices = b->nchoices + more_right + (int)(misspelt >> KEY_WRONG & 1);
	int needed = nright + (nchoices > nright);

	if (b->scope->broken || misspelt >> KEY_ANSWER & 1)
		return;
	if (nchoices == 0) {
		say(b, "E302", b->header, "this question has no answers")->help =
			"add two lines: right = the right answer, and wrong = a wrong one; or one "
			"line: answer = true";
	} else if (nright == 0) {
		say(b, "E302", b->header, "this question has no right answer")->help =
			"add a line: right = the right answer";
	} else if (nchoices == 1) {
		say(b, "E302", b->header, "this question has one choice only")->help =
			"add a line: wrong = a wrong answer";
	} else if (nright == nchoices && (b->q.pick == PICK_ONE || b->q.pick == PICK_ANY)) {
		say(b, "E302", b->header, "this question has no wrong answer")->help =
			"add a line: wrong = a wrong answer";
	} else if (nright <= PACK_RIGHT && b->q.pick == PICK_ALL && b->q.show < needed) {
		struct finding *f =
			say(b, "E318",
			    b->scope->seen >> KEY_SHOW & 1 ? b->scope->first[KEY_SHOW] : b->header,
			    needed == nright ? "not all the right answers fit on the screen"
					     : "all the right answers and a wrong one must fit on "
					       "the screen, and they do not");
		f->help = "delete a right answer, or add a line: pick = any";
		if (needed <= PACK_SHOWN)
			diag_help(b->diag, f, "type: show = %d", needed);
	}
}

static void check_choices(struct build *b)
{
	struct choice *c = b->choices;

	for (int i = 0; i < b->nchoices; i++) {
		const char *s = c[i].text.s ? c[i].text.s : c[i].image;
		if (!s) {
			say(b, "E317", b->choice_at[i],
			    "this choice has neither words nor a picture")
				->help = "write its words behind the '=', or add a line below: "
					 "choice-image = "
					 "picture.png";
			continue;
		}
		c[i].id = hash_text(HASH_START, s);
		c[i].last = c[i].text.s && is_summary(c[i].text.s);
		for (int j = 0; j < i; j++)
			if (c[j].id == c[i].id) {
				say_same_choice(b, i, j);
				break;
			}
		if (c[i].alt.s && !c[i].image)
			say_no_media(
				b, b->choice_at[i],
				"the choice-alt of this choice describes a "
				"picture, and there is none",
				"add a line: choice-image = picture.png; or delete choice-alt");
	}
	for (int i = 0; i < b->nchoices; i++)
		for (const struct translation *t = c[i].text.more; t; t = t->next)
			check_translated(b, i, t);
}

static void settle(struct build *b, struct question *q)
{
	const struct settings *s = &b->of_question;

	q->points = s->points;
	q->time_s = s->time_s;
	q->show = s->show;
	q->level = s->level;
	q->pick = s->pick;
	q->shuffle = s->shuffle;
	q->source = s->source;
	q->tags = s->tags;
	q->ignore = s->ignore;
	q->at = b->scope->first[KEY_ASK].offset;
	q->ask_line = b->scope->first[KEY_ASK].line;
	q->statement = b->scope->seen >> KEY_ANSWER & 1 && !(b->answer && b->nchoices > 0);
	if (q->show == 0)
		q->show = PACK_SHOWN;
	if (q->shuffle == NOT_GIVEN)
		q->shuffle = SHUFFLE_YES;
	if (q->pick == NOT_GIVEN)
		q->pick = b->nright > 1 ? PICK_ALL : PICK_ONE;
	if (q->statement) {
		q->choices = b->truth < 0 ? NULL : true_or_false[b->truth];
		q->nchoices = 2;
		q->nright = 1;
		q->shuffle = SHUFFLE_NO;
		q->pick = PICK_ONE;
	}
}

static void keep_choices(struct build *b, struct question *q)
{
	struct choice *kept = arena_take(&b->pack->arena, (size_t)b->nchoices * sizeof *kept);

	if (!kept)
		return;
	memcpy(kept, b->choices, (size_t)b->nchoices * sizeof *kept);
	for (int i = 0; i < b->nchoices; i++)
		kept[i].at = b->choice_at[i].offset;
	q->choices = kept;
	q->nchoices = b->nchoices;
	q->nright = b->nright;
}

/* A misspelt key that would have brought what is missing is the one mistake. A bit a row. */
static uint64_t raise_suspects(struct build *b)
{
	const struct {
		int key;
		bool missing;
	} needs[] = {
		{KEY_ASK, !(b->scope->seen >> KEY_ASK & 1)},
		{KEY_RIGHT, !b->q.statement && (b->nright == 0 || b->nchoices < 2)},
		{KEY_WRONG, !b->q.statement && b->nchoices < 2},
		{KEY_ANSWER, !b->q.statement && b->nchoices == 0},
	};
	uint64_t raised = 0;

	for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
		if (needs[i].missing && build_raise(b, needs[i].key, "this question"))
			raised |= UINT64_C(1) << needs[i].key;
	return raised;
}

void build_question(struct build *b)
{
	struct question *q = &b->q;
	int errors = b->diag->errors;
	uint64_t misspelt;

	settle(b, q);
	misspelt = raise_suspects(b);
	if (b->answer)
		say_answer(b);
	if (!b->scope->lost) {
		if (!((b->scope->seen | misspelt) >> KEY_ASK & 1) && !b->asked_above &&
		    !b->scope->broken && !(b->scope->bad && b->scope->seen == 0))
			say(b, "E301", b->header, "this question asks nothing")->help =
				"add a line: ask = the question";
		if (q->statement && b->truth >= 0)
			check_statement(b);
		else if (!q->statement && (b->scope->seen | misspelt) != 0 &&
			 !(b->implied && b->nchoices == 0))
			check_counts(b, misspelt);
		check_choices(b);
		check_media(b);
	}
	if (b->scope->bad || b->diag->errors != errors || q->pick == NOT_KNOWN ||
	    q->shuffle == NOT_KNOWN) {
		b->pack->nskipped++;
		return;
	}
	if (b->pack->nquestions == PACK_QUESTIONS) {
		say(b, "E204", b->header, "a pack has at most 1,000,000 questions")->help =
			"make two packs of it";
		b->pack_scope.bad = b->stopped = true;
		return;
	}
	assert((uint32_t)b->pack->nquestions < b->room);
	q->id_given = q->id != NULL;
	b->identities[b->pack->nquestions] =
		(struct identity){build_identify(b, q), b->header.offset};
	if (!q->statement)
		keep_choices(b, q);
	b->pack->questions[b->pack->nquestions++] = *q;
}
