/*
 * The packs found on this machine, in search order. Of two with one identity the first wins and the
 * second's entry says so. An entry keeps what its file had to say even when it can't be played.
 */
#ifndef LIBRARY_H
#define LIBRARY_H

#include <sys/types.h>

#include "pack.h"

/* What tells one writing of a file from another; all 0: there is no file. */
struct stamp {
	dev_t device;
	ino_t file;
	off_t bytes;
	int64_t written_ns, changed_ns; /* of its bytes, of anything about it */
};

struct entry {
	char *path;        /* owned */
	struct pack *pack; /* counted; NULL: can't be played, see diag */
	struct diag diag;
	char *bytes; /* of the file, and its text, where the library keeps texts; else NULL */
	struct ini_text *text;
	struct stamp stamp; /* of the file, when it was read */
	bool stale;  /* the file can't be played any more: the pack is of an earlier reading */
	bool out;    /* it is not to be played until somebody lets it in: there is no pack */
	bool found;  /* by looking through a folder, not by its own path */
	int changed; /* where it keeps texts: the first line that the last reading found otherwise
			than the one before; 0: none */
};

struct library {
	bool named;       /* rather than found */
	bool together;    /* by whoever plays: all of them are wanted in one game */
	bool keeps_texts; /* of what is added from now on */
	struct entry *entries;
	int n, room;
};

void library_init(struct library *l);
void library_finish(struct library *l);

/* Reads one file (or a folder that has a pack.ini) and returns its entry, good until the next one
 * is added; NULL when memory is short. The same file again, by whatever path, gives the same entry.
 */
struct entry *library_add(struct library *l, const char *path);

/* The same of these bytes, which become the library's, in place of those of a file. */
struct entry *library_add_bytes(struct library *l, const char *path, char *bytes, size_t n);

/* Of the packs that can be played the one with this identity, or NULL. */
const struct entry *library_find(const struct library *l, const char *id);

/* Whether it is one, as far as can be seen from outside: a folder with a pack.ini, or a file that
 * is named as packs are. */
bool library_is_pack(const char *path);

/* The files that a folder's packs are in, as library_scan would read them, by name. False: not a
 * folder that can be read. */
bool library_list(const char *folder, void (*see)(void *ctx, const char *path), void *ctx);

/* Every pack in a folder, by name: its *.ini and *.quiz files and the pack.ini of its folders.
 * False: not a folder that can be read. */
bool library_scan(struct library *l, const char *folder);

/* Whatever a path names: a pack, or a folder of them. False: there is no pack in that folder, or
 * it cannot be read, or memory is short. */
bool library_add_all(struct library *l, const char *path);

/* The same, and of a folder that is no pack each folder in it too, however deep; not through links
 * to folders, nor into those whose names begin with a dot. */
bool library_add_tree(struct library *l, const char *path);

/* One thing that is not any more as it was when the library looked at it. */
struct news {
	enum { NEWS_READ = 1, NEWS_ADDED, NEWS_REMOVED } what;
	int index; /* of the entry; of one that was removed, where it was: those behind it moved up
		    */
};

/*
 * Finds one such thing and takes it up; false: everything is as it was. A file that was written is
 * read again, a new one in these folders is added at the end, and one that was found in a folder
 * and is gone leaves the list.
 */
bool library_refresh(struct library *l, const char *const *folders, int nfolders,
		     struct news *news);

/* A file that was read elsewhere, on another thread perhaps. */
struct reading {
	char *path; /* owned, as is what the diag has */
	struct pack *pack;
	struct diag diag;
	struct stamp stamp;
	bool out;  /* it is not to be played: as in its entry */
	bool gone; /* there is no such file: its entry leaves the list */
};
void reading_finish(struct reading *r);

/* Takes up such a reading, as if the library had read the file; of a new one at the end. What it
 * takes is the reading's no longer. False: nothing is otherwise, or memory is short. */
bool library_take(struct library *l, struct reading *r, struct news *news);

struct stamp library_stamp(const char *path); /* of a file, as it is now */

/* Whether the entry is one of those that are played together. Of packs that were not named, one in
 * file order is not where there are others: what comes one after the other is not taken apart. */
bool library_mixes(const struct library *l, int index);

/* Reads the entry's file again; a game that holds the old pack keeps it. Where the file can't be
 * played any more, the entry keeps the last good pack too, and its diag says what is wrong. */
void library_reload(struct library *l, int index);

#endif
