#include "packmedia.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "hash.h"
#include "imagehead.h"
#include "packzip.h"
#include "sound.h"

enum fault {
	FAULT_LEAVES,
	FAULT_WEB,
	FAULT_BACKSLASH,
	FAULT_SLASH,
	FAULT_PICTURE,
	FAULT_SOUND,
	FAULT_MISSING,
	FAULT_LINK_OUT,
	FAULT_LINK,
	FAULT_NOT_FILE,
	FAULT_LARGE,
	FAULT_NOT_ZIPPED,
	FAULT_BROKEN_ZIP,
	FAULT_NO_PICTURE,
	FAULT_OTHER_KIND,
	FAULT_PIXELS,
	FAULT_SCANS,
	FAULT_NO_SOUND,
	FAULT_LONG,
};

static const struct media_fault faults[] = {
	[FAULT_LEAVES] = {"E320", "this path leaves the pack's folder",
			  "put the file beside the pack and write its name alone, as in: map.png"},
	[FAULT_WEB] = {"E320", "nothing is fetched from the web",
		       "save the file beside the pack, and write its name alone, as in: map.png"},
	[FAULT_BACKSLASH] = {"E320", "there is a backslash in this path", "type / in its place"},
	[FAULT_SLASH] = {"E320", "there is a '/' too many in this path", "delete it"},
	[FAULT_PICTURE] = {"E321", "this is not the name of a picture",
			   "save the picture as .png, .jpg, .jpeg or .webp"},
	[FAULT_SOUND] = {"E321", "this is not the name of a sound",
			 "save the sound as .ogg, .wav or .flac"},
	[FAULT_MISSING] = {"E322", "there is no such file in the pack's folder",
			   "check its name (capitals count), and put the file beside the pack"},
	[FAULT_LINK_OUT] = {"E320", "a symbolic link in this path leaves the pack's folder",
			    "put the file itself in its place"},
	[FAULT_LINK] = {"E320", "a symbolic link in this path cannot be followed",
			"put the file itself in its place"},
	[FAULT_NOT_FILE] = {"E322", "this is not a regular file",
			    "write the name of a picture or a sound"},
	[FAULT_NOT_ZIPPED] = {"E322", "there is no such file in this .quiz",
			      "check its name (capitals count), and make the .quiz anew"},
	[FAULT_BROKEN_ZIP] = {"E322", "this file of the .quiz is broken", "make the .quiz anew"},
	[FAULT_LARGE] = {"E323", "this file has more than 16 MiB", "make it smaller"},
	[FAULT_NO_PICTURE] = {"E327", "there is no picture in this file",
			      "save it anew as PNG, JPEG or WebP"},
	[FAULT_OTHER_KIND] = {"E327", "this picture is of another kind than its name says",
			      "give its name the ending of what it is, or save it anew"},
	[FAULT_PIXELS] = {"E328",
			  "this picture has more than 16 megapixels, or a side over 8,192 pixels",
			  "make it smaller; 1920 x 1080 fills a screen"},
	[FAULT_SCANS] = {"E328", "this picture is too complicated: it has more than 64 scans",
			 "save it anew as a plain JPEG, not a progressive one"},
	[FAULT_NO_SOUND] = {"E329", "this file is not a sound that can be played",
			    "save it anew as OGG (Vorbis), FLAC or plain WAV"},
	[FAULT_LONG] = {"E330", "this sound is longer than 60 seconds", "make it shorter"},
};

static const char *const pictures[] = {".png", ".jpg", ".jpeg", ".webp", NULL};
static const char *const endings_of[][3] = {
	[IMAGE_PNG] = {".png"}, [IMAGE_JPEG] = {".jpg", ".jpeg"}, [IMAGE_WEBP] = {".webp"}};
static const char *const sounds[] = {".ogg", ".oga", ".wav", ".flac", NULL};

void media_init(struct media_folder *folder, const char *path)
{
	*folder = (struct media_folder){.path = path, .fd = -1, .zip = path && packzip_is(path)};
}

void media_finish(struct media_folder *folder)
{
	if (folder->fd >= 0)
		close(folder->fd);
	folder->fd = -1;
	free(folder->zipped);
	folder->zipped = NULL;
}

static bool ends_in(const char *path, const char *const *endings)
{
	size_t n = strlen(path);

	for (; *endings; endings++)
		if (n > strlen(*endings) && strcasecmp(path + n - strlen(*endings), *endings) == 0)
			return true;
	return false;
}

