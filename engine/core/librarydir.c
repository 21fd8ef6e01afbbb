/* The folders that packs are found in. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "libraryparts.h"

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

bool library_is_pack(const char *path)
{
	return is_folder(path) ? has_pack(path)
			       : has_ending(path, ".ini") || has_ending(path, ".quiz");
}

/* What is of this name there, to be freed; NULL: it is no pack. */
static char *candidate(const char *folder, const char *name)
{
	char *path = join(folder, name);

	if (path && library_is_pack(path))
		return path;
	free(path);
	return NULL;
}

char *library_file(const char *path)
{
	return is_folder(path) ? join(path, "pack.ini") : strdup(path);
}

bool library_list(const char *folder, void (*see)(void *ctx, const char *path), void *ctx)
{
	struct dirent **found;
	int n = scandir(folder, &found, is_candidate, compare_names);

	for (int i = 0; i < n; i++) {
		char *path = candidate(folder, found[i]->d_name);
		char *file = path && is_folder(path) ? join(path, "pack.ini") : NULL;
		if (path && (file || !is_folder(path)))
			see(ctx, file ? file : path);
		free(file);
		free(path);
		free(found[i]);
	}
	if (n >= 0)
		free(found);
	return n >= 0;
}

/* False: it is no pack. */
static bool add_candidate(struct library *l, const char *folder, const char *name)
{
	char *path = candidate(folder, name);
	struct entry *e = NULL;
	int before = l->n;

	if (path)
		e = library_add(l, path);
	if (e && l->n > before)
		e->found = true;
	free(path);
	return e;
}

static int scan(struct library *l, const char *folder, bool deep, bool one);

/* How many packs there are in the folders of a folder that has this name. */
static int scan_inner(struct library *l, const char *folder, const char *name)
{
	char *path = join(folder, name);
	struct stat st;
	int packs = 0;

	if (path && lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
		packs = scan(l, path, true, false);
	free(path);
	return packs > 0 ? packs : 0;
}

/* How many packs a folder has; -1: it cannot be read. `one`: adds no more than one. */
static int scan(struct library *l, const char *folder, bool deep, bool one)
{
	struct dirent **found;
	int n = scandir(folder, &found, is_candidate, compare_names), packs = 0, before = l->n;

	if (n < 0)
		return -1;
	for (int i = 0; i < n; i++) {
		if (one && l->n > before)
			; /* the others come one by one */
		else if (add_candidate(l, folder, found[i]->d_name))
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
	return scan(l, folder, false, false) >= 0;
}

void library_scan_one(struct library *l, const char *folder)
{
	scan(l, folder, false, true);
}

bool library_add_all(struct library *l, const char *path)
{
	return is_folder(path) && !has_pack(path) ? scan(l, path, false, false) > 0
						  : library_add(l, path) != NULL;
}

bool library_add_tree(struct library *l, const char *path)
{
	return is_folder(path) && !has_pack(path) ? scan(l, path, true, false) > 0
						  : library_add(l, path) != NULL;
}
