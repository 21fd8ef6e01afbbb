#include <stdlib.h>
#include <string.h>

#include "play.h"
#include "watch.h"
#include "window.h"

/* A part of the packs would be worse than none: nothing tells which. */
static void close_watch(struct play *p)
{
	watch_destroy(p->watch);
	p->watch = NULL;
}

static void add_folder(void *play, const char *path)
{
	struct play *p = play;
	char **more = realloc(p->folders, (size_t)(p->nfolders + 1) * sizeof(*more));
	char *own = more ? strdup(path) : NULL;

	p->folders = more ? more : p->folders;
	if (own)
		p->folders[p->nfolders++] = own;
	if (p->watch && !watch_folder(p->watch, path))
		close_watch(p);
}

void playwatch_open(struct play *p, bool script)
{
	bool good = true;

	if (p->intake && !script)
		kioskpacks_start(p);
	if (p->intake)
		return;
	p->watch = script ? NULL : watch_create(window_wake, p->window);
	packs_folders(&p->options, add_folder, p);
	for (int i = 0; p->watch && good && i < p->library.n; i++)
		if (!p->library.entries[i].found)
			good = watch_file(p->watch, p->library.entries[i].path);
	if (p->watch && !(good && watch_start(p->watch)))
		close_watch(p);
}

void playwatch_saved(void *play)
{
	((struct play *)play)->saved = true;
}

bool playwatch_next(void *play, struct event *answer)
{
	static const int numbers[] = {[NEWS_READ] = 0, [NEWS_ADDED] = 1, [NEWS_REMOVED] = -1};
	struct play *p = play;
	struct news news;

	if (p->intake)
		return kioskpacks_next(p, answer);
	if (p->watch && watch_take(p->watch))
		p->saved = true;
	if (!p->saved || strcmp(app_frame(p->app)->screen, "question") == 0)
		return false;
	p->saved =
		library_refresh(&p->library, (const char *const *)p->folders, p->nfolders, &news);
	if (!p->saved)
		return false;
	if (p->read && news.what == NEWS_READ)
		p->read(p, news.index);
	*answer = (struct event){
		.kind = EVENT_LOADED, .index = news.index, .number = numbers[news.what]};
	return true;
}

void playwatch_close(struct play *p)
{
	kioskpacks_end(p);
	watch_destroy(p->watch);
	for (int i = 0; i < p->nfolders; i++)
		free(p->folders[i]);
	free(p->folders);
}
