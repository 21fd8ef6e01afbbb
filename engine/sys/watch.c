#include "watch.h"

#include <SDL_thread.h>
#include <SDL_timer.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is looked at within a folder. */
struct place {
	int wd;     /* -1: there is no such folder now */
	char *path; /* of the folder */
	char *name; /* of the file; NULL: all that may be packs */
};

struct places {
	struct place *of;
	int n, room;
};

struct watch {
	void (*saved)(void *ctx);
	void *ctx;
	struct places asked; /* as it was asked for */
	struct places found; /* and where that is: behind links, in folders of folders */
	SDL_Thread *thread;
	int inotify, end[2]; /* end: a pipe that is closed when the thread is to go */
	bool rebuild;        /* a folder came or went */
	atomic_bool news;
};

enum {
	SURE = IN_CLOSE_WRITE | IN_MOVED_TO,
	UNSURE = IN_CREATE | IN_MODIFY | IN_DELETE | IN_MOVED_FROM,
	MOVED = IN_DELETE_SELF | IN_MOVE_SELF,
};

/* ---- places ---- */

static bool make_room(struct places *l)
{
	int room = l->room ? 2 * l->room : 16;
	struct place *more;

	if (l->n < l->room)
		return true;
	more = realloc(l->of, (size_t)room * sizeof *more);
	if (!more)
		return false;
	l->of = more;
	l->room = room;
	return true;
}

static bool add_place(struct places *to, const char *path, const char *name)
{
	struct place p = {-1, strdup(path), name ? strdup(name) : NULL};

	if (p.path && (p.name || !name) && make_room(to)) {
		to->of[to->n++] = p;
		return true;
	}
	free(p.path);
	free(p.name);
	return false;
}

static void clear_places(struct places *l)
{
	for (int i = 0; i < l->n; i++) {
		free(l->of[i].path);
		free(l->of[i].name);
	}
	free(l->of);
	*l = (struct places){0};
}

/* The folder of a path, and its last part. */
static bool add_file(struct places *to, const char *path)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');

	if (!slash)
		return add_place(to, ".", path);
	int length = slash > path ? (int)(slash - path) : 1;
	snprintf(folder, sizeof(folder), "%.*s", length, path);
	return add_place(to, folder, slash + 1);
}

/* Told of when it is moved away or deleted; where the last one is not there, of what comes. */
static void watch_way(struct watch *w, const char *path)
{
	char way[PATH_MAX];
	bool missing = true;

	if (!realpath(path, way))
		snprintf(way, sizeof(way), "%s%s", path[0] == '/' ? "" : "./", path);
	else
		missing = false;
	for (;;) {
		int wd = inotify_add_watch(w->inotify, *way ? way : "/",
					   IN_ONLYDIR | IN_MASK_ADD | MOVED |
						   (missing ? IN_CREATE | IN_MOVED_TO : 0));
		char *slash = strrchr(way, '/');
		missing = missing && wd < 0;
		if (!slash)
			break;
		*slash = '\0';
	}
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A folder of packs has folders with a pack in each. */
static void add_inner(struct watch *w, const char *folder)
{
	char path[PATH_MAX];
	DIR *d = opendir(folder);

	for (struct dirent *e; d && (e = readdir(d));) {
		if (e->d_name[0] == '.' ||
		    (e->d_type != DT_DIR && e->d_type != DT_LNK && e->d_type != DT_UNKNOWN))
			continue;
		if (snprintf(path, sizeof(path), "%s/%s", folder, e->d_name) < PATH_MAX &&
		    is_folder(path))
			add_place(&w->found, path, "pack.ini");
	}
	if (d)
		closedir(d);
}

/* Behind a link editors write where it leads. */
static void add_asked(struct watch *w, const struct place *p)
{
	char path[PATH_MAX], whole[PATH_MAX];

	add_place(&w->found, p->path, p->name);
	if (!p->name) {
		add_inner(w, p->path);
		return;
	}
	if (snprintf(path, sizeof(path), "%s/%s", p->path, p->name) < PATH_MAX &&
	    realpath(path, whole))
		add_file(&w->found, whole);
}

/* Everything anew: it is seldom that folders come and go. */
static bool build(struct watch *w)
{
	if (w->inotify >= 0)
		close(w->inotify);
	w->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (w->inotify < 0)
		return false;
	clear_places(&w->found);
	for (int i = 0; i < w->asked.n; i++)
		add_asked(w, &w->asked.of[i]);
	for (int i = 0; i < w->found.n; i++) {
		struct place *p = &w->found.of[i];
		watch_way(w, p->path);
		p->wd = inotify_add_watch(w->inotify, p->path,
					  IN_ONLYDIR | IN_MASK_ADD | SURE | UNSURE | MOVED);
	}
	return true;
}

/* ---- the thread ---- */

static bool may_be_pack(const char *name)
{
	const char *dot = strrchr(name, '.');

	return name[0] != '.' && dot && (strcmp(dot, ".ini") == 0 || strcmp(dot, ".quiz") == 0);
}

/* How long to wait for more; -1: it does not matter. */
static int heed(struct watch *w, const struct inotify_event *e)
{
	const char *name = e->len > 0 ? e->name : "";
	bool matters = false, missing = false;

	if (e->mask & (IN_Q_OVERFLOW | MOVED)) { /* what happened is lost, or was all of it */
		w->rebuild = true;
		return WATCH_UNSURE_MS;
	}
	if (e->mask & IN_IGNORED)
		return -1;
	for (int i = 0; i < w->found.n; i++) {
		const struct place *p = &w->found.of[i];
		missing |= p->wd < 0;
		if (p->wd != e->wd)
			continue;
		matters |= p->name ? strcmp(p->name, name) == 0
				   : may_be_pack(name) || (e->mask & IN_ISDIR && name[0] != '.');
	}
	bool way = missing && e->mask & IN_ISDIR && e->mask & (IN_CREATE | IN_MOVED_TO);
	if (!matters && !way)
		return -1;
	w->rebuild |= way || e->mask & IN_ISDIR;
	return e->mask & SURE ? WATCH_QUIET_MS : WATCH_UNSURE_MS;
}

/* Whether a file that is watched is there and empty: its writer has only begun. */
static bool any_empty(const struct watch *w)
{
	char path[PATH_MAX];
	struct stat st;

	for (int i = 0; i < w->asked.n; i++)
		if (w->asked.of[i].name &&
		    snprintf(path, sizeof(path), "%s/%s", w->asked.of[i].path,
			     w->asked.of[i].name) < PATH_MAX &&
		    stat(path, &st) == 0 && st.st_size == 0)
			return true;
	return false;
}

/* Reads what there is; how long to wait for more, -1: nothing of it mattered. */
static int listen(struct watch *w)
{
	_Alignas(struct inotify_event) char bytes[4096];
	int wait = -1;
	ssize_t n;

	while ((n = read(w->inotify, bytes, sizeof(bytes))) > 0)
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *e = (const void *)(bytes + at);
			int more = heed(w, e);
			wait = more >= 0 ? more : wait;
			at += (ssize_t)(sizeof(*e) + e->len);
		}
	return wait >= 0 && any_empty(w) ? WATCH_UNSURE_MS : wait;
}

