#include <stddef.h>

#include "bits.h"
#include "fitting.h"

const char *fitting_name(struct diag *d, const struct fit_screen *s)
{
	return s->text_percent == 100 ? diag_text(d, "%dx%d", s->w, s->h)
				      : diag_text(d, "%dx%d@%d%%", s->w, s->h, s->text_percent);
}

const char *fitting_list(struct fitting *f, uint32_t set)
{
	const struct fit_screens *s = f->screens;
	struct diag *d = &f->entry->diag;
	const char *all = "";

	for (int i = 0; i < s->n; i++)
		if (set >> i & 1)
			all = diag_text(d, "%s%s%s", all,
					!*all           ? ""
					: set >> i == 1 ? " and "
							: ", ",
					fitting_name(d, &s->screen[i]));
	return all;
}

static void say_question(struct fitting *f, uint32_t set, const char *in)
{
	struct diag *d = &f->entry->diag;
	const struct question *q = fitting_question(f);

	if (!set || !lint_wants(f->entry, q, "N641"))
		return;
	int first = bits_lowest(set), most = fitting_most(f, first);
	struct finding *at =
		lint_say(f->entry, q, "N641", q->at, "%sthe page of this question scrolls at %s",
			 in, fitting_list(f, set));
	if (most > 0)
		diag_help(d, at,
			  "with these choices a question of about %d characters has room at %s",
			  most, fitting_name(d, &f->screens->screen[first]));
	else
		diag_help(d, at, "at %s the choices leave no room for a question: shorten them",
			  fitting_name(d, &f->screens->screen[first]));
}

void fitting_say(struct fitting *f, const struct fitted *of, const char *in)
{
	struct diag *d = &f->entry->diag;
	const struct question *q = fitting_question(f);

	say_question(f, of->scrolls[PAGE_QUESTION], in);
	if (of->scrolls[PAGE_HINT])
		diag_help(d,
			  lint_say(f->entry, q, "N641", q->at,
				   "%sthe page of this question scrolls with its hint at %s", in,
				   fitting_list(f, of->scrolls[PAGE_HINT])),
			  "shorten the hint");
	if (of->least[PAGE_QUESTION])
		lint_say(f->entry, q, "N642", q->at,
			 "%sthe letters of this question are as small as they may get at %s", in,
			 fitting_list(f, of->least[PAGE_QUESTION]));
	if (of->scrolls[PAGE_ANSWER])
		lint_say(f->entry, q, "N645", q->at, "%sthe page with the answer scrolls at %s", in,
			 fitting_list(f, of->scrolls[PAGE_ANSWER]));
}

/* One of its sets. */
static uint32_t *set_of(struct fitted *f, size_t member)
{
	return (uint32_t *)((char *)f + member);
}

static void sum_up(struct fitting *f, const char *code, const char *what, size_t member,
		   const char *in)
{
	enum { SEVERAL = 4 };
	struct diag *d = &f->entry->diag;
	const char *all = "", *first = NULL;
	int n = f->x.pack->nquestions;

	for (int i = 0; i < f->screens->n; i++) {
		int count = 0;
		for (int k = 0; k < n; k++)
			count += *set_of(&f->fitted[k], member) >> i & 1;
		if (count < SEVERAL || count * SEVERAL < n)
			continue;
		for (int k = 0; k < n; k++)
			*set_of(&f->fitted[k], member) &= ~(UINT32_C(1) << i);
		const char *screen = fitting_name(d, &f->screens->screen[i]);
		all = diag_text(d, "%s%s%s (%d of %d)", all, first ? ", " : "", screen, count, n);
		first = first ? first : screen;
	}
	if (first)
		diag_help(d, lint_say_pack(f->entry, code, "%s%s at %s", in, what, all),
			  "'--fit %s' names each", first);
}

void fitting_sum_up(struct fitting *f, const char *in)
{
	sum_up(f, "N641", "the pages of many questions scroll",
	       offsetof(struct fitted, scrolls[PAGE_QUESTION]), in);
	sum_up(f, "N642", "the letters of many questions are as small as they may get",
	       offsetof(struct fitted, least[PAGE_QUESTION]), in);
	sum_up(f, "N645", "many of the pages with the answer scroll",
	       offsetof(struct fitted, scrolls[PAGE_ANSWER]), in);
}
