#include "feedback.h"

#include <string.h>
#include <strings.h>

/* Said to one of them: to the other it would be wrong. */
static bool is_verdict(const char *s, size_t n)
{
	static const char *const verdicts[] = {
		"no",           "wrong",         "incorrect",    "sorry",   "not quite",
		"not true",     "yes",           "right",        "correct", "good",
		"well done",    "exactly",       "true",         "false",   "that is wrong",
		"that's wrong", "that is right", "that's right", "nein",    "falsch",
		"leider nein",  "leider falsch", "nicht ganz",   "ja",      "richtig",
		"genau",        "stimmt",        "sehr gut",     "non",     "faux",
		"oui",          "vrai",          "bravo",        "sí",      "incorrecto",
		"correcto",     "bien",          "muy bien",     "falso",   "verdadero",
		"errado",       "certo"};

	while (n > 0 && s[n - 1] == ' ')
		n--;
	for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
		if (strlen(verdicts[i]) == n && strncasecmp(verdicts[i], s, n) == 0)
			return true;
	return false;
}

/* What of it can be said to all, or NULL: "Wrong! Whales are mammals." without its first sentence.
 */
static const char *for_all(const char *s)
{
	size_t n;

	while (s && *s) {
		n = strcspn(s, ".!,:;?");
		if (!is_verdict(s, n))
			return s;
		if (s[n] && !strchr(".!", s[n]))
			return NULL; /* it goes on: "No, think of ..." */
		s += n + strspn(s + n, ".! \n");
	}
	return NULL;
}

void feedback_take(struct making *m, const char *wrong, const char *right)
{
	const char *for_wrong = for_all(wrong), *for_right = for_all(right);
	const char *why = for_wrong ? for_wrong : for_right;
	bool both = wrong && right && *wrong && *right && strcmp(wrong, right) != 0;

	if ((!wrong || !*wrong) && (!right || !*right))
		return;
	if (both || !why || (m->q.why.s && *m->q.why.s))
		making_lost(m, "what was said of one answer of a statement");
	if (!m->q.why.s || !*m->q.why.s)
		m->q.why.s = why;
}
