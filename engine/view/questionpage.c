#include "questionpage.h"

#include <math.h>

#include "buzz.h"
#include "clock.h"
#include "course.h"
#include "head.h"
#include "listen.h"
#include "motion.h"
#include "picture.h"
#include "questionfit.h"

enum {
	ASK_MS = 280,
	CHOICE_DELAY_MS = 50,
	CHOICE_MS = 240,
	LOCK_MS = 180,
	REMOVED_MS = 200,
	SWAP_MS = 220,
};

/* The picture that z enlarges: of the choice with the focus, else the question's, else the first.
 */
static int zoom_of_key(const struct app *app, const struct choices *choices, bool picture)
{
	struct action focus = app->ui.focus;
	int first = 0;

	if (app->ui.ring && focus.verb == VERB_CHOOSE && choices->pictures[focus.arg].path)
		return ZOOM_CHOICE + focus.arg;
	while (first < choices->n && !choices->pictures[first].path)
		first++;
	return picture ? ZOOM_QUESTION : first < choices->n ? ZOOM_CHOICE + first : 0;
}

static void come_in(const struct app *app, struct ui *ui, struct mark since, float rise_u,
		    int delay_ms, int ms)
{
	if (app->helped.swapped_ms == app->since) { /* it takes another's place, where it is */
		float swapped = .3f + .7f * motion_fade(ui, app->since, 0, SWAP_MS);
		motion_shift(ui, since, 0, 0, swapped);
		return;
	}
	float there = ease_out(motion_move(ui, app->since, delay_ms, ms));
	float seen = ease_out(motion_fade(ui, app->since, delay_ms, ms));

	motion_shift(ui, since, 0, ui_px(ui, rise_u) * (1 - there), seen);
}

/* How a choice looks, and what it turns from. */
static void dress(const struct app *app, struct ui *ui, struct choice_card *card)
{
	const struct asked *a = game_asked(&app->game);
	bool locked = app->locked_ms >= 0, many = a->need > 1;
	bool mine = app->chosen >> card->position & 1;

	if (a->removed >> card->position & 1) {
		const char *whose = buzz_tried(app, ui, card->position);
		card->state = CHOICE_REMOVED;
		card->tag = whose ? whose : "Removed";
		card->was_seen = 1 - motion_fade(ui, app->helped.removed_ms, 0, REMOVED_MS);
		return;
	}
	card->state = locked ? (mine ? CHOICE_LOCKED : CHOICE_DIM)
		      : mine ? CHOICE_SELECTED
			     : CHOICE_OPEN;
	card->was = many && mine ? CHOICE_SELECTED : CHOICE_OPEN;
	if (locked && mine)
		card->was_seen = 1 - ease_out(motion_move(ui, app->locked_ms, 0, LOCK_MS));
	else if (locked)
		card->was_seen = 1 - motion_fade(ui, app->locked_ms, 0, LOCK_MS);
	card->tag = !mine ? NULL : locked ? "Locked in" : "Selected";
	card->apart &= !attract_plays(app); /* the only tag needs no place that suits all */
	if (mine && app->game.phase != PHASE_ASKING && attract_plays(app)) {
		card->was = CHOICE_LOCKED;
		card->state = CHOICE_RIGHT;
		card->tag = "Correct answer";
		card->was_seen = 1 - motion_fade(ui, app->attract.told_ms, 0, LOCK_MS);
	}
	if (!buzz_open(app))
		card->action = (struct action){VERB_CHOOSE, card->position};
}

static void draw_cards(const struct app *app, struct ui *ui, const struct cards *cards,
		       const struct choices *choices, int zoom, float x, float y)
{
	ui->group = 1;
	for (int i = 0; i < cards->n; i++) {
		struct choice_card card = cards_card(cards, choices, i);
		card.steady = true;
		dress(app, ui, &card);
		card.zoom = (struct action){VERB_ZOOM, ZOOM_CHOICE + i};
		card.zoom_key = zoom == ZOOM_CHOICE + i ? 'z' : KEY_NONE;
		struct mark mark = motion_mark(ui);
		ui_choice(ui, cards_place(cards, i, x, y), &card);
		come_in(app, ui, mark, 2, CHOICE_DELAY_MS * i, CHOICE_MS);
	}
	ui->group = 0;
}

