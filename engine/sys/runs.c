#include "runs.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

struct runs *runs_create(void)
{
	struct runs *r = calloc(1, sizeof *r);
	UErrorCode error = U_ZERO_ERROR;
	if (!r)
		return NULL;
	r->bidi = ubidi_open();
	r->breaks = ubrk_open(UBRK_CHARACTER, "en", NULL, 0, &error);
	if (!r->bidi || U_FAILURE(error)) {
		runs_destroy(r);
		return NULL;
	}
	return r;
}

void runs_destroy(struct runs *r)
{
	if (!r)
		return;
	if (r->bidi)
		ubidi_close(r->bidi);
	if (r->breaks)
		ubrk_close(r->breaks);
	free(r);
}

/* Joiners shape Arabic and Indic text; in other scripts they are only width that isn't there. */
static bool is_drawn(uint32_t c, uint32_t before)
{
	if (c == 0x200C || c == 0x200D)
		return before >= 0x0600 && before < 0x1100;
	return !u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
	       u_charType((UChar32)c) != U_CONTROL_CHAR && c != 0x2028 && c != 0x2029;
}

/* What comes before the line is among its characters, and not drawn. */
static bool decode(struct runs *r, struct reading how, const char *s, size_t n)
{
	bool matters = how.before && (how.rtl || how.before >= 0x0590);
	bool plain = !how.rtl && !matters;
	uint32_t before = 0;
	r->c.n = r->c.units = 0;
	if (matters) {
		r->c.code[0] = how.before;
		r->c.drawn[0] = false;
		r->c.unit_of[0] = 0;
		U16_APPEND_UNSAFE(r->c.unit, r->c.units, how.before);
		r->c.n = 1;
	}
	for (int at = 0, end = n < LINE_BYTES ? (int)n : LINE_BYTES;
	     at < end && r->c.n < LINE_BYTES;) {
		int32_t code;
		U8_NEXT(s, at, end, code);
		uint32_t c = code < 0 ? 0xFFFD : code == '\t' ? ' ' : (uint32_t)code;
		int i = r->c.n++;
		r->c.code[i] = c;
		r->c.drawn[i] = is_drawn(c, before);
		r->c.unit_of[i] = r->c.units;
		U16_APPEND_UNSAFE(r->c.unit, r->c.units, c);
		plain = plain && c < 0x0300;
		before = c;
	}
	return plain;
}

static void find_levels_and_clusters(struct runs *r, bool rtl, bool plain)
{
	UErrorCode error = U_ZERO_ERROR;
	memset(r->c.level, 0, sizeof *r->c.level * (size_t)r->c.n);
	memset(r->c.begins, plain, sizeof *r->c.begins * (size_t)r->c.n);
	if (plain)
		return;
	ubidi_setPara(r->bidi, r->c.unit, r->c.units, rtl ? 1 : 0, NULL, &error);
	const UBiDiLevel *levels = ubidi_getLevels(r->bidi, &error);
	ubrk_setText(r->breaks, r->c.unit, r->c.units, &error);
	for (int i = 0; i < r->c.n; i++) {
		if (U_SUCCESS(error))
			r->c.level[i] = levels[r->c.unit_of[i]];
		r->c.begins[i] = U_FAILURE(error) || ubrk_isBoundary(r->breaks, r->c.unit_of[i]);
	}
}

static bool is_shared(int script)
{
	return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

/*
 * Characters that belong to no script take that of the letters before them, or else after them; Han
 * takes that of its neighbours' language.
 */
static void find_scripts(struct runs *r, bool plain)
{
	int last = USCRIPT_COMMON, han = USCRIPT_HAN;
	for (int i = 0; i < r->c.n; i++) {
		UErrorCode error = U_ZERO_ERROR;
		int script = plain ? USCRIPT_LATIN
				   : (int)uscript_getScript((UChar32)r->c.code[i], &error);
		r->c.script[i] = (int16_t)script;
		if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
		    script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO)
			han = script;
	}
	for (int i = r->c.n - 1; i >= 0; i--) {
		if (!is_shared(r->c.script[i]))
			last = r->c.script[i];
	}
	if (last == USCRIPT_COMMON)
		last = USCRIPT_LATIN;
	for (int i = 0; i < r->c.n; i++) {
		if (is_shared(r->c.script[i]))
			r->c.script[i] = (int16_t)last;
		else if (r->c.script[i] == USCRIPT_HAN)
			r->c.script[i] = (int16_t)han;
		last = r->c.script[i];
	}
}

static int cluster_end(const struct runs *r, int i)
{
	do
		i++;
	while (i < r->c.n && !r->c.begins[i]);
	return i;
}

/* One U+FFFD for a character that no font has. */
static int stand_in(struct runs *r, struct font_set *set, enum face face, int first, int end)
{
	const uint32_t code = 0xFFFD;

	for (int j = first; j < end; j++)
		r->c.drawn[j] = j == first;
	r->c.code[first] = code;
	return fontfind_pick(set, face, r->c.script[first], HAN_ANY, &code, 1);
}

