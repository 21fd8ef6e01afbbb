#include "strikes.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "outfile.h"

enum { KEPT = 16, DAY_S = 24 * 60 * 60 };

struct strike {
	int count;
	uint64_t hash;
	int64_t at_s;
	char pack[sizeof((struct ending *)0)->pack];
};

static bool read_line(const char *line, struct strike *s)
{
	int n = 0;

	if (sscanf(line, "%d %" SCNx64 " %" SCNd64 " %n", &s->count, &s->hash, &s->at_s, &n) != 3)
		return false;
	snprintf(s->pack, sizeof s->pack, "%.*s", (int)strcspn(line + n, "\n"), line + n);
	return true;
}

/* Those of another pack, of the day before this moment; where the clock was set back, all. */
static int read_others(const char *path, const struct ending *e, struct strike *others, int *count)
{
	char line[sizeof others->pack + 64];
	FILE *in = fopen(path, "re");
	int64_t now_s = e->unix_ms / 1000;
	int n = 0;

	*count = 0;
	while (in && n < KEPT - 1 && fgets(line, sizeof line, in)) {
		struct strike *s = &others[n];
		if (!read_line(line, s) || now_s - s->at_s > DAY_S)
			continue;
		if (s->hash == e->hash)
			*count = s->count;
		else
			n++;
	}
	if (in)
		fclose(in);
	return n;
}

static void put(FILE *to, const struct strike *s)
{
	fprintf(to, "%d %016" PRIx64 " %" PRId64 " %s\n", s->count, s->hash, s->at_s, s->pack);
}

bool strikes_take(const char *path, const struct ending *e)
{
	struct strike others[KEPT], now = {.hash = e->hash, .at_s = e->unix_ms / 1000};
	struct outfile out;

	if ((e->how != ENDED_CRASHED && e->how != ENDED_HUNG) || e->hash == 0)
		return false;
	int n = read_others(path, e, others, &now.count);
	bool is_out = ++now.count >= STRIKES_OUT;
	snprintf(now.pack, sizeof now.pack, "%s", e->pack);
	if (!outfile_open(&out, path))
		return is_out;
	if (!is_out)
		put(out.to, &now);
	for (int i = 0; i < n; i++)
		put(out.to, &others[i]);
	outfile_close(&out, true);
	return is_out;
}
