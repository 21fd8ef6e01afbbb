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
#include <sys/stat.h>
#include <unistd.h>

#include "apart.h"
#include "bareini.h"
#include "pack.h"

struct measure {
	double seconds;
	long kib; /* most memory in use */
};

/* Small files are read often enough to be timed. */
static int passes;

/* The pack of the pass before is dropped: as when a file is read again. */
static bool read_pack(const char *path, void *result)
{
	struct measure *m = result;
	double start = apart_now();

	for (int i = 0; i < passes; i++) {
		static struct diag d;
		static struct pack *p;
		pack_drop(p);
		diag_finish(&d);
		diag_init(&d, path);
		p = pack_load(path, &d);
		if (!p || d.errors > 0)
			return false;
	}
	*m = (struct measure){(apart_now() - start) / passes, apart_kib()};
	return true;
}

static bool read_bare(const char *path, void *result)
{
	struct measure *m = result;
	double start = apart_now();

	for (int i = 0; i < passes; i++)
		if (bareini_pass(path) != 0)
			return false;
	m->seconds = (apart_now() - start) / passes;
	return true;
}

static bool read_nothing(const char *path, void *result)
{
	(void)path;
	((struct measure *)result)->kib = apart_kib();
	return true;
}

static struct measure measure(bool (*run)(const char *, void *), const char *path)
{
	struct measure m;

	apart_run(run, path, &m, sizeof m);
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
	int fd;
	struct measure bare = {1e9, 0}, ours = {1e9, 0}, none;
	struct stat st;
	FILE *f;

	passes = questions >= 10000 ? 1 : 20000 / questions;
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
	none = measure(read_nothing, path);
	for (int run = 0; run < 7; run++) {
		struct measure b = measure(read_bare, path), o = measure(read_pack, path);
		bare.seconds = b.seconds < bare.seconds ? b.seconds : bare.seconds;
		ours.seconds = o.seconds < ours.seconds ? o.seconds : ours.seconds;
	}
	passes = 1;
	ours.kib = measure(read_pack, path).kib - none.kib;
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
