/* A question, its clock and its choices; what is pressed is locked in and can be taken back for a
 * moment. */
#include <math.h>

#include "clock.h"
#include "course.h"
#include "fit.h"
#include "listen.h"
#include "motion.h"
#include "picture.h"
#include "screens.h"

enum {
	ASK_MS = 280,
	CHOICE_DELAY_MS = 50,
	CHOICE_MS = 240,
	LOCK_MS = 180,
};

static void enter(struct app *app)
{
	app->locked_ms = -1;
	bool sounds = listen_begin(app);
	if (!app->fresh)
		return;
	if (!sounds)
		app_cue(app, CUE_QUESTION, 0);
	app->told_s = 0;
	picture_ask(app, app->game.at);
	picture_ask(app, app->game.at + 1);
	app->fresh = app->hinted = false;
	app->chosen = 0;
}

static bool several(const struct game *g)
{
	return game_asked(g)->need > 1;
}

/* What is held is not given after all; what was toggled stays. */
static void take_back(struct app *app)
{
	app_cue(app, CUE_BACK, 0);
	app->locked_ms = -1;
	if (!several(&app->game))
		app->chosen = 0;
}

static void give(struct app *app)
{
	app_move(app, OP_ANSWER, app->chosen, app->locked_ms);
	if (app_closed(app))
		app_go(app, &screen_reveal);
}

static void tick(struct app *app)
{
	listen_tick(app);
	course_seen(app);
	if (app->game.phase != PHASE_ASKING) { /* the answer was being kept */
		if (app_closed(app))
			app_go(app, &screen_reveal);
	} else if (app->locked_ms >= 0) {
		if (app->now - app->locked_ms >= HOLD_MS)
			give(app);
	} else if (app_tick(app)) {
		if (app->game.phase == PHASE_OVER)
			app_go(app, &screen_results);
		else if (app_closed(app))
			app_go(app, &screen_reveal);
	} else if (clock_seconds(app) != app->told_s && !listen_waits(app)) {
		app->told_s = clock_seconds(app);
		if (app->told_s > 0 && app->told_s <= CLOCK_LAST_S)
			app_cue(app, CUE_TICK, 0);
	}
}

static void lock(struct app *app, uint32_t positions)
{
	app_cue(app, CUE_LOCK, 0);
	app->chosen = positions;
	app->locked_ms = app->now;
}

static void choose(struct app *app, struct action a, enum by by)
{
	uint32_t one = 1u << a.arg;

	if (several(&app->game)) {
		app->chosen ^= one;
		if (by == BY_KEY)
			app_focus(app, (struct action){VERB_LOCK, 0});
		return;
	}
	if (by == BY_KEY &&
	    !ui_is(app->ui.focus, a)) /* the first press selects, the second locks in */
		app_focus(app, a);
	else
		lock(app, one);
}

/* Pressing while the answer is held: another choice takes its place, the same one takes it back. */
static void choose_again(struct app *app, struct action a, enum by by)
{
	uint32_t one = 1u << a.arg;

	if (by == BY_POINTER && several(&app->game))
		take_back(app);
	else if (by == BY_POINTER && app->chosen != one)
		lock(app, one);
	else if (by == BY_POINTER && app->now - app->locked_ms >= TWICE_MS)
		take_back(app);
	else if (by == BY_FOCUS || ui_is(app->ui.focus, a))
		give(app);
}

