#include "told.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "judged.h"
#include "picture.h"

/* Steps of the sizes: how far they may grow where there is much to say, and where there is not. */
enum { LARGER = -6, LARGEST = -14, SMALLEST = 12 };

/* Percent. Text that had grown goes back to what it was: what was right is to be in sight. Below
 * this much of it, choices that were neither right nor chosen stay away instead. */
enum { FOLDS = 85 };

static const char *points_text(struct ui *ui, const struct asked *a)
{
	const char *s = ui_number(ui, a->base);

	if (a->speed)
		s = frame_printf(ui->f, "%s + %s for speed", s, ui_number(ui, a->speed));
	if (a->streak)
		s = frame_printf(ui->f, "%s + %s for the streak", s, ui_number(ui, a->streak));
	return a->speed || a->streak ? s : "for the right answer";
}

static struct style figure_style(const struct ui *ui)
{
	return ui_sized(STYLE_NUMERAL, ui->compact ? 4.4f : 5.4f);
}

static float figure_height(const struct ui *ui)
{
	return ui_font(ui, figure_style(ui)) + ui_px(ui, .6f) +
	       ui_font(ui, STYLE_LABEL) * STYLE_LABEL.line;
}

/* Number over explanation, the middle at y, the start or the end at x. */
static void figure(struct ui *ui, float x, float y, int how, const char *big, const char *small)
{
	float top = y - figure_height(ui) / 2, label = ui_font(ui, STYLE_LABEL) * STYLE_LABEL.line;

	ui_line(ui, figure_style(ui), x, top + ui_font(ui, figure_style(ui)) / 2, how, ui->t->text,
		big);
	ui_line(ui, STYLE_LABEL, x, top + figure_height(ui) - label / 2, how, ui->t->text2, small);
}

static const char *floor_text(const struct app *app, struct ui *ui, const struct told *t)
{
	if (app->game.options.mode->wrong_ends && !t->good)
		return frame_printf(ui->f, "%d in one take", game_player(&app->game)->floor);
	return t->good ? "one flight up" : "you stay here";
}

/* The figures of the panel, their end at x; returns where they start. Points stand at the end
 * beside the verdict (TEXT_END), at the start below it. */
static float draw_figures(const struct app *app, struct ui *ui, const struct told *t, float x,
			  float y, int how, bool paint)
{
	float gap = ui_px(ui, 4), icon = ui_scaled(ui, 5);
	struct style numeral = figure_style(ui);

	if (t->asked->player < 0) /* nobody's: no numbers change */
		return x;
	if (app->review < 0) {
		const char *floor = frame_printf(ui->f, "Floor %d", game_player(&app->game)->floor),
			   *note = floor_text(app, ui, t);
		float w = fmaxf(ui_width(ui, numeral, floor), ui_width(ui, STYLE_LABEL, note));
		x -= w;
		if (paint) {
			figure(ui, x, y, TEXT_START, floor, note);
			ui_icon(ui, ICON_STAIRS, x - ui_px(ui, 1.4f) - icon / 2, y, icon,
				t->good || t->cut ? ui->t->brand : ui->t->text3, 2.2f);
		}
		x -= icon + ui_px(ui, 1.4f);
	}
	if (!t->good || t->pointless)
		return x;
	if (app->review < 0) {
		x -= gap;
		if (paint) {
			float high = ui_px(ui, 8);
			ui_box(ui, (struct rect){x, roundf(y - high / 2), ui_px(ui, .12f), high}, 0,
			       ui->t->hair, 0, 0);
		}
		x -= gap;
	}
	const char *points = frame_printf(ui->f, "+%s", ui_number(ui, game_points(t->asked)));
	const char *what = points_text(ui, t->asked);
	float start = x - fmaxf(ui_width(ui, numeral, points), ui_width(ui, STYLE_LABEL, what));
	if (paint) {
		int counted = judged_points(app, ui, game_points(t->asked));
		points = frame_printf(ui->f, "+%s", ui_number(ui, counted));
		figure(ui, how == TEXT_END ? x : start, y, how, points, what);
	}
	return start;
}

/* What was right, a tick before it. Returns the height. */
static float answer(struct ui *ui, const struct told *t, struct style s, struct rect box,
		    bool paint)
{
	float tick = roundf(ui_font(ui, s) * 1.15f), in = tick + ui_px(ui, 1);

	s.face = FACE_SEMIBOLD;
	box = (struct rect){box.x + in, box.y, box.w - in, 0};
	if (!paint)
		return ui_measure(ui, s, t->answer, box.w, TEXT_BALANCED).h;
	struct block b = ui_text(ui, s, box, TEXT_BALANCED, ui->t->ok, t->answer);
	ui_icon(ui, ICON_CHECK, box.x - in + tick / 2, box.y + b.h / (2 * (float)b.n), tick,
		ui->t->ok, 3);
	return b.h;
}

