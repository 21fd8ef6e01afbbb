/* A kiosk's packs: they come through trials, and are swapped while nobody plays. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "intake.h"
#include "kioskhealth.h"
#include "play.h"
#include "stickpacks.h"
#include "swap.h"
#include "window.h"

/* Where nobody is in the middle of anything. */
static const char *const calm[] = {"attract", "closed", "packs", "operator", NULL};

static void add_source(void *words, const char *path)
{
	char *own = strdup(path);

	if (own)
		words_add(words, own);
}

/* What was taken from a stick, or else what is named, or else the folders in which packs are found.
 */
static void tell_sources(struct play *p)
{
	const struct words *named = &p->options.packs;
	struct words found = {0};
	char taken[PATH_MAX];

	p->taken = p->data[0] && swap_packs(p->data, taken, sizeof(taken));
	if (p->taken) {
		intake_sources(p->intake, (const char *const[]){taken}, 1);
		return;
	}
	if (named->n == 0)
		packs_folders(&p->options, add_source, &found);
	intake_sources(p->intake, named->n > 0 ? named->s : found.s,
		       named->n > 0 ? named->n : found.n);
	for (int i = 0; i < found.n; i++)
		free((char *)found.s[i]);
	free(found.s);
}

/* Those that were left out as another had their identity may come in when that one goes. */
static void ask_again(struct play *p)
{
	for (const struct entry *e = p->library.entries; e < p->library.entries + p->library.n; e++)
		if (!e->pack && !e->out && e->diag.errors == 0)
			intake_again(p->intake, e->path);
}

static bool take(struct play *p, struct news *news)
{
	struct reading r;
	bool taken = false;

	while (!taken && intake_next(p->intake, &r)) {
		taken = !packs_is_tour(&p->library, r.path) && library_take(&p->library, &r, news);
		if (r.gone)
			ask_again(p);
		reading_finish(&r);
	}
	return taken;
}

static void say_missing(const struct play *p)
{
	const struct words *named = &p->options.packs;

	for (int i = 0; i < named->n; i++)
		if (access(named->s[i], R_OK) != 0)
			fprintf(stderr, "stairwell: %s: there is no such file or folder now\n",
				named->s[i]);
}

void kioskpacks_begin(struct play *p)
{
	char tried[PATH_MAX + 16];
	bool kept = p->data[0];
	struct news news;

	say_missing(p);
	snprintf(tried, sizeof(tried), "%s/packs.tried", p->data);
	p->library.named = p->options.packs.n > 0;
	p->intake = intake_create(kept ? tried : NULL, p->trials);
	p->stick = stickpacks_create(p->kiosk->sticks, kept ? p->data : NULL, p->trials);
	if (!p->intake)
		return;
	if (p->life.out)
		intake_bar(p->intake, p->life.last.hash);
	tell_sources(p);
	intake_look(p->intake, p->trials && !p->options.script);
	while (take(p, &news))
		;
}

void kioskpacks_start(struct play *p)
{
	p->unwatched = !intake_start(p->intake, window_wake, p->window);
	if (p->unwatched)
		fprintf(stderr, "stairwell: packs that come or go are not noticed until the next "
				"start: there is no thread for that\n");
	if (!p->stick || stickpacks_start(p->stick, window_wake, p->window))
		return;
	fprintf(stderr, "stairwell: sticks are not noticed until the next start: there is no "
			"thread for that\n");
	stickpacks_destroy(p->stick); /* its trials are not for the thread that draws */
	p->stick = NULL;
}

static bool let_in(struct play *p, int entry)
{
	if (!p->intake || p->unwatched || entry < 0 || entry >= p->library.n)
		return false;
	intake_let_in(p->intake, p->library.entries[entry].path);
	p->saved = p->let_in = true;
	return true;
}

bool kioskpacks_operate(struct play *p, const struct effect *e)
{
	switch (e->index) {
	case OPERATE_STICK:
	case OPERATE_STICK_BACK:
		if (p->stick && p->intake)
			stickpacks_operate(p->stick, (enum operation)e->index);
		return p->stick && p->intake;
	case OPERATE_LET_IN: return let_in(p, e->value);
	default: return false;
	}
}

enum { MISSING_SHOWN = 4 };

void kioskpacks_health(struct play *p, struct health *h)
{
	const struct kiosk *k = p->taken ? NULL : p->kiosk;
	int shown = 0;

	kioskhealth_packs(h, &p->library, k, "Look under Packs, or bring others on a stick");
	for (int i = 0; k && i < k->npacks && shown < MISSING_SHOWN; i++)
		if (kioskhealth_missing(k, &p->library, i)) {
			shown++;
			health_add(h, HEALTH_NOTE, "Missing",
				   "Put the packs back there, or change packs = in the file",
				   "there is no file or folder %s",
				   diag_quote(k->packs[i], strlen(k->packs[i])).s);
		}
	h->taken = p->taken;
	if (p->stick)
		stickpacks_tell(p->stick, h);
}

/* What came of a wish. */
static bool answer_staff(struct play *p, struct event *answer)
{
	if (p->let_in) {
		p->let_in = false;
		*answer = (struct event){.kind = EVENT_OPERATED,
					 .index = 1,
					 .number = OPERATE_LET_IN,
					 .text = "It is tried, and is back if it can be read"};
		return true;
	}
	if (!p->stick || !stickpacks_answer(p->stick, answer))
		return false;
	if (answer->index) {
		tell_sources(p);
		p->saved = true;
	}
	return true;
}

static bool is_calm(const struct play *p)
{
	const char *screen = app_frame(p->app)->screen;

	for (const char *const *s = calm; *s; s++)
		if (strcmp(*s, screen) == 0)
			return true;
	return false;
}

bool kioskpacks_next(struct play *p, struct event *answer)
{
	static const int numbers[] = {[NEWS_READ] = 0, [NEWS_ADDED] = 1, [NEWS_REMOVED] = -1};
	struct news news;

	if (answer_staff(p, answer))
		return true;
	if (!is_calm(p))
		return false;
	if (p->saved && !p->window) /* with one, a thread looks */
		intake_look(p->intake, false);
	p->saved = false;
	if (!take(p, &news))
		return false;
	*answer = (struct event){
		.kind = EVENT_LOADED, .index = news.index, .number = numbers[news.what]};
	return true;
}

void kioskpacks_end(struct play *p)
{
	intake_destroy(p->intake);
	p->intake = NULL;
	stickpacks_destroy(p->stick);
	p->stick = NULL;
}
