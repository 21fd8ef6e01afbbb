/*
 * libinih, made safe for prose.
 *
 * Plain inih cuts lines at 199 bytes, ends a value at " ;", splits a key at the first colon and
 * miscounts lines. Here every line still goes through it (ini_parse_stream), but as short pieces in
 * which text is guarded, and in lock step with its handler, so that each value arrives whole, to
 * the letter and with its exact place, whatever INI_MAX_LINE (64 or more) the library was built
 * with.
 *
 * A value goes on over indented lines, folded with one space; a line that begins with '|' is a new
 * line and keeps its spacing. A comment is a whole line that begins with ';' or '#'. An indented
 * line that reads like a key the caller knows is that key. A place in the text is a `struct
 * textpos`.
 */
#ifndef INIREAD_H
#define INIREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"

enum {
	INI_FILE = 256 << 20, /* bytes */
	INI_VALUE = 1 << 20,  /* bytes */
	INI_HEADER = 120,     /* characters between the brackets */
	INI_KEY = 40,         /* bytes */
};

/* A file's text as UTF-8, borrowed from whoever gave the bytes unless it had to be decoded. */
struct ini_text {
	const char *s;
	size_t n;
	const char *bytes; /* what it was read from, borrowed */
	size_t nbytes;
	char newline; /* '\n', or '\r' in a file that has only those */
	char *own;    /* decoded from UTF-16; NULL when borrowed */
	struct diag *diag;
};

static inline bool ini_blank(char c)
{
	return c == ' ' || c == '\t';
}

struct textpos {
	uint32_t offset; /* bytes from the start of the text */
	int line;        /* from 1; 0: the file as a whole */
};

struct ini_value {
	int key;          /* what the caller's `key` said */
	const char *name; /* the key in lower case with '-' for '_' */
	size_t nname;
	const char *s; /* the value, NUL-terminated, gone after the call */
	size_t n;
	struct textpos key_at, at;
};

/* Findings about a line come after the call for its header and before the call for its value. */
struct ini_events {
	void *ctx;
	int (*key)(void *ctx, const char *name, size_t n); /* 0 or more: known; below 0: not */
	/* A known key that an indented word may stand for, or NULL; else the next finding is of it.
	 */
	const char *(*nearest)(void *ctx, const char *name, size_t n);
	bool (*header)(void *ctx, const char *words,
		       size_t n); /* known? asked only of indented ones */
	/* What stands between the brackets, trimmed. False, here and from value: read no more. */
	bool (*section)(void *ctx, const char *words, size_t n, struct textpos at);
	bool (*value)(void *ctx, const struct ini_value *v);
	/* What to type in place of a line that is no key, header or text; `again`: the line above
	 * was one too, and NULL leaves this one unsaid. NULL, also as the function: no idea. */
	const char *(*stray)(void *ctx, const char *line, size_t n, struct textpos at, bool again);
};

/* The whole of a regular file, to be freed; NULL: see d. */
char *ini_load(const char *path, size_t *n, struct diag *d);

/* Finds out what the bytes are (byte-order mark, UTF-16, line ends); false: not a text, see d. */
bool ini_open(struct ini_text *t, const char *bytes, size_t n, struct diag *d);
void ini_close(struct ini_text *t);

/* False: section or value wanted no more. */
bool ini_read(const struct ini_text *t, const struct ini_events *events);

/* A finding at a spot with its excerpt; `width` in bytes from there, 0: to the end of its line. */
struct finding *ini_say(const struct ini_text *t, enum severity severity, const char *code,
			struct textpos at, size_t width, const char *format, ...)
	__attribute__((format(printf, 6, 7)));
/* The second place of a finding of the same text: where it is, its line, and what it is. */
void ini_second(const struct ini_text *t, struct finding *f, struct textpos at, const char *aside);
struct place ini_place(const struct ini_text *t, struct textpos at);

#endif