/* What the points were for, where the figures have no room; replies to what was chosen; why; how
 * many had it right. Returns the height. */
static float paragraphs(struct ui *ui, const struct told *t, const char *points, struct style s,
			struct rect box, bool paint)
{
	const char *texts[PACK_SHOWN + 3];
	float y = box.y, gap = roundf(ui_font(ui, s) * .45f);
	struct style strong = s;
	int n = 0;

	strong.face = FACE_SEMIBOLD;
	if (points)
		texts[n++] = points;
	for (int i = 0; i < t->nbecause; i++)
		texts[n++] = t->because[i];
	int plain = n;
	if (t->why)
		texts[n++] = t->why;
	int faint = n;
	if (t->share)
		texts[n++] = t->share;
	for (int i = 0; i < n; i++) {
		struct style style = i < plain ? strong : i < faint ? s : STYLE_LABEL;
		struct rect r = {box.x, y + (i ? gap : 0), box.w, 0};
		colour ink = i < faint ? ui->t->text : ui->t->text2;
		struct block b = paint ? ui_text(ui, style, r, TEXT_BALANCED, ink, texts[i])
				       : ui_measure(ui, style, texts[i], box.w, TEXT_BALANCED);
		y = r.y + b.h;
	}
	return y - box.y;
}

/* The picture is beside the question and its choices, or above them; it gives way as letters do. */
static void measure_picture(struct ui *ui, struct told_page *p, const struct told *t, float width,
			    float tight)
{

	p->top = p->ask_block.h + p->gap + p->cards.height;
	if (!t->picture.path)
		return;
	if (p->aside > 0) {
		p->picture.w = p->aside - p->gap;
		p->credit = picture_credit(ui, p->picture, t->credit, false);
		p->picture.h = fminf(p->top - p->credit, p->picture.w);
		p->picture.h = fmaxf(p->picture.h, fminf(p->picture.w * .5f, 12 * ui->u));
		p->picture.h = picture_height(&t->picture, p->picture.w, p->picture.h);
		p->top = fmaxf(p->top, p->picture.h + p->credit);
	} else {
		p->picture.w = width;
		p->picture.h = roundf((ui->portrait && !ui->compact ? 28 : 18) * ui->u *
				      powf(tight, 1.5f));
		p->credit = picture_credit(ui, p->picture, t->credit, false);
		p->top += p->picture.h + p->credit + p->gap;
	}
}

/* The book before a source, and its air. */
static float source_indent(const struct ui *ui)
{
	return ui_scaled(ui, 3) + ui_px(ui, 1.2f);
}

static void show_choices(struct told_page *p, const struct told *t, bool folded)
{
	p->shown = t->choices;
	p->shown.n = 0;
	for (int i = 0; i < t->asked->nshown; i++) {
		if (folded && t->states[i] == CHOICE_DIM)
			continue;
		int k = p->shown.n++;
		p->at[k] = i;
		p->shown.words[k] = t->choices.words[i];
		p->shown.captions[k] = t->choices.captions[i];
		p->shown.tags[k] = t->choices.tags[i];
		p->shown.pictures[k] = t->choices.pictures[i];
	}
}

/* As much as `button` is left for the buttons beside the source. Sizes shrink by 4 % a step, and
 * grow by as much where a step is below 0. */
