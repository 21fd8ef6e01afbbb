/* The page that scrolls, and what is cut off within it. */
#include <math.h>

#include "ui.h"

void ui_scroll_begin(struct ui *ui, struct rect view)
{
	ui->f->scroll = view;
	ui->f->scroll_at = ui->scroll_at;
	ui->scrolling = true;
	ui->clip = ui->f->nitems;
	frame_add(ui->f, ITEM_CLIP, view);
}

static bool same_rect(const struct rect *a, const struct rect *b)
{
	return a->x == b->x && a->y == b->y && a->w == b->w && a->h == b->h;
}

void ui_clip_begin(struct ui *ui, struct rect r)
{
	struct rect v = ui->f->scroll;

	if (ui->scrolling) {
		float x1 = fminf(r.x + r.w, v.x + v.w), y1 = fminf(r.y + r.h, v.y + v.h);
		r.x = fmaxf(r.x, v.x);
		r.y = fmaxf(r.y, v.y);
		r.w = fmaxf(0, x1 - r.x);
		r.h = fmaxf(0, y1 - r.y);
	}
	frame_add(ui->f, ITEM_CLIP, r);
}

void ui_clip_end(struct ui *ui)
{
	if (ui->scrolling)
		frame_add(ui->f, ITEM_CLIP, ui->f->scroll);
	else
		frame_add(ui->f, ITEM_UNCLIP, (struct rect){0});
}

void ui_scroll_end(struct ui *ui, float height)
{
	struct rect v = ui->f->scroll;

	ui->f->scroll_height = height;
	ui->scrolling = false;
	/* rings and light shine over the edges where nothing is cut */
	float shine = ui_px(ui, 6), above = ui->scroll_at <= 0 ? shine : 0;
	float below = ui->scroll_at >= height - v.h ? shine : 0;
	for (int i = ui->clip; i < ui->f->nitems; i++)
		if (ui->f->items[i].kind == ITEM_CLIP && same_rect(&ui->f->items[i].box, &v))
			ui->f->items[i].box = (struct rect){v.x - shine, v.y - above,
							    v.w + 2 * shine, v.h + above + below};
	if (ui->ringed.on && ui->ringed.scrolls)
		ui_ring_paint(ui);
	frame_add(ui->f, ITEM_UNCLIP, v);
	if (height <= v.h)
		return;
	float wide = ui_px(ui, .9f), long_ = fmaxf(ui_px(ui, 5), roundf(v.h * v.h / height));
	struct rect bar = {v.x + v.w + ui_px(ui, ui->compact ? .8f : 1.6f), v.y, wide, v.h};
	if (bar.x + wide > ui->w)
		bar.x = ui->w - wide;
	/* where hair lines are as bright as the thumb, the way it runs is an outline */
	ui_box(ui, bar, ROUND, ui->t->flat ? ui->t->bg0 : ui->t->hair,
	       ui->t->flat ? ui->t->border : 0, .16f);
	bar.y += roundf((v.h - long_) * fminf(1, ui->scroll_at / (height - v.h)));
	bar.h = long_;
	ui_box(ui, bar, ROUND, ui->t->text3, 0, 0);

	float fade = ui_px(ui, 3), gone = fminf(fade, floorf(ui->scroll_at));
	if (gone >= 1) {
		struct item *i =
			frame_add(ui->f, ITEM_GRADIENT, (struct rect){v.x, v.y, v.w, gone});
		i->nstops = 2;
		i->stop[0] = (struct stop){0, ui_sky(ui, v.y)};
		i->stop[1] = (struct stop){1, colour_fade(ui_sky(ui, v.y), 0)};
	}
	if (ui->scroll_at < height - v.h - 1) {
		struct item *i = frame_add(ui->f, ITEM_GRADIENT,
					   (struct rect){v.x, v.y + v.h - fade, v.w, fade});
		i->nstops = 2;
		i->stop[0] = (struct stop){0, colour_fade(ui->t->bg0, 0)};
		i->stop[1] = (struct stop){1, ui->t->bg0};
	}
}
