/* Rules about what came along when a quiz was copied from a list: its letters, its numbers, its
 * ticks. */
#include <string.h>
#include <strings.h>

#include "lintrules.h"

enum { MOST_PERCENT = 75 /* have one: then it is no part of the text */ };

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "a) ", "(b) ", "C. ", "2. " before a text. */
struct label {
	int number; /* from 1; 0: there is none */
	size_t n;   /* bytes, with the blank behind it */
	bool letter;
};

static struct label label_of(const char *s)
{
	struct label l = {0};
	const char *p = s + (*s == '(');

	if (is_letter(*p)) {
		l.letter = true;
		l.number = (*p++ | 0x20) - 'a' + 1;
	} else {
		for (int i = 0; i < 3 && is_digit(*p); i++)
			l.number = 10 * l.number + *p++ - '0';
	}
	if ((*p != ')' && (*p != '.' || *s == '(')) || p[1] != ' ' || p[2] == '\0')
		return (struct label){0};
	l.n = (size_t)(p + 2 - s);
	return l;
}

static bool same_word(const char *a, const char *b)
{
	size_t n = strcspn(a, " ");

	return strcspn(b, " ") == n && strncasecmp(a, b, n) == 0;
}

/* Whether most choices have labels, all of one kind and each another one; not the numbers of
 * "1. Liga" and "2. Liga". `first`: of those that have one. */
static bool are_labelled(const struct subject *s, int *first)
{
	uint32_t met = 0;
	int n = 0, same = 0;
	struct label one = {0};

	for (int i = 0; i < s->q->nchoices; i++) {
		struct label l = s->choices[i].s ? label_of(s->choices[i].s) : one;
		if (!s->choices[i].s || l.number == 0)
			continue;
		if (l.number > s->q->nchoices || met >> l.number & 1 ||
		    (n > 0 && l.letter != one.letter))
			return false;
		met |= 1u << l.number;
		if (n++ == 0) {
			one = l;
			*first = i;
		}
		same += same_word(s->choices[*first].s + one.n, s->choices[i].s + l.n);
	}
	return n >= 2 && n * 100 >= s->q->nchoices * MOST_PERCENT && (one.letter || same < n);
}

static const char *key_of(const struct subject *s, int choice)
{
	return s->q->choices[choice].right ? "right" : "wrong";
}

/* What to type where `text` is all that is to be left of a value. */
static void help_type(const struct subject *s, struct finding *f, const char *before,
		      const char *key, const char *text, size_t n)
{
	struct quote quoted = diag_quote(text, n);

	if (strlen(quoted.s) == n)
		diag_help(&s->entry->diag, f, "%stype: %s = %s", before, key, quoted.s);
	else /* too long to be shown whole */
		f->help = "delete it";
}

static void say_label(const struct subject *s, int i)
{
	const char *text = s->choices[i].s;
	struct label l = label_of(text);
	struct finding *f =
		lint_say_choice(s, i, "W620",
				"the player sees this '%.*s' too, and the game gives the choices "
				"letters of its own",
				(int)l.n - 1, text);

	help_type(s, f, "leave it out of each choice; here, ", key_of(s, i), text + l.n,
		  strlen(text + l.n));
}

bool lint_is_numbered(const struct question *q)
{
	struct label l = label_of(q->ask.s);

	return l.number > 0 && !l.letter;
}

static void look_at_number(const struct subject *s)
{
	const char *ask = s->q->ask.s;
	struct finding *f;
	size_t n;

	if (!lint_is_numbered(s->q) ||
	    s->habits->numbered * 100 < s->habits->questions * MOST_PERCENT)
		return;
	n = label_of(ask).n;
	f = lint_say(s->entry, s->q, "W620", 0,
		     "the player sees this '%.*s' too, and the game counts for itself", (int)n - 1,
		     ask);
	help_type(s, f, "", "ask", ask + n, strlen(ask + n));
}

/* Whether one of the words says whether a choice is right. */
static bool tells_truth(const char *s, size_t n, bool right)
{
	static const char *const marks[2][12] = {
		{"wrong", "incorrect", "falsch", "faux", "incorrecte", "incorrecto", "incorrecta",
		 "sbagliato", "sbagliata", "fout", "errado", "errada"},
		{"right", "correct", "richtig", "korrekt", "correcte", "correcto", "correcta",
		 "corretto", "corretta", "goed", "certo", "certa"},
	};

	for (size_t i = 0, length; i < n; i += length + (length == 0)) {
		length = 0;
		while (i + length < n &&
		       ((unsigned char)s[i + length] >= 0x80 || is_letter(s[i + length])))
			length++;
		for (size_t k = 0; k < 12 && length > 0; k++)
			if (strlen(marks[right][k]) == length &&
			    strncasecmp(marks[right][k], s + i, length) == 0)
				return true;
	}
	return false;
}

/* Bytes of a text without the "(wrong)", "// correct" or tick behind it; all of them: there is
 * none. */
static size_t without_mark(const char *s, bool right)
{
	static const char *const ticks[] = {"✓", "✔", "✗", "✘", "❌", "✅", NULL};
	size_t n = strlen(s), at = n;
	const char *comment = strstr(s, " //");

	if (n > 2 && (s[n - 1] == ')' || s[n - 1] == ']')) {
		while (at > 0 && s[at] != '(' && s[at] != '[')
			at--;
		if (at > 0 && !tells_truth(s + at, n - at, right))
			at = n;
	} else if (comment && tells_truth(comment, strlen(comment), right)) {
		at = (size_t)(comment - s);
	} else if (n > 3 && (unsigned char)s[n - 1] >= 0x80) {
		for (const char *const *tick = ticks; *tick; tick++)
			if (strcmp(s + n - 3, *tick) == 0)
				at = n - 3;
	}
	if (at == 0)
		return n;
	while (at < n && at > 0 && s[at - 1] == ' ')
		at--;
	return at > 0 ? at : n;
}

static void look_at_marks(const struct subject *s)
{
	for (int i = 0; i < s->q->nchoices; i++) {
		const struct choice *c = &s->q->choices[i];
		const char *text = s->choices[i].s;
		size_t n = text ? without_mark(text, c->right) : 0;
		const char *mark = text ? text + n + strspn(text + n, " ") : "";
		struct finding *f;
		if (*mark == '\0')
			continue;
		f = lint_say_choice(s, i, "W620", "the player sees this '%s' before answering",
				    diag_quote(mark, strlen(mark)).s);
		help_type(s, f, "", key_of(s, i), text, n);
	}
}

void lint_copied(const struct subject *s)
{
	int first;

	look_at_number(s);
	if (s->q->statement)
		return;
	if (are_labelled(s, &first))
		say_label(s, first);
	look_at_marks(s);
}