static void act(struct app *app, struct action a, enum by by)
{
	if (app->game.phase != PHASE_ASKING)
		return;
	switch (a.verb) {
	case VERB_CHOOSE:
		if (app->locked_ms >= 0)
			choose_again(app, a, by);
		else
			choose(app, a, by);
		break;
	case VERB_LOCK: lock(app, app->chosen); break;
	case VERB_LISTEN: listen_press(app); break;
	case VERB_ZOOM: picture_zoom_to(app, a.arg); break;
	case VERB_HINT:
		app_cue(app, CUE_HINT, 0);
		app->hinted = true;
		break;
	case VERB_PAUSE:
		if (app->locked_ms >= 0 && game_left_ms(&app->game, app->now) == 0) {
			give(app); /* it was in time, and there is none left to take it back into */
			break;
		}
		if (app->locked_ms >= 0)
			take_back(app);
		app_move(app, OP_PAUSE, 0, app->now);
		app_go(app, &screen_pause);
		break;
	default: break;
	}
}

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
	float there = ease_out(motion_move(ui, app->since, delay_ms, ms));
	float seen = ease_out(motion_fade(ui, app->since, delay_ms, ms));

	motion_shift(ui, since, 0, ui_px(ui, rise_u) * (1 - there), seen);
}

static void draw_cards(const struct app *app, struct ui *ui, const struct cards *cards,
		       const struct choices *choices, int zoom, float x, float y)
{
	bool locked = app->locked_ms >= 0, many = several(&app->game);

	ui->group = 1;
	for (int i = 0; i < cards->n; i++) {
		bool mine = app->chosen >> i & 1;
		struct choice_card card = cards_card(cards, choices, i);
		card.steady = true;
		card.state = locked ? (mine ? CHOICE_LOCKED : CHOICE_DIM)
			     : mine ? CHOICE_SELECTED
				    : CHOICE_OPEN;
		card.was = many && mine ? CHOICE_SELECTED : CHOICE_OPEN;
		if (locked && mine)
			card.was_seen = 1 - ease_out(motion_move(ui, app->locked_ms, 0, LOCK_MS));
		else if (locked)
			card.was_seen = 1 - motion_fade(ui, app->locked_ms, 0, LOCK_MS);
		card.tag = !mine ? NULL : locked ? "Locked in" : many ? "Selected" : NULL;
		card.action = (struct action){VERB_CHOOSE, i};
		card.zoom = (struct action){VERB_ZOOM, ZOOM_CHOICE + i};
		card.zoom_key = zoom == ZOOM_CHOICE + i ? 'z' : KEY_NONE;
		struct mark mark = motion_mark(ui);
		ui_choice(ui, cards_place(cards, i, x, y), &card);
		come_in(app, ui, mark, 2, CHOICE_DELAY_MS * i, CHOICE_MS);
	}
	ui->group = 0;
}

static void draw_footer(const struct app *app, struct ui *ui, struct rect row, int n, bool zooms,
			bool listens)
{
	bool locked = app->locked_ms >= 0;
	float y = row.y + row.h / 2, end = row.x + row.w;

	if (locked && ui->device != DEVICE_KEYS) {
		const char *back =
			several(&app->game) ? "a card to go back" : "again to take it back";
		const char *hand = ui->device == DEVICE_TOUCH ? "Tap" : "Press";
		ui_line(ui, STYLE_LABEL, end, y, TEXT_END, ui->t->text2,
			frame_printf(ui->f, "%s %s", hand, back));
		return;
	}
	if (locked)
		return;
	const char *keys = frame_printf(ui->f, "1–%d", n);
	struct hint h[4] = {{keys, "Choose"}, {"Enter", "Lock in"}};
	int nhints = 2;
	if (zooms)
		h[nhints++] = (struct hint){"Z", "Zoom"};
	if (listens)
		h[nhints++] = (struct hint){"L", "Listen"};
	ui_hints(ui, row.x, end, y, h, nhints);
}

/* When the clock or the hold changes the picture next. */
static void wake(const struct app *app, struct ui *ui)
{
	int64_t left = game_left_ms(&app->game, app->now);

	course_wake(app, ui);
	if (app->game.phase != PHASE_ASKING)
		return;
	if (app->locked_ms >= 0)
		frame_wake(ui->f, app->locked_ms + HOLD_MS);
	else if (left >= 0 && !listen_waits(app))
		frame_wake(ui->f, app->now + (left > 0 ? (left - 1) % 1000 + 1 : 0));
	listen_wake(app, ui);
}

