#include "fix.h"

#include <stdlib.h>
#include <string.h>

#include "iniread.h"
#include "pack.h"
#include "utf8.h"

enum {
	NUMBERS = 1000, /* of codes: three digits */
	MORE = 100000,  /* findings of a round; each round reads all anew */
	TRIES = 2000,   /* of a round: where many fixes make nothing better, the rest waits */
};

/* A pack as it is read, and what was found. */
struct reading {
	struct ini_text text;
	struct diag diag;
	const struct finding **fixes; /* by place, none overlapping */
	int nfixes;
	bool stored; /* it is to be stored otherwise */
};

/* How often each code was found. */
struct tally {
	int all, codes[NUMBERS];
	bool hidden; /* more were found than are in codes */
};

static int compare_places(const void *a, const void *b)
{
	const struct finding *f = *(const struct finding *const *)a,
			     *g = *(const struct finding *const *)b;

	return f->fix_at != g->fix_at ? (f->fix_at > g->fix_at) - (f->fix_at < g->fix_at)
				      : (f->fix_n > g->fix_n) - (f->fix_n < g->fix_n);
}

static bool collect(struct reading *r)
{
	int n = 0;

	r->fixes = malloc((size_t)(r->diag.n + 1) * sizeof(*r->fixes));
	if (!r->fixes)
		return false;
	for (const struct finding *f = r->diag.findings; f < r->diag.findings + r->diag.n; f++) {
		r->stored = r->stored || (f->fix && f->at.line == 0);
		if (f->fix && f->at.line > 0)
			r->fixes[n++] = f;
	}
	qsort(r->fixes, (size_t)n, sizeof(*r->fixes), compare_places);
	for (int i = 0; i < n; i++) {
		const struct finding *last = r->nfixes ? r->fixes[r->nfixes - 1] : NULL;
		if (!last || r->fixes[i]->fix_at > last->fix_at + last->fix_n)
			r->fixes[r->nfixes++] = r->fixes[i];
	}
	return true;
}

static void end_reading(struct reading *r)
{
	ini_close(&r->text);
	diag_finish(&r->diag);
	free(r->fixes);
	free(r);
}

static struct reading *begin_reading(const char *path, const char *bytes, size_t n)
{
	struct reading *r = calloc(1, sizeof *r);

	if (!r)
		return NULL;
	diag_init(&r->diag, path);
	r->diag.more = MORE;
	if (ini_open(&r->text, bytes, n, &r->diag))
		pack_drop(pack_read_text(&r->text, path, &r->diag));
	if (collect(r))
		return r;
	end_reading(r);
	return NULL;
}

/* A text of which something could not be read would lose it. */
static bool is_whole(const struct reading *r)
{
	static const char *const stops[] = {"E102", "E104", "E105", "E106", "E203", "E204", NULL};

	if (r->text.own && (r->text.nbytes % 2 != 0 || utf8_bad(r->text.s, r->text.n) < r->text.n))
		return false;
	for (int i = 0; i < r->diag.n; i++)
		for (const char *const *code = stops; *code; code++)
			if (strcmp(r->diag.findings[i].code, *code) == 0)
				return false;
	return true;
}

static struct tally count(const struct diag *d)
{
	struct tally t = {.all = d->errors + d->warnings + d->notes};

	t.hidden = t.all > d->n;
	for (int i = 0; i < d->n; i++)
		t.codes[atoi(d->findings[i].code + 1) % NUMBERS]++;
	return t;
}

static bool is_better(const struct tally *now, const struct tally *before)
{
	if (now->all >= before->all)
		return false;
	for (int i = 0; i < NUMBERS && !before->hidden; i++)
		if (now->codes[i] > before->codes[i])
			return false;
	return true;
}

/* The bytes in the making. */
struct work {
	const char *path;
	char *bytes;
	size_t n;
	struct tally found;
	int fixes, tries;
	bool failed; /* memory is short */
};

static char *put(char *to, const char *s, size_t n)
{
	return (char *)memcpy(to, s, n) + n;
}

