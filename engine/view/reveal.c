/* What was right, what was chosen, and why; also the page that results open for one answer. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "accessbar.h"
#include "head.h"
#include "judged.h"
#include "pad.h"
#include "picture.h"
#include "screens.h"
#include "token.h"
#include "told.h"

static void enter(struct app *app)
{
	if (app->review >= 0)
		picture_ask(app, app->review);
	judged_enter(app);
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_ZOOM: picture_zoom_to(app, a.arg); break;
	case VERB_NEXT: app_next(app); break;
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

/* The buttons from the start, what leads on first: the access bar has the end, as ever. */
static void draw_beside(struct ui *ui, const struct button *b, int n, struct rect row)
{
	while (n-- > 0) {
		struct rect r = {row.x, row.y, ui_button_width(ui, &b[n]),
				 ui_button_height(ui, &b[n])};
		r.y += roundf((row.h - r.h) / 2);
		ui_button(ui, r, &b[n]);
		row.x += r.w + ui_gap(ui, 2);
	}
}

/* The buttons of the page, from its end; a row as wide as the window where it is narrow. */
static void draw_buttons(struct ui *ui, const struct button *b, int n, struct rect row, bool wide)
{
	float gap = ui_gap(ui, 2), x = row.x + row.w, all = -gap;

	if (n == 0)
		return;
	for (int i = 0; i < n; i++)
		all += ui_button_width(ui, &b[i]) + gap;
	if (wide && n > 2) { /* the main one gets what is left; others no more than they need */
		float main = fminf(ui_button_width(ui, &b[n - 1]),
				   row.w - (float)(n - 1) * (gap + ui_finger(ui, 11)));
		float most = floorf((row.w - main) / (float)(n - 1) - gap);
		x = row.x;
		for (int i = 0; i < n; i++) {
			float w = i == n - 1     ? row.x + row.w - x
				  : all <= row.w ? ui_button_width(ui, &b[i])
						 : most;
			ui_button(ui, (struct rect){x, row.y, w, row.h}, &b[i]);
			x += w + gap;
		}
		return;
	}
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
	bool pad = ui->device == DEVICE_PAD;
	if ((ui->device == DEVICE_KEYS || pad) && n == 1) {
		const char *key = b->action.verb == VERB_BACK ? "Esc" : "Enter";
		key = pad ? pad_hint(key) : key;
		x -= ui_width(ui, STYLE_STRONG, key) + 2 * ui_px(ui, 1.1f);
		ui_key(ui, x, row.y + row.h / 2, key);
	}
}

enum { BUTTONS = 4 };

/* What stands elsewhere where nobody needs it within reach. */
static int add_reached(const struct app *app, struct ui *ui, const struct told *t, struct button *b)
{
	enum button_kind kind = ui->portrait ? BUTTON_PLAIN : BUTTON_PILL;
	int n = 0;

	if (ui->reach && t->picture.path)
		b[n++] = (struct button){.kind = kind,
					 .icon = ICON_ZOOM,
					 .label = "Zoom",
					 .action = {VERB_ZOOM, ZOOM_QUESTION},
					 .key1 = 'z'};
	if (ui->reach && app->review < 0 && !accessbar_is(app, ui))
		b[n++] = (struct button){.kind = kind,
					 .icon = ICON_PAUSE,
					 .label = "Pause",
					 .action = {VERB_PAUSE, 0},
					 .key1 = KEY_ESCAPE};
	return n;
}

static int buttons(const struct app *app, struct ui *ui, const struct told *t, struct button *b)
{
	const struct game *g = &app->game;
	int n = add_reached(app, ui, t, b);

	if (app->review >= 0) {
		b[n++] = (struct button){.kind = BUTTON_PRIMARY,
					 .icon = ICON_BACK,
					 .label = "Back to the results",
					 .action = {VERB_BACK, 0},
					 .flags = SPOT_MAIN,
					 .key1 = KEY_ESCAPE};
		return n;
	}
	struct button next = {.kind = BUTTON_PRIMARY,
			      .label = "Next question",
			      .after = ICON_ARROW,
			      .action = {VERB_NEXT, 0},
			      .flags = SPOT_MAIN,
			      .early = visit_rests(app)};
	int player = game_next_player(g);
	if (player < 0)
		next.label = "See results";
	else if (game_by_turns(g))
		next.label =
			frame_printf(ui->f, "Next: %s", token_name(ui, g->options.seats, player));
	if (t->cut && player < 0 && !app->o.kiosk) /* there nobody skips the score */
		b[n++] = (struct button){.icon = ICON_RELOAD,
					 .label = g->options.mode->again,
					 .action = {VERB_AGAIN, 0}};
	b[n++] = next;
	return n;
}

