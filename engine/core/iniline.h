/*
 * Private to the reading of INI files. iniread.c speaks with libinih, piece by piece; iniline.c
 * tells what a line is, and what is wrong with it.
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

/* True where the line goes to inih: as a header in out, or as pieces. */
bool iniline_read(struct reader *r, const char *start, const char *line_end, char *out);

/* Hands the value at hand over, if there is one; false: no more is wanted. */
bool iniread_finish_value(struct reader *r);

#endif
