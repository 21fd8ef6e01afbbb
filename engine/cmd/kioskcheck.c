#include "kioskcheck.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagprint.h"

static struct quote quote(const char *path)
{
	return diag_quote(path, strlen(path));
}

/* What this user may not look at may well be there. */
static void see_packs(const char *path, struct place at, struct diag *d)
{
	if (access(path, F_OK) == 0 || errno == EACCES)
		return;
	struct finding *f = diag_add(d, SEVERITY_WARNING, "W806", at,
				     "there is no file or folder '%s'", quote(path).s);
	diag_help(d, f, "put the packs there, or type the path of where they are");
}

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

void kioskcheck_disk(const struct kiosk *k, struct diag *d)
{
	for (int i = 0; i < k->npacks; i++)
		see_packs(k->packs[i], k->packs_at[i], d);
	see_report(k->report, k->report_at, d);
	diag_sort(d);
}

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
