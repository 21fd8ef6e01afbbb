#include "kiosk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "iniread.h"
#include "kioskkeys.h"
#include "packkeys.h"

enum { DAY_MIN = 24 * 60, MINUTE_MS = 60000 };

/* 1 January of the year it was built in, UTC. */
#define YEAR_DAYS(y) (((y)-1970) * 365 + ((y)-1969) / 4 - ((y)-1901) / 100 + ((y)-1601) / 400)
static const int64_t BUILT_MS = YEAR_DAYS(STAIRWELL_YEAR) * INT64_C(86400000);

bool kiosk_clock_wrong(struct moment m)
{
	return m.unix_ms < BUILT_MS;
}

/* 1 January 1970 was a Thursday; Monday is 0. */
static int weekday(int64_t day)
{
	return (int)(((day + 3) % 7 + 7) % 7);
}

static bool holds(const struct kiosk_span *s, int day, int minute)
{
	bool over = s->to_min <= s->from_min; /* midnight */
	bool today = s->days >> day & 1, yesterday = s->days >> (day + 6) % 7 & 1;

	if (!over)
		return today && minute >= s->from_min && minute < s->to_min;
	return (today && minute >= s->from_min) || (yesterday && minute < s->to_min);
}

static bool within(const struct kiosk_times *t, struct moment m)
{
	int64_t day = moment_day(m);
	int64_t minute = (m.unix_ms / 60000 + m.utc_offset_min) - day * DAY_MIN;

	for (int i = 0; i < t->n; i++)
		if (holds(&t->span[i], weekday(day), (int)minute))
			return true;
	return false;
}

bool kiosk_open(const struct kiosk *k, struct moment m)
{
	return k->hours.n == 0 || kiosk_clock_wrong(m) || within(&k->hours, m);
}

int64_t kiosk_opens_ms(const struct kiosk *k, struct moment m)
{
	m.unix_ms -= (m.unix_ms % MINUTE_MS + MINUTE_MS) % MINUTE_MS;
	for (int i = 0; i <= 8 * DAY_MIN; i++, m.unix_ms += MINUTE_MS)
		if (kiosk_open(k, m))
			return m.unix_ms;
	return -1;
}

int kiosk_volume(const struct kiosk *k, struct moment m)
{
	return !kiosk_clock_wrong(m) && within(&k->quiet, m) ? k->quiet_volume : k->volume;
}

enum span kiosk_span(const struct kiosk *k)
{
	return k->boards == BOARDS_DAY    ? SPAN_TODAY
	       : k->boards == BOARDS_WEEK ? SPAN_WEEK
					  : SPAN_EVER;
}

const struct mode *kiosk_mode(const struct kiosk *k, int i)
{
	for (const struct mode *m = game_modes; m->id; m++)
		if (k->modes >> (m - game_modes) & 1 && i-- == 0)
			return m;
	return NULL;
}

/* ---- the file ---- */

struct reading {
	struct ini_text text;
	struct kiosk *k;
	int line[KIOSK_KEYS]; /* where each stands first; 0: it does not */
};

static int find_key(void *ctx, const char *name, size_t n)
{
	(void)ctx;
	return kiosk_row_find(name, n);
}

static const char *find_near(void *ctx, const char *name, size_t n)
{
	const char *keys[KIOSK_KEYS + 1] = {0};

	(void)ctx;
	for (int i = 0; i < KIOSK_KEYS; i++)
		keys[i] = kiosk_rows[i].key;
	return word_nearest(keys, name, n);
}

static bool know_header(void *ctx, const char *words, size_t n)
{
	(void)ctx;
	(void)words;
	(void)n;
	return false;
}

static bool begin_section(void *ctx, const char *words, size_t n, struct textpos at)
{
	struct reading *r = ctx;

	(void)words;
	diag_help(r->text.diag,
		  ini_say(&r->text, SEVERITY_WARNING, "W402", at, n,
			  "a kiosk's file has no sections; this header is passed over"),
		  "delete the line");
	return true;
}

static void say_unknown(struct reading *r, const struct ini_value *v)
{
	const char *near = find_near(NULL, v->name, v->nname);
	struct finding *it = ini_say(&r->text, SEVERITY_ERROR, "E801", v->key_at, v->nname,
				     "the key '%s' is not known", v->name);

	if (near)
		diag_help(r->text.diag, it, "type: %s = %s", near, diag_quote(v->s, v->n).s);
}

static void say_twice(struct reading *r, const struct ini_value *v)
{
	struct finding *it = ini_say(&r->text, SEVERITY_ERROR, "E311", v->key_at, v->nname,
				     "the key '%s' is given twice; the first counts", v->name);

	it->second = (struct place){r->line[v->key], 1};
	it->aside = "first given here";
	it->help = "delete one of them";
}

static void say_value(struct reading *r, const struct ini_value *v)
{
	const struct kiosk_row *row = &kiosk_rows[v->key];
	const char *near = row->words ? word_nearest(row->words, v->s, v->n) : NULL;
	char wants[256];
	struct finding *it;

	kiosk_wants(v->key, wants, sizeof wants);
	it = ini_say(&r->text, SEVERITY_ERROR, "E312", v->n ? v->at : v->key_at,
		     v->n ? v->n : v->nname, "'%s' takes %s, not '%s'", v->name, wants,
		     diag_quote(v->s, v->n).s);
	if (near)
		diag_help(r->text.diag, it, "type: %s = %s", v->name, near);
}

static bool take_value(void *ctx, const struct ini_value *v)
{
	struct reading *r = ctx;

	if (v->key < 0) {
		say_unknown(r, v);
	} else if (r->line[v->key] && kiosk_rows[v->key].kind != KIOSK_FOLDER) {
		say_twice(r, v);
	} else {
		if (!r->line[v->key])
			r->line[v->key] = v->key_at.line;
		if (strlen(v->s) != v->n || !kiosk_take(r->k, v->key, v->s))
			say_value(r, v);
	}
	return true;
}

/* A folder is named from where the file is. */
static void place(char path[KIOSK_PATH], const char *file)
{
	const char *slash = strrchr(file, '/');
	char whole[KIOSK_PATH];

	if (path[0] == '/' || path[0] == '\0' || !slash)
		return;
	int n = snprintf(whole, sizeof whole, "%.*s/%s", (int)(slash - file), file, path);
	if (n > 0 && n < KIOSK_PATH)
		memcpy(path, whole, (size_t)n + 1);
}

bool kiosk_read(struct kiosk *k, const char *path, struct diag *d)
{
	struct reading r = {.k = k};
	struct ini_events events = {.ctx = &r,
				    .key = find_key,
				    .nearest = find_near,
				    .header = know_header,
				    .section = begin_section,
				    .value = take_value};
	size_t n = 0;
	char *bytes = ini_load(path, &n, d);
	bool good = bytes && ini_open(&r.text, bytes, n, d);

	*k = kiosk_default();
	if (good)
		ini_read(&r.text, &events);
	for (int i = 0; i < k->npacks; i++)
		place(k->packs[i], path);
	place(k->report, path);
	ini_close(&r.text);
	free(bytes);
	diag_sort(d);
	return good;
}
