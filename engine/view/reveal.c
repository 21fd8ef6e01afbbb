/* What was right, what was chosen, and why; also the page that results open for one answer. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "screens.h"

static int index_of(const struct app *app)
{
	return app->review >= 0 ? app->review : app->game.at;
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_NEXT:
		if (game_next(&app->game, app->now))
			app_go(app, &screen_question);
		else
			app_go(app, &screen_results);
		break;
	case VERB_AGAIN: app_play_again(app); break;
	case VERB_PAUSE: app_go(app, &screen_pause); break;
	case VERB_BACK:
		a = (struct action){VERB_REVIEW, app->review};
		app_go(app, &screen_results);
		app_focus(app, a);
		break;
	default: break;
	}
}

/* The texts of the page, in the language asked for. */
struct told {
	const struct asked *asked;
	const char *ask, *texts[PACK_SHOWN], *tags[PACK_SHOWN], *because[PACK_SHOWN], *why, *source;
	enum choice_state states[PACK_SHOWN];
	int nbecause;
	const char *verdict;
	enum icon icon;
	colour c;
	bool good, cut; /* cut: this answer ended the game */
};

static const char *sources(const struct app *app, struct ui *ui, const struct question *q)
{
	const char *all = NULL;

	for (const struct lines *l = q->source; l; l = l->next) {
		const char *s = text_in(&l->text, app->o.language);
		all = all ? frame_printf(ui->f, "%s; %s", all, s)
			  : frame_printf(ui->f, "Source: %.*s", 4000, s);
	}
	return all;
}

static struct told tell(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	int at = index_of(app);
	const struct question *q = &g->deck.item[at].pack->questions[g->deck.item[at].question];
	struct told t = {.asked = &g->asked[at], .ask = text_in(&q->ask, app->o.language)};

	t.good = t.asked->outcome == OUTCOME_RIGHT;
	t.cut = !t.good && g->options.mode->wrong_ends;
	for (int i = 0; i < t.asked->nshown; i++) {
		const struct choice *c = &q->choices[t.asked->shown[i]];
		bool right = t.asked->right >> i & 1, mine = t.asked->chosen >> i & 1;

		t.texts[i] = choice_words(app, c);
		t.states[i] = right ? CHOICE_RIGHT : mine ? CHOICE_WRONG : CHOICE_DIM;
		t.tags[i] = mine    ? "Your answer"
			    : right ? (t.good ? "Also right" : "Correct answer")
				    : NULL;
		if (mine && c->because.s)
			t.because[t.nbecause++] = text_in(&c->because, app->o.language);
	}
	t.why = text_in(&q->why, app->o.language);
	t.source = sources(app, ui, q);
	if (t.good)
		t.verdict = "Correct";
	else if (t.asked->outcome == OUTCOME_LATE)
		t.verdict = t.cut ? "Time is up. The take ends here" : "Time is up";
	else
		t.verdict = t.cut ? "Cut. The take ends here" : "Not this time";
	t.icon = t.good ? ICON_CHECK : t.asked->outcome == OUTCOME_LATE ? ICON_CLOCK : ICON_CROSS;
	t.c = t.good ? ui->t->ok : ui->t->bad;
	return t;
}

static const char *points_text(struct ui *ui, const struct asked *a)
{
	const char *s = ui_number(ui, a->base);

	if (a->speed)
		s = frame_printf(ui->f, "%s + %s for speed", s, ui_number(ui, a->speed));
	if (a->streak)
		s = frame_printf(ui->f, "%s + %s for the streak", s, ui_number(ui, a->streak));
	return a->speed || a->streak ? s : "for the right answer";
}

/* Number over explanation; with an end, right-aligned at it, else its start at x. Returns its
 * width. */
static float figure(struct ui *ui, float x, float y, int how, const char *big, const char *small,
		    float size)
{
	struct style numeral = ui_sized(STYLE_NUMERAL, size);
	float w = fmaxf(ui_width(ui, numeral, big), ui_width(ui, STYLE_LABEL, small));
	float high = ui_font(ui, numeral), gap = ui_px(ui, .6f),
	      label = ui_font(ui, STYLE_LABEL) * 1.25f;
	float top = y - (high + gap + label) / 2;

	ui_line(ui, numeral, x, top + high / 2, how, ui->t->text, big);
	ui_line(ui, STYLE_LABEL, x, top + high + gap + label / 2, how, ui->t->text2, small);
	return w;
}

static const char *floor_text(const struct app *app, struct ui *ui, const struct told *t)
{
	if (app->game.options.mode->wrong_ends && !t->good)
		return frame_printf(ui->f, "%d in one take", app->game.floor);
	return t->good ? "one flight up" : "you stay here";
}

/* The figures of the panel, their end at x; returns where they start. Points stand at the end
 * beside the verdict (TEXT_END), at the start below it. */
