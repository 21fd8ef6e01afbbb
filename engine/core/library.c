#include "library.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "iniread.h"
#include "libraryparts.h"

void library_init(struct library *l)
{
	*l = (struct library){0};
}

static void drop_text(struct entry *e)
{
	if (e->text)
		ini_close(e->text);
	free(e->text);
	free(e->bytes);
	e->text = NULL;
	e->bytes = NULL;
}

static void clear_entry(struct entry *e)
{
	pack_drop(e->pack);
	drop_text(e);
	diag_finish(&e->diag);
	free(e->path);
}

void library_finish(struct library *l)
{
	for (int i = 0; i < l->n; i++)
		clear_entry(&l->entries[i]);
	free(l->entries);
	library_init(l);
}

static const struct entry *find_identity(const struct library *l, const char *id,
					 const struct entry *but)
{
	for (const struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (e != but && e->pack && strcmp(e->pack->id, id) == 0)
			return e;
	return NULL;
}

const struct entry *library_find(const struct library *l, const char *id)
{
	return find_identity(l, id, NULL);
}

/* The first line of the text that is not as in the one before; 0: they are the same. */
static int changed_line(const struct ini_text *before, const struct ini_text *now)
{
	size_t n = before->n < now->n ? before->n : now->n, at = 0;
	int line = 1;

	if (before->n == now->n && (n == 0 || memcmp(before->s, now->s, n) == 0))
		return 0;
	for (; at < n && before->s[at] == now->s[at]; at++)
		line += now->s[at] == now->newline;
	return line;
}

/* The pack of these bytes, which the entry keeps with their text; NULL: see the diag. */
static struct pack *read_bytes(struct entry *e, char *bytes, size_t n)
{
	struct entry before = {.text = e->text, .bytes = e->bytes};
	struct pack *p = NULL;

	e->changed = 0;
	e->text = calloc(1, sizeof *e->text);
	e->bytes = bytes;
	if (e->text && e->bytes && ini_open(e->text, e->bytes, n, &e->diag)) {
		p = pack_read_text(e->text, e->path, &e->diag);
		if (before.text)
			e->changed = changed_line(before.text, e->text);
	}
	drop_text(&before);
	diag_sort(&e->diag);
	return p;
}

/* The pack of the file, with its text where it is wanted; NULL: see the diag. */
static struct pack *read_pack(const struct library *l, struct entry *e)
{
	size_t n = 0;
	char *bytes;

	if (!l->keeps_texts)
		return pack_load(e->path, &e->diag);
	bytes = pack_bytes(e->path, &n, &e->diag);
	return read_bytes(e, bytes, n);
}

static int64_t ns_of(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool same_stamp(const struct stamp *a, const struct stamp *b)
{
	return a->device == b->device && a->file == b->file && a->bytes == b->bytes &&
	       a->written_ns == b->written_ns && a->changed_ns == b->changed_ns;
}

struct stamp library_stamp(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return (struct stamp){0};
	return (struct stamp){st.st_dev, st.st_ino, st.st_size, ns_of(st.st_mtim),
			      ns_of(st.st_ctim)};
}

/* What an entry's pack is from now on, but for one that another has the identity of; NULL: the one
 * it had stays. */
static void take_pack(const struct library *l, struct entry *e, struct pack *pack)
{
	const struct entry *first = pack ? find_identity(l, pack->id, e) : NULL;

	if (first) {
		diag_help(&e->diag,
			  diag_add(&e->diag, SEVERITY_WARNING, "W406", (struct place){0, 0},
				   "this pack is left out: another one has the identity '%s' too",
				   pack->id),
			  "the other is %s; give one of them an id of its own", first->path);
		pack_drop(pack);
		pack = NULL;
	}
	e->stale = !pack && e->pack;
	if (!pack)
		return;
	pack_drop(e->pack);
	e->pack = pack;
}

/* Reads the entry's file; the pack it had stays where the new one can't be played. */
static void read_entry(const struct library *l, struct entry *e)
{
	diag_finish(&e->diag);
	diag_init(&e->diag, e->path);
	e->stamp = library_stamp(e->path);
	take_pack(l, e, read_pack(l, e));
}

void reading_finish(struct reading *r)
{
	pack_drop(r->pack);
	diag_finish(&r->diag);
	free(r->path);
	*r = (struct reading){0};
}

/* Its number may have gone to another file since: then its path tells. */
static bool is_file_of(const struct entry *e, const struct stat *st)
{
	struct stat now;

	return e->stamp.device == st->st_dev && e->stamp.file == st->st_ino &&
	       stat(e->path, &now) == 0 && now.st_dev == st->st_dev && now.st_ino == st->st_ino;
}

static struct entry *find_file(const struct library *l, const char *path)
{
	struct stat st;
	bool known = stat(path, &st) == 0;

	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (strcmp(e->path, path) == 0 || (known && is_file_of(e, &st)))
			return e;
	return NULL;
}

/* The entries lie elsewhere now. */
static void tell_places(struct library *l)
{
	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (e->text)
			e->text->diag = &e->diag;
}

/* An entry more, whose path becomes its own; NULL, and the path is freed: memory is short. */
static struct entry *add_entry(struct library *l, char *path)
{
	struct entry *e;

	if (!path)
		return NULL;
	if (l->n == l->room) {
		int room = l->room ? 2 * l->room : 16;
		e = realloc(l->entries, (size_t)room * sizeof *e);
		if (!e) {
			free(path);
			return NULL;
		}
		l->entries = e;
		l->room = room;
		tell_places(l);
	}
	e = &l->entries[l->n++];
	*e = (struct entry){.path = path};
	return e;
}

struct entry *library_add(struct library *l, const char *path)
{
	char *own = library_file(path);
	struct entry *e = own ? find_file(l, own) : NULL;

	if (e) {
		free(own);
		return e;
	}
	e = add_entry(l, own);
	if (e)
		read_entry(l, e);
	return e;
}

struct entry *library_add_bytes(struct library *l, const char *path, char *bytes, size_t n)
{
	struct entry *e = add_entry(l, strdup(path));

	if (!e) {
		free(bytes);
		return NULL;
	}
	diag_init(&e->diag, e->path);
	take_pack(l, e, read_bytes(e, bytes, n));
	return e;
}

static void remove_entry(struct library *l, int index)
{
	struct entry *e = &l->entries[index];

	clear_entry(e);
	memmove(e, e + 1, (size_t)(--l->n - index) * sizeof *e);
	tell_places(l);
}

/* What another pack left out may come in when that one is gone or is called otherwise. */
static void read_left_out(struct library *l, const struct entry *but)
{
	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (!e->pack && e != but)
			read_entry(l, e);
}

static bool refresh_entries(struct library *l, struct news *news)
{
	for (int i = 0; i < l->n; i++) {
		struct entry *e = &l->entries[i];
		struct stamp now = library_stamp(e->path);

		if (same_stamp(&now, &e->stamp))
			continue;
		*news = (struct news){NEWS_READ, i};
		if (e->found && now.file == 0) {
			news->what = NEWS_REMOVED;
			remove_entry(l, i);
			e = NULL;
		} else {
			read_entry(l, e);
		}
		read_left_out(l, e);
		return true;
	}
	return false;
}

bool library_refresh(struct library *l, const char *const *folders, int nfolders, struct news *news)
{
	int before = l->n;

	if (refresh_entries(l, news))
		return true;
	for (int i = 0; i < nfolders && l->n == before; i++)
		library_scan_one(l, folders[i]);
	*news = (struct news){NEWS_ADDED, l->n - 1};
	return l->n > before;
}

/* Its own: a reading is of a path that the library may have by another. */
static struct entry *find_path(const struct library *l, const char *path)
{
	for (struct entry *e = l->entries; e < l->entries + l->n; e++)
		if (strcmp(e->path, path) == 0)
			return e;
	return NULL;
}

static void take_reading(const struct library *l, struct entry *e, struct reading *r)
{
	diag_finish(&e->diag);
	e->diag = r->diag;
	r->diag = (struct diag){0};
	e->stamp = r->stamp;
	take_pack(l, e, r->pack);
	r->pack = NULL;
	e->out = r->out;
	if (!e->out)
		return;
	pack_drop(e->pack);
	e->pack = NULL;
	e->stale = false;
}

bool library_take(struct library *l, struct reading *r, struct news *news)
{
	struct entry *e = find_path(l, r->path);

	*news = (struct news){e ? NEWS_READ : NEWS_ADDED, e ? (int)(e - l->entries) : l->n};
	if (r->gone) {
		news->what = NEWS_REMOVED;
		if (e)
			remove_entry(l, news->index);
		return e;
	}
	if (!e)
		e = add_entry(l, strdup(r->path));
	if (e)
		take_reading(l, e, r);
	return e;
}

bool library_mixes(const struct library *l, int index)
{
	const struct pack *p = l->entries[index].pack;

	if (!p || l->together || !p->in_order)
		return p;
	for (int i = 0; i < l->n; i++)
		if (l->entries[i].pack && !l->entries[i].pack->in_order)
			return false;
	return true;
}

void library_reload(struct library *l, int index)
{
	read_entry(l, &l->entries[index]);
}
