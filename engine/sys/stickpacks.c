#include "stickpacks.h"

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
#include <unistd.h>

#include "leave.h"
#include "library.h"
#include "swap.h"
#include "trial.h"

enum {
	CALM_MS = 300, /* from the first change until it is looked at */
	PACKS = 256,   /* of a stick, that are looked at */
	STICKS = 16,
};

struct offer {
	char folder[PATH_MAX]; /* NAME/stairwell; "": there is none */
	dev_t device;
	ino_t file;
	char name[HEALTH_STICK];
	int packs, errors, looked_at;
	bool writable;
};

struct stickpacks {
	char *sticks, *data;
	const char *program;
	void (*wake)(void *ctx);
	void *ctx;
	SDL_Thread *thread;
	int end[2], inotify, mounts;

	SDL_mutex *lock; /* over these */
	SDL_cond *news;
	struct offer offer;
	bool back;
	bool wished, answered, good;
	enum operation wish, done;
	char words[SWAP_WORDS], told[SWAP_WORDS];
	bool leave, left;
};

/* ---- looking ---- */

static void try_pack(struct offer *o, const char *program, const char *path)
{
	struct trial t = {.end = TRIAL_READ, .questions = 1};

	if (o->looked_at++ >= PACKS)
		return;
	if (program)
		t = trial_run(program, path, 0);
	o->packs += t.end == TRIAL_READ && t.questions > 0;
	o->errors += t.end == TRIAL_READ ? t.errors : 1;
}

struct look {
	struct offer *offer;
	const char *program;
};

static void see(void *ctx, const char *path)
{
	struct look *l = ctx;

	try_pack(l->offer, l->program, path);
}

/* Its name comes from the stick: what a screen shows of it is letters. */
static void take_name(struct offer *o, const char *name)
{
	struct diag d;

	diag_init(&d, "");
	snprintf(o->name, sizeof(o->name), "%s", diag_copy(&d, name, strlen(name)));
	diag_finish(&d);
}

static bool has_packs(const struct stickpacks *s, const char *name, struct offer *o)
{
	struct stat st;

	if (snprintf(o->folder, sizeof(o->folder), "%s/%s/stairwell", s->sticks, name) >=
		    PATH_MAX ||
	    lstat(o->folder, &st) != 0 || !S_ISDIR(st.st_mode))
		return false;
	o->device = st.st_dev;
	o->file = st.st_ino;
	take_name(o, name);
	return true;
}

static void watch(struct stickpacks *s, const char *path)
{
	if (s->inotify >= 0)
		inotify_add_watch(s->inotify, path,
				  IN_ONLYDIR | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
					  IN_DELETE_SELF | IN_MOVE_SELF);
}

/* The folder, or what there is of its path. */
static void watch_way(struct stickpacks *s)
{
	char way[PATH_MAX];

	snprintf(way, sizeof(way), "%s", s->sticks);
	for (char *slash; access(way, F_OK) != 0 && (slash = strrchr(way, '/')) && slash > way;)
		*slash = '\0';
	watch(s, way);
}

/* The first with packs, by name. */
static struct offer find(struct stickpacks *s)
{
	struct offer o = {0};
	struct dirent **names;
	char inner[PATH_MAX];
	bool found = false;

