#include "lookout.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ending.h"
#include "leave.h"

enum { CALM_MS = 300 /* from the first of many changes until they are looked at */ };

struct lookout {
	int64_t (*look)(void *ctx);
	void *look_ctx;
	void (*wake)(void *ctx);
	void *wake_ctx;
	SDL_Thread *thread;
	bool runs;
	int again, inotify, mounts;
	bool blind; /* not every folder is watched */

	SDL_mutex *lock; /* over these, and over what others share */
	SDL_cond *news;
	bool leave, left;
};

void lookout_lock(struct lookout *l)
{
	SDL_LockMutex(l->lock);
}

void lookout_unlock(struct lookout *l)
{
	SDL_UnlockMutex(l->lock);
}

bool lookout_runs(const struct lookout *l)
{
	return l->runs;
}

bool lookout_is_over(struct lookout *l)
{
	lookout_lock(l);
	bool over = l->leave;
	lookout_unlock(l);
	return over;
}

void lookout_tell(struct lookout *l)
{
	lookout_lock(l);
	if (l->wake && !l->leave)
		l->wake(l->wake_ctx);
	lookout_unlock(l);
}

void lookout_again(struct lookout *l)
{
	if (l->runs)
		eventfd_write(l->again, 1);
}

/* ---- watching ---- */

void lookout_watch(struct lookout *l, const char *folder)
{
	if (l->runs && inotify_add_watch(l->inotify, folder,
					 IN_ONLYDIR | IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE |
						 IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM |
						 IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF) < 0)
		l->blind |= errno == ENOSPC || errno == ENOMEM;
}

void lookout_heed(void *lookout, const char *folder)
{
	lookout_watch(lookout, folder);
}

void lookout_watch_way(struct lookout *l, const char *path)
{
	char way[PATH_MAX];
	struct stat st;

	snprintf(way, sizeof(way), "%s", path);
	for (char *slash; stat(way, &st) != 0 || !S_ISDIR(st.st_mode); *slash = '\0')
		if (!(slash = strrchr(way, '/')) || slash == way) {
			snprintf(way, sizeof(way), "%s", slash ? "/" : ".");
			break;
		}
	lookout_watch(l, way);
}

/* ---- the thread ---- */

static void drain(int fd)
{
	char bytes[4096];

	while (read(fd, bytes, sizeof(bytes)) > 0)
		;
}

/* False: it is to leave. */
static bool await(struct lookout *l, int64_t wait_ms)
{
	struct pollfd on[] = {
		{l->again, POLLIN, 0}, {l->mounts, POLLPRI, 0}, {l->inotify, POLLIN, 0}};

	if (l->blind && (wait_ms < 0 || wait_ms > LOOKOUT_BLIND_MS))
		wait_ms = LOOKOUT_BLIND_MS;
	while (poll(on, 3, wait_ms > INT_MAX ? INT_MAX : (int)wait_ms) < 0 && errno == EINTR)
		;
	if (on[1].revents || on[2].revents)
		poll(on, 1, CALM_MS);
	drain(l->again);
	drain(l->inotify);
	if (on[1].revents) {
		lseek(l->mounts, 0, SEEK_SET);
		drain(l->mounts);
	}
	return !lookout_is_over(l);
}

static int run(void *ctx)
{
	char spare[ENDING_SPARE];
	struct lookout *l = ctx;

	ending_thread(spare);
	while (await(l, l->look(l->look_ctx)))
		;
	lookout_lock(l);
	l->left = true;
	SDL_CondSignal(l->news);
	lookout_unlock(l);
	return 0;
}

bool lookout_start(struct lookout *l, const char *name, void (*wake)(void *ctx), void *ctx)
{
	l->wake = wake;
	l->wake_ctx = ctx;
	l->again = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	l->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	l->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
	l->blind = l->inotify < 0 || l->mounts < 0;
	l->runs = l->again >= 0;
	if (l->runs && !(l->thread = SDL_CreateThread(run, name, l)))
		l->runs = false;
	return l->runs;
}

struct lookout *lookout_create(int64_t (*look)(void *ctx), void *ctx)
{
	struct lookout *l = calloc(1, sizeof(*l));

	if (!l)
		return NULL;
	*l = (struct lookout){.look = look, .look_ctx = ctx};
	l->again = l->inotify = l->mounts = -1;
	l->lock = SDL_CreateMutex();
	l->news = SDL_CreateCond();
	if (l->lock && l->news)
		return l;
	lookout_destroy(l);
	return NULL;
}

static bool stop(struct lookout *l)
{
	if (!l->thread)
		return true;
	lookout_lock(l);
	l->leave = true;
	lookout_unlock(l);
	lookout_again(l);
	return leave_thread(l->thread, l->lock, l->news, &l->left);
}

bool lookout_destroy(struct lookout *l)
{
	if (!l)
		return true;
	if (!stop(l))
		return false;
	const int files[] = {l->again, l->inotify, l->mounts};
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (files[i] >= 0)
			close(files[i]);
	if (l->news)
		SDL_DestroyCond(l->news);
	if (l->lock)
		SDL_DestroyMutex(l->lock);
	free(l);
	return true;
}