static float draw_figures(const struct app *app, struct ui *ui, const struct told *t, float x,
			  float y, int how, bool paint)
{
	float size = ui->compact ? 4.4f : 5.4f, gap = ui_px(ui, 4), icon = ui_px(ui, 5);
	struct style numeral = ui_sized(STYLE_NUMERAL, size);

	if (app->review < 0) {
		const char *floor = frame_printf(ui->f, "Floor %d", app->game.floor),
			   *note = floor_text(app, ui, t);
		float w = fmaxf(ui_width(ui, numeral, floor), ui_width(ui, STYLE_LABEL, note));
		x -= w;
		if (paint) {
			figure(ui, x, y, TEXT_START, floor, note, size);
			ui_icon(ui, ICON_STAIRS, x - ui_px(ui, 1.4f) - icon / 2, y, icon,
				t->good || t->cut ? ui->t->brand : ui->t->text3, 2.2f);
		}
		x -= icon + ui_px(ui, 1.4f);
	}
	if (!t->good)
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
	if (paint)
		figure(ui, how == TEXT_END ? x : start, y, how, points, what, size);
	return start;
}

/* The whole page at one shrink: what everything measures. */
struct page {
	struct style ask, body, verdict;
	struct cards cards;
	struct block ask_block;
	float pad_x, pad_y, head, figures, gap, body_h, foot, panel, height;
	float inner, body_w, source_w;
	const char *points; /* in words, where the figures have no room; or NULL */
	bool figured;
	bool stacked; /* figures below the verdict */
	bool wide_button;
};

/* What the points were for, where the figures have no room; replies to what was chosen; why.
 * Returns the height. */
static float paragraphs(struct ui *ui, const struct told *t, const char *points, struct style s,
			struct rect box, bool paint)
{
	const char *texts[PACK_SHOWN + 2];
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
	for (int i = 0; i < n; i++) {
		struct style style = i < plain ? strong : s;
		struct rect r = {box.x, y + (i ? gap : 0), box.w, 0};
		struct block b = paint ? ui_text(ui, style, r, TEXT_BALANCED, ui->t->text, texts[i])
				       : ui_measure(ui, style, texts[i], box.w, TEXT_BALANCED);
		y = r.y + b.h;
	}
	return y - box.y;
}

static struct page measure(const struct app *app, struct ui *ui, const struct told *t, float width,
			   float button, int step)
{
	bool narrow = ui->portrait || ui->tiny || width < 80 * ui->u;
	bool tall = ui->portrait && !ui->compact;
	float shrink = powf(.96f, (float)step);
	struct page p = {
		.ask = ui_sized(STYLE_QUESTION, fmaxf(2.8f, (tall ? 5 : 4) * shrink)),
		.body = ui_sized(STYLE_BODY, fmaxf(2.7f, (ui->compact ? 3.2f
							  : tall      ? 4
								      : 3.5f) *
								 shrink)),
		.verdict = ui_sized(STYLE_NUMERAL, ui->compact ? 5.4f : 7),
		.pad_x = ui_px(ui, ui->compact ? 2 : 3.8f),
		.pad_y = ui_px(ui, ui->compact ? 1.6f : 3.2f),
		.gap = ui_px(ui, ui->compact ? 1.4f : 2.6f),
	};
	int columns = narrow || t->asked->nshown <= 3 ? 1 : 2;
	if (ui->compact && !ui->tiny && !ui->portrait)
		columns = 2;
	if (!narrow && t->asked->nshown == 3 &&
	    !ui->compact) /* three in one column leave no room to explain */
		columns = ui->text < 1.5f ? 1 : 2;
	struct style choice =
		ui_sized(STYLE_CHOICE, fmaxf(2.8f, (tall ? 4 : 3.4f) * sqrtf(shrink)));
	float least = ui->tiny      ? 5.6f
		      : ui->compact ? 6.4f
				    : (tall ? 10.6f : 9.2f) * fmaxf(.87f, shrink);

	p.ask.line = 1.25f;
	p.ask.tracking = -.01f;
	p.ask_block =
		ui_measure(ui, p.ask, t->ask, fminf(width, 136 * ui->u * ui->text), TEXT_BALANCED);
	p.cards = cards_measure(ui, t->texts, t->tags, t->asked->nshown, columns, choice, least,
				ui->compact ? 1 : 1.6f,
				ui->tiny      ? 4
				: ui->compact ? 4.6f
					      : 6,
				width);
	p.inner = width - 2 * p.pad_x;
	p.body_w = fminf(p.inner, 128 * ui->u * ui->text);
	float disc = ui_px(ui, ui->compact ? 6 : 9.4f),
	      verdict_w = p.inner - disc - ui_px(ui, 2.6f);
	float figures = -draw_figures(app, ui, t, 0, 0, TEXT_END, false);
	struct block verdict = ui_measure(ui, p.verdict, t->verdict, verdict_w, TEXT_BALANCED);
	p.figured = figures <= p.inner;
	if (!p.figured && t->good)
		p.points = frame_printf(ui->f, "+%s: %s", ui_number(ui, game_points(t->asked)),
					points_text(ui, t->asked));
	p.stacked = p.figured && figures > 0 && verdict.w + figures + ui_px(ui, 4) > verdict_w;
	p.head = fmaxf(disc, verdict.h);
	p.figures = p.stacked ? ui_px(ui, ui->compact ? 10 : 11) * fmaxf(1, ui->text * .9f) : 0;
	p.body_h = paragraphs(ui, t, p.points, p.body, (struct rect){0, 0, p.body_w, 0}, false);
	struct block source = {0};
	float beside = p.inner - button -
		       ui_px(ui, 14); /* the source and Enter share the row with the button */
	p.wide_button = narrow || beside < 50 * ui->u;
	p.source_w = (p.wide_button ? p.inner : beside) - ui_px(ui, 4.2f);
	if (t->source)
		source = ui_measure(ui, STYLE_LABEL, t->source, p.source_w, TEXT_BALANCED);
	p.foot = p.wide_button ? source.h : fmaxf(source.h, ui_px(ui, 8));
	p.panel = 2 * p.pad_y + p.head + p.figures + (p.body_h > 0 ? ui_px(ui, 2) + p.body_h : 0) +
		  (p.foot > 0 ? ui_px(ui, 2.4f) + p.foot : 0);
	p.height = p.gap + p.ask_block.h + p.gap + p.cards.height +
		   ui_px(ui, ui->compact ? 1.6f : 3) + p.panel;
	return p;
}

