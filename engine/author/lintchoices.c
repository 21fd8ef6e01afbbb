/* Rules about the choices of one question. */
#include "lintrules.h"

void lint_few_choices(const struct subject *s)
{
	const struct question *q = s->q;

	if (q->statement || q->nchoices >= 3)
		return;
	lint_say(s->entry, q, "N612", 0,
		 "this question has two choices: half of all guesses are right")
		->help = "add another wrong answer that somebody might believe";
}
