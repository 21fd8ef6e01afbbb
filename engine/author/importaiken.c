/*
 * Aiken (docs.moodle.org/en/Aiken_format): the question in one line or more, choices `A.` or `A)`,
 * then `ANSWER: A`. Small letters, several letters behind ANSWER and blank lines anywhere are taken
 * too.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "convert.h"

struct aiken {
	struct making *m;
	bool open;      /* a question is begun */
	char ask[8192]; /* its lines so far */
	size_t nask;
	char letters[PACK_CHOICES + 1]; /* of the choices */
};

static void begin(struct aiken *a, uint32_t at)
{
	if (a->open)
		return;
	making_begin(a->m, at);
	a->open = true;
	a->nask = 0;
	memset(a->letters, 0, sizeof a->letters);
}

/* `A.` or `A)` and a blank behind it. */
static bool is_choice(const char *s, size_t n)
{
	return n >= 3 && isalpha((unsigned char)s[0]) && (s[1] == '.' || s[1] == ')') &&
	       (s[2] == ' ' || s[2] == '\t');
}

static bool is_answer(const char *s, size_t n)
{
	return n >= 7 && strncasecmp(s, "ANSWER:", 7) == 0;
}

static void close_question(struct aiken *a)
{
	if (!a->open)
		return;
	a->m->q.ask.s = making_text(a->m, a->ask, a->nask);
	making_end(a->m);
	a->open = false;
}

static void take_answer(struct aiken *a, const char *s, size_t n, uint32_t at)
{
	bool found = false;

	for (size_t i = 7; i < n; i++) {
		const char *letter = isalpha((unsigned char)s[i])
					     ? strchr(a->letters, toupper((unsigned char)s[i]))
					     : NULL;
		if (letter && *letter) {
			a->m->choices[letter - a->letters].right = true;
			found = true;
		}
	}
	if (!found)
		making_refuse(a->m, "E704", at,
			      "this question cannot come along: ANSWER names none of its choices")
			->help = "type, for the first choice: ANSWER: A";
	close_question(a);
}

static void take_line(struct aiken *a, const char *s, size_t n, uint32_t at)
{
	if (is_answer(s, n) && a->open) {
		take_answer(a, s, n, at);
		return;
	}
	begin(a, at);
	if (is_choice(s, n) && a->nask > 0) {
		making_choice(a->m, false, s + 2, n - 2);
		a->letters[a->m->nchoices - 1] = (char)toupper((unsigned char)s[0]);
	} else if (a->m->nchoices > 0) {
		making_refuse(a->m, "E704", at,
			      "this question cannot come along: there is no ANSWER line before the "
			      "next one")
			->help = "add below its choices: ANSWER: and the letter of the right one";
		close_question(a);
		take_line(a, s, n, at);
	} else if (a->nask + n + 1 < sizeof a->ask) {
		if (a->nask > 0)
			a->ask[a->nask++] = '\n';
		memcpy(a->ask + a->nask, s, n);
		a->nask += n;
	} else {
		making_refuse(a->m, "E703", at, "this question cannot come along: it is too long");
	}
}

void import_aiken(struct making *m)
{
	struct aiken a = {.m = m};
	const struct ini_text *t = m->source;
	const char *end = t->s + t->n;

	for (const char *s = t->s, *stop; s < end; s = stop + 1) {
		const char *from = s, *to;
		stop = memchr(s, t->newline, (size_t)(end - s));
		stop = stop ? stop : end;
		for (to = stop; to > from && isspace((unsigned char)to[-1]);)
			to--;
		while (from < to && isspace((unsigned char)*from))
			from++;
		if (from < to)
			take_line(&a, from, (size_t)(to - from), (uint32_t)(from - t->s));
	}
	if (a.open) {
		making_refuse(m, "E704", (uint32_t)t->n, "the file ends before an ANSWER line")
			->help = "add below the choices: ANSWER: and the letter of the right one";
		close_question(&a);
	}
}