static void draw_panel(const struct app *app, struct ui *ui, const struct told *t,
		       const struct page *p, struct rect r)
{
	const struct theme *th = ui->t;
	float x = r.x + p->pad_x, y = r.y + p->pad_y, disc = ui_px(ui, ui->compact ? 6 : 9.4f);

	if (th->glow && !ui->scrolling) {
		struct item *shadow = frame_add(
			ui->f, ITEM_HALO, (struct rect){r.x, r.y + ui_px(ui, 1.2f), r.w, r.h});
		shadow->radius = ui_px(ui, 2.4f);
		shadow->spread = ui_px(ui, 4);
		shadow->fill = 0x61000000;
	}
	ui_box(ui, r, 2.4f, th->surface, th->hair, .16f);
	ui_disc(ui, x + disc / 2, y + p->head / 2, disc, t->icon, t->good ? th->ok : th->badfill,
		t->good ? th->onok : th->bad, !t->good);
	float text_x = x + disc + ui_px(ui, 2.6f);
	struct rect verdict = {text_x, y, r.x + r.w - p->pad_x - text_x, p->head};
	ui_text(ui, p->verdict, verdict, TEXT_MIDDLE | TEXT_BALANCED, t->c, t->verdict);
	if (p->stacked) {
		float w = -draw_figures(app, ui, t, 0, 0, TEXT_END, false);
		draw_figures(app, ui, t, x + fminf(w, p->inner),
			     y + p->head + p->figures / 2 + ui_px(ui, .6f), TEXT_START, true);
	} else if (p->figured) {
		draw_figures(app, ui, t, r.x + r.w - p->pad_x, y + p->head / 2, TEXT_END, true);
	}
	y += p->head + p->figures + ui_px(ui, 2);
	paragraphs(ui, t, p->points, p->body, (struct rect){x, y, p->body_w, 0}, true);
	if (!t->source)
		return;
	float icon = ui_px(ui, 3);
	struct block b = ui_measure(ui, STYLE_LABEL, t->source, p->source_w, TEXT_BALANCED);
	float row = p->wide_button ? b.h : p->foot, top = r.y + r.h - p->pad_y - row;
	ui_icon(ui, ICON_BOOK, x + icon / 2,
		top + (row - b.h) / 2 + ui_font(ui, STYLE_LABEL) * .625f, icon, th->focus, 2.1f);
	ui_text(ui, STYLE_LABEL, (struct rect){x + ui_px(ui, 4.2f), top, p->source_w, row},
		TEXT_MIDDLE | TEXT_BALANCED, th->text2, t->source);
}

