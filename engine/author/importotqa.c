/*
 * OpenTriviaQA (github.com/uberspot/OpenTriviaQA): `#Q` and the question in one line or more, `^`
 * and the right answer's words, a line a choice behind its letter, a blank line. A file is a
 * category. The collection is under CC BY-SA 4.0.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "convert.h"

static const char licence[] = "CC BY-SA 4.0";
static const char source[] = "OpenTriviaQA, https://github.com/uberspot/OpenTriviaQA";

enum { TEXT = 8192 };

/* Where the next line that belongs to no other part goes. */
enum part { PART_NONE, PART_ASK, PART_ANSWER, PART_CHOICE };

struct otqa {
	struct making *m;
	enum part part;
	char text[TEXT]; /* of the part at hand */
	size_t n;
	char answer[TEXT];
	size_t nanswer;
	char due; /* letter of the next choice */
	bool open, lost;
};

static const char *trim(const char *s, const char **end)
{
	while (s < *end && isspace((unsigned char)*s))
		s++;
	while (*end > s && isspace((unsigned char)(*end)[-1]))
		--*end;
	return s;
}

static uint32_t offset(const struct otqa *o, const char *s)
{
	return (uint32_t)(s - o->m->source->s);
}

/* Verses, talks and lists have lines of their own; a sentence that was wrapped goes on in small
 * letters. */
static char between(const struct otqa *o, const char *s)
{
	char last = o->text[o->n - 1];

	return o->part != PART_ASK || (islower((unsigned char)*s) && !ispunct((unsigned char)last))
		       ? ' '
		       : '\n';
}

static void add(struct otqa *o, const char *s, const char *end)
{
	size_t n = (size_t)(end - s);

	if (o->n + n + 1 >= TEXT) {
		making_refuse(o->m, "E703", offset(o, s),
			      "this question cannot come along: it is too long");
		return;
	}
	if (o->n > 0) {
		o->text[o->n] = between(o, s);
		o->n++;
	}
	memcpy(o->text + o->n, s, n);
	o->n += n;
}

static void add_choice(struct otqa *o, const char *text)
{
	struct making *m = o->m;

	for (int i = 0; i < m->nchoices; i++)
		if (strcmp(m->choices[i].text.s, text) == 0) {
			making_lost(m, "a choice that was there twice");
			return;
		}
	if (*text)
		making_choice(m, false, text, strlen(text));
	else
		making_lost(m, "an empty choice");
}

static void end_part(struct otqa *o)
{
	if (o->part == PART_ASK) {
		o->m->q.ask.s = making_text(o->m, o->text, o->n);
	} else if (o->part == PART_ANSWER) {
		memcpy(o->answer, o->text, o->n);
		o->nanswer = o->n;
	} else if (o->part == PART_CHOICE) {
		add_choice(o, making_text(o->m, o->text, o->n));
	}
	o->part = PART_NONE;
	o->n = 0;
}

static void begin_part(struct otqa *o, enum part part, const char *s, const char *end)
{
	end_part(o);
	o->part = part;
	s = trim(s, &end);
	add(o, s, end);
}

/* Letters and digits alone, in small letters: what is left of a text that was typed twice. */
static bool is_alike(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (*a && !isalnum((unsigned char)*a) && !(*a & 0x80))
			a++;
		while (*b && !isalnum((unsigned char)*b) && !(*b & 0x80))
			b++;
		if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
			return false;
		if (!*a)
			return true;
	}
}

static int find_choices(const struct making *m, const char *answer,
			bool (*same)(const char *, const char *), int *found)
{
	int n = 0;

	for (int i = 0; i < m->nchoices; i++)
		if (same(m->choices[i].text.s, answer)) {
			*found = i;
			n++;
		}
	return n;
}

