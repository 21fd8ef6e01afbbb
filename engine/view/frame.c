#include "frame.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void frame_clear(struct frame *f, int w, int h, const struct theme *t)
{
	f->w = w;
	f->h = h;
	f->theme = t;
	f->screen = "";
	f->wake = -1;
	f->nitems = f->nspots = f->nlines = f->npoints = f->nchars = 0;
	f->full = f->typing = f->pressed = f->least = f->bed = false;
	f->scroll = (struct rect){0};
	f->scroll_height = f->scroll_at = 0;
}

static int room(const struct frame *f, int all, int spare, int taken)
{
	return all - (f->pressed ? 0 : spare) - taken;
}

struct item *frame_add(struct frame *f, enum item_kind kind, struct rect box)
{
	struct item *i = &f->spare_item;

	if (room(f, FRAME_ITEMS, SPARE_ITEMS, f->nitems) > 0)
		i = &f->items[f->nitems++];
	else
		f->full = true;
	memset(i, 0, sizeof *i); /* padding too: items are compared as bytes */
	i->kind = kind;
	i->box = box;
	i->part = 1;
	if (kind == ITEM_WELL || kind == ITEM_PICTURE)
		i->fill = 0xFFFFFFFF; /* its alpha counts */
	i->point = (uint32_t)f->npoints;
	i->line = (uint32_t)f->nlines;
	return i;
}

static int char_room(const struct frame *f)
{
	int n = room(f, FRAME_CHARS, SPARE_CHARS, f->nchars);

	return n > 0 ? n : 0;
}

const char *frame_text(struct frame *f, const char *s, size_t n)
{
	if (n + 1 > (size_t)char_room(f)) {
		f->full = true;
		return "";
	}
	char *copy = f->chars + f->nchars;
	memcpy(copy, s, n);
	copy[n] = '\0';
	f->nchars += (int)n + 1;
	return copy;
}

void frame_more(struct frame *f, const char *s)
{
	size_t n = strlen(s);

	if (n > (size_t)char_room(f)) {
		f->full = true;
		return;
	}
	memcpy(f->chars + f->nchars - 1, s, n + 1);
	f->nchars += (int)n;
}

const char *frame_printf(struct frame *f, const char *format, ...)
{
	size_t left = (size_t)char_room(f);
	char *s = f->chars + f->nchars;
	va_list args;

	va_start(args, format);
	int n = vsnprintf(s, left, format, args);
	va_end(args);
	if (n < 0 || (size_t)n >= left) {
		f->full = true;
		return "";
	}
	f->nchars += n + 1;
	return s;
}

void frame_line(struct frame *f, struct item *i, struct line l)
{
	bool missing = l.n > 0 && !*i->s;

	if (missing || room(f, FRAME_LINES, SPARE_LINES, f->nlines) <= 0) {
		f->full = true;
		return;
	}
	f->lines[f->nlines++] = l;
	i->nlines++;
}

void frame_point(struct frame *f, struct item *i, float x, float y)
{
	if (f->npoints >= FRAME_POINTS) {
		f->full = true;
		return;
	}
	f->points[f->npoints++] = (struct point){x, y};
	i->npoints++;
}

void frame_wake(struct frame *f, int64_t at_ms)
{
	if (f->wake < 0 || at_ms < f->wake)
		f->wake = at_ms;
}

static bool inside(const struct rect *r, float x, float y, float more)
{
	return x >= r->x - more && x < r->x + r->w + more && y >= r->y - more &&
	       y < r->y + r->h + more;
}

int frame_hit(const struct frame *f, float x, float y, float least)
{
	for (int pass = 0; pass < 2;
	     pass++) { /* what is really there comes before what is only near */
		for (int i = f->nspots - 1; i >= 0; i--) {
			const struct spot *s = &f->spots[i];
			float narrow = s->box.w < s->box.h ? s->box.w : s->box.h;
			float more = pass && narrow < least ? (least - narrow) / 2 : 0;

			if (s->box.w <= 0) /* by key only */
				continue;
			if ((s->flags & SPOT_SCROLLS) && !inside(&f->scroll, x, y, 0))
				continue;
			if (inside(&s->box, x, y, more))
				return i;
		}
	}
	return -1;
}

static bool same_words(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

bool frame_same(const struct frame *f, const struct item *i, const struct frame *g,
		const struct item *j)
{
	struct item a = *i, b = *j;

	if (a.npoints != b.npoints || a.nlines != b.nlines || !same_words(a.s, b.s) ||
	    !same_words(a.folder, b.folder) || !same_words(a.path, b.path))
		return false;
	if (memcmp(f->points + a.point, g->points + b.point, a.npoints * sizeof *f->points) != 0 ||
	    memcmp(f->lines + a.line, g->lines + b.line, a.nlines * sizeof *f->lines) != 0)
		return false;
	a.s = b.s = a.folder = b.folder = a.path = b.path = NULL;
	a.point = b.point = a.line = b.line = 0;
	return memcmp(&a, &b, sizeof a) == 0;
}

bool frame_says(const struct frame *f, const char *s)
{
	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].s && strstr(f->items[i].s, s))
			return true;
	for (int i = 0; i < f->nspots; i++)
		if (strstr(f->spots[i].label, s))
			return true;
	return false;
}
