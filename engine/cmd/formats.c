#include "formats.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "packkeys.h"

void formats_tell(const char *command, const char *typed, const struct format_name *names)
{
	const char *words[FORMATS + 1] = {NULL};
	const char *nearest = NULL;

	for (int i = 0; i < FORMATS && names[i].name; i++)
		words[i] = names[i].name;
	if (typed)
		nearest = word_nearest(words, typed, strlen(typed));
	if (!typed)
		fprintf(stderr, "stairwell %s: name a format and a file\n", command);
	else if (nearest)
		fprintf(stderr, "stairwell %s: there is no format '%s'; did you mean %s?\n",
			command, typed, nearest);
	else
		fprintf(stderr, "stairwell %s: there is no format '%s'\n", command, typed);
	fputs("These are known:\n", stderr);
	for (; names->name; names++)
		fprintf(stderr, "  %-12s %s\n", names->name, names->about);
}

bool formats_may_write(const char *command, const char *path, bool force)
{
	struct stat st;

	if (!path || force || lstat(path, &st) != 0 || S_ISCHR(st.st_mode) || S_ISFIFO(st.st_mode))
		return true;
	fprintf(stderr,
		"stairwell %s: %s is there already; choose another name, or add --force to write "
		"over it\n",
		command, path);
	return false;
}