static struct told_page measure(const struct app *app, struct ui *ui, const struct told *t,
				float width, struct rect button, int step, float text, bool folded)
{
	bool narrow = ui->portrait || ui->tiny || width < 80 * ui->u;
	bool tall = ui->portrait && !ui->compact;
	float shrink = powf(.96f, fminf(fmaxf(0, (float)step), SMALLEST));
	float grow = powf(.96f, fminf(0, (float)step)), grown = ui->text;
	ui->text = text;
	float tight = fmaxf(.68f, shrink); /* air gives way together with letters */
	struct told_page p = {
		.text = ui->text,
		.disc = ui_scaled(ui, (ui->compact ? 6 : 9.4f) * tight),
		.ask = ui_sized(STYLE_QUESTION, fminf(ui->compact ? 5.3f
						      : tall      ? 7
								  : 6.6f,
						      fmaxf(2.8f, (tall ? 5 : 4) * shrink) * grow)),
		.body = ui_sized(STYLE_BODY, fmaxf(2.7f, (ui->compact ? 3.2f
							  : tall      ? 4
								      : 3.5f) *
								 shrink) *
						     fminf(1.14f, grow)),
		.verdict = ui_sized(STYLE_NUMERAL, (ui->compact ? 5.4f : 7) * tight),
		.pad_x = ui_px(ui, ui->compact ? 2 : 3.8f),
		.pad_y = ui_px(ui, (ui->compact ? 1.6f : 3.2f) * tight),
		.gap = ui_px(ui, (ui->compact ? 1.4f : 2.6f) * tight),
	};
	show_choices(&p, t, folded);
	int columns = narrow || p.shown.n <= 3 ? 1 : 2;
	if (ui->compact && !ui->tiny && !ui->portrait)
		columns = p.shown.n < 2 ? 1 : 2;
	if (!narrow && p.shown.n == 3 &&
	    !ui->compact) /* three in one column leave no room to explain */
		columns = ui->text < 1.5f ? 1 : 2;
	struct style choice = ui_sized(
		STYLE_CHOICE, fmaxf(2.8f, (tall ? 4 : 3.4f) * sqrtf(shrink)) * fminf(1.09f, grow));
	float least = ui->tiny      ? 5.6f * fminf(1.14f, grow)
		      : ui->compact ? 6.4f * fminf(1.43f, grow)
		      : tall        ? 10.6f * fmaxf(.87f, shrink) * fminf(1.15f, grow)
				    : 9.2f * fmaxf(.87f, shrink) * fminf(1.34f, grow);

	p.least = step >= SMALLEST;
	p.ask.line = 1.25f;
	p.ask.tracking = -.01f;
	if (t->picture.path && ui->w >= 1.2f * ui->h)
		p.aside =
			roundf(fminf(36 * ui->u, width * .3f) * tight * fminf(1.5f, grow)) + p.gap;
	float gap = ui->compact ? 1 : 1.6f, badge = ui->tiny ? 4 : ui->compact ? 4.6f : 6;
	float tagged = ui_width(ui, STYLE_STRONG, "Correct answer") + /* in a card, at least */
		       ui_scaled(ui, badge) + ui_px(ui, 7.2f);
	if (width - p.aside < tagged)
		p.aside = 0;
	float column = width - p.aside;
	if (column < 2 * tagged + ui_px(ui, gap))
		columns = 1;
	float across = fminf(column, 136 * ui->u * ui->text);
	p.ask = ui_whole(ui, p.ask, t->ask, across, 2.8f / ui->text);
	p.ask_block = ui_measure(ui, p.ask, t->ask, across, TEXT_BALANCED);
	if (t->choices.pictured) {
		float more = grow * grow;
		float most = (ui->portrait ? 76 : ui->compact ? 18 : 26) * ui->u * tight * more;
		p.cards = cards_grid(ui, &p.shown, choice, gap, badge * .8f, column, most,
				     ui_px(ui, 10 * tight), ui_px(ui, (tall ? 34 : 22) * more));
	} else {
		p.cards = cards_measure(ui, &p.shown, columns, choice, least, gap, badge, column,
					false);
	}
	measure_picture(ui, &p, t, width, tight * grow);
	p.inner = width - 2 * p.pad_x;
	p.body_w = fminf(p.inner, 128 * ui->u * ui->text);
	float verdict_w = p.inner - p.disc - ui_px(ui, 2.6f);
	float figures = -draw_figures(app, ui, t, 0, 0, TEXT_END, false);
	struct block verdict = ui_measure(ui, p.verdict, t->verdict, verdict_w, TEXT_BALANCED);
	p.figured = figures <= p.inner;
	if (!p.figured && t->good && !t->pointless)
		p.points = frame_printf(ui->f, "+%s: %s", ui_number(ui, game_points(t->asked)),
					points_text(ui, t->asked));
	p.stacked = p.figured && figures > 0 && verdict.w + figures + ui_px(ui, 4) > verdict_w;
	p.head = fmaxf(p.disc, verdict.h);
	if (p.figured && !p.stacked && figures > 0)
		p.head = fmaxf(p.head, figure_height(ui));
	p.figures = p.stacked ? ui_px(ui, ui->compact ? 10 : 11) * fmaxf(1, ui->text * .9f) : 0;
	if (t->answer)
		p.answer = ui_px(ui, 1) + answer(ui, t, p.body, (struct rect){.w = p.inner}, false);
	p.body_h = paragraphs(ui, t, p.points, p.body, (struct rect){0, 0, p.body_w, 0}, false);
	struct block source = {0};
	float beside =
		p.inner - button.w -
		ui_px(ui, 7 + 7 * grown); /* the source and Enter share the row with the button */
	p.wide_button = narrow || beside < 50 * ui->u;
	p.source_w = (p.wide_button ? p.inner : beside) - source_indent(ui);
	if (t->source)
		source = ui_measure(ui, STYLE_LABEL, t->source, p.source_w, TEXT_BALANCED);
	p.foot = p.wide_button ? source.h : fmaxf(source.h, fmaxf(button.h, ui_px(ui, 8)));
	p.panel = 2 * p.pad_y + p.head + p.answer + p.figures +
		  (p.body_h > 0 ? ui_px(ui, 2) + p.body_h : 0) +
		  (p.foot > 0 ? ui_px(ui, 2.4f) + p.foot : 0);
	p.height = p.gap + p.top + p.gap + p.panel;
	p.apart = p.gap;
	ui->text = grown;
	return p;
}

