/*
 * A layer under SQLite that writes down every change of the store's file, its log and its
 * journal, and fails where it is told to. From what it wrote down, crash_build makes the files as a
 * power cut may leave them: what was synced is there, of the rest any part, in any order, torn
 * between sectors.
 *
 * Names: SQLite syncs the folder with the first sync of a new log or journal; until then what was
 * made may be missing, and what was deleted be there again.
 */
#ifndef CRASHVFS_H
#define CRASHVFS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rng.h"

enum { SECTOR = 512, CRASH_STEPS = 1 << 16 };

enum act { ACT_CREATE, ACT_WRITE, ACT_CUT, ACT_SYNC, ACT_DELETE };
enum which { THE_FILE, THE_LOG, THE_JOURNAL, CRASH_FILES };

static const char *const crash_names[] = {"", "-wal", "-journal"};

struct step {
	enum act act;
	enum which which;
	int64_t at;
	int n;
	unsigned char *bytes;
};

static struct {
	bool records;
	int n;
	struct step step[CRASH_STEPS];

	/* After so many more changes each fails with this code, those of one kind or all. */
	int fails_after, code;
	bool fails, only_syncs;
} crash;

static sqlite3_vfs *crash_real;

struct crash_file {
	sqlite3_file base;
	int which; /* -1: neither */
	sqlite3_file *real;
};

static int crash_step(int which, enum act act, int64_t at, const void *bytes, int n)
{
	struct step *s;

	if (which < 0)
		return SQLITE_OK;
	if (crash.fails && (act == ACT_SYNC || !crash.only_syncs) && act != ACT_DELETE &&
	    crash.fails_after-- <= 0)
		return crash.code;
	if (!crash.records)
		return SQLITE_OK;
	assert_true(crash.n < CRASH_STEPS);
	s = &crash.step[crash.n++];
	*s = (struct step){act, (enum which)which, at, n, NULL};
	if (bytes) {
		s->bytes = malloc((size_t)n);
		memcpy(s->bytes, bytes, (size_t)n);
	}
	return SQLITE_OK;
}

#define REAL(f)  (((struct crash_file *)(f))->real)
#define WHICH(f) (((struct crash_file *)(f))->which)

static int crash_close(sqlite3_file *f)
{
	return REAL(f)->pMethods ? REAL(f)->pMethods->xClose(REAL(f)) : SQLITE_OK;
}

static int crash_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	return REAL(f)->pMethods->xRead(REAL(f), to, n, at);
}

static int crash_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
	int code = crash_step(WHICH(f), ACT_WRITE, at, from, n);

	return code ? code : REAL(f)->pMethods->xWrite(REAL(f), from, n, at);
}

static int crash_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int code = crash_step(WHICH(f), ACT_CUT, size, NULL, 0);

	return code ? code : REAL(f)->pMethods->xTruncate(REAL(f), size);
}

static int crash_sync(sqlite3_file *f, int flags)
{
	int code = crash_step(WHICH(f), ACT_SYNC, 0, NULL, 0);

	return code ? code : REAL(f)->pMethods->xSync(REAL(f), flags);
}

static int crash_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return REAL(f)->pMethods->xFileSize(REAL(f), size);
}

static int crash_lock(sqlite3_file *f, int level)
{
	return REAL(f)->pMethods->xLock(REAL(f), level);
}

static int crash_unlock(sqlite3_file *f, int level)
{
	return REAL(f)->pMethods->xUnlock(REAL(f), level);
}

static int crash_reserved(sqlite3_file *f, int *is)
{
	return REAL(f)->pMethods->xCheckReservedLock(REAL(f), is);
}

static int crash_control(sqlite3_file *f, int op, void *arg)
{
	return REAL(f)->pMethods->xFileControl(REAL(f), op, arg);
}

static int crash_sector(sqlite3_file *f)
{
	return REAL(f)->pMethods->xSectorSize(REAL(f));
}

static int crash_device(sqlite3_file *f)
{
	return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f));
}

static int crash_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **map)
{
	return REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, map);
}

static int crash_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
	return REAL(f)->pMethods->xShmLock(REAL(f), at, n, flags);
}

static void crash_shm_barrier(sqlite3_file *f)
{
	REAL(f)->pMethods->xShmBarrier(REAL(f));
}