/* The question and its choices as they turned out; returns where they end. *off: how far below that
 * they still are. */
static float draw_question(const struct app *app, struct ui *ui, const struct told *t,
			   const struct told_page *p, struct rect view, float y, float *off)
{
	float x = view.x + p->aside, end = y + p->top + p->gap + p->air;
	int zoom = t->picture.path ? -1 : 0; /* z is the key of the first picture */

	if (t->picture.path) {
		struct rect r = {view.x, y, p->picture.w, p->picture.h};
		picture_draw(ui, r, &t->picture);
		picture_credit(ui, r, t->credit, true);
		if (p->aside == 0)
			y += p->picture.h + p->credit + p->gap;
	}
	struct rect ask = {x, y, fminf(view.x + view.w - x, 136 * ui->u * ui->text),
			   p->ask_block.h};
	struct mark mark = motion_mark(ui);
	ui_text(ui, p->ask, ask, TEXT_BALANCED, ui->t->text, t->ask);
	judged_ask(app, ui, mark, ask.y);
	y += ask.h + p->apart;
	for (int k = 0; k < p->shown.n; k++) {
		int i = p->at[k];
		struct choice_card card = cards_card(&p->cards, &p->shown, k);
		card.position = i;
		card.state = t->states[i];
		if (!ui->reach)
			card.zoom = (struct action){VERB_ZOOM, ZOOM_CHOICE + i};
		if (card.picture.path && zoom++ == 0)
			card.zoom_key = 'z';
		struct rect r = cards_place(&p->cards, k, x, y);
		float rest = r.y + r.h;
		r = judged_card(app, ui, t, i, r, &card);
		*off = fmaxf(*off, r.y + r.h - rest);
		ui_choice(ui, r, &card);
	}
	return end;
}

/* What stands around all that is told, its text grown as far, and what it leaves. */
struct around {
	float text;
	struct button b[BUTTONS];
	int n;
	float high, across; /* of the buttons */
	struct rect page;   /* of what is told, and of the bar below it */
	struct accessbar bar;
	bool beside;
	struct told_page p;
	int step; /* of its sizes */
};

static struct around measure_around(const struct app *app, struct ui *ui, const struct told *t,
				    float text)
{
	struct around a = {.text = text};

	ui->text = text;
	a.page = play_room(ui);
	a.n = attract_plays(app) ? 0 : buttons(app, ui, t, a.b);
	a.high = a.n > 0 ? ui_button_height(ui, &a.b[a.n - 1]) : 0;
	for (int i = 0; i < a.n; i++)
		a.across += ui_button_width(ui, &a.b[i]) + ui_gap(ui, 2);
	a.bar = accessbar_beside(app, ui, ui->portrait ? 0 : a.page.w - a.across, false);
	a.beside = a.bar.n > 0;
	if (!a.beside) {
		float most = ui->reach ? ui_low(ui, a.page).h - a.high - ui_px(ui, 3) : INFINITY;
		a.bar = accessbar_fit(app, ui, a.page.w, most);
		a.page.h -= a.bar.room;
	}
	return a;
}

static struct rect button_size(const struct around *a)
{
	return (struct rect){.w = a->beside ? 1e6f : a->across, .h = a->high};
}

static float text_of(int size)
{
	return (float)access_sizes[size] / 100;
}

/* With letters that have grown this far. Header and buttons go back to usual letters as long as
 * what is told has not grown as far as `enough`. */
static struct around fit_grown(const struct app *app, struct ui *ui, const struct told *t, int step,
			       float grown, float enough)
{
	struct around best = {0};

	for (int i = ACCESS_SIZES; i >= 0; i--) {
		float text = i == ACCESS_SIZES ? grown : text_of(i);
		if (i < ACCESS_SIZES && text >= grown)
			continue;
		struct around a = measure_around(app, ui, t, text);
		a.p = told_fit(app, ui, t, a.page, button_size(&a), step, grown);
		if (i == ACCESS_SIZES || (a.p.fits && (!best.p.fits || a.p.text > best.p.text)))
			best = a; /* what scrolls has grown as far as all around it */
		if (best.p.fits && best.p.text >= enough)
			break;
	}
	return best;
}

/*
 * Larger letters never make anything smaller that is told. What fits with usual letters grows as
 * far as it fits: where there is room to spare, no less than with the letters before. A full page
 * scrolls where it would grow by less than half of the way from those.
 */
