/*
 * Aiken (docs.moodle.org/en/Aiken_format): the question in one line or more, choices `A.` or `A)`,
 * then `ANSWER: A`. Read as well: small letters and those of other scripts, several letters or the
 * words of the answer behind ANSWER, its word in other languages, choices of several lines, blank
 * lines anywhere.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "convert.h"
#include "utf8.h"

enum { ASK = 16384, CHOICE = 4096 };

struct aiken {
	struct making *m;
	bool open;     /* a question is begun */
	bool answered; /* it has its ANSWER line; what explains it may follow */
	char ask[ASK]; /* its lines so far */
	size_t nask;
	char choice[CHOICE]; /* the one at hand */
	size_t nchoice;
	uint32_t letters[PACK_CHOICES]; /* of the choices, as capitals */
	int n;                          /* choices, the one at hand too */
	const char *looked; /* the next line that is a choice or an answer; NULL: not looked for */
	bool goes_on;       /* that one belongs to the question at hand */
};

struct line {
	const char *s, *end, *next; /* without blanks at its ends; the one after it */
};

static struct line read_line(const struct ini_text *t, const char *s)
{
	const char *end = t->s + t->n, *stop = memchr(s, t->newline, (size_t)(end - s));
	struct line l = {s, stop ? stop : end, stop ? stop + 1 : end};

	while (l.s < l.end && isspace((unsigned char)*l.s))
		l.s++;
	while (l.end > l.s && isspace((unsigned char)l.end[-1]))
		l.end--;
	return l;
}

static const char *skip_blanks(const char *s, const char *end)
{
	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	return s;
}

/* The letter of `A.`, `a)` or `(A)` as a capital, and where its text begins; 0: it is no choice. A
 * blank is left out where the letter is the one that is due, or begins another question. */
static uint32_t read_letter(const char *s, const char *end, uint32_t due, const char **text)
{
	bool bracket = s < end && *s == '(', first;
	uint32_t letter;
	int step;

	s += bracket;
	step = utf8_decode(s, (size_t)(end - s), &letter);
	if (step == 0 || !u_isalpha((UChar32)letter))
		return 0;
	letter = (uint32_t)u_toupper((UChar32)letter);
	s = skip_blanks(s + step, end);
	first = letter == 'A' && s < end && *s == ')';
	if (s == end || (*s != ')' && (*s != '.' || bracket)))
		return 0;
	*text = skip_blanks(s + 1, end);
	return *text < end && (*text > s + 1 || letter == due || first) ? letter : 0;
}

static uint32_t due(const struct aiken *a)
{
	return a->n > 0 ? a->letters[a->n - 1] + 1 : 'A';
}

/* Behind one of these words and its `:`; NULL: the line does not begin so. */
static const char *find_behind(const char *const *words, const char *s, const char *end)
{
	for (int i = 0; words[i]; i++) {
		size_t n = strlen(words[i]);
		const char *p;
		if ((size_t)(end - s) <= n || strncasecmp(s, words[i], n) != 0)
			continue;
		p = skip_blanks(s + n, end);
		if (p < end && (*p == ':' || *p == '='))
			return skip_blanks(p + 1, end);
	}
	return NULL;
}

static const char *find_answer(const char *s, const char *end)
{
	static const char *const words[] = {
		"ANSWER",    "ANSWERS",  "ANS",      "CORRECT ANSWER", "RIGHT ANSWER",
		"ANTWORT",   "RÉPONSE",  "Réponse",  "réponse",        "REPONSE",
		"RESPUESTA", "RISPOSTA", "RESPOSTA", "SVAR",           "ОТВЕТ",
		"Ответ",     NULL};

	return find_behind(words, s, end);
}

/* What some programs write below the answer. */
static const char *find_why(const char *s, const char *end)
{
	static const char *const words[] = {
		"FEEDBACK",    "GENERAL FEEDBACK", "EXPLANATION", "RATIONALE",  "REASON",
		"ERKLÄRUNG",   "Erklärung",        "BEGRÜNDUNG",  "Begründung", "EXPLICATION",
		"EXPLICACIÓN", "Explicación",      "SPIEGAZIONE", "EXPLICAÇÃO", "Explicação",
		"UITLEG",      "FÖRKLARING",       "Förklaring",  "ПОЯСНЕНИЕ",  "Пояснение",
		NULL};

	return find_behind(words, s, end);
}

static void refuse(struct aiken *a, const char *code, uint32_t at, const char *why,
		   const char *help)
{
	making_refuse(a->m, code, at, "this question cannot come along: %s", why)->help = help;
}

static void end_choice(struct aiken *a)
{
	if (a->nchoice > 0)
		making_choice(a->m, false, a->choice, a->nchoice);
	a->nchoice = 0;
}

static void add(char *to, size_t *n, size_t room, struct aiken *a, const char *s, const char *end,
		char between)
{
	size_t more = (size_t)(end - s);

	if (*n + more + 1 >= room) {
		refuse(a, "E703", (uint32_t)(s - a->m->source->s), "it is too long", NULL);
		return;
	}
	if (*n > 0)
		to[(*n)++] = between;
	memcpy(to + *n, s, more);
	*n += more;
}

static void open_question(struct aiken *a, const char *s)
{
	if (a->open)
		return;
	making_begin(a->m, (uint32_t)(s - a->m->source->s));
	a->open = true;
	a->nask = a->nchoice = 0;
	a->n = 0;
	a->looked = NULL;
}

