#include "kiosk.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "brand.h"
#include "iniread.h"
#include "kioskkeys.h"
#include "kioskmeant.h"
#include "pack.h"
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

static bool is_quiet(const struct kiosk *k, struct moment m)
{
	return !kiosk_clock_wrong(m) && within(&k->quiet, m);
}

bool kiosk_bed(const struct kiosk *k, struct moment m)
{
	return k->bed && !is_quiet(k, m);
}

int kiosk_volume(const struct kiosk *k, int chosen, struct moment m)
{
	bool quiet = is_quiet(k, m);

	if (chosen < 0)
		return quiet ? k->quiet_volume : k->volume;
	return quiet && k->quiet_volume < chosen ? k->quiet_volume : chosen;
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
	struct {
		struct textpos at;
		size_t n;
	} value[KIOSK_KEYS]; /* and its value */
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
	else
		it->help = "delete the line; type for all keys there are: man stairwell-kiosk";
}

static void say_twice(struct reading *r, const struct ini_value *v)
{
	struct finding *it = ini_say(&r->text, SEVERITY_ERROR, "E311", v->key_at, v->nname,
				     "the key '%s' is given twice; the first counts", v->name);

	it->second = (struct place){r->line[v->key], 1};
	it->aside = "first given here";
	it->help = "delete one of them";
}

static void step(const struct ini_text *t, struct textpos *at)
{
	if (at->offset + 1 < t->n)
		at->line += t->s[at->offset++] == t->newline;
}

/* A value has a question mark for each control character. */
static bool stands_for(const struct ini_text *t, struct textpos at, char c)
{
	char is = t->s[at.offset];
	bool ends = is == t->newline ||
		    (is == '\r' && at.offset + 1 < t->n && t->s[at.offset + 1] == t->newline);

	return is == c || (c == '?' && (unsigned char)is < 0x20 && is != '\t' && !ends);
}

/* Where a byte of a value is, from here on; not found, for whatever reason: here. */
static struct textpos find_byte(const struct ini_text *t, struct textpos at, char c)
{
	struct textpos from = at;

	while (at.offset + 1 < t->n && !stands_for(t, at, c))
		step(t, &at);
	return stands_for(t, at, c) ? at : from;
}

/* Where byte `i` of a value stands in the text: that is wrapped, indented, and may have bars. */
static struct textpos within_value(const struct ini_text *t, const struct ini_value *v, size_t i)
{
	struct textpos at = v->at;

	for (size_t k = 0; k <= i && k < v->n; k++) {
		if (strchr(" \t\n", v->s[k]))
			continue;
		at = find_byte(t, at, v->s[k]);
		if (k < i)
			step(t, &at);
	}
	return at;
}

static void say_value(struct reading *r, const struct ini_value *v)
{
	struct kiosk_slip slip;
	char wants[256];
	size_t next = 0;

	kiosk_wants(v->key, wants, sizeof wants);
	while (kiosk_slip(v->key, v->s, r->text.diag->path, &next, &slip)) {
		struct textpos at = slip.n ? within_value(&r->text, v, slip.at) : v->key_at;
		struct finding *it =
			ini_say(&r->text, SEVERITY_ERROR, "E312", at, slip.n ? slip.n : v->nname,
				"'%s' takes %s, not '%s'", v->name, wants,
				diag_quote(slip.said, strlen(slip.said)).s);
		diag_help(r->text.diag, it, "%s", slip.help);
	}
}

/* A path has none; a text may, and whoever wrote it may not have meant them. */
static bool take_quoted(struct reading *r, const struct ini_value *v)
{
	enum kiosk_kind kind = kiosk_rows[v->key].kind;
	bool path = kind == KIOSK_FOLDER || kind == KIOSK_DIRECTORY;
	size_t open, close;

	if ((!path && kind != KIOSK_TEXT) || !kiosk_quoted(v->s, &open, &close))
		return false;
	char *bare = strndup(v->s + open, v->n - open - close);
	if (!bare || !kiosk_take(r->k, v->key, path ? bare : v->s)) {
		free(bare);
		return false;
	}
	diag_help(r->text.diag,
		  ini_say(&r->text, SEVERITY_WARNING, "W809", v->at, v->n,
			  path ? "the quotation marks are no part of the path"
			       : "the quotation marks are shown on the screen too"),
		  "type: %s = %s", v->name, bare);
	free(bare);
	return true;
}

static void see_languages(struct reading *r, const struct ini_value *v)
{
	const char *at = v->s, *s;
	size_t n;

	for (int i = 0; i < r->k->nlanguages && kiosk_item(&at, &s, &n); i++) {
		const char *tag = r->k->languages[i];
		if (!pack_knows_language(tag))
			diag_help(r->text.diag,
				  ini_say(&r->text, SEVERITY_WARNING, "W808",
					  within_value(&r->text, v, (size_t)(s - v->s)), n,
					  "'%s' is not the short name of a language", tag),
				  "type the short name of a language, such as en, de or pt-BR, or "
				  "delete it");
	}
}