/* When the clock or the hold changes the picture next. */
static void wake(const struct app *app, struct ui *ui)
{
	course_wake(app, ui);
	if (app->game.phase != PHASE_ASKING)
		return;
	if (app->locked_ms >= 0)
		frame_wake(ui->f, app->locked_ms + HOLD_MS);
	else if (clock_next_ms(app) >= 0)
		frame_wake(ui->f, clock_next_ms(app));
	if (app->eased.from_ms >= 0)
		frame_wake(ui->f, app->eased.until_ms);
	listen_wake(app, ui);
}

/* The picture in its place; returns what is left of the box. */
static struct rect place_picture(struct ui *ui, const struct parts *p, const struct fit *f,
				 struct rect c)
{
	float air = ui_px(ui, ui->tiny ? .8f : ui->compact ? 1.4f : 2.8f);
	struct rect box = {c.x, c.y + air, f->picture, c.h - air};

	if (f->picture <= 0)
		return c;
	if (f->beside) { /* its middle is where it was before its size was known */
		box.h = picture_height(&p->picture, box.w, box.h);
		box.y += roundf((c.h - air - box.h) / 2);
		c.x += f->picture + f->apart;
		c.w = f->column;
	} else {
		box.w = c.w;
		box.h = f->picture;
		c.y += f->picture + f->apart;
		c.h -= f->picture + f->apart;
	}
	picture_draw(ui, box, &p->picture);
	return c;
}

/* Everything in sight: the choices stand on the bottom of the box. */
static void draw_whole(const struct app *app, struct ui *ui, const struct parts *p,
		       const struct fit *f, struct rect c)
{
	struct mark mark = motion_mark(ui);

	c = place_picture(ui, p, f, c);
	float top = c.y + c.h - f->cards.height, tube = top - p->below_row - p->row;
	float buzz = buzz_height(app, ui, c.w), notes = tube - buzz - f->note, grown = ui->text;
	struct rect box = {c.x, c.y, f->width, notes - f->listen - c.y};

	ui->text = f->text;
	ui_text(ui, f->question, box, TEXT_MIDDLE | TEXT_BALANCED, ui->t->text, p->ask);
	listen_draw(app, ui, (struct rect){c.x, notes - f->listen, c.w, f->listen}, &p->sound);
	if (f->note > 0)
		ui_text(ui, STYLE_LABEL, (struct rect){c.x, notes, c.w, f->note}, TEXT_MIDDLE,
			ui->t->text2, p->notes);
	come_in(app, ui, mark, 2, 0, ASK_MS);
	ui->ask_at = box.y + (box.h - f->ask.h) / 2;
	ui->ask_px = ui_font(ui, f->question);
	ui->text = grown;
	if (buzz > 0)
		buzz_draw(app, ui, (struct rect){c.x, tube - buzz, c.w, buzz});
	if (p->clock)
		clock_draw(app, ui, (struct rect){c.x, tube, c.w, p->row}, !ui->tiny);
	ui->text = f->cards_text;
	draw_cards(app, ui, &f->cards, &p->choices, p->zoom, c.x, top);
	ui->text = grown;
}

/* Question and choices scroll; the clock stays in sight above them, and so do the buzzers where
 * that leaves room. */
static void draw_scrolling(const struct app *app, struct ui *ui, const struct parts *p, int columns,
			   struct rect c, float text)
{
	struct asking asking = questionfit_asking(p);
	float buzz = buzz_height(app, ui, c.w), above = ui_px(ui, .8f) + p->row + ui_px(ui, .8f);
	float grown = ui->text;
	bool along = buzz > fmaxf(0, c.h - above) * .4f;

