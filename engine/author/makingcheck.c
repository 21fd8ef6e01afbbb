/* Whether the question at hand can come along: what a pack would not take is refused. */
#include <string.h>

#include "making.h"
#include "packkeys.h"
#include "utf8.h"

static int length(const char *s)
{
	return s ? utf8_length(s, strlen(s)) : 0;
}

static bool is_too_long(struct making *m, const char *s, enum key key)
{
	int most = key_rows[key].most;

	if (length(s) <= most)
		return false;
	making_refuse(m, "E703", m->begun,
		      "this question cannot come along: '%s' has %d characters; at most %d fit on "
		      "a screen",
		      key_rows[key].name, length(s), most)
		->help = "make it shorter";
	return true;
}

static bool is_empty(const struct text *t)
{
	return !t->s || utf8_unseen(t->s, strlen(t->s));
}

static bool has_twins(const struct making *m)
{
	for (int i = 0; i < m->nchoices; i++)
		for (int j = 0; j < i; j++)
			if (!m->choices[i].image && !m->choices[j].image &&
			    strcmp(m->choices[i].text.s, m->choices[j].text.s) == 0)
				return true;
	return false;
}

static void check_choices(struct making *m)
{
	int nright = 0;

	for (int i = 0; i < m->nchoices; i++) {
		const struct choice *c = &m->choices[i];
		nright += c->right;
		if (is_empty(&c->text) && !c->image)
			making_refuse(m, "E702", m->begun,
				      "this question cannot come along: a choice of it is empty");
		if (is_too_long(m, c->text.s, KEY_WRONG) ||
		    is_too_long(m, c->because.s, KEY_BECAUSE))
			return;
	}
	m->q.nright = nright;
	if (m->nchoices < 2)
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: it has fewer than two choices")
			->help = "write a wrong answer for it";
	else if (nright == 0)
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: none of its choices is right")
			->help = "mark the right one";
	else if (nright > PACK_RIGHT)
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: it has more than %d right answers",
			      PACK_RIGHT);
	else if (nright == m->nchoices && (m->q.pick == PICK_ONE || m->q.pick == PICK_ANY))
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: it has no wrong answer")
			->help = "write a wrong answer for it";
	else if (nright > 1 && (m->q.pick == PICK_ALL || m->q.pick == UINT8_MAX) &&
		 nright + (nright < m->nchoices) > m->q.show)
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: its right answers and a wrong one "
			      "do not fit on a screen (%d choices)",
			      m->q.show)
			->help = "make two questions of it";
	else if (has_twins(m))
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: two of its choices are the same")
			->help = "change one of them, or delete it";
}

static void drop_empty(struct text *t)
{
	if (is_empty(t))
		t->s = NULL;
}

/* What is empty was not given. */
static void drop_empty_texts(struct making *m)
{
	struct question *q = &m->q;

	drop_empty(&q->why);
	drop_empty(&q->hint);
	drop_empty(&q->alt);
	drop_empty(&q->credit);
	for (int i = 0; i < m->nchoices; i++) {
		if (is_empty(&m->choices[i].text))
			m->choices[i].text.s = "";
		drop_empty(&m->choices[i].because);
		drop_empty(&m->choices[i].alt);
	}
}

static void check_new(struct making *m)
{
	int first;

	if (m->refused || making_is_new(m, &first))
		return;
	making_refuse(m, "E706", m->begun,
		      "this question cannot come along: line %d asks the same, with the same right "
		      "answer",
		      first)
		->help = "delete one of them, or ask it in other words";
}

void making_check(struct making *m)
{
	const struct question *q = &m->q;

	drop_empty_texts(m);
	if (is_empty(&q->ask))
		making_refuse(m, "E702", m->begun,
			      "this question cannot come along: it asks nothing");
	else if (!is_too_long(m, q->ask.s, KEY_ASK) && !is_too_long(m, q->why.s, KEY_WHY) &&
		 !is_too_long(m, q->hint.s, KEY_HINT) && !q->statement)
		check_choices(m);
	check_new(m);
	if (m->pack->nquestions == PACK_QUESTIONS)
		making_refuse(m, "E204", m->begun,
			      "this question cannot come along: a pack has at most 1,000,000")
			->help = "make two packs of the file";
}
