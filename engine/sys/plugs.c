#include "plugs.h"

#include <SDL_thread.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "ending.h"

struct plugs {
	void (*changed)(void *ctx);
	void *ctx;
	SDL_Thread *thread;
	int inotify, end[2]; /* end: a pipe that is closed when the thread is to go */
	int folder, parent;  /* watches; -1: none */
	char path[PATH_MAX];
};

/* ---- what looks like a joystick ---- */

enum { JOYSTICK_FIRST = 0x120, GAMEPAD_LAST = 0x13f, HAPPY_FIRST = 0x2c0, HAPPY_LAST = 0x2e7 };

/* The kernel writes the set of keys as words of hexadecimal digits, the highest first. */
static bool has_buttons(char *words)
{
	enum { BITS = sizeof(unsigned long) * CHAR_BIT };
	char *space;
	int base = 0;

	words[strcspn(words, "\n")] = '\0';
	for (bool more = true; more; base += BITS) {
		space = strrchr(words, ' ');
		more = space;
		unsigned long word = strtoul(space ? space + 1 : words, NULL, 16);
		for (int bit = 0; bit < BITS; bit++) {
			int key = base + bit;
			if (word >> bit & 1 && ((key >= JOYSTICK_FIRST && key <= GAMEPAD_LAST) ||
						(key >= HAPPY_FIRST && key <= HAPPY_LAST)))
				return true;
		}
		if (space)
			*space = '\0';
	}
	return false;
}

static bool is_joystick(const char *name)
{
	char path[PATH_MAX], words[1024];
	bool is = false;

	if (strncmp(name, "js", 2) == 0)
		return true;
	if (strncmp(name, "event", 5) != 0)
		return false;
	snprintf(path, sizeof(path), "/sys/class/input/%s/device/capabilities/key", name);
	FILE *in = fopen(path, "re");
	if (in && fgets(words, sizeof(words), in))
		is = has_buttons(words);
	if (in)
		fclose(in);
	return is;
}

bool plugs_any(const char *folder)
{
	DIR *d = opendir(folder);
	bool any = false;

	for (struct dirent *e; d && !any && (e = readdir(d));)
		any = is_joystick(e->d_name);
	if (d)
		closedir(d);
	return any;
}

/* ---- the thread ---- */

/* Where nothing was ever plugged in the folder itself may be missing. */
static void add_watch(struct plugs *p)
{
	char parent[PATH_MAX];

	p->folder = inotify_add_watch(p->inotify, p->path,
				      IN_CREATE | IN_DELETE | IN_ATTRIB | IN_MOVE | IN_DELETE_SELF);
	if (p->folder >= 0) {
		if (p->parent >= 0)
			inotify_rm_watch(p->inotify, p->parent);
		p->parent = -1;
		return;
	}
	snprintf(parent, sizeof(parent), "%s", p->path);
	char *slash = strrchr(parent, '/');
	if (slash && slash > parent)
		*slash = '\0';
	p->parent = inotify_add_watch(p->inotify, parent, IN_CREATE | IN_MOVED_TO);
}

/* Whether it matters. Of a device that went nothing can be asked any more. */
static bool heed(struct plugs *p, const struct inotify_event *e)
{
	const char *name = e->len > 0 ? e->name : "", *slash = strrchr(p->path, '/');

	if (e->mask & IN_Q_OVERFLOW) { /* what happened is lost */
		if (p->folder < 0)
			add_watch(p);
		return true;
	}
	if (e->wd == p->parent) {
		if (!slash || strcmp(name, slash + 1) != 0)
			return false;
		add_watch(p);
		return true;
	}
	if (e->mask & (IN_DELETE_SELF | IN_IGNORED)) {
		if (e->wd == p->folder && e->mask & IN_DELETE_SELF)
			add_watch(p);
		return e->mask & IN_DELETE_SELF;
	}
	if (e->mask & (IN_DELETE | IN_MOVED_FROM))
		return strncmp(name, "js", 2) == 0 || strncmp(name, "event", 5) == 0;
	return is_joystick(name);
}

static int watch(void *ctx)
{
	char spare[ENDING_SPARE];
	_Alignas(struct inotify_event) char bytes[4096];
	struct plugs *p = ctx;
	struct pollfd on[] = {{p->inotify, POLLIN, 0}, {p->end[0], 0, 0}};

	ending_thread(spare);
	for (;;) {
		int ready = poll(on, 2, -1);
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready < 0 || on[1].revents)
			break;
		ssize_t n = read(p->inotify, bytes, sizeof(bytes));
		bool matters = false;
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *e = (const void *)(bytes + at);
			matters = heed(p, e) || matters;
			at += (ssize_t)(sizeof(*e) + e->len);
		}
		if (matters)
			p->changed(p->ctx);
	}
	return 0;
}

struct plugs *plugs_watch(const char *folder, void (*changed)(void *ctx), void *ctx)
{
	struct plugs *p = calloc(1, sizeof(*p));

	if (!p)
		return NULL;
	p->changed = changed;
	p->ctx = ctx;
	p->folder = p->parent = p->end[0] = p->end[1] = -1;
	snprintf(p->path, sizeof(p->path), "%s", folder);
	p->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (p->inotify >= 0 && pipe2(p->end, O_CLOEXEC) == 0) {
		add_watch(p);
		if (p->folder >= 0 || p->parent >= 0)
			p->thread = SDL_CreateThread(watch, "plugs", p);
	}
	if (p->thread)
		return p;
	plugs_close(p);
	return NULL;
}

void plugs_close(struct plugs *p)
{
	if (!p)
		return;
	if (p->end[1] >= 0)
		close(p->end[1]);
	if (p->thread)
		SDL_WaitThread(p->thread, NULL);
	if (p->end[0] >= 0)
		close(p->end[0]);
	if (p->inotify >= 0)
		close(p->inotify);
	free(p);
}
