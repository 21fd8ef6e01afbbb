#include "pairs.h"

#include <string.h>

bool pairs_add(struct pairs *p, const char *ask, const char *answer)
{
	if (p->n == PACK_CHOICES)
		return false;
	p->of[p->n].ask = ask;
	p->of[p->n++].answer = answer;
	return true;
}

static const char *join(struct making *m, const char *task, const char *ask)
{
	size_t n = strlen(task);
	char *both = arena_take(&m->pack->arena, n + strlen(ask) + 2);

	if (!both || n == 0)
		return ask;
	strcpy(both, task);
	both[n] = '\n';
	strcpy(both + n + 1, ask);
	return both;
}

/* Every answer once. */
static void add_choices(struct making *m, const struct pairs *p, const char *right)
{
	for (int i = 0, k; i < p->n; i++) {
		const char *s = p->of[i].answer;
		for (k = 0; k < i && strcmp(p->of[k].answer, s) != 0;)
			k++;
		if (k == i)
			making_choice(m, strcmp(s, right) == 0, s, strlen(s));
	}
}

static bool differ(const struct pairs *p)
{
	for (int i = 1; i < p->n; i++)
		if (strcmp(p->of[i].answer, p->of[0].answer) != 0)
			return true;
	return false;
}

void pairs_take(struct making *m, const struct pairs *p)
{
	struct question common = m->q;
	const char *task = common.ask.s ? common.ask.s : "";
	uint32_t at = m->begun;
	int made = 0;

	for (int i = 0; i < p->n && differ(p); i++) {
		if (!*p->of[i].ask)
			continue;
		if (made++ > 0) {
			making_end(m);
			making_begin(m, at);
			m->q = common;
			m->q.id = NULL; /* the first one has it */
		}
		m->q.ask.s = join(m, task, p->of[i].ask);
		add_choices(m, p, p->of[i].answer);
	}
	if (made == 0 || !differ(p))
		making_refuse(m, "E702", at,
			      "this question cannot come along: it has fewer than two things "
			      "to choose from")
			->help = "add another pair, with an answer of its own";
	else if (made > 1)
		making_say(m, "N724", at,
			   "what is to be matched here makes %d questions, a pair each", made);
}