/* Whoever looks at the disk says it there. */
static void keep_place(struct reading *r, const struct ini_value *v)
{
	const struct kiosk_row *row = &kiosk_rows[v->key];

	if (row->kind == KIOSK_FOLDER)
		r->k->packs_at[r->k->npacks - 1] = ini_place(&r->text, v->at);
	else if (row->kind == KIOSK_TONGUES)
		r->k->languages_at = ini_place(&r->text, v->at);
	else if (row->at == offsetof(struct kiosk, report))
		r->k->report_at = ini_place(&r->text, v->at);
	if (row->kind == KIOSK_TONGUES)
		see_languages(r, v);
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
		r->value[v->key].at = v->at;
		r->value[v->key].n = v->n;
		if (strlen(v->s) != v->n || (!take_quoted(r, v) && !kiosk_take(r->k, v->key, v->s)))
			say_value(r, v);
		else
			keep_place(r, v);
	}
	return true;
}

/* ---- colours that can't be seen well enough ---- */

/* As found: never more than it is. */
static double tenths(double ratio)
{
	return floor(ratio * 10) / 10;
}

static struct finding *say_faint(struct reading *r, const char *key, struct seen s)
{
	int row = find_key(NULL, key, strlen(key));

	return ini_say(&r->text, SEVERITY_ERROR, "E805", r->value[row].at, r->value[row].n,
		       "'%s' has a contrast of %.1f with %s and needs %.1f, so the theme's own "
		       "colour stays",
		       key, tenths(s.has), s.on, s.needs);
}

static void help_colour(struct reading *r, struct finding *it, const char *key, colour c)
{
	diag_help(r->text.diag, it, "type: %s = #%06X", key, c & 0xFFFFFF);
}

/* The nearest on the way to the theme's texts that holds. */
static colour nearest(const struct theme *t, colour c,
		      bool (*hold)(const struct theme *t, colour c, struct seen *worst))
{
	struct seen worst;
	colour near = c;

	for (int i = 1; i <= 100 && !hold(t, near, &worst); i++)
		near = colour_mix(c, t->text, (float)i / 100);
	return near;
}

static void check_words(struct reading *r, const struct theme *t)
{
	static const colour inks[] = {0xFFFFFFFF, 0xFF000000};
	struct kiosk *k = r->k;
	struct seen worst;
	colour primary = k->primary ? k->primary : t->primary,
	       on = k->onprimary ? k->onprimary : t->onprimary;

	if (brand_words_hold(t, primary, on, &worst))
		return;
	struct finding *it = say_faint(
		r, k->onprimary ? "on-primary" : "primary",
		k->onprimary ? worst : (struct seen){worst.has, worst.needs, "the words on it"});
	int ink = 0;
	while (ink < 2 && !brand_words_hold(t, primary, inks[ink], &worst))
		ink++;
	if (ink < 2) { /* else a grey in the middle: no words can be read on it */
		help_colour(r, it, "on-primary", inks[ink]);
	} else {
		for (int i = 1; i <= 100 && !brand_words_hold(t, primary, on, &worst); i++)
			primary = colour_mix(primary, t->text, .02f);
		if (brand_words_hold(t, primary, on, &worst))
			help_colour(r, it, "primary", primary);
	}
	if (!it->help)
		it->help = "take a colour that is much lighter or much darker, or delete the line";
	k->primary = k->onprimary = 0;
}

static void check_colours(struct reading *r)
{
	struct kiosk *k = r->k;
	const struct theme *t = theme_lookup(k->set.theme);
	struct seen worst;

	if (k->brand && !brand_holds(t, k->brand, &worst)) {
		help_colour(r, say_faint(r, "brand", worst), "brand",
			    nearest(t, k->brand, brand_holds));
		k->brand = 0;
	}
	if (k->primary && !brand_button_holds(t, k->primary, &worst)) {
		help_colour(r, say_faint(r, "primary", worst), "primary",
			    nearest(t, k->primary, brand_button_holds));
		k->primary = k->onprimary = 0;
	}
	if (k->primary || k->onprimary)
		check_words(r, t);
}

/* ---- all of it ---- */

/* A folder is named from where the file is; a name without a slash would be that of a pack that
 * came with the game. */
static void place(char path[KIOSK_PATH], const char *file)
{
	const char *slash = strrchr(file, '/');
	char whole[KIOSK_PATH];

	if (path[0] == '/' || path[0] == '\0')
		return;
	int n = snprintf(whole, sizeof whole, "%.*s/%s", slash ? (int)(slash - file) : 1,
			 slash ? file : ".", path);
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
	snprintf(k->file, sizeof k->file, "%s", path);
	if (good) {
		ini_read(&r.text, &events);
		check_colours(&r);
	}
	for (int i = 0; i < k->npacks; i++)
		place(k->packs[i], path);
	place(k->report, path);
	place(k->sticks, path);
	ini_close(&r.text);
	free(bytes);
	diag_sort(d);
	return good;
}
