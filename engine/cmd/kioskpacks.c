/* A kiosk's packs: they come through trials, and are swapped while nobody plays. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "find.h"
#include "intake.h"
#include "play.h"
#include "window.h"

/* Where nobody is in the middle of anything. */
static const char *const calm[] = {"attract", "closed", "idle", "packs", "pin", "operator", NULL};

static void add_source(void *words, const char *path)
{
	char *own = strdup(path);

	if (own)
		words_add(words, own);
}

/* What is named, or else the folders in which packs are found. */
static void tell_sources(struct play *p)
{
	const struct words *named = &p->options.packs;
	struct words found = {0};

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
		taken = library_take(&p->library, &r, news);
		if (r.gone)
			ask_again(p);
		reading_finish(&r);
	}
	return taken;
}

/* Beside the memory; false: nothing is kept. */
static bool find_tried(const struct play *p, char *out, size_t room)
{
	char store[PATH_MAX];
	char *slash;

	if ((p->options.script && !p->options.data) ||
	    !find_store(p->options.data, store, sizeof(store)) || !(slash = strrchr(store, '/')))
		return false;
	*slash = '\0';
	return (size_t)snprintf(out, room, "%s/packs.tried", store) < room;
}

void kioskpacks_begin(struct play *p)
{
	char tried[PATH_MAX];
	struct news news;

	p->library.named = p->options.packs.n > 0;
	for (int i = 0; i < p->options.packs.n; i++)
		if (access(p->options.packs.s[i], R_OK) != 0)
			fprintf(stderr, "stairwell: %s: there is no such file or folder now\n",
				p->options.packs.s[i]);
	p->intake = intake_create(find_tried(p, tried, sizeof(tried)) ? tried : NULL, p->trials);
	if (!p->intake)
		return;
	tell_sources(p);
	intake_look(p->intake, p->trials && !p->options.script);
	while (take(p, &news))
		;
}

void kioskpacks_start(struct play *p)
{
	intake_start(p->intake, window_wake, p->window);
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

	if (!is_calm(p))
		return false;
	if (p->saved) /* which only a script says */
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
}