static bool is_equal(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static void mark_answer(struct otqa *o)
{
	struct making *m = o->m;
	const char *answer = making_text(m, o->answer, o->nanswer);
	int at = 0;

	if (!*answer)
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: no line with ^ says what is right")
			->help = "add below it: ^ and the words of the right answer";
	else if (find_choices(m, answer, is_equal, &at) > 0 ||
		 find_choices(m, answer, is_alike, &at) == 1)
		m->choices[at].right = true;
	else if (m->nchoices > 1)
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: its answer '%s' is none of its "
			      "choices",
			      diag_quote(answer, strlen(answer)).s)
			->help = "write one of the choices behind ^, to the letter";
}

static void close_question(struct otqa *o)
{
	struct making *m = o->m;

	if (!o->open)
		return;
	end_part(o);
	o->open = false;
	mark_answer(o);
	if (m->nchoices == 2 && strcmp(m->choices[0].text.s, "True") == 0 &&
	    strcmp(m->choices[1].text.s, "False") == 0 &&
	    m->choices[0].right != m->choices[1].right)
		making_statement(m, m->choices[0].right);
	making_source(m, source, sizeof source - 1);
	making_end(m);
}

static void open_question(struct otqa *o, const char *s, const char *end)
{
	close_question(o);
	making_begin(o->m, offset(o, s));
	o->open = true;
	o->nanswer = 0;
	o->due = 'A';
	begin_part(o, PART_ASK, s + 2, end);
}

/* The letter that is due, or the next where that one is missing, alone or with a blank behind it.
 */
static bool is_choice(const struct otqa *o, const char *s, const char *end)
{
	return (*s == o->due || *s == o->due + 1) &&
	       (end == s + 1 || s[1] == ' ' || s[1] == '\t') &&
	       (o->part == PART_ANSWER || o->part == PART_CHOICE || o->nanswer > 0);
}

static void take_line(struct otqa *o, const char *s, const char *end)
{
	if (end - s >= 2 && s[0] == '#' && (s[1] == 'Q' || s[1] == 'q')) {
		open_question(o, s, end);
	} else if (!o->open && o->lost) {
		return;
	} else if (!o->open) {
		o->lost = true; /* it is said once */
		making_begin(o->m, offset(o, s));
		making_refuse(o->m, "E704", offset(o, s),
			      "this cannot come along: there is no #Q before it")
			->help = "begin each question with #Q and a blank";
		making_end(o->m);
	} else if (*s == '^' && o->nanswer == 0 && o->part == PART_ASK) {
		begin_part(o, PART_ANSWER, s + 1, end);
	} else if (is_choice(o, s, end)) {
		o->due = (char)(*s + 1);
		begin_part(o, PART_CHOICE, s + 1, end);
	} else {
		add(o, s, end);
	}
}

/* Whatever its folder and ending: "science-technology" is "Science technology". */
static void name_topic(struct making *m)
{
	const char *path = m->source->diag->path, *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
	size_t n = dot > name ? (size_t)(dot - name) : strlen(name);
	char *topic = arena_text(&m->pack->arena, name, n), *title = NULL;

	if (!topic || strcmp(name, "standard input") == 0)
		return;
	for (char *c = topic; *c; c++)
		*c = *c == '-' || *c == '_' ? ' ' : *c;
	*topic = (char)toupper((unsigned char)*topic);
	title = arena_take(&m->pack->arena, n + sizeof "OpenTriviaQA: ");
	if (title)
		strcat(strcpy(title, "OpenTriviaQA: "), topic);
	m->pack->title.s = title;
	making_topic(m, 0, topic, n);
}

void import_otqa(struct making *m)
{
	const struct ini_text *t = m->source;
	const char *end = t->s + t->n;
	struct otqa o = {.m = m};

	m->pack->licence = licence;
	m->pack->language = "en";
	name_topic(m);
	for (const char *s = t->s, *stop; s < end; s = stop + 1) {
		const char *from = s, *to;
		stop = memchr(s, t->newline, (size_t)(end - s));
		stop = stop ? stop : end;
		to = stop;
		from = trim(from, &to);
		if (from < to)
			take_line(&o, from, to);
	}
	close_question(&o);
}