/* The bytes with these fixes, to be freed. */
static char *apply(const struct work *w, const struct finding *const *fixes, int nfixes, size_t *n)
{
	size_t room = w->n + 1, at = 0;
	char *out, *p;

	for (int i = 0; i < nfixes; i++)
		room += strlen(fixes[i]->fix);
	out = p = malloc(room);
	for (int i = 0; out && i < nfixes; i++) {
		p = put(p, w->bytes + at, fixes[i]->fix_at - at);
		p = put(p, fixes[i]->fix, strlen(fixes[i]->fix));
		at = fixes[i]->fix_at + fixes[i]->fix_n;
	}
	if (out)
		p = put(p, w->bytes + at, w->n - at);
	*n = (size_t)(p - out);
	return out;
}

/* All of them, or else as many as make it better: from the end on, so that those before them still
 * have their places. */
static void try_fixes(struct work *w, const struct finding *const *fixes, int nfixes)
{
	size_t n;
	char *bytes = apply(w, fixes, nfixes, &n);
	struct reading *r = bytes ? begin_reading(w->path, bytes, n) : NULL;
	struct tally now = {0};
	bool better = false;

	w->failed = !r;
	w->tries--;
	if (r) {
		now = count(&r->diag);
		better = is_better(&now, &w->found);
		end_reading(r);
	}
	if (better) {
		free(w->bytes);
		w->bytes = bytes;
		w->n = n;
		w->found = now;
		w->fixes += nfixes;
		return;
	}
	free(bytes);
	if (nfixes == 1)
		return;
	if (!w->failed && w->tries > 0)
		try_fixes(w, fixes + nfixes / 2, nfixes - nfixes / 2);
	if (!w->failed && w->tries > 0)
		try_fixes(w, fixes, nfixes / 2);
}

/* As the reader sees it: UTF-8, without a mark, each line ended. */
static bool store_anew(struct work *w, const struct reading *r)
{
	char *bytes = malloc(r->text.n + 1);

	if (!bytes)
		return false;
	memcpy(bytes, r->text.s, r->text.n);
	if (r->text.newline == '\r')
		for (char *p = bytes; (p = memchr(p, '\r', (size_t)(bytes + r->text.n - p)));)
			*p = '\n';
	for (int i = 0; i < r->diag.n; i++)
		w->fixes += r->diag.findings[i].fix && r->diag.findings[i].at.line == 0;
	w->n = r->text.n;
	free(w->bytes);
	w->bytes = bytes;
	return true;
}

/* One round. */
static enum fix_end fix_once(struct work *w)
{
	struct reading *r = begin_reading(w->path, w->bytes, w->n);
	enum fix_end end = FIX_NOTHING;
	int before = w->fixes;

	if (!r)
		return FIX_NO_MEMORY;
	if (!r->stored && r->nfixes == 0) {
		end_reading(r);
		return FIX_NOTHING;
	}
	if (!is_whole(r)) {
		end = FIX_UNREADABLE;
	} else if (r->stored) {
		end = store_anew(w, r) ? FIX_DONE : FIX_NO_MEMORY;
	} else {
		w->found = count(&r->diag);
		w->tries = TRIES;
		try_fixes(w, r->fixes, r->nfixes);
		end = w->failed ? FIX_NO_MEMORY : w->fixes > before ? FIX_DONE : FIX_NOTHING;
	}
	end_reading(r);
	return end;
}

enum fix_end fix_bytes(const char *path, const char *bytes, size_t n, struct fixed *out)
{
	struct work w = {.path = path, .bytes = malloc(n + 1), .n = n};
	enum fix_end end = FIX_NO_MEMORY;

	*out = (struct fixed){0};
	if (w.bytes) {
		memcpy(w.bytes, bytes, n);
		do
			end = fix_once(&w);
		while (end == FIX_DONE);
	}
	if (end == FIX_NOTHING && w.fixes > 0) {
		*out = (struct fixed){w.bytes, w.n, w.fixes};
		return FIX_DONE;
	}
	free(w.bytes);
	return end;
}