static void tell(struct watch *w)
{
	atomic_store(&w->news, true);
	w->saved(w->ctx);
}

static int left(int64_t due_ms)
{
	int64_t ms = due_ms - (int64_t)SDL_GetTicks64();

	return due_ms < 0 ? -1 : ms < 0 ? 0 : (int)ms;
}

static int run(void *ctx)
{
	struct watch *w = ctx;
	int64_t due_ms = -1; /* when to tell; -1: there is nothing to tell */

	for (;;) {
		struct pollfd on[] = {{w->inotify, POLLIN, 0}, {w->end[0], 0, 0}};
		int ready = poll(on, 2, left(due_ms));
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready < 0 || on[1].revents)
			break;
		int wait = ready > 0 ? listen(w) : -1;
		if (wait >= 0)
			due_ms = (int64_t)SDL_GetTicks64() + wait;
		if (w->rebuild) {
			w->rebuild = false;
			if (!build(w))
				break;
			due_ms = (int64_t)SDL_GetTicks64() + WATCH_UNSURE_MS;
		}
		if (due_ms >= 0 && left(due_ms) == 0) {
			due_ms = -1;
			tell(w);
		}
	}
	return 0;
}

/* ---- from outside ---- */

struct watch *watch_create(void (*saved)(void *ctx), void *ctx)
{
	struct watch *w = calloc(1, sizeof(*w));

	if (!w)
		return NULL;
	w->saved = saved;
	w->ctx = ctx;
	w->inotify = w->end[0] = w->end[1] = -1;
	atomic_init(&w->news, true); /* it may have been before the watch began */
	return w;
}

bool watch_file(struct watch *w, const char *path)
{
	return add_file(&w->asked, path);
}

bool watch_folder(struct watch *w, const char *folder)
{
	return add_place(&w->asked, folder, NULL);
}

bool watch_start(struct watch *w)
{
	if (pipe2(w->end, O_CLOEXEC) == 0 && build(w))
		w->thread = SDL_CreateThread(run, "watch", w);
	return w->thread;
}

bool watch_take(struct watch *w)
{
	return atomic_exchange(&w->news, false);
}

void watch_destroy(struct watch *w)
{
	if (!w)
		return;
	if (w->end[1] >= 0)
		close(w->end[1]);
	if (w->thread)
		SDL_WaitThread(w->thread, NULL);
	if (w->end[0] >= 0)
		close(w->end[0]);
	if (w->inotify >= 0)
		close(w->inotify);
	clear_places(&w->asked);
	clear_places(&w->found);
	free(w);
}