/* The buttons of the page, from its end; a row as wide as the window where it is narrow. */
static void draw_buttons(struct ui *ui, const struct button *b, int n, struct rect row, bool wide)
{
	float gap = ui_px(ui, 2), x = row.x + row.w;

	if (wide) {
		float w = floorf((row.w - (float)(n - 1) * gap) / (float)n);
		for (int i = 0; i < n; i++)
			ui_button(ui,
				  (struct rect){row.x + (float)i * (w + gap), row.y,
						i == n - 1 ? x - row.x - (float)i * (w + gap) : w,
						row.h},
				  &b[i]);
		return;
	}
	for (int i = n - 1; i >= 0; i--) {
		float w = ui_button_width(ui, &b[i]);
		x -= w;
		ui_button(ui, (struct rect){x, row.y, w, row.h}, &b[i]);
		x -= gap;
	}
	if (ui->device == DEVICE_KEYS && n == 1) {
		const char *key = b->action.verb == VERB_BACK ? "Esc" : "Enter";
		x -= ui_width(ui, STYLE_STRONG, key) + 2 * ui_px(ui, 1.1f);
		ui_key(ui, x, row.y + row.h / 2, key);
	}
}

static int buttons(const struct app *app, const struct told *t, struct button *b)
{
	const struct game *g = &app->game;

	if (app->review >= 0) {
		b[0] = (struct button){.kind = BUTTON_PRIMARY,
				       .icon = ICON_BACK,
				       .label = "Back to the results",
				       .action = {VERB_BACK, 0},
				       .flags = SPOT_MAIN,
				       .key1 = 27};
		return 1;
	}
	struct button next = {.kind = BUTTON_PRIMARY,
			      .label = "Next question",
			      .after = ICON_ARROW,
			      .action = {VERB_NEXT, 0},
			      .flags = SPOT_MAIN};
	if (t->cut || g->at + 1 == g->deck.n)
		next.label = "See results";
	if (!t->cut) {
		b[0] = next;
		return 1;
	}
	b[0] = (struct button){
		.icon = ICON_RELOAD, .label = g->options.mode->again, .action = {VERB_AGAIN, 0}};
	b[1] = next;
	return 2;
}

static void draw(const struct app *app, struct ui *ui)
{
	struct told t = tell(app, ui);
	struct button b[2];
	int nbuttons = buttons(app, &t, b);
	struct head head = {.question = index_of(app), .pause = app->review < 0};

	ui_ground(ui);
	ui_lights(ui, t.good ? .28f : .57f, t.c);
	struct rect c = play_page(app, ui, &head);
	float high = ui_button_height(ui, b), across = 0;
	for (int i = 0; i < nbuttons; i++)
		across += ui_button_width(ui, &b[i]) + ui_px(ui, 2);

	struct page p;
	int step = 0;
	bool fits = false;
	for (; step <= 12 && !fits; step++) {
		p = measure(app, ui, &t, c.w, across, step);
		fits = p.height + (p.wide_button ? high + ui_px(ui, 3) : 0) <= c.h;
	}
	float below = p.wide_button || !fits ? high + ui_px(ui, ui->compact ? 1.2f : 3) : 0;
	struct rect view = {c.x, c.y + (fits ? 0 : ui_px(ui, .6f)), c.w - (fits ? 0 : ui_px(ui, 3)),
			    c.h - below};
	float y = view.y;
	if (!fits) {
		view.h -= ui_px(ui, .6f);
		p = measure(app, ui, &t, view.w, 1e6f,
			    12); /* the button has its own row, the panel the whole width */
		ui_scroll_begin(ui, view);
		y -= ui->scroll_at;
	}
	y += fits ? p.gap : 0;
	ui_text(ui, p.ask,
		(struct rect){view.x, y, fminf(view.w, 136 * ui->u * ui->text), p.ask_block.h},
		TEXT_BALANCED, ui->t->text, t.ask);
	y += p.ask_block.h + p.gap;
	for (int i = 0; i < t.asked->nshown; i++) {
		struct choice_card card = {.text = t.texts[i],
					   .tag = t.tags[i],
					   .position = i,
					   .state = t.states[i],
					   .style = p.cards.style,
					   .badge_u = p.cards.badge_u};
		ui_choice(ui, cards_place(&p.cards, i, view.x, y), &card);
	}
	y += p.cards.height + ui_px(ui, ui->compact ? 1.6f : 3);
	struct rect panel = {view.x, y, view.w, fits ? c.y + c.h - below - y : p.panel};
	draw_panel(app, ui, &t, &p, panel);
	if (!fits)
		ui_scroll_end(ui, panel.y + panel.h + ui_px(ui, 1) - (view.y - ui->scroll_at));

	if (below > 0) {
		struct rect row = {c.x, c.y + c.h - high, c.w, high};
		draw_buttons(ui, b, nbuttons, row, ui->portrait || ui->tiny || across > c.w);
	} else {
		struct rect row = {panel.x + p.pad_x, panel.y + panel.h - p.pad_y - high, p.inner,
				   high};
		draw_buttons(ui, b, nbuttons, row, false);
	}
}

const struct screen screen_reveal = {"reveal", NULL, act, NULL, draw};