/* Two choices True and False are a statement. */
static void close_question(struct aiken *a)
{
	struct making *m = a->m;

	end_choice(a);
	m->q.ask.s = making_text(m, a->ask, a->nask);
	if (m->nchoices == 2 && strcmp(m->choices[0].text.s, "True") == 0 &&
	    strcmp(m->choices[1].text.s, "False") == 0 &&
	    m->choices[0].right != m->choices[1].right)
		making_statement(m, m->choices[0].right);
	making_end(m);
	a->open = a->answered = false;
}

static bool mark_letter(struct aiken *a, uint32_t letter)
{
	for (int i = 0; i < a->n && i < a->m->nchoices; i++)
		if (a->letters[i] == (uint32_t)u_toupper((UChar32)letter))
			return a->m->choices[i].right = true;
	return false;
}

static bool mark_text(struct aiken *a, const char *s, const char *end)
{
	bool found = false;

	for (int i = 0; i < a->m->nchoices; i++)
		if (strlen(a->m->choices[i].text.s) == (size_t)(end - s) &&
		    strncasecmp(a->m->choices[i].text.s, s, (size_t)(end - s)) == 0)
			found = a->m->choices[i].right = true;
	return found;
}

/* A word is one letter, or several capitals in a row: `B`, `A, C`, `A and C`, `AC`. What follows
 * `B.` or `B)` is its text. */
static bool mark_letters(struct aiken *a, const char *s, const char *end)
{
	bool found = false;
	const char *text;
	uint32_t letter;
	int step;

	if ((letter = read_letter(s, end, 0, &text)))
		return mark_letter(a, letter);
	while (s < end) {
		const char *word = s;
		bool capitals = true;
		int n = 0;
		for (; (step = utf8_decode(s, (size_t)(end - s), &letter)) &&
		       u_isalpha((UChar32)letter);
		     s += step, n++)
			capitals = capitals && u_isupper((UChar32)letter);
		for (; n == 1 || (capitals && n > 0); n = n == 1 ? 0 : n - 1) {
			word += utf8_decode(word, (size_t)(end - word), &letter);
			found = mark_letter(a, letter) || found;
		}
		s += s < end ? (step ? step : 1) : 0;
	}
	return found;
}

static void take_answer(struct aiken *a, const char *s, const char *end)
{
	static const char type[] = "type, for the first choice: ANSWER: A";

	uint32_t letter;

	end_choice(a);
	if (!(utf8_decode(s, (size_t)(end - s), &letter) == end - s && mark_letter(a, letter)) &&
	    !mark_text(a, s, end) && !mark_letters(a, s, end))
		refuse(a, "E704", (uint32_t)(s - a->m->source->s),
		       "ANSWER names none of its choices", type);
	a->answered = true;
}

/* Whether a line below choices goes on with the last one: the next choice is the one that is due,
 * or the answer comes. */
static bool goes_on(struct aiken *a, struct line l)
{
	const struct ini_text *t = a->m->source;
	const char *end = t->s + t->n, *text;
	uint32_t letter = 0;

	if (a->looked && l.s <= a->looked)
		return a->goes_on;
	a->goes_on = true;
	for (l = read_line(t, l.next); l.s < end; l = read_line(t, l.next)) {
		if (find_answer(l.s, l.end))
			break;
		if ((letter = read_letter(l.s, l.end, due(a), &text))) {
			a->goes_on = letter == due(a);
			break;
		}
	}
	a->looked = l.s;
	return a->goes_on;
}

static void take_choice(struct aiken *a, uint32_t letter, const char *text, const char *end)
{
	end_choice(a);
	if (a->n < PACK_CHOICES)
		a->letters[a->n++] = letter;
	add(a->choice, &a->nchoice, CHOICE, a, text, end, ' ');
	a->looked = NULL;
}

static void take_line(struct aiken *a, struct line l)
{
	const char *text, *why, *answer = find_answer(l.s, l.end);
	uint32_t letter;

	if (a->answered) {
		why = find_why(l.s, l.end);
		if (why)
			a->m->q.why.s = making_text(a->m, why, (size_t)(l.end - why));
		close_question(a);
		if (why)
			return;
	}
	letter = read_letter(l.s, l.end, due(a), &text);
	if (answer && a->open) {
		take_answer(a, answer, l.end);
		return;
	}
	open_question(a, l.s);
	if (letter && a->nask > 0 && (a->n == 0 || letter != a->letters[0])) {
		take_choice(a, letter, text, l.end);
	} else if (a->n == 0) {
		add(a->ask, &a->nask, ASK, a, l.s, l.end, '\n');
	} else if (!letter && goes_on(a, l)) {
		add(a->choice, &a->nchoice, CHOICE, a, l.s, l.end, ' ');
	} else {
		refuse(a, "E704", (uint32_t)(l.s - a->m->source->s),
		       "there is no ANSWER line before the next one",
		       "add below its choices: ANSWER: and the letter of the right one");
		close_question(a);
		take_line(a, l);
	}
}

void import_aiken(struct making *m)
{
	static const char missing[] =
		"add below the choices: ANSWER: and the letter of the right one";
	const struct ini_text *t = m->source;
	struct aiken a = {.m = m};
	struct line l;

	for (const char *s = t->s; s < t->s + t->n; s = l.next) {
		l = read_line(t, s);
		if (l.s < l.end)
			take_line(&a, l);
	}
	if (a.open && a.answered) {
		close_question(&a);
	} else if (a.open) {
		making_refuse(m, "E704", m->begun, "the file ends before an ANSWER line")->help =
			missing;
		close_question(&a);
	}
}
