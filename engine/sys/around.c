#include "around.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"
#include "packzip.h"

struct walk {
	void (*folder)(void *ctx, const char *path);
	void (*file)(struct walk *w, const char *path, const struct stat *st);
	void *ctx;
	const char *but; /* the file itself */
	int files;
	struct around found;
	enum around_writer writer;
};

static int64_t ns_of(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int is_shown(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static void go_through(struct walk *w, const char *folder, bool shared, int deep)
{
	struct dirent **found;
	char path[PATH_MAX];
	struct stat st;

	if (w->folder)
		w->folder(w->ctx, folder);
	int n = scandir(folder, &found, is_shown, alphasort);
	for (int i = 0; i < n; i++) {
		bool whole =
			snprintf(path, sizeof(path), "%s/%s", folder, found[i]->d_name) < PATH_MAX;
		free(found[i]);
		if (!whole || w->files >= AROUND_FILES || strcmp(path, w->but) == 0 ||
		    lstat(path, &st) != 0 || (shared && library_is_pack(path)))
			continue;
		w->files++;
		w->file(w, path, &st);
		if (S_ISDIR(st.st_mode) && deep < AROUND_DEEP)
			go_through(w, path, false, deep + 1);
	}
	if (n >= 0)
		free(found);
}

static void go_around(struct walk *w, const char *path)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	int length = !slash ? 1 : slash > path ? (int)(slash - path) : 1;

	if (packzip_is(path))
		return;
	snprintf(folder, sizeof(folder), "%.*s", length, slash ? path : ".");
	go_through(w, folder, !slash || strcmp(slash, "/pack.ini") != 0, 0);
}

static void note(struct walk *w, const char *path, const struct stat *st)
{
	struct around *a = &w->found;
	int64_t of[] = {(int64_t)st->st_ino, ns_of(st->st_mtim), ns_of(st->st_ctim), st->st_size,
			st->st_mode};

	if (S_ISDIR(st->st_mode)) /* what is in it counts by itself */
		of[1] = of[2] = of[3] = 0;
	else if (of[2] > a->newest_ns)
		a->newest_ns = of[2];
	a->print = hash_text(hash_bytes(a->print, of, sizeof(of)), path);
}

struct around around_look(const char *path, void (*folder)(void *ctx, const char *path), void *ctx)
{
	struct walk w = {.folder = folder, .file = note, .ctx = ctx, .but = path};
	struct stamp *s = &w.found.stamp;

	*s = library_stamp(path);
	if (s->file == 0)
		return w.found;
	int64_t of[] = {(int64_t)s->device, (int64_t)s->file, s->bytes, s->written_ns,
			s->changed_ns};
	w.found.print = hash_text(hash_bytes(HASH_START, of, sizeof(of)), path);
	w.found.newest_ns = s->changed_ns;
	go_around(&w, path);
	return w.found;
}

uint64_t around_folder(const char *path, void (*folder)(void *ctx, const char *path), void *ctx)
{
	struct walk w = {.folder = folder, .file = note, .ctx = ctx, .but = ""};
	struct stat st;

	if (lstat(path, &st) != 0 || !S_ISDIR(st.st_mode))
		return 0;
	w.found.print = hash_text(HASH_START, path);
	go_through(&w, path, false, 0);
	return w.found.print;
}

/* A lease to read is not given while somebody has the file open to write. It is given back at once;
 * who opens it in between is let in by the signal, which does nothing. */
static enum around_writer file_writer(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW), why = 0;

	if (fd < 0)
		return AROUND_UNKNOWN;
	if (fcntl(fd, F_SETSIG, SIGURG) != 0 || fcntl(fd, F_SETLEASE, F_RDLCK) != 0)
		why = errno;
	else
		fcntl(fd, F_SETLEASE, F_UNLCK);
	close(fd);
	return why == 0 ? AROUND_CLOSED : why == EAGAIN ? AROUND_WRITTEN : AROUND_UNKNOWN;
}

static void ask(struct walk *w, const char *path, const struct stat *st)
{
	if (!S_ISREG(st->st_mode) || w->writer == AROUND_WRITTEN)
		return;
	enum around_writer this = file_writer(path);
	if (this != AROUND_CLOSED)
		w->writer = this;
}

enum around_writer around_writer(const char *path)
{
	struct walk w = {.file = ask, .but = path};
	struct stat st;

	if (stat(path, &st) == 0)
		ask(&w, path, &st);
	go_around(&w, path);
	return w.writer;
}