static int crash_shm_unmap(sqlite3_file *f, int gone)
{
	return REAL(f)->pMethods->xShmUnmap(REAL(f), gone);
}

static int crash_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *got)
{
	static const sqlite3_io_methods methods = {
		2,
		crash_close,
		crash_read,
		crash_write,
		crash_truncate,
		crash_sync,
		crash_size,
		crash_lock,
		crash_unlock,
		crash_reserved,
		crash_control,
		crash_sector,
		crash_device,
		crash_shm_map,
		crash_shm_lock,
		crash_shm_barrier,
		crash_shm_unmap,
		NULL,
		NULL,
	};
	struct crash_file *mine = (struct crash_file *)f;
	bool is_new = name && access(name, F_OK) != 0;
	int code;

	(void)vfs;
	mine->which = flags & SQLITE_OPEN_MAIN_DB        ? THE_FILE
		      : flags & SQLITE_OPEN_WAL          ? THE_LOG
		      : flags & SQLITE_OPEN_MAIN_JOURNAL ? THE_JOURNAL
							 : -1;
	mine->real = (sqlite3_file *)&mine[1];
	memset(mine->real, 0, (size_t)crash_real->szOsFile);
	mine->base.pMethods = NULL;
	code = crash_real->xOpen(crash_real, name, mine->real, flags, got);
	if (mine->real->pMethods)
		mine->base.pMethods = &methods;
	if (code == SQLITE_OK && is_new)
		code = crash_step(mine->which, ACT_CREATE, 0, NULL, 0);
	return code;
}

static int crash_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	size_t n = strlen(name);

	(void)vfs;
	for (int i = THE_LOG; i < CRASH_FILES; i++) {
		size_t end = strlen(crash_names[i]);

		if (n > end && strcmp(name + n - end, crash_names[i]) == 0)
			crash_step(i, ACT_DELETE, sync_folder, NULL, 0);
	}
	return crash_real->xDelete(crash_real, name, sync_folder);
}

/* All that SQLite opens from now on goes through it. */
static inline void crash_install(void)
{
	static sqlite3_vfs vfs;

	crash_real = sqlite3_vfs_find(NULL);
	vfs = *crash_real;
	vfs.zName = "crash";
	vfs.pNext = NULL;
	vfs.szOsFile += (int)sizeof(struct crash_file);
	vfs.xOpen = crash_open;
	vfs.xDelete = crash_delete;
	sqlite3_vfs_register(&vfs, 1);
}

static inline void crash_forget(void)
{
	while (crash.n > 0)
		free(crash.step[--crash.n].bytes);
	crash.records = crash.fails = crash.only_syncs = false;
}

/* ---- what a power cut leaves ---- */

struct left {
	bool there;
	size_t n;
	unsigned char bytes[1 << 22];
};

static struct left crash_left[CRASH_FILES];

static inline void crash_grow(struct left *l, size_t n)
{
	assert_true(n <= sizeof l->bytes);
	if (n > l->n)
		memset(l->bytes + l->n, 0, n - l->n);
	l->n = n > l->n ? n : l->n;
}

/* torn: each sector of it is there or not, by lot. */
static inline void crash_apply(const struct step *s, struct rng *torn)
{
	struct left *l = &crash_left[s->which];

	switch (s->act) {
	case ACT_CREATE: l->there = true; break;
	case ACT_DELETE:
		l->there = false;
		l->n = 0;
		break;
	case ACT_CUT:
		crash_grow(l, (size_t)s->at);
		l->n = (size_t)s->at;
		break;
	case ACT_WRITE:
		for (int done = 0; done < s->n;) {
			int n = SECTOR - (int)((s->at + done) % SECTOR);

			n = n < s->n - done ? n : s->n - done;
			if (!torn || rng_below(torn, 2)) {
				crash_grow(l, (size_t)(s->at + done + n));
				memcpy(l->bytes + s->at + done, s->bytes + done, (size_t)n);
			}
			done += n;
		}
		break;
	case ACT_SYNC: break;
	}
}

enum left_how {
	LEFT_ALL, /* of what was not synced */
	LEFT_NONE,
	LEFT_SOME,      /* ... by lot */
	LEFT_SOME_TORN, /* ... each of them torn */
	LEFT_LAST_TORN,
	LEFT_REORDERED, /* some, in another order */
	LEFT_HOWS
};

