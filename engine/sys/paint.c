#include "paint.h"

#include <stdlib.h>
#include <string.h>

#include "draw.h"

enum { CACHE_BYTES = 48 << 20 };

struct painter {
	struct fonts *fonts;
	struct pictures *pictures;
	struct cache *cache;
	struct frame *last; /* a copy: its strings are in `texts`, the rest in itself */
	char *texts;
	size_t texts_room;
	bool has_last;
	struct moving_well moving;
	struct breath breath;
	struct span now[FRAME_ITEMS], before[FRAME_ITEMS]; /* what each item covers */
};

struct painter *painter_create(struct fonts *fonts, struct pictures *pictures)
{
	struct painter *p = calloc(1, sizeof *p);
	if (!p)
		return NULL;
	p->fonts = fonts;
	p->pictures = pictures;
	p->cache = cache_create(CACHE_BYTES);
	p->last = calloc(1, sizeof *p->last);
	if (p->cache && p->last)
		return p;
	painter_destroy(p);
	return NULL;
}

void painter_destroy(struct painter *p)
{
	if (!p)
		return;
	cache_destroy(p->cache);
	well_finish(&p->moving);
	free(p->last);
	free(p->texts);
	free(p);
}

size_t painter_cache_bytes(const struct painter *p)
{
	return cache_bytes(p->cache) + well_bytes(&p->moving);
}

static bool is_empty(struct span s)
{
	return s.x1 <= s.x0 || s.y1 <= s.y0;
}

static struct span common(struct span a, struct span b)
{
	return (struct span){a.x0 > b.x0 ? a.x0 : b.x0, a.y0 > b.y0 ? a.y0 : b.y0,
			     a.x1 < b.x1 ? a.x1 : b.x1, a.y1 < b.y1 ? a.y1 : b.y1};
}

static struct span both(struct span a, struct span b)
{
	return (struct span){a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0,
			     a.x1 > b.x1 ? a.x1 : b.x1, a.y1 > b.y1 ? a.y1 : b.y1};
}

static long area(struct span s)
{
	return (long)(s.x1 - s.x0) * (s.y1 - s.y0);
}

/* What every item covers, within its clip and the frame. */
static void find_bounds(struct painter *p, const struct pen *pen)
{
	const struct frame *f = pen->f;
	struct span all = {0, 0, f->w, f->h}, clip = all;
	for (int i = 0; i < f->nitems; i++) {
		const struct item *item = &f->items[i];
		if (item->kind == ITEM_CLIP)
			clip = common(draw_snap(item->box), all);
		else if (item->kind == ITEM_UNCLIP)
			clip = all;
		struct span s = common(draw_bounds(pen, item), clip);
		p->now[i] = is_empty(s) ? (struct span){0} : s;
	}
}

struct list {
	int n;
	struct span at[PAINT_RECTS + 1];
};

/* How many more pixels are painted when two rectangles become one; what they share is otherwise
 * painted twice. */
static long waste(struct span a, struct span b)
{
	return area(both(a, b)) - area(a) - area(b);
}

static void merge_cheapest(struct list *l)
{
	int a = 0, b = 1;
	for (int i = 0; i < l->n; i++) {
		for (int j = i + 1; j < l->n; j++) {
			if (waste(l->at[i], l->at[j]) < waste(l->at[a], l->at[b])) {
				a = i;
				b = j;
			}
		}
	}
	l->at[a] = both(l->at[a], l->at[b]);
	l->at[b] = l->at[--l->n];
}

static void add_damage(struct list *l, struct span s)
{
	enum { WORTH_IT = 4096 }; /* another rectangle costs a walk over the items */
	if (is_empty(s))
		return;
	for (int i = 0; i < l->n;) {
		if (waste(l->at[i], s) < WORTH_IT) {
			s = both(l->at[i], s);
			l->at[i] = l->at[--l->n];
			i = 0;
		} else {
			i++;
		}
	}
	l->at[l->n++] = s;
	if (l->n > PAINT_RECTS)
		merge_cheapest(l);
}

static bool is_same(const struct painter *p, const struct frame *f, int i, int j)
{
	return !memcmp(&p->now[i], &p->before[j], sizeof *p->now) &&
	       frame_same(f, &f->items[i], p->last, &p->last->items[j]);
}

static void find_damage(const struct painter *p, const struct frame *f, struct list *l)
{
	int n = f->nitems, m = p->last->nitems, first = 0, end = 0;
	if (n != m) {
		while (first < n && first < m && is_same(p, f, first, first))
			first++;
		while (end < n - first && end < m - first &&
		       is_same(p, f, n - 1 - end, m - 1 - end))
			end++;
	}
	for (int i = first; i < n - end || i < m - end; i++) {
		if (n == m && is_same(p, f, i, i))
			continue;
		if (i < n - end)
			add_damage(l, p->now[i]);
		if (i < m - end)
			add_damage(l, p->before[i]);
	}
}

