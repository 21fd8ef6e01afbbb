/*
 * Starts a program whose window comes up on an Xvfb and says what that took:
 *
 *     start FRAMEBUFFER SECONDS PROGRAM [ARGUMENTS...]
 *
 * prints milliseconds from exec to the last change of the screen (its first complete frame, when
 * it then stays still), its share of memory in KiB (PSS), and wake-ups a second over SECONDS
 * (voluntary context switches of all its threads). FRAMEBUFFER is the file of Xvfb's -fbdir, so
 * looking at the screen costs neither the program nor the server anything.
 */
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "watch.h"

enum { WATCH_MS = 1500 };

/* The number behind a name in a file of /proc; 0 when it is not there. */
static long number(const char *path, const char *name)
{
	FILE *in = fopen(path, "r");
	char line[256];
	long n = 0;

	while (in && fgets(line, sizeof(line), in))
		if (strncmp(line, name, strlen(name)) == 0)
			n = strtol(line + strlen(name), NULL, 10);
	if (in)
		fclose(in);
	return n;
}

static long switches(int pid)
{
	char path[300];
	long n = 0;

	snprintf(path, sizeof(path), "/proc/%d/task", pid);
	DIR *tasks = opendir(path);
	for (struct dirent *e; tasks && (e = readdir(tasks));) {
		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "/proc/%d/task/%.20s/status", pid, e->d_name);
		n += number(path, "voluntary_ctxt_switches:");
	}
	if (tasks)
		closedir(tasks);
	return n;
}

int main(int argc, char **argv)
{
	struct stat st;
	int fd = argc > 3 ? open(argv[1], O_RDONLY) : -1;

	if (fd < 0 || fstat(fd, &st) != 0)
		return 2;
	size_t n = (size_t)st.st_size;
	const unsigned char *screen = mmap(NULL, n, PROT_READ, MAP_SHARED, fd, 0);
	if (screen == MAP_FAILED)
		return 2;

	uint64_t seen = look(screen, n);
	double begun = now_ms(), changed = begun;
	pid_t pid = fork();
	if (pid == 0) {
		execv(argv[3], argv + 3);
		_exit(127);
	}
	while (now_ms() - begun < WATCH_MS) {
		uint64_t hash = look(screen, n);
		if (hash != seen)
			changed = now_ms();
		seen = hash;
		nap(.5);
	}

	char path[64];
	long seconds = strtol(argv[2], NULL, 10);
	if (seconds > 0) /* the sound device closes two seconds after the last cue */
		nap(4000);
	long before = switches(pid);
	snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int)pid);
	long pss = number(path, "Pss:");
	nap((double)seconds * 1000);
	double wakes = (double)(switches(pid) - before) / (double)(seconds > 0 ? seconds : 1);
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
	printf("%.1f %ld %.2f\n", changed - begun, pss, wakes);
	return changed > begun && pss > 0 ? 0 : 1;
}
