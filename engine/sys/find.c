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

/* In the folder that a variable names; the specification ignores relative ones. */
static bool find_xdg(const char *variable, const char *otherwise, const char *what, char *out,
		     size_t room)
{
	const char *folder = getenv(variable), *home = getenv("HOME");

	if (folder && folder[0] == '/')
		return fits(snprintf(out, room, "%s/stairwell%s", folder, what), room);
	return home && fits(snprintf(out, room, "%s/%s/stairwell%s", home, otherwise, what), room);
}

bool find_own_packs(char *out, size_t room)
{
	return find_xdg("XDG_DATA_HOME", ".local/share", "/questions", out, room);
}

bool find_settings(const char *data, char *out, size_t room)
{
	if (data)
		return fits(snprintf(out, room, "%s/settings.ini", data), room);
	return find_xdg("XDG_CONFIG_HOME", ".config", "/settings.ini", out, room);
}

bool find_data(const char *data, char *out, size_t room)
{
	if (data)
		return fits(snprintf(out, room, "%s", data), room);
	return find_xdg("XDG_DATA_HOME", ".local/share", "", out, room);
}

bool find_store(const char *data, char *out, size_t room)
{
	if (data)
		return fits(snprintf(out, room, "%s/stairwell.db", data), room);
	return find_xdg("XDG_DATA_HOME", ".local/share", "/stairwell.db", out, room);
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
