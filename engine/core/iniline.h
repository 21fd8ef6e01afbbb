/*
 * Private to the reading of INI files. iniread.c speaks with libinih, piece by piece; iniline.c
 * tells what a line is, inibytes.c what bytes it has, inisay.c what is wrong with it.
 */
#ifndef INILINE_H
#define INILINE_H

#include "iniread.h"

/* Kinds of bytes in a line. */
enum { SCAN_HIGH = 1, SCAN_CONTROL = 2, SCAN_SEMICOLON = 4 };

enum join { JOIN_NONE, JOIN_SPACE, JOIN_LINE };

/* Lines with bytes that are not UTF-8: how many, and what was said of the first. */
struct bad_lines {
	int n, first;
	const char *code;
};

struct reader {
	const struct ini_text *text;
	const struct ini_events *events;
	const char *at, *end; /* the next line; the end of the text */
	int line;             /* of `at`, from 1 */
	int sections;
	bool stopped; /* the caller wants no more */

	struct bad_lines bad_lines[2]; /* comments are the second */

	/* What is still to go through inih of the line at hand. */
	const char *piece, *piece_end;
	bool first;     /* the next piece begins with the key */
	int kinds;      /* SCAN_... of the line */
	enum join join; /* goes before the next piece */
	size_t given;   /* bytes of the piece that went in */
	bool awaited;   /* and has not come out yet */
	struct textpos line_at;

	/* The value at hand. */
	bool open, too_long;
	bool dropping; /* the line before was no key: more of the same is the same mistake */
	struct ini_value value;
	size_t key_indent;
	char name[INI_KEY + 1];
	char *buffer;
	size_t room;
};

/* A line that may be a key. */
struct line {
	const char *start, *s, *end; /* with its indent; its text */
	int kinds;
	char name[INI_KEY + 1]; /* of its key */
	size_t nname;           /* 0: it is none */
	int key;
	const char *mark; /* '=', ':' or ':=' */
	const char *text; /* behind it */
};

static inline struct textpos iniline_at(const struct reader *r, const char *p)
{
	return (struct textpos){(uint32_t)(p - r->text->s), r->line};
}

static inline const char *skip_blanks(const char *p, const char *end)
{
	while (p < end && ini_blank(*p))
		p++;
	return p;
}

static inline const char *trim_end(const char *p, const char *end)
{
	while (end > p && (ini_blank(end[-1]) || end[-1] == '\r'))
		end--;
	return end;
}

/* A byte of a key in lower case, '-' for '_'; 0 where it can't be in one. */
extern const char iniline_folded[256];

static inline char fold_byte(char c)
{
	return iniline_folded[(unsigned char)c];
}

/* True where the line goes to inih: as a header in out, or as pieces. */
bool iniline_read(struct reader *r, const char *start, const char *line_end, char *out);

/* SCAN_... of a line. */
int inibytes_scan(const char *s, size_t n);

/* Says the first byte of a line that is no text; in a comment it does no harm. */
void inibytes_check(struct reader *r, const char *s, const char *end, int kinds, bool comment);

/* Of a header, from its bracket on, without a closing one; with text from s on, behind it. */
void inisay_open(struct reader *r, const char *s, const char *end);
void inisay_text_behind(struct reader *r, const char *s, const char *end);

/* Of a line that is neither a key nor more of a value. Below another such one it is taken for more
 * of the same mistake, unless it begins as if with a key. */
void inisay_no_key(struct reader *r, const char *s, const char *end);

/* Of a ':' or ':=' behind the key r->name. */
void inisay_colon(struct reader *r, const struct line *l);

/* Hands the value at hand over, if there is one; false: no more is wanted. */
bool iniread_finish_value(struct reader *r);

#endif
