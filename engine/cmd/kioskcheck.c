#include "kioskcheck.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagprint.h"
#include "packs.h"

static struct quote quote(const char *path)
{
	return diag_quote(path, strlen(path));
}

/* ---- packs ---- */

/* What was most likely meant by a path where nothing is. */
static void help_packs(struct diag *d, struct finding *f, const char *path)
{
	const char *star = strchr(path, '*'), *comma = strchr(path, ',');
	size_t folder = star ? (size_t)(star - path) : 0;

	while (folder > 1 && path[folder - 1] != '/')
		folder--;
	if (comma)
		diag_help(d, f, "type a line for each: packs = %.*s", (int)(comma - path), path);
	else if (folder > 1)
		diag_help(d, f, "type the folder alone: packs = %.*s", (int)folder - 1, path);
	else
		diag_help(d, f, "put the packs there, or type the path of where they are");
}

/* What this user may not look at may well be there. */
static void see_packs(struct library *l, const char *path, struct place at, struct diag *d)
{
	bool there = access(path, F_OK) == 0;
	struct finding *f;

	if (!there && errno == EACCES)
		return;
	if (there && library_add_all(l, path))
		return;
	f = diag_add(d, SEVERITY_WARNING, "W806", at,
		     there ? "there is no pack in the folder '%s'"
			   : "there is no file or folder '%s'",
		     quote(path).s);
	if (there)
		f->help = "put packs there: files that end in .ini, or folders with a pack.ini";
	else
		help_packs(d, f, path);
}

/* The same once more, by whatever path. */
static void see_twice(const struct kiosk *k, int i, struct diag *d)
{
	char whole[PATH_MAX], other[PATH_MAX];

	for (int j = 0; j < i; j++) {
		if (!realpath(k->packs[i], whole) || !realpath(k->packs[j], other) ||
		    strcmp(whole, other) != 0)
			continue;
		struct finding *f = diag_add(d, SEVERITY_WARNING, "W810", k->packs_at[i],
					     "these packs are named twice");
		f->second = k->packs_at[j];
		f->aside = "first named here";
		f->help = "delete the line";
		return;
	}
}

/* One line for each pack that lacks some. */
static void see_languages(const struct kiosk *k, const struct pack *p, const char *path,
			  struct diag *d)
{
	char lacks[KIOSK_LANGUAGES * KIOSK_TAG + 32] = "";

	for (int i = 0; i < k->nlanguages; i++)
		if (!pack_speaks(p, k->languages[i]))
			snprintf(lacks + strlen(lacks), sizeof(lacks) - strlen(lacks), "%s%s",
				 lacks[0] ? ", " : "", k->languages[i]);
	if (!lacks[0])
		return;
	struct finding *f = diag_add(d, SEVERITY_WARNING, "W811", k->languages_at,
				     "the pack '%s' is not in %s: who chooses that sees it in %s",
				     quote(p->title.s).s, lacks, p->language);
	diag_help(d, f, "translate %s, or delete the language here", path);
}

/* The tour is for who writes packs. */
static bool is_played(const struct library *l, const struct entry *e)
{
	return e->pack && !packs_is_tour(l, e->path);
}

static void see_broken(const struct library *l, int from, struct place at, struct diag *d)
{
	for (int i = from; i < l->n; i++) {
		const struct entry *e = &l->entries[i];
		if (e->pack)
			continue;
		struct finding *f =
			diag_add(d, SEVERITY_WARNING, "W813", at,
				 "the pack '%s' can't be played: it has %d mistake%s",
				 quote(e->path).s, e->diag.errors, e->diag.errors == 1 ? "" : "s");
		diag_help(d, f, "see them: stairwell check %s", e->path);
	}
}

static void see_none(const struct kiosk *k, struct diag *d)
{
	diag_add(d, SEVERITY_ERROR, "E812", k->npacks > 0 ? k->packs_at[0] : (struct place){0, 0},
		 "there is nothing to play: no pack can be played from here")
		->help = "put packs where they are named, or name others: packs = FOLDER";
}

/* ---- the report ---- */

/* Whether a folder is there to be written into, or can be made; else errno says why. */
static bool can_write(const char *path)
{
	char at[PATH_MAX];
	struct stat s;

	snprintf(at, sizeof(at), "%s", path);
	while (stat(at, &s) != 0) {
		char *slash = strrchr(at, '/');
		if (errno != ENOENT)
			return false;
		if (!slash)
			return access(".", W_OK | X_OK) == 0;
		slash[slash == at] = '\0';
	}
	if (!S_ISDIR(s.st_mode)) {
		errno = ENOTDIR;
		return false;
	}
	return access(at, W_OK | X_OK) == 0;
}

static void see_report(const char *path, struct place at, struct diag *d)
{
	if (!path[0] || can_write(path))
		return;
	const char *why = strerror(errno);
	struct finding *f = diag_add(d, SEVERITY_WARNING, "W807", at,
				     "the report can't be written into '%s' by who runs this: %s",
				     quote(path).s, why);
	diag_help(d, f, "make the folder, and let the kiosk's user write there");
}

void kioskcheck_disk(const struct kiosk *k, struct library *l, struct diag *d)
{
	for (int i = 0; i < k->npacks; i++) {
		int from = l->n;
		see_packs(l, k->packs[i], k->packs_at[i], d);
		see_broken(l, from, k->packs_at[i], d);
		see_twice(k, i, d);
	}
	bool any = false;
	for (int i = 0; i < l->n; i++)
		if (is_played(l, &l->entries[i])) {
			any = true;
			see_languages(k, l->entries[i].pack, l->entries[i].path, d);
		}
	if (!any)
		see_none(k, d);
	see_report(k->report, k->report_at, d);
	diag_sort(d);
}

/* ---- telling ---- */

static const char *s(int n)
{
	return n == 1 ? "" : "s";
}

void kioskcheck_tell(struct diag *d)
{
	diag_print(d, stdout);
	printf("%d error%s, %d warning%s, %d note%s in %s\n", d->errors, s(d->errors), d->warnings,
	       s(d->warnings), d->notes, s(d->notes), diag_text(d, "%s", d->path));
}

void kioskcheck_tell_none(void)
{
	char wants[256], value[256];
	const char *key;

	puts("no file was named, so nothing was checked; by itself a kiosk has:");
	for (int i = 0; (key = kiosk_key(i, wants, value)); i++)
		if (value[0])
			printf("%s = %s\n", key, value);
}
