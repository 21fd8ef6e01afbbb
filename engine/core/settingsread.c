#include "settingsread.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "packkeys.h"

static int find_key(void *ctx, const char *name, size_t n)
{
	(void)ctx;
	for (int k = 0; k < SETTINGS; k++)
		if (strlen(setting_rows[k].key) == n && memcmp(setting_rows[k].key, name, n) == 0)
			return k;
	return -1;
}

static const char *find_near(void *ctx, const char *name, size_t n)
{
	const char *keys[SETTINGS + 1] = {0};

	(void)ctx;
	for (int k = 0; k < SETTINGS; k++)
		keys[k] = setting_rows[k].key;
	return word_nearest(keys, name, n);
}

/* What stands in a section is a newer version's. */
static bool know_header(void *ctx, const char *words, size_t n)
{
	(void)ctx;
	(void)words;
	(void)n;
	return false;
}

static bool begin_section(void *ctx, const char *words, size_t n, struct textpos at)
{
	struct settings_file *f = ctx;

	(void)words;
	(void)n;
	if (!f->section)
		f->section = at.line;
	return true;
}

static void say_unknown(struct settings_file *f, const struct ini_value *v)
{
	const char *near = find_near(NULL, v->name, v->nname);

	if (near)
		diag_help(f->text.diag,
			  ini_say(&f->text, SEVERITY_WARNING, "W401", v->key_at, v->nname,
				  "the setting '%s' is not known", v->name),
			  "type: %s = %s", near, diag_quote(v->s, v->n).s);
}

static void say_twice(struct settings_file *f, const struct ini_value *v)
{
	struct finding *it = ini_say(&f->text, SEVERITY_ERROR, "E311", v->key_at, v->nname,
				     "the setting '%s' is given twice; the first counts", v->name);

	it->second = (struct place){f->line[v->key], 1};
	it->aside = "first given here";
	it->help = "delete one of them";
}

static void say_value(struct settings_file *f, const struct ini_value *v)
{
	char wants[128];
	const struct setting_row *row = &setting_rows[v->key];
	const char *near = row->words ? word_nearest(row->words, v->s, v->n) : NULL;
	struct finding *it;

	setting_wants((enum setting)v->key, wants, sizeof wants);
	it = ini_say(&f->text, SEVERITY_ERROR, "E312", v->n ? v->at : v->key_at,
		     v->n ? v->n : v->nname, "'%s' takes %s, not '%s'", v->name, wants,
		     diag_quote(v->s, v->n).s);
	if (near)
		diag_help(f->text.diag, it, "type: %s = %s", v->name, near);
}

static bool take_value(void *ctx, const struct ini_value *v)
{
	struct settings_file *f = ctx;

	if (f->section)
		return true;
	if (v->key < 0) {
		say_unknown(f, v);
		return true;
	}
	if (f->line[v->key]) {
		say_twice(f, v);
		return true;
	}
	f->line[v->key] = v->key_at.line;
	if (strlen(v->s) != v->n || !setting_take(&f->set, (enum setting)v->key, v->s))
		say_value(f, v);
	return true;
}

void settings_open(struct settings_file *f, const char *path, struct diag *d)
{
	struct ini_events events = {.ctx = f,
				    .key = find_key,
				    .nearest = find_near,
				    .header = know_header,
				    .section = begin_section,
				    .value = take_value};
	struct stat st;
	size_t n = 0;

	*f = (struct settings_file){.set = settings_default()};
	if (stat(path, &st) != 0 || (S_ISREG(st.st_mode) && st.st_size == 0))
		return; /* where it can't even be looked for, writing will say why */
	f->bytes = ini_load(path, &n, d);
	if (f->bytes && ini_open(&f->text, f->bytes, n, d))
		ini_read(&f->text, &events);
	else
		f->text.n = 0;
	diag_sort(d);
}

void settings_close(struct settings_file *f)
{
	ini_close(&f->text);
	free(f->bytes);
}

struct settings settings_read(const char *path, struct diag *d)
{
	struct settings_file f;

	settings_open(&f, path, d);
	settings_close(&f);
	return f.set;
}