struct told_page told_measure(const struct app *app, struct ui *ui, const struct told *t,
			      float width, int step)
{
	/* the buttons have their own row, the panel the whole width */
	return measure(app, ui, t, width, (struct rect){.w = 1e6f}, step, ui->text, false);
}

/* What is left below it, px; less than 0: it does not fit. */
static float left(const struct ui *ui, const struct told_page *p, struct rect page,
		  struct rect button)
{
	return page.h - p->height - (p->wide_button ? button.h + ui_px(ui, 3) : 0);
}

int told_step(const struct app *app, struct ui *ui, const struct told *t, struct rect page,
	      struct rect button)
{
	int low = t->why && !t->choices.pictured ? LARGER : LARGEST, high = SMALLEST;

	while (low < high) {
		int middle = low + (high - low) / 2;
		struct told_page p = measure(app, ui, t, page.w, button, middle, ui->text, false);
		if (left(ui, &p, page, button) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct told_page told_fit(const struct app *app, struct ui *ui, const struct told *t,
			  struct rect page, struct rect button, int step, float most)
{
	struct told_page best = {0};
	bool folds = most > 1 && !t->choices.pictured;
	int whole = (int)lroundf(most * 100);
	float spare = 0;

	for (int folded = 0; folded <= folds; folded++) {
		int low = 100, high = whole;
		for (int percent = high; low <= high; percent = low + (high - low) / 2) {
			struct told_page p = measure(app, ui, t, page.w, button, step,
						     (float)percent / 100, folded);
			float below = left(ui, &p, page, button);
			if (below < 0) {
				high = percent - 1;
				continue;
			}
			low = percent + 1;
			if (best.fits && p.text <= best.text)
				continue;
			best = p;
			best.fits = true;
			spare = below;
		}
		if (best.fits && best.text * 100 >= (float)(whole * FOLDS) / 100)
			break;
	}
	if (!best.fits)
		return best;
	best.air = floorf(spare / (best.aside > 0 ? 2 : 3));
	if (best.aside == 0) {
		best.apart += best.air;
		best.top += best.air;
	}
	return best;
}

void told_panel(const struct app *app, struct ui *ui, const struct told *t,
		const struct told_page *p, struct rect r)
{
	const struct theme *th = ui->t;
	float x = r.x + p->pad_x, y = r.y + p->pad_y, disc = p->disc;

	if (!ui->scrolling) /* the page's edge would cut it off */
		ui_shadow(ui, r, 2.4f, true);
	ui_box(ui, r, 2.4f, th->surface, th->hair, .16f);
	ui_disc(ui, x + disc / 2, y + p->head / 2, disc, t->icon, t->good ? th->ok : th->badfill,
		t->good ? th->onok : th->bad, !t->good)
		->part = judged_tick(app, ui);
	float text_x = x + disc + ui_px(ui, 2.6f);
	struct rect verdict = {text_x, y, r.x + r.w - p->pad_x - text_x, p->head};
	ui_text(ui, p->verdict, verdict, TEXT_MIDDLE | TEXT_BALANCED, t->c, t->verdict);
	if (t->answer)
		answer(ui, t, p->body, (struct rect){x, y + p->head + ui_px(ui, 1), p->inner, 0},
		       true);
	if (p->stacked) {
		float w = -draw_figures(app, ui, t, 0, 0, TEXT_END, false);
		draw_figures(app, ui, t, x + fminf(w, p->inner),
			     y + p->head + p->answer + p->figures / 2 + ui_px(ui, .6f), TEXT_START,
			     true);
	} else if (p->figured) {
		draw_figures(app, ui, t, r.x + r.w - p->pad_x, y + p->head / 2, TEXT_END, true);
	}
	y += p->head + p->answer + p->figures + ui_px(ui, 2);
	paragraphs(ui, t, p->points, p->body, (struct rect){x, y, p->body_w, 0}, true);
	if (!t->source)
		return;
	float icon = ui_scaled(ui, 3);
	struct block b = ui_measure(ui, STYLE_LABEL, t->source, p->source_w, TEXT_BALANCED);
	float row = p->wide_button ? b.h : p->foot, top = r.y + r.h - p->pad_y - row;
	ui_icon(ui, ICON_BOOK, x + icon / 2,
		top + (row - b.h) / 2 + ui_font(ui, STYLE_LABEL) * .625f, icon, th->focus, 2.1f);
	ui_text(ui, STYLE_LABEL, (struct rect){x + source_indent(ui), top, p->source_w, row},
		TEXT_MIDDLE | TEXT_BALANCED, th->text2, t->source);
}
