/*
 * Presses a key in a program whose window is on an Xvfb, again and again, and says what that took:
 *
 *     press FRAMEBUFFER KEY MOTION_MS PROGRAM [ARGUMENTS...]
 *
 * prints the medians of the milliseconds from the key to the first changed pixel, of the CPU
 * milliseconds the program used within MOTION_MS of it, and of the milliseconds of the longest wait
 * from one change of the screen to the next meanwhile. FRAMEBUFFER is the file of Xvfb's -fbdir.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "keys.h"
#include "watch.h"

enum { PRESSES = 12, START_MS = 2500 };

/* What the program's first thread has run for, in ms. */
static double used(int pid)
{
	char path[64];
	unsigned long long ns = 0;

	snprintf(path, sizeof(path), "/proc/%d/schedstat", pid);
	FILE *in = fopen(path, "r");
	if (in && fscanf(in, "%llu", &ns) != 1)
		ns = 0;
	if (in)
		fclose(in);
	return (double)ns / 1e6;
}

/* Looks on until then; the longest wait for a change that came. */
static double longest_wait(const unsigned char *screen, size_t n, double until_ms)
{
	uint64_t seen = look(screen, n);
	double changed = now_ms(), longest = 0;

	while (now_ms() < until_ms) {
		nap(1);
		uint64_t hash = look(screen, n);
		if (hash == seen)
			continue;
		double now = now_ms();
		longest = now - changed > longest ? now - changed : longest;
		changed = now;
		seen = hash;
	}
	return longest;
}

static int by_value(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	double late[PRESSES], cpu[PRESSES], waits[PRESSES];
	struct stat st;
	int fd = argc > 4 ? open(argv[1], O_RDONLY) : -1;
	Display *d = XOpenDisplay(NULL);

	if (fd < 0 || !d || fstat(fd, &st) != 0)
		return 2;
	size_t n = (size_t)st.st_size;
	const unsigned char *screen = mmap(NULL, n, PROT_READ, MAP_SHARED, fd, 0);
	if (screen == MAP_FAILED)
		return 2;
	double motion_ms = strtod(argv[3], NULL);
	pid_t pid = fork();
	if (pid == 0) {
		execv(argv[4], argv + 4);
		_exit(127);
	}
	nap(START_MS);
	Window w = find_window(d);
	if (w)
		XSetInputFocus(d, w, RevertToParent, CurrentTime);
	XSync(d, False);
	nap(300);
	for (int i = 0; w && i < PRESSES; i++) {
		uint64_t seen = look(screen, n);
		double before = used(pid), begun = now_ms();
		press(d, w, XStringToKeysym(argv[2]));
		while (look(screen, n) == seen && now_ms() - begun < motion_ms)
			;
		late[i] = now_ms() - begun;
		waits[i] = longest_wait(screen, n, begun + motion_ms);
		cpu[i] = used(pid) - before;
	}
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
	if (!w)
		return 1;
	qsort(late, PRESSES, sizeof(*late), by_value);
	qsort(cpu, PRESSES, sizeof(*cpu), by_value);
	qsort(waits, PRESSES, sizeof(*waits), by_value);
	printf("%.2f %.2f %.2f\n", late[PRESSES / 2], cpu[PRESSES / 2], waits[PRESSES / 2]);
	return 0;
}
