/* A pack in several languages: what is left in one where the rest is translated (636). */
#include "lintrules.h"

enum { MOST_PERCENT = 50 /* are translated: then one that is not may have been forgotten */ };

struct tally {
	int translated;
	const struct question *first_without;
};

static bool has_language(const struct text *t, const char *language)
{
	const struct translation *it = t->more;

	while (it && it->language != language) /* a pack has each language's name once */
		it = it->next;
	return it != NULL;
}

static void say_untranslated(struct entry *e, const char *language, const struct tally *t)
{
	int all = e->pack->nquestions, without = all - t->translated;
	struct finding *f;

	if (without == 0 || t->translated < 2 || t->translated * 100 < all * MOST_PERCENT)
		return;
	f = lint_say_pack(e, "N636", "%d of %d questions %s not translated: 'ask.%s' is missing",
			  without, all, without == 1 ? "is" : "are", language);
	lint_second(e, f, e, t->first_without->at,
		    without == 1 ? "it is asked here" : "the first of them is asked here");
	diag_help(&e->diag, f, "add below its ask a line: ask.%s = the question in that language",
		  language);
}

void lint_languages(struct entry *e)
{
	const struct pack *p = e->pack;

	for (const char **language = p->languages; language && *language; language++) {
		struct tally t = {0};
		for (const struct question *q = p->questions; q < p->questions + p->nquestions; q++)
			if (has_language(&q->ask, *language))
				t.translated++;
			else if (!t.first_without)
				t.first_without = q;
		say_untranslated(e, *language, &t);
	}
}
