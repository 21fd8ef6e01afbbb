#include "stick.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder that is left behind when a stick was pulled out is no stick. */
static bool is_stick(const char *path, const struct stat *below)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode) && st.st_dev != below->st_dev &&
	       access(path, W_OK) == 0;
}

bool stick_folder(const char *sticks, const char *name, char path[PATH_MAX])
{
	char stick[PATH_MAX];
	bool found = false;
	struct dirent *e;
	struct stat st;
	DIR *d = opendir(sticks);

	if (!d)
		return false;
	while (!found && fstat(dirfd(d), &st) == 0 && (e = readdir(d))) {
		if (e->d_name[0] == '.' ||
		    snprintf(stick, sizeof stick, "%s/%s", sticks, e->d_name) >= PATH_MAX)
			continue;
		found = is_stick(stick, &st) &&
			snprintf(path, PATH_MAX, "%s/%s", stick, name) < PATH_MAX;
	}
	closedir(d);
	return found;
}
