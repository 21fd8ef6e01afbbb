#include "fontfind.h"

#include <ini.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uscript.h>

static const char *const face_names[FACES] = {
	[FACE_TEXT] = "text", [FACE_MEDIUM] = "medium",   [FACE_SEMIBOLD] = "semibold",
	[FACE_BOLD] = "bold", [FACE_DISPLAY] = "display", [FACE_MONO] = "mono",
};

static const char *const hand_names[HAN_HONG_KONG + 1] = {
	[HAN_JAPANESE] = "ja",         [HAN_KOREAN] = "ko",       [HAN_SIMPLIFIED] = "zh-Hans",
	[HAN_TRADITIONAL] = "zh-Hant", [HAN_HONG_KONG] = "zh-HK",
};

bool fontfind_is_bold(enum face face)
{
	return face == FACE_SEMIBOLD || face == FACE_BOLD || face == FACE_DISPLAY;
}

void fontfind_note(struct font_set *f, const char *format, ...)
{
	char line[256];
	va_list args;
	va_start(args, format);
	vsnprintf(line, sizeof line - 1, format, args);
	va_end(args);
	strcat(line, "\n");
	if (!strstr(f->notes, line) && strlen(f->notes) + strlen(line) < sizeof f->notes)
		strcat(f->notes, line);
}

static bool has_family(FcPattern *p, const char *family)
{
	FcChar8 *s;
	for (int i = 0; FcPatternGetString(p, FC_FAMILY, i, &s) == FcResultMatch; i++) {
		if (!FcStrCmpIgnoreCase(s, (const FcChar8 *)family))
			return true;
	}
	return false;
}

/* Only the first style counts: "Inter Black" lists "Regular" as its second. */
static FcPattern *find_exact(FcConfig *config, const char *family, const char *style)
{
	FcFontSet *all = FcConfigGetFonts(config, FcSetSystem);
	for (int i = 0; all && i < all->nfont; i++) {
		FcPattern *p = all->fonts[i];
		FcBool variable = FcFalse;
		FcChar8 *s;
		FcPatternGetBool(p, FC_VARIABLE, 0, &variable);
		if (!variable && has_family(p, family) &&
		    FcPatternGetString(p, FC_STYLE, 0, &s) == FcResultMatch &&
		    !FcStrCmpIgnoreCase(s, (const FcChar8 *)style))
			return p;
	}
	return NULL;
}

/* The number of the pattern's file among the set's, added if it is new; -1: no room, or no file. */
static int add_file(struct font_set *f, FcPattern *p, float scale, float drop)
{
	struct font_file new = {.scale = scale, .drop = drop};
	FcChar8 *path;
	FcCharSet *chars;
	if (FcPatternGetString(p, FC_FILE, 0, &path) != FcResultMatch ||
	    FcPatternGetCharSet(p, FC_CHARSET, 0, &chars) != FcResultMatch)
		return -1;
	FcPatternGetInteger(p, FC_INDEX, 0, &new.index);
	new.path = (const char *)path;
	new.chars = chars;
	for (int i = 0; i < f->nfiles; i++) {
		const struct font_file *old = &f->file[i];
		if (old->index == new.index && old->scale == scale && old->drop == drop &&
		    !strcmp(old->path, new.path))
			return i;
	}
	if (f->nfiles == FONT_FILES)
		return -1;
	f->file[f->nfiles] = new;
	return f->nfiles++;
}

static void chain_add(struct font_chain *c, int file)
{
	if (file >= 0 && c->n < FONT_CHAIN)
		c->file[c->n++] = file;
}

static char *trim(char *s)
{
	s += strspn(s, " \t");
	for (size_t n = strlen(s); n && strchr(" \t", s[n - 1]); n--)
		s[n - 1] = 0;
	return s;
}

/* "family, style, scale, drop" */
static void add_font(struct font_set *f, struct font_chain *chain, const char *value)
{
	char copy[256], *rest = copy, *part[4] = {0};
	snprintf(copy, sizeof copy, "%s", value);
	for (int i = 0; i < 4 && rest; i++)
		part[i] = trim(strsep(&rest, ","));
	const char *family = part[0], *style = part[1] ? part[1] : "Regular";
	float scale = part[2] ? strtof(part[2], NULL) : 1;
	float drop = part[3] ? strtof(part[3], NULL) : 0;
	FcPattern *p = find_exact(f->config, family, style);
	if (p)
		chain_add(chain, add_file(f, p, scale > .1f && scale < 4 ? scale : 1, drop));
	else
		fontfind_note(f, "the font %s is not installed whole; another takes its place",
			      family);
}

static struct font_script *script_of(struct font_set *f, const char *name)
{
	UErrorCode error = U_ZERO_ERROR;
	UScriptCode code;
	if (uscript_getCode(name, &code, 1, &error) != 1 || U_FAILURE(error))
		return NULL;
	for (int i = 0; i < f->nscripts; i++) {
		if (f->script[i].code == (int)code)
			return &f->script[i];
	}
	if (f->nscripts == FONT_SCRIPTS)
		return NULL;
	f->script[f->nscripts].code = (int)code;
	return &f->script[f->nscripts++];
}

