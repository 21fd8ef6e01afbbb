#include "intake.h"

#include <SDL.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "around.h"
#include "leave.h"
#include "tried.h"

enum {
	CALM_MS = 300,   /* from the first of many changes until they are looked at */
	AGAIN_MS = 30000 /* until a trial that could not be held is tried again */
};

/* Where packs may be: a file, or a folder of them. */
struct source {
	char *path;
	dev_t device; /* of the folder (of the file's, for a file) when it was there last */
	bool known;   /* it was there once */
	bool lost;    /* it is not there now, or is another disk's */
};

struct candidate {
	char *path;
	int source;
	bool seen;
	uint64_t print;     /* as it was when last looked at */
	int64_t since_ms;   /* since when it is so */
	int64_t not_before; /* no trial before this moment */
	uint64_t told;      /* the print of the last reading; 0: there was none */
};

enum wish_kind { WISH_SOURCES, WISH_BAR, WISH_LET_IN, WISH_AGAIN };

struct wish {
	struct wish *next;
	enum wish_kind kind;
	uint64_t hash;
	int n;
	char *paths[]; /* owned */
};

struct told {
	struct told *next;
	struct reading reading;
};

struct intake {
	const char *program;
	void (*wake)(void *ctx);
	void *ctx;
	SDL_Thread *thread;
	int end[2];

	SDL_mutex *lock; /* over these */
	SDL_cond *news;
	struct wish *wishes, **last_wish;
	struct told *told, **last_told;
	bool leave, left;

	/* Whoever looks, one thread at a time. */
	struct tried *tried;
	struct source *sources;
	int nsources;
	struct candidate *of;
	int n, room;
	int source; /* the one that is listed */
	int inotify, mounts;
};

/* ---- time ---- */

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t wall_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool is_over(struct intake *i)
{
	SDL_LockMutex(i->lock);
	bool over = i->leave;
	SDL_UnlockMutex(i->lock);
	return over;
}

/* ---- readings ---- */

static void tell(struct intake *i, struct reading *r)
{
	struct told *t = malloc(sizeof(*t));

	if (!t) {
		reading_finish(r);
		return;
	}
	*t = (struct told){.reading = *r};
	SDL_LockMutex(i->lock);
	*i->last_told = t;
	i->last_told = &t->next;
	if (i->wake && !i->leave)
		i->wake(i->ctx);
	SDL_UnlockMutex(i->lock);
}

bool intake_next(struct intake *i, struct reading *r)
{
	SDL_LockMutex(i->lock);
	struct told *t = i->told;
	if (t && !(i->told = t->next))
		i->last_told = &i->told;
	SDL_UnlockMutex(i->lock);
	if (!t)
		return false;
	*r = t->reading;
	free(t);
	return true;
}

static struct reading begin(const char *path, const struct around *a)
{
	struct reading r = {.path = strdup(path), .stamp = a->stamp};

	diag_init(&r.diag, path);
	return r;
}

static void say(struct reading *r, const char *code, const char *words, const char *help)
{
	diag_add(&r->diag, diag_severity(code), code, (struct place){0, 0}, "%s", words)->help =
		help;
}

static void say_spoilt(struct reading *r, const char *path)
{
	diag_add(&r->diag, SEVERITY_WARNING, "W804", (struct place){0, 0},
		 "'%s' cannot be decoded, and is left out", path)
		->help = "copy the file anew, or save it anew from what it was made of";
}

/* What the game is to know of a file of which this is known. */
static void read_as(struct intake *i, struct candidate *c, const struct around *a,
		    const struct verdict *v)
{
	struct reading r = begin(c->path, a);

	if (v->is == VERDICT_GOOD) {
		r.pack = pack_load(c->path, &r.diag);
		if (v->words[0])
			say_spoilt(&r, v->words);
	} else if (v->is == VERDICT_BAD) {
		say(&r, "E802", v->words, "copy the file anew, or make the pack anew");
	} else {
		r.out = true;
		say(&r, "E803", "this pack was in play at two crashes, and sits out",
		    "change its file, or let it in again on the staff page");
	}
	c->told = a->print;
	if (around_look(c->path, NULL, NULL).print == a->print && r.path)
		tell(i, &r);
	else
		reading_finish(&r); /* it is being written: what was read is nobody's */
}

/* ---- trials ---- */

