#include "fitnames.h"

#include "utf8.h"

/* On which screens a name is cut, and how much of it is left where that is least. */
struct cut {
	const char *name; /* NULL: there is none */
	uint32_t screens;
	int characters;
};

static void look(struct cut *c, const struct frame *frame, int screen)
{
	size_t n;

	if (!c->name || !flaw_dots(frame, c->name, &n))
		return;
	int left = utf8_length(c->name, n);
	if (!c->screens || left < c->characters)
		c->characters = left;
	c->screens |= UINT32_C(1) << screen;
}

static void help(struct fitting *f, struct finding *at, const struct cut *c)
{
	diag_help(&f->entry->diag, at, "about %d characters are shown, then dots", c->characters);
}

/* The text in this language; NULL: it is not translated. */
static const char *own(const struct text *t, const char *language)
{
	return !language || text_language(t, language) ? text_in(t, language) : NULL;
}

static void where_packs_are_chosen(struct fitting *f, int index)
{
	const struct pack *p = f->entry->pack;
	struct cut title = {own(&p->title, f->x.language), 0, 0};
	struct cut about = {own(&p->about, f->x.language), 0, 0};

	for (int i = 0; i < f->screens->n; i++) {
		fitting_size(f, i);
		exhibit_pack(f->app, index, &f->x);
		look(&title, app_frame(f->app), i);
		look(&about, app_frame(f->app), i);
	}
	if (title.screens)
		help(f,
		     lint_say_pack(f->entry, "N646",
				   "the title has no room where packs are chosen, at %s: %s",
				   fitting_list(f, title.screens), title.name),
		     &title);
	if (about.screens)
		help(f,
		     lint_say_pack(f->entry, "N646",
				   "'about' has no room where packs are chosen, at %s",
				   fitting_list(f, about.screens)),
		     &about);
}

static void above_a_question(struct fitting *f, const struct question *q)
{
	struct diag *d = &f->entry->diag;
	struct fit_deal deals[PACK_CHOICES];
	const char *title = text_in(&f->x.pack->title, f->x.language),
		   *topic = own(q->topic, f->x.language);

	if (!topic || !lint_wants(f->entry, q, "N646"))
		return;
	struct cut line = {diag_text(d, "%s · %s", title, topic), 0, 0};
	fitdeal_all(q, f->x.language, deals);
	f->x.shown = deals[0].shown;
	f->x.nshown = deals[0].n;
	for (int i = 0; i < f->screens->n; i++) {
		fitting_size(f, i);
		exhibit_show(f->app, &f->x);
		look(&line, app_frame(f->app), i);
	}
	if (line.screens)
		help(f,
		     lint_say(f->entry, q, "N646", q->at,
			      "title and topic have no room above this question, at %s: %s",
			      fitting_list(f, line.screens), line.name),
		     &line);
}

static void look_at_language(struct fitting *f, int index, const char *language)
{
	const struct pack *p = f->entry->pack;
	const struct text *before = NULL;

	f->x = (struct exhibit){.pack = p, .language = language};
	where_packs_are_chosen(f, index);
	for (int i = 0; i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];
		f->x.question = i;
		if (q->topic && q->topic != before)
			above_a_question(f, q);
		before = q->topic;
	}
}

void fitnames_find(struct fitting *f, int index)
{
	const char **tag = f->entry->pack->languages;

	look_at_language(f, index, NULL);
	for (; tag && *tag; tag++)
		look_at_language(f, index, *tag);
}
