#include "checkfit.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exhibit.h"
#include "find.h"
#include "fitdeal.h"
#include "font.h"
#include "lint.h"
#include "window.h"

static const struct fit_screens usual = {
	6,
	{{1280, 720, 100},
	 {1280, 720, 200},
	 {1920, 1080, 100},
	 {1920, 1080, 200},
	 {1080, 1920, 100},
	 {1080, 1920, 200}},
};

enum page { PAGE_QUESTION, PAGE_HINT, PAGE_ANSWER, PAGES };

/* One question in one language; sets of screens, a bit each. */
struct fitting {
	struct app *app;
	const struct fit_screens *screens;
	struct exhibit x;
	uint32_t scrolls[PAGES], least[PAGES];
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
	for (s->n = 0;; list++) {
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

static void look(struct fitting *f, enum page page)
{
	for (int i = 0; i < f->screens->n; i++) {
		const struct fit_screen *s = &f->screens->screen[i];
		f->x.w = s->w;
		f->x.h = s->h;
		f->x.text_percent = s->text_percent;
		exhibit_show(f->app, &f->x);
		const struct frame *frame = app_frame(f->app);
		bool scrolls = frame->scroll_height > frame->scroll.h;
		f->scrolls[page] |= (uint32_t)scrolls << i;
		f->least[page] |= (uint32_t)(frame->least && !scrolls) << i;
	}
}

static void look_at_all(struct fitting *f)
{
	const struct question *q = &f->x.pack->questions[f->x.question];
	struct fit_deal deals[PACK_CHOICES];
	uint32_t told = 0, answers[PACK_SHOWN + 1];
	int n = fitdeal_all(q, f->x.language, deals);

	for (int i = 0; i < n; i++) {
		f->x.shown = deals[i].shown;
		f->x.nshown = deals[i].n;
		f->x.chosen = 0;
		f->x.hint = false;
		look(f, PAGE_QUESTION);
		f->x.hint = q->hint.s;
		if (f->x.hint)
			look(f, PAGE_HINT);
		int nanswers = fitdeal_answers(q, &deals[i], f->x.language, &told, answers);
		for (int k = 0; k < nanswers; k++) {
			f->x.chosen = answers[k];
			look(f, PAGE_ANSWER);
		}
	}
}

/* "320x240, 640x360 and 640x360@200%" */
static const char *list(struct diag *d, const struct fit_screens *s, uint32_t set)
{
	const char *all = "";

	for (int i = 0; i < s->n; i++) {
		const struct fit_screen *at = &s->screen[i];
		const char *between = !*all ? "" : set >> i == 1 ? " and " : ", ";
		if (!(set >> i & 1))
			continue;
		if (at->text_percent == 100)
			all = diag_text(d, "%s%s%dx%d", all, between, at->w, at->h);
		else
			all = diag_text(d, "%s%s%dx%d@%d%%", all, between, at->w, at->h,
					at->text_percent);
	}
	return all;
}

/* What is said of each page, of those screens where nothing was said of the one before. */
static void say(struct fitting *f, struct entry *e)
{
	const struct question *q = &f->x.pack->questions[f->x.question];
	struct diag *d = &e->diag;
	const char *in = f->x.language ? diag_text(d, "in '%s' ", f->x.language) : "";
	uint32_t asked = f->scrolls[PAGE_QUESTION], hint = f->scrolls[PAGE_HINT] & ~asked;
	uint32_t answer = f->scrolls[PAGE_ANSWER];
	uint32_t least = f->least[PAGE_QUESTION] | (f->least[PAGE_HINT] & ~asked);

	if (asked)
		diag_help(d,
			  lint_say(e, q, "N641", q->at, "%sthe page of this question scrolls at %s",
				   in, list(d, f->screens, asked)),
			  "the choices may be out of sight at first: shorten the question or its "
			  "choices, or leave it for those who read on small screens");
	if (hint)
		diag_help(d,
			  lint_say(e, q, "N641", q->at,
				   "%sthe page of this question scrolls with its hint at %s", in,
				   list(d, f->screens, hint)),
			  "shorten the hint");
	if (least)
		lint_say(e, q, "N642", q->at,
			 "%sthe letters of this question are as small as they may get at %s", in,
			 list(d, f->screens, least));
	if (answer)
		lint_say(e, q, "N645", q->at,
			 "%sthe page with the answer scrolls, after its first lines, at %s", in,
			 list(d, f->screens, answer));
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

static void fit_question(struct app *app, const struct fit_screens *s, struct entry *e, int index)
{
	const struct pack *p = e->pack;
	struct fitting own = {app, s, {.pack = p, .question = index}, {0}, {0}};

	look_at_all(&own);
	say(&own, e);
	for (const char **tag = p->languages; tag && *tag; tag++) {
		struct fitting other = {
			app, s, {.pack = p, .question = index, .language = *tag}, {0}, {0}};
		if (!speaks(&p->questions[index], *tag))
			continue;
		look_at_all(&other);
		for (int page = 0; page < PAGES; page++) { /* what only the translation does */
			other.scrolls[page] &= ~own.scrolls[page];
			other.least[page] &= ~own.least[page] & ~own.scrolls[page];
		}
		say(&other, e);
	}
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
	if (!app)
		fprintf(stderr, "stairwell check: memory is too short for --fit\n");
	for (struct entry *e = l->entries; app && e < l->entries + l->n; e++) {
		for (int i = 0; e->pack && i < e->pack->nquestions; i++)
			fit_question(app, s, e, i);
		diag_sort(&e->diag);
	}
	app_destroy(app);
	fonts_close(fonts);
	return app;
}
