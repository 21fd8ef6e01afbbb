/*
 * How long reading a pack takes, and how much memory, against a bare pass of libinih over the same
 * file. Each measurement is a process of its own; of several runs of each, in turns, the fastest
 * counts.
 *
 *     read [QUESTIONS...]
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bareini.h"
#include "pack.h"

struct measure {
	double seconds;
	long kib; /* most memory in use */
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The pack of the pass before is dropped: as when a file is read again. */
static bool read_pack(const char *path)
{
	static struct diag d;
	static struct pack *p;

	pack_drop(p);
	diag_finish(&d);
	diag_init(&d, path);
	p = pack_load(path, &d);
	return p && d.errors == 0;
}

static bool read_bare(const char *path)
{
	return bareini_pass(path) == 0;
}

static bool read_nothing(const char *path)
{
	(void)path;
	return true;
}

/* Small files are read often enough to be timed. */
static void measure_here(bool (*pass)(const char *), const char *path, int passes, int fd)
{
	struct measure m;
	struct rusage usage;
	double start = now();

	for (int i = 0; i < passes; i++)
		if (!pass(path))
			_exit(1);
	m.seconds = (now() - start) / passes;
	getrusage(RUSAGE_SELF, &usage);
	m.kib = usage.ru_maxrss;
	_exit(write(fd, &m, sizeof m) == sizeof m ? 0 : 1);
}

static struct measure measure(bool (*pass)(const char *), const char *path, int passes)
{
	struct measure m = {0};
	int ends[2], status = 1;
	pid_t child;

	if (pipe(ends) != 0)
		exit(1);
	child = fork();
	if (child == 0)
		measure_here(pass, path, passes, ends[1]);
	if (child < 0 || read(ends[0], &m, sizeof m) != sizeof m ||
	    waitpid(child, &status, 0) < 0 || status) {
		fprintf(stderr, "read: %s could not be read\n", path);
		exit(1);
	}
	close(ends[0]);
	close(ends[1]);
	return m;
}

static void write_pack(FILE *f, int questions)
{
	static const char *const places[] = {"Canberra", "Sydney", "Melbourne",
					     "Perth",    "Hobart", "Darwin"};

	fprintf(f, "title = Questions without end\nlevel = easy\n");
	for (int i = 0; i < questions; i++) {
		if (i % 50 == 0)
			fprintf(f, "\n[topic Part %d]\n", i / 50);
		fprintf(f,
			"\n[question]\nask   = Which of these; as of today, is number %d on the "
			"list?\n",
			i);
		for (int k = 0; k < 4; k++)
			fprintf(f, "%s = %s\n", k == i % 4 ? "right" : "wrong",
				places[(i + k) % 6]);
		if (i % 2 == 0)
			fprintf(f,
				"why   = Because the list says so: it was drawn up in %d\n        "
				"by those who know.\n",
				1900 + i % 100);
	}
}

static void bench(int questions)
{
	char path[4096];
	const char *folder = getenv("TMPDIR");
	int passes = questions >= 10000 ? 1 : 20000 / questions, fd;
	struct measure bare = {1e9, 0}, ours = {1e9, 0}, none;
	struct stat st;
	FILE *f;

	snprintf(path, sizeof path, "%s/readXXXXXX", folder ? folder : "/tmp");
	fd = mkstemp(path);
	f = fd < 0 ? NULL : fdopen(fd, "w");
	if (!f) {
		perror(path);
		exit(1);
	}
	write_pack(f, questions);
	fclose(f);
	stat(path, &st);
	none = measure(read_nothing, path, 1);
	for (int run = 0; run < 7; run++) {
		struct measure b = measure(read_bare, path, passes),
			       o = measure(read_pack, path, passes);
		bare.seconds = b.seconds < bare.seconds ? b.seconds : bare.seconds;
		ours.seconds = o.seconds < ours.seconds ? o.seconds : ours.seconds;
	}
	ours.kib = measure(read_pack, path, 1).kib - none.kib;
	unlink(path);
	printf("%9d %8.1f MiB %10.2f ms %10.2f ms %7.2f %8.1f MiB %8.1f bytes\n", questions,
	       (double)st.st_size / 1048576, bare.seconds * 1e3, ours.seconds * 1e3,
	       ours.seconds / bare.seconds, (double)ours.kib / 1024,
	       (double)ours.kib * 1024 / questions);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	printf("%9s %12s %13s %13s %7s %12s %14s\n", "questions", "file", "bare inih", "the pack",
	       "ratio", "memory", "a question");
	for (int i = 1; i < argc; i++)
		bench(atoi(argv[i]) > 0 ? atoi(argv[i]) : 1);
	if (argc == 1)
		for (int questions = 100; questions <= 1000000; questions *= 10)
			bench(questions);
	return 0;
}