static struct verdict judge(const struct trial *t, const struct verdict *before,
			    const struct around *a)
{
	struct verdict v = {.print = a->print, .hash = t->hash};

	v.is = t->end != TRIAL_READ ? VERDICT_BAD : VERDICT_GOOD;
	if (before->is == VERDICT_OUT && before->print == 0 && t->end == TRIAL_READ &&
	    before->hash == t->hash)
		v.is = VERDICT_OUT;
	snprintf(v.words, sizeof(v.words), "%s", t->words);
	return v;
}

/* False: not now. */
static bool try(struct intake *i, struct candidate *c, const struct around *a, struct verdict *v)
{
	struct trial t = {.end = TRIAL_READ};

	if (i->program)
		t = trial_run(i->program, c->path, 0);
	if (t.end == TRIAL_FAILED) {
		c->not_before = now_ms() + AGAIN_MS;
		return false;
	}
	*v = judge(&t, v, a);
	if (around_look(c->path, NULL, NULL).print != a->print)
		return false;
	tried_put(i->tried, c->path, v);
	return true;
}

/* ---- settling ---- */

/* How long until it may be tried, in ms; 0: now. */
static int64_t settles_in(const struct candidate *c, int64_t now)
{
	enum around_writer writer = around_writer(c->path);
	int64_t calm = writer == AROUND_UNKNOWN ? INTAKE_UNSURE_MS : INTAKE_SETTLE_MS;
	int64_t due = c->since_ms + calm;

	if (writer == AROUND_WRITTEN)
		return INTAKE_SETTLE_MS;
	due = c->not_before > due ? c->not_before : due;
	return due > now ? due - now : 0;
}

/* What was so for long is so since long: a start does not wait. */
static void notice(struct candidate *c, const struct around *a, int64_t now)
{
	int64_t age = wall_ms() - a->newest_ns / 1000000;

	if (c->print == a->print)
		return;
	c->since_ms = c->print == 0 && age > INTAKE_UNSURE_MS ? now - INTAKE_UNSURE_MS : now;
	c->print = a->print;
	c->not_before = 0;
}

static void watch_folder(void *ctx, const char *path)
{
	struct intake *i = ctx;

	if (i->inotify >= 0)
		inotify_add_watch(i->inotify, path,
				  IN_ONLYDIR | IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE |
					  IN_MOVED_TO | IN_MOVED_FROM | IN_ATTRIB | IN_DELETE_SELF |
					  IN_MOVE_SELF);
}

/* How long until it is to be looked at again, in ms; -1: not before something changes. `known`: but
 * only what has passed before, and is as it was. */
static int64_t look_at(struct intake *i, struct candidate *c, bool known, bool hasty)
{
	struct around a = around_look(c->path, watch_folder, i);
	int64_t now = now_ms(), wait;
	struct verdict v = tried_find(i->tried, c->path);

	if (a.print == 0)
		return -1;
	notice(c, &a, now);
	if (c->told == a.print)
		return -1;
	if (v.is && v.print == a.print) {
		read_as(i, c, &a, &v);
		return -1;
	}
	wait = known ? INTAKE_SETTLE_MS : hasty ? 0 : settles_in(c, now);
	if (wait == 0 && (wait = try(i, c, &a, &v) ? -1 : INTAKE_SETTLE_MS) < 0)
		read_as(i, c, &a, &v);
	return wait;
}

/* ---- sources ---- */

static struct candidate *find(const struct intake *i, const char *path)
{
	for (struct candidate *c = i->of; c < i->of + i->n; c++)
		if (strcmp(c->path, path) == 0)
			return c;
	return NULL;
}

static void see(void *ctx, const char *path)
{
	struct intake *i = ctx;
	struct candidate *c = find(i, path);

	if (!c) {
		if (i->n == i->room) {
			int room = i->room ? 2 * i->room : 32;
			c = realloc(i->of, (size_t)room * sizeof(*c));
			if (!c)
				return;
			i->of = c;
			i->room = room;
		}
		char *own = strdup(path);
		if (!own)
			return;
		c = &i->of[i->n++];
		*c = (struct candidate){.path = own};
	}
	c->seen = true;
	c->source = i->source;
}

/* The folder of a path, told when something comes there; where there is none, of what is. */
static void watch_way(struct intake *i, const char *path)
{
	char way[PATH_MAX];
	struct stat st;

	snprintf(way, sizeof(way), "%s", path);
	for (char *slash; stat(way, &st) != 0 || !S_ISDIR(st.st_mode); *slash = '\0')
		if (!(slash = strrchr(way, '/')) || slash == way) {
			snprintf(way, sizeof(way), "%s", slash ? "/" : ".");
			break;
		}
	watch_folder(i, way);
}

