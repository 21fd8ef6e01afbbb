#include "outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES = 1000 };

enum locked { LOCKED, OTHERS, UNKNOWN }; /* where files can't be locked */

/* Whoever writes a file has it locked, until it has its name. */
static enum locked lock(int fd, const char *path)
{
	struct stat held, named;

	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		return errno == EWOULDBLOCK ? OTHERS : UNKNOWN;
	return fstat(fd, &held) == 0 && lstat(path, &named) == 0 && held.st_dev == named.st_dev &&
			       held.st_ino == named.st_ino
		       ? LOCKED
		       : OTHERS;
}

/* What nobody writes any more. */
static void drop_left(const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return;
	if (lock(fd, path) == LOCKED)
		unlink(path);
	close(fd);
}

/* A new file under a name that nothing has; its rights are for the kernel to say, as the umask is
 * all threads' and can't be read without being changed. */
static int create_beside(struct outfile *o, mode_t mode)
{
	for (int i = 0; i < NAMES; i++) {
		snprintf(o->beside, sizeof(o->beside), "%s.unfinished%d", o->path, i);
		drop_left(o->beside);
		int fd = open(o->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
		if (fd >= 0 && lock(fd, o->beside) != OTHERS)
			return fd;
		if (fd >= 0)
			close(fd);
		else if (errno != EEXIST)
			break;
	}
	return -1;
}

/* With the owner and the rights of the file whose place it takes, else those that a new one has. */
static bool open_beside(struct outfile *o, const struct stat *old)
{
	int fd = create_beside(o, old ? 0600 : 0666);

	if (fd < 0)
		return false;
	if (old && fchown(fd, old->st_uid, old->st_gid) != 0 && geteuid() == 0) {
		close(fd); /* whoever may give it away must */
		unlink(o->beside);
		return false;
	}
	o->to = !old || fchmod(fd, old->st_mode & 0777) == 0 ? fdopen(fd, "w") : NULL;
	o->lock = o->to ? fcntl(fd, F_DUPFD_CLOEXEC, 0) : -1;
	if (o->to)
		return true;
	close(fd);
	unlink(o->beside);
	return false;
}

bool outfile_open(struct outfile *o, const char *path)
{
	struct stat st;
	bool there = stat(path, &st) == 0;

	*o = (struct outfile){.lock = -1};
	if (there && !S_ISREG(st.st_mode)) {
		o->to = fopen(path, "we");
		return o->to;
	}
	if (there && access(path, W_OK) != 0)
		return false;
	if (there && !realpath(path, o->path)) /* a link stays one */
		return false;
	if (!there && (size_t)snprintf(o->path, sizeof(o->path), "%s", path) >= sizeof(o->path)) {
		errno = ENAMETOOLONG;
		return false;
	}
	return open_beside(o, there ? &st : NULL);
}

int outfile_folder(const char *path)
{
	char folder[PATH_MAX];

	snprintf(folder, sizeof(folder), "%s", path);
	char *slash = strrchr(folder, '/');
	if (slash)
		*slash = '\0';
	return open(slash == folder ? "/"
		    : slash         ? folder
				    : ".",
		    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

void outfile_sync(const char *path)
{
	int fd = outfile_folder(path);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

void outfile_folders(const char *path)
{
	char folder[PATH_MAX];

	snprintf(folder, sizeof(folder), "%s", path);
	for (char *slash = folder; (slash = strchr(slash + 1, '/'));) {
		*slash = '\0';
		if (mkdir(folder, 0777) == 0)
			outfile_sync(folder);
		*slash = '/';
	}
}

bool outfile_close(struct outfile *o, bool good)
{
	int why;

	good = good && fflush(o->to) == 0 && !ferror(o->to);
	if (good && o->beside[0])
		good = fsync(fileno(o->to)) == 0;
	why = errno;
	if (fclose(o->to) != 0 && good) {
		good = false;
		why = errno;
	}
	if (good && o->beside[0] && rename(o->beside, o->path) != 0) {
		good = false;
		why = errno;
	}
	if (!good && o->beside[0])
		unlink(o->beside);
	else if (o->beside[0])
		outfile_sync(o->path);
	if (o->lock >= 0)
		close(o->lock);
	errno = why;
	return good;
}

bool outfile_write(const char *path, const char *s, size_t n)
{
	struct outfile o;

	return outfile_open(&o, path) && outfile_close(&o, fwrite(s, 1, n, o.to) == n);
}