static inline bool crash_names_change(const struct step *s)
{
	return s->act == ACT_CREATE || s->act == ACT_DELETE;
}

/* Those of one file that no sync was after. A name that is not known yet hides all that follows. */
static inline void crash_rest(const int *rest, int n, enum left_how how, struct rng *lot)
{
	int order[4096];

	assert_true(n <= 4096);
	memcpy(order, rest, (size_t)n * sizeof order[0]);
	for (int i = 0; how == LEFT_REORDERED && i + 1 < n; i++) {
		int k = i + (int)rng_below(lot, (uint32_t)(n - i)), from = order[i];
		bool writes = true;

		for (int j = i; j <= k; j++)
			writes = writes && crash.step[order[j]].act == ACT_WRITE;
		if (!writes)
			continue;
		order[i] = order[k];
		order[k] = from;
	}
	for (int i = 0; i < n; i++) {
		const struct step *s = &crash.step[order[i]];
		bool drop = how == LEFT_NONE ||
			    (how != LEFT_ALL && how != LEFT_LAST_TORN && rng_below(lot, 2));
		bool torn = how == LEFT_SOME_TORN || (how == LEFT_LAST_TORN && i == n - 1);

		if (!drop)
			crash_apply(s, torn ? lot : NULL);
		else if (crash_names_change(s))
			return;
	}
}

/* What is not synced, of each file. */
struct rest {
	int n, step[4096];
};

/* Drops the first n of them. */
static inline void crash_drop(struct rest *r, int n)
{
	r->n -= n;
	memmove(r->step, r->step + n, (size_t)r->n * sizeof r->step[0]);
}

/* The folder is synced: what was created is there, what was deleted is gone. */
static inline void crash_sync_names(struct rest *r)
{
	for (int i = r->n - 1; i >= 0; i--) {
		const struct step *s = &crash.step[r->step[i]];

		if (s->act == ACT_DELETE) {
			for (int k = 0; k <= i; k++)
				crash_apply(&crash.step[r->step[k]], NULL);
			crash_drop(r, i + 1);
			break;
		}
	}
	if (r->n > 0 && crash.step[r->step[0]].act == ACT_CREATE) {
		crash_apply(&crash.step[r->step[0]], NULL);
		crash_drop(r, 1);
	}
}

static inline void crash_sync_file(struct rest *rest, const struct step *s)
{
	struct rest *r = &rest[s->which];
	bool is_new = false;

	for (int i = 0; i < r->n; i++) {
		is_new = is_new || crash_names_change(&crash.step[r->step[i]]);
		crash_apply(&crash.step[r->step[i]], NULL);
	}
	r->n = 0;
	if (is_new && s->which != THE_FILE)
		for (int f = 0; f < CRASH_FILES; f++)
			crash_sync_names(&rest[f]);
}

/* The files after the first n steps, into crash_left. */
static inline void crash_build(int n, enum left_how how, struct rng *lot)
{
	static struct rest rest[CRASH_FILES];

	for (int f = 0; f < CRASH_FILES; f++) {
		rest[f].n = 0;
		crash_left[f].there = false;
		crash_left[f].n = 0;
	}
	for (int i = 0; i < n; i++) {
		const struct step *s = &crash.step[i];
		struct rest *r = &rest[s->which];

		assert_true(r->n < 4096);
		if (s->act == ACT_SYNC)
			crash_sync_file(rest, s);
		else
			r->step[r->n++] = i;
		if (s->act == ACT_DELETE && s->at)
			for (int f = 0; f < CRASH_FILES; f++)
				crash_sync_names(&rest[f]);
	}
	for (int f = 0; f < CRASH_FILES; f++)
		crash_rest(rest[f].step, rest[f].n, how, lot);
}

static inline void crash_put(const char *path)
{
	char name[256];

	snprintf(name, sizeof name, "%s-shm", path);
	unlink(name);
	for (int i = 0; i < CRASH_FILES; i++) {
		snprintf(name, sizeof name, "%s%s", path, crash_names[i]);
		unlink(name);
		if (!crash_left[i].there)
			continue;
		FILE *f = fopen(name, "wb");
		assert_non_null(f);
		assert_int_equal(fwrite(crash_left[i].bytes, 1, crash_left[i].n, f),
				 crash_left[i].n);
		fclose(f);
	}
}

#endif
