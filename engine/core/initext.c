#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unicode/utf16.h>
#include <unistd.h>

#include "iniread.h"
#include "utf8.h"

enum {
	SNIFFED = 8 << 10, /* bytes looked at to tell what a file is */
	EXCERPT = 200,     /* characters of a line that are shown */
	BEFORE = 80,       /* of them before the place, where the line is cut in front */
};

static const struct place whole = {0, 0};

static char *read_all(int fd, size_t size, size_t *n, struct diag *d)
{
	char *bytes = malloc(size + 1);
	ssize_t got = 1;

	*n = 0;
	while (bytes && *n <= size && (got = read(fd, bytes + *n, size + 1 - *n)) > 0)
		*n += (size_t)got;
	if (bytes && got >= 0 && *n <= size)
		return bytes;
	if (!bytes)
		diag_add(d, SEVERITY_ERROR, "E102", whole,
			 "there is not enough memory to read this file");
	else if (got < 0)
		diag_add(d, SEVERITY_ERROR, "E102", whole, "this file cannot be read: %s",
			 strerror(errno));
	else
		diag_add(d, SEVERITY_ERROR, "E102", whole, "this file grew while it was read");
	free(bytes);
	return NULL;
}

char *ini_load(const char *path, size_t *n, struct diag *d)
{
	/* Without O_NONBLOCK a FIFO would wait for a writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;
	char *bytes = NULL;

	if (fd < 0 || fstat(fd, &st) != 0) {
		diag_add(d, SEVERITY_ERROR, "E101", whole, "this file cannot be opened: %s",
			 strerror(errno));
	} else if (S_ISDIR(st.st_mode)) {
		diag_add(d, SEVERITY_ERROR, "E103", whole, "this is a folder, not a file")->help =
			"name the .ini file in it";
	} else if (!S_ISREG(st.st_mode)) {
		diag_add(d, SEVERITY_ERROR, "E103", whole, "this is not a regular file")->help =
			"name a text file";
	} else if (st.st_size > INI_FILE) {
		diag_add(d, SEVERITY_ERROR, "E104", whole,
			 "this file has %lld bytes; at most %d (256 MiB) are read",
			 (long long)st.st_size, INI_FILE)
			->help = "make several packs of it";
	} else {
		bytes = read_all(fd, (size_t)st.st_size, n, d);
	}
	if (fd >= 0)
		close(fd);
	return bytes;
}

static unsigned unit_at(const char *bytes, size_t i, bool big)
{
	unsigned char a = (unsigned char)bytes[i], b = (unsigned char)bytes[i + 1];

	return big ? a << 8 | b : b << 8 | a;
}

/* About how the text is stored: to store it as it should be is the fix. */
static struct finding *note_storage(struct ini_text *t, const char *code, const char *message)
{
	struct finding *f = diag_add(t->diag, SEVERITY_NOTE, code, whole, "%s", message);

	diag_fix(t->diag, f, 0, 0, "", 0);
	return f;
}

/* Half a surrogate pair is written as it is, which is no UTF-8: its line will be complained of. */
static bool decode_utf16(struct ini_text *t, const char *bytes, size_t n, bool big)
{
	char *out = malloc(n / 2 * 3 + 1);
	size_t at = 0;

	if (!out) {
		diag_add(t->diag, SEVERITY_ERROR, "E102", whole,
			 "there is not enough memory to read this file");
		return false;
	}
	for (size_t i = 0; i + 1 < n; i += 2) {
		uint32_t code = unit_at(bytes, i, big);
		if (U16_IS_LEAD(code) && i + 3 < n && U16_IS_TRAIL(unit_at(bytes, i + 2, big))) {
			code = (uint32_t)U16_GET_SUPPLEMENTARY(code, unit_at(bytes, i + 2, big));
			i += 2;
		}
		at += (size_t)utf8_encode(code, out + at);
	}
	t->s = t->own = out;
	t->n = at;
	if (n % 2 != 0)
		diag_add(t->diag, SEVERITY_ERROR, "E107", whole,
			 "this UTF-16 file ends in the middle of a character")
			->help = "save it again, with the encoding UTF-8";
	else
		note_storage(t, "N502", "this file is stored as UTF-16; it was read all the same")
			->help = "save it with the encoding UTF-8: other programs read that too";
	return true;
}

enum kind { KIND_TEXT, KIND_UTF16_BIG, KIND_UTF16_LITTLE, KIND_BINARY };

static enum kind sniff(const char *bytes, size_t n)
{
	size_t look = n < SNIFFED ? n : SNIFFED, zeros[2] = {0, 0}, controls = 0;

	if (n >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0)
		return KIND_UTF16_LITTLE;
	if (n >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0)
		return KIND_UTF16_BIG;
	for (size_t i = 0; i < look; i++) {
		unsigned char c = (unsigned char)bytes[i];
		zeros[i % 2] += c == 0;
		controls += (c < 0x20 && !strchr("\t\n\r", c)) || c == 0;
	}
	if (zeros[0] == 0 && zeros[1] > look / 4)
		return KIND_UTF16_LITTLE;
	if (zeros[1] == 0 && zeros[0] > look / 4)
		return KIND_UTF16_BIG;
	return controls > 4 && controls > look / 32 ? KIND_BINARY : KIND_TEXT;
}

static bool is_blank(const char *s, size_t n)
{
	while (n > 0 && memchr(" \t\r\n", s[n - 1], 4))
		n--;
	return n == 0;
}

bool ini_open(struct ini_text *t, const char *bytes, size_t n, struct diag *d)
{
	enum kind kind = sniff(bytes, n);

	*t = (struct ini_text){
		.s = bytes, .n = n, .bytes = bytes, .nbytes = n, .newline = '\n', .diag = d};
	if (n > INI_FILE) {
		diag_add(d, SEVERITY_ERROR, "E104", whole,
			 "this file has %zu bytes; at most %d (256 MiB) are read", n, INI_FILE)
			->help = "make several packs of it";
		return false;
	}
	if (kind == KIND_BINARY) {
		bool office = n > 4 && (memcmp(bytes, "PK\3\4", 4) == 0 ||
					memcmp(bytes, "\xd0\xcf\x11\xe0", 4) == 0);
		diag_add(
			d, SEVERITY_ERROR, "E106", whole,
			office ? "this is a document of an office program or a zip, not a text file"
			       : "this is not a text file")
			->help =
			office ? "copy its text into a text editor, and save that with the "
				 "encoding UTF-8"
			       : "make it plain text: save it from a text editor, with the "
				 "encoding UTF-8";
		return false;
	}
	if (kind != KIND_TEXT && !decode_utf16(t, bytes, n, kind == KIND_UTF16_BIG))
		return false;
	if (t->n >= 3 && memcmp(t->s, "\xef\xbb\xbf", 3) == 0) {
		t->s += 3;
		t->n -= 3;
		if (!t->own)
			note_storage(t, "N501",
				     "this file begins with a byte-order mark; it was left out");
	}
	if (!memchr(t->s, '\n', t->n) && memchr(t->s, '\r', t->n)) {
		t->newline = '\r';
		note_storage(t, "N503",
			     "the lines of this file end in a carriage return alone, as on very "
			     "old computers");
	}
	if (is_blank(t->s, t->n)) {
		diag_add(d, SEVERITY_ERROR, "E105", whole, "this file is empty")->help =
			"begin it with a line: title = the name of the pack";
		return false;
	}
	return true;
}

void ini_close(struct ini_text *t)
{
	free(t->own);
	*t = (struct ini_text){0};
}

static const char *line_start(const struct ini_text *t, const char *p)
{
	const char *before = memrchr(t->s, t->newline, (size_t)(p - t->s));

	return before ? before + 1 : t->s;
}

static const char *line_end(const struct ini_text *t, const char *p)
{
	const char *end = memchr(p, t->newline, (size_t)(t->s + t->n - p));

	return end ? end : t->s + t->n;
}

struct place ini_place(const struct ini_text *t, struct textpos at)
{
	const char *p = t->s + at.offset;

	if (at.line == 0)
		return whole;
	return (struct place){at.line,
			      1 + utf8_length(line_start(t, p), (size_t)(p - line_start(t, p)))};
}

static const char *skip_characters(const char *s, const char *end, int count)
{
	uint32_t code;

	for (; count > 0 && s < end; count--) {
		int step = utf8_decode(s, (size_t)(end - s), &code);
		s += step ? step : 1;
	}
	return s;
}

/* One line of an excerpt; `from` characters of it are left out in front. */
static const char *excerpt_line(const struct ini_text *t, const char *p, int from)
{
	const char *start = skip_characters(line_start(t, p), line_end(t, p), from);
	const char *end = line_end(t, p), *stop;

	while (end > start && end[-1] == '\r')
		end--;
	stop = skip_characters(start, end, EXCERPT);
	if (from == 0 && stop == end)
		return diag_copy(t->diag, start, (size_t)(end - start));
	return diag_text(t->diag, "%s%s%s", from ? "…" : "",
			 diag_copy(t->diag, start, (size_t)(stop - start)), stop < end ? "…" : "");
}

static void add_excerpt(const struct ini_text *t, struct finding *f, const char *p)
{
	const char *start = line_start(t, p), *end = line_end(t, p);

	f->first_line = f->at.line;
	if (f->at.column > EXCERPT)
		f->left_out = f->at.column - BEFORE;
	if (start > t->s) {
		f->first_line--;
		f->excerpt[f->nexcerpt++] = excerpt_line(t, start - 1, 0);
	}
	f->excerpt[f->nexcerpt++] = excerpt_line(t, p, f->left_out);
	if (end + 1 < t->s + t->n)
		f->excerpt[f->nexcerpt++] = excerpt_line(t, end + 1, 0);
}

struct finding *ini_say(const struct ini_text *t, enum severity severity, const char *code,
			struct textpos at, size_t width, const char *format, ...)
{
	const char *p = t->s + at.offset;
	struct finding *f;
	char *message = NULL;
	va_list args;

	/* Beyond what is kept nobody will see it: finding the place would only cost time. */
	if (!diag_keeps(t->diag, severity))
		return diag_add(t->diag, severity, code, whole, "%s", "");
	va_start(args, format);
	if (vasprintf(&message, format, args) < 0)
		message = NULL;
	va_end(args);
	f = diag_add(t->diag, severity, code, ini_place(t, at), "%s", message ? message : "");
	free(message);
	if (at.line == 0 || f == &t->diag->spare)
		return f;
	if (width == 0)
		width = (size_t)(line_end(t, p) - p);
	while (width > 0 && (width > t->n - at.offset || strchr(" \t\r\n", p[width - 1])))
		width--;
	f->width = utf8_length(p, width);
	if (f->width < 1)
		f->width = 1;
	add_excerpt(t, f, p);
	return f;
}

void ini_second(const struct ini_text *t, struct finding *f, struct textpos at, const char *aside)
{
	if (f == &t->diag->spare)
		return;
	f->second = ini_place(t, at);
	f->aside = aside;
	if (f->second.column > EXCERPT)
		f->second_left_out = f->second.column - BEFORE;
	f->second_line = excerpt_line(t, t->s + at.offset, f->second_left_out);
}
