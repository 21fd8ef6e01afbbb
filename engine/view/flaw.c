#include "flaw.h"

#include <math.h>
#include <string.h>

enum { LEAST_PX = 12 };

struct area area_of(const struct rect *r)
{
	return (struct area){r->x, r->y, r->x + r->w, r->y + r->h};
}

struct area area_of_line(const struct item *i, const struct line *l)
{
	float air = (i->line_height - i->px) / 2, mid = i->px * .12f;

	return (struct area){l->x, l->y + air + mid, l->x + l->w,
			     l->y + i->line_height - air - mid};
}

bool area_meets(struct area a, struct area b)
{
	return a.x0 + 1 < b.x1 && b.x0 + 1 < a.x1 && a.y0 + 1 < b.y1 && b.y0 + 1 < a.y1;
}

bool area_within(struct area a, struct area b, float slack)
{
	return a.x0 >= b.x0 - slack && a.x1 <= b.x1 + slack && a.y0 >= b.y0 - slack &&
	       a.y1 <= b.y1 + slack;
}

const struct item *flaw_plate(const struct frame *f, int before, bool clipped, struct area a)
{
	float x = (a.x0 + a.x1) / 2, y = (a.y0 + a.y1) / 2;
	bool here = clipped;

	for (int k = before - 1; k >= 0; k--) {
		const struct item *i = &f->items[k];
		struct area b = area_of(&i->box);
		if (i->kind == ITEM_CLIP || i->kind == ITEM_UNCLIP)
			here = i->kind == ITEM_UNCLIP;
		if (here == clipped && i->kind == ITEM_BOX && (i->fill >> 24 || i->border >> 24) &&
		    x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1)
			return i;
	}
	return NULL;
}

static bool is_cut(const struct frame *f, int k)
{
	return k + 1 < f->nitems && f->items[k + 1].kind == ITEM_TEXT &&
	       strcmp(f->items[k + 1].s, "…") == 0;
}

bool flaw_dots(const struct frame *f, const char *s, size_t *shown)
{
	for (int k = 0; k < f->nitems; k++) {
		const struct item *i = &f->items[k];
		if (i->kind != ITEM_TEXT || !is_cut(f, k) || strcmp(i->s, s) != 0)
			continue;
		*shown = f->lines[i->line].n;
		return true;
	}
	return false;
}

/* All but blanks stands on its lines, or three dots say that it does not. */
static bool is_whole(const struct frame *f, int k)
{
	const struct item *i = &f->items[k];
	const char *at = i->s;

	if (is_cut(f, k))
		return true;
	for (uint32_t l = 0; l < i->nlines; l++) {
		const struct line *line = &f->lines[i->line + l];
		if (at + strspn(at, " \t\n") < i->s + line->start)
			return false;
		at = i->s + line->start + line->n;
	}
	return at[strspn(at, " \t\n")] == '\0';
}

struct flaw flaw_find(const struct frame *f)
{
	struct seen {
		struct area at;
		int item;
		bool clipped;
	} seen[FRAME_LINES];
	struct area window = {0, 0, (float)f->w, (float)f->h}, page = area_of(&f->scroll);
	bool scrolls = f->scroll_height > f->scroll.h, clipped = false;
	int n = 0;

	if (f->full)
		return (struct flaw){.what = "is the last one there is room for", .text = ""};
	for (int k = 0; k < f->nitems; k++) {
		const struct item *i = &f->items[k];
		if (i->kind == ITEM_CLIP || i->kind == ITEM_UNCLIP)
			clipped = i->kind == ITEM_CLIP;
		if (i->kind != ITEM_TEXT)
			continue;
		if (i->px < LEAST_PX)
			return (struct flaw){.what = "is too small to be read", .text = i->s};
		if (!is_whole(f, k))
			return (struct flaw){.what = "is not there to its end", .text = i->s};
		for (uint32_t l = 0; l < i->nlines; l++) {
			struct area a = area_of_line(i, &f->lines[i->line + l]), whole = window;
			bool on_page = clipped && scrolls;
			if (on_page) { /* what can be scrolled to */
				whole.y0 = page.y0 - f->scroll_at;
				whole.y1 = whole.y0 + f->scroll_height;
			}
			if (!area_within(a, whole, 1))
				return (struct flaw){"is cut off", i->s, a, whole};
			const struct item *plate = flaw_plate(f, k, clipped, a);
			if (plate && !area_within(a, area_of(&plate->box), 1))
				return (struct flaw){"leaves its box", i->s, a,
						     area_of(&plate->box)};
			struct area in_sight = a;
			in_sight.y0 = fmaxf(a.y0, page.y0);
			in_sight.y1 = fminf(a.y1, page.y1);
			for (int o = 0; o < n; o++) {
				struct area b = seen[o].at, mine = a;
				if (seen[o].item == k)
					continue;
				if (on_page && !seen[o].clipped) {
					mine = in_sight;
				} else if (!on_page && seen[o].clipped) {
					b.y0 = fmaxf(b.y0, page.y0);
					b.y1 = fminf(b.y1, page.y1);
				}
				if (area_meets(mine, b))
					return (struct flaw){"lies over another", i->s, mine, b};
			}
			seen[n++] = (struct seen){a, k, on_page};
		}
	}
	return (struct flaw){0};
}