	if (p->clock)
		clock_draw(app, ui, (struct rect){c.x, c.y + ui_px(ui, .8f), c.w, p->row},
			   !ui->tiny);
	if (buzz > 0 && !along) {
		buzz_draw(app, ui, (struct rect){c.x, c.y + above, c.w, buzz});
		above += buzz;
	}
	struct rect view = {c.x, c.y + above, c.w - ui_px(ui, 3), c.h - above};
	ui->ask_at = 0;
	asking.low = 0;
	ui->text = text;
	struct fit f = fit_page(ui, &asking, columns, view.w, view.h);
	ui->text = grown;
	ui_scroll_begin(ui, view);
	struct mark mark = motion_mark(ui);
	float y = view.y - ui->scroll_at + ui_px(ui, 1);
	struct rect row = {view.x, y, view.w, buzz};
	if (along) /* who has the turn needs the choices in sight */
		y += (buzz_taken(app) ? buzz_say : buzz_draw)(app, ui, row);
	if (f.picture > 0) {
		picture_draw(ui, (struct rect){view.x, y, view.w, f.picture}, &p->picture);
		y += f.picture + f.apart;
	}
	ui->text = f.text;
	ui_text(ui, f.question, (struct rect){view.x, y, f.width, f.ask.h}, TEXT_BALANCED,
		ui->t->text, p->ask);
	y += f.ask.h + ui_px(ui, 2);
	listen_draw(app, ui, (struct rect){view.x, y, view.w, f.listen}, &p->sound);
	y += f.listen;
	if (f.note > 0)
		y += ui_text(ui, STYLE_LABEL, (struct rect){view.x, y, view.w, 0}, 0, ui->t->text2,
			     p->notes)
			     .h +
		     ui_px(ui, 2);
	come_in(app, ui, mark, 2, 0, ASK_MS);
	y = fmaxf(y, ui_low(ui, view).y + ui_px(ui, .6f) - ui->scroll_at);
	draw_cards(app, ui, &f.cards, &p->choices, p->zoom, view.x, y);
	ui->text = grown;
	y += f.cards.height + ui_px(ui, 1);
	ui_scroll_end(ui, y - (view.y - ui->scroll_at));
}

/* Lifelines and hints, and in a kiosk the access bar below them or at their end. */
static void draw_foot(const struct app *app, struct ui *ui, const struct parts *p, struct rect page)
{
	struct rect r = {page.x, page.y + page.h - p->foot, page.w, p->footer.height};
	float grown = ui->text;

	ui->text = p->foot_text;
	float end = p->beside ? p->bar.w + ui_px(ui, 2) : 0;

	if (p->beside)
		r.y += roundf((p->foot - p->footer.height) / 2);
	r.w -= end;
	if (p->footer.n > 0 || p->bar.n == 0 || p->beside)
		footer_draw(app, ui, &p->footer, r, p->zoom > 0,
			    p->sound.shown && !p->sound.off && !p->sound.broken);
	accessbar_draw(ui, &p->bar, page);
	if (p->bar.n > 0 && !p->folded)
		head_pause_key(ui);
	ui->text = grown;
}

void questionpage_draw(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	struct parts p = questionfit_parts(app, ui);

	p.zoom = zoom_of_key(app, &p.choices, p.picture.path);
	if (app->zoomed) {
		struct rect row = picture_zoom(app, ui, g->at, p.clock);
		if (p.clock)
			clock_draw(app, ui, row, true);
		wake(app, ui);
		return;
	}
	ui_ground(ui);
	ui_beams(ui);
	ui_lights(ui, .52f, 0);
	struct head head = {.question = g->at, .pause = !attract_plays(app)};
	if (p.clock && clock_seconds(app) > 0) {
		head.clock = frame_printf(ui->f, "%d", clock_seconds(app));
		head.clock_colour = clock_colour(app, ui->t);
	}
	float grown = ui->text;
	struct fit f = questionfit_measure(app, ui, &p);
	ui->text = p.page_text;
	struct rect page = play_page(app, ui, &head);
	ui->f->least = f.least;
	if (f.scrolls)
		draw_scrolling(app, ui, &p, f.cards.columns, p.body, grown);
	else
		draw_whole(app, ui, &p, &f, p.body);
	if (!attract_plays(app)) {
		struct mark mark = motion_mark(ui);
		draw_foot(app, ui, &p, page);
		come_in(app, ui, mark, 0, 0, ASK_MS);
	}
	ui->text = grown;
	wake(app, ui);
}
