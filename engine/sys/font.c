#include "font.h"

#include <SDL_ttf.h>
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "cache.h"
#include "runs.h"
#include "strip.h"

enum {
	RULER_PX = 512, /* widths come from this size, and scale: no size is opened to measure */
	OPEN_SIZES = 32,
	MASK_PX = 4096, /* wider than any screen a line is drawn on */
	MASK_BYTES = 16 << 20,
	WIDTHS = 4096,
	WAYS = 8, /* places for texts of one hash: measured by turns, they don't push each other out
		   */
};

struct sized {
	int file, quarters;
	unsigned long used;
	TTF_Font *font;
};

struct width {
	char *text; /* n bytes, and its face: texts with one hash are told apart */
	size_t n;
	enum face face;
	float em; /* at a size of 1 px, without tracking */
	int gaps; /* how often tracking is added */
};

struct fonts {
	struct font_set set;
	struct runs *runs;
	struct cache *masks;
	TTF_Font *ruler[FONT_FILES];
	struct sized open[OPEN_SIZES];
	unsigned long uses;
	bool ready, told; /* told: of the first character that is missing */
	struct width width[WIDTHS];
	struct strip strip;
};

/* Sizes are counted in quarters of a pixel. */
static int quarters_of(float px)
{
	return px < 1 ? 4 : (int)(px * 4 + .5f);
}

static float whole_of(float px)
{
	return (float)quarters_of(px) / 4;
}

/* SDL_ttf takes whole points: one point at so many dots an inch is any size. */
static TTF_Font *open_font(struct fonts *f, int file, int quarters)
{
	const struct font_file *from = &f->set.file[file];
	unsigned dpi = (unsigned)quarters * 72 / 4;
	TTF_Font *font = TTF_OpenFontIndexDPI(from->path, 1, from->index, dpi, dpi);
	if (!font) {
		fontfind_note(&f->set, "the font %s cannot be opened", from->path);
		return NULL;
	}
	TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
	TTF_SetFontKerning(font, 1);
	return font;
}

/* The file itself, or when it cannot be opened, the first that can. */
static TTF_Font *ruler_of(struct fonts *f, int *file)
{
	if (!f->ruler[*file])
		f->ruler[*file] = open_font(f, *file, RULER_PX * 4);
	for (int i = 0; !f->ruler[*file] && i < f->set.nfiles; i++) {
		if (!f->ruler[i])
			f->ruler[i] = open_font(f, i, RULER_PX * 4);
		if (f->ruler[i])
			*file = i;
	}
	return f->ruler[*file];
}

static TTF_Font *sized_of(struct fonts *f, int file, int quarters)
{
	struct sized *oldest = f->open;
	for (int i = 0; i < OPEN_SIZES; i++) {
		struct sized *s = &f->open[i];
		if (s->font && s->file == file && s->quarters == quarters) {
			s->used = ++f->uses;
			return s->font;
		}
		if (s->used < oldest->used)
			oldest = s;
	}
	if (oldest->font)
		TTF_CloseFont(oldest->font);
	*oldest = (struct sized){file, quarters, ++f->uses, open_font(f, file, quarters)};
	return oldest->font;
}

struct fonts *fonts_open(const char *ini)
{
	struct fonts *f = calloc(1, sizeof *f);
	if (!f)
		return NULL;
	int first = 0;
	f->ready = TTF_Init() == 0;
	f->runs = runs_create();
	f->masks = cache_create(MASK_BYTES);
	if (f->ready && f->runs && f->masks && fontfind_load(&f->set, ini) && ruler_of(f, &first))
		return f;
	fonts_close(f);
	return NULL;
}

void fonts_close(struct fonts *f)
{
	if (!f)
		return;
	for (int i = 0; i < OPEN_SIZES; i++) {
		if (f->open[i].font)
			TTF_CloseFont(f->open[i].font);
	}
	for (int i = 0; i < FONT_FILES; i++) {
		if (f->ruler[i])
			TTF_CloseFont(f->ruler[i]);
	}
	for (int i = 0; i < WIDTHS; i++)
		free(f->width[i].text);
	cache_destroy(f->masks);
	runs_destroy(f->runs);
	fontfind_finish(&f->set);
	if (f->ready)
		TTF_Quit();
	free(f);
}

const char *fonts_notes(const struct fonts *f)
{
	return f->set.notes;
}

