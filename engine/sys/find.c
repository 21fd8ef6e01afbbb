#include "find.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool fits(int n, size_t room)
{
	return n > 0 && (size_t)n < room;
}

bool find_own_packs(char *out, size_t room)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

	if (data && data[0] == '/') /* the specification ignores relative ones */
		return fits(snprintf(out, room, "%s/stairwell/questions", data), room);
	return home && fits(snprintf(out, room, "%s/.local/share/stairwell/questions", home), room);
}

bool find_share(const char *what, char *out, size_t room)
{
	char bin[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", bin, sizeof(bin) - 1);

	if (n <= 0)
		return false;
	bin[n] = '\0';
	char *slash = strrchr(bin, '/');
	if (!slash)
		return false;
	*slash = '\0';
	if (strcmp(bin, STAIRWELL_BUILD) == 0)
		return fits(snprintf(out, room, "%s/%s", STAIRWELL_SOURCE, what), room);
	return fits(snprintf(out, room, "%s/../share/stairwell/%s", bin, what), room);
}

bool find_tilde(const char *path, char *out, size_t room)
{
	const char *home = getenv("HOME");
	size_t n = home ? strlen(home) : 0;

	if (n > 1 && strncmp(path, home, n) == 0 && (path[n] == '/' || path[n] == '\0'))
		return fits(snprintf(out, room, "~%s", path + n), room);
	return fits(snprintf(out, room, "%s", path), room);
}
