#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "db.h"
#include "outfile.h"

enum { ASIDES = 1000, LOCK_TRIES = 50, LOCK_MS = 20 };

static const char *const beside[] = {"", "-wal", "-shm", "-journal"};

static void nap(int ms)
{
	nanosleep(&(struct timespec){0, ms * 1000000L}, NULL);
}

/* ---- folders ---- */

static void unlock_folder(int lock)
{
	if (lock >= 0)
		close(lock);
}

/* One program at a time opens the file or sets it aside, so that none puts its hands on another's
 * new one; they wait for a second at most. -1: it is not locked. */
static int lock_folder(const struct store *s)
{
	int fd = outfile_folder(s->path);

	for (int i = 0; fd >= 0 && i < LOCK_TRIES; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return fd;
		nap(LOCK_MS);
	}
	unlock_folder(fd);
	return -1;
}

/* ---- what a file is ---- */

static int64_t size_of(const char *path, const char *more)
{
	char name[PATH_MAX + 8];
	struct stat st;

	snprintf(name, sizeof(name), "%s%s", path, more);
	return stat(name, &st) == 0 ? st.st_size : -1;
}

static bool is_something_else(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static bool is_broken(const struct store *s)
{
	int code = s->code & 0xff;

	return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

/* Made by Stairwell, or by nobody yet. False: see s->code. */
static bool read_version(struct store *s, int64_t *version)
{
	int64_t id, tables;

	if (!db_number(s, version, "PRAGMA user_version", NULL) ||
	    !db_number(s, &id, "PRAGMA application_id", NULL) ||
	    !db_number(s, &tables, "SELECT count(*) FROM sqlite_schema", NULL))
		return false;
	if (id == SCHEMA_ID || (id == 0 && *version == 0 && tables == 0))
		return true;
	db_fail(s, SQLITE_NOTADB);
	return false;
}

static bool set_up(struct store *s)
{
	if (sqlite3_db_readonly(s->db, "main") == 1) {
		db_fail(s, SQLITE_READONLY);
		return false;
	}
	return db_run(s, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
			 "PRAGMA foreign_keys = ON") &&
	       schema_make(s);
}

/* Whether all is where this version looks for it. */
static bool fits(struct store *s)
{
	if (schema_fits(s))
		return true;
	if ((s->code & 0xff) == SQLITE_ERROR)
		db_fail(s, SQLITE_CORRUPT);
	return false;
}

/* A newer one is not touched: what lies in its log is not moved into it when it is closed. */
static enum store_state leave_alone(struct store *s)
{
	if (size_of(s->path, "-wal") > 0)
		db_abandon(s);
	else
		db_disconnect(s);
	db_say(s, "a newer version of Stairwell made the file");
	return STORE_NEWER;
}

/* STORE_RENEWED: it is broken, and nothing was done about it yet. */
static enum store_state open_file(struct store *s)
{
	int64_t version = 0;
	struct stat st;
	bool good;

	if (is_something_else(s->path)) {
		db_fail(s, SQLITE_NOTADB);
		return STORE_RENEWED;
	}
	good = db_connect(s, FOR_WRITING) && read_version(s, &version);
	s->file = stat(s->path, &st) == 0 ? st.st_ino : 0;
	if (good && version > SCHEMA_VERSION)
		return leave_alone(s);
	good = good && set_up(s) && fits(s);
	if (good)
		return version == 0                ? STORE_NEW
		       : version == SCHEMA_VERSION ? STORE_GOOD
						   : STORE_MIGRATED;
	if (!is_broken(s)) {
		db_disconnect(s);
		return STORE_UNUSABLE;
	}
	if (s->db)
		db_abandon(s);
	return STORE_RENEWED;
}

/* As it is for whoever reads it: where its log can't be made, as on a disk that is read only, and
 * there is none, the file alone is all there is. */
static bool open_as_it_is(struct store *s, int64_t *version)
{
	if (is_something_else(s->path)) {
		db_fail(s, SQLITE_NOTADB);
		return false;
	}
	if (!db_connect(s, FOR_READING))
		return false;
	if (read_version(s, version))
		return true;
	if ((s->code != SQLITE_READONLY_DIRECTORY && (s->code & 0xff) != SQLITE_CANTOPEN) ||
	    size_of(s->path, "-wal") > 0)
		return false;
	db_disconnect(s);
	return db_connect(s, FOR_READING_ALONE) && read_version(s, version);
}

/* An older version's is brought up to this one in a copy. */
static enum store_state open_to_read(struct store *s)
{
	int64_t version = 0;
	bool good = open_as_it_is(s, &version);

	if (good && version > SCHEMA_VERSION)
		return leave_alone(s);
	if (good && version < SCHEMA_VERSION)
		good = db_copy(s) && schema_make(s);
	if (good && fits(s) && db_run(s, "PRAGMA query_only = ON"))
		return STORE_GOOD;
	db_disconnect(s);
	return STORE_UNUSABLE;
}

/* ---- setting aside ---- */

/* A name that nothing has yet. */
static bool find_aside(const struct store *s, char *aside, size_t room)
{
	time_t now = time(NULL);
	struct tm day;
	char date[16];

	localtime_r(&now, &day);
	strftime(date, sizeof(date), "%Y-%m-%d", &day);
	for (int i = 1; i < ASIDES; i++) {
		bool taken = false;

		if (i == 1)
			snprintf(aside, room, "%s.broken-%s", s->path, date);
		else
			snprintf(aside, room, "%s.broken-%s-%d", s->path, date, i);
		for (size_t k = 0; k < sizeof(beside) / sizeof(beside[0]); k++)
			taken = taken || size_of(aside, beside[k]) >= 0;
		if (!taken)
			return true;
	}
	return false;
}

static bool rename_all(const struct store *s, const char *aside)
{
	char from[PATH_MAX + 8], to[PATH_MAX + 64];

	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		snprintf(from, sizeof(from), "%s%s", s->path, beside[i]);
		snprintf(to, sizeof(to), "%s%s", aside, beside[i]);
		if (rename(from, to) != 0 && (i == 0 || errno != ENOENT))
			return false;
	}
	outfile_sync(s->path);
	return true;
}

/* Whether a look through the whole file finds nothing wrong; else s->code says what. */
static bool is_sound(struct store *s)
{
	sqlite3_stmt *q = db_ask(s, "PRAGMA quick_check(1)", NULL);
	bool sound;

	if (!db_row(s, q))
		return false;
	sound = strcmp(db_text(q, 0), "ok") == 0;
	sqlite3_reset(q);
	if (!sound)
		db_fail(s, SQLITE_CORRUPT);
	return sound;
}

/* Not without the lock: what is set aside might be another program's new one. */
static enum store_state renew(struct store *s, struct store_report *report, int lock)
{
	enum store_state state = STORE_UNUSABLE;
	char why[ERROR_ROOM];

	memcpy(why, s->error, sizeof(why));
	if (lock >= 0 && find_aside(s, report->aside, sizeof(report->aside)) &&
	    rename_all(s, report->aside) && open_file(s) == STORE_NEW)
		state = STORE_RENEWED;
	memcpy(s->error, why, sizeof(why));
	return state;
}

/* ---- open and close ---- */

static void tell(const struct store *s, enum store_state state, struct store_report *report)
{
	report->state = state;
	if (state == STORE_NEWER || state == STORE_RENEWED || state == STORE_UNUSABLE)
		snprintf(report->why, sizeof(report->why), "%s", s->error);
}

static struct store *open_store(const char *path, struct store_report *report, bool to_read)
{
	struct store *s = calloc(1, sizeof(*s));
	struct store_report mine;
	enum store_state state;
	int lock;

	if (!s)
		return NULL;
	if (!report)
		report = &mine;
	*report = (struct store_report){0};
	owner_name(s->owner);
	size_t n = (size_t)snprintf(s->path, sizeof(s->path), "%s", path);
	if (n == 0 || n >= sizeof(s->path)) {
		db_fail(s, SQLITE_CANTOPEN);
		tell(s, STORE_UNUSABLE, report);
		return s;
	}
	if (!to_read)
		outfile_folders(s->path);
	lock = lock_folder(s);
	state = to_read ? open_to_read(s) : open_file(s);
	if (state == STORE_RENEWED)
		state = renew(s, report, lock);
	unlock_folder(lock);
	tell(s, state, report);
	return s;
}

struct store *store_open(const char *path, struct store_report *report)
{
	return open_store(path, report, false);
}

struct store *store_open_to_read(const char *path, struct store_report *report)
{
	return open_store(path, report, true);
}

void store_rest(struct store *s)
{
	if (s->db)
		sqlite3_db_release_memory(s->db);
}

void store_close(struct store *s)
{
	if (!s)
		return;
	db_disconnect(s);
	free(s);
}

const char *store_error(const struct store *s)
{
	return s->error;
}

enum store_state store_check(struct store *s, struct store_report *report)
{
	struct store_report mine;
	enum store_state state = s->db ? STORE_GOOD : STORE_UNUSABLE;
	int lock;

	if (!report)
		report = &mine;
	*report = (struct store_report){0};
	if (s->db && !is_sound(s) && is_broken(s)) {
		ino_t before = s->file;
		lock = lock_folder(s);
		db_abandon(s);
		state = open_file(s); /* another program may have renewed it meanwhile */
		if (s->db && !is_sound(s) && is_broken(s)) {
			db_abandon(s);
			state = STORE_RENEWED;
		}
		if (state == STORE_RENEWED)
			state = renew(s, report, lock);
		else if (s->db && s->file != before)
			state = STORE_MOVED_ON;
		unlock_folder(lock);
	}
	tell(s, state, report);
	return state;
}
