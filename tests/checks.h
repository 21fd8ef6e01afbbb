/*
 * What holds of every frame, whatever it shows: nothing cut off, nothing in the way of another,
 * every text in its card, everything within reach.
 */
#ifndef CHECKS_H
#define CHECKS_H

#include <math.h>

#include "flaw.h"
#include "screens.h"
#include "spots.h"
#include "stage.h"

static inline const char *where(void)
{
	static char s[128];
	const struct frame *f = app_frame(app);

	snprintf(s, sizeof s, "%s at %dx%d, %s, text %d %%", f->screen, f->w, f->h, f->theme->id,
		 app->set.text_percent);
	return s;
}

enum { MOST_PAGES = 60 }; /* of one screen that are looked at; then its end */

static inline void check_texts(const struct frame *f)
{
	struct flaw flaw = flaw_find(f);

	if (flaw.what)
		fail_msg("%s: «%s» %s: %g,%g to %g,%g against %g,%g to %g,%g", where(), flaw.text,
			 flaw.what, (double)flaw.at.x0, (double)flaw.at.y0, (double)flaw.at.x1,
			 (double)flaw.at.y1, (double)flaw.against.x0, (double)flaw.against.y0,
			 (double)flaw.against.x1, (double)flaw.against.y1);
}

/* A picture lies in the window, and what is written over it stands on ground of its own. */
static inline void check_pictures(const struct frame *f)
{
	for (int p = 0; p < f->nitems; p++) {
		const struct rect *r = &f->items[p].box;
		if (f->items[p].kind != ITEM_PICTURE)
			continue;
		if (r->w < 24 || r->h < 16 || r->x < 0 || r->x + r->w > (float)f->w)
			fail_msg("%s: a picture of %g x %g at %g", where(), (double)r->w,
				 (double)r->h, (double)r->x);
		for (int k = p + 1; k < f->nitems && f->items[k].kind != ITEM_UNCLIP; k++) {
			const struct item *i = &f->items[k];
			for (uint32_t l = 0; i->kind == ITEM_TEXT && l < i->nlines; l++) {
				struct area a = area_of_line(i, &f->lines[i->line + l]);
				bool plain = !area_meets(a, area_of(r));
				for (int b = p + 1; b < k && !plain; b++)
					plain = f->items[b].kind == ITEM_BOX &&
						f->items[b].fill >> 24 == 255 &&
						area_within(a, area_of(&f->items[b].box), 1);
				if (!plain)
					fail_msg("%s: «%s» is written over a picture", where(),
						 i->s);
			}
		}
	}
}

static inline void check_spots(const struct frame *f)
{
	struct area window = {0, 0, (float)f->w, (float)f->h};

	for (int k = 0; k < f->nspots; k++) {
		const struct spot *s = &f->spots[k];
		struct area a = area_of(&s->box), whole = window;
		if (s->flags & SPOT_SILENT && s->box.w == 0) /* a key alone */
			continue;
		if (s->box.w < 24 || s->box.h < 24)
			fail_msg("%s: «%s» is only %g x %g", where(), s->label, (double)s->box.w,
				 (double)s->box.h);
		if (s->flags & SPOT_SCROLLS) {
			whole.y0 = f->scroll.y - f->scroll_at;
			whole.y1 = whole.y0 + fmaxf(f->scroll.h, f->scroll_height);
		}
		if (!area_within(a, whole, .5f))
			fail_msg("%s: «%s» is out of reach: %g,%g to %g,%g", where(), s->label,
				 (double)a.x0, (double)a.y0, (double)a.x1, (double)a.y1);
		for (int o = 0; o < k; o++) {
			const struct spot *t = &f->spots[o];
			if ((t->flags ^ s->flags) & (SPOT_SCROLLS | SPOT_SILENT))
				continue;
			if (area_meets(a, area_of(&t->box)))
				fail_msg("%s: «%s» and «%s» overlap", where(), s->label, t->label);
		}
	}
}

static inline bool is_ring(const struct frame *f, const struct item *i, const struct rect *r)
{
	float least = (float)(f->w < f->h ? f->w : f->h);
	float near = fmaxf(least, 510) / 100 * 1.4f; /* a ring stands this far off at most */

	return i->kind == ITEM_BOX && i->border == f->theme->focus && i->fill == 0 &&
	       i->box.x <= r->x && i->box.y <= r->y && r->x - i->box.x < near &&
	       r->y - i->box.y < near && fabsf(i->box.w - r->w) < 2 * near &&
	       fabsf(i->box.h - r->h) < 2 * near;
}

/* What has the focus wears the ring, and lies on what is visible of its page. */
static inline void check_ring(void)
{
	const struct frame *f = app_frame(app);
	const struct spot *s = spot_find(f, app->ui.focus);
	bool ring = false;

	if (!s)
		fail_msg("%s: what has the focus is not there", where());
	for (int i = 0; i < f->nitems && !ring; i++)
		ring = is_ring(f, &f->items[i], &s->box);
	if (!ring)
		fail_msg("%s: «%s» has the focus and shows none", where(), s->label);
	if (s->flags & SPOT_SCROLLS && f->scroll.h > s->box.h + 4 &&
	    (s->box.y + 2 < f->scroll.y || s->box.y + s->box.h - 2 > f->scroll.y + f->scroll.h))
		fail_msg("%s: «%s» has the focus out of sight: %g to %g of %g to %g", where(),
			 s->label, (double)s->box.y, (double)(s->box.y + s->box.h),
			 (double)f->scroll.y, (double)(f->scroll.y + f->scroll.h));
}