bool media_is_kind(const char *path, enum media kind)
{
	return ends_in(path, kind == MEDIA_PICTURE ? pictures : sounds);
}

static bool leaves(const char *path)
{
	for (const char *p = path; p; p = strchr(p, '/')) {
		p += *p == '/';
		if (strncmp(p, "..", 2) == 0 && (p[2] == '/' || p[2] == '\0'))
			return true;
	}
	return path[0] == '/';
}

/* Where the kernel (before 5.6) has no openat2: one folder at a time, over no link. */
static int open_by_steps(int fd, const char *path)
{
	char name[256];
	int at = dup(fd);

	for (const char *p = path; at >= 0 && *p;) {
		const char *slash = strchrnul(p, '/');
		int next;
		if ((size_t)(slash - p) >= sizeof name) {
			close(at);
			errno = ENAMETOOLONG;
			return -1;
		}
		memcpy(name, p, (size_t)(slash - p));
		name[slash - p] = '\0';
		next = openat(at, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
		close(at);
		at = next;
		p = *slash ? slash + 1 : slash;
	}
	return at;
}

static int open_beneath(int fd, const char *path)
{
	struct open_how how = {.flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_BENEATH};
	int found = (int)syscall(SYS_openat2, fd, path, &how, sizeof how);

	return found < 0 && (errno == ENOSYS || errno == EPERM) ? open_by_steps(fd, path) : found;
}

static int open_pack_folder(struct media_folder *folder)
{
	if (folder->fd < 0)
		folder->fd =
			open(folder->path ? folder->path : ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
	return folder->fd;
}

static const int faults_of_zip[] = {[PACKZIP_MISSING] = FAULT_NOT_ZIPPED,
				    [PACKZIP_LARGE] = FAULT_LARGE,
				    [PACKZIP_BROKEN] = FAULT_BROKEN_ZIP};

static int find_zipped(const struct media_folder *folder, const char *path, int *fault)
{
	enum packzip_fault why;
	int fd = packzip_open(folder->path, path, MEDIA_BYTES, &why);

	if (fd < 0)
		*fault = faults_of_zip[why];
	return fd;
}

/* What is wrong with the name alone; -1: nothing. */
static int name_fault(const char *path, enum media kind)
{
	if (strstr(path, "://"))
		return FAULT_WEB;
	if (strchr(path, '\\'))
		return FAULT_BACKSLASH;
	if (leaves(path))
		return FAULT_LEAVES;
	if (strstr(path, "//") || path[strlen(path) - 1] == '/')
		return FAULT_SLASH;
	if (!media_is_kind(path, kind))
		return kind == MEDIA_PICTURE ? FAULT_PICTURE : FAULT_SOUND;
	return -1;
}

/* The file as a descriptor that names it, or -1 and what is wrong. */
static int find(struct media_folder *folder, const char *path, enum media kind, int *fault)
{
	struct stat st;
	int fd = -1;

	*fault = name_fault(path, kind);
	if (*fault >= 0)
		return -1;
	if (folder->zip)
		return find_zipped(folder, path, fault);
	fd = open_beneath(open_pack_folder(folder), path);
	if (fd < 0)
		*fault = errno == EXDEV   ? FAULT_LINK_OUT
			 : errno == ELOOP ? FAULT_LINK
					  : FAULT_MISSING;
	else if (fstat(fd, &st) != 0)
		*fault = FAULT_MISSING;
	else if (S_ISLNK(st.st_mode))
		*fault = FAULT_LINK;
	else if (!S_ISREG(st.st_mode))
		*fault = FAULT_NOT_FILE;
	else if (st.st_size > MEDIA_BYTES)
		*fault = FAULT_LARGE;
	if (*fault < 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

/* The same file to be read: its name is not gone through again. */
static int open_found(int fd)
{
	char name[32];

	snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
	return open(name, O_RDONLY | O_CLOEXEC);
}

int media_open_folder(struct media_folder *folder, const char *path)
{
	int found, fd = -1;

	if (folder->zip || leaves(path))
		return -1;
	found = open_beneath(open_pack_folder(folder), path);
	if (found >= 0) {
		fd = open_found(found);
		close(found);
	}
	return fd;
}

static int sound_fault(int fd)
{
	int64_t ms = sound_length_ms(fd);

	return ms < 0 ? FAULT_NO_SOUND : ms > MEDIA_SOUND_MS ? FAULT_LONG : -1;
}

/* A file that is read a few bytes at a time, and a piece of it. */
struct pieces {
	int fd;
	size_t offset, n;
	unsigned char bytes[16384];
};

static bool read_at(void *ctx, size_t offset, unsigned char *to, size_t n)
{
	struct pieces *p = ctx;

	if (offset < p->offset || offset + n > p->offset + p->n) {
		ssize_t got = pread(p->fd, p->bytes, sizeof p->bytes, (off_t)offset);
		p->offset = offset;
		p->n = got > 0 ? (size_t)got : 0;
	}
	if (n > p->n - (offset - p->offset))
		return false;
	memcpy(to, p->bytes + (offset - p->offset), n);
	return true;
}

static int picture_fault(int fd, const char *path)
{
	struct pieces pieces = {.fd = fd};
	struct imagebytes from = {read_at, &pieces};
	struct imagehead head;

	if (!imagehead_read(from, &head))
		return FAULT_NO_PICTURE;
	if (!ends_in(path, endings_of[head.kind]))
		return FAULT_OTHER_KIND;
	if (!imagehead_bearable(&head))
		return FAULT_PIXELS;
	return head.kind == IMAGE_JPEG && imagehead_scans(from) > IMAGE_SCANS ? FAULT_SCANS : -1;
}

static int content_fault(int found, const char *path, enum media kind)
{
	int fd = open_found(found);

	if (fd < 0)
		return FAULT_MISSING;
	int fault = kind == MEDIA_SOUND ? sound_fault(fd) : picture_fault(fd, path);
	close(fd);
	return fault;
}

/* One file of a .quiz: its name, and what is wrong with it. */
struct zipped {
	uint64_t name;
	int fault;
};

static void look_at_zipped(void *ctx, const char *name, int fd, enum packzip_fault why)
{
	struct media_folder *folder = ctx;
	enum media kind = ends_in(name, sounds) ? MEDIA_SOUND : MEDIA_PICTURE;
	struct zipped *z = &folder->zipped[folder->nzipped];

	if (folder->nzipped == PACKZIP_ENTRIES || name_fault(name, kind) >= 0)
		return;
	z->name = hash_text(HASH_START, name);
	z->fault = fd < 0 ? faults_of_zip[why] : content_fault(fd, name, kind);
	folder->nzipped++;
}

static int compare_zipped(const void *a, const void *b)
{
	const struct zipped *one = a, *other = b;

	return (one->name > other->name) - (one->name < other->name);
}

/* A .quiz is gone through once: to find one file in it takes as long. */
static int check_zipped(struct media_folder *folder, const char *path, enum media kind)
{
	struct zipped wanted = {hash_text(HASH_START, path), 0};
	const struct zipped *found;
	int fault = name_fault(path, kind);

	if (fault >= 0)
		return fault;
	if (!folder->zipped) {
		folder->zipped = calloc(PACKZIP_ENTRIES, sizeof *folder->zipped);
		if (!folder->zipped)
			return FAULT_NOT_ZIPPED;
		packzip_each(folder->path, MEDIA_BYTES, look_at_zipped, folder);
		qsort(folder->zipped, (size_t)folder->nzipped, sizeof wanted, compare_zipped);
	}
	found = bsearch(&wanted, folder->zipped, (size_t)folder->nzipped, sizeof wanted,
			compare_zipped);
	return found ? found->fault : FAULT_NOT_ZIPPED;
}

static int check_file(struct media_folder *folder, const char *path, enum media kind)
{
	int fault, fd = find(folder, path, kind, &fault);

	if (fd >= 0)
		fault = content_fault(fd, path, kind);
	if (fd >= 0)
		close(fd);
	return fault;
}

static const struct media_fault *check(struct media_folder *folder, const char *path,
				       enum media kind)
{
	int fault = folder->zip ? check_zipped(folder, path, kind) : check_file(folder, path, kind);

	return fault < 0 ? NULL : &faults[fault];
}

const struct media_fault *media_check(struct media_folder *folder, const char *path,
				      enum media kind)
{
	struct media_known *known = &folder->known[hash_text(HASH_START, path) % MEDIA_KNOWN];

	if (!known->path || known->kind != kind || strcmp(known->path, path) != 0)
		*known = (struct media_known){path, kind, check(folder, path, kind)};
	return known->fault;
}

int media_open(const char *folder, const char *path, enum media kind)
{
	struct media_folder in;
	int fault, found, fd = -1;

	media_init(&in, folder);
	found = find(&in, path, kind, &fault);
	if (found >= 0) {
		fd = open_found(found);
		close(found);
	}
	media_finish(&in);
	return fd;
}
