#include "packzip.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"
#include "iniread.h"
#include "utf8.h"

static const struct place whole = {0, 0};
static const char ini[] = "pack.ini";

enum { BLOCK = 64 << 10, PREFIX = 256 };

bool packzip_is(const char *path)
{
	size_t n = strlen(path);
	struct stat st;

	return n > 5 && strcasecmp(path + n - 5, ".quiz") == 0 &&
	       !(stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

struct zip {
	struct archive *a;
	struct archive_entry *entry; /* the one at hand */
	const char *name;            /* of it */
	struct packzip_names names;
	int fd;
	bool broken; /* it is no zip, or ends early */
};

void packzip_names_begin(struct packzip_names *n)
{
	n->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	n->before = n->utf8 ? uselocale(n->utf8) : (locale_t)0;
}

void packzip_names_end(struct packzip_names *n)
{
	if (!n->utf8)
		return;
	uselocale(n->before);
	freelocale(n->utf8);
}

/* False: the file can't be opened, see errno. */
static bool open_zip(struct zip *z, const char *path)
{
	struct stat st;

	*z = (struct zip){0};
	/* Without O_NONBLOCK a FIFO would wait for a writer. */
	z->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (z->fd < 0)
		return false;
	if (fstat(z->fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(z->fd);
		errno = EINVAL;
		return false;
	}
	packzip_names_begin(&z->names);
	z->a = archive_read_new();
	z->broken = !z->a || archive_read_support_format_zip_seekable(z->a) != ARCHIVE_OK ||
		    archive_read_open_fd(z->a, z->fd, BLOCK) != ARCHIVE_OK;
	return true;
}

static void close_zip(struct zip *z)
{
	archive_read_free(z->a);
	packzip_names_end(&z->names);
	close(z->fd);
}

/* On to the next entry. False: there is none, or the archive is broken. */
static bool next_entry(struct zip *z)
{
	int got = z->broken ? ARCHIVE_FATAL : archive_read_next_header(z->a, &z->entry);

	if (got != ARCHIVE_OK && got != ARCHIVE_WARN) {
		z->broken = got != ARCHIVE_EOF;
		return false;
	}
	z->name = archive_entry_pathname_utf8(z->entry);
	if (!z->name) /* of an old program, in who knows what code */
		z->name = archive_entry_pathname(z->entry);
	return true;
}

/* The next bytes of the entry; 0: its end; below 0: it is broken. */
static ssize_t read_some(struct zip *z, void *to, size_t n)
{
	return archive_read_data(z->a, to, n);
}

/* ---- looking at all that is in it ---- */

const char *packzip_name_fault(const char *name)
{
	static const char leaves[] = "a path in it leads out of its folder";

	if (!name || !*name || utf8_bad(name, strlen(name)) < strlen(name))
		return "a name in it is not UTF-8";
	if (name[0] == '/' || strchr(name, '\\') || (name[1] == ':' && name[0] != '.'))
		return leaves;
	for (const char *p = name; *p;) {
		size_t n = strcspn(p, "/");
		if (n == 2 && memcmp(p, "..", 2) == 0)
			return leaves;
		p += n + (p[n] == '/');
	}
	return NULL;
}

/* What is wrong with an entry; NULL: nothing. */
static const char *fault_of(const struct zip *z)
{
	mode_t type = archive_entry_filetype(z->entry);

	if (archive_entry_hardlink(z->entry) || type == AE_IFLNK)
		return "there is a link in it";
	if (type != AE_IFREG && type != AE_IFDIR)
		return "there is something in it that is no file";
	if (archive_entry_is_encrypted(z->entry) > 0)
		return "it is locked with a password";
	return packzip_name_fault(z->name);
}

/* Names that were met, by their hashes. */
struct names {
	uint64_t met[PACKZIP_ENTRIES];
	int n;
};

static bool is_met(struct names *names, const char *name)
{
	uint64_t hash = hash_text(HASH_START, name);

	for (int i = 0; i < names->n; i++)
		if (names->met[i] == hash)
			return true;
	names->met[names->n++] = hash;
	return false;
}

static void refuse(struct diag *d, const char *path, const char *message, const char *name)
{
	struct finding *f =
		diag_add(d, SEVERITY_ERROR, "E342", whole, "%s: this file is refused", message);

	if (name)
		diag_help(d, f,
			  "it is about '%s'; make the file anew: stairwell export quiz PACK.ini -o "
			  "%s",
			  diag_quote(name, strlen(name)).s, path);
}

/* Where pack.ini stands: at the top, or in one folder. False: this is not it. */
static bool is_ini(const char *name, char prefix[PREFIX])
{
	const char *slash = strrchr(name, '/'), *last = slash ? slash + 1 : name;
	size_t n = (size_t)(last - name);

	if (strcmp(last, ini) != 0 || n >= PREFIX || (slash && strchr(name, '/') != slash))
		return false;
	if (strncmp(name, "__MACOSX/", 9) == 0)
		return false;
	memcpy(prefix, name, n);
	prefix[n] = '\0';
	return true;
}

/* The whole of the entry at hand, to be freed; NULL: that was said. */
static char *read_ini(struct zip *z, int64_t packed, size_t *n, struct diag *d)
{
	size_t room = BLOCK, most = PACKZIP_FREE;
	char *bytes = malloc(room), *more;
	ssize_t got = 0;

	if (packed > 0 && (uint64_t)packed < INI_FILE / PACKZIP_RATIO)
		most += (size_t)packed * PACKZIP_RATIO;
	else
		most = INI_FILE;
	for (*n = 0; bytes && *n <= most && (got = read_some(z, bytes + *n, room - *n)) > 0;) {
		*n += (size_t)got;
		if (*n < room)
			continue;
		more = realloc(bytes, 2 * room);
		if (!more)
			free(bytes);
		bytes = more;
		room *= 2;
	}
	if (bytes && got == 0 && *n <= most)
		return bytes;
	if (!bytes)
		diag_add(d, SEVERITY_ERROR, "E102", whole,
			 "there is not enough memory to read this file");
	else if (got < 0)
		diag_add(d, SEVERITY_ERROR, "E341", whole, "this file is broken: %s",
			 archive_error_string(z->a) ? archive_error_string(z->a) : "it ends early")
			->help = "get it anew";
	else
		diag_add(d, SEVERITY_ERROR, "E342", whole,
			 "the pack.ini in this file grows beyond measure: this file is refused");
	free(bytes);
	return NULL;
}

/* Adds its bytes; true: together they are too many. */
static bool is_beyond(const struct zip *z, int64_t *bytes)
{
	int64_t size = archive_entry_size(z->entry);

	*bytes += size;
	return size < 0 || size > PACKZIP_BYTES || *bytes > PACKZIP_BYTES;
}

/* A look at every entry. True: nothing is wrong, and *found says whether there is a pack.ini. */
static bool look(struct zip *z, const char *path, char prefix[PREFIX], bool *found, struct diag *d)
{
	struct names *names = calloc(1, sizeof *names);
	const char *fault = NULL;
	char other[PREFIX];
	int64_t bytes = 0;

	*found = false;
	while (names && !fault && next_entry(z)) {
		if (names->n == PACKZIP_ENTRIES)
			fault = "there are more than 4,096 files in it";
		else if (is_beyond(z, &bytes))
			fault = "its files have more than 1 GiB";
		else if (!(fault = fault_of(z)) && is_met(names, z->name))
			fault = "a file is in it twice";
		else if (!fault && is_ini(z->name, *found ? other : prefix)) {
			if (*found)
				fault = "there is more than one pack.ini in it";
			*found = true;
		}
	}
	if (fault)
		refuse(d, path, fault, z->name);
	free(names);
	return !fault;
}

static int64_t size_of(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 ? st.st_size : 0;
}

/* True: the entry at hand is that one. */
static bool find_entry(struct zip *z, const char *prefix, const char *name)
{
	size_t n = strlen(prefix);

	while (next_entry(z))
		if (z->name && strncmp(z->name, prefix, n) == 0 && strcmp(z->name + n, name) == 0)
			return true;
	return false;
}

static void say_unopened(struct diag *d)
{
	diag_add(d, SEVERITY_ERROR, "E101", whole, "this file cannot be opened: %s",
		 strerror(errno));
}

char *packzip_load(const char *path, size_t *n, struct diag *d)
{
	char prefix[PREFIX] = "", *bytes = NULL;
	struct zip z;
	bool found, good;

	*n = 0;
	if (!open_zip(&z, path)) {
		say_unopened(d);
		return NULL;
	}
	good = look(&z, path, prefix, &found, d);
	if (good && z.broken)
		diag_add(d, SEVERITY_ERROR, "E341", whole,
			 "this is not a zip file, or a part of it is missing")
			->help = "a .quiz file is made with: stairwell export quiz PACK.ini -o "
				 "NAME.quiz";
	else if (good && !found)
		diag_add(d, SEVERITY_ERROR, "E343", whole, "there is no pack.ini in this file")
			->help = "a .quiz file is a zip of the pack's folder, with the pack in it "
				 "called pack.ini";
	good = good && !z.broken && found;
	close_zip(&z);
	if (!good)
		return NULL;
	if (!open_zip(&z, path)) {
		say_unopened(d);
		return NULL;
	}
	if (find_entry(&z, prefix, ini))
		bytes = read_ini(&z, size_of(z.fd), n, d);
	close_zip(&z);
	return bytes;
}

/* ---- one file of it ---- */

/* Copies the entry at hand; -1: see *fault. */
static int copy_entry(struct zip *z, size_t most, enum packzip_fault *fault)
{
	int fd = memfd_create("pack", MFD_CLOEXEC);
	char block[BLOCK];
	size_t total = 0;
	ssize_t got = -1;

	while (fd >= 0 && (got = read_some(z, block, sizeof block)) > 0) {
		total += (size_t)got;
		if (total > most || write(fd, block, (size_t)got) != got)
			break;
	}
	if (fd >= 0 && got == 0 && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	*fault = total > most ? PACKZIP_LARGE : PACKZIP_BROKEN;
	if (fd >= 0)
		close(fd);
	return -1;
}

/* Opened behind a look for where its pack.ini stands. False: there is none. */
static bool open_at_ini(struct zip *z, const char *path, char prefix[PREFIX])
{
	bool found = false;

	if (!open_zip(z, path))
		return false;
	while (!found && next_entry(z))
		found = z->name && is_ini(z->name, prefix);
	close_zip(z);
	return found && open_zip(z, path);
}

int packzip_open(const char *path, const char *name, size_t most, enum packzip_fault *fault)
{
	char prefix[PREFIX];
	struct zip z;
	int fd = -1;

	*fault = PACKZIP_MISSING;
	if (!open_at_ini(&z, path, prefix))
		return -1;
	if (find_entry(&z, prefix, name) && archive_entry_filetype(z.entry) == AE_IFREG)
		fd = copy_entry(&z, most, fault);
	close_zip(&z);
	return fd;
}

void packzip_each(const char *path, size_t most,
		  void (*see)(void *ctx, const char *name, int fd, enum packzip_fault fault),
		  void *ctx)
{
	char prefix[PREFIX];
	struct zip z;

	if (!open_at_ini(&z, path, prefix))
		return;
	while (next_entry(&z)) {
		enum packzip_fault fault = PACKZIP_MISSING;
		size_t n = strlen(prefix);
		int fd;

		if (!z.name || strncmp(z.name, prefix, n) != 0 ||
		    archive_entry_filetype(z.entry) != AE_IFREG)
			continue;
		fd = copy_entry(&z, most, &fault);
		see(ctx, z.name + n, fd, fault);
		if (fd >= 0)
			close(fd);
	}
	close_zip(&z);
}
