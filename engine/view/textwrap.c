#include "textwrap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "hash.h"

enum { PIECES = 4096, LINES = 4096, KEPT = 256, WIDTHS = 1024 };

/* What may not be broken: from one break opportunity to the next. */
struct piece {
	uint32_t start, n; /* bytes, with the spaces behind it */
	uint32_t bare;     /* without them */
	float w, bare_w;
	bool hard; /* a new line begins after it, whatever fits */
};

/* A result kept, so that a frame that says the same as the last measures nothing. */
struct kept {
	uint64_t key;
	size_t bytes; /* a key may be met by chance or by design: lines never lead beyond the text
		       */
	float width;
	int n;
	float word;
	struct line lines[24];
};

struct wrapper {
	struct measure m;
	UBreakIterator *between_words, *between_characters;
	UText text; /* opened again and again: only the first time takes memory */
	int npieces;
	float word; /* the widest word of the text that had to be broken; 0: none had */
	struct piece pieces[PIECES];
	struct line lines[LINES];
	struct kept kept[KEPT];
	struct {
		uint64_t key;
		size_t bytes;
		float px;
	} widths[WIDTHS]; /* of texts in one line, kept as well */
};

/* ICU takes its memory when it first sees text, and keeps it. */
static bool warm_up(struct wrapper *w)
{
	static const char text[] = "a b";
	UErrorCode error = U_ZERO_ERROR;

	utext_openUTF8(&w->text, text, sizeof text - 1, &error);
	ubrk_setUText(w->between_words, &w->text, &error);
	ubrk_setUText(w->between_characters, &w->text, &error);
	if (U_FAILURE(error))
		return false;
	while (ubrk_next(w->between_words) != UBRK_DONE)
		;
	while (ubrk_next(w->between_characters) != UBRK_DONE)
		;
	return true;
}

struct wrapper *wrapper_create(struct measure m)
{
	struct wrapper *w = calloc(1, sizeof *w);
	UErrorCode error = U_ZERO_ERROR;

	if (!w)
		return NULL;
	w->m = m;
	w->text = (UText)UTEXT_INITIALIZER;
	w->between_words = ubrk_open(UBRK_LINE, "", NULL, 0, &error);
	w->between_characters = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &error);
	if (U_FAILURE(error) || !warm_up(w)) {
		wrapper_destroy(w);
		return NULL;
	}
	return w;
}