static const char *how_many(const struct asked *a)
{
	if (a->need > 1)
		return "More than one is right: choose them all";
	return game_enough(a) ? "More than one is right: one is enough" : "";
}

static void draw(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	const struct asked *asked = game_asked(g);
	const char *ask = text_in(&game_question(g)->ask, app_language(app));
	bool clock = asked->limit_ms > 0, many = several(g);
	struct picture picture = picture_of(app, g->at);
	struct choices choices = choices_of(app, g->at);
	int zoom = zoom_of_key(app, &choices, picture.path);

	if (app->zoomed) {
		struct rect row = picture_zoom(app, ui, g->at, clock);
		if (clock)
			clock_draw(app, ui, row, true);
		wake(app, ui);
		return;
	}
	ui_ground(ui);
	ui_beams(ui);
	ui_lights(ui, .52f, 0);
	struct head head = {.question = g->at, .pause = true};
	if (clock) {
		head.clock = frame_printf(ui->f, "%d", clock_seconds(app));
		head.clock_colour = clock_colour(app, ui->t);
	}
	struct rect page = play_page(app, ui, &head);

	float foot = ui->tiny ? 0 : ui_px(ui, ui->compact ? 6 : 7.2f);
	float above_foot = ui->tiny ? 0 : ui_px(ui, ui->compact ? 1.9f : 3.6f);
	struct button lock_in = {.kind = BUTTON_PRIMARY,
				 .icon = ICON_LOCK,
				 .label = "Lock in",
				 .action = {VERB_LOCK, 0},
				 .flags = app->chosen ? SPOT_PLAIN : SPOT_DISABLED};
	struct button hint = {.kind = BUTTON_PILL,
			      .icon = ICON_HINT,
			      .label = "Hint",
			      .action = {VERB_HINT, 0},
			      .key1 = 'h'};
	const char *hint_text = text_in(&game_question(g)->hint, app_language(app));
	bool offered = hint_text && !app->hinted && app->locked_ms < 0;
	if (many || hint_text) { /* buttons take the start side of the footer */
		foot = fmaxf(foot, ui_button_height(ui, many ? &lock_in : &hint));
		above_foot = fmaxf(above_foot, ui_px(ui, 1.4f));
	}
	float row = clock ? ui_px(ui, 1.9f) : 0;
	if (clock && !ui->tiny)
		row = ui_font(ui, clock_style(ui));
	float below_row = clock ? ui_px(ui, ui->tiny ? 1.2f : ui->compact ? 1.5f : 2.4f) : 0;
	const char *notes = how_many(asked);
	if (app->hinted)
		notes = frame_printf(ui->f, *notes ? "%s\nHint: %s" : "%sHint: %s", notes,
				     hint_text);
	float fixed = row + below_row + above_foot + foot;
	struct listening sound = listen_of(app, ui);
	struct asking asking = {ask, notes, &choices, &sound, picture.path};
	struct fit f = fit_question(ui, &asking, page.w, page.h - fixed);
	float bottom = page.y + page.h - foot - above_foot;
	if (!f.scrolls) {
		struct rect c = page;
		struct mark mark = motion_mark(ui);
		c.h = bottom - c.y;
		if (f.picture > 0) {
			float air = ui_px(ui, ui->tiny ? .8f : ui->compact ? 1.4f : 2.8f);
			struct rect box = {c.x, c.y + air, f.picture, c.h - air};
			if (f.beside) { /* its middle is where it was before its size was known */
				box.h = picture_height(&picture, box.w, box.h);
				box.y += roundf((c.h - air - box.h) / 2);
				c.x += f.picture + f.apart;
				c.w = f.column;
			} else {
				box.w = c.w;
				box.h = f.picture;
				c.y += f.picture + f.apart;
			}
			picture_draw(ui, box, &picture);
		}
		float top = bottom - f.cards.height, tube = top - below_row - row;
		struct rect box = {c.x, c.y, f.width, tube - c.y - f.note - f.listen};
		ui_text(ui, f.question, box, TEXT_MIDDLE | TEXT_BALANCED, ui->t->text, ask);
		listen_draw(app, ui, (struct rect){c.x, tube - f.note - f.listen, c.w, f.listen},
			    &sound);
		if (f.note > 0)
			ui_text(ui, STYLE_LABEL, (struct rect){c.x, tube - f.note, c.w, f.note},
				TEXT_MIDDLE, ui->t->text2, notes);
		come_in(app, ui, mark, 2, 0, ASK_MS);
		ui->ask_at = box.y + (box.h - f.ask.h) / 2;
		ui->ask_px = ui_font(ui, f.question);
		if (clock)
			clock_draw(app, ui, (struct rect){c.x, tube, c.w, row}, !ui->tiny);
		draw_cards(app, ui, &f.cards, &choices, zoom, c.x, top);
	} else { /* the clock stays in sight above the page */
		float bar = ui_px(ui, 3);
		if (clock)
			clock_draw(app, ui,
				   (struct rect){page.x, page.y + ui_px(ui, .8f), page.w, row},
				   !ui->tiny);
		float top = page.y + row + ui_px(ui, 1.6f);
		struct rect view = {page.x, top, page.w - bar, bottom - top};
		ui->ask_at = 0;
		f = fit_page(ui, &asking, f.cards.columns, view.w, view.h);
		ui_scroll_begin(ui, view);
		struct mark mark = motion_mark(ui);
		float y = view.y - ui->scroll_at + ui_px(ui, 1);
		if (f.picture > 0) {
			picture_draw(ui, (struct rect){view.x, y, view.w, f.picture}, &picture);
			y += f.picture + f.apart;
		}
		ui_text(ui, f.question, (struct rect){view.x, y, f.width, f.ask.h}, TEXT_BALANCED,
			ui->t->text, ask);
		y += f.ask.h + ui_px(ui, 2);
		listen_draw(app, ui, (struct rect){view.x, y, view.w, f.listen}, &sound);
		y += f.listen;
		if (f.note > 0)
			y += ui_text(ui, STYLE_LABEL, (struct rect){view.x, y, view.w, 0}, 0,
				     ui->t->text2, notes)
				     .h +
			     ui_px(ui, 2);
		come_in(app, ui, mark, 2, 0, ASK_MS);
		draw_cards(app, ui, &f.cards, &choices, zoom, view.x, y);
		y += f.cards.height + ui_px(ui, 1);
		ui_scroll_end(ui, y - (view.y - ui->scroll_at));
	}
	struct mark mark = motion_mark(ui);
	struct rect footer = {page.x, page.y + page.h - foot, page.w, foot};
	float hint_w = offered ? ui_button_width(ui, &hint) + ui_px(ui, 2) : 0;
	if (many && app->locked_ms < 0) {
		struct rect r = footer;
		r.w = ui->tiny || ui->portrait ? page.w - hint_w : ui_button_width(ui, &lock_in);
		ui_button(ui, r, &lock_in);
		footer.x += r.w + ui_px(ui, 2);
		footer.w -= r.w + ui_px(ui, 2);
	}
	if (offered) {
		float high = ui_button_height(ui, &hint);
		ui_button(ui,
			  (struct rect){footer.x, footer.y + roundf((foot - high) / 2),
					hint_w - ui_px(ui, 2), high},
			  &hint);
		footer.x += hint_w;
		footer.w -= hint_w;
	}
	if (foot > 0 && !ui->tiny)
		draw_footer(app, ui, footer, asked->nshown, zoom > 0,
			    sound.shown && !sound.off && !sound.broken);
	come_in(app, ui, mark, 0, 0, ASK_MS);
	wake(app, ui);
}

const struct screen screen_question = {"question", enter, act, tick, draw};
