/*
 * How long `check` takes, and how much memory, against a bare pass of libinih over the same file:
 * reading, the rules and the report, each as a ratio too. Each measurement is a process of its own;
 * of several runs of each, in turns, the fastest counts.
 *
 * The pack is in the manner of a large set of trivia questions: words as frequent as in a language
 * (Zipf), four choices, and one question in ten that is another one again, the same or nearly so.
 *
 *     check [-o PACK.ini] [QUESTIONS...]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "apart.h"
#include "bareini.h"
#include "lint.h"
#include "report.h"
#include "rng.h"

enum { VOCABULARY = 40000, TEXT = 400 };

struct stages {
	double read, lint, report;
	long kib;
	int findings;
};

static bool check(const char *path, void *result)
{
	struct stages *s = result;
	struct library packs;
	struct report report = {&packs, "0", false, fopen("/dev/null", "w")};
	struct report_count found;
	double start = apart_now();

	library_init(&packs);
	packs.keeps_texts = true;
	if (!report.out || !library_add(&packs, path) || !packs.entries[0].pack)
		return false;
	s->read = apart_now() - start;
	lint_library(&packs);
	s->lint = apart_now() - start - s->read;
	if (!report_forms->write(&report))
		return false;
	fclose(report.out);
	s->report = apart_now() - start - s->read - s->lint;
	s->kib = apart_kib();
	found = report_count(&packs);
	s->findings = found.errors + found.warnings + found.notes;
	return true;
}

static bool read_bare(const char *path, void *result)
{
	double start = apart_now();

	if (bareini_pass(path) != 0)
		return false;
	((struct stages *)result)->read = apart_now() - start;
	((struct stages *)result)->kib = apart_kib();
	return true;
}

/* ---- the pack ---- */

static double draw(struct rng *r)
{
	return (double)(rng_next(r) >> 11) / (double)(UINT64_C(1) << 53);
}

/* The word of a rank: the first ones are a language's own, the others are put together. */
static void add_word(char *text, uint32_t rank, bool capital)
{
	static const char *const usual[] = {
		"the", "of",   "in",   "a",    "is",    "was",   "to",   "and",  "which", "what",
		"for", "this", "by",   "on",   "with",  "first", "name", "from", "who",   "that",
		"as",  "many", "year", "film", "known", "city",  "are",  "has",  "his",   "world"};
	static const char *const parts[] = {"ba",  "cor", "di",  "fen", "gra", "hol", "ki", "lum",
					    "mer", "no",  "pas", "ro",  "sti", "tur", "va", "wen"};
	char *p = text + strlen(text), *first = p;

	if (p > text)
		*p++ = ' ', first = p;
	if (rank < sizeof usual / sizeof *usual) {
		p = stpcpy(p, usual[rank]);
	} else {
		for (uint32_t left = rank; left > 0; left /= 16)
			p = stpcpy(p, parts[left % 16]);
		capital = capital || rank % 4 == 0;
	}
	*p = '\0';
	if (capital)
		*first = (char)(*first & ~0x20);
}

static void add_words(struct rng *r, char *text, int n, bool capital)
{
	for (int i = 0; i < n; i++)
		add_word(text, (uint32_t)(pow(VOCABULARY, draw(r))) - 1,
			 capital || (i == 0 && !*text));
}

struct trivia {
	char ask[TEXT], choices[4][TEXT / 4];
};

static struct trivia make_question(struct rng *r)
{
	struct trivia q = {0};
	int words = 1 + (int)rng_below(r, 3);
	bool numbers = rng_below(r, 8) == 0;

	add_words(r, q.ask, 6 + (int)rng_below(r, 11), false);
	strcat(q.ask, "?");
	for (int i = 0; i < 4; i++)
		if (numbers)
			sprintf(q.choices[i], "%u", 1800 + 40 * (unsigned)i + rng_below(r, 40));
		else
			add_words(r, q.choices[i], words, true);
	return q;
}

static void write_question(FILE *f, struct rng *r, const struct trivia *q, bool nearly)
{
	uint32_t turn = rng_below(r, 4);

	fprintf(f, "\n[question]\nask   = %s%s\n", nearly ? "Tell us, " : "", q->ask);
	for (uint32_t i = 0; i < 4; i++)
		fprintf(f, "%s = %s\n", (i + turn) % 4 == 0 ? "right" : "wrong",
			q->choices[(i + turn) % 4]);
}

static void write_pack(FILE *f, int questions)
{
	static struct trivia kept[100];
	struct rng r;

	rng_init(&r, 5);
	fprintf(f, "title = Trivia\nlanguage = en\nsource = A set of questions\n");
	for (int i = 0; i < questions; i++) {
		if (i % 2000 == 0)
			fprintf(f, "\n[topic Part %d]\n", i / 2000);
		if (i > 100 && i % 10 == 9) {
			struct trivia *q = &kept[rng_below(&r, 100)];
			q->ask[strlen(q->ask) - 1] = '!';
			write_question(f, &r, q, i % 20 == 9);
			continue;
		}
		kept[i % 100] = make_question(&r);
		write_question(f, &r, &kept[i % 100], false);
	}
}

/* ---- in all ---- */

static void keep_least(double *least, double seconds)
{
	if (*least == 0 || seconds < *least)
		*least = seconds;
}

static void print_stage(const char *name, double seconds, double bare)
{
	printf("  %-10s %8.1f ms %6.2f\n", name, seconds * 1e3, seconds / bare);
}

static void bench(int questions)
{
	char path[4096];
	const char *folder = getenv("TMPDIR");
	struct stages bare = {0}, ours = {0}, one;
	struct stat st;
	double all = 0;
	int fd;
	FILE *f;

	snprintf(path, sizeof path, "%s/checkXXXXXX", folder ? folder : "/tmp");
	fd = mkstemp(path);
	f = fd < 0 ? NULL : fdopen(fd, "w");
	if (!f) {
		perror(path);
		exit(1);
	}
	write_pack(f, questions);
	fclose(f);
	stat(path, &st);
	for (int run = 0; run < 7; run++) {
		apart_run(read_bare, path, &one, sizeof one);
		keep_least(&bare.read, one.read);
		bare.kib = one.kib;
		apart_run(check, path, &one, sizeof one);
		keep_least(&ours.read, one.read);
		keep_least(&ours.lint, one.lint);
		keep_least(&ours.report, one.report);
		keep_least(&all, one.read + one.lint + one.report);
	}
	unlink(path);
	printf("check of %d questions, %.1f MiB, %d findings; bare inih %.1f ms:\n", questions,
	       (double)st.st_size / 1048576, one.findings, bare.read * 1e3);
	print_stage("reading", ours.read, bare.read);
	print_stage("rules", ours.lint, bare.read);
	print_stage("report", ours.report, bare.read);
	print_stage("in all", all, bare.read);
	printf("  memory     %8.1f MiB %5.2f of the file\n", (double)(one.kib - bare.kib) / 1024,
	       (double)(one.kib - bare.kib) * 1024 / (double)st.st_size);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	FILE *f;

	if (argc == 4 && strcmp(argv[1], "-o") == 0) {
		f = fopen(argv[2], "w");
		if (!f)
			return 1;
		write_pack(f, atoi(argv[3]));
		return fclose(f) != 0;
	}
	for (int i = 1; i < argc; i++)
		bench(atoi(argv[i]) > 0 ? atoi(argv[i]) : 1);
	if (argc == 1)
		bench(50000);
	return 0;
}