/* Where something was mounted and is not any more, there is a bare folder. */
static bool is_bare(const char *folder)
{
	DIR *dir = opendir(folder);
	const struct dirent *e;
	bool bare = true;

	while (dir && bare && (e = readdir(dir)))
		bare = e->d_name[0] == '.';
	if (dir)
		closedir(dir);
	return bare;
}

static void look_through(struct intake *i, struct source *s)
{
	char folder[PATH_MAX];
	struct stat st;
	bool is_folder = stat(s->path, &st) == 0 && S_ISDIR(st.st_mode);
	const char *slash = strrchr(s->path, '/');

	watch_way(i, s->path);
	snprintf(folder, sizeof(folder), "%s", s->path);
	if (!is_folder && slash)
		folder[slash > s->path ? slash - s->path : 1] = '\0';
	if (!is_folder)
		is_folder = stat(slash ? folder : ".", &st) == 0;
	s->lost = s->known && (!is_folder || (st.st_dev != s->device && is_bare(folder)));
	if (s->lost || !is_folder)
		return;
	s->known = true;
	s->device = st.st_dev;
	if (strcmp(folder, s->path) != 0) {
		if (stat(s->path, &st) == 0)
			see(i, s->path);
		return;
	}
	char inner[PATH_MAX];
	if (snprintf(inner, sizeof(inner), "%s/pack.ini", s->path) < PATH_MAX &&
	    stat(inner, &st) == 0)
		see(i, inner);
	else
		s->lost = !library_list(s->path, see, i);
}

static void forget_gone(struct intake *i)
{
	static const struct verdict none = {0};
	int kept = 0;

	for (int k = 0; k < i->n; k++) {
		struct candidate *c = &i->of[k];
		if (c->seen || (c->source >= 0 && i->sources[c->source].lost)) {
			i->of[kept++] = *c;
			continue;
		}
		struct reading r = {.path = c->path, .gone = true};
		tried_put(i->tried, c->path, &none);
		tell(i, &r);
	}
	i->n = kept;
}

/* ---- wishes ---- */

static void drop_wish(struct wish *w)
{
	for (int k = 0; k < w->n; k++)
		free(w->paths[k]);
	free(w);
}

static void wish(struct intake *i, enum wish_kind kind, const char *const *paths, int n,
		 uint64_t hash)
{
	struct wish *w = calloc(1, sizeof(*w) + (size_t)n * sizeof(char *));

	if (!w)
		return;
	*w = (struct wish){.kind = kind, .hash = hash};
	for (int k = 0; k < n; k++)
		if ((w->paths[w->n] = strdup(paths[k])))
			w->n++;
	SDL_LockMutex(i->lock);
	*i->last_wish = w;
	i->last_wish = &w->next;
	SDL_UnlockMutex(i->lock);
	if (i->thread && write(i->end[1], "w", 1) < 0)
		return; /* so full of wishes that it looks anyway */
}

void intake_sources(struct intake *i, const char *const *paths, int n)
{
	wish(i, WISH_SOURCES, paths, n, 0);
}

void intake_bar(struct intake *i, const char *path, uint64_t hash)
{
	wish(i, WISH_BAR, &path, 1, hash);
}

void intake_let_in(struct intake *i, const char *path)
{
	wish(i, WISH_LET_IN, &path, 1, 0);
}

void intake_again(struct intake *i, const char *path)
{
	wish(i, WISH_AGAIN, &path, 1, 0);
}

static void clear_sources(struct intake *i)
{
	for (int k = 0; k < i->nsources; k++)
		free(i->sources[k].path);
	free(i->sources);
	i->sources = NULL;
	i->nsources = 0;
	for (int k = 0; k < i->n; k++)
		i->of[k].source = -1;
}

static void take_sources(struct intake *i, struct wish *w)
{
	clear_sources(i);
	i->sources = calloc((size_t)w->n + 1, sizeof(*i->sources));
	for (int k = 0; i->sources && k < w->n; k++) {
		i->sources[i->nsources++].path = w->paths[k];
		w->paths[k] = NULL;
	}
}

static void grant(struct intake *i, struct wish *w)
{
	struct verdict v = {.is = w->kind == WISH_BAR ? VERDICT_OUT : VERDICT_NONE,
			    .hash = w->hash};
	struct candidate *c = w->n > 0 && w->kind != WISH_SOURCES ? find(i, w->paths[0]) : NULL;

	if (w->kind == WISH_SOURCES)
		take_sources(i, w);
	else if (w->kind != WISH_AGAIN && w->n > 0)
		tried_put(i->tried, w->paths[0], &v);
	if (c)
		c->told = 0;
}

