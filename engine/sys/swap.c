#include "swap.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sources.h"

static const char *const PACKS = "packs";
static const char *const BEFORE = "packs.before";
static const char *const PART = "packs.part"; /* being copied */
static const char *const NEXT = "packs.next"; /* whole, and to be in force */
static const char *const GONE = "packs.gone"; /* being removed */

/* What goes wrong, in the words of whoever reads it. */
static bool fail(char *words, const char *what)
{
	if (!words[0])
		snprintf(words, SWAP_WORDS, "%s", what);
	return false;
}

static bool fail_copy(char *words, int why)
{
	if (why == ENOSPC || why == EDQUOT)
		return fail(words, "There is not enough room on this machine's disk");
	if (why == EIO || why == ENODEV || why == ENOENT || why == ENXIO)
		return fail(words, "The stick went away, or cannot be read to its end");
	if (!words[0])
		snprintf(words, SWAP_WORDS, "It cannot be copied: %s", strerror(why));
	return false;
}

static int open_folder(const char *path)
{
	return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* ---- removing ---- */

static void remove_all(int at, const char *name)
{
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd >= 0 ? fdopendir(fd) : NULL;

	for (struct dirent *e; d && (e = readdir(d));) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		if (unlinkat(fd, e->d_name, 0) != 0)
			remove_all(fd, e->d_name);
	}
	if (d)
		closedir(d);
	else if (fd >= 0)
		close(fd);
	unlinkat(at, name, AT_REMOVEDIR);
}

