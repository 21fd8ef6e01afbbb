/*
 * Which font files there are for a face, a script and a character: fonts.ini, resolved by
 * fontconfig.
 *
 * A listed font counts only when fontconfig has exactly its family and style; it is never replaced
 * by what fontconfig thinks is near. What is missing is noted once. A character that no listed font
 * has may still be drawn by another font of the system. Nothing is opened here: the characters of a
 * font are known from fontconfig's own tables.
 */
#ifndef FONTFIND_H
#define FONTFIND_H

#include <fontconfig/fontconfig.h>
#include <stdbool.h>
#include <stdint.h>

#include "frame.h"

enum { FONT_FILES = 64, FONT_CHAIN = 16, FONT_SCRIPTS = 32, FONT_ASKED = 256 };

struct font_file {
	const char *path; /* fontconfig's */
	int index;        /* of the face in a collection */
	float scale, drop;
	const FcCharSet *chars;
};

struct font_chain {
	int n, file[FONT_CHAIN];
};

struct font_set {
	FcConfig *config;
	int nfiles, nscripts, nmatched;
	FcPattern *matched[FONT_FILES]; /* fontconfig's offers where the list had nothing */
	struct font_file file[FONT_FILES];
	struct font_chain face[FACES];
	struct font_chain last[2];                    /* regular, bold */
	struct font_chain hand[HAN_HONG_KONG + 1][2]; /* whose Chinese characters */
	struct font_script {
		int code; /* ICU's UScriptCode */
		struct font_chain chain[2];
	} script[FONT_SCRIPTS];
	struct {
		uint32_t code;
		int file;       /* -1: the system has none */
	} asked[2][FONT_ASKED]; /* what was asked of fontconfig last, at code % FONT_ASKED */
	char notes[4096];
};

/* False: not a single font. The set holds what there is, and notes, either way. */
bool fontfind_load(struct font_set *f, const char *ini);
void fontfind_finish(struct font_set *f);

void fontfind_note(struct font_set *f, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

bool fontfind_is_bold(enum face face);

/* The file that draws all n characters in this face; -1: none has them all. */
int fontfind_pick(struct font_set *f, enum face face, int script, enum han han,
		  const uint32_t *code, int n);

#endif
