#include "checkfit.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "find.h"
#include "fitletters.h"
#include "fitnames.h"
#include "fitting.h"
#include "window.h"

static const struct fit_screens usual = {
	true,
	6,
	{{1280, 720, 100},
	 {1280, 720, 200},
	 {1920, 1080, 100},
	 {1920, 1080, 200},
	 {1080, 1920, 100},
	 {1080, 1920, 200}},
};

/* "200", "200%", and as --text-scale has it "2", "1.5". */
static bool read_percent(const char *s, int *percent)
{
	char *end;
	double size = strtod(s, &end);

	if (end == s || (*end == '%' ? end[1] : *end))
		return false;
	*percent = (int)((size <= 2 && *end != '%' ? size * 100 : size) + .5);
	return *percent >= 100 && *percent <= 200;
}

static bool read_screen(const char *s, struct fit_screen *out)
{
	int end = 0;

	out->text_percent = 100;
	return sscanf(s, "%5dx%5d%n", &out->w, &out->h, &end) == 2 && end > 0 &&
	       out->w >= WINDOW_LEAST_W && out->h >= WINDOW_LEAST_H && out->w <= WINDOW_MOST &&
	       out->h <= WINDOW_MOST &&
	       (s[end] == '\0' || (s[end] == '@' && read_percent(s + end + 1, &out->text_percent)));
}

bool checkfit_looks_like_screens(const char *word)
{
	return *word >= '0' && *word <= '9' && word[strspn(word, "0123456789xX@%.,")] == '\0';
}

bool checkfit_screens(struct fit_screens *s, const char *list)
{
	char one[32];

	if (!list) {
		*s = usual;
		return true;
	}
	*s = (struct fit_screens){0};
	for (;; list++) {
		size_t n = strcspn(list, ",");
		if (s->n == FIT_SCREENS || n >= sizeof one)
			return false;
		snprintf(one, sizeof one, "%.*s", (int)n, list);
		if (!read_screen(one, &s->screen[s->n++]))
			return false;
		list += n;
		if (!*list)
			return true;
	}
}

static bool is_in(const struct text *t, const char *language)
{
	return text_language(t, language);
}

/* Whether any of its texts is translated. */
static bool speaks(const struct question *q, const char *language)
{
	bool any = is_in(&q->ask, language) || is_in(&q->hint, language) ||
		   is_in(&q->why, language) || is_in(&q->alt, language) ||
		   is_in(&q->credit, language);

	for (int i = 0; i < q->nchoices && !any; i++)
		any = is_in(&q->choices[i].text, language) ||
		      is_in(&q->choices[i].because, language) ||
		      is_in(&q->choices[i].alt, language);
	for (const struct lines *l = q->source; l && !any; l = l->next)
		any = is_in(&l->text, language);
	return any;
}

/* In one language; NULL: the author's own. */
static void fit_language(struct fitting *f, const char *language)
{
	const struct pack *p = f->entry->pack;
	const char *in = language ? diag_text(&f->entry->diag, "in '%s' ", language) : "";

	f->x = (struct exhibit){.pack = p, .language = language};
	for (int i = 0; i < p->nquestions; i++) {
		struct fitted *now = &f->fitted[i];
		f->x.question = i;
		*now = (struct fitted){0};
		if (language && !speaks(&p->questions[i], language))
			continue;
		fitting_look(f, now);
		for (int page = 0; language && page < PAGES; page++) { /* what only this one does */
			now->scrolls[page] &= ~f->own[i].scrolls[page];
			now->least[page] &= ~f->own[i].least[page] & ~f->own[i].scrolls[page];
		}
		if (!language)
			f->own[i] = *now;
	}
	if (f->screens->usual)
		fitting_sum_up(f, in);
	for (int i = 0; i < p->nquestions; i++) {
		f->x.question = i;
		fitting_say(f, &f->fitted[i], in);
	}
}

static bool fit_pack(struct fitting *f, int index)
{
	const struct pack *p = f->entry->pack;

	f->own = calloc((size_t)p->nquestions, sizeof *f->own);
	f->fitted = calloc((size_t)p->nquestions, sizeof *f->fitted);
	bool good = f->own && f->fitted;
	if (good) {
		fitnames_find(f, index);
		fit_language(f, NULL);
	}
	for (const char **tag = p->languages; good && tag && *tag; tag++)
		fit_language(f, *tag);
	free(f->own);
	free(f->fitted);
	return good;
}

static bool any_pack(const struct library *l)
{
	for (int i = 0; i < l->n; i++)
		if (l->entries[i].pack)
			return true;
	return false;
}

bool checkfit(struct library *l, const struct fit_screens *s)
{
	char ini[PATH_MAX];
	struct settings set = settings_default();

	if (!any_pack(l))
		return true;
	set.motion = MOTION_NONE;
	find_share("fonts/fonts.ini", ini, sizeof ini);
	struct fonts *fonts = fonts_open(ini);
	if (!fonts) {
		fprintf(stderr, "stairwell check: --fit needs fonts, and none can be opened\n");
		return false;
	}
	fputs(fonts_notes(fonts), stderr);
	struct app *app = app_create(&(struct app_options){.library = l,
							   .measure = fonts_measure(fonts),
							   .set = set,
							   .mode = &game_modes[0],
							   .w = s->screen[0].w,
							   .h = s->screen[0].h},
				     &(struct event){.kind = EVENT_TICK});
	struct fitting f = {.app = app, .screens = s};
	bool good = app;
	for (int i = 0; good && i < l->n; i++) {
		f.entry = &l->entries[i];
		if (f.entry->pack)
			good = fitletters_find(f.entry, fonts) && fit_pack(&f, i);
		diag_sort(&f.entry->diag);
	}
	if (!good)
		fprintf(stderr, "stairwell check: memory is too short for --fit\n");
	app_destroy(app);
	fonts_close(fonts);
	return good;
}
