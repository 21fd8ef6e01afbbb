#include "stick.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool stick_path(const char *stick, const char *name, char path[PATH_MAX])
{
	return snprintf(path, PATH_MAX, "%s/%s", stick, name) < PATH_MAX;
}

static bool is_stick(const char *path, const struct stat *below)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode) && st.st_dev != below->st_dev;
}

static bool has_packs(const char *stick)
{
	char path[PATH_MAX];
	struct stat st;

	return stick_path(stick, STICK_PACKS, path) && lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int is_shown(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

bool stick_find(const char *sticks, char stick[PATH_MAX])
{
	struct dirent **names;
	char path[PATH_MAX];
	bool found = false, best = false;
	struct stat st;

	if (stat(sticks, &st) != 0)
		return false;
	int n = scandir(sticks, &names, is_shown, alphasort);
	for (int i = 0; i < n; i++) {
		if (!best && stick_path(sticks, names[i]->d_name, path) && is_stick(path, &st) &&
		    (!found || has_packs(path))) {
			strcpy(stick, path);
			found = true;
			best = has_packs(path);
		}
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	return found;
}