/* A space goes with the font before it, so that it parts no run. */
static void find_files(struct runs *r, struct font_set *set, enum face face, enum han han)
{
	int before = -1;
	for (int i = 0, end; i < r->c.n; i = end) {
		uint32_t code[16];
		int n = 0, file = -1;
		end = cluster_end(r, i);
		for (int j = i; j < end && n < 16; j++) {
			if (r->c.drawn[j] && r->c.code[j] != 0x200C && r->c.code[j] != 0x200D)
				code[n++] = r->c.code[j];
		}
		if (n && code[0] == ' ' && before >= 0 &&
		    FcCharSetHasChar(set->file[before].chars, ' '))
			file = before;
		else if (n)
			file = fontfind_pick(set, face, r->c.script[i], han, code, n);
		/* A letter whose mark is missing is still that letter. */
		if (n > 1 && file < 0) {
			file = fontfind_pick(set, face, r->c.script[i], han, code, 1);
			for (int j = i; file >= 0 && j < end; j++)
				if (r->c.drawn[j] &&
				    !FcCharSetHasChar(set->file[file].chars, r->c.code[j])) {
					r->c.drawn[j] = false;
					r->missing = r->missing ? r->missing : r->c.code[j];
				}
		}
		if (n && file < 0) {
			if (!r->missing)
				r->missing = code[0];
			file = stand_in(r, set, face, i, end);
		}
		if (file < 0)
			file = n || before < 0 ? set->face[face].file[0] : before;
		for (int j = i; j < end; j++)
			r->c.file[j] = (int16_t)file;
		before = file;
	}
}

/*
 * Inter draws "->" as an arrow and "2x2" with a multiplication sign. Prose says what its author
 * wrote: such neighbours are shaped apart.
 */
static bool is_apart(const struct runs *r, int i)
{
	uint32_t a = r->c.code[i - 1], b = r->c.code[i];
	if (a > 126 || b > 126)
		return false;
	return (ispunct((int)a) && ispunct((int)b)) || (isdigit((int)a) && b == 'x') ||
	       (a == 'x' && isdigit((int)b));
}

static bool can_join(int script)
{
	static const int16_t free[] = {
		USCRIPT_LATIN,    USCRIPT_GREEK,    USCRIPT_CYRILLIC, USCRIPT_HEBREW,
		USCRIPT_HAN,      USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL,
		USCRIPT_BOPOMOFO, USCRIPT_ARMENIAN, USCRIPT_GEORGIAN, USCRIPT_THAI,
	};
	for (size_t i = 0; i < sizeof free / sizeof *free; i++) {
		if (free[i] == script)
			return false;
	}
	return true;
}

static void add_run(struct runs *r, int *bytes, int first, int end)
{
	struct run run = {.file = r->c.file[first],
			  .start = *bytes,
			  .cluster = r->nclusters,
			  .rtl = r->c.level[first] & 1,
			  .joins = can_join(r->c.script[first])};
	strncpy(run.script, uscript_getShortName((UScriptCode)r->c.script[first]), 4);
	for (int i = first; i < end; i = cluster_end(r, i)) {
		int start = *bytes;
		for (int j = i; j < end && j < cluster_end(r, i); j++) {
			if (r->c.drawn[j])
				U8_APPEND_UNSAFE(r->text, *bytes, r->c.code[j]);
		}
		if (*bytes > start)
			r->cluster[r->nclusters++] = start;
	}
	r->cluster[r->nclusters] = *bytes;
	run.n = *bytes - run.start;
	run.nclusters = r->nclusters - run.cluster;
	if (run.n)
		r->run[r->nruns++] = run;
}

void runs_split(struct runs *r, struct font_set *set, enum face face, struct reading how,
		const char *s, size_t n)
{
	bool plain = decode(r, how, s, n);
	int bytes = 0;
	UBiDiLevel *levels = r->c.level;
	r->nruns = r->nclusters = 0;
	r->missing = 0;
	r->cluster[0] = 0;
	find_levels_and_clusters(r, how.rtl, plain);
	find_scripts(r, plain);
	find_files(r, set, face, how.han);
	for (int i = 0, end; i < r->c.n; i = end) {
		end = cluster_end(r, i);
		while (end < r->c.n && levels[end] == levels[i] &&
		       r->c.script[end] == r->c.script[i] && r->c.file[end] == r->c.file[i] &&
		       !is_apart(r, end))
			end = cluster_end(r, end);
		UBiDiLevel level = levels[i];
		int before = r->nruns;
		add_run(r, &bytes, i, end);
		if (r->nruns > before)
			levels[before] = level; /* of a run from here on: there are never more than
						   characters */
	}
	ubidi_reorderVisual(levels, r->nruns, r->order);
}
