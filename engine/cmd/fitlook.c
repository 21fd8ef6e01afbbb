#include <stdlib.h>
#include <string.h>

#include "fitting.h"
#include "utf8.h"

const struct question *fitting_question(const struct fitting *f)
{
	return &f->x.pack->questions[f->x.question];
}

void fitting_size(struct fitting *f, int screen)
{
	const struct fit_screen *s = &f->screens->screen[screen];

	f->x.w = s->w;
	f->x.h = s->h;
	f->x.text_percent = s->text_percent;
}

/* Lays it out at one size. */
static const struct frame *show(struct fitting *f, int screen)
{
	fitting_size(f, screen);
	exhibit_show(f->app, &f->x);
	return app_frame(f->app);
}

static bool scrolls(const struct frame *f)
{
	return f->scroll_height > f->scroll.h;
}

/* That our pages keep all texts whole and in their places is shown, not believed. */
static void prove(struct fitting *f, const struct frame *frame, int screen)
{
	struct diag *d = &f->entry->diag;
	const struct question *q = fitting_question(f);
	struct flaw flaw = flaw_find(frame);

	if (!flaw.what || f->flaw.what)
		return;
	f->flaw = flaw;
	diag_help(d,
		  lint_say(f->entry, q, "E644", q->at, "at %s a text %s: %s",
			   fitting_name(d, &f->screens->screen[screen]), flaw.what,
			   diag_quote(flaw.text, strlen(flaw.text)).s),
		  "this is our mistake, not yours: please report it, with this pack");
}

static void look(struct fitting *f, enum page page, struct fitted *to)
{
	for (int i = 0; i < f->screens->n; i++) {
		const struct frame *frame = show(f, i);
		to->scrolls[page] |= (uint32_t)scrolls(frame) << i;
		to->least[page] |= (uint32_t)(frame->least && !scrolls(frame)) << i;
		prove(f, frame, i);
	}
}

void fitting_look(struct fitting *f, struct fitted *to)
{
	const struct question *q = fitting_question(f);
	struct fit_deal deals[PACK_CHOICES];
	uint32_t told = 0, answers[PACK_SHOWN + 1];
	int n = fitdeal_all(q, f->x.language, deals);

	*to = (struct fitted){0};
	f->flaw.what = NULL;
	for (int i = 0; i < n; i++) {
		f->x.shown = deals[i].shown;
		f->x.nshown = deals[i].n;
		f->x.chosen = 0;
		f->x.hint = false;
		look(f, PAGE_QUESTION, to);
		f->x.hint = q->hint.s;
		if (f->x.hint)
			look(f, PAGE_HINT, to);
		int nanswers = fitdeal_answers(q, &deals[i], f->x.language, &told, answers);
		for (int k = 0; k < nanswers; k++) {
			f->x.chosen = answers[k];
			look(f, PAGE_ANSWER, to);
		}
	}
	to->scrolls[PAGE_HINT] &= ~to->scrolls[PAGE_QUESTION];
	to->least[PAGE_QUESTION] |= to->least[PAGE_HINT] & ~to->scrolls[PAGE_QUESTION];
}

int fitting_most(struct fitting *f, int screen)
{
	enum { FEW = 12 };
	const struct question *q = fitting_question(f);
	const char *ask = text_in(&q->ask, f->x.language);
	size_t n = strlen(ask);
	int least = 0, most = utf8_length(ask, n);
	struct fit_deal deals[PACK_CHOICES];
	struct translation words = {.language = f->x.language};
	struct question less = *q;
	struct pack pack = *f->x.pack;
	struct exhibit whole = f->x;
	char *s = malloc(n + 1);

	fitdeal_all(q, f->x.language, deals);
	less.ask = (struct text){s, f->x.language ? &words : NULL};
	words.s = s;
	pack.questions = &less;
	f->x.pack = &pack;
	f->x.question = 0;
	f->x.shown = deals[0].shown;
	f->x.nshown = deals[0].n;
	f->x.hint = false;
	f->x.chosen = 0;
	while (s && most - least > 1) {
		int half = least + (most - least) / 2;
		size_t end = 0;
		uint32_t code;
		for (int i = 0; i < half; i++)
			end += (size_t)utf8_decode(ask + end, n - end, &code);
		memcpy(s, ask, end);
		s[end] = '\0';
		*(scrolls(show(f, screen)) ? &most : &least) = half;
	}
	free(s);
	f->x = whole;
	return least < FEW ? 0 : least;
}