static bool exists(int at, const char *name)
{
	struct stat st;

	return fstatat(at, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

void swap_drop(const char *data)
{
	int at = open_folder(data);

	if (at < 0)
		return;
	remove_all(at, PART);
	close(at);
}

/* ---- copying ---- */

struct copy {
	int files;
	int64_t bytes;
	char *words;
};

/* Beneath the folder, over no link and onto no other disk. */
static int open_inner(int at, const char *name)
{
	struct open_how how = {.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
			       .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV};

	return (int)syscall(SYS_openat2, at, name, &how, sizeof(how));
}

static bool write_all(int fd, const char *bytes, ssize_t n)
{
	for (ssize_t put; n > 0; bytes += put, n -= put)
		if ((put = write(fd, bytes, (size_t)n)) <= 0)
			return false;
	return true;
}

/* No more than it had when that was looked at. */
static bool copy_bytes(struct copy *c, int from, int to, int64_t left)
{
	char bytes[65536];
	ssize_t got = 0;

	if ((c->bytes += left) > SWAP_BYTES)
		return fail(c->words, "There is more than 2 GB in the stick's folder");
	for (; left > 0 && (got = read(from, bytes, sizeof(bytes))) > 0; left -= got)
		if (!write_all(to, bytes, got < left ? got : (ssize_t)left))
			return fail_copy(c->words, errno);
	return (got >= 0 && fsync(to) == 0) || fail_copy(c->words, errno);
}

static bool copy_file(struct copy *c, int from, int at, const char *name, int64_t bytes)
{
	int to = openat(at, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
	bool good = to >= 0 ? copy_bytes(c, from, to, bytes) : fail_copy(c->words, errno);

	if (to >= 0 && close(to) != 0 && good)
		good = fail_copy(c->words, errno);
	return good;
}

static bool copy_folder(struct copy *c, int from, int to, int deep);

static bool copy_one(struct copy *c, int from, int to, const char *name, int deep)
{
	int fd = open_inner(from, name), inner;
	struct stat st;
	bool good = true;

	if (fd < 0 || fstat(fd, &st) != 0) {
		good = errno == ELOOP || errno == EXDEV || fail_copy(c->words, errno);
	} else if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)) {
		; /* a device, a pipe */
	} else if (++c->files > SWAP_FILES || deep > SWAP_DEEP) {
		good = fail(c->words, "There are too many files in the stick's folder");
	} else if (S_ISREG(st.st_mode)) {
		good = copy_file(c, fd, to, name, st.st_size);
	} else {
		good = mkdirat(to, name, 0755) == 0 || fail_copy(c->words, errno);
		inner = good ? openat(to, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
		good = inner >= 0 ? copy_folder(c, fd, inner, deep + 1)
				  : fail_copy(c->words, errno);
		if (inner >= 0)
			close(inner);
	}
	if (fd >= 0)
		close(fd);
	return good;
}

static bool copy_folder(struct copy *c, int from, int to, int deep)
{
	DIR *d = fdopendir(dup(from));
	bool good = d || fail_copy(c->words, errno);

	errno = 0;
	for (struct dirent *e; good && (e = readdir(d)); errno = 0)
		if (e->d_name[0] != '.')
			good = copy_one(c, from, to, e->d_name, deep);
	if (good && errno)
		good = fail_copy(c->words, errno);
	if (d)
		closedir(d);
	return good && (fsync(to) == 0 || fail_copy(c->words, errno));
}

bool swap_copy(const char *data, const char *from, char *words)
{
	struct copy c = {.words = words};
	int source = open_folder(from), at = open_folder(data), part = -1;

	words[0] = '\0';
	if (source < 0) {
		fail_copy(words, errno);
	} else if (at >= 0) {
		remove_all(at, PART);
		if (mkdirat(at, PART, 0755) == 0)
			part = openat(at, PART, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	}
	bool good = part >= 0 ? copy_folder(&c, source, part, 0) : fail_copy(words, errno);
	if (!good && at >= 0)
		remove_all(at, PART);
	const int all[] = {at, source, part};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i] >= 0)
			close(all[i]);
	return good;
}

/* ---- putting in place ---- */

/* Puts the next in force, from wherever a cut left it. */
static bool turn(int at)
{
	if (exists(at, PACKS)) {
		remove_all(at, GONE);
		renameat(at, BEFORE, at, GONE);
		if (renameat(at, PACKS, at, BEFORE) != 0)
			return false;
	}
	return renameat(at, NEXT, at, PACKS) == 0;
}

/* Those in force are those before, and these are in force; or all is as it was. */
static bool put(int at, const char *name)
{
	mkdirat(at, PACKS, 0755);
	if (renameat(at, name, at, NEXT) != 0)
		return false;
	bool good = turn(at);
	if (!good) {
		if (!exists(at, PACKS))
			renameat(at, BEFORE, at, PACKS);
		if (!exists(at, BEFORE))
			renameat(at, GONE, at, BEFORE);
		renameat(at, NEXT, at, name);
	}
	fsync(at);
	remove_all(at, GONE);
	return good;
}

void swap_tidy(const char *data)
{
	int at = open_folder(data);

	if (at < 0)
		return;
	if (exists(at, NEXT)) /* a cut was in the middle of it */
		turn(at);
	remove_all(at, PART);
	remove_all(at, GONE);
	close(at);
}

bool swap_commit(const char *data, char *words)
{
	int at = open_folder(data);
	bool good = at >= 0 && put(at, PART);

	words[0] = '\0';
	if (at >= 0)
		close(at);
	swap_drop(data);
	return good || fail(words, "They cannot be put in place of the others");
}

bool swap_has_before(const char *data)
{
	int at = open_folder(data);
	bool has = at >= 0 && exists(at, BEFORE);

	if (at >= 0)
		close(at);
	return has;
}

bool swap_back(const char *data, char *words)
{
	int at = open_folder(data);

	words[0] = '\0';
	bool has = at >= 0 && exists(at, BEFORE), good = has && put(at, BEFORE);
	if (at >= 0)
		close(at);
	return good || fail(words, has ? "They cannot be put in place of the others"
				       : "There are no packs before these");
}

/* ---- what is there ---- */

static bool join(const char *data, const char *name, char *out, size_t room)
{
	int n = snprintf(out, room, "%s/%s", data, name);

	return n > 0 && (size_t)n < room;
}

bool swap_part(const char *data, char *out, size_t room)
{
	return join(data, PART, out, room);
}

bool swap_packs(const char *data, char *out, size_t room)
{
	return join(data, PACKS, out, room) && !sources_bare(out);
}
