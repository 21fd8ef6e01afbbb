#include "library.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "iniread.h"

void library_init(struct library *l)
{
	*l = (struct library){0};
}

static void drop_text(struct entry *e)
{
	if (e->text)
		ini_close(e->text);
	free(e->text);
	free(e->bytes);
	e->text = NULL;
	e->bytes = NULL;
}

static void clear_entry(struct entry *e)
{
	pack_drop(e->pack);
	drop_text(e);
	diag_finish(&e->diag);
	free(e->path);
}

void library_finish(struct library *l)
{
	for (int i = 0; i < l->n; i++)
		clear_entry(&l->entries[i]);
	free(l->entries);
	library_init(l);
}

static const struct entry *find_identity(const struct library *l, const char *id,
					 const struct entry *but)
{
	for (const struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (e != but && e->pack && strcmp(e->pack->id, id) == 0)
			return e;
	return NULL;
}

/* The pack of the file, with its text where it is wanted; NULL: see the diag. */
static struct pack *read_pack(const struct library *l, struct entry *e)
{
	struct pack *p = NULL;
	size_t n;

	if (!l->keeps_texts)
		return pack_load(e->path, &e->diag);
	drop_text(e);
	e->text = calloc(1, sizeof *e->text);
	e->bytes = pack_bytes(e->path, &n, &e->diag);
	if (e->text && e->bytes && ini_open(e->text, e->bytes, n, &e->diag))
		p = pack_read_text(e->text, e->path, &e->diag);
	diag_sort(&e->diag);
	return p;
}

/* Reads the entry's file; the pack it had stays where the new one can't be played. */
static void read_entry(const struct library *l, struct entry *e)
{
	const struct entry *first;
	struct pack *pack;
	struct stat st;

	diag_finish(&e->diag);
	diag_init(&e->diag, e->path);
	if (stat(e->path, &st) != 0)
		st.st_dev = 0, st.st_ino = 0;
	e->device = st.st_dev;
	e->file = st.st_ino;
	pack = read_pack(l, e);
	first = pack ? find_identity(l, pack->id, e) : NULL;
	if (first) {
		diag_help(&e->diag,
			  diag_add(&e->diag, SEVERITY_WARNING, "W406", (struct place){0, 0},
				   "this pack is left out: another one has the identity '%s' too",
				   pack->id),
			  "the other is %s; give one of them an id of its own", first->path);
		pack_drop(pack);
		pack = NULL;
	}
	if (!pack)
		return;
	pack_drop(e->pack);
	e->pack = pack;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* FOLDER/NAME, to be freed; NULL when memory is short. */
static char *join(const char *folder, const char *name)
{
	size_t n = strlen(folder);
	char *path = NULL;

	while (n > 0 && folder[n - 1] == '/')
		n--;
	return asprintf(&path, "%.*s/%s", (int)n, folder, name) < 0 ? NULL : path;
}

/* Its number may have gone to another file since: then its path tells. */
static bool is_file_of(const struct entry *e, const struct stat *st)
{
	struct stat now;

	return e->device == st->st_dev && e->file == st->st_ino && stat(e->path, &now) == 0 &&
	       now.st_dev == st->st_dev && now.st_ino == st->st_ino;
}

static struct entry *find_file(const struct library *l, const char *path)
{
	struct stat st;
	bool known = stat(path, &st) == 0;

	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (strcmp(e->path, path) == 0 || (known && is_file_of(e, &st)))
			return e;
	return NULL;
}

struct entry *library_add(struct library *l, const char *path)
{
	char *own = is_folder(path) ? join(path, "pack.ini") : strdup(path);
	struct entry *e;

	if (!own)
		return NULL;
	e = find_file(l, own);
	if (e) {
		free(own);
		return e;
	}
	if (l->n == l->room) {
		int room = l->room ? 2 * l->room : 16;
		e = realloc(l->entries, (size_t)room * sizeof *e);
		if (!e) {
			free(own);
			return NULL;
		}
		l->entries = e;
		l->room = room;
		for (int i = 0; i < l->n; i++)
			if (e[i].text)
				e[i].text->diag = &e[i].diag;
	}
	e = &l->entries[l->n++];
	*e = (struct entry){.path = own};
	read_entry(l, e);
	return e;
}

static int is_candidate(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static bool has_pack(const char *folder)
{
	char *inner = join(folder, "pack.ini");
	struct stat st;
	bool has = inner && stat(inner, &st) == 0;

	free(inner);
	return has;
}

static bool has_ending(const char *name, const char *ending)
{
	size_t n = strlen(name), m = strlen(ending);

	return n > m && strcmp(name + n - m, ending) == 0;
}

/* False: it is no pack. */
static bool add_candidate(struct library *l, const char *folder, const char *name)
{
	char *path = join(folder, name);
	bool added = path &&
		     (is_folder(path) ? has_pack(path)
				      : has_ending(name, ".ini") || has_ending(name, ".quiz")) &&
		     library_add(l, path);

	free(path);
	return added;
}

static int scan(struct library *l, const char *folder, bool deep);

/* How many packs there are in the folders of a folder that has this name. */
static int scan_inner(struct library *l, const char *folder, const char *name)
{
	char *path = join(folder, name);
	struct stat st;
	int packs = 0;

	if (path && lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
		packs = scan(l, path, true);
	free(path);
	return packs > 0 ? packs : 0;
}

/* How many packs a folder has; -1: it cannot be read. */
static int scan(struct library *l, const char *folder, bool deep)
{
	struct dirent **found;
	int n = scandir(folder, &found, is_candidate, compare_names), packs = 0;

	if (n < 0)
		return -1;
	for (int i = 0; i < n; i++) {
		if (add_candidate(l, folder, found[i]->d_name))
			packs++;
		else if (deep)
			packs += scan_inner(l, folder, found[i]->d_name);
		free(found[i]);
	}
	free(found);
	return packs;
}

bool library_scan(struct library *l, const char *folder)
{
	return scan(l, folder, false) >= 0;
}

bool library_add_all(struct library *l, const char *path)
{
	return is_folder(path) && !has_pack(path) ? scan(l, path, false) > 0
						  : library_add(l, path) != NULL;
}

bool library_add_tree(struct library *l, const char *path)
{
	return is_folder(path) && !has_pack(path) ? scan(l, path, true) > 0
						  : library_add(l, path) != NULL;
}

void library_reload(struct library *l, int index)
{
	read_entry(l, &l->entries[index]);
}