static void set_run(TTF_Font *font, const struct run *r)
{
	TTF_SetFontDirection(font, r->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
	TTF_SetFontScriptName(font, r->script);
}

/* SDL_ttf wants strings that end in NUL. */
static const char *piece(const struct runs *runs, int start, int end, char *out)
{
	memcpy(out, runs->text + start, (size_t)(end - start));
	out[end - start] = 0;
	return out;
}

/* How wide bytes [start, end) of a run are at a size of 1 px. */
static float em_of(struct fonts *f, const struct run *r, int start, int end)
{
	char s[LINE_BYTES * 4 + 1];
	int file = r->file, w = 0;
	TTF_Font *ruler = ruler_of(f, &file);
	if (!ruler || start == end)
		return 0;
	set_run(ruler, r);
	if (TTF_SizeUTF8(ruler, piece(f->runs, start, end, s), &w, NULL))
		return 0;
	return (float)w / RULER_PX * f->set.file[file].scale;
}

static bool is_width_of(const struct width *w, enum face face, const char *s, size_t n)
{
	return w->text && w->face == face && w->n == n && memcmp(w->text, s, n) == 0;
}

static struct width width_of(struct fonts *f, enum face face, const char *s, size_t n)
{
	uint64_t hash = cache_hash(s, n) * FACES + face + 1;
	struct width *w = &f->width[(hash >> 20) % (WIDTHS / WAYS) * WAYS];
	int k = 0;
	while (k < WAYS - 1 && !is_width_of(&w[k], face, s, n))
		k++;
	struct width last = w[k];
	memmove(w + 1, w, (size_t)k * sizeof *w); /* the one asked for last comes first */
	*w = last;
	if (is_width_of(w, face, s, n))
		return *w;
	free(w->text);
	*w = (struct width){.text = malloc(n + 1), .n = n, .face = face};
	if (w->text)
		memcpy(w->text, s, n);
	runs_split(f->runs, &f->set, face, (struct reading){0}, s, n);
	if (f->runs->missing && !f->told)
		fontfind_note(&f->set, "no font has the character U+%04X; a sign stands for it",
			      (unsigned)f->runs->missing);
	f->told = f->told || f->runs->missing;
	for (int i = 0; i < f->runs->nruns; i++) {
		const struct run *r = &f->runs->run[i];
		w->em += em_of(f, r, r->start, r->start + r->n);
		w->gaps += r->joins ? 0 : r->nclusters;
	}
	return *w;
}

static float measured(void *ctx, enum face face, float px, float tracking, const char *s, size_t n)
{
	struct width w = width_of(ctx, face, s, n < LINE_BYTES ? n : LINE_BYTES);
	return w.em * whole_of(px) + (float)w.gaps * tracking;
}

void fonts_begin(struct fonts *f)
{
	for (int i = 0; i < FACES; i++)
		width_of(f, i, "0", 1); /* its tables are read with the first character */
}

struct measure fonts_measure(struct fonts *f)
{
	return (struct measure){.ctx = f, .width = measured};
}

uint32_t fonts_missing(struct fonts *f, enum face face, const char *s, size_t n)
{
	runs_split(f->runs, &f->set, face, (struct reading){0}, s, n);
	return f->runs->missing;
}

/* SDL_ttf moves a picture so that all its ink is in it. The bearings say by how much. */
static void find_shift(TTF_Font *font, const char *s, int height, int *left, int *up)
{
	int minx, top, ascent = TTF_FontAscent(font);
	const unsigned char *c = (const unsigned char *)s;
	*left = *up = 0;
	for (int at = 0; c[at];) {
		int32_t code;
		int first = at;
		U8_NEXT(c, at, -1, code);
		if (code < 0 ||
		    TTF_GlyphMetrics32(font, (Uint32)code, &minx, NULL, NULL, &top, NULL))
			continue;
		if (!first && minx < 0)
			*left = -minx;
		if (height > TTF_FontHeight(font) && top - ascent > *up)
			*up = top - ascent;
	}
}

/* Draws bytes [start, end) of a run with the pen at x, the baseline at y. */
static void add_part(struct fonts *f, struct strip *strip, const struct run *r, int start, int end,
		     float px, float x, int y)
{
	char s[LINE_BYTES * 4 + 1];
	int file = r->file;
	if (!ruler_of(f, &file))
		return;
	TTF_Font *font = sized_of(f, file, quarters_of(whole_of(px) * f->set.file[file].scale));
	if (!font)
		return;
	set_run(font, r);
	SDL_Surface *p = TTF_RenderUTF8_Blended(font, piece(f->runs, start, end, s),
						(SDL_Color){255, 255, 255, 255});
	if (!p)
		return; /* nothing but width 0: there is nothing to see */
	int left, up;
	find_shift(font, s, p->h, &left, &up);
	int px_x = (int)floorf(x + .5f) - left, px_y = y - TTF_FontAscent(font) - up;
	strip_add(strip, p, px_x, px_y);
}

static void add_run_parts(struct fonts *f, struct strip *strip, const struct run *r, float px,
			  float tracking, float x, int y)
{
	const int *at = f->runs->cluster + r->cluster;
	if (tracking == 0 || r->joins) {
		add_part(f, strip, r, r->start, r->start + r->n, px, x, y);
		return;
	}
	float whole = em_of(f, r, r->start, r->start + r->n);
	for (int i = 0; i < r->nclusters; i++) {
		/* To the end of this cluster, less itself: kerning with the one before counts. */
		float to_end = em_of(f, r, r->start, at[i + 1]);
		float before = r->rtl ? whole - to_end : to_end - em_of(f, r, at[i], at[i + 1]);
		int place = r->rtl ? r->nclusters - 1 - i : i;
		add_part(f, strip, r, at[i], at[i + 1], px,
			 x + before * whole_of(px) + (float)place * tracking, y);
	}
}

/*
 * Where the baseline lies below the top of the line: the font's ascent and descent, in whole px, in
 * the middle of the line, half the leading rounded down (CSS 2.1, 10.8.1, as browsers do it).
 */
static int baseline_of(struct fonts *f, enum face face, float px, float line_height, bool is_own)
{
	int file = f->set.face[face].file[0], own = file;
	TTF_Font *ruler = ruler_of(f, &file);
	float size = whole_of(px) / RULER_PX * f->set.file[own].scale;
	float up = roundf((float)TTF_FontAscent(ruler) * size);
	float down = roundf((float)-TTF_FontDescent(ruler) * size);
	float drop = is_own ? f->set.file[own].drop * px : 0;
	return (int)floorf(floorf((line_height - up - down) / 2) + up + drop + .5f);
}

/* The longest beginning that a screen can show. */
static size_t visible_of(struct fonts *f, enum face face, float px, float tracking, const char *s,
			 size_t n)
{
	size_t least = 0, most = n;
	if (measured(f, face, px, tracking, s, n) <= MASK_PX)
		return n;
	while (most - least > 1) {
		size_t half = least + (most - least) / 2;
		*(measured(f, face, px, tracking, s, half) > MASK_PX ? &most : &least) = half;
	}
	while (least && (s[least] & 0xC0) == 0x80)
		least--;
	return least;
}

/* The last letter before a line: numbers and signs at its start are ordered by it. */
static uint32_t letter_before(const char *text, size_t start)
{
	UChar32 c;

	for (int at = (int)start; at > 0;) {
		U8_PREV(text, 0, at, c);
		UCharDirection d = c < 0 ? U_OTHER_NEUTRAL : u_charDirection(c);
		if (d == U_LEFT_TO_RIGHT || d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC)
			return (uint32_t)c;
	}
	return 0;
}

static struct cached draw_line(struct fonts *f, const struct typeset *set, uint32_t before,
			       const char *s, size_t n)
{
	struct strip *strip = &f->strip;
	struct reading how = {set->rtl, set->han, before};
	strip_begin(strip);
	n = visible_of(f, set->face, set->px, set->tracking, s, n);
	runs_split(f->runs, &f->set, set->face, how, s, n);
	bool is_own = false;
	for (int i = 0; i < f->runs->nruns; i++)
		is_own = is_own || f->runs->run[i].file == f->set.face[set->face].file[0];
	int y = baseline_of(f, set->face, set->px, set->line_height, is_own);
	float x = 0;
	for (int i = 0; i < f->runs->nruns; i++) {
		const struct run *r = &f->runs->run[f->runs->order[i]];
		add_run_parts(f, strip, r, set->px, set->tracking, x, y);
		x += em_of(f, r, r->start, r->start + r->n) * whole_of(set->px);
		x += r->joins ? 0 : (float)r->nclusters * set->tracking;
	}
	struct cached what = {.x = strip->left, .y = strip->top};
	what.surface = strip_join(strip);
	return what;
}

struct mask fonts_mask(struct fonts *f, const struct typeset *set, const char *text, size_t start,
		       size_t n)
{
	struct {
		int face;
		float px, tracking, line_height;
		int rtl, han;
		uint32_t before;
		char text[LINE_BYTES];
	} key;
	assert(set->face < FACES);
	n = n < LINE_BYTES ? n : LINE_BYTES;
	if (!(set->px >= 1))
		return (struct mask){0};
	key.face = (int)set->face;
	key.px = set->px;
	key.tracking = set->tracking;
	key.line_height = set->line_height;
	key.rtl = set->rtl;
	key.han = (int)set->han;
	key.before = letter_before(text, start);
	memcpy(key.text, text + start, n);
	size_t bytes = offsetof(__typeof__(key), text) + n;
	const struct cached *c = cache_find(f->masks, &key, bytes);
	if (!c)
		c = cache_put(f->masks, &key, bytes,
			      draw_line(f, set, key.before, text + start, n));
	return c ? (struct mask){c->surface, c->x, c->y} : (struct mask){0};
}
