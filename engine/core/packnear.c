#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "packkeys.h"
#include "packmedia.h"

enum { LOOKED_AT = 2000, FAR = 3 }; /* names; letters */

/* How many letters apart, without regard to capitals. A missing ending counts for one. */
static int apart(const char *name, const char *wanted)
{
	const char *const words[] = {name, NULL};
	size_t n = strlen(wanted);

	if (strcasecmp(name, wanted) == 0)
		return 0;
	if (strncasecmp(name, wanted, n) == 0 && name[n] == '.')
		return 1;
	return word_nearest(words, wanted, n) ? 2 : FAR;
}

bool media_nearest(struct media_folder *folder, const char *path, enum media kind, char *out,
		   size_t room)
{
	const char *slash = strrchr(path, '/'), *wanted = slash ? slash + 1 : path;
	int inner = slash ? (int)(slash - path) : 0, best = FAR, fd;
	const struct dirent *entry;
	char in[256];
	DIR *dir;

	if (!*wanted || inner >= (int)sizeof in)
		return false;
	snprintf(in, sizeof in, "%.*s", slash ? inner : 1, slash ? path : ".");
	fd = media_open_folder(folder, in);
	dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir && fd >= 0)
		close(fd);
	for (int i = 0; dir && i < LOOKED_AT && (entry = readdir(dir)); i++) {
		int far = media_is_kind(entry->d_name, kind) ? apart(entry->d_name, wanted) : FAR;
		if (far < best && (size_t)snprintf(out, room, "%.*s%s%s", inner, path,
						   slash ? "/" : "", entry->d_name) < room)
			best = far;
	}
	if (dir)
		closedir(dir);
	return best < FAR;
}