static void grant_all(struct intake *i)
{
	SDL_LockMutex(i->lock);
	struct wish *w = i->wishes;
	i->wishes = NULL;
	i->last_wish = &i->wishes;
	SDL_UnlockMutex(i->lock);
	for (struct wish *next; w; w = next) {
		next = w->next;
		grant(i, w);
		drop_wish(w);
	}
}

/* ---- looking ---- */

/* How long until something is due, in ms; -1: not before something changes. */
static int64_t look(struct intake *i, bool known, bool hasty)
{
	int64_t wait = -1;

	grant_all(i);
	for (int k = 0; k < i->n; k++)
		i->of[k].seen = false;
	for (i->source = 0; i->source < i->nsources; i->source++)
		look_through(i, &i->sources[i->source]);
	forget_gone(i);
	for (int k = 0; k < i->n && !is_over(i); k++) {
		int64_t more = i->of[k].seen ? look_at(i, &i->of[k], known, hasty) : -1;
		if (more >= 0 && (wait < 0 || more < wait))
			wait = more;
	}
	tried_save(i->tried);
	return wait;
}

void intake_look(struct intake *i, bool known)
{
	look(i, known, true);
}

/* ---- the thread ---- */

static void drain(int fd)
{
	char bytes[4096];

	while (read(fd, bytes, sizeof(bytes)) > 0)
		;
}

/* Until something changes, then a moment more; or until the time is over. False: it is to leave. */
static bool await(struct intake *i, int64_t wait)
{
	struct pollfd on[] = {
		{i->inotify, POLLIN, 0}, {i->mounts, POLLPRI, 0}, {i->end[0], POLLIN, 0}};
	int ready;

	do {
		ready = poll(on, 3, wait > INT_MAX ? INT_MAX : (int)wait);
	} while (ready < 0 && errno == EINTR);
	if (ready > 0 && !is_over(i))
		poll(&on[2], on[2].revents ? 0 : 1, CALM_MS);
	drain(i->inotify);
	drain(i->end[0]);
	if (i->mounts >= 0 && on[1].revents) {
		lseek(i->mounts, 0, SEEK_SET);
		drain(i->mounts);
	}
	return !is_over(i);
}

static int run(void *ctx)
{
	struct intake *i = ctx;

	while (await(i, look(i, false, false)))
		;
	SDL_LockMutex(i->lock);
	i->left = true;
	SDL_CondSignal(i->news);
	SDL_UnlockMutex(i->lock);
	return 0;
}

bool intake_start(struct intake *i, void (*wake)(void *ctx), void *ctx)
{
	i->wake = wake;
	i->ctx = ctx;
	i->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	i->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
	if (i->inotify >= 0 && pipe2(i->end, O_CLOEXEC | O_NONBLOCK) == 0)
		i->thread = SDL_CreateThread(run, "intake", i);
	return i->thread;
}

struct intake *intake_create(const char *tried, const char *program)
{
	struct intake *i = calloc(1, sizeof(*i));

	if (!i)
		return NULL;
	i->program = program;
	i->last_wish = &i->wishes;
	i->last_told = &i->told;
	i->inotify = i->mounts = i->end[0] = i->end[1] = -1;
	i->tried = tried_open(tried);
	i->lock = SDL_CreateMutex();
	i->news = SDL_CreateCond();
	if (i->tried && i->lock && i->news)
		return i;
	intake_destroy(i);
	return NULL;
}

static bool stop(struct intake *i)
{
	if (!i->thread)
		return true;
	SDL_LockMutex(i->lock);
	i->leave = true;
	SDL_UnlockMutex(i->lock);
	close(i->end[1]);
	i->end[1] = -1;
	return leave_thread(i->thread, i->lock, i->news, &i->left);
}

void intake_destroy(struct intake *i)
{
	struct reading r;

	if (!i || !stop(i))
		return;
	while (intake_next(i, &r))
		reading_finish(&r);
	grant_all(i);
	clear_sources(i);
	for (int k = 0; k < i->n; k++)
		free(i->of[k].path);
	free(i->of);
	tried_close(i->tried);
	const int files[] = {i->inotify, i->mounts, i->end[0]};
	for (size_t k = 0; k < sizeof(files) / sizeof(files[0]); k++)
		if (files[k] >= 0)
			close(files[k]);
	if (i->news)
		SDL_DestroyCond(i->news);
	if (i->lock)
		SDL_DestroyMutex(i->lock);
	free(i);
}
