#include "recall.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "find.h"
#include "keptrows.h"
#include "memory.h"
#include "outfile.h"
#include "packs.h"

void recall_init(struct recall *r, const char *command)
{
	*r = (struct recall){.command = command};
	options_init(&r->found);
	library_init(&r->library);
}

void recall_finish(struct recall *r)
{
	store_close(r->store);
	library_finish(&r->library);
	options_finish(&r->found);
}

void recall_take_pack(void *into, const char *word)
{
	struct recall *r = into;

	r->many = r->pack != NULL;
	r->pack = word;
}

bool recall_take_file(void *into, const char *value)
{
	((struct recall *)into)->file = value;
	return *value;
}

bool recall_take_data(void *into, const char *value)
{
	((struct recall *)into)->found.data = value;
	return *value;
}

bool recall_take_folder(void *into, const char *value)
{
	words_add(&((struct recall *)into)->found.folders, value);
	return *value;
}

bool recall_has_one_pack(const struct recall *r)
{
	if (r->many)
		fprintf(stderr, "stairwell %s: one PACK at a time\n", r->command);
	return !r->many;
}

int recall_complain(const struct recall *r, const char *what, const char *why)
{
	fprintf(stderr, "stairwell %s: %s: %s\n", r->command, what, why);
	return 1;
}

/* The one that is named wins over another of its identity. */
static void find_packs(struct recall *r)
{
	struct entry *e =
		r->pack && access(r->pack, F_OK) == 0 ? library_add(&r->library, r->pack) : NULL;

	if (e && e->pack)
		r->pack = e->pack->id;
	packs_find(&r->library, &r->found);
}

bool recall_open(struct recall *r)
{
	struct store_report report;
	char note[2 * PATH_MAX + 512];

	if (!find_store(r->found.data, r->path, sizeof r->path)) {
		recall_complain(r, r->command,
				"there is no home folder; --data says where play is kept");
		return false;
	}
	if (access(r->path, F_OK) == 0 || errno != ENOENT) {
		r->store = store_open_to_read(r->path, &report);
		if (!r->store) {
			recall_complain(r, r->path, strerror(ENOMEM));
			return false;
		}
		if (memory_note(&report, r->path, note, sizeof note)) {
			fprintf(stderr, "stairwell %s: %s\n", r->command, note);
			return false;
		}
	}
	find_packs(r);
	return true;
}

bool recall_knows_pack(const struct recall *r)
{
	return !r->pack || access(r->pack, F_OK) == 0 || library_find(&r->library, r->pack) ||
	       (r->store && keptrows_knows(r->store, r->pack));
}

/* Whether FILE is what is read, by whatever name. */
static bool is_own(const struct recall *r)
{
	static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
	struct stat file, own;
	char name[PATH_MAX + 8];

	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
		snprintf(name, sizeof name, "%s%s", r->path, beside[i]);
		if (strcmp(name, r->file) == 0)
			return true;
		if (stat(name, &own) == 0 && stat(r->file, &file) == 0 &&
		    own.st_dev == file.st_dev && own.st_ino == file.st_ino)
			return true;
	}
	return false;
}

int recall_write(const struct recall *r, int (*write)(void *ctx, FILE *out), void *ctx)
{
	struct outfile out;
	int status;

	if (!r->file)
		return write(ctx, stdout);
	if (is_own(r))
		return recall_complain(r, r->file, "this is where play is kept; write elsewhere");
	if (!outfile_open(&out, r->file))
		return recall_complain(r, r->file, strerror(errno));
	status = write(ctx, out.to);
	if (!outfile_close(&out, status == 0) && status == 0)
		return recall_complain(r, r->file, strerror(errno));
	return status;
}
