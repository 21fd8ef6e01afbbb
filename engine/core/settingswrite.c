/* The file as it was, but for the lines of what changed; beside it first, then over it. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "outfile.h"
#include "settingsread.h"

static const char heading[] =
	"# What is set in Stairwell. It changes this file when something is set in the game;\n"
	"# lines it does not know it leaves alone.\n";
static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* How the file ends its lines. */
static const char *line_end(const struct ini_text *t)
{
	const char *first = t->n > 0 ? memchr(t->s, '\n', t->n) : NULL;

	if (t->newline == '\r')
		return "\r";
	return first && first > t->s && first[-1] == '\r' ? "\r\n" : "\n";
}

static void write_setting(FILE *out, const struct settings_file *f, const struct settings *s,
			  enum setting k)
{
	char text[SETTING_CHARS];

	setting_text(s, k, text);
	fprintf(out, "%s =%s%s%s", setting_rows[k].key, *text ? " " : "", text, line_end(&f->text));
}

static bool is_bad(const struct diag *d, int line)
{
	for (int i = 0; i < d->n; i++)
		if (d->findings[i].severity == SEVERITY_ERROR && d->findings[i].at.line == line)
			return true;
	return false;
}

static int setting_on(const struct settings_file *f, int line)
{
	for (int k = 0; k < SETTINGS; k++)
		if (f->line[k] == line)
			return k;
	return -1;
}

static void write_new(FILE *out, const struct settings_file *f, const struct diag *d,
		      const struct settings *s, const bool changed[SETTINGS])
{
	for (int k = 0; k < SETTINGS; k++)
		if (changed[k] && (!f->line[k] || is_bad(d, f->line[k])))
			write_setting(out, f, s, (enum setting)k);
}

static void write_all(FILE *out, const struct settings_file *f, const struct diag *d,
		      const struct settings *s, const bool changed[SETTINGS])
{
	const char *at = f->text.s, *end = at + f->text.n;
	bool gone = false; /* the line before, and what goes on with it */

	if (f->text.n == 0)
		fprintf(out, "%s", heading);
	else if (at == f->bytes + strlen(byte_order_mark))
		fprintf(out, "%s", byte_order_mark);
	for (int line = 1; at < end; line++) {
		const char *stop = memchr(at, f->text.newline, (size_t)(end - at));
		size_t n = stop ? (size_t)(stop + 1 - at) : (size_t)(end - at);
		int k = setting_on(f, line);

		if (line == f->section)
			write_new(out, f, d, s, changed);
		if (is_bad(d, line)) {
			gone = true;
		} else if (k >= 0 && changed[k]) {
			write_setting(out, f, s, (enum setting)k);
			gone = true;
		} else if (k >= 0 || !gone || !strchr(" \t|", *at)) {
			fwrite(at, 1, n, out);
			if (!stop)
				fprintf(out, "%s", line_end(&f->text));
			gone = false;
		}
		at += n;
	}
	if (!f->section)
		write_new(out, f, d, s, changed);
}

/* A second name for the file that is about to be replaced; where links are unknown, its only one.
 */
static void set_aside(const char *path)
{
	char broken[PATH_MAX + 8];

	snprintf(broken, sizeof broken, "%s.broken", path);
	unlink(broken);
	if (link(path, broken) != 0)
		rename(path, broken);
}

/* False: see errno, and nothing is left behind. */
static bool close_written(FILE *out)
{
	bool good = fflush(out) == 0 && fsync(fileno(out)) == 0;
	int why = errno;

	if (fclose(out) != 0 && good)
		return false;
	errno = why;
	return good;
}

static bool replace(const char *path, const struct settings *s, const bool changed[SETTINGS])
{
	char beside[PATH_MAX + 8];
	struct settings_file f;
	struct stat st;
	struct diag d;

	snprintf(beside, sizeof beside, "%s.XXXXXX", path);
	int fd = mkostemp(beside, O_CLOEXEC);
	FILE *out = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (!out) {
		int why = errno;
		if (fd >= 0) {
			close(fd);
			unlink(beside);
		}
		errno = why;
		return false;
	}
	if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
		fchmod(fd, st.st_mode & 0777);
	diag_init(&d, path);
	settings_open(&f, path, &d);
	write_all(out, &f, &d, s, changed);
	settings_close(&f);
	bool good = close_written(out);
	if (good && d.errors > 0)
		set_aside(path);
	good = good && rename(beside, path) == 0;
	diag_finish(&d);
	if (!good) {
		int why = errno;
		unlink(beside);
		errno = why;
		return false;
	}
	outfile_sync(beside);
	return true;
}

bool settings_write(const char *path, const struct settings *s, const bool changed[SETTINGS])
{
	char whole[PATH_MAX]; /* what a link to the file leads to is replaced, not the link */

	if (!realpath(path, whole)) {
		if (strlen(path) >= sizeof whole) {
			errno = ENAMETOOLONG;
			return false;
		}
		strcpy(whole, path);
		outfile_folders(whole);
	}
	return replace(whole, s, changed);
}