	watch_way(s);
	int n = scandir(s->sticks, &names, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		if (names[i]->d_name[0] != '.' && !found && i < STICKS) {
			if (snprintf(inner, sizeof(inner), "%s/%s", s->sticks, names[i]->d_name) <
			    PATH_MAX)
				watch(s, inner);
			found = has_packs(s, names[i]->d_name, &o);
		}
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	return found ? o : (struct offer){0};
}

static void look(struct stickpacks *s)
{
	struct offer o = find(s);
	struct look l = {&o, s->program};
	bool back = s->data && swap_has_before(s->data);

	SDL_LockMutex(s->lock);
	bool same = strcmp(o.folder, s->offer.folder) == 0 && o.device == s->offer.device &&
		    o.file == s->offer.file;
	s->back = back;
	if (!same)
		s->offer = (struct offer){0};
	SDL_UnlockMutex(s->lock);
	if (same)
		return;
	if (o.folder[0]) {
		library_list(o.folder, see, &l);
		o.writable = access(o.folder, W_OK) == 0;
	}
	SDL_LockMutex(s->lock);
	s->offer = o;
	if (s->wake && !s->leave)
		s->wake(s->ctx);
	SDL_UnlockMutex(s->lock);
}

void stickpacks_tell(struct stickpacks *s, struct health *h)
{
	if (!s->thread)
		look(s);
	SDL_LockMutex(s->lock);
	const struct offer *o = &s->offer;
	h->stick.there = o->folder[0];
	snprintf(h->stick.name, sizeof(h->stick.name), "%s", o->name);
	h->stick.packs = o->packs;
	h->stick.errors = o->errors;
	h->stick.writable = o->writable;
	h->back = s->back;
	SDL_UnlockMutex(s->lock);
}

/* ---- doing ---- */

/* What was copied is looked at once more: what the stick had then may not be what it has now. */
static bool any_good(struct stickpacks *s)
{
	char part[PATH_MAX];
	struct offer o = {0};
	struct look l = {&o, s->program};

	return swap_part(s->data, part, sizeof(part)) && library_list(part, see, &l) && o.packs > 0;
}

static bool take(struct stickpacks *s, char *words)
{
	char folder[PATH_MAX];

	SDL_LockMutex(s->lock);
	snprintf(folder, sizeof(folder), "%s", s->offer.folder);
	SDL_UnlockMutex(s->lock);
	if (!folder[0]) {
		snprintf(words, SWAP_WORDS, "There is no stick with a folder named stairwell");
		return false;
	}
	if (!swap_copy(s->data, folder, words))
		return false;
	if (!any_good(s)) {
		swap_drop(s->data);
		snprintf(words, SWAP_WORDS, "There is no pack on the stick that can be played");
		return false;
	}
	return swap_commit(s->data, words);
}

static void grant(struct stickpacks *s)
{
	char words[SWAP_WORDS] = "Packs cannot be kept on this machine";
	bool good = false;

	SDL_LockMutex(s->lock);
	bool wished = s->wished;
	enum operation o = s->wish;
	s->wished = false;
	SDL_UnlockMutex(s->lock);
	if (!wished)
		return;
	if (s->data && (good = o == OPERATE_STICK ? take(s, words) : swap_back(s->data, words)))
		snprintf(words, sizeof(words), "%s",
			 o == OPERATE_STICK ? "The packs of the stick are played now"
					    : "The packs of before are played again");
	SDL_LockMutex(s->lock);
	s->answered = true;
	s->good = good;
	s->done = o;
	memcpy(s->words, words, sizeof(words));
	s->back = s->data && swap_has_before(s->data);
	if (s->wake && !s->leave)
		s->wake(s->ctx);
	SDL_UnlockMutex(s->lock);
}

void stickpacks_operate(struct stickpacks *s, enum operation o)
{
	if (!s->thread)
		look(s);
	SDL_LockMutex(s->lock);
	s->wish = o;
	s->wished = true;
	SDL_UnlockMutex(s->lock);
	if (!s->thread)
		grant(s);
	else if (write(s->end[1], "w", 1) < 0)
		return; /* it is awake */
}

bool stickpacks_answer(struct stickpacks *s, struct event *ev)
{
	SDL_LockMutex(s->lock);
	bool answered = s->answered;
	s->answered = false;
	memcpy(s->told, s->words, sizeof(s->told));
	*ev = (struct event){
		.kind = EVENT_OPERATED, .index = s->good, .number = (int)s->done, .text = s->told};
	SDL_UnlockMutex(s->lock);
	return answered;
}

/* ---- the thread ---- */

static void drain(int fd)
{
	char bytes[4096];

	while (read(fd, bytes, sizeof(bytes)) > 0)
		;
}

/* Until something comes or goes. False: it is to leave. */
static bool await(struct stickpacks *s)
{
	struct pollfd on[] = {
		{s->inotify, POLLIN, 0}, {s->mounts, POLLPRI, 0}, {s->end[0], POLLIN, 0}};

	while (poll(on, 3, -1) < 0 && errno == EINTR)
		;
	if (!on[2].revents)
		poll(&on[2], 1, CALM_MS);
	drain(s->inotify);
	drain(s->end[0]);
	if (s->mounts >= 0 && on[1].revents) {
		lseek(s->mounts, 0, SEEK_SET);
		drain(s->mounts);
	}
	SDL_LockMutex(s->lock);
	bool leave = s->leave;
	SDL_UnlockMutex(s->lock);
	return !leave;
}

static int run(void *ctx)
{
	struct stickpacks *s = ctx;

	do {
		look(s);
		grant(s);
	} while (await(s));
	SDL_LockMutex(s->lock);
	s->left = true;
	SDL_CondSignal(s->news);
	SDL_UnlockMutex(s->lock);
	return 0;
}

bool stickpacks_start(struct stickpacks *s, void (*wake)(void *ctx), void *ctx)
{
	s->wake = wake;
	s->ctx = ctx;
	s->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	s->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
	if (s->inotify >= 0 && pipe2(s->end, O_CLOEXEC | O_NONBLOCK) == 0)
		s->thread = SDL_CreateThread(run, "stick", s);
	return s->thread;
}

struct stickpacks *stickpacks_create(const char *sticks, const char *data, const char *program)
{
	struct stickpacks *s = calloc(1, sizeof(*s));

	if (!s)
		return NULL;
	s->inotify = s->mounts = s->end[0] = s->end[1] = -1;
	s->program = program;
	s->sticks = strdup(sticks);
	s->data = data ? strdup(data) : NULL;
	s->lock = SDL_CreateMutex();
	s->news = SDL_CreateCond();
	if (s->data)
		swap_tidy(s->data);
	if (s->sticks && s->lock && s->news)
		return s;
	stickpacks_destroy(s);
	return NULL;
}

static bool stop(struct stickpacks *s)
{
	if (!s->thread)
		return true;
	SDL_LockMutex(s->lock);
	s->leave = true;
	SDL_UnlockMutex(s->lock);
	close(s->end[1]);
	s->end[1] = -1;
	return leave_thread(s->thread, s->lock, s->news, &s->left);
}

void stickpacks_destroy(struct stickpacks *s)
{
	if (!s || !stop(s))
		return;
	const int files[] = {s->inotify, s->mounts, s->end[0], s->end[1]};
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (files[i] >= 0)
			close(files[i]);
	if (s->news)
		SDL_DestroyCond(s->news);
	if (s->lock)
		SDL_DestroyMutex(s->lock);
	free(s->sticks);
	free(s->data);
	free(s);
}
