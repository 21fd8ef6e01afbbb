/*
 * Saves a pack under a program that shows it, in the ways of several editors, and says how long the
 * new picture took:
 *
 *     save FRAMEBUFFER PACK OTHER PROGRAM [ARGUMENTS...]
 *
 * The file PACK is what it is and what is in OTHER by turns. A line for each way: the median and
 * the longest of the milliseconds from the end of the save to the first changed pixel. FRAMEBUFFER
 * is the file of Xvfb's -fbdir.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "watch.h"

enum { SAVES = 12, START_MS = 2500, REST_MS = 500, MOST_MS = 3000, BESIDE = 4096 };

struct text {
	char *s;
	size_t n;
};

static struct text read_text(const char *path)
{
	struct text t = {0};
	FILE *in = fopen(path, "r");
	size_t room = 0;

	if (!in)
		exit(2);
	ssize_t n = getdelim(&t.s, &room, '\0', in);
	fclose(in);
	t.n = n > 0 ? (size_t)n : 0;
	return t;
}

static void put(const char *path, const char *mode, const char *s, size_t n)
{
	FILE *out = fopen(path, mode);

	if (!out || fwrite(s, 1, n, out) != n || fclose(out) != 0)
		exit(2);
}

static void over(const char *path, struct text t)
{
	put(path, "w", t.s, t.n);
}

static void beside(const char *path, struct text t)
{
	char other[BESIDE];

	snprintf(other, sizeof(other), "%s.tmp", path);
	put(other, "w", t.s, t.n);
	rename(other, path);
}

static void away(const char *path, struct text t)
{
	char other[BESIDE];

	snprintf(other, sizeof(other), "%s~", path);
	rename(path, other);
	put(path, "w", t.s, t.n);
	unlink(other);
}

static void in_two(const char *path, struct text t)
{
	put(path, "w", "", 0);
	nap(20);
	put(path, "a", t.s, t.n / 2);
	nap(20);
	put(path, "a", t.s + t.n / 2, t.n - t.n / 2);
}

static const struct {
	const char *name;
	void (*save)(const char *path, struct text t);
} ways[] = {{"written over", over},
	    {"written beside, then moved", beside},
	    {"moved away, then written", away},
	    {"emptied, then in two parts", in_two}};

static int by_value(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	struct stat st;
	int fd = argc > 4 ? open(argv[1], O_RDONLY) : -1;

	if (fd < 0 || fstat(fd, &st) != 0)
		return 2;
	size_t n = (size_t)st.st_size;
	const unsigned char *screen = mmap(NULL, n, PROT_READ, MAP_SHARED, fd, 0);
	if (screen == MAP_FAILED)
		return 2;
	struct text text[] = {read_text(argv[2]), read_text(argv[3])};
	pid_t pid = fork();
	if (pid == 0) {
		execv(argv[4], argv + 4);
		_exit(127);
	}
	nap(START_MS);
	for (size_t way = 0, turn = 1; way < sizeof(ways) / sizeof(*ways); way++) {
		double late[SAVES];
		for (int i = 0; i < SAVES; i++, turn ^= 1) {
			uint64_t seen = look(screen, n);
			ways[way].save(argv[2], text[turn]);
			double saved = now_ms();
			while (look(screen, n) == seen && now_ms() - saved < MOST_MS)
				;
			late[i] = now_ms() - saved;
			nap(REST_MS);
		}
		qsort(late, SAVES, sizeof(*late), by_value);
		printf("  %-28s %5.0f %5.0f\n", ways[way].name, late[SAVES / 2], late[SAVES - 1]);
	}
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
	over(argv[2], text[0]);
	return 0;
}
