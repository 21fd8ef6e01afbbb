#include "packs.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagprint.h"
#include "find.h"

static void add_named(struct library *l, const char *path)
{
	if (!library_add_all(l, path))
		fprintf(stderr,
			"stairwell: %s: no pack is in this folder: no .ini file, and no folder "
			"with a pack.ini\n",
			path);
}

static void add_found(struct library *l, const struct options *o)
{
	char folder[PATH_MAX];

	for (int i = 0; i < o->folders.n; i++)
		if (!library_scan(l, o->folders.s[i]))
			fprintf(stderr, "stairwell: %s: not a folder that can be read\n",
				o->folders.s[i]);
	if (find_own_packs(folder, sizeof(folder)))
		library_scan(l, folder);
	if (find_share("questions", folder, sizeof(folder)))
		library_scan(l, folder);
}

static int playable(const struct library *l)
{
	int n = 0;

	for (int i = 0; i < l->n; i++)
		n += l->entries[i].pack != NULL;
	return n;
}

bool packs_report(struct library *l, const struct options *o)
{
	const struct words *named = &o->packs;

	if (named->n == 0 && !o->text)
		return true;
	for (int i = 0; i < l->n; i++)
		if (l->entries[i].diag.errors > 0)
			diag_print(&l->entries[i].diag, stderr);
	if (playable(l) > 0)
		return true;
	fputs(named->n > 0
		      ? "stairwell: nothing is left to play\n"
		      : "stairwell: no packs found; name one: stairwell play --text PACK.ini\n",
	      stderr);
	return false;
}

void packs_find(struct library *l, const struct options *o)
{
	const struct words *named = &o->packs;

	l->named = l->together = named->n > 0;
	for (int i = 0; i < named->n; i++)
		add_named(l, named->s[i]);
	if (named->n == 0)
		add_found(l, o);
}

bool packs_is_tour(const struct library *l, const char *path)
{
	char tour[PATH_MAX];

	return !l->named && find_share("questions/tour.ini", tour, sizeof(tour)) &&
	       strcmp(path, tour) == 0;
}

/* Of packs, as library_add_all has it: one with a pack.ini is a pack. */
static bool is_folder(const char *path)
{
	char inner[PATH_MAX];
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode) &&
	       snprintf(inner, sizeof(inner), "%s/pack.ini", path) < PATH_MAX &&
	       stat(inner, &st) != 0;
}

void packs_folders(const struct options *o, void (*see)(void *ctx, const char *path), void *ctx)
{
	char path[PATH_MAX];

	for (int i = 0; i < o->packs.n; i++)
		if (is_folder(o->packs.s[i]))
			see(ctx, o->packs.s[i]);
	if (o->packs.n > 0)
		return;
	for (int i = 0; i < o->folders.n; i++)
		see(ctx, o->folders.s[i]);
	if (find_own_packs(path, sizeof(path)))
		see(ctx, path);
	if (find_share("questions", path, sizeof(path)))
		see(ctx, path);
}

const struct pack **packs_mixed(const struct library *l, int *n)
{
	const struct pack **packs = calloc((size_t)l->n + 1, sizeof(*packs));

	*n = 0;
	for (int i = 0; packs && i < l->n; i++)
		if (library_mixes(l, i))
			packs[(*n)++] = l->entries[i].pack;
	return packs;
}

/* ---- of games that were interrupted ---- */

static bool has(const struct library *l, const char *path)
{
	char whole[PATH_MAX];
	bool found = false;

	for (int i = 0; i < l->n && !found; i++)
		found = l->entries[i].pack && realpath(l->entries[i].path, whole) &&
			strcmp(whole, path) == 0;
	return found;
}

bool packs_want(void *ctx, const char *path)
{
	struct elsewhere *e = ctx;

	if (!has(e->found, path) && access(path, R_OK) == 0)
		library_add(&e->library, path);
	return true;
}

static int list(const struct library *l, const struct pack **packs)
{
	int n = 0;

	for (int i = 0; i < l->n; i++)
		if (l->entries[i].pack)
			packs[n++] = l->entries[i].pack;
	return n;
}

const struct pack **packs_list(const struct elsewhere *e, int *n)
{
	const struct pack **packs =
		calloc((size_t)(e->found->n + e->library.n) + 1, sizeof(*packs));

	if (!packs)
		return NULL;
	*n = list(e->found, packs);
	*n += list(&e->library, packs + *n);
	return packs;
}