/* The things to press on the whole page, wherever it is scrolled to. */
struct targets {
	int n;
	struct {
		struct action action;
		bool reached;
		char label[64];
	} at[FRAME_SPOTS];
};

static inline int target_of(const struct targets *t, struct action a)
{
	for (int k = 0; k < t->n; k++)
		if (ui_is(t->at[k].action, a))
			return k;
	return -1;
}

static inline void add_targets(struct targets *t, const struct frame *f, bool rows)
{
	for (int k = 0; k < f->nspots; k++) {
		const struct spot *s = &f->spots[k];
		if (!spot_takes_focus(s) || target_of(t, s->action) >= 0 ||
		    (rows && !(s->flags & SPOT_SCROLLS)))
			continue;
		t->at[t->n].action = s->action;
		t->at[t->n].reached = false;
		snprintf(t->at[t->n++].label, sizeof t->at[0].label, "%s", s->label);
	}
}

/* Arrows lead from where the focus is to every other one of a page that does not scroll. */
static inline void check_arrows(const struct frame *f)
{
	static const int ways[][2] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
	const struct spot *first = spot_find(f, app->ui.focus), *found[FRAME_SPOTS];
	int n = 0;

	if (!first)
		first = spot_first(f, false);
	if (first)
		found[n++] = first;

	for (int k = 0; k < n; k++) {
		for (int way = 0; way < 4; way++) {
			const struct spot *to =
				spot_beside(f, found[k], ways[way][0], ways[way][1]);
			int at = 0;
			while (to && at < n && found[at] != to)
				at++;
			if (to && at == n)
				found[n++] = to;
		}
	}
	for (int k = 0; k < f->nspots; k++) {
		int at = 0;
		while (at < n && found[at] != &f->spots[k])
			at++;
		if (at == n && spot_takes_focus(&f->spots[k]))
			fail_msg("%s: no arrow leads to «%s»", where(), f->spots[k].label);
	}
}

/* A key, however fast: no kiosk takes it for something that lies on the keyboard. */
static inline void hit(int k)
{
	app->visit.gate = gate_start();
	key(k);
}

/* Every target of the page gets the focus by Tab; by Down every row of one that has its own use for
 * Tab. What had it has it again. */
static inline void check_focus(void)
{
	static struct targets t;
	const struct frame *f = app_frame(app);
	struct action focus = app->ui.focus;
	float scroll_at = app->ui.scroll_at, before;
	bool ring = app->ui.ring, rows = spot_of_key(f, KEY_TAB) != NULL;

	t.n = 0;
	if (f->scroll_height > f->scroll.h)
		hit(KEY_HOME);
	else
		check_arrows(f);
	for (int pages = 0; pages < MOST_PAGES; pages++) {
		add_targets(&t, f, rows);
		before = f->scroll_at;
		hit(KEY_PAGE_DOWN);
		if (f->scroll_at == before)
			break;
	}
	app->ui.ring = true;
	app->ui.focus = (struct action){VERB_NONE, 0};
	app->ui.scroll_at = 0;
	wait_ms(0);
	for (int k = 0; k < t.n + 2; k++) {
		if (k > 0 || app->ui.focus.verb == VERB_NONE)
			hit(rows ? KEY_DOWN : KEY_TAB);
		check_ring();
		int at = target_of(&t, app->ui.focus);
		if (at >= 0)
			t.at[at].reached = true;
	}
	for (int k = 0; k < t.n; k++)
		if (!t.at[k].reached)
			fail_msg("%s: the focus does not reach «%s»", where(), t.at[k].label);
	app->ui.focus = focus;
	app->ui.ring = ring;
	app->ui.scroll_at = scroll_at;
	wait_ms(0);
}

/* The frame, and the rest of its page. */
static inline void check(bool focus)
{
	const struct frame *f = app_frame(app);
	float scroll_at = app->ui.scroll_at, before;

	if (f->scroll_height > f->scroll.h)
		hit(KEY_HOME);
	for (int pages = 0;; pages++) {
		check_texts(f);
		check_pictures(f);
		check_spots(f);
		before = f->scroll_at;
		hit(pages < MOST_PAGES ? KEY_PAGE_DOWN : KEY_END);
		if (f->scroll_at == before)
			break;
	}
	if (fabsf(f->scroll_at - fmaxf(0, f->scroll_height - f->scroll.h)) > 1)
		fail_msg("%s: the page does not scroll to its end", where());
	app->ui.scroll_at = scroll_at;
	wait_ms(0);
	if (focus)
		check_focus();
}

static const int every_size[][2] = {
	{320, 240},   {640, 360},   {360, 640},   {800, 600},   {1280, 720},
	{1920, 1080}, {1080, 1920}, {1200, 1200}, {2560, 1080}, {3840, 2160},
};

static inline void check_every_size(void)
{
	for (size_t i = 0; i < sizeof every_size / sizeof every_size[0]; i++) {
		resize(every_size[i][0], every_size[i][1]);
		check(true);
	}
	resize(1280, 720);
}

#endif