void wrapper_destroy(struct wrapper *w)
{
	if (!w)
		return;
	if (w->between_words)
		ubrk_close(w->between_words);
	if (w->between_characters)
		ubrk_close(w->between_characters);
	utext_close(&w->text);
	free(w);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void add_piece(struct wrapper *w, enum face face, float px, float tracking, const char *s,
		      uint32_t start, uint32_t end, bool hard)
{
	if (w->npieces == PIECES)
		return;
	struct piece *p = &w->pieces[w->npieces++];
	uint32_t bare = end;

	while (bare > start && is_space(s[bare - 1]))
		bare--;
	uint32_t full = end;
	while (full > bare && (s[full - 1] == '\n' || s[full - 1] == '\r'))
		full--;
	*p = (struct piece){.start = start, .n = full - start, .bare = bare - start, .hard = hard};
	p->bare_w = bare > start ? w->m.width(w->m.ctx, face, px, tracking, s + start, bare - start)
				 : 0;
	p->w = full == bare ? p->bare_w
			    : w->m.width(w->m.ctx, face, px, tracking, s + start, full - start);
}

/* A piece wider than the line: cut between characters. */
static void add_long_piece(struct wrapper *w, enum face face, float px, float tracking,
			   const char *s, uint32_t start, uint32_t end, bool hard, float width)
{
	UErrorCode error = U_ZERO_ERROR;
	uint32_t from = start;
	float room = 0;

	utext_openUTF8(&w->text, s + start, (int64_t)(end - start), &error);
	ubrk_setUText(w->between_characters, &w->text, &error);
	if (U_SUCCESS(error)) {
		int32_t last = ubrk_first(w->between_characters), next;
		while ((next = ubrk_next(w->between_characters)) != UBRK_DONE) {
			uint32_t at = start + (uint32_t)last;
			float one = w->m.width(w->m.ctx, face, px, tracking, s + at,
					       (size_t)(next - last));
			if (at > from && room + one > width) {
				add_piece(w, face, px, tracking, s, from, at, false);
				from = at;
				room = 0;
			}
			room += one;
			last = next;
		}
	}
	add_piece(w, face, px, tracking, s, from, end, hard);
}

/* Behind a hyphen inside a word, as in "one-shot". */
static bool is_after_hyphen(const char *s, size_t n, size_t at)
{
	static const char hyphen[] = "\u2010";
	size_t bytes = sizeof hyphen - 1;

	return at < n && ((at > 1 && s[at - 1] == '-') ||
			  (at > bytes && memcmp(s + at - bytes, hyphen, bytes) == 0));
}

/* Makes one piece of those from `from` on, the parts of one word, when a line has room for it: a
 * word breaks at its hyphens only where it must. */
static void join_pieces(struct wrapper *w, enum face face, float px, float tracking, const char *s,
			int from, uint32_t end, bool hard, float width)
{
	int n = w->npieces;

	if (n - from < 2)
		return;
	struct piece first = w->pieces[from];
	w->npieces = from;
	add_piece(w, face, px, tracking, s, first.start, end, hard);
	if (w->pieces[from].bare_w > width) {
		w->pieces[from] = first;
		w->npieces = n;
	}
}

static void find_pieces(struct wrapper *w, enum face face, float px, float tracking, const char *s,
			size_t n, float width)
{
	UErrorCode error = U_ZERO_ERROR;
	int word = 0; /* its first piece */

	w->npieces = 0;
	w->word = 0;
	utext_openUTF8(&w->text, s, (int64_t)n, &error);
	ubrk_setUText(w->between_words, &w->text, &error);
	if (U_FAILURE(error)) {
		return;
	}
	int32_t last = ubrk_first(w->between_words), next;
	while ((next = ubrk_next(w->between_words)) != UBRK_DONE) {
		int32_t rule = ubrk_getRuleStatus(w->between_words);
		bool hard = rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT;
		int before = w->npieces;

		add_piece(w, face, px, tracking, s, (uint32_t)last, (uint32_t)next, hard);
		if (w->npieces > before && w->pieces[before].bare_w > width) {
			w->npieces = before;
			w->word = fmaxf(w->word, w->pieces[before].bare_w);
			add_long_piece(w, face, px, tracking, s, (uint32_t)last, (uint32_t)next,
				       hard, width);
		}
		if (!is_after_hyphen(s, n, (size_t)next)) {
			join_pieces(w, face, px, tracking, s, word, (uint32_t)next, hard, width);
			word = w->npieces;
		}
		last = next;
	}
	if (n > 0 &&
	    s[n - 1] == '\n') /* a text that ends in a line break has one more, empty line */
		add_piece(w, face, px, tracking, s, (uint32_t)n, (uint32_t)n, false);
}

/* Fills lines from the pieces; counts only when `lines` is NULL. */
static int fill(const struct wrapper *w, float width, struct line *lines, float *widest)
{
	int n = 0;

	*widest = 0;
	for (int i = 0; i < w->npieces && n < LINES;) {
		float x = 0, bare = 0;
		uint32_t start = w->pieces[i].start, end = start;
		int first = i;

		while (i < w->npieces) {
			const struct piece *p = &w->pieces[i];
			if (i > first && x + p->bare_w > width)
				break;
			bare = x + p->bare_w;
			end = p->start + p->bare;
			x += p->w;
			i++;
			if (p->hard)
				break;
		}
		if (lines)
			lines[n] = (struct line){.start = start, .n = end - start, .w = bare};
		if (bare > *widest)
			*widest = bare;
		n++;
	}
	return n;
}

/* Balanced lines fill from the top at the narrowest width, which may leave the first one much the
 * shorter, with one long word on the next: where all hardly grow by it, the first takes that too.
 */
static float fuller_first(const struct wrapper *w, float width, float most)
{
	float x = 0, bare = 0;
	int i = 0;

	for (; i < w->npieces && (i == 0 || x + w->pieces[i].bare_w <= width); i++) {
		if (w->pieces[i].hard)
			return width;
		bare = x + w->pieces[i].bare_w;
		x += w->pieces[i].w;
	}
	if (i == w->npieces || bare > .67f * width)
		return width;
	float fuller = ceilf(x + w->pieces[i].bare_w);
	return fuller <= fminf(most, 1.2f * width) ? fuller : width;
}

struct wrapped wrap_text(struct wrapper *w, enum face face, float px, float tracking, const char *s,
			 float width, int how)
{
	struct {
		float px, tracking, width;
		int face, how;
	} settings = {px, tracking, width, face, how};
	size_t n = strnlen(s, WRAP_BYTES);
	uint64_t key = hash_bytes(hash_bytes(HASH_START, &settings, sizeof settings), s, n);
	struct kept *kept = &w->kept[key % KEPT];
	float widest;

	if (kept->n > 0 && kept->key == key && kept->bytes == n)
		return (struct wrapped){kept->n, kept->width, kept->word, kept->lines};

	find_pieces(w, face, px, tracking, s, n, width);
	int count = fill(w, width, NULL, &widest);
	if (how == WRAP_BALANCED && count > 1) {
		float low = widest / (float)count, high = width, unused;
		while (high - low > 1) {
			float middle = (low + high) / 2;
			if (fill(w, middle, NULL, &unused) > count || unused > width)
				low = middle;
			else
				high = middle;
		}
		width = fuller_first(w, fminf(ceilf(high), width), width);
	}
	count = fill(w, width, w->lines, &widest);
	if (count > 0 && count <= (int)(sizeof kept->lines / sizeof kept->lines[0])) {
		*kept = (struct kept){
			.key = key, .bytes = n, .width = widest, .n = count, .word = w->word};
		memcpy(kept->lines, w->lines, (size_t)count * sizeof *w->lines);
	}
	return (struct wrapped){count, widest, w->word, w->lines};
}

float wrap_width(struct wrapper *w, enum face face, float px, float tracking, const char *s,
		 size_t n)
{
	struct {
		float px, tracking;
		int face;
	} settings = {px, tracking, face};

	if (n == 0)
		return 0;
	uint64_t key = hash_bytes(hash_bytes(HASH_START, &settings, sizeof settings), s, n);
	size_t at = (key >> 20) % WIDTHS;
	if (w->widths[at].key != key || w->widths[at].bytes != n) {
		w->widths[at].key = key;
		w->widths[at].bytes = n;
		w->widths[at].px = w->m.width(w->m.ctx, face, px, tracking, s, n);
	}
	return w->widths[at].px;
}

size_t wrap_cut(struct wrapper *w, enum face face, float px, float tracking, const char *s,
		float width)
{
	size_t n = strnlen(s, WRAP_BYTES), fits = 0;
	UErrorCode error = U_ZERO_ERROR;

	if (n == 0 || w->m.width(w->m.ctx, face, px, tracking, s, n) <= width)
		return n;
	float room = width - wrap_width(w, face, px, tracking, "…", strlen("…"));
	utext_openUTF8(&w->text, s, (int64_t)n, &error);
	ubrk_setUText(w->between_characters, &w->text, &error);
	if (U_SUCCESS(error)) {
		int32_t next = ubrk_first(w->between_characters);
		while ((next = ubrk_next(w->between_characters)) != UBRK_DONE &&
		       w->m.width(w->m.ctx, face, px, tracking, s, (size_t)next) <= room)
			fits = (size_t)next;
	}
	return fits;
}