static void paint_part(const struct painter *p, const struct pen *pen, struct span part)
{
	cairo_t *cr = pen->cr;
	const struct frame *f = pen->f;
	colour ground = f->theme->bg0;
	bool clipped = false;
	cairo_save(cr);
	cairo_rectangle(cr, part.x0, part.y0, part.x1 - part.x0, part.y1 - part.y0);
	cairo_clip(cr);
	cairo_set_source_rgb(cr, (ground >> 16 & 255) / 255.0, (ground >> 8 & 255) / 255.0,
			     (ground & 255) / 255.0);
	cairo_paint(cr);
	for (int i = 0; i < f->nitems; i++) {
		const struct item *item = &f->items[i];
		if (item->kind == ITEM_CLIP || item->kind == ITEM_UNCLIP) {
			if (clipped)
				cairo_restore(cr);
			clipped = item->kind == ITEM_CLIP;
			if (clipped) {
				struct span s = draw_snap(item->box);
				cairo_save(cr);
				cairo_rectangle(cr, s.x0, s.y0, s.x1 - s.x0, s.y1 - s.y0);
				cairo_clip(cr);
			}
		} else if (!is_empty(common(p->now[i], part))) {
			draw_item(pen, item);
			breathe(&p->breath);
		}
	}
	if (clipped)
		cairo_restore(cr);
	cairo_restore(cr);
}

static bool has_moving_well(const struct frame *f)
{
	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_WELL && f->items[i].well.rise > 0)
			return true;
	return false;
}

static size_t size_of(const char *s)
{
	return s ? strlen(s) + 1 : 0;
}

/* Moves a string to `at`; returns where the next one goes. */
static char *keep(const char **s, char *at)
{
	size_t n = size_of(*s);
	if (n > 0)
		*s = memcpy(at, *s, n);
	return at + n;
}

/* Text may belong to a pack that goes away before the next frame: it is copied too. */
static void remember(struct painter *p, const struct frame *f)
{
	struct frame *to = p->last;
	size_t need = 0;
	p->has_last = false;
	for (int i = 0; i < f->nitems; i++) {
		const struct item *item = &f->items[i];
		need += size_of(item->s) + size_of(item->folder) + size_of(item->path);
	}
	if (need > p->texts_room) {
		char *more = realloc(p->texts, need * 2);
		if (!more)
			return;
		p->texts = more;
		p->texts_room = need * 2;
	}
	to->w = f->w;
	to->h = f->h;
	to->theme = f->theme;
	to->nitems = f->nitems;
	memcpy(to->items, f->items, (size_t)f->nitems * sizeof *f->items);
	memcpy(to->lines, f->lines, (size_t)f->nlines * sizeof *f->lines);
	memcpy(to->points, f->points, (size_t)f->npoints * sizeof *f->points);
	memcpy(p->before, p->now, (size_t)f->nitems * sizeof *p->now);
	char *at = p->texts;
	for (int i = 0; i < f->nitems; i++) {
		struct item *item = &to->items[i];
		at = keep(&item->s, at);
		at = keep(&item->folder, at);
		at = keep(&item->path, at);
	}
	p->has_last = true;
}

void painter_breathe(struct painter *p, void (*breath)(void *ctx), void *ctx)
{
	p->breath = (struct breath){breath, ctx};
}

void painter_paint(struct painter *p, cairo_surface_t *target, const struct frame *f, bool whole,
		   struct damage *d)
{
	struct list l = {0};
	struct pen pen = {.cr = cairo_create(target),
			  .cache = p->cache,
			  .fonts = p->fonts,
			  .moving = &p->moving,
			  .pictures = p->pictures,
			  .breath = &p->breath,
			  .f = f};
	find_bounds(p, &pen);
	if (whole || !p->has_last || f->w != p->last->w || f->h != p->last->h ||
	    f->theme != p->last->theme)
		add_damage(&l, (struct span){0, 0, f->w, f->h});
	else
		find_damage(p, f, &l);
	d->n = l.n;
	for (int i = 0; i < l.n; i++) {
		struct span s = l.at[i];
		paint_part(p, &pen, s);
		d->rect[i].x = s.x0;
		d->rect[i].y = s.y0;
		d->rect[i].w = s.x1 - s.x0;
		d->rect[i].h = s.y1 - s.y0;
	}
	cairo_destroy(pen.cr);
	cairo_surface_flush(target);
	if (!has_moving_well(f))
		well_finish(&p->moving);
	remember(p, f);
}
