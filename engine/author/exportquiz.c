/*
 * NAME.quiz: the pack's own text, to the letter, as pack.ini, and the files it names, in a zip. The
 * same pack gives the same bytes: no times and no names of whose they are.
 */
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "convert.h"
#include "packmedia.h"
#include "packzip.h"

/* The files that were written, so that each is once. */
struct written {
	const char **paths;
	int n, room;
	int entries;
	int64_t bytes;
	struct archive *zip;
	const struct pack *pack;
	struct diag *diag;
};

static bool is_written(struct written *w, const char *path)
{
	for (int i = 0; i < w->n; i++)
		if (strcmp(w->paths[i], path) == 0)
			return true;
	if (w->n == w->room) {
		int room = w->room ? 2 * w->room : 64;
		const char **more = realloc(w->paths, (size_t)room * sizeof *more);
		if (!more)
			return true;
		w->paths = more;
		w->room = room;
	}
	w->paths[w->n++] = path;
	return false;
}

static void refuse(struct written *w, const char *path, const char *why)
{
	diag_add(w->diag, SEVERITY_ERROR, "E753", (struct place){0, 0}, "'%s' %s", path, why);
}

/* What libarchive has to say, once. */
static void check(struct written *w, la_ssize_t done)
{
	if (done < ARCHIVE_OK && w->diag->errors == 0)
		diag_add(w->diag, SEVERITY_ERROR, "E753", (struct place){0, 0},
			 "the file cannot be written: %s", archive_error_string(w->zip));
}

/* False: it would not be read again. */
static bool begin_entry(struct written *w, const char *name, int64_t size)
{
	struct archive_entry *e;

	if (packzip_name_fault(name))
		refuse(w, name, "has a name that cannot stand in a .quiz; give it another");
	else if (++w->entries > PACKZIP_ENTRIES)
		refuse(w, name, "is too much: a .quiz has at most 4,096 files");
	else if ((w->bytes += size) > PACKZIP_BYTES)
		refuse(w, name, "is too much: a .quiz has at most 1 GiB");
	if (w->diag->errors > 0)
		return false;
	e = archive_entry_new();
	archive_entry_set_pathname_utf8(e, name);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_perm(e, 0644);
	archive_entry_set_size(e, size);
	archive_entry_set_mtime(e, 315532800, 0); /* 1980, where a zip's time begins */
	check(w, archive_write_header(w->zip, e));
	archive_entry_free(e);
	return w->diag->errors == 0;
}

static void add_file(struct written *w, const char *path, enum media kind)
{
	char block[1 << 16];
	ssize_t got;
	off_t size;
	int fd;

	if (!path || w->diag->errors > 0 || is_written(w, path))
		return;
	fd = media_open(w->pack->folder, path, kind);
	if (fd < 0 || (size = lseek(fd, 0, SEEK_END)) < 0 || lseek(fd, 0, SEEK_SET) != 0)
		refuse(w, path, "can no longer be read");
	else if (begin_entry(w, path, size))
		while ((got = read(fd, block, sizeof block)) > 0)
			check(w, archive_write_data(w->zip, block, (size_t)got));
	if (fd >= 0)
		close(fd);
}

static void add_files(struct written *w)
{
	const struct pack *p = w->pack;

	add_file(w, p->cover, MEDIA_PICTURE);
	for (int i = 0; i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];
		add_file(w, q->image, MEDIA_PICTURE);
		add_file(w, q->audio, MEDIA_SOUND);
		for (int k = 0; k < q->nchoices; k++)
			add_file(w, q->choices[k].image, MEDIA_PICTURE);
	}
}

static la_ssize_t write_bytes(struct archive *a, void *out, const void *bytes, size_t n)
{
	(void)a;
	return fwrite(bytes, 1, n, out) == n ? (la_ssize_t)n : -1;
}

void export_quiz(FILE *out, const struct pack *p, struct diag *d)
{
	struct written w = {.pack = p, .diag = d, .zip = archive_write_new()};
	struct packzip_names names;
	size_t n;
	char *text = pack_bytes(p->path, &n, d);

	packzip_names_begin(&names);
	if (text && w.zip) {
		archive_write_set_format_zip(w.zip);
		archive_write_set_options(w.zip, "zip:hdrcharset=UTF-8");
		archive_write_set_bytes_per_block(w.zip, 0);
		check(&w, archive_write_open(w.zip, out, NULL, write_bytes, NULL));
		if (begin_entry(&w, "pack.ini", (int64_t)n))
			check(&w, archive_write_data(w.zip, text, n));
		add_files(&w);
		check(&w, archive_write_close(w.zip));
	}
	archive_write_free(w.zip);
	packzip_names_end(&names);
	free(w.paths);
	free(text);
}
