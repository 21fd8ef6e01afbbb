/*
 * The packs found on this machine, in search order. Of two with one identity the first wins and the
 * second's entry says so. An entry keeps what its file had to say even when it can't be played.
 */
#ifndef LIBRARY_H
#define LIBRARY_H

#include <sys/types.h>

#include "pack.h"

struct entry {
	char *path;        /* owned */
	struct pack *pack; /* counted; NULL: can't be played, see diag */
	struct diag diag;
	char *bytes; /* of the file, and its text, where the library keeps texts; else NULL */
	struct ini_text *text;
	dev_t device; /* of the file, when it was read; 0 and 0: there was none */
	ino_t file;
};

struct library {
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

/* Every pack in a folder, by name: its *.ini and *.quiz files and the pack.ini of its folders.
 * False: not a folder that can be read. */
bool library_scan(struct library *l, const char *folder);

/* Whatever a path names: a pack, or a folder of them. False: there is no pack in that folder, or
 * it cannot be read, or memory is short. */
bool library_add_all(struct library *l, const char *path);

/* The same, and of a folder that is no pack each folder in it too, however deep; not through links
 * to folders, nor into those whose names begin with a dot. */
bool library_add_tree(struct library *l, const char *path);

/* Reads the entry's file again; a game that holds the old pack keeps it. Where the file can't be
 * played any more, the entry keeps the last good pack too, and its diag says what is wrong. */
void library_reload(struct library *l, int index);

#endif
