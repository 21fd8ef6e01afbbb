#include "tried.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "hash.h"
#include "outfile.h"

static const char *const names[] = {[VERDICT_GOOD] = "good", [VERDICT_BAD] = "bad"};
static const char out_name[] = "out";
static const char head[] = "stairwell-tried 2";

struct row {
	char *path;
	struct verdict verdict;
};

struct tried {
	char *path; /* NULL: nothing is kept */
	uint64_t program;
	struct row *rows;
	int n, room;
	uint64_t out[TRIED_OUT];
	int nout;
	bool due;
};

/* Another number for another build. */
static uint64_t this_program(void)
{
	struct stat st = {0};

	stat("/proc/self/exe", &st);
	int64_t of[] = {st.st_size, st.st_mtim.tv_sec, st.st_mtim.tv_nsec};
	return hash_bytes(HASH_START, of, sizeof(of));
}

static struct row *find(const struct tried *t, const char *path)
{
	for (int i = 0; i < t->n; i++)
		if (strcmp(t->rows[i].path, path) == 0)
			return &t->rows[i];
	return NULL;
}

struct verdict tried_find(const struct tried *t, const char *path)
{
	const struct row *r = find(t, path);

	return r ? r->verdict : (struct verdict){0};
}

static struct row *add(struct tried *t, const char *path)
{
	if (t->n == t->room) {
		int room = t->room ? 2 * t->room : 32;
		struct row *more = realloc(t->rows, (size_t)room * sizeof(*more));
		if (!more)
			return NULL;
		t->rows = more;
		t->room = room;
	}
	char *own = strdup(path);
	if (!own)
		return NULL;
	t->rows[t->n] = (struct row){.path = own};
	return &t->rows[t->n++];
}

void tried_put(struct tried *t, const char *path, const struct verdict *v)
{
	struct row *r = find(t, path);

	if (v->is == VERDICT_NONE && !r)
		return;
	t->due = true;
	if (v->is == VERDICT_NONE) {
		free(r->path);
		*r = t->rows[--t->n];
		return;
	}
	r = r ? r : add(t, path);
	if (r)
		r->verdict = *v;
}

bool tried_is_out(const struct tried *t, uint64_t hash)
{
	for (int i = 0; i < t->nout; i++)
		if (t->out[i] == hash)
			return true;
	return false;
}

void tried_let_in(struct tried *t, uint64_t hash)
{
	int kept = 0;

	for (int i = 0; i < t->nout; i++)
		if (t->out[i] != hash)
			t->out[kept++] = t->out[i];
	t->due |= kept < t->nout;
	t->nout = kept;
}

void tried_bar(struct tried *t, uint64_t hash)
{
	if (tried_is_out(t, hash))
		return;
	if (t->nout == TRIED_OUT)
		tried_let_in(t, t->out[0]);
	t->out[t->nout++] = hash;
	t->due = true;
}

static void read_line(struct tried *t, char *line, bool ours)
{
	struct verdict v = {0};
	char name[8], *tab = strchr(line, '\t');
	uint64_t number;
	int n = 0;

	line[strcspn(line, "\n")] = '\0';
	if (sscanf(line, "%7s %" SCNx64 "%n", name, &number, &n) != 2)
		return;
	if (strcmp(name, out_name) == 0)
		tried_bar(t, number);
	if (!tab || !ours)
		return;
	*tab = '\0';
	for (enum verdict_is is = VERDICT_GOOD; is <= VERDICT_BAD; is++)
		if (strcmp(name, names[is]) == 0)
			v.is = is;
	v.print = number;
	snprintf(v.words, sizeof(v.words), "%s", line + n + (line[n] == ' '));
	tried_put(t, tab + 1, &v);
}

static void read_file(struct tried *t)
{
	FILE *f = fopen(t->path, "re");
	char line[PATH_MAX + 2 * TRIAL_WORDS];
	uint64_t program;

	if (!f)
		return;
	if (fgets(line, sizeof(line), f) && strncmp(line, head, sizeof(head) - 1) == 0 &&
	    sscanf(line + sizeof(head) - 1, "%" SCNx64, &program) == 1)
		while (fgets(line, sizeof(line), f))
			read_line(t, line, program == t->program);
	fclose(f);
	t->due = false;
}

struct tried *tried_open(const char *path)
{
	struct tried *t = calloc(1, sizeof(*t));

	if (!t)
		return NULL;
	t->program = this_program();
	t->path = path ? strdup(path) : NULL;
	if (t->path)
		read_file(t);
	return t;
}

void tried_save(struct tried *t)
{
	struct outfile out;

	if (!t->due || !t->path || !outfile_open(&out, t->path))
		return;
	fprintf(out.to, "%s %" PRIx64 "\n", head, t->program);
	for (int i = 0; i < t->nout; i++)
		fprintf(out.to, "%s %" PRIx64 "\n", out_name, t->out[i]);
	for (const struct row *r = t->rows; r < t->rows + t->n; r++)
		if (!strpbrk(r->path, "\n\t"))
			fprintf(out.to, "%s %" PRIx64 " %s\t%s\n", names[r->verdict.is],
				r->verdict.print, r->verdict.words, r->path);
	t->due = !outfile_close(&out, true);
}

void tried_close(struct tried *t)
{
	if (!t)
		return;
	for (int i = 0; i < t->n; i++)
		free(t->rows[i].path);
	free(t->rows);
	free(t->path);
	free(t);
}
