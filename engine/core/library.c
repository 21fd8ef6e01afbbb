#include "library.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void library_init(struct library *l)
{
	*l = (struct library){0};
}

static void clear_entry(struct entry *e)
{
	pack_drop(e->pack);
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

/* Reads the entry's file; the pack it had stays where the new one can't be played. */
static void read_entry(const struct library *l, struct entry *e)
{
	const struct entry *first;
	struct pack *pack;

	diag_finish(&e->diag);
	diag_init(&e->diag, e->path);
	pack = pack_load(e->path, &e->diag);
	first = pack ? find_identity(l, pack->id, e) : NULL;
	if (first) {
		diag_add(&e->diag, SEVERITY_WARNING, "W406", (struct place){0, 0},
			 "this pack is left out: another one has the identity '%s' too", pack->id)
			->help =
			diag_text(&e->diag, "the other is %s; give one of them an id of its own",
				  first->path);
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

struct entry *library_add(struct library *l, const char *path)
{
	struct entry *e;
	char *own = NULL;

	if (asprintf(&own, "%s%s", path, is_folder(path) ? "/pack.ini" : "") < 0)
		return NULL;
	for (e = l->entries; e < l->entries + l->n; e++)
		if (strcmp(e->path, own) == 0) {
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

static void add_candidate(struct library *l, const char *folder, const char *name)
{
	size_t n = strlen(name);
	char *path = NULL, *inner = NULL;
	struct stat st;

	if (asprintf(&path, "%s/%s", folder, name) < 0)
		return;
	if (is_folder(path)) {
		if (asprintf(&inner, "%s/pack.ini", path) >= 0 && stat(inner, &st) == 0)
			library_add(l, inner);
	} else if (n > 4 && strcmp(name + n - 4, ".ini") == 0) {
		library_add(l, path);
	}
	free(inner);
	free(path);
}

bool library_scan(struct library *l, const char *folder)
{
	struct dirent **found;
	int n = scandir(folder, &found, is_candidate, compare_names);

	if (n < 0)
		return false;
	for (int i = 0; i < n; i++) {
		add_candidate(l, folder, found[i]->d_name);
		free(found[i]);
	}
	free(found);
	return true;
}

void library_reload(struct library *l, int index)
{
	read_entry(l, &l->entries[index]);
}