static int on_key(void *user, const char *section, const char *key, const char *value)
{
	struct font_set *f = user;
	struct font_chain *chain = NULL;
	int bold = !strcmp(key, "bold");
	if (!strncmp(section, "face ", 5)) {
		for (int i = 0; i < FACES; i++) {
			if (!strcmp(section + 5, face_names[i]))
				chain = &f->face[i];
		}
	} else if (!strncmp(section, "script ", 7)) {
		struct font_script *script = script_of(f, section + 7);
		if (script)
			chain = &script->chain[bold];
	} else if (!strncmp(section, "language ", 9)) {
		for (int i = HAN_ANY + 1; i <= HAN_HONG_KONG; i++) {
			if (!strcmp(section + 9, hand_names[i]))
				chain = &f->hand[i][bold];
		}
	} else if (!strcmp(section, "fallback")) {
		chain = &f->last[bold];
	}
	if (chain)
		add_font(f, chain, value);
	else
		fontfind_note(f, "fonts.ini: nobody knows what [%s] is", section);
	return 1;
}

/* The sans-serif file that fontconfig offers, for a character if it isn't 0; -1: none. */
static int add_sans(struct font_set *f, int bold, uint32_t code)
{
	FcPattern *wanted = FcPatternCreate();
	FcCharSet *chars = FcCharSetCreate();
	FcResult result;
	FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)"sans-serif");
	FcPatternAddInteger(wanted, FC_WEIGHT, bold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
	FcPatternAddBool(wanted, FC_VARIABLE, FcFalse);
	FcPatternAddBool(wanted, FC_COLOR, FcFalse);
	if (code) {
		FcCharSetAddChar(chars, code);
		FcPatternAddCharSet(wanted, FC_CHARSET, chars);
	}
	FcConfigSubstitute(f->config, wanted, FcMatchPattern);
	FcDefaultSubstitute(wanted);
	FcPattern *p = FcFontMatch(f->config, wanted, &result);
	FcPatternDestroy(wanted);
	FcCharSetDestroy(chars);
	int before = f->nfiles, file = p ? add_file(f, p, 1, 0) : -1;
	if (f->nfiles > before)
		f->matched[f->nmatched++] = p; /* the file's path and characters live in it */
	else if (p)
		FcPatternDestroy(p);
	return file;
}

/* The file the system has for a character that is in none of the list's; -1: none. Fontconfig takes
 * milliseconds to say so, and is asked for every line that is drawn. */
static int ask_system(struct font_set *f, int bold, uint32_t code)
{
	uint32_t at = code % FONT_ASKED;

	if (f->asked[bold][at].code != code) {
		int file = add_sans(f, bold, code);
		if (file >= 0 && !FcCharSetHasChar(f->file[file].chars, code))
			file = -1;
		f->asked[bold][at].code = code;
		f->asked[bold][at].file = file;
	}
	return f->asked[bold][at].file;
}

bool fontfind_load(struct font_set *f, const char *ini)
{
	memset(f, 0, sizeof *f);
	f->config = FcInitLoadConfigAndFonts();
	if (!f->config)
		return false;
	int error = ini ? ini_parse(ini, on_key, f) : -1;
	if (error < 0)
		fontfind_note(f, "%s cannot be read: the system's sans-serif font is used",
			      ini ? ini : "fonts.ini");
	else if (error > 0)
		fontfind_note(f, "%s:%d: this line was not understood", ini, error);
	for (int i = 0; i < FACES; i++) {
		if (!f->face[i].n)
			chain_add(&f->face[i], add_sans(f, fontfind_is_bold(i), 0));
	}
	for (int bold = 0; bold < 2; bold++)
		chain_add(&f->last[bold], add_sans(f, bold, 0));
	return f->nfiles > 0;
}

void fontfind_finish(struct font_set *f)
{
	for (int i = 0; i < f->nmatched; i++)
		FcPatternDestroy(f->matched[i]);
	if (f->config)
		FcConfigDestroy(f->config);
}

static int pick_from(const struct font_set *f, const struct font_chain *c, const uint32_t *code,
		     int n)
{
	for (int i = 0; i < c->n; i++) {
		int have = 0;
		while (have < n && FcCharSetHasChar(f->file[c->file[i]].chars, code[have]))
			have++;
		if (have == n)
			return c->file[i];
	}
	return -1;
}

int fontfind_pick(struct font_set *f, enum face face, int script, enum han han,
		  const uint32_t *code, int n)
{
	bool bold = fontfind_is_bold(face);
	int file = pick_from(f, &f->face[face], code, n);
	if (file < 0)
		file = pick_from(f, &f->hand[han][bold], code, n);
	for (int i = 0; file < 0 && i < f->nscripts; i++) {
		if (f->script[i].code == script)
			file = pick_from(f, &f->script[i].chain[bold], code, n);
	}
	if (file < 0)
		file = pick_from(f, &f->last[bold], code, n);
	for (int i = 0; file < 0 && i < f->nscripts; i++)
		file = pick_from(f, &f->script[i].chain[bold], code, n);
	if (file < 0) { /* not listed, but the system may have one */
		int other = ask_system(f, bold, code[0]);
		for (int i = 0; other >= 0 && i < n; i++)
			other = FcCharSetHasChar(f->file[other].chars, code[i]) ? other : -1;
		file = other;
	}
	return file;
}
