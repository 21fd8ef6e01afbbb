/* A program that runs, known so that no later one is taken for it: the boot, its number, and when
 * it began. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "db.h"

static bool read_text(const char *path, char *text, size_t room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, text, room - 1);

	if (fd >= 0)
		close(fd);
	text[n > 0 ? n : 0] = '\0';
	return n > 0;
}

/* proc(5): the program's name in brackets, which may hold anything; its state is the 3rd field,
 * when it began the 22nd. */
static bool name_of(int pid, char name[OWNER_ROOM])
{
	char path[64], text[1024], boot[40], state;
	unsigned long long begun;
	const char *at;

	snprintf(path, sizeof path, "/proc/%d/stat", pid);
	if (!read_text("/proc/sys/kernel/random/boot_id", boot, sizeof boot) ||
	    !read_text(path, text, sizeof text))
		return false;
	boot[strcspn(boot, "\n")] = '\0';
	at = strrchr(text, ')');
	if (!at || sscanf(at,
			  ") %c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
			  "%*s %*s %llu",
			  &state, &begun) != 2)
		return false;
	if (state == 'Z' || state == 'X')
		return false;
	snprintf(name, OWNER_ROOM, "%s %d %llu", boot, pid, begun);
	return true;
}

void owner_name(char name[OWNER_ROOM])
{
	if (!name_of((int)getpid(), name))
		name[0] = '\0';
}

bool owner_lives(const char *name)
{
	char now[OWNER_ROOM];
	int pid;

	return sscanf(name, "%*s %d", &pid) == 1 && name_of(pid, now) && strcmp(now, name) == 0;
}