static struct around fit_around(const struct app *app, struct ui *ui, const struct told *t)
{
	float grown = ui->text, before = 1, enough = 1;
	bool column = ui->column;

	ui->column = !ui->compact && !ui->portrait && ui->w >= (ui->reach ? 1.5f : 1.2f) * ui->h;
	struct around best = measure_around(app, ui, t, 1); /* as it is with usual letters */
	int step = told_step(app, ui, t, best.page, button_size(&best));

	best.p = told_fit(app, ui, t, best.page, button_size(&best), step, 1);
	ui->column = column;
	for (int i = 1; i < ACCESS_SIZES && text_of(i) < grown; i++) {
		before = text_of(i);
		if (step < 0)
			enough = fit_grown(app, ui, t, step, before, enough).p.text;
	}
	if (grown > 1)
		best = fit_grown(app, ui, t, step, grown, step < 0 ? enough : grown);
	if (step >= 0 && grown > 1 && best.p.fits && best.p.text < (before + grown) / 2) {
		best = measure_around(app, ui, t, grown);
		best.p = (struct told_page){0};
	}
	best.step = step;
	ui->text = grown;
	return best;
}

static void draw(const struct app *app, struct ui *ui)
{
	if (app->zoomed) {
		picture_zoom(app, ui, told_index(app), false);
		return;
	}
	struct told t = told_make(app, ui);
	struct around a = fit_around(app, ui, &t);
	struct told_page p = a.p;
	const struct button *b = a.b;
	int nbuttons = a.n;
	bool fits = p.fits, beside = a.beside;
	float high = a.high, across = a.across, grown = ui->text;
	struct head head = {.question = told_index(app),
			    .pause = app->review < 0 && nbuttons > 0 && !ui->reach &&
				     !accessbar_is(app, ui)};

	ui->text = a.text;
	ui_ground(ui);
	ui_lights(ui, t.good ? .28f : .57f, t.c);
	struct rect page = play_page(app, ui, &head), c = a.page;
	struct accessbar bar = a.bar;
	ui->f->least = p.least || !fits;
	float below = p.wide_button || !fits ? high + ui_px(ui, ui->compact ? 1.2f : 3) : 0;
	struct rect view = {c.x, c.y + (fits ? 0 : ui_px(ui, .6f)), c.w - (fits ? 0 : ui_px(ui, 3)),
			    c.h - below};
	float y = view.y;
	if (!fits) {
		view.h -= ui_px(ui, .6f);
		t.answer = told_answer(&t, ui);
		p = told_measure(app, ui, &t, view.w, a.step);
		ui_scroll_begin(ui, view);
		y -= ui->scroll_at;
	}
	y += fits ? p.gap + p.air : ui_px(ui, 1);
	struct mark mark = motion_mark(ui);
	float off = 0;
	ui->text = p.text;
	if (fits) {
		y = draw_question(app, ui, &t, &p, view, y, &off);
		mark = motion_mark(ui);
		told_panel(app, ui, &t, &p,
			   (struct rect){view.x, y, view.w, c.y + c.h - below - y});
	} else { /* the verdict and the reason come first: nobody should have to look for them */
		told_panel(app, ui, &t, &p, (struct rect){view.x, y, view.w, p.panel});
		y = draw_question(app, ui, &t, &p, view, y + p.panel + ui_px(ui, 2), &off);
		judged_panel(app, ui, mark, off, !fits);
		ui_scroll_end(ui, y - (view.y - ui->scroll_at));
		mark = motion_mark(ui);
	}
	ui->text = a.text;
	struct rect panel = {view.x, c.y, view.w, c.h - below};

	if (below > 0) {
		struct rect row = {c.x, c.y + c.h - high, c.w, high};
		if (beside)
			draw_beside(ui, b, nbuttons, row);
		else
			draw_buttons(ui, b, nbuttons, row,
				     ui->portrait || ui->tiny || across > c.w);
	} else {
		struct rect row = {panel.x + p.pad_x, panel.y + panel.h - p.pad_y - high, p.inner,
				   high};
		draw_buttons(ui, b, nbuttons, row, false);
	}
	accessbar_draw(ui, &bar, page);
	if (bar.n > 0 && head.pause)
		head_pause_key(ui);
	judged_panel(app, ui, mark, off, !fits);
	ui->text = grown;
}

const struct screen screen_reveal = {"reveal", enter, act, judged_tock, draw};
